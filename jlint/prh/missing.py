"""What is told of a dictionary that isn't there."""

from __future__ import annotations

from jlint.finding import Text

_MODULES = "node_modules"


def missing(path: str) -> Text:
    """That there is no dictionary at the path, as it was written, and for one of a package of npm what to do."""
    package = package_of(path)
    if not package:
        return Text(f"{path} という辞書がありません", f"There is no dictionary {path}")
    return Text(
        f"{path} という辞書がありません。npm install を先に実行してください（package.json に {package} がなければ"
        f" npm install --save-dev {package}）",
        f"There is no dictionary {path}. Run npm install first (or npm install --save-dev {package}"
        f" if package.json doesn't have {package})",
    )


def package_of(path: str) -> str:
    """The name of the package of npm that the path leads into; empty for any other path."""
    parts = path.replace("\\", "/").split("/")
    if _MODULES not in parts:
        return ""
    behind = parts[len(parts) - parts[::-1].index(_MODULES) :]
    length = 2 if behind and behind[0].startswith("@") else 1
    return "/".join(behind[:length]) if len(behind) > length else ""
