"""The C of the typo statistics finds what the Python finds."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from jlint.spelling import native
from jlint.spelling.doubling import first_twice
from jlint.spelling.folding import Folded
from jlint.spelling.model import SMALL_WORDS, Model, model
from jlint.spelling.rows import unknown_rows
from jlint.spelling.search import worth_weighing
from tests.spelling.generated import sentence

if TYPE_CHECKING:
    from jlint.spelling._kernel import Kernel

_FOLDED = " \u3000Aaz09ＡｚＺ０９_\ufffc(),，．!?:“”\n\r.%％-/+#@&'’あんアーン漢々〆一、。「」é\ud800\U0001f600"
"""Every character that folding treats as one of its own, and neighbours of them."""


@pytest.fixture(scope="module")
def kernel() -> Kernel:
    found = native.kernel_of(model())
    if found is None:
        pytest.skip("the C kernel isn't installed")
    return found


def assert_same(kernel: Kernel, text: str, margin: int = 0) -> None:
    """Asserts that both fold a sentence alike, know the same rows and find the same repairs."""
    folded, statistics = Folded(text), model()
    assert kernel.folded(text) == (folded.text, folded.shape)
    assert kernel.unknown(text) == tuple(unknown_rows(folded, statistics))
    ours = worth_weighing(folded, statistics, margin=margin, with_kanji=False)
    assert worth_weighing(Folded(text), statistics, margin=margin, with_kanji=False, native=kernel) == ours


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from(_FOLDED), max_size=30))
def test_sentences_are_folded_alike(kernel: Kernel, text: str) -> None:
    folded = Folded(text)
    assert kernel.folded(text) == (folded.text, folded.shape)


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=40))
def test_any_text_gives_the_same(kernel: Kernel, text: str) -> None:
    assert_same(kernel, text)


@pytest.mark.parametrize("seed", range(20))
def test_sentences_with_slips_give_the_same(kernel: Kernel, seed: int) -> None:
    draw = random.Random(seed)
    found = 0
    for _ in range(25):
        text = sentence(draw)
        assert_same(kernel, text, margin=draw.choice([0, 60]))
        found += len(native.weighed(kernel, text, 0))
    assert found  # else nothing was compared


@pytest.mark.parametrize(
    "text", ["", "あ", "\ud800", "\udfff\ud800を", "\0を\0", "\ufeffを書くく。", "🎉をを祝う", "Aを", "０"]
)
def test_odd_texts_give_the_same(kernel: Kernel, text: str) -> None:
    assert_same(kernel, text)


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from("あア漢々ーa0。 \ud800𠮷"), max_size=24), at=st.integers(0, 30))
def test_rows_that_stand_twice_are_the_same(kernel: Kernel, text: str, at: int) -> None:
    assert kernel.twice(text, at, 10) == first_twice(text, at, 10)
    assert kernel.twice(text, at, 2) == first_twice(text, at, 2)


def test_homophones_are_found_with_it(kernel: Kernel) -> None:
    text = "この問題は非常に思いので、明日までに会社の電話に帰ります。"
    ours = worth_weighing(Folded(text), model())
    assert worth_weighing(Folded(text), model(), native=kernel) == ours


def test_a_long_text_takes_no_longer_than_its_length(kernel: Kernel) -> None:
    assert kernel.weighed("文字を書くとと" * 200_000, 10_000) == []
    assert len(kernel.folded("あ" * 5_000_000)[0]) == 5_000_002


def test_levels_are_the_same(kernel: Kernel) -> None:
    for gram in ("を", "して", "します", "ません。", "ぬゅぺ", "\0", "🎉を", "\ud800"):
        assert kernel.level(gram) == model().level(gram)


@pytest.mark.parametrize("broken", [None, 3, b"", [], ("あ",)])
def test_only_texts_are_taken(kernel: Kernel, broken: object) -> None:
    for call in (kernel.unknown, kernel.level, kernel.folded):
        with pytest.raises(TypeError):
            call(broken)  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        kernel.weighed(broken, 0)  # type: ignore[arg-type]


def test_a_damaged_model_is_refused_or_harmless(kernel: Kernel) -> None:
    tables, make = model().tables, type(kernel)
    small, units, weights = SMALL_WORDS, native._packed_units(), native._packed_weights()
    whole = bytes(tables.buffer[:400_000])
    for start, grams, fillers in (
        (tables.start, tables.grams, tables.fillers),  # cut off
        (tables.start, 0, 2),
        (tables.start, 1, 2),
        (tables.start, 2, 1),
        (-1, 20, 20),
        (len(whole) + 1, 20, 20),
        (0, 2**32, 20),
        (0, 2**32 - 1, 2**32 - 1),
    ):
        with pytest.raises(ValueError, match="damaged"):
            make(whole, start, grams, fillers, small, units, weights)
    draw = random.Random(1)
    for _ in range(30):  # any bytes are some table
        odd = make(
            draw.randbytes(2000), draw.randrange(600), draw.randint(2, 150), draw.randint(2, 40), small, units, weights
        )
        for _ in range(20):
            odd.weighed(sentence(draw), -100_000)


def test_damaged_weights_are_refused(kernel: Kernel) -> None:
    tables, make = model().tables, type(kernel)
    units, weights = native._packed_units(), native._packed_weights()
    arguments = tables.buffer, tables.start, tables.grams, tables.fillers
    for some_units, some_weights in ((units[:-1], weights), (units, weights[:40]), (units, weights + b"1234")):
        with pytest.raises(ValueError, match="damaged"):
            make(*arguments, SMALL_WORDS, some_units, some_weights)
    with pytest.raises(ValueError, match="damaged"):
        make(*arguments, SMALL_WORDS, units, weights[:-12] + native._packed([6, 0x3042, 1]))
    for words in (("",), ("五文字の語",)):
        with pytest.raises(ValueError, match="one to four letters"):
            make(*arguments, words, units, weights)
    with pytest.raises(TypeError):
        make(*arguments, ("あ", 1), units, weights)  # type: ignore[arg-type]


def test_a_build_of_another_state_is_left_alone(kernel: Kernel, monkeypatch: pytest.MonkeyPatch) -> None:
    assert native.kernel_of(model()) is not None
    monkeypatch.setattr(native, "INTERFACE", native.INTERFACE + 1)
    assert native.kernel_of(model()) is None


def test_the_python_can_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JLINT_PURE", "1")
    native.kernel.cache_clear()
    assert not native.is_native()
    monkeypatch.delenv("JLINT_PURE")
    native.kernel.cache_clear()
    assert native.is_native() == (native.kernel_of(model()) is not None)
    monkeypatch.undo()
    native.kernel.cache_clear()


def test_a_model_of_ones_own_can_be_opened(kernel: Kernel) -> None:
    path = Path(native.__file__).with_name("data") / "model.bin"
    again = native.kernel_of(Model(path))
    assert again is not None
    assert again.level("して") == kernel.level("して")
