"""Where the time goes: `python -m benchmarks.stages FOLDER [--rules 20] [--write FILE]`.

CPU time of one process by stage and by rule over a folder of Markdown, as multiples of plain fugashi over the same
text in the same process. Each stage is asked for what the next ones build on, so a rule's figure is what it adds.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import fugashi

from benchmarks.document import put
from jlint.cli.configuration import config_of
from jlint.config import FileSettings
from jlint.document import Document
from jlint.engine.lint import lint
from jlint.engine.reading import decoded, read_bytes
from jlint.finding import Text
from jlint.rules.contract.cross_file import CrossRule
from jlint.spelling.doubling import doublings
from jlint.spelling.slips import slips


class Stages:
    """Seconds of CPU time by the name of a stage."""

    def __init__(self) -> None:
        self.seconds: defaultdict[str, float] = defaultdict(float)

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Adds what the body takes."""
        before = time.process_time()
        yield
        self.seconds[name] += time.process_time() - before


def main() -> None:
    """Prints the stages and the costliest rules."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rules", type=int, default=20, help="how many rules to list")
    parser.add_argument("--write", type=Path, metavar="FILE", help="a document with the two comments")
    args = parser.parse_args()
    texts = {str(path): path.read_text("utf-8", "replace") for path in sorted(args.folder.glob("**/*.md"))}
    gc.set_threshold(1_000_000)  # as the command does
    floor = min(_floor(texts), _floor(texts))
    stages, rules, whole = Stages(), Stages(), Stages()
    with stages.of("configuration"):
        config = config_of(None, isolated=True, lang=None)
    for path in texts:
        settings = config.for_file(path)
        assert settings is not None
        _by_stage(path, settings, stages, rules)
    for path, text in texts.items():
        settings = config.for_file(path)
        assert settings is not None
        with whole.of("all"):
            lint(Document(text, path, settings.dialect_of(path, text)), settings.active, known=settings.known)
    lines = [f"{len(texts)} files, {sum(map(len, texts.values())):,} characters, plain fugashi {floor:.2f} s"]
    lines += [f"{seconds / floor:6.3f}  {name}" for name, seconds in stages.seconds.items()]
    lines.append(f"{sum(rules.seconds.values()) / floor:6.3f}  rules, beyond the stages above")
    costliest = sorted(rules.seconds.items(), key=lambda rule: -rule[1])[: args.rules]
    lines += [f"        {seconds / floor:6.3f}  {name}" for name, seconds in costliest]
    total = sum(whole.seconds.values())
    lines.append(f"{total / floor:6.3f}  all of it at once, without reading files and writing a report")
    print("\n".join(lines))
    if args.write:
        put(args.write, "stages", "\n".join(["```", *lines, "```\n"]))


def _floor(texts: dict[str, str]) -> float:
    before = time.process_time()
    tagger = fugashi.Tagger("-Owakati")
    for text in texts.values():
        for line in text.split("\n"):
            for start in range(0, len(line), 10_000):
                tagger.parse(line[start : start + 10_000])
    return time.process_time() - before


def _by_stage(path: str, settings: FileSettings, stages: Stages, rules: Stages) -> None:
    with stages.of("reading"):
        data = read_bytes(path, settings.max_file_size)
        text = data if isinstance(data, Text) else decoded(data)
    assert not isinstance(text, Text)
    with stages.of("dialect, lines, characters"):
        document = Document(text, path, settings.dialect_of(path, text), settings.words, settings.usage)
        _ = document.characters, document.alphabet, document.lines
    with stages.of("front matter"):
        front_matter = document.front_matter
        _ = front_matter and front_matter.fields
    with stages.of("Markdown"):
        _ = document.blocks
    with stages.of("sentences"):
        _ = document.sentences, document.proofread_sentences
    with stages.of("text for word searches"):
        _ = document.prose_text, document.proofread_text, document.raw_lines
    with stages.of("形態素 of all sentences"):
        for sentence in document.sentences:
            _ = sentence.tokens
    with stages.of("doubling"):
        for sentence in document.proofread_sentences:
            doublings(sentence.text)
    with stages.of("slips"):
        for sentence in document.proofread_sentences:
            slips(sentence.text, with_kanji=False)
    for rule, _ in settings.active:
        with rules.of(rule.id):
            list(rule.check(document))
            if isinstance(rule, CrossRule):
                list(rule.collect(document))
    document.release()


if __name__ == "__main__":
    main()
