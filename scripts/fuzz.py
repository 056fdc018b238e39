"""Looks for inputs on which jlint fails: documents, fixes, configurations.

    python -m scripts.fuzz [--target check|fixing|configuring] [--minutes N] [--seed N] [--posts FOLDER]

Each input is made from a seed of its own, counted up from the first. A failure is printed with its seed and where it
happened; `--seed N --inputs 1` repeats it, `--show` prints its document. Exits with 1 if anything failed.
"""

from __future__ import annotations

import argparse
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from random import Random
from types import FrameType

from tests.fuzz import configuring, documents, targets

TARGETS: dict[str, targets.Target] = {
    "check": targets.check,
    "fixing": targets.fixing,
    "configuring": configuring.configuring,
}
SECONDS = 40
"""Processor time that one input may take; the slowest that is right takes a third of it."""


class HangError(BaseException):
    """An input has taken too long. Not an Exception, so that no `except Exception` catches it."""


def main() -> int:
    """Runs until the time is up, prints what failed and how much was tried."""
    args = _arguments()
    posts = [path.read_bytes().decode("utf-8") for path in sorted(args.posts.glob("*.md"))] if args.posts else []
    signal.signal(signal.SIGPROF, _too_long)
    names = [args.target] if args.target else list(TARGETS)
    found: Counter[str] = Counter()
    for name in names:
        found += _run(name, args, posts)
    return 1 if found else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--target", choices=TARGETS, help="one target; without it one after the other")
    parser.add_argument("--minutes", type=float, default=1, help="how long, for each target")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--inputs", type=int, help="how many inputs, whatever time it takes")
    parser.add_argument("--posts", type=Path, help="a folder of Markdown files to make inputs from")
    parser.add_argument("--show", action="store_true", help="print the document of each seed and run nothing")
    return parser.parse_args()


def _run(name: str, args: argparse.Namespace, posts: Sequence[str]) -> Counter[str]:
    started = time.monotonic()
    end = started + args.minutes * 60
    found: Counter[str] = Counter()
    seed, size, slowest = args.seed, 0, (0.0, 0)
    while seed < args.seed + args.inputs if args.inputs else time.monotonic() < end:
        if args.show:
            print(repr(documents.document(Random(seed), posts)))
        else:
            used = time.process_time()
            size += _try(name, seed, posts, found)
            slowest = max(slowest, (time.process_time() - used, seed))
        seed += 1
    minutes = (time.monotonic() - started) / 60
    print(
        f"{name}: {minutes:.1f} minutes, {seed - args.seed:,} inputs (seeds {args.seed} to {seed - 1}), "
        f"{size:,} characters, {found.total()} failures of {len(found)} kinds, "
        f"slowest {slowest[0]:.1f} s (seed {slowest[1]})",
        flush=True,
    )
    return found


def _try(name: str, seed: int, posts: Sequence[str], found: Counter[str]) -> int:
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return TARGETS[name](Random(seed), posts)
    except (Exception, HangError) as error:
        signal.setitimer(signal.ITIMER_PROF, 0)
        _report(name, seed, error, found)
        return 0
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def _report(name: str, seed: int, error: BaseException, found: Counter[str]) -> None:
    """Prints the failure; of one kind only the first few in full."""
    frames = traceback.extract_tb(error.__traceback__)
    inside = [frame for frame in frames if "/jlint/" in frame.filename] or frames
    kind = f"{type(error).__name__} {inside[-1].filename.rpartition('/jlint/')[2]}:{inside[-1].lineno}"
    if isinstance(error, targets.BrokenPromiseError):
        kind = " ".join(str(error).split()[:4])
    found[kind] += 1
    print(f"FAILED {name} --seed {seed}: {kind}", flush=True)
    if found[kind] <= 3:
        traceback.print_exception(error, limit=-8, file=sys.stdout)
        sys.stdout.flush()


def _too_long(number: int, frame: FrameType | None) -> None:
    raise HangError(f"more than {SECONDS} s of processor time")


if __name__ == "__main__":
    sys.exit(main())
