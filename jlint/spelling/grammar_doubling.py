"""The beginning of a turn of grammar that is typed twice: かもかもしれない, するはずはずだ.

UniDic reads two such beginnings as a word of their own (かもか|も, つもりつもり), or as a noun that is said twice for
each of several. What stands before and behind tells that neither is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from jlint.compiled import compiled
from jlint.document.token import tokenize

if TYPE_CHECKING:
    from jlint.spelling.repair import Copies

LEAST_GAIN = 4600
"""The same as for other words of grammar (ですです)."""
_MAYBE = {"かも": "し[れりる]|知れ", "かもしれ": "[なまずぬん]", "かも知れ": "[なまずぬん]"}
"""Its beginnings, each with what goes on."""
_OTHER_WORD_BEFORE = frozenset("はがをも")
"""あの鳥はかもかもしれない: かも is a duck behind these."""
_FORMAL = frozenset({"はず", "つもり", "わけ", "ため", "とき", "こと", "まま", "ところ"})
"""Nouns that serve grammar. Behind a word that they make a noun of they don't mean each, as in ところところに."""
_MODIFYING = frozenset({"動詞", "形容詞", "助動詞", "連体詞"})


def begins_grammar(copies: Copies) -> bool:
    """Whether the copies are the beginning of one turn of grammar, which goes on behind the second."""
    window = copies.repair.window
    if copies.text in _MAYBE and compiled(_MAYBE[copies.text]).match(window, copies.end):
        return copies.start > 0 and window[copies.start - 1] not in _OTHER_WORD_BEFORE
    if copies.text not in _FORMAL:
        return False
    before = copies.before
    if before is None or before.end != copies.start or before.pos1 not in _MODIFYING:
        return False
    # ため|ため息, こと|ことごとく: the second begins another word
    return tokenize(window[copies.middle :])[0].surface == copies.text
