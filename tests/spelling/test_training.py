"""What the typo statistics are counted on, and that the table gives back what was put in."""

from __future__ import annotations

import lzma
from pathlib import Path

import pytest

from jlint.spelling.model import Model
from scripts.typo_training.corpora import BLOCK, Corpora, Sentence, folded, read


def written(path: Path, *lines: str) -> Path:
    path.write_text("".join(line + "\n" for line in lines), "utf-8")
    return path


def test_measured_repositories_are_counted_nowhere(tmp_path: Path) -> None:
    edited = read(written(tmp_path / "edited.tsv", "a/one\t朝の市場を歩く。", "b/two\t昼の港で休む。"))
    general = read(written(tmp_path / "general.tsv", "a/one\t夜の街を眺める。", "c/three\t古い橋を渡る。"))
    kept = Corpora(edited, general).without({"a/one"})
    assert [sentence.text for sentence in (*kept.edited, *kept.general)] == ["昼の港で休む。", "古い橋を渡る。"]


def test_a_table_of_sources_names_the_repositories(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.txt.xz"
    corpus.write_bytes(lzma.compress("朝の市場を歩く。\n昼の港で`休む`。\n夜の街を眺める。\n".encode()))
    table = written(tmp_path / "sources.tsv", "repository\tlicence\tsentences", "a/one (team)\tMIT\t1", "b/two\tMIT\t2")
    assert read(corpus, sources=table) == [
        Sentence("a/one", "朝の市場を歩く。"),
        Sentence("b/two", "昼の港で\ufffc。"),
        Sentence("b/two", "夜の街を眺める。"),
    ]


def test_a_table_of_sources_has_to_fit(tmp_path: Path) -> None:
    corpus = written(tmp_path / "corpus.txt", "朝の市場を歩く。", "昼の港で休む。")
    table = written(tmp_path / "sources.tsv", "repository\tlicence\tsentences", "a/one\tMIT\t1")
    with pytest.raises(ValueError, match=r"longer|shorter"):
        read(corpus, sources=table)


def test_limits_keep_the_same_sentences_each_time(tmp_path: Path) -> None:
    lines = [f"a/one\t{number}番の窓口で待つ。" for number in range(1000)]
    corpus = written(tmp_path / "corpus.tsv", *lines, "b/two\t昼の港で休む。")
    kept = read(corpus, limits={"a/one": 3000})
    assert kept == read(corpus, limits={"a/one": 3000})
    assert kept[-1].repository == "b/two"
    assert 150 < len(kept) < 450


def test_what_is_held_out_stands_nowhere_in_what_is_counted() -> None:
    sentences = [Sentence("a/one", f"{number % 1500}番の窓口で待つ。") for number in range(5 * BLOCK)]
    counted, held_out = Corpora(sentences, sentences[:BLOCK]).split()
    known = {sentence.text for sentence in (*counted.edited, *counted.general)}
    assert counted.edited
    assert not known & {sentence.text for sentence in (*held_out.edited, *held_out.general)}


def test_the_table_gives_back_what_was_counted(tmp_path: Path) -> None:
    pytest.importorskip("numpy")
    from scripts.typo_training.table import build

    places = ("市場", "港", "橋", "駅前")
    edited = folded([Sentence("a/one", f"{place}を静かに歩く人を見た。") for place in places])
    general = folded(
        [Sentence("", f"{number}番の{place}は遠い。") for number in "一二三四五六七八" for place in places]
    )
    build(edited, general, {("助詞", "名詞"): 40}, tmp_path / "model.bin")
    model = Model(tmp_path / "model.bin")
    assert model.level("を静か") == 4
    assert model.level("港を静") == -1, "stands once"
    assert model.level("番の港") == 1, "stands eight times in general text, which counts little"
    assert model.level("見た港") == -1
    assert "か" in model.fillers("静\0に")
    assert model.level("\1助詞\1名詞") == 11
