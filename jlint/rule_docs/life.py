"""Since when a rule is there, and what that means for its severity."""

from __future__ import annotations

from jlint.config.display.dump import severity_word
from jlint.finding import Text
from jlint.rules.contract.deferred import Listed, Status, next_minor

_STATUS: dict[Status, Text] = {
    "new": Text("新しいルール", "new"),
    "stable": Text("安定", "stable"),
    "deprecated": Text("廃止予定", "deprecated"),
}


def life_of(listed: Listed) -> Text:
    """What is said of it."""
    status, since = _STATUS[listed.status], listed.since
    line = Text(f"{since} から、{status.ja}", f"since {since}, {status.en}")
    if listed.by_default == listed.severity:
        return line
    later, own = next_minor(since), severity_word(listed.severity)
    return Text(
        f"{line.ja}（{later} から {own}。--select で選ぶか、重要度を設定すれば、今から）",
        f"{line.en} ({own} from {later} on; at once where it is selected or given a severity)",
    )
