"""Translated rules tell what textlint's tell, and leave alone what they do; the sentences are jlint's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.textlint.test_options import found


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


JTF, AI = "preset-jtf-style", "@textlint-ja/preset-ai-writing"
PERIOD: dict[str, Any] = {"period-in-list-item": {"periodMark": "。", "allowPeriodMarks": ["★"]}}
DATES: dict[str, Any] = {"pattern": {"patterns": [{"message": "m", "pattern": "港町", "allowNodeTypes": ["Link"]}]}}


@pytest.mark.parametrize(
    ("rules", "text", "passages"),
    [
        (
            {"ja-hiragana-fukushi": True},
            "一旦休み、改めて例えば全て話す。時々、僅かに揺れる。\n",
            ["一旦", "改めて", "僅か"],
        ),
        ({"ja-hiragana-daimeishi": True}, "何時の間にか何れの店も閉まった。何時に開くのか。\n", ["何時", "何れ"]),
        ({"ja-hiragana-hojodoushi": True}, "お願い致します。赤ん坊が泣き出す。財布を取り出す。\n", ["致し", "出す"]),
        ({"ja-hiragana-keishikimeishi": True}, "店毎に聞いた所、今から出かける所だ。住む所だ。\n", ["毎", "所", "所"]),
        ({"ja-no-abusage": True}, "古式豊かな祭りだ。値が可変する。\n", ["古式豊かな", "可変"]),
        ({JTF: {"2.1.5.カタカナ": {}}}, "ヴァイオリンとﾋﾟｱﾉを弾く。\n", ["ヴァイオリン", "ﾋﾟｱﾉ"]),
        ({JTF: {"2.2.1.ひらがなと漢字の使い分け": {}}}, "既に最早、地図にしたがって歩く。\n", ["最早", "したが"]),
        ({JTF: {"4.2.9.ダッシュ(-)": True}}, "東港–西港。10–20人。\n", ["–"]),
        ({JTF: {"4.3.1.丸かっこ（）": True}}, "例)港(西)の図(Fig. 1)だ。\n", [")", "(", ")"]),
        ({JTF: {"2.2.2.算用数字と漢数字の使い分け": True}}, "人を呪わば穴二つ。船が二つ。\n", ["二"]),
        ({"no-nfd": True}, "駅前のハ゜ン屋。「゛」は濁点だ。\n", ["ハ゜"]),
        ({"no-zero-width-spaces": True}, "港の\u200b町。案内は👩\u200d🏫だ。\n", ["\u200b"]),
        ({"no-invalid-control-character": True}, "![港\x08](a.png)と`町\x08`\n", ["\x08"]),
        ({"no-invalid-control-character": {"checkImage": False}}, "![港\x08](a.png)\n", []),
        ({"no-unmatched-pair": True}, "港は\"港町'だ。\n", ['"']),
        ({"no-insert-dropping-sa": True}, "帰りたさそうだ。寒さそうだ。つまらなさそうだ。\n", ["たさそう", "寒さそう"]),
        ({"prefer-tari-tari": True}, "山に登ったり海で泳ぐのが好きだ。\n", ["たり"]),
        ({"incremental-headers": True}, "# 港\n\n## 町\n\n# 島\n", ["島"]),
        (PERIOD, "- 港\n- 港！\n- 港★\n- 港の[町](a.md)\n- （港）\n- ![島](a.png)\n", ["港"]),
        (DATES, "[港町](a.md)と港町。\n", ["港町"]),
        (
            {AI: {"no-ai-emphasis-patterns": True}},
            "**注意：** 滑る。\n\n**良い例**: 拭く。\n",
            ["**注意：**", "**良い例**:"],
        ),
        ({AI: {"ai-tech-writing-guideline": True}}, "高速な処理を適切な値で出す。\n", ["高速な", "適切な"]),
        ({AI: {"ai-tech-writing-guideline": {"disableClarityGuidance": True}}}, "高速な処理を適切な値で出す。\n", []),
        ({"no-duplicate-abbr": True}, "The NPO organization uses a VPN.\n", ["NPO organization"]),
        ({"unexpanded-acronym": True}, "XHR は XMLHttpRequest のこと。SVG は図だ。\n", ["SVG"]),
        (
            {"max-ten": True},
            "# 朝に、昼に、夜に、いつも、泳ぐ\n\n「来て、見て、買って、食べて、寝た」と言う。\n",
            ["「"],
        ),
    ],
)
def test_what_is_told(rules: dict[str, Any], text: str, passages: list[str]) -> None:
    told = found({"rules": rules}, text)
    if passages == ["「"]:
        assert len(told) == 1
        assert told[0].startswith("「")
    else:
        assert sorted(told) == sorted(passages)
