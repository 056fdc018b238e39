"""`jlint config show`, `schema` and `test`."""

from __future__ import annotations

import sys

import click

from jlint.cli import completion
from jlint.cli.configuration import config_of, configured, load_or_report
from jlint.cli.exit_codes import FAILED, FOUND, OK
from jlint.cli.help import Group
from jlint.cli.words import print_stdout, words
from jlint.config import Config, ConfigError
from jlint.finding import Language, Text
from jlint.paths import STDIN


@click.group(
    "config",
    cls=Group,
    help=words("設定を調べます。", "Look into the configuration."),
)
def command() -> None:
    """The group of the commands below."""


@command.command(
    "show",
    help=words(
        "FILE に効いている設定を表示します。それぞれの後に、書かれているファイルと行（なければ既定）が付きます。\n\n"
        "FILE を省くと、今のフォルダーの設定です。",
        "Show the settings in force for FILE, each with the file and line it comes from, or default.\n\n"
        "Without FILE those of the current folder.",
    ),
)
@click.argument("file", required=False, shell_complete=completion.files)
@configured
def show_command(file: str | None, config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs `config show` and returns its exit code."""
    from jlint.config.display.detected import detected
    from jlint.config.display.show import show

    config = config_of(config_file, isolated, lang)
    path = STDIN if file is None else file
    if not load_or_report(config, [path]):
        return FAILED
    print_stdout(*show(config.settings_for(path), file, detected(config, file), config.language))
    return OK


@command.command(
    "schema",
    help=words(
        "設定ファイルの JSON Schema を表示します。エディターが補完と確認に使います。\n\n"
        "`jlint config schema > schema.json` と保存し、rules.yaml の先頭に\n"
        "`# yaml-language-server: $schema=schema.json` と書きます。",
        "Print the JSON Schema of the configuration, from which editors complete and check it.\n\n"
        "Save it by `jlint config schema > schema.json` and begin rules.yaml with\n"
        "`# yaml-language-server: $schema=schema.json`.",
    ),
)
@configured
def schema_command(config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs `config schema` and returns its exit code. Mistakes in the configuration don't prevent it."""
    from jlint.cli.starter import schema_text

    config = config_of(config_file, isolated, lang)
    sys.stdout.buffer.write(schema_text(*_language_and_patterns(config)).encode("utf-8"))
    return OK


def _language_and_patterns(config: Config) -> tuple[Language, list[str]]:
    try:
        config.load(())
    except ConfigError as error:
        return error.language, []
    return config.language, [entry.spec.id for entry in config.settings_for(STDIN).patterns]


@command.command(
    "test",
    help=words(
        "設定の patterns を、それぞれの例文（examples）で試します。一つでも合わなければ 1 で終わります。",
        "Try the patterns of the configuration on their examples. Exits with 1 if one doesn't come out.",
    ),
)
@configured
def test_command(config_file: str | None, isolated: bool, lang: Language | None) -> int:
    """Runs `config test` and returns its exit code."""
    from jlint.pattern_examples.examples import failures, failures_of_dictionaries
    from jlint.pattern_examples.stability import endless_replacements

    config = config_of(config_file, isolated, lang)
    if not load_or_report(config):
        return FAILED
    settings = config.settings_for(STDIN)
    failed = list(failures(settings.patterns, settings.dialect_of_examples))
    failed += failures_of_dictionaries(settings.dictionaries.value)
    failed += endless_replacements(settings)
    for place, why in failed:
        print_stdout(f"{place}: {why.to(config.language)}")
    print_stdout(_summary(config, len(failed)))
    return FOUND if failed else OK


def _summary(config: Config, failed: int) -> str:
    from jlint.pattern_examples.examples import specs_of

    settings = config.settings_for(STDIN)
    patterns, dictionaries = settings.patterns, settings.dictionaries.value
    if not patterns and not dictionaries:
        return words("この設定に patterns はありません", "This configuration has no patterns", config.language)
    counted: list[Text] = []
    if patterns:
        examples = sum(len(entry.bad) + len(entry.good) for entry in patterns)
        counted.append(
            Text(f"パターン {len(patterns)} 個、例文 {examples} 個", f"{len(patterns)} patterns, {examples} examples")
        )
    if dictionaries:
        specs = len(specs_of(dictionaries))
        counted.append(
            Text(f"辞書 {len(dictionaries)} 個、例文 {specs} 個", f"{len(dictionaries)} dictionaries, {specs} examples")
        )
    result = Text("すべて合いました", "all as they should be")
    if failed:
        result = Text(f"{failed} 個が合いません", f"{failed} failed")
    names = ", ".join(entry.spec.id for entry in patterns if not entry.bad)
    missing = Text(f"。悪い例がありません: {names}", f". Without a bad example: {names}") if names else Text("", "")
    counts = Text("、".join(part.ja for part in counted), ", ".join(part.en for part in counted))
    return words(f"{counts.ja}: {result.ja}{missing.ja}", f"{counts.en}: {result.en}{missing.en}", config.language)
