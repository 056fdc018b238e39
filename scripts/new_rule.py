"""Begins a new rule: its file from a template, its place in the table, its lines in rules.yaml.

    python -m scripts.new_rule doubled-comma --category notation [--on]

The file it writes is a rule that works, for a made-up defect, so that the tests pass before a line is changed. Replace
the pattern, the words and the examples by those of the rule. Nothing that exists is overwritten; exits with 2 for a
name that is taken or no kebab-case.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from jlint import __version__
from jlint.rules.contract.base import CATEGORIES
from jlint.rules.contract.deferred import next_minor
from jlint.rules.table import BY_ID, LISTED

ROOT = Path(__file__).resolve().parent.parent
KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")

TEMPLATE = '''"""{title}."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding
from jlint.rules.contract.base import Bad, Good, Rule{severity_import}, replace

_FOUND = re.compile("直すべき語")


class {name}(Rule):
    """直すべき語がある。

    なぜ困るのか、どう直すのかを書く。
    """

    id = "{id}"
    category = "{category}"
    severity = {severity}
    english = """There is a word that should be corrected.

    Say why it matters and what to do about it.
    """
    examples = (
        Bad("ここに⟦直すべき語⟧がある。\\n", fixed="ここに直した語がある。\\n"),
        Good("ここに直した語がある。\\n"),
        Good("`直すべき語` はコードなので、そのままでよい。\\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for sentence in document.sentences:
            for match in _FOUND.finditer(sentence.text):
                span = sentence.source_span(*match.span())
                yield self.finding(
                    span,
                    ja="「直すべき語」は「直した語」と書いてください",
                    en="Write 直した語 for 直すべき語",
                    fix=replace(span, "直した語", ja="「直した語」にする", en="Write 直した語", safe=False),
                )
'''


def main() -> int:
    """Writes the files and prints the next steps."""
    args = _arguments()
    why = _why_not(args.id)
    if why:
        print(f"new_rule: {why}", file=sys.stderr)
        return 2
    name = "".join(part.capitalize() for part in args.id.split("-"))
    module = args.id.replace("-", "_")
    folder = args.category.replace("-", "_")
    path = ROOT / "jlint" / "rules" / folder / f"{module}.py"
    path.write_text(_filled(name, args), "utf-8")
    _add_to_table(args)
    _write_catalogue()
    print(
        f"Wrote {path.relative_to(ROOT)}. Now replace its pattern, words and examples, then run\n"
        f"  python -m pytest -q tests/rules/test_contract.py -k {args.id}\n"
        "  python -m jlint.config.display.catalogue rules.yaml\n"
        "  python -m pytest -q tests/test_catalogue.py tests/test_architecture.py tests/test_own_words.py"
    )
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("id", help="the rule's id, in kebab-case: it names the bad pattern")
    parser.add_argument("--category", choices=CATEGORIES, required=True)
    parser.add_argument("--on", action="store_true", help="on by default, as a warning; else off")
    return parser.parse_args()


def _why_not(id: str) -> str | None:
    if not KEBAB.fullmatch(id):
        return f"{id} is no kebab-case, such as repeated-sentence"
    taken = {*BY_ID, *CATEGORIES}
    return f"{id} is taken" if id in taken else None


def _filled(name: str, args: argparse.Namespace) -> str:
    values = {
        "{name}": name,
        "{id}": args.id,
        "{category}": args.category,
        "{severity}": "Severity.WARNING" if args.on else "None",
        "{severity_import}": ", Severity" if args.on else "",
        "{title}": args.id.replace("-", " ").capitalize(),
    }
    text = TEMPLATE
    for mark, value in values.items():
        text = text.replace(mark, value)
    return text


def _add_to_table(args: argparse.Namespace) -> None:
    """Adds the rule's line: the last of its category, or of those of it that are on by default."""
    path = ROOT / "jlint" / "rules" / "listed.py"
    severity = "WARNING" if args.on else "None"
    own = f'    Listed("{args.id}", "{args.category}", {severity}, since="{next_minor(__version__)}"),'
    category = [each for each in LISTED if each.category == args.category and (each.severity or not args.on)]
    lines = path.read_text("utf-8").split("\n")
    start = next(number for number, line in enumerate(lines) if f'"{category[-1].id}",' in line)
    takes_several = lines[start].strip() == f'"{category[-1].id}",'
    end = lines.index("    ),", start) + 1 if takes_several else start + 1
    lines.insert(end, own)
    path.write_text("\n".join(lines), "utf-8")


def _write_catalogue() -> None:
    """Writes rules.yaml anew, by another process, which imports the changed table."""
    command = [sys.executable, "-m", "jlint.config.display.catalogue", "rules.yaml"]
    subprocess.run(command, check=True, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main())
