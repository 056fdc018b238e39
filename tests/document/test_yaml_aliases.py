"""YAML whose aliases expand without end."""

from __future__ import annotations

import pytest

from jlint.document.yaml_aliases import ENDLESS, expanded_sizes, nodes_of
from jlint.document.yaml_fields import read_yaml
from jlint.document.yaml_nodes import compose, compose_whole

BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + "]\n" for n in range(1, 12))


def test_the_first_node_that_expands_too_far_is_named() -> None:
    node, error = compose_whole(BOMB)
    assert node is None
    assert error is not None
    assert (error.message, BOMB[: error.offset].count("\n")) == (ENDLESS, 5)


@pytest.mark.parametrize("text", ["a: &a [*a]", "a: &a {b: [x, *a]}", "&a [*a, *a]"])
def test_an_alias_inside_itself_is_without_end(text: str) -> None:
    assert compose_whole(text)[1] is not None


def test_few_aliases_and_many_values_are_all_right() -> None:
    text = "a: &a [x]\nb: *a\nc: [" + "y, " * 150_000 + "*a]\n"
    node, error = compose_whole(text)
    assert node is not None
    assert error is None
    assert expanded_sizes(node)[id(node)] == len(list(nodes_of(node))) + 4


def test_the_fields_of_front_matter_may_not_expand_too_far_together() -> None:
    base = "a: &a [" + "x, " * 1000 + "]\nb: &b [" + "*a, " * 90 + "]\n"
    reading = read_yaml(base + "".join(f"c{n}: *b\n" for n in range(2000)))
    assert [field.key for field in reading.fields if field.value is not None] == ["a", "b"]
    assert len(reading.flaws) == 2000


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("depth", [5_000, 100_000])
def test_what_is_nested_too_deeply_is_an_error(opening: str, depth: int) -> None:
    node, error = compose(opening * depth)
    assert node is None
    assert error is not None
    assert error.message.en == "A value is nested too deeply"


def test_without_libyaml_too(monkeypatch: pytest.MonkeyPatch) -> None:
    import yaml

    monkeypatch.setattr("jlint.document.yaml_nodes._Loader", yaml.SafeLoader)
    assert compose("[" * 2_000 + "]" * 2_000)[1] is not None
