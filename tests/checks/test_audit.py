"""The audit against a report's text, on a small invented report and a package that was read from it."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from tests.support.editing import edit_descriptor, tables_copy

import beijing_public_services as bps
from beijing_public_services.notation.report_text import numerals, read_source

REPORT = """# 海州年鉴

## 1 一 总览

[s1.p1] 2024年海州新建图书馆 12 座，近四成在老城。[^n01]读者超 3.5 万人。

### 1.1 （一）港口[^n02]

[s1.1.p1] 港口吞吐量下降 6.2%、3.0%。

## Notes

[^n01]: 《海州年鉴》，2025年。
"""


def fingerprint(text: str) -> str:
    """SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


FILES = {
    "paragraphs": [
        ["locator", "section", "ordinal", "sha256"],
        ["s1.p1", "1", "1", fingerprint("2024年海州新建图书馆12座，近四成在老城。读者超3.5万人。")],
        ["s1.1.p1", "1.1", "1", fingerprint("港口吞吐量下降6.2%、3.0%。")],
    ],
    "numerals": [
        ["locator", "ordinal", "token", "role"],
        ["s1.p1", "1", "2024", "date"],
        ["s1.p1", "2", "12", "value"],
        ["s1.p1", "3", "四", "value"],
        ["s1.p1", "4", "3.5", "value"],
        ["s1.1.p1", "1", "6.2", "value"],
        ["s1.1.p1", "2", "3.0", "value"],
    ],
    "mentions": [
        ["observation", "locator", "ordinal"],
        ["libraries", "s1.p1", "2"],
        ["share", "s1.p1", "3"],
        ["readers", "s1.p1", "4"],
        ["freight", "s1.1.p1", "1"],
        ["containers", "s1.1.p1", "2"],
    ],
    "observations": [
        ["id", "locator", "printed"],
        ["libraries", "s1.p1", "12座"],
        ["share", "s1.p1", "近四成"],
        ["readers", "s1.p1", "超3.5万人"],
        ["freight", "s1.1.p1", "下降6.2%"],
        ["containers", "s1.1.p1", "下降…3.0%"],
    ],
    "sources": [["id", "anchor"], ["report", ""], ["n01", "s1.p1#3"], ["n02", "s1.1"]],
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The package that was read from the invented report."""
    resources = []
    for name, rows in FILES.items():
        (tmp_path / f"{name}.csv").write_text("".join(",".join(row) + "\n" for row in rows), encoding="utf-8")
        resources.append({"name": name, "path": f"{name}.csv"})
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
    return tmp_path


def test_a_package_stands_by_the_report_it_was_read_from(package: Path) -> None:
    """Where paragraphs, numerals, figures and footnotes are as recorded, the audit finds nothing."""
    assert bps.audit(REPORT, package) == []


def test_white_space_and_footnote_markers_do_not_matter(package: Path) -> None:
    """Fingerprints and places are those of the text without white space."""
    assert bps.audit(REPORT.replace("12 座", "12\u3000 座").replace("3.5 万人", "3.5万人"), package) == []


PARAGRAPH, NUMERAL, MENTION = (
    "paragraph_hashes_match_the_report",
    "numerals_are_accounted_for",
    "mentions_stand_in_printed_figures",
)
FIGURE, FOOTNOTE = "printed_figures_stand_in_their_paragraph", "footnotes_stand_at_their_anchor"


@pytest.mark.parametrize(
    ("before", "after", "rules"),
    [
        ("老城", "新城", {PARAGRAPH}),
        ("12 座", "13 座", {PARAGRAPH, NUMERAL, MENTION, FIGURE}),
        ("四成", "四成，比五年前多", {PARAGRAPH, NUMERAL, MENTION, FOOTNOTE}),
        ("近四成", "四成", {PARAGRAPH, MENTION, FIGURE}),
        ("[^n01]读者超 3.5 万人。", "读者超 3.5 万人。[^n01]", {FOOTNOTE}),
        ("[^n02]", "", {FOOTNOTE}),
        ("6.2%、3.0%", "3.0%、6.2%", {PARAGRAPH, NUMERAL, MENTION, FIGURE}),
    ],
)
def test_a_changed_report_is_noticed(package: Path, before: str, after: str, rules: set[str]) -> None:
    """Each change of the text is found by exactly the rules that it breaks."""
    assert before in REPORT
    assert {issue.rule for issue in bps.audit(REPORT.replace(before, after), package)} == rules


def test_a_paragraph_that_is_not_listed_is_noticed(package: Path) -> None:
    """A paragraph of the report without a row, and a row without a paragraph, are each named."""
    found = bps.audit(REPORT.replace("[s1.1.p1]", "[s1.1.p2]"), package)
    messages = [issue.message for issue in found if issue.rule == "paragraph_hashes_match_the_report"]
    assert [message.startswith(("found no row for 's1.1.p2'", "found 's1.1.p1'")) for message in messages] == [
        True,
        True,
    ]


def test_issues_name_file_row_and_column(package: Path) -> None:
    """An issue of the audit points at the cell of the package, the header being row 1."""
    issues = bps.audit(REPORT.replace("近四成", "四成"), package)
    assert ("observations.csv", 3, "printed") in [(issue.file, issue.row, issue.column) for issue in issues]


STATEMENTS = [
    ["id", "kind", "name_zh", "locators"],
    ["instrument.harbour_plan", "instrument", "海州港规划（2025—2030年）", "s1.1.p1"],
    ["shortcoming.few_books", "shortcoming", "藏书不足", "s1.p1"],
]


@pytest.mark.parametrize(
    ("sentence", "messages"),
    [
        ("《海州港规划（2025—2030年）》", []),
        ("《海州港规划 （2025—2030 年）》", []),
        ("海州港规划（2025—2030年）", []),
        ("《海州港规划》", []),
        ("《海州港规则》", ["found no instrument '海州港规则', expected one", "found '海州港规划（2025—2030年）'"]),
        ("", ["found '海州港规划（2025—2030年）', expected a name that s1.1.p1 prints"]),
    ],
)
def test_an_instrument_is_named_in_its_paragraphs(package: Path, sentence: str, messages: list[str]) -> None:
    """An instrument's name stands in its paragraphs, years aside, and each title is one; labels stand nowhere."""
    (package / "statements.csv").write_text("".join(",".join(row) + "\n" for row in STATEMENTS), encoding="utf-8")
    added = {"name": "statements", "path": "statements.csv"}
    edit_descriptor(package, lambda descriptor: descriptor["resources"].append(added))
    issues = bps.audit(REPORT.replace("3.0%。", f"3.0%。{sentence}"), package)
    found = [each.message for each in issues if each.rule == "instruments_are_named_in_their_paragraphs"]
    assert len(found) == len(messages)
    assert all(message.startswith(start) for message, start in zip(found, messages, strict=True))


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("1.9万个", ["1.9"]),
        ("400多万人", ["400", "万"]),
        ("12.6个百分点", ["12.6", "百"]),
        ("首都第三，榜首", ["首", "三", "首"]),
        ("2013年", ["2013"]),
        ("Ⅱ类", ["Ⅱ"]),
        ("破万亿元", ["万亿"]),
        ("25首歌", ["25", "首"]),
    ],
)
def test_numerals_are_runs_of_digits_or_words(text: str, tokens: list[str]) -> None:
    """A scale word after an Arabic number is part of it; any other run of numeral characters is a numeral."""
    assert [numeral[0] for numeral in numerals(text)] == tokens


def test_a_source_has_paragraphs_and_anchors() -> None:
    """Sections come from the locator, anchors from where a marker stands among the numerals or on a heading."""
    source = read_source(REPORT)
    assert [(each.locator, each.section, each.ordinal) for each in source.paragraphs] == [
        ("s1.p1", "1", 1),
        ("s1.1.p1", "1.1", 1),
    ]
    assert source.anchors == {"n01": "s1.p1#3", "n02": "s1.1"}


def test_a_figure_of_another_publication_is_not_looked_for_in_the_report() -> None:
    """The audit of a report passes over what others print, and over nothing that the report is said to print."""
    sources = {row["id"]: row["kind"] for row in tables_copy()["sources"].rows}
    rows = tables_copy()["observations"].numbered()
    of_the_report = [(number, row["printed"]) for number, row in rows if sources[row["source"]] != "publication"]
    report = {number for number, printed in of_the_report if [printed] != [each[0] for each in numerals(printed)]}
    tokens: dict[str, list[str]] = {}
    for row in tables_copy()["numerals"].rows:
        tokens.setdefault(row["locator"], []).append(row["token"])
    bare = "\n".join(f"[{locator}] {'，'.join(each)}" for locator, each in tokens.items())
    found = {each.row for each in bps.audit(bare) if each.file == "data/observations.csv"}
    assert found == report


def test_a_base_that_the_text_states_is_not_unstated(package: Path) -> None:
    """A change whose base is `unstated` is found if its clause in the text states a base, and only then."""
    file = package / "observations.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    lines = [lines[0] + ",base_kind", *(line + ",unstated" * line.startswith("freight") for line in lines[1:])]
    file.write_text(
        "\n".join([lines[0], *(each + "," * (each.count(",") < 3) for each in lines[1:])]), encoding="utf-8"
    )
    stated = REPORT.replace("吞吐量下降", "吞吐量同比下降")
    assert bps.audit(REPORT, package) == []
    assert "unstated_bases_are_not_printed" in {each.rule for each in bps.audit(stated, package)}


NOT_THE_REPORT = "this is not the report"
NO_LOCATORS = "with the locators of its paragraphs, as `draft --number` writes it"
WRONG = {
    "another report": ("[s1.p1] 2023年江州有3座桥。\n[s1.p2] 河长7公里。", NOT_THE_REPORT),
    "no locators": (REPORT.replace("[s1.p1] ", "").replace("[s1.1.p1] ", ""), NO_LOCATORS),
    "nothing": ("", NO_LOCATORS),
}


@pytest.mark.parametrize(("text", "end"), WRONG.values(), ids=WRONG)
def test_a_text_that_is_not_the_report_gives_one_line(package: Path, text: str, end: str) -> None:
    """A text with next to none of the paragraphs and numerals recorded is one issue, which says so."""
    (issue,) = bps.audit(text, package)
    assert issue.rule == "text_is_the_report"
    assert issue.message.endswith(end)


def test_a_report_edited_everywhere_is_still_the_report(package: Path) -> None:
    """A text all of whose paragraphs have changed, with their numerals in place, is compared paragraph by paragraph."""
    rules = [issue.rule for issue in bps.audit(REPORT.replace("。", "！"), package)]
    assert rules == [PARAGRAPH, PARAGRAPH]
