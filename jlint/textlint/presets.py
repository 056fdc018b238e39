"""What textlint's presets turn on, as their packages have it: tests/textlint/test_presets.py compares both.

A rule's value is the options that its preset sets: true where it sets none, false where the preset leaves the rule off.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple


class Package(NamedTuple):
    """Where a preset comes from, and the version (npm) or commit (GitHub) that `PRESETS` agrees with."""

    source: str
    version: str


Rules = Mapping[str, Any]

_JAPANESE: Rules = {
    "max-ten": {"max": 3},
    "no-doubled-conjunctive-particle-ga": True,
    "no-doubled-conjunction": True,
    "no-double-negative-ja": True,
    "no-doubled-joshi": {"min_interval": 1},
    "sentence-length": {"max": 100},
    "no-dropping-the-ra": True,
    "no-mix-dearu-desumasu": True,
    "no-nfd": True,
    "no-invalid-control-character": True,
    "no-zero-width-spaces": True,
    "no-kangxi-radicals": True,
}
_OFF_IN_JTF = ("2.1.2.漢字", "2.1.5.カタカナ", "2.1.6.カタカナの長音", "2.2.1.ひらがなと漢字の使い分け")
_JTF: Rules = {
    section: section not in _OFF_IN_JTF
    for section in (
        "1.1.1.本文",
        "1.1.2.見出し",
        "1.1.3.箇条書き",
        "1.1.5.図表のキャプション",
        "1.2.1.句点(。)と読点(、)",
        "1.2.2.ピリオド(.)とカンマ(,)",
        "2.1.2.漢字",
        "2.1.5.カタカナ",
        "2.1.6.カタカナの長音",
        "2.1.8.算用数字",
        "2.1.9.アルファベット",
        "2.1.10.算用数字の位取りの表記",
        "2.2.1.ひらがなと漢字の使い分け",
        "2.2.2.算用数字と漢数字の使い分け",
        "2.2.3.一部の助数詞の表記",
        "3.1.1.全角文字と半角文字の間",
        "3.1.2.全角文字どうし",
        "3.2.カタカナ語間のスペースの有無",
        "3.3.かっこ類と隣接する文字の間のスペースの有無",
        "4.1.1.句点(。)",
        "4.1.3.ピリオド(.)、カンマ(,)",
        "4.2.1.感嘆符(！)",
        "4.2.2.疑問符(？)",
        "4.2.4.中黒(・)",
        "4.2.5.波線(〜)",
        "4.2.6.ハイフン(-)",
        "4.2.7.コロン(：)",
        "4.2.8.セミコロン(;)",
        "4.2.9.ダッシュ(-)",
        "4.3.1.丸かっこ（）",
        "4.3.2.大かっこ［］",
        "4.3.3.かぎかっこ「」",
        "4.3.4.二重かぎかっこ『』",
        "4.3.5.二重引用符",
        "4.3.6.中かっこ{ }",
        "4.3.7.山かっこ<>",
        "4.3.8.一重引用符",
    )
}
_NOT_IN_VUEJS_JP = (
    "1.1.3.箇条書き",
    "2.1.5.カタカナ",
    "3.1.1.全角文字と半角文字の間",
    "3.1.2.全角文字どうし",
    "4.2.6.ハイフン(-)",
    "4.2.7.コロン(：)",
    "4.3.2.大かっこ［］",
)
_ICSMEDIA = "node_modules/textlint-rule-preset-icsmedia/dict/prh.yml"
_PAPER = "node_modules/textlint-rule-preset-ja-engineering-paper/src/dict/prh-rules.yml"

PRESETS: Mapping[str, Rules] = {
    "preset-ja-technical-writing": {
        "sentence-length": {"max": 100},
        "max-comma": {"max": 3},
        "max-ten": {"max": 3},
        "max-kanji-continuous-len": {"max": 6},
        "arabic-kanji-numbers": True,
        "no-mix-dearu-desumasu": {
            "preferInHeader": "",
            "preferInBody": "ですます",
            "preferInList": "である",
            "strict": False,
        },
        "ja-no-mixed-period": {"periodMark": "。"},
        "no-double-negative-ja": True,
        "no-dropping-the-ra": True,
        "no-doubled-conjunctive-particle-ga": True,
        "no-doubled-conjunction": True,
        "no-doubled-joshi": {"min_interval": 1},
        "no-nfd": True,
        "no-invalid-control-character": True,
        "no-zero-width-spaces": True,
        "no-exclamation-question-mark": True,
        "no-hankaku-kana": True,
        "ja-no-weak-phrase": True,
        "ja-no-successive-word": True,
        "ja-no-abusage": True,
        "ja-no-redundant-expression": True,
        "ja-unnatural-alphabet": True,
        "no-unmatched-pair": True,
    },
    "preset-japanese": _JAPANESE,
    "preset-jtf-style": _JTF,
    "preset-ja-spacing": {
        "ja-nakaguro-or-halfwidth-space-between-katakana": True,
        "ja-no-space-around-parentheses": True,
        "ja-no-space-around-slash": True,
        "ja-no-space-between-full-width": True,
        "ja-space-between-half-and-full-width": {"space": "never"},
        "ja-space-after-exclamation": True,
        "ja-space-after-question": True,
        "ja-space-around-code": True,
        "ja-space-around-emphasis": False,
        "ja-space-around-link": True,
        "ja-space-around-strong": False,
    },
    "preset-ai-writing": {
        "no-ai-list-formatting": True,
        "no-ai-hype-expressions": True,
        "no-ai-emphasis-patterns": True,
        "ai-tech-writing-guideline": {"severity": "info"},
        "no-ai-colon-continuation": True,
    },
    "preset-smarthr": {
        "prh-rules": True,
        "ja-no-mixed-period": True,
        "no-hankaku-kana": True,
        "no-unmatched-pair": True,
        "sentence-length": {"max": 120},
        "no-doubled-conjunctive-particle-ga": True,
        "no-double-negative-ja": True,
        "ja-no-abusage": True,
        "ja-no-redundant-expression": True,
        "no-mixed-zenkaku-and-hankaku-alphabet": True,
        "ja-keishikimeishi": {"detection_hou_kata": False, "detection_ue": False},
        "ja-hiragana-hojodoushi": True,
        "ja-hiragana-daimeishi": True,
        "ja-no-space-around-parentheses": True,
        "ja-no-space-between-full-width": True,
        "ja-space-between-half-and-full-width": {"space": "never"},
        "ja-space-after-exclamation": True,
        "ja-space-after-question": True,
        "ja-space-around-code": False,
        "no-nfd": True,
        "pattern": True,
    },
    "preset-bengo4": {
        **_JAPANESE,
        **_JTF,
        "3.1.1.全角文字と半角文字の間": False,
        "no-unmatched-pair": True,
        "ja-hiragana-fukushi": True,
        "ja-hiragana-hojodoushi": True,
        "ja-hiragana-keishikimeishi": True,
        "ja-no-redundant-expression": True,
        "prh": True,
    },
    "preset-ja-engineering-paper": {
        "ja-hiragana-fukushi": True,
        "ja-hiragana-keishikimeishi": True,
        "ja-hiragana-hojodoushi": True,
        "no-synonyms": True,
        "prh": {"rulePaths": [_PAPER]},
        "unify-kuten-and-touten": True,
        "use-si-units": True,
    },
    "preset-vuejs-jp": {
        **{section: on for section, on in _JTF.items() if section not in _NOT_IN_VUEJS_JP},
        "4.3.1.丸かっこ（）": False,
        "ja-no-space-around-parentheses": True,
        "ja-no-space-between-full-width": True,
        "ja-space-between-half-and-full-width": {"space": "always"},
        "ja-space-around-code": {"before": True, "after": True},
        "no-hankaku-kana": True,
        "no-invalid-control-character": True,
        "no-mix-dearu-desumasu": {
            "preferInHeader": "",
            "preferInBody": "ですます",
            "preferInList": "ですます",
            "strict": True,
        },
        "no-nfd": True,
        "no-zero-width-spaces": True,
    },
    # no preset in textlint's sense: a configuration in a package, of two presets and a dictionary
    "preset-icsmedia": {
        **_JAPANESE,
        "sentence-length": {"max": 150},
        "no-doubled-joshi": {
            "min_interval": 1,
            "strict": False,
            "allow": ["も", "や", "か"],
            "separatorCharacters": list("、。?!？！「」“”/／"),
        },
        **_JTF,
        "prh": {"rulePaths": [_ICSMEDIA]},
    },
}
"""The rules inside each preset, by their short names, with the options that the preset sets."""

PACKAGES: Mapping[str, Package] = {
    "preset-ja-technical-writing": Package("textlint-rule-preset-ja-technical-writing", "12.0.2"),
    "preset-japanese": Package("textlint-rule-preset-japanese", "10.0.4"),
    "preset-jtf-style": Package("textlint-rule-preset-jtf-style", "3.0.3"),
    "preset-ja-spacing": Package("textlint-rule-preset-ja-spacing", "3.0.3"),
    "preset-ai-writing": Package("@textlint-ja/textlint-rule-preset-ai-writing", "1.7.0"),
    "preset-smarthr": Package("textlint-rule-preset-smarthr", "1.37.0"),
    "preset-bengo4": Package("textlint-rule-preset-bengo4", "2.2.2"),
    "preset-ja-engineering-paper": Package("textlint-rule-preset-ja-engineering-paper", "1.0.4"),
    "preset-vuejs-jp": Package("github:vuejs-jp/textlint-rule-preset-vuejs-jp", "d62d64c"),
    "preset-icsmedia": Package("github:ics-creative/textlint-rule-preset-icsmedia", "400d115"),
}
