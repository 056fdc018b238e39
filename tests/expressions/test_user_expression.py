"""A user's own expressions: none hangs or fills the memory, and all that is wrong with one is reported at its place."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from jlint.cache_folder import VARIABLE
from jlint.expressions.error import ExpressionError
from jlint.expressions.size import DEEPEST, LARGEST, LONGEST_TEXT, MOST_GROUPS, why_too_large
from jlint.expressions.time import expression_time
from jlint.expressions.user_expression import UserExpression
from jlint.finding import Text
from jlint.rules.helpers.allow import allowed
from jlint.user_error import RuleError
from tests.cli.run import Ended

ENDLESS = "(あ|ああ)+$"
TEXT = "あ" * 60 + "い"


@pytest.fixture(autouse=True)
def _in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(VARIABLE, str(tmp_path / "cache"))


def expression(pattern: str) -> UserExpression:
    return UserExpression(pattern, Text("その式", "It"))


def checked(config: str, text: str = "本文。\n", *options: str) -> Ended:
    """A run that may take long: one that hangs is killed and fails the test."""
    Path("rules.yaml").write_text(config, "utf-8")
    Path("a.md").write_text(text, "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "jlint", "check", "a.md", "--lang", "en", *options],
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    return Ended(run.returncode, run.stdout.decode("utf-8"), run.stderr.decode("utf-8"))


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:猫{1000}){1000}",
        "(?:(?:(?:猫{30}){30}){30}",
        "(?:" * 40 + "猫" + "){2}" * 40,
        "(?:" * 40 + "猫" + "犬)+" * 40,
        "猫{99999999999999999999}",
        "猫{" + "9" * 5000 + "}",
        "[猫犬鳥]{9000}",
        "猫|" * LARGEST,
        "(" * (DEEPEST + 1) + "猫" + ")" * (DEEPEST + 1),
        "(" * 5000,
        "(?=" * 5000 + ")" * 5000,
        "(?V1)" + "[" * 5000 + "猫" + "]" * 5000,
        "()" * (MOST_GROUPS + 1),
        "猫" * (LONGEST_TEXT + 1),
        "(?:猫)" * (LONGEST_TEXT + 1),
        r"\{" * (LONGEST_TEXT + 1),
        "猫" + "{" * 5000,
    ],
)
def test_what_is_never_compiled(pattern: str) -> None:
    assert why_too_large(pattern)
    with pytest.raises(ExpressionError):
        expression(pattern).check()


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:猫{100}犬){100}",
        "(?:猫{0,9000}犬?){0,9000}",
        "[ぁ-ん]{1,2000}",
        "(" * DEEPEST + "猫" + ")" * DEEPEST,
        r"\(" * 200,
        "(?#(((((" + "(" * 100 + ")猫",
        "[" + "(" * 100 + "]",
        "[]猫]{3}",
        "猫|" * 5000 + "犬",
        "猫?" * 2000,
        "".join(f"(?P<n{number}>.)" for number in range(200)),
    ],
)
def test_what_may_be_compiled(pattern: str) -> None:
    assert why_too_large(pattern) is None
    expression(pattern).check()


@pytest.mark.parametrize(
    "pattern", ["(?au)猫", "(?V0)(?V1)猫", r"\N{NO SUCH}", r"\L<list>", r"(?P<n>猫)\g<99999999999>"]
)
def test_whatever_the_module_raises_is_reported_as_a_mistake(pattern: str) -> None:
    with pytest.raises(ExpressionError):
        expression(pattern).check()


def test_all_expressions_share_the_time_on_a_file() -> None:
    slow, later = expression(ENDLESS), expression("い+")
    with expression_time(0.2):
        assert later.matches(TEXT)
        with pytest.raises(RuleError, match="was stopped after"):
            slow.matches(TEXT)
        with pytest.raises(RuleError, match="was stopped after"):
            slow.matches("短い")
        with pytest.raises(RuleError, match="was not tried"):
            later.is_in(TEXT)
        with pytest.raises(RuleError, match="was not tried"):
            expression("う+").fits(TEXT)
    with expression_time(0.2):
        assert later.matches(TEXT)


class Interrupted:
    """Stands for a compiled expression whose clock also counts other threads: it stops before its time is up."""

    def __init__(self, enough: float) -> None:
        self.enough = enough
        self.timeouts: list[float] = []

    def finditer(self, text: str, timeout: float) -> list[object]:
        self.timeouts.append(timeout)
        if timeout < self.enough:
            raise TimeoutError
        return []


def test_what_other_threads_do_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    searched = expression("(い+)+")
    compiled = searched.__dict__["_compiled"] = Interrupted(enough=3.5)
    monkeypatch.setattr("jlint.expressions.user_expression.thread_time", lambda: 0.1 * len(compiled.timeouts))
    with expression_time(1):
        assert searched.matches(TEXT) == []
    assert compiled.timeouts == [1, 2, 4]


def test_a_thread_that_has_had_its_time_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    searched = expression("(い+)+")
    compiled = searched.__dict__["_compiled"] = Interrupted(enough=1000)
    monkeypatch.setattr("jlint.expressions.user_expression.thread_time", lambda: 0.4 * len(compiled.timeouts))
    with expression_time(1), pytest.raises(RuleError, match="was stopped after 1 s"):
        searched.matches(TEXT)
    assert compiled.timeouts == [1, 2, 4]


def test_the_time_goes_on_in_a_block_inside() -> None:
    with expression_time(0.1):
        with expression_time(60), pytest.raises(RuleError, match=r"after 0\.1 s"):
            expression(ENDLESS).matches(TEXT)
        with expression_time(60), pytest.raises(RuleError, match="was not tried"):
            expression("い+").matches(TEXT)


def test_a_text_is_searched_once_however_many_findings_lie_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    search = UserExpression.matches

    def counted(self: UserExpression, text: str) -> object:
        searched.append(text)
        return search(self, text)

    monkeypatch.setattr(UserExpression, "matches", counted)
    text = "猫と犬と" * 100
    with expression_time():
        allow = allowed(("/猫.?/",))
        assert [allow.covers(text, place, place + 1) for place in range(4)] == [True, True, False, False]
        assert [allow.covers(text, place, place + 1) for place in range(len(text))].count(True) == 200
    assert searched == [text]


@pytest.mark.parametrize("number", [3, 300])
def test_allowed_texts_few_or_many(number: int) -> None:
    allow = allowed(("猫犬", *(f"鳥{number}" for number in range(number))))
    assert [allow.covers("猫犬と鳥2", place, place + 1) for place in range(5)] == [True, True, False, True, True]
    assert allow.stand_in("白い猫犬")
    assert not allow.stand_in("白い猫")


def test_an_allowed_expression_ends_with_the_time_of_the_file() -> None:
    text = "イ今日はﾃｽﾄの日である、" * 400 + "\n"
    config = (
        "max-expression-time: 0.5\nrules:\n"
        "  half-width-katakana: {severity: error, allow: ['/イ(.*).*.*う/']}\n"
        "  repeated-sentence: {allow: ['/イ(.*).*.*え/']}\n"
    )
    for _ in range(2):
        code, out, err = checked(config, text)
        assert code == 2, err
        assert out.count("failure:") <= 2
        assert "The regular expression /イ(.*).*.*う/ in allow was stopped after 0.5 s" in out
        assert "[half-width-katakana]" in out


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("patterns: [{id: a, match: '%s', message: x}]", "rules.yaml:1:27: match"),
        ("patterns: [{id: a, match: 猫, message: x, allow: ['%s']}]", None),
        ("patterns: [{id: a, match: 猫, message: x, allow: ['/%s/']}]", "rules.yaml:1:50: "),
        ("rules: {half-width-katakana: {allow: ['/%s/']}}", "rules.yaml:1:9: "),
        ("rules: {near-copy: {allow: ['/%s/']}}", "rules.yaml:1:9: "),
        ("rules: {front-matter-mismatch: {fields: {title: {pattern: '%s'}}}}", "rules.yaml:1:9: "),
        ("rules: {file-name-mismatch: {pattern: '%s'}}", "rules.yaml:1:9: "),
    ],
)
@pytest.mark.parametrize("expression", ["(" * 5000 + "猫" + ")" * 5000, "(?:(?:猫犬){1000}){1000}", "猫" + "{" * 5000])
def test_mistakes_have_their_places(config: str, message: str | None, expression: str) -> None:
    code, out, err = checked(config % expression)
    if message is None:
        assert (code, err) == (0, "")
        return
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert "Traceback" not in err
    assert len(err) < 500


@pytest.mark.parametrize("expression", ["(" * 5000, "(?:(?:猫犬){1000}){1000}", "[", "猫" + "{" * 5000])
def test_mistakes_in_dictionaries_have_their_places(expression: str) -> None:
    Path("prh.yml").write_text(f"rules:\n  - {{expected: 犬, pattern: '/{expression}/'}}\n", "utf-8")
    code, out, err = checked("dictionaries: [prh.yml]\n")
    assert (code, out) == (2, "")
    assert err.startswith("prh.yml:2:28: ")


def test_examples_of_a_dictionary_end_too() -> None:
    Path("prh.yml").write_text(
        f"rules:\n  - expected: 犬\n    pattern: /{ENDLESS}/\n    specs: [{{from: {TEXT}, to: 犬}}]\n", "utf-8"
    )
    Path("rules.yaml").write_text("dictionaries: [prh.yml]\n", "utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "jlint", "config", "test", "--lang", "en"],
        capture_output=True,
        timeout=120,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert run.returncode == 1
    assert "was stopped after 2 s" in run.stdout.decode("utf-8") + run.stderr.decode("utf-8")
