"""Patterns of .gitignore: they match what pathspec matches, in bounded time."""

from __future__ import annotations

import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pathspec import GitIgnoreSpec

from jlint.config.in_force.gitignore import spec_of
from tests.config.helpers import mistakes, write


@pytest.fixture
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


_PIECES = ["a", "b", "*", "?", "**", "[ab]", "[!a]", "[]b]", "\\*", ".", "[", " ", "!", "#", "^", "(", ")", "-"]
_NAME = st.lists(st.sampled_from(_PIECES), max_size=6).map("".join) | st.sampled_from(["**", "a", "a*", "*b"])
_PATTERN = st.builds(
    lambda start, names, end: start + "/".join(names) + end,
    st.sampled_from(["", "/", "!", "**/", "!/"]),
    st.lists(_NAME, min_size=1, max_size=5),
    st.sampled_from(["", "/", "/**"]),
)
_PATH = st.lists(st.text("ab.*", min_size=1, max_size=5), min_size=1, max_size=7).map("/".join)


@settings(max_examples=500, deadline=None)
@given(st.lists(_PATTERN, min_size=1, max_size=3), _PATH, st.sampled_from(["", "/"]))
def test_the_same_files_as_by_pathspec(patterns: list[str], path: str, ending: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        try:
            expected = GitIgnoreSpec.from_lines(patterns, backend="simple").check_file(path + ending).include
        except (ValueError, re.error):
            return
        assert spec_of(patterns).check_file(path + ending).include == expected


_MANY_STARS = ["*a*a*a*a*a*a*a*a*b", "**/a*/**/a*/**/*a*/**/b", "**/*a*a*a*/**/*a*a*a*b"]
_LONG_NAMES = ["a" * 200 + ".md", "/".join(["a" * 20] * 20) + "/c.md"]


@pytest.mark.usefixtures("_in_folder")
@pytest.mark.parametrize("place", ["exclude: [GLOB]\n", "overrides: [{files: [GLOB], rules: {typo: off}}]\n"])
def test_many_stars_in_a_configuration_take_no_time(place: str) -> None:
    for glob in _MANY_STARS:
        write(Path(), rules__yaml=place.replace("GLOB", f'"{glob}"'))
        _ends("from jlint.config import Config; c = Config(); [c.for_file(n) for n in sys.argv[1:]]", *_LONG_NAMES)


def test_many_stars_in_a_gitignore_take_no_time(tmp_path: Path) -> None:
    write(tmp_path, __gitignore="\n".join(_MANY_STARS) + "\n")
    file = tmp_path / ("a" * 200 + ".md")
    file.touch()
    _ends("from jlint.engine.files import find_files; assert find_files([sys.argv[1]]).files", str(tmp_path))


def _ends(script: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-c", f"import sys; {script}", *arguments], check=True, timeout=30)


def test_a_line_that_cannot_be_read_names_nothing() -> None:
    spec = spec_of(["[z-a]", "a\\", "!", "b.md"])
    assert [name for name in ("z", "a", "a\\", "b.md") if spec.match_file(name)] == ["b.md"]


@pytest.mark.usefixtures("_in_folder")
@pytest.mark.parametrize("glob", ["[z-a]", "a\\", "[a", "!"])
def test_a_glob_that_cannot_be_read_is_a_mistake(glob: str) -> None:
    write(Path(), rules__yaml=f"exclude: ['{glob}']\n")
    assert mistakes(Path("a.md")) == [f"rules.yaml:1:11: パス「{glob}」は使えません: 括弧や ! や \\ の使い方が違います"]
