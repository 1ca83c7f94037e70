"""Laws of exchange for every package: any text survives, new resources go along, and what cannot be held is said."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from tests.support.editing import tables_copy
from tests.support.histories import publish
from tests.support.libraries import Library

import beijing_public_services as bps
from beijing_public_services.datapackage.loader import build
from beijing_public_services.datapackage.tables import Table, Tables
from beijing_public_services.exports.arrow import as_parquet
from beijing_public_services.exports.delimited import as_csv, as_json_lines
from beijing_public_services.exports.excel import as_workbook
from beijing_public_services.exports.export import FORMATS
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.sdmx_csv import as_sdmx_csv, time_period
from beijing_public_services.exports.sheet import WHOLE, cell
from beijing_public_services.exports.sqlite import as_database
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from collections.abc import Callable

calamine, openpyxl, pl = map(Library, ("python_calamine", "openpyxl", "polars"))
TABLES = tables_copy()
TEXT = st.text(st.characters(exclude_categories=["Cs"]))  # half a surrogate pair is no character, and no UTF-8
IN_XML = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"))  # nor are these in XML
SLIM = ("identities", "cross_checks", "anomalies", "statements", "breaks")
REFERRING = [  # the resources that refer to observations
    resource["name"]
    for resource in TABLES.descriptor["resources"]
    if any(key["reference"].get("resource") == "observations" for key in resource["schema"].get("foreignKeys", ()))
]
ADDRESSES = {row["url"].encode() for row in TABLES["sources"].rows} | {  # all that a workbook may lead to
    TABLES.descriptor["homepage"].encode(),
    TABLES.descriptor["licenses"][0]["path"].encode(),
}
SDMX_NAMES = {"note": "COMMENT_OBS", "printed": "PRINTED", "disputed_printed": "DISPUTED_PRINTED"}
FORMULAS = ["=cmd()", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "{=1}", "#N/A", "http://a.b", "'=1", "=", "1.50"]


FIGURE, CHECK = TABLES["observations"].rows[0], TABLES["cross_checks"].rows[0]
ORIGINALS = [row["id"] for row in TABLES["sources"].rows if row["seen_as"] == "original"]
BARE = {  # the tables without figures
    **TABLES.by_name,
    **{
        name: TABLES[name].with_rows([])
        for name in (*REFERRING, "statements", "breaks", "errata", "aliases", "numerals")
    },
    "indicators": TABLES["indicators"].with_rows(TABLES["indicators"].rows[:1]),
}


def package(*against: str, **cells: str) -> bps.DataPackage:
    """The package of the first observation alone, with these cells, and others that print this against it."""
    figure = {**FIGURE, **cells}
    check = {**CHECK, "observation": figure["id"], "verdict": "differs"}
    checks = [{**check, "source": ORIGINALS[n], "printed": each} for n, each in enumerate(against)]
    rows = {"observations": [figure], "cross_checks": checks}
    by_name = BARE | {name: TABLES[name].with_rows(each) for name, each in rows.items()}
    return build(Tables(descriptor=TABLES.descriptor, by_name=by_name))


@pytest.fixture
def small_copy(tmp_path: Path) -> Path:
    """The package of the first observation alone in a folder, to be changed."""
    return publish(tmp_path / "datapackage", "1.0.0", tables=package().tables)


def by_pandas(content: bytes) -> Any:
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False).iloc[0]


def by_polars(content: bytes) -> Any:
    return pl.read_csv(content, infer_schema=False).row(0, named=True)


def by_calamine(content: bytes) -> Any:
    header, row = calamine.CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_name("figures").to_python()
    return dict(zip(map(str, header), row, strict=True))


def by_sqlite(content: bytes) -> Any:
    database = sqlite3.connect(":memory:")
    database.deserialize(content)
    database.row_factory = sqlite3.Row
    row = dict(database.execute("SELECT * FROM figures").fetchone())
    database.close()
    return row


def sdmx_row(content: bytes) -> Any:
    (row,) = csv.DictReader(io.StringIO(content.decode(), newline=""))
    return {name: row[column] for name, column in SDMX_NAMES.items()}


PANDAS_READS_NUL = tuple(map(int, pd.__version__.split(".")[:2])) >= (3, 1)
ROUND_TRIPS: dict[str, tuple[Callable[[bps.DataPackage], bytes], Callable[[bytes], Any]]] = {
    "csv by pandas": (as_csv, by_pandas),
    "csv by polars": (as_csv, by_polars),
    "jsonl by polars": (as_json_lines, lambda content: pl.read_ndjson(content).row(0, named=True)),
    "parquet by polars": (as_parquet, lambda content: pl.read_parquet(content).row(0, named=True)),
    "sqlite by sqlite3": (as_database, by_sqlite),
    "sdmx-csv by csv": (as_sdmx_csv, sdmx_row),
}


@pytest.mark.parametrize("name", ROUND_TRIPS)
@given(note=TEXT, printed=TEXT)
@example(note="\0", printed="\r")
@example(note='a,"b"\r\n', printed="\u2028\x85\ufeff\ufffe")
@example(note="NA", printed="null")
@example(note="=cmd()", printed=" x ")
def test_any_text_survives(name: str, note: str, printed: str) -> None:
    """Whatever a note or a printed figure holds, of the source or of another, another program reads exactly that."""
    if name == "csv by pandas" and not PANDAS_READS_NUL:
        assume("\0" not in note + printed)
    write, read = ROUND_TRIPS[name]
    row = read(write(package(note, note=note, printed=printed)))
    assert [row[each] or "" for each in ("note", "printed", "disputed_printed")] == [note, printed, note]


@settings(max_examples=settings().max_examples // 4)
@given(note=IN_XML, printed=IN_XML)
@example(note="\0\x01\x1f\x7f", printed="a\rb\r\nc\n")
@example(note="_x0041_", printed="_x000D_ _x005F_")
@example(note=" x ", printed="x" * 32_767)
def test_any_text_survives_in_a_workbook(note: str, printed: str) -> None:
    """Whatever a note or a printed figure holds, control characters and Excel's own escapes included, is read back."""
    row = by_calamine(as_workbook(package(note, note=note, printed=printed)))
    assert [row[each] for each in ("note", "printed", "disputed_printed")] == [note, printed, note]


@pytest.mark.parametrize("texts", [FORMULAS[:1], pytest.param(FORMULAS[1:], marks=pytest.mark.slow)])
def test_no_text_becomes_a_formula(texts: list[str]) -> None:
    """A cell of a workbook that begins like a formula, number, error or address is text, and stays so when edited."""
    for text in texts:
        content = as_workbook(package(note=text, printed=text))
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sheets = [archive.read(name) for name in archive.namelist() if "worksheets" in name]
            targets = [
                target
                for name in archive.namelist()
                if "worksheets/_rels" in name
                for target in re.findall(rb'Target="([^"]*)"', archive.read(name))
            ]
        assert not any(re.search(rb"<f[ />]", sheet) for sheet in sheets)
        assert {*targets} <= ADDRESSES
        book = openpyxl.load_workbook(io.BytesIO(content))
        found = [
            each
            for row in book["observations"].iter_rows()
            for each in row
            if each.value == text.replace("\r", "_x000D_")
        ]
        assert len(found) >= 2
        assert {each.data_type for each in found} == {"s"}
        assert {bool(each.quotePrefix) for each in found} == {text.startswith(("=", "+", "-", "@", "\t", "\r"))}


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    """Excel would cut a text of more than 32,767 characters: the error says where it stands."""
    for text in ("x" * 32_768, "😀" * 16_384):
        with pytest.raises(
            bps.ExportError, match=r"figures, row 2, column 'note': found \d+ characters, expected at most"
        ):
            as_workbook(package(note=text))


@given(digits=st.from_regex(r"-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,25})?", fullmatch=True))
@example(digits=str(WHOLE + 1))
@example(digits="6.10")
@example(digits="0." + "0" * 30 + "1")
@example(digits="1" + "0" * 59)
def test_digits_survive(digits: str) -> None:
    """The digits that a package gives stand in the table as they are, whatever a float makes of them."""
    made = package(value=digits)
    for name in ("csv by polars", "jsonl by polars", "parquet by polars", "sqlite by sqlite3"):
        write, read = ROUND_TRIPS[name]
        row = read(write(made))
        assert row["value_digits"] == digits
        assert float(row["value"]) == float(digits)


@pytest.mark.parametrize("digits", ["0.30000000000000004", "9007199254740992", "-6.2", "1" + "0" * 40])
def test_a_number_in_a_workbook_is_the_whole_float(digits: str) -> None:
    """What is written of a number reads back as the same float, the seventeenth digit included."""
    row = by_calamine(as_workbook(package(value=digits)))
    assert float(row["value"]) == float(digits)
    assert row["value_digits"] == digits


@given(digits=st.from_regex(r"-?(0|[1-9][0-9]{0,20})(\.[0-9]{1,20})?", fullmatch=True))
def test_a_cell_is_a_number_only_where_that_says_the_same(digits: str) -> None:
    """A cell of a resource is the number it writes, or the text itself where no float is that number."""
    value = cell(digits, "number")
    assert value == digits if isinstance(value, str) else pd.to_numeric(digits) == value and repr(value) != "inf"
    assert cell(digits, "text") == digits


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("", "number", None), ("", "text", None), ("1e5", "number", "1e5"), ("7", "number", 7),
        ("1,000", "number", "1,000"),
        (str(WHOLE), "number", WHOLE), (str(WHOLE + 1), "number", str(WHOLE + 1)), ("9" * 400, "number", "9" * 400),
        ("true", "flag", True), ("false", "flag", False), ("yes", "flag", "yes"), ("true", "text", "true"),
    ],
)  # fmt: skip
def test_a_cell_is_a_value_of_its_column(text: str, kind: Any, value: object) -> None:
    """An empty cell is nothing, and what is no value of its column's kind stays the text it is."""
    assert (cell(text, kind), type(cell(text, kind))) == (value, type(value))


def test_a_value_beyond_a_float_is_refused() -> None:
    """No format turns a value into infinity: such a value is refused where its row is read."""
    with pytest.raises(bps.DataPackageError, match=r"expected a plain decimal .* of at most 60 characters"):
        figures_sheet(package(value="9" * 400))


def test_what_cannot_be_read_has_no_interval() -> None:
    """A printed figure that is none leaves the ends empty, and the row is there all the same."""
    (row,) = figures_sheet(package(printed="many")).as_dicts()
    assert [row[name] for name in ("lower", "upper", "lower_closed", "upper_closed", "interval")] == [None] * 5
    assert row["printed"] == "many"


def test_each_dispute_is_named_with_what_is_printed() -> None:
    """Those who dispute a figure and what they print are in one order, and who agrees or refines is not among them."""
    made = package("1", "2")
    first, second = (check.source.id for check in made.cross_checks)
    (row,) = figures_sheet(made).as_dicts()
    said = [row[name] for name in ("disputed", "disputed_by", "disputed_printed")]
    assert said == [True, f"{first} {second}", "1; 2"]
    for verdict in ("agrees", "refines"):
        checks = [{**check, "verdict": verdict} for check in made.tables["cross_checks"].rows]
        others = made.tables.by_name | {"cross_checks": made.tables["cross_checks"].with_rows(checks)}
        (row,) = figures_sheet(build(Tables(descriptor=TABLES.descriptor, by_name=others))).as_dicts()
        assert [row[name] for name in ("disputed", "disputed_by", "disputed_printed")] == [False, None, None]


@pytest.mark.parametrize("format", FORMATS)
def test_what_is_optional_may_be_missing(tmp_path: Path, format: str) -> None:
    """A package without cross-checks, anomalies and identities is exported, and no figure of it is disputed."""
    by_name = {name: table for name, table in package().tables.by_name.items() if name not in SLIM}
    made = build(Tables(descriptor=TABLES.descriptor, by_name=by_name))
    assert {row["disputed"] for row in figures_sheet(made).as_dicts()} == {False}
    (*_, path) = bps.export(made, tmp_path / "few.x", format=format)
    assert path.is_file()


def written(folder: Path, files: dict[str, bytes]) -> bps.DataPackage:
    """The package in a folder after these files have been written into it."""
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return bps.load(folder)


def test_other_packages_and_their_resources_go_along(small_copy: Path) -> None:
    """A resource and a column that this library knows nothing of are in workbook and database like any other."""
    descriptor = json.loads((small_copy / "datapackage.json").read_bytes())
    fields = [
        {"name": "id", "type": "integer"},
        {"name": "area", "type": "string"},
        {"name": "is_new", "type": "boolean"},
    ]
    key = {"fields": "area", "reference": {"resource": "areas", "fields": "id"}}
    schema = {"fields": fields, "primaryKey": "id", "foreignKeys": [key]}
    descriptor["resources"].insert(0, {"name": "extra", "path": "data/extra.csv", "schema": schema})
    descriptor["version"] = "9.9.9"
    areas = (small_copy / "data" / "areas.csv").read_text(encoding="utf-8").splitlines()
    other = written(
        small_copy,
        {
            "datapackage.json": json.dumps(descriptor).encode(),
            "data/extra.csv": b"id,area,is_new,free\n7,CN-BJ,true,=1\n8,,false,\n",
            "data/areas.csv": "\n".join([f"{areas[0]},nickname", *(f"{line},x" for line in areas[1:])]).encode(),
        },
    )
    database = sqlite3.connect(":memory:")
    database.deserialize(as_database(other))
    assert database.execute("SELECT * FROM extra").fetchall() == [(7, "CN-BJ", 1, "=1"), (8, None, 0, None)]
    assert database.execute("SELECT DISTINCT nickname FROM areas").fetchall() == [("x",)]
    assert database.execute("SELECT \"table\" FROM pragma_foreign_key_list('extra')").fetchall() == [("areas",)]
    assert database.execute("SELECT DISTINCT data_version FROM figures").fetchall() == [("9.9.9",)]
    database.close()
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(as_workbook(other)))
    assert book.get_sheet_by_name("extra").to_python()[1:] == [[7.0, "CN-BJ", True, "=1"], [8.0, "", False, ""]]


def test_a_resource_may_have_the_name_of_our_sheets(small_copy: Path) -> None:
    """A resource that is called like the cover or the overview keeps its name, and ours gets a number."""
    descriptor = json.loads((small_copy / "datapackage.json").read_bytes())
    descriptor["resources"] += [{"name": name, "path": f"data/{name}.csv"} for name in ("cover", "overview")]
    other = written(
        small_copy,
        {
            "datapackage.json": json.dumps(descriptor).encode(),
            **{f"data/{name}.csv": b"a\nb\n" for name in ("cover", "overview")},
        },
    )
    book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(as_workbook(other)))
    assert book.sheet_names[:3] == ["cover 2", "overview 2", "figures"]
    assert book.get_sheet_by_name("cover").to_python() == [["a"], ["b"]]


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "https://a\x01b", "//a.b", "", "x" * 3000]
)
def test_only_addresses_of_the_web_are_links(url: str) -> None:
    """A source whose address leads elsewhere, or nowhere, is named without a link."""
    made = package()
    sources = [{**row, "url": url, "kind": "publication"} for row in made.tables["sources"].rows]
    tables = made.tables.by_name | {"sources": made.tables["sources"].with_rows(sources)}
    content = as_workbook(build(Tables(descriptor=TABLES.descriptor, by_name=tables)))
    sheet = openpyxl.load_workbook(io.BytesIO(content))["overview"]
    assert [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


@pytest.mark.parametrize("format", ["croissant", "schema-org", "xlsx", "sqlite"])
def test_a_bare_descriptor_is_enough(small_copy: Path, tmp_path: Path, format: str) -> None:
    """A package whose descriptor says only where its files are, or odd things, is exported all the same."""
    descriptor = json.loads((small_copy / "datapackage.json").read_bytes())
    bare = [{"name": each["name"], "path": each["path"]} for each in descriptor["resources"]]
    odd = {"title": 7, "licenses": "free", "contributors": [None, {}], "created": [], "keywords": [1], "id": None}
    bare[0] |= {
        "schema": {"fields": [None, {"name": 1}, {"name": "id", "type": []}], "primaryKey": 3, "foreignKeys": [1]}
    }
    files = {"resources": bare, "unit_registry": descriptor["unit_registry"], **odd}
    other = written(small_copy, {"datapackage.json": json.dumps(files).encode()})
    (*_, path) = bps.export(other, tmp_path / "other.json", format=format)
    assert path.stat().st_size > 0


@pytest.mark.parametrize("format", FORMATS)
def test_a_package_without_figures_is_exported(tmp_path: Path, format: str) -> None:
    """A package just begun, without a figure or a row of any resource, is written in every format."""
    bps.new_package(tmp_path / "begun", name="begun", title="Begun", source="A report")
    (*_, path) = bps.export(bps.load(tmp_path / "begun"), tmp_path / "begun.x", format=format)
    assert path.is_file()


def test_sdmx_tells_figures_apart_or_says_so() -> None:
    """Two figures with all dimensions alike would be one to a reader of SDMX: the error names both."""
    first = TABLES["observations"].rows[0]
    by_name = TABLES.by_name | {
        "observations": TABLES["observations"].with_rows([*TABLES["observations"].rows, {**first, "id": "other"}])
    }
    with pytest.raises(bps.ExportError, match=rf"other: found the key of {re.escape(first['id'])}"):
        as_sdmx_csv(build(Tables(descriptor=TABLES.descriptor, by_name=by_name)))


@pytest.mark.parametrize("printed", ["many", "", "第九"])
def test_sdmx_gives_the_value_where_the_print_does_not(printed: str) -> None:
    """A printed figure that does not give the value leaves the value as it is, with no multiplier."""
    (row,) = csv.DictReader(io.StringIO(as_sdmx_csv(package(printed=printed, value="3.50")).decode(), newline=""))
    assert [row[name] for name in ("OBS_VALUE", "UNIT_MULT", "DECIMALS")] == ["3.50", "0", "2"]


@given(first=st.dates(), days=st.integers(1, 20_000))
def test_a_range_is_its_first_day_and_its_length(first: Any, days: int) -> None:
    """What SDMX is given of a range of days counts both of its ends."""
    from datetime import timedelta

    try:
        last = first + timedelta(days=days)
    except OverflowError:
        return
    assert read_period(f"{first}/{last}").text
    assert time_period(f"{first}/{last}") == f"{first}/P{days + 1}D"


def test_a_package_refused_by_sqlite_is_an_error() -> None:
    """A resource with the name of the table of figures, or a reference to nothing, is refused with a reason."""
    doubled = package().tables.by_name | {"figures": Table.of_rows(file="x", columns=("a",), rows=[])}
    descriptor = {**TABLES.descriptor, "resources": [*TABLES.descriptor["resources"], {"name": "figures", "path": "x"}]}
    made = build(Tables(descriptor=descriptor, by_name=doubled))
    with pytest.raises(bps.ExportError, match="SQLite refuses"):
        as_database(made)
    with pytest.raises(bps.ExportError, match="Excel cannot hold"):
        as_workbook(made)
    rows = [{**row, "parent": "nowhere"} for row in TABLES["areas"].rows[:1]] + TABLES["areas"].rows[1:]
    areas = package().tables.by_name | {"areas": TABLES["areas"].with_rows(rows)}
    with pytest.raises(bps.ExportError, match="areas, row 2: found a reference that no row of areas has"):
        as_database(build(Tables(descriptor=TABLES.descriptor, by_name=areas)))


@pytest.mark.parametrize(
    ("name", "format", "message"),
    [
        ("x.json", None, "x.json: found no format, expected one of csv, "),
        ("x", None, "found no format"),
        ("x.csv", "cvs", "found the format 'cvs', expected csv"),
        ("x.csv", "zzzz", "found the format 'zzzz', expected csv or jsonl or parquet"),
        (
            "x.csv",
            "croissant",
            "found the name of the table, expected a name for the description such as croissant.json",
        ),
    ],
)
def test_a_format_is_known_or_refused(tmp_path: Path, name: str, format: str | None, message: str) -> None:
    """A format that is unknown, or that the name does not tell, is refused with what would be right."""
    with pytest.raises(bps.ExportError, match=message):
        bps.export(bps.bundled(), tmp_path / name, format=format)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["a.csv", "a.CSV", "a.jsonl", "a.ndjson", "a.parquet", "a.xlsx", "a.sqlite", "a.db"])
def test_the_name_tells_the_format(tmp_path: Path, name: str) -> None:
    """The ending of a name stands for its format, in capitals too."""
    (path,) = bps.export(package(), str(tmp_path / name))
    beginnings = {".csv": b"id,", ".jsonl": b'{"id"', ".ndjson": b'{"id"', ".parquet": b"PAR1", ".xlsx": b"PK"}
    assert path.read_bytes().startswith(beginnings.get(path.suffix.lower(), b"SQLite format 3"))


def test_no_file_is_overwritten_unasked(tmp_path: Path) -> None:
    """An export does not replace a file unless told to, for croissant neither of its two."""
    table, description = bps.export(bps.bundled(), tmp_path / "c.json", format="croissant")
    assert (table.name, description.name) == ("c.csv", "c.json")
    table.write_bytes(b"mine")
    description.unlink()
    with pytest.raises(FileExistsError):
        bps.export(bps.bundled(), description, format="croissant")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("c.csv", b"mine")]
    bps.export(bps.bundled(), description, format="croissant", overwrite=True)
    assert table.read_bytes() == as_csv(bps.bundled())


def test_half_a_character_is_refused() -> None:
    """A descriptor can write half a surrogate pair, which no UTF-8 can: the error says so."""
    descriptor = {**TABLES.descriptor, "title": "\ud800"}
    made = build(Tables(descriptor=descriptor, by_name=package().tables.by_name))
    with pytest.raises(bps.ExportError, match="expected characters that UTF-8 has"):
        bps.export(made, "never.json", format="schema-org")
    assert not Path("never.json").exists()
