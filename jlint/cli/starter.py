"""The configuration that `jlint init` writes to start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jlint.config.dialect.decision import AUTO
from jlint.config.dialect.repository import Overview
from jlint.config.dialect.words import kinds_of, the_only_one
from jlint.document.dialect import DIALECTS
from jlint.finding import Language, Text
from jlint.printable import printable_line

_MARKDOWN = "@MARKDOWN@"
_NAMES = ", ".join("kramdown (Jekyll)" if name == "kramdown" else name for name in DIALECTS)
_WHOLE = Text(
    """\
# jlint の設定です。書いた項目だけが既定と変わります。
# ルールの一覧は `jlint rules`、一つずつの説明は `jlint explain ルール名` で読めます。
language: ja

@MARKDOWN@

# 調べないファイル（このファイルから見たパス）
exclude:
  # - drafts/**

# ルールの重要度: error, warning, info, off（調べない）
rules:
  # reading-time-mismatch: off
  # front-matter-missing: {required: [title, date]}

# 自分たちの言葉づかい。safe: true なら --fix で置き換えます。`jlint config test` で例文を試せます
patterns:
  # - id: house-term-user
  #   match: ユーザ(?![ァ-ヺー])
  #   replace: ユーザー
  #   safe: true
  #   message: 「ユーザー」と書きます
  #   examples: {bad: ["ユーザが増えた。"], good: ["ユーザーが増えた。"]}
""",
    """\
# The configuration of jlint. Only what stands here differs from the defaults.
# `jlint rules` lists the rules, `jlint explain RULE` explains one.
language: en

@MARKDOWN@

# Files that are not linted, as seen from here
exclude:
  # - drafts/**

# Severities: error, warning, info, off
rules:
  # reading-time-mismatch: off
  # front-matter-missing: {required: [title, date]}

# Terms of your own; --fix replaces those that are safe, `jlint config test` tries the examples
patterns:
  # - id: house-term-user
  #   match: ユーザ(?![ァ-ヺー])
  #   replace: ユーザー
  #   safe: true
  #   message: {ja: 「ユーザー」と書きます, en: Write ユーザー}
  #   examples: {bad: ["ユーザが増えた。"], good: ["ユーザーが増えた。"]}
""",
)


SCHEMA = "jlint-schema.json"
"""The file beside the configuration in which `jlint init` puts what editors complete and check it by."""


def schema_text(language: Language, patterns: Iterable[str] = ()) -> str:
    """The JSON Schema of the configuration as text. `patterns` are ids of its own rules."""
    from jlint.config.display.schema import schema
    from jlint.report.json_text import as_json

    return as_json(schema(language, patterns), indent=2) + "\n"


def schema_lines(language: Language) -> str:
    """The lines at the head of a configuration by which editors find the schema."""
    again = Text(
        f"# エディターの補完と確認のための行です。jlint を新しくしたら jlint config schema > {SCHEMA} で作り直します。",
        f"# For editors that complete and check. After an upgrade: jlint config schema > {SCHEMA}",
    )
    return f"# yaml-language-server: $schema={SCHEMA}\n{again.to(language)}\n"


def starter(overview: Overview, language: Language) -> str:
    """The text of the file, for a folder about which the repository shows what is in `overview`."""
    lines = "\n".join(printable_line(line) for line in markdown_lines(overview, language))
    return _WHOLE.to(language).replace(_MARKDOWN, lines)


def markdown_lines(overview: Overview, language: Language) -> Iterator[str]:
    """The line that sets `markdown`, with comments before it: one dialect if all that is shown speaks for it."""
    one = the_only_one(overview)
    names = Text(f"書ける値: auto, {_NAMES}", f"Values: auto, {_NAMES}").to(language)
    if one:
        reason = Text(
            f"どの Markdown か。{one.reason.ja}ので {one.dialect} です。auto ならファイルごとに見分けます。",
            f"Which Markdown: {one.dialect}, for {one.reason.en}. With auto, each file is looked at.",
        )
        yield f"# {reason.to(language)}"
        yield f"# {names}"
        yield f"markdown: {one.dialect}"
        return
    yield "# " + Text(
        "どの Markdown か。auto はファイルごとに、名前と front matter とリポジトリの様子から見分けます。",
        "Which Markdown. With auto it is found out for each file: by name, front matter and repository.",
    ).to(language)
    kinds = list(kinds_of(overview))
    if len(kinds) > 1:
        several = Text(
            "ここには二つ以上あるので、一つに決めずに auto にしました。", "It is auto because there are several here."
        )
        yield f"# {several.to(language)}"
    yield from (f"# - {kind.to(language)}" for kind in kinds)
    yield f"# {names}"
    yield f"markdown: {AUTO}"
