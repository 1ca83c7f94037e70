"""Laws of the pages: each link leads somewhere, each public name and domain has its entry, the site builds."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest
from tests.support.checkout import DOCS, ROOT
from tests.support.libraries import require

import beijing_public_services as bps
from beijing_public_services.cli._framework import application

PAGES = sorted([*ROOT.glob("*.md"), *DOCS.rglob("*.md")])
FENCE = re.compile(r"^(`{3,}|~{3,}).*?^\1`*$", re.MULTILINE | re.DOTALL)
CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
LINK = re.compile(r"\]\(([^)\s]+)\)|\bhref=\"([^\"]+)\"|\bsrc=\"([^\"]+)\"")
TITLE = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(?:beijing-public-services|-m beijing_public_services) (.+)$", re.MULTILINE)
MENU = re.compile(r"^```\{toctree\}\n(.*?)^```$", re.MULTILINE | re.DOTALL)
GENERATED = re.compile(r"^```\{(indicators|sources|units)\}", re.MULTILINE)  # anchors that the site adds
ENTRY = re.compile(r"^\.\. auto\w+:: beijing_public_services\.(\w+)$", re.MULTILINE)


def prose(page: Path) -> str:
    """Return the text of a page without its blocks of code."""
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub and the site give to the headings of a page."""
    titles = [re.sub(r"`|\*|\[([^\]]*)\]\([^)]*\)", r"\1", title) for title in TITLE.findall(prose(page))]
    return {re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") for title in titles}


def dead_links(page: Path) -> list[str]:
    """Return the links of a page that lead to no file of this repository, or to no heading of it."""
    found = []
    for groups in LINK.findall(CODE.sub("", prose(page))):
        link = next(each for each in groups if each)
        if re.match(r"\w+:", link):
            continue
        path, _, anchor = link.partition("#")
        target = (page.parent / path).resolve() if path else page
        if not target.exists() or ROOT not in (target, *target.parents):
            found.append(link)
        elif anchor and target.suffix == ".md" and not GENERATED.search(target.read_text(encoding="utf-8")):
            found += [link] if anchor not in anchors(target) else []
    return found


def test_every_link_leads_somewhere() -> None:
    """Each relative link of each page names a file of the repository, and each anchor a heading of that page."""
    assert {str(page.relative_to(ROOT)): dead for page in PAGES if (dead := dead_links(page))} == {}


@pytest.mark.parametrize(
    ("file", "words"),
    [
        ("docs/index.md", "{figures} observations of {indicators} indicators"),
        ("docs/llms.txt", "{figures} observations of {indicators} indicators"),
        ("docs/zh/index.md", "{indicators} 个指标、{figures} 条观测值"),
        ("README.zh.md", "{indicators} 个指标、{figures} 条观测值"),
        ("README.zh.md", "{checks} 条与其他出版物的对照、{others} 个其他年份的数字，以及 {statements} 条"),
    ],
)
def test_first_pages_count_what_there_is(file: str, words: str) -> None:
    """The numbers that a first page gives are those of the bundled package."""
    package = bps.bundled()
    figures = [each for each in package.observations if each.source.kind != "publication"]
    counted = words.format(
        figures=len(figures),
        indicators=len({each.indicator for each in figures}),
        others=len(package.observations) - len(figures),
        checks=len(package.cross_checks),
        statements=len(package.statements),
    )
    assert counted in " ".join((ROOT / file).read_text(encoding="utf-8").split())


def test_the_list_for_programs_leads_to_pages() -> None:
    """Each link of docs/llms.txt is the address on the site of a page."""
    links = LINK.findall((DOCS / "llms.txt").read_text(encoding="utf-8"))
    assert links
    assert [link for link, *_ in links if not (DOCS / link).with_suffix(".md").is_file()] == []


def test_every_page_stands_in_one_menu() -> None:
    """Each page of docs/ is named by one toctree of another page; the pages of rules stand in docs/checks.md."""
    listed = []
    for page in DOCS.rglob("*.md"):
        for block in MENU.findall(page.read_text(encoding="utf-8")):
            names = [re.sub(r".*<(.*)>", r"\1", line) for line in block.splitlines() if line and line[0] != ":"]
            listed += [(page.parent / f"{name}.md").resolve() for name in names]
    pages = {page for page in DOCS.rglob("*.md") if page.parent.name != "rules"} - {DOCS / "index.md"}
    assert sorted(listed) == sorted(pages)


def test_the_quick_start_in_chinese_runs_the_same_tests() -> None:
    """README.zh.md has the two commands of README.md; the first one may ask for Chinese."""
    english, chinese = (
        SHELL.findall((ROOT / file).read_text(encoding="utf-8")) for file in ("README.md", "README.zh.md")
    )
    assert [command.replace(" --lang zh", "") for command in chinese] == english


def test_every_public_name_has_an_entry() -> None:
    """docs/reference/api.md has one entry for each name of `__all__`, and no other."""
    entries = ENTRY.findall((DOCS / "reference" / "api.md").read_text(encoding="utf-8"))
    assert sorted(entries) == sorted(bps.__all__)


@pytest.mark.parametrize("folder", ["reference/data", "zh/reference/data"])
def test_every_domain_has_a_page(folder: str) -> None:
    """The data dictionary has a page for each domain, in both languages, with the domain's name as its title."""
    for domain in bps.domains():
        title, _, rest = (DOCS / folder / f"{domain.id}.md").read_text(encoding="utf-8").partition("\n")
        assert title == f"# {domain.name_zh if folder.startswith('zh') else domain.name_en}"
        assert f"{{indicators}} {domain.id}\n" in rest


@pytest.mark.slow
def test_the_site_builds_without_a_warning(tmp_path: Path) -> None:
    """Sphinx builds the site with warnings as errors, and each indicator's id is the anchor of its entry."""
    for name in ("sphinx", "furo", "myst_parser", "sphinx_copybutton"):
        require(name)
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "-b", "html", "-d", str(tmp_path / "trees")]
    done = subprocess.run(
        [*command, str(DOCS), str(tmp_path / "site")], capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    for folder in ("reference/data", "zh/reference/data"):
        for indicator in bps.indicators():
            page = (tmp_path / "site" / folder / f"{indicator.domain}.html").read_text(encoding="utf-8")
            assert f'id="{indicator.id}"' in page


def test_every_command_of_a_page_is_understood() -> None:
    """Each command in a shell block of a page is one of the command line, with arguments and options that it takes."""
    found = 0
    for page in PAGES:
        for block in SHELL.findall(page.read_text(encoding="utf-8")):
            for line in COMMAND.findall(block):
                if "$" in line:  # a loop of the shell
                    continue
                name, *arguments = shlex.split(line, comments=True)
                command = application.get_command(click.Context(application), name)
                assert command is not None, (page, line)
                command.make_context(name, [each for each in arguments if each != "--help"])
                found += 1
    assert found > 10
