"""Plugins that can't be used are told with the name of their distribution, and no traceback reaches anybody."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.run import Ended, jlint
from tests.plugins.making import RULE, plugin

HEAD = "jlint: The rule house-harbor of the plugin jlint-harbor 1.0"
CHECK = RULE.index("    def check(")


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "posts").mkdir()
    monkeypatch.chdir(tmp_path / "posts")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "site"))
    Path("a.md").write_text("朝の波止場へ行く。\n", "utf-8")


def checked(*options: str) -> Ended:
    done = jlint("check", "--allow-plugins", "--lang", "en", *options, "a.md")
    assert "Traceback" not in done.err
    return done


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("import nowhere\n", "jlint_harbor:Harbor can't be imported (ModuleNotFoundError: No module named 'nowhere')"),
        ("class Harbor(\n", "jlint_harbor:Harbor can't be imported (SyntaxError: "),
        ("raise SystemExit(3)\n", "jlint_harbor:Harbor can't be imported (SystemExit: 3)"),
        ("Harbour = 1\n", "jlint_harbor:Harbor can't be imported (AttributeError: "),
        ("class Harbor: pass\n", "jlint_harbor:Harbor is no class that derives Rule"),
        (RULE.replace('id = "house-harbor"', 'id = "harbor"'), "id is 'harbor', unlike the entry point's name"),
        (RULE.replace('"notation"', '"words"'), "category has to be one of: typo, "),
        (RULE.replace("Severity.WARNING", '"warning"'), "severity has to be a Severity or None"),
        (RULE.replace("    english = ", "    german = "), "english, its documentation in English, is missing"),
        (
            RULE.replace('"""「波止場」を', 'help = """「波止場」を'),
            "The docstring, its documentation in Japanese, is missing",
        ),
        (
            RULE.replace("Bad(", "list((").replace(', fixed="朝の港へ行く。\\n")', "))"),
            "examples has to be a tuple of Bad and Good",
        ),
        (RULE.replace('needs = "波止場"', 'needs = ["波止場"]'), "needs has to be a text or None"),
        (RULE.replace("def check", "def lint"), "check is missing"),
        (
            RULE.replace("    needs", '    supersedes = ("no-rule",)\n    needs'),
            "supersedes names no-rule, which is no rule",
        ),
        (RULE.replace("    needs", '    heeds = ("doubled-word",)\n    needs'), "heeds and beside go together"),
        (RULE.replace("    needs", "    across = True\n    needs"), "across is True for what derives CrossRule"),
        (RULE.replace(', doc("使う語", "The word to use")', ', "?"'), "The option word isn't explained by doc(…)"),
        (RULE.replace(' = "港"', ""), "The option word has no default"),
        (
            RULE.replace("    options: Options", "    def __init__(self, options=None): raise OSError(5)"),
            "It can't be made with its default options (OSError: 5)",
        ),
    ],
)
def test_a_plugin_that_breaks_the_contract(tmp_path: Path, code: str, why: str) -> None:
    plugin(tmp_path / "site", code)
    done = checked()
    assert done.code == 2
    assert f"{HEAD} can't be used: {why}" in done.err
    assert done.out == ""


def test_ids_that_are_taken(tmp_path: Path) -> None:
    site = tmp_path / "site"
    plugin(site, entries={"doubled-word": "jlint_harbor:Harbor", "style": "jlint_harbor:Harbor"})
    assert checked().err.splitlines() == [
        "jlint: The rule doubled-word of the plugin jlint-harbor 1.0 can't be used: jlint has a rule of that name",
        "jlint: The rule style of the plugin jlint-harbor 1.0 can't be used: That is the name of a category",
    ]
    plugin(site)
    plugin(site, name="jlint-other", entries={"house-harbor": "jlint_harbor:Harbor"})
    done = checked()
    assert (done.code, done.err) == (
        2,
        "jlint: The rule house-harbor of the plugin jlint-other 1.0 can't be used: "
        "jlint-harbor 1.0 has a rule of that name too\n",
    )


def test_a_pattern_cannot_have_the_id_of_a_plugins_rule(tmp_path: Path) -> None:
    plugin(tmp_path / "site")
    Path("rules.yaml").write_text("patterns: [{id: house-harbor, match: 港, message: 港}]\n", "utf-8")
    assert checked().code == 2
    assert checked().err.startswith("rules.yaml:1:17: house-harbor is a rule ")


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("raise KeyError('港')", "KeyError: '港'"),
        ("raise SystemExit(0)", "SystemExit: 0"),
        ("return None", "TypeError: 'NoneType' object is not iterable"),
        ("yield 1", "int is no Finding"),
        ("yield Finding('doubled-word', Span(0, 1), Text('あ', 'a'))", "a finding of 'doubled-word'"),
        ("yield self.finding(Span(3, 99), ja='あ', en='a')", "3 to 99 is outside the document of 10 characters"),
        ("yield self.finding(Span(2, 1), ja='あ', en='a')", "2 to 1 is outside the document of 10 characters"),
        ("yield self.finding((0, 1), ja='あ', en='a')", "(0, 1) is no Span"),
        ("yield self.finding(Span(0, 1), ja='', en='a')", "Text(ja='', en='a') is no Text in both languages"),
        (
            "yield self.finding(Span(0, 1), ja='あ', en='a', fix=replace(Span(8, 12), '', ja='あ', en='a', safe=True))",
            "8 to 12 is outside the document of 10 characters",
        ),
        (
            "yield self.finding(Span(0, 1), ja='あ', en='a', fix=Fix(Text('あ', 'a'), "
            "(Edit(Span(0, 2), ''), Edit(Span(1, 3), '')), True))",
            "edits of a fix overlap",
        ),
    ],
)
@pytest.mark.parametrize("options", [(), ("--fix",)], ids=["check", "fix"])
def test_a_rule_that_fails_on_a_document(tmp_path: Path, body: str, why: str, options: tuple[str, ...]) -> None:
    plugin(tmp_path / "site", f"{RULE[:CHECK]}    def check(self, document):\n        {body}\n")
    done = checked(*options)
    assert done.code == 2
    assert f"The rule house-harbor of the plugin jlint-harbor 1.0 stopped halfway ({why})" in done.out + done.err
    assert Path("a.md").read_text("utf-8") == "朝の波止場へ行く。\n"


def test_options_that_a_rule_refuses(tmp_path: Path) -> None:
    refusing = "    def __init__(self, options=None):\n        super().__init__(options)\n"
    refusing += "        if self.options.word == '海':\n            raise {}('海は使えません')\n\n"
    Path("rules.yaml").write_text("rules: {house-harbor: {word: 海}}\n", "utf-8")
    for error, told in (
        ("ValueError", "rules.yaml:1:9: house-harbor can't use this: 海は使えません\n"),
        ("OSError", "rules.yaml:1:9: The rule house-harbor of the plugin jlint-harbor 1.0 stopped halfway ("),
    ):
        plugin(tmp_path / "site", RULE[:CHECK] + refusing.format(error) + RULE[CHECK:])
        done = checked()
        assert (done.code, done.err.startswith(told)) == (2, True), done.err


CROSS = '''

from jlint.rules.contract.cross_file import Conclusion, CrossRule, Fact, SharedFact


class Across(CrossRule):
    """港の名前が、二つの記事に出ている。

    どちらかの記事にまとめる。
    """

    id = "house-across"
    category = "repetition"
    severity = Severity.WARNING
    english = """Two posts name the harbour.

    Make one of them.
    """
    examples = (
        Bad("⟦波止場⟧へ行く。\\n", beside={"b.md": "波止場へ行く。\\n"}),
        Good("波止場へ行く。\\n"),
        Good("港へ行く。\\n"),
    )

    def collect(self, document):
        start = document.text.find("波止場")
        if start >= 0:
            yield Fact(Span(start, start + 3), "港")

    def conclude(self, facts):
        if len(facts) > 1:
            for fact in facts:
                yield Conclusion(CONCLUDED, Text("ほかの記事にもあります", "Another post has it too"))
'''


def test_a_rule_across_files(tmp_path: Path) -> None:
    Path("b.md").write_text("夜の波止場です。\n", "utf-8")
    entries = {"house-across": "jlint_harbor:Across"}
    plugin(tmp_path / "site", RULE + CROSS.replace("CONCLUDED", "fact"), entries=entries)
    done = jlint("check", "--allow-plugins", "--format", "concise", ".")
    assert [line.split(": ")[0] for line in done.out.splitlines()] == ["a.md:1:3", "b.md:1:3"]
    assert jlint("plugins", "test", "--allow-plugins").code == 0
    plugin(
        tmp_path / "site",
        RULE + CROSS.replace("CONCLUDED", "type(fact)(7, fact.path, fact.line, fact.key)"),
        entries=entries,
    )
    failed = jlint("check", "--allow-plugins", "--lang", "en", ".")
    assert failed.code == 2
    assert "house-across of the plugin jlint-harbor 1.0 stopped halfway (a conclusion about a fact" in (
        failed.out + failed.err
    )


def test_damaged_metadata_is_no_plugin(tmp_path: Path) -> None:
    site = plugin(tmp_path / "site")
    (site / "jlint_harbor-1.0.dist-info" / "entry_points.txt").write_bytes(b"[jlint.rules]\n\xff = \xff\n")
    assert checked().code == 0
    (site / "jlint_harbor-1.0.dist-info" / "entry_points.txt").write_text("[jlint.rules]\nhouse-harbor = 1 + 1\n")
    assert f"{HEAD} can't be used: 1 + 1 can't be imported (" in checked().err
