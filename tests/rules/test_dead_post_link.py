"""Links to posts of a Jekyll site, beyond the examples of the rule."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from jlint.document import Document
from jlint.rules.contract.cross_file import SharedFact
from jlint.rules.markdown.dead_post_link import DeadPostLink

PERMALINK = "permalink: /:year/:month/:day/:title/\n"
TOKYO = "timezone: Asia/Tokyo\n"


class Folder:
    """A site in a folder of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        (path / ".git").mkdir()

    def write(self, name: str, text: str) -> None:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def post(self, name: str, matter: str = "title: 港", folder: str = "_posts") -> None:
        self.write(f"{folder}/{name}", f"---\n{matter}\n---\n\n本文。\n")

    def messages(self, *addresses: str) -> list[str]:
        """The messages about links to the addresses, empty for a link that is all right."""
        rule = DeadPostLink()
        text = "\n\n".join(f"[語]({address})" for address in addresses)
        document = Document(text, str(self.path / "_posts/2024-01-01-links.md"))
        facts = [SharedFact(n, document.path, 1, fact.key) for n, fact in enumerate(rule.collect(document))]
        messages = {conclusion.at.key: conclusion.message.ja for conclusion in rule.conclude(facts)}
        return [messages.get(address, "") for address in addresses]

    def dead(self, *addresses: str) -> list[bool]:
        return [bool(message) for message in self.messages(*addresses)]


@pytest.fixture
def site(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path)
    folder.write("_config.yml", PERMALINK + TOKYO)
    return folder


@pytest.mark.parametrize(
    ("matter", "day"),
    [
        ("title: 港", "2024/05/01"),
        ("date: 2024-05-03", "2024/05/03"),
        ("date: 2024-05-01 20:00:00 +0000", "2024/05/02"),
        ("date: 2024-05-01 20:00:00 +09:00", "2024/05/01"),
        ("date: 2024-05-01T23:30:00Z", "2024/05/02"),
        ("date: '2024-05-01 20:00'", "2024/05/01"),
        ("date: 2024-05-01 00:10 -0500", "2024/05/01"),
    ],
)
def test_the_date_and_the_time_zone_decide_the_day(site: Folder, matter: str, day: str) -> None:
    site.post("2024-05-01-harbour.md", matter)
    assert site.dead(f"/{day}/harbour/", "/2024/05/09/harbour/") == [False, True]


def test_the_message_names_the_post_that_moved(site: Folder) -> None:
    site.post("2024-05-01-harbour.md", "date: 2024-05-01 20:00:00 +0000")
    (message,) = site.messages("/2024/05/01/harbour/")
    assert "/2024/05/02/harbour/ にあります" in message
    (message,) = site.messages("/2023/05/01/harbour/")
    assert "にあります" not in message


def test_a_time_without_a_zone_may_be_either_day(site: Folder) -> None:
    site.post("2024-05-01-harbour.md", "date: 2024-05-01 20:00:00")
    assert site.dead("/2024/05/01/harbour/", "/2024/05/02/harbour/", "/2024/05/03/harbour/") == [False, False, True]


@pytest.mark.parametrize("config", [PERMALINK, PERMALINK + "timezone: Nowhere/Land\n"])
def test_without_a_time_zone_the_days_beside_it_are_allowed(site: Folder, config: str) -> None:
    site.write("_config.yml", config)
    site.post("2024-05-01-harbour.md", "date: 2024-05-01 20:00:00 +0000")
    days = [f"/2024/{day}/harbour/" for day in ("04/30", "05/01", "05/02", "05/03")]
    assert site.dead(*days) == [False, False, False, True]


@pytest.mark.parametrize(
    ("permalink", "good", "bad"),
    [
        ("", "/2024/05/01/harbour.html", "/2024/05/02/harbour.html"),
        ("permalink: date", "/port/2024/05/01/harbour.html", "/port/2024/05/02/harbour.html"),
        ("permalink: pretty", "/2024/05/01/harbour/", "/2024/05/01/harbor/"),
        ("permalink: /blog/:year/:i_month/:title", "/blog/2024/5/harbour", "/blog/2024/6/harbour"),
        ("collections:\n  posts:\n    permalink: /:year/:title/", "/2024/harbour/", "/2024/harbor/"),
        ("permalink: /:year/:month/:day/:title/\nbaseurl: /b", "/b/2024/05/01/harbour/", "/b/2024/05/01/harbor/"),
    ],
)
def test_permalinks(site: Folder, permalink: str, good: str, bad: str) -> None:
    site.write("_config.yml", permalink + "\n" + TOKYO)
    site.post("2024-05-01-harbour.md")
    assert site.dead(good, bad) == [False, True]


@pytest.mark.parametrize(
    "config",
    [
        "permalink: none",
        "permalink: /:title/",
        "permalink: /:categories/:title/",
        "defaults:\n  - scope: {type: posts}\n    values: {permalink: /:title/}",
        "permalink: [1]",
        "- a",
        "a: [",
        "",
    ],
)
def test_nothing_is_reported_where_the_settings_do_not_decide(site: Folder, config: str) -> None:
    site.write("_config.yml", config + "\n" + ("" if config.startswith(("- ", "a:")) else TOKYO))
    site.post("2024-05-01-harbour.md")
    dated = config in ("", "permalink: [1]")
    assert site.dead("/2024/05/01/harbor/") == [dated]


def test_nothing_is_reported_without_config_or_posts(site: Folder) -> None:
    assert site.dead("/2024/05/01/harbour/") == [False]
    (site.path / "_config.yml").unlink()
    site.post("2024-05-01-harbour.md")
    assert site.dead("/2024/05/01/harbor/") == [False]


def test_a_config_above_the_repository_is_not_looked_at(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text(PERMALINK, "utf-8")
    (tmp_path / "inner").mkdir()
    site = Folder(tmp_path / "inner")
    site.post("2024-05-01-harbour.md")
    assert site.dead("/2024/05/01/harbor/") == [False]


def test_other_things_that_stand_at_such_an_address(site: Folder) -> None:
    site.post("2024-05-01-harbour.md")
    site.post("2024-05-02-own.md", "permalink: /2020/01/01/own-place/")
    site.post("2024-05-03-moved.md", "redirect_from:\n  - /2021/02/03/old/\n  - /2021/02/04/older/")
    site.post("2024-05-04-named.md", "slug: other-name")
    site.write("2019/01/01/page/index.html", "<p>頁</p>")
    site.write("_redirects", "/2018/01/01/gone/ /2024/05/01/harbour/ 301\n")
    alive = (
        "/2020/01/01/own-place/",
        "/2021/02/03/old/",
        "/2021/02/04/older/",
        "/2024/05/04/other-name/",
        "/2019/01/01/page/",
        "/2018/01/01/gone/",
        "/2024/05/01/photo.jpg",
        "https://example.com/2024/05/01/harbor/",
        "/about/2024/",
    )
    assert site.dead(*alive) == [False] * len(alive)


def test_drafts_that_are_not_published_are_dead(site: Folder) -> None:
    site.post("2024-05-01-harbour.md", "published: false")
    assert site.dead("/2024/05/01/harbour/") == [True]


def test_names_in_japanese_and_folders_of_categories(site: Folder) -> None:
    site.post("2024-05-01-港の 倉庫!.md", folder="port/_posts")
    site.write("_config.yml", "permalink: pretty\nurl: https://example.jp\n" + TOKYO)
    assert site.dead(
        "/port/2024/05/01/港の-倉庫!/",
        "/port/2024/05/01/%E6%B8%AF%E3%81%AE-%E5%80%89%E5%BA%AB!/#top",
        "https://example.jp/port/2024/05/01/港の-倉庫!/",
        "https://example.jp/port/2024/05/01/港の/",
    ) == [False, False, False, True]


def test_odd_addresses_are_no_trouble(site: Folder) -> None:
    site.post("2024-05-01-harbour.md")
    odd = ("/2024/05/01/%00/", "https://[2024/05/01/a/", "//2024/05/", "//2024/05/01/harbor/")
    assert site.dead(*odd) == [False] * len(odd)


def test_a_day_that_no_calendar_has_is_an_address_without_a_post(site: Folder) -> None:
    site.post("2024-05-01-harbour.md")
    assert site.dead("/2024/99/99/harbour/") == [True]


def test_liquid_before_the_path_counts_for_nothing(site: Folder) -> None:
    site.post("2024-05-01-harbour.md")
    rule = DeadPostLink()
    document = Document(
        "[語]({{ site.baseurl }}/2024/05/01/harbor/)と[語]({% post_url 2024-05-01-harbour %})\n", dialect="kramdown"
    )
    assert [fact.key for fact in rule.collect(document)] == ["/2024/05/01/harbor/"]


@pytest.mark.parametrize(
    "permalink",
    [
        "/:year/:title" + ":a" * 12 + "-x/",
        "/:year/:title" + "-:a" * 12 + "-x/",
        "/:categories" * 12 + "/:year/:title-x/",
    ],
)
@pytest.mark.parametrize("address", ["/2024/" + "a-" * 100 + "/", "/2024/" * 50, "/2024/" + "a" * 100_000 + "/"])
def test_no_permalink_takes_long(tmp_path: Path, permalink: str, address: str) -> None:
    site = Folder(tmp_path)
    site.write("_config.yml", f'permalink: "{permalink}"\n')
    site.post("2024-05-01-harbour.md")
    script = (
        "import sys; from jlint.rules.helpers.markdown.jekyll_site import Site; "
        "print(Site(sys.argv[1], {'permalink': sys.argv[2]}, sys.argv[1]).dead(sys.argv[3]))"
    )
    arguments = [sys.executable, "-c", script, str(tmp_path), permalink, address]
    assert subprocess.run(arguments, check=True, capture_output=True, timeout=20).stdout == b"None\n"


def test_two_pieces_of_any_length_side_by_side(site: Folder) -> None:
    site.write("_config.yml", "permalink: /:year/:month/:title:output_ext\n")
    site.post("2024-05-01-harbour.md")
    assert site.dead("/2024/05/harbour.html", "/2024/05/harbor.html") == [False, True]
