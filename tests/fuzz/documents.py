"""Odd Markdown documents, each made from a random number generator alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from jlint.document.dialect import DIALECTS
from tests.fuzz.pieces import CHARACTERS, COMMENTS, DIALECT_MARKUP, FRONT_MATTERS, MARKUP, SENTENCES

_ALL = (SENTENCES, SENTENCES, MARKUP, MARKUP, DIALECT_MARKUP, COMMENTS, CHARACTERS)
_HALF_TO_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
_FULL_TO_HALF = {full: half for half, full in _HALF_TO_FULL.items()}
MOST = 60_000
"""Characters of a document: enough for quadratic time to show, few enough to try many."""

PATHS = ("a.md", "2026-01-05-minato.md", "_posts/2026-02-30-題 名.md", "content/記事.mdx", "A B\u3000C.markdown", "-")


def document(random: Random, posts: Sequence[str] = (), most: int = MOST) -> str:
    """A document of at most about so many characters; with real `posts` some are made from them."""
    makers: list[Callable[[Random], str]] = [soup, article, article, long_one]
    if posts:
        makers += [lambda random: spliced(random, posts)] * 2
    text = random.choice(makers)(random)
    for _ in range(random.choice((0, 0, 1, 3, 10))):
        text = mutated(random, text)
    return dressed(random, text[:most])


def dialect(random: Random) -> str:
    """One of the dialects."""
    return random.choice(list(DIALECTS))


def piece(random: Random) -> str:
    """Something small: a sentence, markup, a comment or a character."""
    return random.choice(random.choice(_ALL))


def soup(random: Random) -> str:
    """Pieces side by side, in no order at all."""
    start = random.choice(FRONT_MATTERS) if random.random() < 0.2 else ""
    return start + "".join(piece(random) for _ in range(random.choice((1, 3, 10, 40, 150))))


def article(random: Random) -> str:
    """Front matter and blocks, most of them well-formed, with repetitions."""
    blocks = [_block(random) for _ in range(random.choice((1, 4, 12, 40)))]
    if random.random() < 0.4:
        again = random.randrange(len(blocks))
        blocks += blocks[again : again + random.randint(1, 12)]
    start = random.choice(FRONT_MATTERS) if random.random() < 0.7 else ""
    return start + "".join(block + random.choice(("\n\n", "\n\n", "\n", "")) for block in blocks)


def _block(random: Random) -> str:
    prose = "".join(random.choice(SENTENCES) for _ in range(random.randint(1, 5)))
    at = random.randrange(len(prose))
    inner = random.choice((*MARKUP, *DIALECT_MARKUP))
    return random.choice(
        (
            prose,
            prose[:at],
            prose[at:],
            f"{prose[:at]}{inner}{prose[at:]}",
            f"{prose[:at]}**{prose[at : at + 9]}**{prose[at + 9 :]}",
            f"## {prose[:20]}",
            f"- {prose[:at]}\n- {prose[at:]}\n  - {inner}",
            f"1. {prose}\n\n   {prose[:at]}\n2. ",
            f"> {prose[:at]}\n> {prose[at:]}",
            f"```\n{prose}\n```",
            f"| {prose[:at]} | {inner} |\n|---|---|\n| {prose[at:]} | ",
            f"<div>\n{prose}\n</div>",
            random.choice(COMMENTS) + prose,
            f"[^1]: {prose}",
            inner,
        )
    )


def long_one(random: Random) -> str:
    """One or two pieces many times over, on one line or on many, to make slow code show."""
    parts = [piece(random) for _ in range(random.choice((1, 1, 2, 3)))]
    count = random.choice((100, 1_000, 5_000, 20_000))
    joiner = random.choice(("", "", "\n", "\n\n", " "))
    text = joiner.join(parts * (count // len(parts)))
    return random.choice(("", piece(random), random.choice(FRONT_MATTERS))) + text[:MOST] + piece(random)


def spliced(random: Random, posts: Sequence[str]) -> str:
    """Lines of real posts put together anew."""
    lines: list[str] = []
    for _ in range(random.randint(1, 3)):
        post = random.choice(posts).splitlines(keepends=True)
        start = random.choice((0, random.randrange(len(post) + 1)))
        lines[random.randint(0, len(lines)) :] = post[start : start + random.choice((5, 30, 120))]
    for _ in range(random.choice((0, 0, 2, 8))):
        lines.insert(random.randint(0, len(lines)), piece(random))
    return "".join(lines)


def mutated(random: Random, text: str) -> str:
    """The text with one change."""
    at, other = sorted((random.randint(0, len(text)), random.randint(0, len(text))))
    near = min(other, at + random.choice((1, 2, 5, 50)))
    return random.choice(
        (
            text[:at] + text[near:],
            text[:near] + text[at:near] * random.choice((1, 1, 2, 30)) + text[near:],
            text[:at] + piece(random) + text[at:],
            text[:at] + piece(random) + text[near:],
            text[:at] + text[at:near].translate(_HALF_TO_FULL) + text[near:],
            text[:at] + text[at:near].translate(_FULL_TO_HALF) + text[near:],
            text[:at] + text[at:near][::-1] + text[near:],
            text[:at] + text[near:other] + text[at:near] + text[other:],
            text[:near],
            text[at:],
            re.sub(r"\n+", random.choice((" ", "\n", "\n\n\n")), text, count=random.choice((0, 3))),
        )
    )


def dressed(random: Random, text: str) -> str:
    """The text with the line ends, the BOM and the last line that files have in the wild."""
    chance = random.random()
    if chance < 0.1:
        text = text.replace("\n", "\r\n")
    elif chance < 0.15:
        text = text.replace("\n", "\r")
    elif chance < 0.2:
        text = re.sub("\n", lambda _: random.choice(("\n", "\r\n", "\r")), text)
    if random.random() < 0.1:
        text = "\ufeff" + text
    return text.rstrip("\r\n") if random.random() < 0.2 else text
