"""Which language a locale or a configuration names."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.language_choice import language_around, language_configured_above, language_of_locale


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("ja", "ja"),
        ("ja-JP", "ja"),
        ("JA_JP.eucJP", "ja"),
        ("japanese", "ja"),
        ("jam_JM", "en"),
        ("en-US", "en"),
        ("de_DE@euro", "en"),
        ("zh-cn", "en"),
        ("", None),
        ("C", None),
        ("C.UTF-8", None),
        ("POSIX", None),
    ],
)
def test_a_locale(locale: str, language: str | None) -> None:
    assert language_of_locale(locale) == language


def test_the_nearest_configuration_up_to_the_repository(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("language: en\n", "utf-8")
    posts = tmp_path / "site" / "posts"
    posts.mkdir(parents=True)
    assert language_configured_above(str(posts)) == "en"
    (tmp_path / "site" / ".jlint.yaml").write_text("# our house\nlanguage: 'ja'  # as we speak\n", "utf-8")
    assert language_around(str(posts), "en") == "ja"
    (posts / "rules.yaml").write_text("rules: {}\n", "utf-8")
    assert language_configured_above(str(posts)) is None
    assert language_around(str(posts), "en") == "en"
    (posts / "rules.yaml").unlink()
    (tmp_path / "site" / ".jlint.yaml").unlink()
    (tmp_path / "site" / ".git").mkdir()
    assert language_around(str(posts), "ja") == "ja", "what lies outside the repository doesn't count"
