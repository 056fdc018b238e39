"""Two rules of textlint's that are one of jlint's: the stricter holds, what the user wrote beats a preset."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from jlint.textlint.translate import Translation, translate

TECHNICAL, JAPANESE, SMARTHR, VUE = (
    "preset-ja-technical-writing",
    "preset-japanese",
    "preset-smarthr",
    "preset-vuejs-jp",
)


def option(translation: Translation, rule: str, name: str) -> Any:
    return translation.rules[rule].options.get(name)


def in_any_order(rules: dict[str, Any]) -> list[Translation]:
    return [translate({"rules": dict(order)}) for order in permutations(rules.items())]


@pytest.mark.parametrize(
    ("rules", "rule", "name", "value", "why"),
    [
        ({SMARTHR: True, TECHNICAL: True}, "long-sentence", "max", 100, "100, the stricter, holds"),
        ({JAPANESE: True, TECHNICAL: True}, "mixed-politeness", "body", "polite", ""),
        ({JAPANESE: True, TECHNICAL: True}, "mixed-politeness", "lists", "plain", ""),
        (
            {JAPANESE: {"max-ten": {"max": 5}}, TECHNICAL: True},
            "too-many-commas",
            "max",
            5,
            "5, which you wrote, holds",
        ),
        ({"max-ten": {"max": 2}, TECHNICAL: True}, "too-many-commas", "max", 2, "2, which you wrote, holds"),
        (
            {JAPANESE: {"max-ten": {"max": 5}}, TECHNICAL: {"max-ten": {"max": 4}}},
            "too-many-commas",
            "max",
            4,
            "4, the stricter, holds",
        ),
        (
            {JAPANESE: {"no-mix-dearu-desumasu": {"preferInBody": "である"}}, TECHNICAL: True},
            "mixed-politeness",
            "body",
            "plain",
            "plain, which you wrote, holds",
        ),
        (
            {JAPANESE: {"no-doubled-joshi": {"min_interval": 2}}, TECHNICAL: {"no-doubled-joshi": {"min_interval": 3}}},
            "repeated-particle",
            "interval",
            3,
            "3, the stricter, holds",
        ),
        (
            {TECHNICAL: {"ja-no-mixed-period": {"allowEmojiAtEnd": True}}, SMARTHR: True},
            "missing-full-stop",
            "emoji",
            True,
            "True, which you wrote, holds",
        ),
        (
            {
                TECHNICAL: {"ja-no-mixed-period": {"allowEmojiAtEnd": True}},
                SMARTHR: {"ja-no-mixed-period": {"periodMark": "。"}},
            },
            "missing-full-stop",
            "emoji",
            False,
            "",
        ),
    ],
)
def test_what_holds_whatever_the_order(rules: dict[str, Any], rule: str, name: str, value: Any, why: str) -> None:
    for translation in in_any_order(rules):
        assert option(translation, rule, name) == value
        remarks = [remark.en for remark in translation.remarks if f"{name} of {rule} " in remark.en]
        assert [remark.endswith(why) for remark in remarks] == ([True] if why else [])


def test_what_one_excepts_the_other_reports() -> None:
    one = {"no-doubled-joshi": {"min_interval": 1, "allow": ["も", "や"]}}
    other = {"no-doubled-joshi": {"min_interval": 1, "allow": ["や", "か"]}}
    for translation in in_any_order({JAPANESE: one, TECHNICAL: other}):
        assert option(translation, "repeated-particle", "allow") == ["や"]
    for translation in in_any_order({JAPANESE: one, TECHNICAL: True}):
        assert option(translation, "repeated-particle", "allow") == ["も", "や"]


def test_two_that_contradict_each_other_are_told() -> None:
    paper = {"unify-kuten-and-touten": True}
    (remark,) = (
        remark
        for remark in translate({"rules": {"preset-jtf-style": True, **paper}}).remarks
        if remark.en.startswith("comma of ")
    )
    assert remark.ja == (
        "mixed-punctuation の comma が二通り（preset-jtf-style/1.2.2.ピリオド(.)とカンマ(,) の 、 と "
        "unify-kuten-and-touten の ，）になりました。自分で書いた ， にします"
    )
    style = {"preferInBody": "である"}
    other = {"preferInBody": "ですます"}
    config = {JAPANESE: {"no-mix-dearu-desumasu": style}, TECHNICAL: {"no-mix-dearu-desumasu": other}}
    translation = translate({"rules": config})
    assert option(translation, "mixed-politeness", "body") == "plain"
    assert translation.remarks[-1].en.endswith("Both can't hold; plain does")


def test_marks_are_joined() -> None:
    translation = translate({"rules": {"preset-jtf-style": True}})
    assert option(translation, "mixed-mark-width", "full") == ["！", "？", "・", "〜", "：", "（）", "［］"]


def test_what_lists_and_paragraphs_ask_for_is_both_looked_at() -> None:
    config = {"preset-ai-writing": {"no-ai-emphasis-patterns": {"disableHeadingEmphasisPatterns": True}}}
    assert option(translate({"rules": config}), "bold-label", "items") is True
