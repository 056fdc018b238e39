"""Options that contain groups of settings: read, merged over files, published and explained."""

from __future__ import annotations

import pickle
from pathlib import Path

import msgspec
import pytest

from jlint.config import Config
from jlint.config.display.schema import schema
from jlint.rules.contract.documentation import fields_of, groups_in
from jlint.rules.front_matter.front_matter_mismatch import FrontMatterMismatch
from jlint.rules.helpers.front_matter.fields import FieldOptions
from tests.cli.run import jlint
from tests.config.helpers import mistakes

RULE = FrontMatterMismatch.id


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def reported(text: str) -> list[str]:
    Path("rules.yaml").write_text(text, "utf-8")
    return [line.removeprefix("rules.yaml:") for line in mistakes(Path("draft.md"))]


def in_force(text: str, path: str) -> dict[str, FieldOptions]:
    Path("rules.yaml").write_text(text, "utf-8")
    config = Config()
    config.load([path])
    settings = config.for_file(path)
    assert settings is not None
    (rule,) = (entry.rule for entry in settings.active if entry.rule.id == RULE)
    assert isinstance(rule, FrontMatterMismatch)
    assert pickle.loads(pickle.dumps(config)).for_file(path) is not None
    return rule.options.fields


FIELDS = "rules:\n  front-matter-mismatch:\n    fields:\n"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("      title: {requird: true}\n", "4:15: requird という項目はありません。required のことですか"),
        (
            "      title: {max-characters: 0}\n",
            "4:31: max-characters に書けるのは 1 以上の整数、または null ですが、数「0」が書かれています",
        ),
        (
            "      title: [text]\n",
            "4:14: fields に書けるのは「項目: 値」の並びですが、リストが書かれています",
        ),
        (
            "      title: {}\n      title: {}\n",
            "5:7: title が二度書かれています（最初は 4 行目）。一つにしてください",
        ),
        (
            "      title: {pattern: '(a'}\n",
            "2:3: title: pattern の「(a」は正規表現として読めません: 閉じる ) がありません（3 文字目）",
        ),
    ],
)
def test_mistakes_have_their_places(text: str, line: str) -> None:
    assert [message.rstrip("？") for message in reported(FIELDS + text)] == [line]


def test_fields_are_merged_key_by_key() -> None:
    base = FIELDS + "      title: {required: true, max-characters: 60}\n      tags: {type: list}\n"
    text = (
        base + "overrides:\n  - files: [old.md]\n    rules:\n      front-matter-mismatch:\n        fields:\n"
        "          title: {required: false}\n          image: {required: true}\n"
    )
    assert in_force(text, "new.md") == {
        "title": FieldOptions(required=True, max_characters=60),
        "tags": FieldOptions(type="list"),
    }
    assert in_force(text, "old.md") == {
        "title": FieldOptions(required=False, max_characters=60),
        "tags": FieldOptions(type="list"),
        "image": FieldOptions(required=True),
    }


def test_a_later_file_adds_to_what_it_extends() -> None:
    Path("house.yaml").write_text(FIELDS + "      title: {required: true}\n      date: {type: date}\n", "utf-8")
    text = "extends: house.yaml\n" + FIELDS + "      date: {required: true}\n      title: {type: [text, number]}\n"
    assert in_force(text, "draft.md") == {
        "title": FieldOptions(required=True, type=("text", "number")),
        "date": FieldOptions(required=True, type="date"),
    }


def test_every_setting_of_a_group_is_documented() -> None:
    for field in fields_of(FieldOptions):
        assert field.meaning.ja, field.name
        assert field.meaning.en, field.name
        assert field.default is None


def test_groups_are_found_inside_mappings() -> None:
    by_name = {field.name: list(groups_in(field.type)) for field in fields_of(FrontMatterMismatch.Options)}
    assert by_name == {"preset": [], "fields": [FieldOptions], "unknown-fields": []}


def test_the_schema_describes_a_group() -> None:
    whole = schema("en")
    _, mapping = whole["definitions"]["rules"]["properties"][RULE]["anyOf"]
    assert mapping["properties"]["fields"]["additionalProperties"] == {"$ref": "#/definitions/FieldOptions"}
    group = whole["definitions"]["FieldOptions"]
    assert group["additionalProperties"] is False
    assert set(group["properties"]) == {field.encode_name for field in msgspec.structs.fields(FieldOptions)}
    assert group["properties"]["allowed"]["description"] == "The values it may have."


def test_explain_and_show_name_the_settings_of_a_group() -> None:
    Path("rules.yaml").write_text(FIELDS + "      title: {required: true}\n", "utf-8")
    assert "        max-characters: The most characters." in jlint("explain", RULE, "--lang", "en").out
    assert "    fields: {title: {required: true}}  # rules.yaml:3" in jlint("config", "show").out
