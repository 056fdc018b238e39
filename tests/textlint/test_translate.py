"""`jlint init --from-textlint`: what a textlint configuration becomes, and the remarks on the rest."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from jlint.config import Config
from jlint.finding import Text
from jlint.textlint import presets, table
from jlint.textlint.migrate import migrate
from jlint.textlint.names import short_name
from jlint.textlint.translate import translate
from jlint.textlint.translation import Dictionary, Given, Lost, On, Part, SitePattern, on
from tests.cli.run import jlint
from tests.config.helpers import mistakes


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def written(config: Any, name: str = ".textlintrc") -> tuple[str, str]:
    """What `init` writes for the configuration, and its standard error."""
    Path(name).write_text(config if isinstance(config, str) else json.dumps(config, ensure_ascii=False), "utf-8")
    Path("rules.yaml").unlink(missing_ok=True)
    ended = jlint("init", "--from-textlint", name)
    assert ended.code == 0, ended.err
    assert mistakes(Path("a.md")) == []
    return Path("rules.yaml").read_text("utf-8"), ended.err


@pytest.mark.parametrize(
    "name",
    [
        "preset-ai-writing",
        "textlint-rule-preset-ai-writing",
        "@textlint-ja/preset-ai-writing",
        "@textlint-ja/textlint-rule-preset-ai-writing",
    ],
)
def test_names(name: str) -> None:
    assert short_name(name) == "preset-ai-writing"


def in_process(config: dict[str, Any]) -> tuple[str, list[str]]:
    """The same in this process, with the remarks."""
    Path("rc.json").write_text(json.dumps(config, ensure_ascii=False), "utf-8")
    text, remarks = migrate("rc.json", "rules.yaml", "ja")
    Path("rules.yaml").write_text(text, "utf-8")
    assert mistakes(Path("a.md")) == []
    return text, remarks


def without_missing(remarks: list[str]) -> list[str]:
    """Without those that tell of a dictionary of a package that npm hasn't installed."""
    return [remark for remark in remarks if not (remark.startswith("node_modules/") and "npm install" in remark)]


def without_dictionaries(found: list[str]) -> list[str]:
    """The mistakes but for dictionaries that come with packages of npm, which nobody has installed here."""
    return [line for line in found if "node_modules/" not in line]


@pytest.mark.parametrize("rule", table.RULES)
def test_every_rule_becomes_something_that_can_be_used(rule: str) -> None:
    preset, _, inside = rule.partition("/")
    config = {preset: {**dict.fromkeys(presets.PRESETS[preset], False), inside: {}}} if inside else {rule: True}
    Path("rc.json").write_text(json.dumps({"rules": config}, ensure_ascii=False), "utf-8")
    text, remarks = migrate("rc.json", "rules.yaml", "ja")
    Path("rules.yaml").write_text(text, "utf-8")
    assert without_missing(remarks) == [] or rule == "preset-smarthr/pattern"
    if "node_modules/" in text:
        assert without_dictionaries(mistakes(Path("a.md"))) == []
        return
    settings = Config().for_file("a.md")
    assert settings is not None
    assert settings.active or rule in ("ng-word", "pattern", "preset-smarthr/pattern")


@pytest.mark.parametrize(
    ("preset", "told"),
    [
        *((name, "") for name in presets.PRESETS if name not in ("preset-smarthr", "preset-ja-engineering-paper")),
        ("preset-smarthr", "preset-smarthr/pattern の pattern-rules.yml は引き継げません"),
        ("preset-ja-engineering-paper", "unsupported: preset-ja-engineering-paper/use-si-units"),
    ],
)
def test_every_preset_is_translated_as_a_whole(preset: str, told: str) -> None:
    Path("rc.json").write_text(json.dumps({"rules": {preset: True}}), "utf-8")
    text, remarks = migrate("rc.json", "rules.yaml", "ja")
    Path("rules.yaml").write_text(text, "utf-8")
    assert without_dictionaries(mistakes(Path("a.md"))) == []
    others = without_missing(remarks)
    assert [remark for remark in others if not told or not remark.startswith(told)] == []
    assert bool(told) is bool(others)


@pytest.fixture
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    def brackets(given: Given) -> Iterable[Part]:
        yield on("unclosed-bracket")
        if given.get("strict"):
            yield Lost("strict", Text("要りません", "Not needed"))

    def placeholder(given: Given) -> Iterable[Part]:
        yield on("placeholder", circles=given.get("circles"))

    def words(given: Given) -> Iterable[Part]:
        yield SitePattern("words", {"match": given.texts("words"), "message": "直す"})
        yield Dictionary("prh.yml")

    rules = {
        "brackets": brackets,
        "preset-made/circle": placeholder,
        "words": words,
        "square": lambda _: [On("placeholder")],
    }
    monkeypatch.setattr(table, "RULES", rules)
    monkeypatch.setattr("jlint.textlint.translate.RULES", rules)
    made = {"preset-made": {"circle": {"circles": True}, "brackets": False}}
    for module in ("asked", "translate"):
        monkeypatch.setattr(f"jlint.textlint.{module}.PRESETS", made)


@pytest.mark.usefixtures("_made_up")
class TestTranslation:
    """With rules made up for the purpose."""

    def of(self, **rules: Any) -> dict[str, tuple[str, dict[str, Any], list[str]]]:
        translation = translate({"rules": {name.replace("_", "-"): value for name, value in rules.items()}})
        return {rule: (line.severity, line.options, line.origins) for rule, line in translation.rules.items()}

    def test_presets_and_what_is_off_in_them(self) -> None:
        circle = ("error", {"circles": True}, ["preset-made/circle"])
        assert self.of(preset_made=True) == {"placeholder": circle}
        assert self.of(preset_made={"circle": False}) == {}
        assert self.of(preset_made={"circle": True}) == {"placeholder": circle}
        assert self.of(preset_made={"circle": None}) == {"placeholder": circle}
        assert self.of(preset_made={"circle": {}}) == {"placeholder": ("error", {}, ["preset-made/circle"])}
        assert self.of(preset_made=False, brackets=False) == {}
        assert self.of(**{"preset_made": True, "preset-made/circle": False}) == {}

    def test_a_rule_that_a_preset_does_not_have_stays_off(self) -> None:
        translation = translate({"rules": {"preset-made": {"circle": False, "square": True}}})
        assert translation.rules == {}
        ((name, _),) = translation.unsupported
        assert name == "preset-made/square"

    def test_what_a_preset_leaves_off_can_be_turned_on(self) -> None:
        translation = translate({"rules": {"preset-made": {"brackets": True}}})
        assert set(translation.rules) == {"placeholder", "unclosed-bracket"}
        (remark,) = translation.remarks
        assert remark.en.startswith(
            "The preset leaves preset-made/brackets off, and true doesn't turn it on in textlint"
        )
        assert translate({"rules": {"preset-made": {"brackets": {}}}}).remarks == []

    @pytest.mark.parametrize("value", [None, 0, ""])
    def test_what_textlint_takes_for_off(self, value: object) -> None:
        assert self.of(brackets=value, preset_made=value) == {}

    def test_a_severity_for_a_whole_preset_is_told(self) -> None:
        (remark,) = translate({"rules": {"preset-made": {"severity": "warning"}}}).remarks
        assert remark.en.startswith("severity of preset-made has no effect in textlint")

    def test_severity(self) -> None:
        assert self.of(brackets={"severity": "warning"})["unclosed-bracket"][0] == "warning"
        assert self.of(brackets=True)["unclosed-bracket"][0] == "error"

    def test_two_rules_that_are_one(self) -> None:
        assert self.of(square={"severity": "info"}, preset_made={"circle": {"severity": "warning"}}) == {
            "placeholder": ("warning", {}, ["square", "preset-made/circle"])
        }

    def test_what_is_lost_is_reported(self) -> None:
        remarks = translate({"rules": {"brackets": {"strict": True, "lax": 1}}}).remarks
        assert [text.en for text in remarks] == [
            "strict of brackets is not carried over: Not needed",
            "lax of brackets is not carried over: jlint has nothing for it",
        ]

    def test_what_two_rules_set_is_joined(self) -> None:
        parts = {
            "one": lambda _: [on("leftover-todo", words=["TODO"], tasks=False)],
            "other": lambda _: [on("leftover-todo", words=["XXX"])],
        }
        table.RULES.update(parts)  # type: ignore[attr-defined]
        (line,) = translate({"rules": {"one": True, "other": True}}).rules.values()
        assert line.options == {"words": ["TODO", "XXX"], "tasks": True}

    def test_unsupported(self) -> None:
        config = {
            "rules": {"bracket": True, "no-such": True, "preset-made": {"other": True}},
            "filters": {"no-such-filter": {}},
        }
        assert sorted((name, text.en.partition(".")[0]) for name, text in translate(config).unsupported) == [
            ("bracket", "An unknown rule"),
            ("no-such", "jlint has no such rule"),
            ("no-such-filter", "Write <!-- jlint-disable-next RULE --> where findings are to stop"),
            ("preset-made/other", "preset-made has no such rule, and textlint passes over it too"),
        ]

    def test_words_of_an_unknown_rule_become_a_pattern(self) -> None:
        translation = translate({"rules": {"preset-made": {"no-such": {"customPhrases": ["甲", "乙"], "level": 3}}}})
        (entry,) = translation.patterns
        assert (entry.id, entry.fields["match"]) == ("no-such", ["甲", "乙"])
        (unsupported,) = translation.unsupported
        assert unsupported.instead.en.endswith("The words of customPhrases have become no-such under patterns")

    def test_patterns_and_dictionaries(self) -> None:
        translation = translate({"rules": {"words": {"words": "あ"}}})
        assert [(entry.id, entry.fields["match"]) for entry in translation.patterns] == [("words", ["あ"])]
        assert translation.dictionaries == ["prh.yml"]


FORMS = {
    ".textlintrc": '{\n  // 一つだけ\n  "rules": {"no-such-rule": true,},\n}',
    ".textlintrc.yaml": "rules:\n  no-such-rule: true\n",
    ".textlintrc.yml": "rules: {no-such-rule: true}\n",
    ".textlintrc.json": '{"rules": {"no-such-rule": true}} /* end */',
    "package.json": '{"name": "a", "textlint": {"rules": {"no-such-rule": true}}}',
}


@pytest.mark.parametrize("name", FORMS)
def test_forms(name: str) -> None:
    text, err = written(FORMS[name], name)
    assert "unsupported: no-such-rule: 当たるルールがありません" in err
    assert "# unsupported: no-such-rule" in text
    assert "extends: none\n" in text


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (".textlintrc.js", "module.exports = {}", ".textlintrc.js は JavaScript なので読めません"),
        (".textlintrc", "module.exports = {rules: {}}", ".textlintrc は JavaScript なので読めません"),
        ("package.json", "{}", "package.json に textlint の項目がありません"),
        (".textlintrc", "[1]", ".textlintrc は textlint の設定ではありません"),
        (".textlintrc.json", '{"rules":\n {"a" true}}', "（2 行目あたり）"),
    ],
)
def test_what_cannot_be_read(name: str, text: str, message: str) -> None:
    Path(name).write_text(text, "utf-8")
    code, out, err = jlint("init", "--from-textlint", name)
    assert (code, out) == (2, "")
    assert message in err
    assert not Path("rules.yaml").exists()


def test_missing_file() -> None:
    assert jlint("init", "--from-textlint", "rc.json") == (2, "", "jlint: rc.json がありません\n")


def test_values_that_jlint_does_not_accept_are_reported_and_left_out() -> None:
    text, remarks = in_process(
        {"rules": {"sentence-length": {"max": "many"}, "ja-no-weak-phrase": {"allow": ["/(/", "かもね"]}}}
    )
    assert "max:" not in text
    assert "allow: [かもね]" in text
    assert [line.partition(" は引き継げません")[0] for line in remarks] == [
        "sentence-length の long-sentence max",
        "ja-no-weak-phrase の weak-phrase allow",
    ]


def test_a_rule_of_the_site_may_be_called_as_one_of_jlints() -> None:
    text, _ = in_process({"rules": {"typo": {"words": ["港町"]}, "9-lives": {"words": ["猫"]}}})
    assert "- id: typo-2" in text
    assert "- id: house-9-lives" in text


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [" + f"*a{n - 1}, " * 9 + "]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[" * 100_000, ".textlintrc の値の入れ子が深すぎます"),
        ("[" * 500 + "]" * 500, ".textlintrc の値の入れ子が深すぎます"),
        ('{"a":' * 100_000, ".textlintrc の値の入れ子が深すぎます"),
        ("a: " + "{a: " * 100_000, ".textlintrc を読めません（1 行目）: 値の入れ子が深すぎます"),
        ("a: " + "{a: " * 500 + "}" * 500, ".textlintrc の値の入れ子が深すぎます"),
        (BOMB, ".textlintrc を読めません（6 行目）: 別名"),
        ("rules: &a\n  b: *a\n", ".textlintrc を読めません（1 行目）: 別名"),
        ('{"rules": {"max-ten": {"max": ' + "9" * 5_000 + "}}}", "（1 行目あたり）"),
        ("rules: {a: 0000-00-00}\n", "（1 行目あたり）"),
        ("rules:\n  a: !!python/object/apply:os.getcwd []\n", "（2 行目あたり）"),
        ('{"rules": {}} /* ' + "/*" * 100_000, "（1 行目あたり）"),
        ('"' + '\\"' * 100_000, "（1 行目あたり）"),
        ('"' + '\\"' * 100_000 + "\\", "（1 行目あたり）"),
        ("\n" * 200_000 + "@", "（200001 行目あたり）"),
        ("," + " " * 200_000 + "@", "（1 行目あたり）"),
    ],
)
def test_what_would_take_forever_to_read(text: str, message: str) -> None:
    Path(".textlintrc").write_text(text, "utf-8")
    arguments = [sys.executable, "-m", "jlint", "init", "--from-textlint", ".textlintrc", "--lang", "ja"]
    run = subprocess.run(arguments, capture_output=True, timeout=30, check=False)
    err = run.stderr.decode("utf-8")
    assert run.returncode == 2
    assert message in err
    assert "不具合" not in err


def test_half_a_character_and_numbers_without_end() -> None:
    rules = '{"rules": {"no-such": {"words": ["a\\ud800"]}, "max-ten": {"max": 1e999}, "no-todo": NaN}}'
    text, err = written(rules, ".textlintrc")
    assert "a\ufffd" in text
    assert "不具合" not in err


@pytest.mark.parametrize(
    ("given", "options"),
    [
        ({}, {"links": False, "emphasis": False}),
        ({"checkLink": True, "checkEmphasis": True, "checkBlockQuote": True}, {"quotations": True}),
        (
            {"checkLink": True, "checkEmphasis": True, "checkHeader": False, "checkParagraph": False},
            {"headings": False, "paragraphs": False},
        ),
    ],
)
def test_the_parts_that_prh_checks(given: dict[str, Any], options: dict[str, bool]) -> None:
    translation = translate({"rules": {"prh": {"rulePaths": ["a.yml"], **given}}})
    assert translation.rules["dictionary-term"].options == options
    assert (translation.dictionaries, translation.remarks) == (["a.yml"], [])


def test_what_prh_has_and_jlint_has_not_is_told() -> None:
    given = {"rulePaths": ["~/words.yml"], "ruleContents": ["rules: []"], "checkCodeComment": ["js"]}
    translation = translate({"rules": {"prh": given}})
    told = zip(("~/words.yml", "checkCodeComment", "ruleContents"), translation.remarks, strict=True)
    assert translation.dictionaries == []
    assert [word in remark.ja for word, remark in told] == [True] * 3


def test_dictionaries_that_are_not_there_are_told() -> None:
    Path("own.yml").write_text("imports: [node_modules/prh/prh-rules/files/markdown.yml]\nrules: []\n", "utf-8")
    paths = ["own.yml", "node_modules/words/prh.yml", "gone.yml"]
    Path("rc.json").write_text(json.dumps({"rules": {"prh": {"rulePaths": paths}}}), "utf-8")
    text, remarks = migrate("rc.json", "rules.yaml", "ja")
    assert [path in text for path in paths] == [True] * 3
    assert ["npm install --save-dev prh" in each for each in remarks] == [True, False, False]
    assert "npm install --save-dev words" in remarks[1]
    assert remarks[2] == "gone.yml という辞書がありません"


def test_names_with_a_zero_character() -> None:
    filters = '{"allowlist": {"allowlistConfigPaths": ["a\\u0000b.yml"]}}'
    rules = '{"prh": {"rulePaths": ["a\\u0000"]}}'
    Path(".textlintrc").write_text(f'{{"filters": {filters}, "rules": {rules}}}', "utf-8")
    code, _, err = jlint("init", "--from-textlint", ".textlintrc")
    assert (code, "がありません" in err, "不具合" in err) == (0, True, False)
    assert [line.endswith("という辞書がありません") for line in mistakes(Path("a.md"))] == [True]
