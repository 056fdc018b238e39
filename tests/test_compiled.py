"""Expressions that are compiled at their first use."""

from __future__ import annotations

import re

import pytest

from jlint.compiled import lazy_pattern


def test_nothing_is_compiled_before_the_first_use(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    compile_now = re.compile

    def note(pattern: str, flags: int = 0) -> re.Pattern[str]:
        asked.append(pattern)
        return compile_now(pattern, flags)

    monkeypatch.setattr("re.compile", note)
    expression = lazy_pattern("雨+")
    assert (expression.pattern, asked) == ("雨+", [])
    assert [found.span() for found in expression.finditer("雨雨と雨")] == [(0, 2), (3, 4)]
    assert expression.search("晴れ") is None
    assert asked == ["雨+"]


@pytest.mark.parametrize("flags", [0, re.IGNORECASE | re.MULTILINE])
def test_it_has_what_a_compiled_one_has(flags: int) -> None:
    pattern = "(?P<day>[0-9]+)日|夜"
    made = re.compile(pattern, flags)
    public = [name for name in dir(made) if not name.startswith("_")]
    for name in public:
        if not callable(getattr(made, name)):
            assert getattr(lazy_pattern(pattern, flags), name) == getattr(made, name)
        else:
            assert callable(getattr(lazy_pattern(pattern, flags), name))


def test_it_has_nothing_else() -> None:
    with pytest.raises(AttributeError):
        lazy_pattern("雨").searched  # type: ignore[attr-defined]  # noqa: B018


def test_a_wrong_one_is_wrong_at_its_first_use() -> None:
    expression = lazy_pattern("(雨")
    with pytest.raises(re.error):
        expression.search("雨")
