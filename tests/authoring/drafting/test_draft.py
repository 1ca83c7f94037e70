"""Laws of drafting a package: what is proposed, in which files, and what becomes of it when it is accepted."""

from __future__ import annotations

import csv
import os
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from tests.support.bulletins import answers, draft_of, number_of, value_of
from tests.support.checkout import PACKAGE
from tests.support.drafts import REPORT, complete, fill
from tests.support.editing import contents, edit_descriptor, edit_rows, read_rows

import beijing_public_services as bps
from beijing_public_services.authoring.drafting.draft import draft_tables
from beijing_public_services.authoring.drafting.numbering import numbered, written
from beijing_public_services.authoring.drafting.report import blocks_of_pages, read_report
from beijing_public_services.datapackage.reader import read_tables
from beijing_public_services.notation.offered_units import OFFERED_ROWS

COLUMNS = (
    "locator,ordinal,printed,value,bound,unit,measure,period,area,category,base_kind,base_period,status,source,indicator,"
    "confidence,why"
)
MONEY = """# Port City public services 2031

## Fees

In 2031 parking fees came to HK$3.2m. In 2031 grants came to £4.5m. In 2031 exports came to US$7 million. In 2031
imports came to $8 million. In 2031 tolls came to A$5,400,000.
"""


def test_a_draft_changes_no_table(city: Path, report: Path) -> None:
    """A draft writes `draft.csv` and `draft/` beside the tables; `check` still finds nothing."""
    before = contents(city)
    drafted = bps.draft_package(city, report)
    after = contents(city)
    assert {name: after[name] for name in before} == before
    assert (city / "draft.csv").read_text(encoding="utf-8").splitlines()[0] == COLUMNS
    assert len(read_rows(city / "draft.csv")) == len(drafted.rows) == 5
    assert bps.check(city) == []


def test_a_row_says_what_the_text_says(city: Path, report: Path) -> None:
    """Value, unit, measure, period, base and source of a row are those of its sentence."""
    rows = {row["printed"]: row for row in bps.draft_package(city, report).rows}
    first, growth, mean, fall = rows["48座"], rows["增加6.7%"], rows["27.4微克/立方米"], rows["下降18.2%"]
    assert (first["locator"], first["ordinal"], first["value"], first["source"]) == ("s1.p1", "2", "48", "n01")
    assert (growth["measure"], growth["base_kind"], growth["base_period"]) == ("growth", "previous_year", "2030")
    assert (mean["unit"], mean["period"], mean["area"]) == ("ug/m3", "2031", "?澜湾市")
    assert (fall["value"], fall["base_kind"], fall["base_period"]) == ("-18.2", "fixed_year", "2026")


def test_a_completed_draft_becomes_a_package(city: Path, report: Path) -> None:
    """Accepted rows become observations with their mentions; `refresh`, `check` and `audit` find nothing wrong."""
    drafted = bps.draft_package(city, report)
    complete(city)
    accepted = bps.accept_draft(city)
    assert (accepted.accepted, accepted.left) == (5, ())
    assert read_rows(city / "draft.csv") == []
    bps.refresh(city, report=drafted.report)
    issues = [issue for issue in bps.check(city) if issue.rule != "printed_units_match_the_indicator"]
    assert issues == []
    assert bps.audit(drafted.report, city) == []
    package = bps.load(city)
    assert [each.value for each in package.observations] == [48, 6.7, 36, 27.4, -18.2]
    assert {each.id for each in package.sources} == {"report", "n01"}


def test_a_cell_of_several_lines_is_kept(city: Path, report: Path) -> None:
    """A line break that a reviewer types into a cell is still there in a row that is left."""
    bps.draft_package(city, report)
    edit_rows(city / "draft.csv", lambda rows: rows[0].update(why="ask the library\nor its\u2028association"))
    assert len(bps.accept_draft(city).left) == 5
    assert read_rows(city / "draft.csv")[0]["why"].startswith("ask the library\nor its\u2028association; not accepted")


def test_what_is_not_complete_stays_with_its_reason(city: Path, report: Path) -> None:
    """A row whose new indicator, unit or area is not filled in stays in `draft.csv`, and no table has it."""
    bps.draft_package(city, report)
    accepted = bps.accept_draft(city)
    assert accepted.accepted == 0
    assert len(read_rows(city / "draft.csv")) == 5
    assert all("not accepted: " in row["why"] for row in read_rows(city / "draft.csv"))
    assert read_rows(city / "data" / "observations.csv") == []
    complete(city)
    assert bps.accept_draft(city).accepted == 5


def test_a_failure_leaves_everything_as_it_was(city: Path, report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """If a file cannot be written, the package and the draft are as they were."""
    bps.draft_package(city, report)
    complete(city)
    before = contents(city)

    def refuse(*_: object, **__: object) -> None:
        raise bps.WriteError("no space is left")

    monkeypatch.setattr("beijing_public_services.authoring.drafting.accept.write_files", refuse)
    with pytest.raises(bps.WriteError):
        bps.accept_draft(city)
    assert contents(city) == before


def test_the_next_edition_follows_the_last(city: Path, report: Path, tmp_path: Path) -> None:
    """With `like`, the figures of a new edition are matched with the indicators of the last one."""
    bps.draft_package(city, report)
    complete(city)
    bps.accept_draft(city)
    next_report = tmp_path / "next.md"
    next_report.write_text(REPORT.replace("2031", "2032").replace("48座", "51座"), encoding="utf-8")
    rows = bps.draft_package(bps.new_package(tmp_path / "next"), next_report, like=[city]).rows
    ids = {row["indicator"] for row in rows}
    assert {id_ for id_ in ids if not id_.startswith("?")} == {
        row["id"] for row in read_rows(city / "data" / "indicators.csv")
    }


OPEN = {"zh5": ["第20年", "2,050元"]}  # a year in order, which no reader takes for a streak; a figure of a footnote


@pytest.mark.parametrize("name", ["zh", "en", "zh2", "en2", "zh3", "en3", "zh4", "en4", "zh5", "en5"])
def test_bulletins_by_others_are_read(name: str, tmp_path: Path) -> None:
    """Of the figures in digits of a bulletin that others wrote, 95 in 100 are proposed, and each with its value."""
    rows = draft_of(name, tmp_path).rows
    wanted = [each for each in answers(name) if value_of(each) is not None and number_of(each["printed"])[0].isdigit()]
    proposed = {(number_of(row["printed"]), Decimal(row["value"])) for row in rows if row["value"]}
    missed = [each["printed"] for each in wanted if (number_of(each["printed"]), value_of(each)) not in proposed]
    assert [each for each in missed if "GWh" not in each] == OPEN.get(name, [])  # which is in kWh there


def test_a_report_that_cannot_be_read_is_refused(city: Path, tmp_path: Path) -> None:
    """A file without a paragraph, or none at all, is refused, and nothing is written."""
    empty = tmp_path / "empty.md"
    empty.write_text("# Title\n", encoding="utf-8")
    for path in (empty, tmp_path / "none.md"):
        with pytest.raises(bps.DataPackageError):
            bps.draft_package(city, path)
    assert not (city / "draft.csv").exists()


def test_a_locator_stays(tmp_path: Path) -> None:
    """A report with locators keeps them; numbering a numbered report changes nothing."""
    once = numbered(REPORT)
    assert "[s1.p1] 2031年末" in once
    assert "[^n01]: 澜湾市图书馆协会" in once
    assert numbered(once) == once


def test_plain_text_and_html_have_the_same_paragraphs(city: Path, tmp_path: Path) -> None:
    """A report says the same in plain text and in HTML as in Markdown."""
    text, page = tmp_path / "report.txt", tmp_path / "report.html"
    text.write_text("公报\n一、公共图书馆\n全市共有图书馆48座。\n二、空气质量\n优良天数300天。\n", encoding="utf-8")
    page.write_text(
        "<html><body><h1>公报</h1><h2>公共图书馆</h2><p>全市共有图书馆48座。</p><h2>空气质量</h2><p>优良天数300天。</p>",
        encoding="utf-8",
    )
    pytest.importorskip("bs4")
    for path in (text, page):
        rows = bps.draft_package(city, path).rows
        assert [(row["locator"], row["printed"]) for row in rows] == [("s1.p1", "48座"), ("s2.p1", "300天")]
        shutil.rmtree(city / "draft")


def test_pdf_text_is_read(city: Path, tmp_path: Path) -> None:
    """A PDF file gives the figures of its text, without page numbers."""
    pytest.importorskip("pypdf")
    path = tmp_path / "report.pdf"
    path.write_bytes(
        pdf(["The city has 48 libraries and 36 museums,", "and 2.5 million visits were counted.", "- 1 -"])
    )
    rows = bps.draft_package(city, path).rows
    assert [row["value"] for row in rows] == ["48", "36", "2500000"]


def pdf(lines: list[str]) -> bytes:
    """Return a PDF file of one page with these lines."""
    shown = " ".join(f"({line}) Tj 0 -20 Td" for line in lines)
    stream = f"BT /F1 12 Tf 72 720 Td {shown} ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    content += b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def test_the_draft_of_the_bundled_package_knows_its_indicators() -> None:
    """A sentence on an indicator of a package is matched with it."""
    tables = read_tables(PACKAGE)
    drafted = draft_tables(tables, [], "[s1.p1] 2025年，北京市森林覆盖率达到45.0%，城镇调查失业率为4.2%。")
    assert [row["indicator"] for row in drafted.rows] == [
        "environment.forest_coverage_rate",
        "employment_social_security.urban_surveyed_unemployment_rate",
    ]


def test_a_figure_that_is_printed_twice_is_one_observation(city: Path, tmp_path: Path) -> None:
    """Two rows of one figure become one observation with two mentions."""
    report = tmp_path / "twice.md"
    report.write_text(
        "# 澜湾市公报\n\n## 概况\n\n截至2031年底，共有图书馆48座。\n\n全市图书馆共有48座。\n", encoding="utf-8"
    )
    drafted = bps.draft_package(city, report)
    assert [row["period"] for row in drafted.rows] == ["2031-12-31", "2031-12-31"]
    complete(city)
    assert bps.accept_draft(city).accepted == 2
    assert len(read_rows(city / "data" / "observations.csv")) == 1
    assert len(read_rows(city / "data" / "mentions.csv")) == 2


def test_each_offered_unit_is_consistent(city: Path) -> None:
    """The rows of units that a draft may add say the same in all their fields."""
    with (city / "data" / "units.csv").open("a", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(OFFERED_ROWS)
    bps.refresh(city)
    assert {issue.rule for issue in bps.check(city)} == {"units_are_used"}


def test_an_amount_of_money_is_in_its_currency(city: Path, tmp_path: Path) -> None:
    """The sign of a currency gives a figure a unit with a legal id, which the checks find to be the one printed."""
    report = tmp_path / "money.md"
    report.write_text(MONEY, encoding="utf-8")
    units = ["hk_dollar", "pound", "dollar", "dollar", "australian_dollar"]
    assert [row["unit"] for row in bps.draft_package(city, report).rows] == units
    complete(city)
    for name in ("domains", "areas", "indicators"):
        fill(city / "draft" / f"{name}.csv", name_zh="名称{}")
    assert bps.accept_draft(city).accepted == 5
    rules = {issue.rule for issue in bps.check(city)}
    assert not rules & {"unit_fields_are_consistent", "printed_units_match_the_indicator"}


def test_a_currency_has_the_id_that_the_package_gives_it(city: Path, tmp_path: Path) -> None:
    """An amount of money is in the unit of the package for it, whatever its id is."""
    report = tmp_path / "money.md"
    report.write_text(MONEY, encoding="utf-8")
    edit_descriptor(city, call_a_pound_sterling)
    with (city / "data" / "units.csv").open("a", encoding="utf-8") as file:
        file.write("sterling,GBP,{GBP},GBP,英镑,pound sterling\n")
    assert [row["unit"] for row in bps.draft_package(city, report).rows][1] == "sterling"


def call_a_pound_sterling(descriptor: dict[str, Any]) -> None:
    """Define the pound in the unit registry as `GBP`, of the dimension `sterling`."""
    kept = [line for line in descriptor["unit_registry"] if not line.startswith("pound ")]
    descriptor["unit_registry"] = [*kept, "GBP = [sterling] = _ = 英镑"]


def test_pages_become_paragraphs() -> None:
    """Lines of a page are joined to paragraphs; running heads and page numbers go, the first head is the title."""
    pages = [
        [
            "云州市公报",
            "一、综合",
            "  全市共有民政机构1,204个，职工1.3",
            "万人，比上年增长5.8%。",
            "  支出22.9亿元。",
            "1",
        ],
        ["云州市公报", "（一）低保", "  对象2.6万户、3.9万人，平均标准每人", "每月912元。", "2"],
        ["云州市公报", "二、供养", "  人员4,310人。", "- 3 -"],
    ]
    assert written(blocks_of_pages(pages)).split("\n\n") == [
        "# 云州市公报",
        "## 1 综合",
        "[s1.p1] 全市共有民政机构1,204个，职工1.3万人，比上年增长5.8%。",
        "[s1.p2] 支出22.9亿元。",
        "### 1.1 低保",
        "[s1.1.p1] 对象2.6万户、3.9万人，平均标准每人每月912元。",
        "## 2 供养",
        "[s2.p1] 人员4,310人。",
    ]


def test_lines_of_plain_text_become_paragraphs() -> None:
    """In plain text a line that is indented, or that follows a full stop, begins a paragraph."""
    text = "云州市公报\n\n一、综合\n\n生产总值100亿元，\n增长5%。\n粮食产量20万吨。\n  肉类3万吨。\n"
    assert numbered(text).split("\n\n")[2:] == [
        "[s1.p1] 生产总值100亿元，增长5%。",
        "[s1.p2] 粮食产量20万吨。",
        "[s1.p3] 肉类3万吨。",
    ]


def test_a_change_is_in_the_unit_of_what_changed(city: Path, tmp_path: Path) -> None:
    """A change whose words name no unit, as 0.6 fewer, has the unit of the figure that it is a change of."""
    report = tmp_path / "classes.md"
    report.write_text(
        "# Lanwan City Bulletin 2031\n\n## Schools\n\nAverage class size was 24.1 pupils, 0.6 fewer than in 2029.\n",
        encoding="utf-8",
    )
    rows = bps.draft_package(city, report).rows
    assert [row["unit"] for row in rows] == ["?pupil", "?pupil"]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.md", "公报".encode("gbk"), "no text in UTF-8"),
        ("a.md", b"48\0", "a null character"),
        ("a.md", "[s1.p1] 学校4所。\n\n[s1.p1] 学校5所。\n".encode(), "the locator s1.p1 again"),
        ("a.md", "学校4所，".encode() * 6000, "a paragraph of"),
        ("a.docx", b"PK", "ends in .docx"),
    ],
)
def test_a_file_that_is_no_report_is_refused(tmp_path: Path, name: str, content: bytes, found: str) -> None:
    """The message names the file, what was found in it, and what would be right."""
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(bps.DataPackageError, match=rf"{name}.*{found}.*expected"):
        read_report(path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_no_report(tmp_path: Path) -> None:
    """What is no regular file is not waited for."""
    os.mkfifo(tmp_path / "pipe.md")
    with pytest.raises(bps.DataPackageError, match="no regular file"):
        read_report(tmp_path / "pipe.md")
