"""The rules about names of products, words for “I”, corner brackets and polite phrases, beyond their examples."""

from __future__ import annotations

import pytest

from jlint.document import Document
from jlint.engine.fix import fix
from jlint.finding import Severity
from jlint.rules.contract.active_rule import ActiveRule
from jlint.rules.contract.base import Rule
from jlint.rules.data import FOLDER
from jlint.rules.notation.misspelt_product_name import MisspeltProductName
from jlint.rules.notation.nested_bracket import NestedBracket
from jlint.rules.style.mixed_first_person import MixedFirstPerson
from jlint.rules.style.overused_sasete_itadaku import OverusedSaseteItadaku
from jlint.rules.typo.known_misspelling import KnownMisspelling

ROWS = [
    line.split("\t")
    for line in (FOLDER / "product_names.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


def found(rule: Rule, text: str, *words: str) -> list[str]:
    document = Document(text, words=frozenset(words))
    return [finding.span.of(document.text) for finding in rule.check(document)]


def test_each_spelling_stands_in_the_list_once() -> None:
    spellings = [spelling for row in ROWS for spelling in row]
    assert len(ROWS) >= 200
    assert all(len(row) > 1 and all(spelling.strip() == spelling != "" for spelling in row) for row in ROWS)
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0])
def test_no_right_name_is_reported_and_each_wrong_one_is(row: list[str]) -> None:
    right, *wrong = row
    assert found(MisspeltProductName(), f"町の人は{right}を使う。\n") == []
    for spelling in wrong:
        assert found(MisspeltProductName(), f"町の人は{spelling}を使う。\n") == [spelling]


def test_a_name_is_corrected_unasked_but_not_in_a_heading() -> None:
    text = "# Githubの話\n\n原稿はGithubに置く。\n"
    active = [ActiveRule(MisspeltProductName(), Severity.INFO)]
    assert fix(Document(text), active, unsafe=False).text == "# Githubの話\n\n原稿はGitHubに置く。\n"


@pytest.mark.parametrize(
    "text",
    [
        "Github.io/a と example.com/Youtube と C:\\Wordpress と Github_Token を見る。\n",
        "https://example.com/Github/ を見る。\n",
        "#Github と @Youtube と my-Wordpress を見る。\n",
        "<a href='https://example.com/'>Youtubeの話</a>を読む。\n",
    ],
)
def test_paths_accounts_and_titles_are_no_names(text: str) -> None:
    assert found(MisspeltProductName(), text) == []


def test_own_words_and_allowed_ones_are_left_alone() -> None:
    text = "町の雑誌Githubを読む。\n"
    assert found(MisspeltProductName(), text, "町の雑誌Github") == []
    assert found(MisspeltProductName(MisspeltProductName.Options(allow=("雑誌Github",))), text) == []


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("「町の「港」と「橋」」\n", ["「港」", "「橋」"]),
        ("「町の「港の「橋」」が」\n", ["「港の「橋」」"]),
        ("「町の『港の「橋」』が」\n", []),
        ("「町の『港』は「橋」」\n", ["「橋」"]),
        ("「町の「港」\n\n」\n", []),
        ("「町の『港」は「橋」の隣」\n", []),
        ("「**「港」**の話」\n", ["「港」"]),
    ],
)
def test_inner_brackets_are_found_where_all_are_closed(text: str, inner: list[str]) -> None:
    assert found(NestedBracket(), text) == inner


def test_ten_thousand_brackets_are_looked_at_once() -> None:
    text = "「" * 20_000 + "港" + "」" * 20_000 + "「「港」は」" * 5_000
    assert len(found(NestedBracket(), text)) == 5_000


def test_the_author_of_a_play_or_a_contract_is_nobody() -> None:
    text = "一郎\u3000僕は港へ行く。\n\n一郎\u3000僕の船だ。\n\n花子\u3000私は橋へ行く。\n\n花子\u3000私の橋だ。\n"
    assert found(MixedFirstPerson(), text) == []


def test_each_rarer_word_is_told_once() -> None:
    text = "私は港へ行く。私は船に乗る。私は橋を渡る。僕は泳ぐ。僕は走る。俺は眠る。俺は食べる。\n"
    assert found(MixedFirstPerson(), text) == ["僕", "俺"]


def test_the_density_of_a_phrase_counts() -> None:
    phrase = "返金させていただきます。"
    assert found(OverusedSaseteItadaku(), phrase * 3) == []
    assert len(found(OverusedSaseteItadaku(), phrase * 4)) == 1
    assert found(OverusedSaseteItadaku(), phrase * 4 + "港は静かだ。" * 2000) == []


def test_an_author_who_always_writes_wa_is_left_alone() -> None:
    assert found(KnownMisspelling(), "それわ大切だ。これわ港だ。\n") == ["わ", "わ"]
    assert found(KnownMisspelling(), "それわ大切だ。" * 4) == []
