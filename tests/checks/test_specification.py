"""Laws from the Data Package specification, on packages that validators have got wrong."""

from __future__ import annotations

import bz2
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.tables import PROFILE, fields, package, table

import beijing_public_services as bps

if TYPE_CHECKING:
    from pathlib import Path

BAD, ROWS = "id,name\nx,a\n", ("id:integer", "name")
DUPLICATE = "id,name\nx,a\n1,a\n1,b\n"


def rules_of(folder: Path, **configuration: tuple[str, ...]) -> set[str]:
    """The rules that find errors."""
    report = bps.check_report(folder, bps.Configuration(**configuration))
    return {each.rule for each in report.issues if each.severity == "error"}


FORMATS: dict[str, tuple[str, str | bytes, dict[str, Any]]] = {
    "text by another name": ("t.txt", BAD, {}),
    "bars in a .psv": ("t.psv", BAD.replace(",", "|"), {"dialect": {"delimiter": "|"}}),
    "bars in a .dat": ("t.dat", BAD.replace(",", "|"), {"dialect": {"delimiter": "|"}}),
    "tabs in a .tab": ("t.tab", BAD.replace(",", "\t"), {"dialect": {"delimiter": "\t"}}),
    "tabs in a .tsv": ("t.tsv", BAD.replace(",", "\t"), {}),
    "a format in words": ("t.csv", BAD, {"format": "CSV file"}),
    "a media type as format": ("t.csv", BAD, {"format": "text/csv"}),
    "a media type alone": ("table", BAD, {"mediatype": "text/csv; charset=utf-8"}),
    "capitals": ("T.CSV", BAD, {}),
    "lines of JSON": ("t.ndjson", '{"id": "x", "name": "a"}\n', {}),
    "lines of JSON lists": ("t.jsonl", '["id", "name"]\n["x", "a"]\n', {}),
    "JSON objects": ("t.json", '[{"id": "x", "name": "a"}]', {}),
    "JSON lists": ("t.json", '[["id", "name"], ["x", "a"]]', {}),
    "JSON within": ("t.json", '{"rows": [{"id": "x", "name": "a"}]}', {"dialect": {"property": "rows"}}),
    "bz2": ("t.csv.bz2", bz2.compress(BAD.encode()), {}),
    "another encoding": ("t.csv", BAD.replace(",a", ",ä").encode("latin-1"), {"encoding": "ISO-8859-1"}),
    "UTF-16": ("t.csv", BAD.encode("utf-16"), {"encoding": "utf-16"}),
    "a delimiter of two signs": ("t.csv", BAD.replace(",", "||"), {"dialect": {"delimiter": "||"}}),
    "an unusual line end": ("t.csv", "id,name;x,a", {"dialect": {"lineTerminator": ";"}}),
    "a header of two rows": ("t.csv", "i,na\nd,me\nx,a\n", {"dialect": {"headerRows": [1, 2], "headerJoin": ""}}),
    "comments": ("t.csv", "# by hand\nid,name\n# more\nx,a\n", {"dialect": {"commentChar": "#"}}),
    "no header": ("t.csv", "x,a\n", {"dialect": {"header": False}}),
    "a quote of another kind": ("t.csv", "id,name\nx,'a,b'\n", {"dialect": {"quoteChar": "'"}}),
    "an escape": ("t.csv", "id,name\nx,a\\,b\n", {"dialect": {"escapeChar": "\\", "quoteChar": ""}}),
    "the dialect of frictionless": ("t.csv", BAD.replace(",", ";"), {"dialect": {"csv": {"delimiter": ";"}}}),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_table_of_any_format_is_read(tmp_path: Path, name: str) -> None:
    """A text in a column of whole numbers is found in its file, whatever the format; without it nothing is."""
    file, content, resource = FORMATS[name]
    folder = table(tmp_path / "bad", content, *ROWS, file=file, of_resource=resource)
    assert rules_of(folder) == {"frictionless:type-error"}
    (issue,) = [each for each in bps.check(folder) if each.severity == "error"]
    assert (issue.file, issue.column) == (file, "id")
    encoding = str(resource.get("encoding", "utf-8"))
    whole = bz2.decompress(content) if file.endswith(".bz2") else content  # type: ignore[arg-type]
    text = whole if isinstance(whole, str) else whole.decode(encoding)
    mended = text.replace('"x"', "1").replace("x", "1").encode(encoding)
    packed = bz2.compress(mended) if file.endswith(".bz2") else mended
    folder = table(tmp_path / "good", packed, *ROWS, file=file, of_resource=resource)
    assert rules_of(folder) == set()


def test_a_workbook_and_a_parquet_file_are_read(tmp_path: Path) -> None:
    """Cells of Excel and Parquet files are held to their fields as those of text are."""
    pyarrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    xlsxwriter = pytest.importorskip("xlsxwriter")
    pytest.importorskip("python_calamine")
    for rows, found in (([["x", "a"], [2, "b"]], {"frictionless:type-error"}), ([[1, "a"], [2, "b"]], set())):
        folder = table(tmp_path / f"excel{len(found)}", "", *ROWS, file="t.xlsx")
        book = xlsxwriter.Workbook(str(folder / "t.xlsx"))
        sheet = book.add_worksheet()
        for number, row in enumerate([["id", "name"], *rows]):
            sheet.write_row(number, 0, row)
        book.close()
        assert rules_of(folder) == found
    columns = {"id": [1, 1], "name": ["a", "b"]}
    folder = table(tmp_path / "parquet", "", *ROWS, file="t.parquet", primaryKey=["id"])
    parquet.write_table(pyarrow.table(columns), folder / "t.parquet")
    assert rules_of(folder) == {"frictionless:primary-key"}


UNREAD: dict[str, tuple[str, str | bytes, dict[str, Any]]] = {
    "a format that nobody reads": ("t.dbf", "rows", {}),
    "no Parquet file": ("t.parquet", "not parquet", {}),
    "no workbook": ("t.xlsx", "not excel", {}),
    "a missing file": ("t.csv", BAD, {"path": "other.csv"}),
    "a schema by URL": ("t.csv", BAD, {"schema": "https://example.org/schema.json"}),
    "a path by URL": ("t.csv", BAD, {"path": "https://example.org/t.csv"}),
    "a dialect that is no object": ("t.csv", BAD, {"dialect": [";"]}),
    "a delimiter that is no text": ("t.csv", BAD, {"dialect": {"delimiter": 5}}),
    "an unknown encoding": ("t.csv", BAD, {"encoding": "klingon"}),
    "a null character": ("t.csv", "id,name\n1,a\0b\n", {}),
    "an open quote": ("t.csv", 'id,name\n1,"a\n', {}),
    "text as data without a format": ("t.csv", BAD, {"path": None, "data": "not a table"}),
}


@pytest.mark.parametrize("name", UNREAD)
def test_a_table_that_was_not_read_is_an_error(tmp_path: Path, name: str) -> None:
    """A table that was not read is an error of its own, whatever is asked of its cause, and stands in `not_run`."""
    file, content, resource = UNREAD[name]
    folder = table(tmp_path / "package", content, *ROWS, file=file)
    described = {"name": "t", "type": "table", "path": file, "schema": {"fields": [{"name": "id"}]}} | resource
    kept = {key: value for key, value in described.items() if value is not None}
    package(folder, [kept], {})
    causes = ("descriptor", "frictionless", "files_are_readable", "files_are_safe")
    for configuration in (bps.Configuration(warn=causes), bps.Configuration(ignore=causes)):
        report = bps.check_report(folder, configuration)
        assert "tables_are_read" in {each.rule for each in report.issues if each.severity == "error"}
        assert report.failed
    report = bps.check_report(folder)
    assert "frictionless" in report.ran
    assert {each.rule for each in report.not_run if each.file} >= {"frictionless", "unique_keys_are_unique"}


MASKS: dict[str, dict[str, Any]] = {
    "a licence without name and path": {"licenses": [{"id": "CC0-1.0", "url": "https://example.org"}]},
    "a title that is a number": {"title": 5},
    "an e-mail address that is none": {"contributors": [{"title": "T", "email": "first at example.org"}]},
    "a resource that is none": {"resources": ["t.csv"]},
}


@pytest.mark.parametrize("name", MASKS)
def test_a_fault_of_the_descriptor_hides_no_cell(tmp_path: Path, name: str) -> None:
    """Whatever is wrong with the descriptor, the cells of a table that it describes are checked."""
    folder = table(tmp_path / "package", DUPLICATE, *ROWS, primaryKey=["id"])
    properties = dict(MASKS[name])
    described = {"name": "t", "type": "table", "path": "t.csv"}
    described["schema"] = {"fields": [{"name": "id", "type": "integer"}, {"name": "name"}], "primaryKey": ["id"]}  # type: ignore[assignment]
    package(folder, [described, *properties.pop("resources", [])], {}, **properties)
    assert rules_of(folder, warn=("descriptor",)) >= {"frictionless:type-error", "frictionless:primary-key"}


@pytest.mark.parametrize(
    "field",
    [
        {"name": "v", "type": "duration", "constraints": {"minimum": "PT1M"}},
        {"name": "v", "type": "datetime", "constraints": {"minimum": "2024-01-01T00:00:00Z"}},
        {"name": "v", "type": "no such type"},
        {"name": "v", "constraints": {"minimum": 3}},
        {"name": "v", "example": 5, "title": 3},
    ],
)
def test_a_field_of_one_table_hides_no_cell_of_another(tmp_path: Path, field: dict[str, Any]) -> None:
    """A field that cannot be tested leaves the tests of other columns and tables as they are; an unnamed one too."""
    resources = [
        {
            "name": "a",
            "type": "table",
            "path": "a.csv",
            "schema": {"fields": [field, {"name": "n", "type": "integer"}]},
        },
        {"type": "table", "path": "b.csv", "schema": {"fields": [{"name": "id", "type": "integer"}, {"name": "name"}]}},
    ]
    folder = package(tmp_path / "package", resources, {"a.csv": "v,n\nPT2M,x\n", "b.csv": BAD})
    found = [(each.file, each.column) for each in bps.check(folder) if each.rule == "frictionless:type-error"]
    assert {("a.csv", "n"), ("b.csv", "id")} <= set(found)


LEXICAL = {
    "integer": (["12", "+1", "-0", "007"], ["2_024", "１２", "٣", "1.0", "1e3", ""]),
    "number": (["1", "-1.5", "+.5", "5.", "1e3", "NaN", "inf", "-INF"], ["1_000", "３.５", "1,5", "Infinity", "0x1"]),
    "date": (["2024-01-26"], ["2024-1-5", "2024-02-30", "26.01.2024", "20240126", "２０２４-01-26"]),
    "time": (["15:00:00"], ["15:00", "25:00:00", "15:00:00Z", "3pm"]),
    "datetime": (
        ["2024-01-26T15:00:00", "2024-01-26T15:00:00.300-05:00", "2024-01-26T15:00:00Z"],
        ["2024-01-26 15:00:00", "2024-01-26", "2024-01-26T15:00", "2024-01-26t15:00:00"],
    ),
    "year": (["2024", "-0044", "12024"], ["24", "0044x", "２０２４", "02024"]),
    "yearmonth": (["2024-01", "-0044-03"], ["2020-1", "2020-13", "202001", "2020"]),
    "duration": (["P1Y2M3DT4H5M6.7S", "PT36H", "-P1D"], ["P", "PT", "1Y", "P1S", "P1W", "P-1D"]),
    "boolean": (["true", "FALSE", "1", "0"], ["yes", "tRUE", "2"]),
    "object": (['"{""a"": 1}"'], ["[]", "a", "1"]),
    "array": (["[1]"], ["{}", "a"]),
    "geopoint": (['"90.5, 45.5"', '"-180,-90"'], ["90.5", '"200,10"', '"a,b"']),
    "string": (["anything", "  "], []),
    "any": (["anything"], []),
}


@pytest.mark.parametrize("kind", LEXICAL)
def test_a_cell_has_the_lexical_form_of_its_type(tmp_path: Path, kind: str) -> None:
    """The forms that the specification gives a type are accepted, and no other that a library happens to read."""
    good, bad = LEXICAL[kind]
    for cells, is_error in ((good, False), (bad, True)):
        for number, cell in enumerate(cells):
            folder = table(tmp_path / f"{is_error}{number}", f"v,n\n{cell},a\n", f"v:{kind}", "n", missingValues=["-"])
            found = rules_of(folder) - {"tables_are_read"}
            assert bool(found) == is_error, (cell, found)


SOUND: dict[str, tuple[str, tuple[Any, ...], dict[str, Any]]] = {
    "no dialect means comma": (
        'id,quote\n1,"He said; ""yes""; then left"\n2,"She nodded"\n',
        ("id:integer", "quote"),
        {},
    ),
    "an enum that is part of the categories": (
        "c\nlow\n",
        (
            {
                "name": "c",
                "type": "string",
                "categories": ["low", "mid", "high"],
                "constraints": {"enum": ["low", "mid"]},
            },
        ),
        {},
    ),
    "categories by value": ("c\n01\n+1\n2\n", ({"name": "c", "type": "integer", "categories": [1, 2]},), {}),
    "keys that lack a value": (
        "id,code\n1,NA\n2,NA\n3,x\n",
        ("id:integer", {"name": "code", "type": "string", "missingValues": ["NA"]}),
        {"uniqueKeys": [["code"]]},
    ),
    "a key on an object": ('k\n"{""a"":1}"\n"{""a"":2}"\n', ("k:object",), {"primaryKey": ["k"]}),
    "a unique list": ('v\n"a,b"\n"c,d"\n', ({"name": "v", "type": "list", "constraints": {"unique": True}},), {}),
    "a JSON schema": (
        'o\n"{""a"":1}"\n',
        ({"name": "o", "type": "object", "constraints": {"jsonSchema": {"type": "object", "required": ["a"]}}},),
        {},
    ),
    "a pattern of XML Schema": (
        "v\nab\n",
        ({"name": "v", "type": "string", "constraints": {"pattern": "\\i\\c*"}},),
        {},
    ),
    "groups of digits": ("v\n1 234\n", ({"name": "v", "type": "integer", "groupChar": " "},), {}),
    "a percentage": ("v\n95%\n", ({"name": "v", "type": "number", "bareNumber": False},), {}),
    "a decimal comma": (
        "v\n1\u00a0234;5\n",
        ({"name": "v", "type": "number", "decimalChar": ";", "groupChar": "\u00a0"},),
        {},
    ),
    "rows without values": ('a\n1\n""\n3\n', ("a:integer",), {}),
    "rows of no values": ("a,b\n,\n1,2\n", ("a:integer", "b:integer"), {}),
    "a length of a list": ("v\n[1]\n", ({"name": "v", "type": "array", "constraints": {"minLength": 1}},), {}),
    "an exclusive minimum": (
        "v\n2001\n",
        ({"name": "v", "type": "year", "constraints": {"exclusiveMinimum": 2000}},),
        {},
    ),
    "a date by its pattern": (
        "v\n05.03.2021\n",
        ({"name": "v", "type": "date", "format": "%d.%m.%Y", "constraints": {"minimum": "01.02.2020"}},),
        {},
    ),
    "a formula that is none": ("v\n- see annex (page 2)\n=> next\n@user (bio)\n== heading\n", ("v",), {}),
    "an example in words": ("v\n5\n", ({"name": "v", "type": "integer", "example": "about 5"},), {}),
    "missing values with labels": (
        "v\n-99\n3.5\n",
        ("v:number",),
        {"missingValues": [{"value": "", "label": "omitted"}, {"value": "-99", "label": "refused"}]},
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_what_the_specification_allows_is_no_error(tmp_path: Path, name: str) -> None:
    """A sound package has no error, though another validator finds one."""
    content, described, schema = SOUND[name]
    report = bps.check_report(table(tmp_path / "package", content, *described, **schema))
    assert [each for each in report.issues if each.severity == "error"] == []


WRONG: dict[str, tuple[str, tuple[Any, ...], dict[str, Any], str]] = {
    "part of a primary key": ("a,b\n1,\n", ("a", "b"), {"primaryKey": ["a", "b"]}, "primary_keys_are_complete"),
    "a primary key that is missing": ("a,b\n,1\n", ("a", "b"), {"primaryKey": ["a"]}, "frictionless:primary-key"),
    "numbers that are equal": ("v\n1.0\n1.00\n", ("v:number",), {"uniqueKeys": [["v"]]}, "unique_keys_are_unique"),
    "whole numbers that are equal": ("v\n7\n007\n", ("v:integer",), {"uniqueKeys": [["v"]]}, "unique_keys_are_unique"),
    "a value that only the schema calls missing": (
        "id,code\n1,zz\n2,zz\n",
        ("id:integer", {"name": "code", "type": "string", "missingValues": ["-"]}),
        {"uniqueKeys": [["code"]], "missingValues": ["", "zz"]},
        "unique_keys_are_unique",
    ),
    "a unique key that is a text": ("id\n1\n", ("id",), {"uniqueKeys": ["id"]}, "keys_name_fields"),
    "no unique keys": ("id\n1\n", ("id",), {"uniqueKeys": []}, "keys_name_fields"),
    "labels that are equal": (
        "c\n1\n",
        ({"name": "c", "type": "integer", "categories": [{"value": 1, "label": "a"}, {"value": 2, "label": "a"}]},),
        {},
        "categories_are_well_formed",
    ),
    "an order that is no truth": (
        "c\n1\n",
        ({"name": "c", "type": "integer", "categories": [1, 2], "categoriesOrdered": "yes"},),
        {},
        "categories_are_well_formed",
    ),
    "a missing value twice": ("c\n1\n", ("c",), {"missingValues": ["-", "-"]}, "missing_values_are_distinct"),
    "no base64": ("b\n%%%\n", ({"name": "b", "type": "string", "format": "binary"},), {}, "cells_follow_table_schema"),
    "no UUID": ("b\nzz\n", ({"name": "b", "type": "string", "format": "uuid"},), {}, "frictionless:type-error"),
    "a pattern that fits the beginning": (
        "v\naxyz\n",
        ({"name": "v", "type": "string", "constraints": {"pattern": "a|b"}},),
        {},
        "cells_follow_table_schema",
    ),
    "a JSON schema that does not hold": (
        'o\n"{""a"":1}"\n',
        ({"name": "o", "type": "object", "constraints": {"jsonSchema": {"required": ["b"]}}},),
        {},
        "cells_follow_table_schema",
    ),
    "an enum of a list": (
        'a\n"[""A""]"\n',
        ({"name": "a", "type": "array", "constraints": {"enum": ["A", "B"]}},),
        {},
        "frictionless:constraint-error",
    ),
}


@pytest.mark.parametrize("name", WRONG)
def test_what_the_specification_forbids_is_found(tmp_path: Path, name: str) -> None:
    """A package that breaks the specification has an error of the rule for it."""
    content, described, schema, rule = WRONG[name]
    assert rule in rules_of(table(tmp_path / "package", content, *described, **schema))


@pytest.mark.parametrize(
    ("properties", "rule"),
    [
        ({"licenses": [{"path": "../../LICENSE"}]}, "paths_stay_below_the_descriptor"),
        ({"image": "/etc/passwd"}, "paths_stay_below_the_descriptor"),
        ({"sources": [{"title": "S", "path": "a/../../b"}]}, "paths_stay_below_the_descriptor"),
        ({"licenses": [{"name": "X", "path": "https://example.org/licence"}], "sources": []}, ""),
        ({"image": "images/a.png"}, ""),
        ({"image": "https://example.org/a.png"}, ""),
    ],
)
def test_paths_of_the_package_stay_below_it(tmp_path: Path, properties: dict[str, Any], rule: str) -> None:
    """The path of a licence, a source or an image is a URL, or leads down from the descriptor."""
    found = rules_of(table(tmp_path / "package", "a,b\n1,2\n", "a", "b", of_package=properties))
    assert found == ({rule} if rule else set())


@pytest.mark.parametrize("path", [".hidden/t.csv", "a/.b/t.csv", ".t.csv"])
def test_a_hidden_path_is_found(tmp_path: Path, path: str) -> None:
    """A path through a hidden folder, or to a hidden file, is an error; a colon in a file name is none."""
    assert rules_of(table(tmp_path / "hidden", "a,b\n1,2\n", "a", "b", file=path)) == {
        "paths_stay_below_the_descriptor"
    }
    assert rules_of(table(tmp_path / "colon", "a,b\n1,2\n", "a", "b", file="Survey: results (2020).csv")) == set()


def test_rows_are_counted_as_an_editor_counts_lines(tmp_path: Path) -> None:
    """After a cell of several lines the rows go on with the number of their first line, in keys too."""
    content = 'id,name\n1,"a\nb\r\nc"\n2,x\nx,y\n2,z\n'
    folder = table(tmp_path / "package", content, "id:integer", "name", uniqueKeys=[["id"]])
    found = {(each.rule, each.row) for each in bps.check(folder)}
    assert found == {("frictionless:type-error", 6), ("unique_keys_are_unique", 7)}
    (again,) = [each for each in bps.check(folder) if each.rule == "unique_keys_are_unique"]
    assert "row 5" in again.message


def test_findings_in_several_files_name_theirs(tmp_path: Path) -> None:
    """Later files go on where the first ends; their first row counts, and a repeated header does not."""
    for first in ("x,a\n", "id,name\nx,a\n"):
        folder = tmp_path / f"package{len(first)}"
        files: dict[str, str | bytes] = {"p1.csv": "id,name\n1,a\n", "p2.csv": f"{first}3,c\n1,d\n"}
        schema = {"fields": [{"name": "id", "type": "integer"}, {"name": "name"}], "uniqueKeys": [["id"]]}
        resource = {"name": "t", "type": "table", "path": ["p1.csv", "p2.csv"], "schema": schema}
        found = [(each.file, each.row, each.rule) for each in bps.check(package(folder, [resource], files))]
        line = 1 + first.count("\n") - 1
        assert found == [
            ("p2.csv", line, "frictionless:type-error"),
            ("p2.csv", line + 2, "unique_keys_are_unique"),
        ]


def test_a_key_twice_in_an_object_is_found(tmp_path: Path) -> None:
    """A key that stands twice in an object of the descriptor or of a schema file is found in its file."""
    folder = table(tmp_path / "package", "a,b\n1,2\n", of_resource={"schema": "schema.json"})
    (folder / "schema.json").write_text('{"fields": [{"name": "a", "name": "a"}, {"name": "b"}]}', encoding="utf-8")
    (issue,) = [each for each in bps.check(folder) if each.rule == "keys_of_objects_stand_once"]
    assert (issue.file, issue.column) == ("schema.json", "name")


@pytest.mark.slow
def test_frictionless_is_imported_only_when_something_is_not_proven(tmp_path: Path) -> None:
    """A package whose cells are proven valid is checked without importing frictionless, and the rule has run."""
    import subprocess
    import sys

    folder = table(
        tmp_path / "package", "id,mail\n1,a@example.org\n", "id:integer", {"name": "mail", "format": "email"}
    )
    program = (
        "import sys, beijing_public_services as bps; report = bps.check_report(sys.argv[1]); "
        "print('frictionless' in sys.modules, report.failed, 'frictionless' in report.ran)"
    )
    for content, loaded in (("id,mail\n1,a@example.org\n", "False False True"), ("id,mail\nx,a\n", "True True True")):
        (folder / "t.csv").write_text(content, encoding="utf-8")
        ran = subprocess.run([sys.executable, "-c", program, folder], capture_output=True, text=True, check=True)
        assert ran.stdout.strip() == loaded


def test_every_fault_of_a_file_is_told(tmp_path: Path) -> None:
    """A schema by URL does not hide an uneven row of the file, which is read as text."""
    folder = table(tmp_path / "package", "a,b\n1,2\n1\n", of_resource={"schema": "https://example.org/schema.json"})
    rules = {"files_are_safe", "files_are_readable", "tables_are_read", "frictionless:missing-cell"}
    assert rules_of(folder) == rules
    (uneven,) = [each for each in bps.check(folder) if each.rule == "files_are_readable"]
    assert (uneven.file, uneven.row) == ("t.csv", 3)


@pytest.mark.parametrize(("cell", "is_error"), [("1", False), ("2", True)])
def test_a_key_leads_to_a_table_without_a_schema(tmp_path: Path, cell: str, is_error: bool) -> None:
    """A foreign key to a table without a schema is compared as text; one to another file is not, which is said."""
    reference = {"fields": ["id"], "reference": {"resource": "b", "fields": ["id"]}}
    schema: dict[str, Any] = {"fields": fields("id:integer", "name"), "foreignKeys": [reference]}
    resources: list[dict[str, Any]] = [
        {"name": "a", "type": "table", "path": "a.csv", "schema": schema},
        {"name": "b", "type": "table", "path": "b.csv"},
    ]
    folder = package(tmp_path / "package", resources, {"a.csv": f"id,name\n{cell},x\n", "b.csv": "id,name\n1,y\n"})
    assert rules_of(folder) == ({"frictionless:foreign-key"} if is_error else set())
    package(folder, [resources[0], {"name": "b", "path": "b.pdf"}], {"b.pdf": "text"})
    report = bps.check_report(folder)
    assert not report.failed
    assert [(each.rule, each.file) for each in report.not_run if each.file] == [("frictionless", "a.csv")]


@pytest.mark.parametrize(("profile", "is_error"), [(PROFILE, True), (None, False)])
def test_fields_of_one_name_are_no_error_in_version_1(tmp_path: Path, profile: str | None, is_error: bool) -> None:
    """Version 1 allowed two fields of one name; such a table is read, and each column held to its own field."""
    folder = table(tmp_path / "good", "a,a\n1,x\n", "a:integer", "a", of_package={"$schema": profile})
    assert rules_of(folder) == ({"fields_have_a_name_of_their_own"} if is_error else set())
    folder = table(tmp_path / "bad", "a,a\nx,1\n", "a:integer", "a", of_package={"$schema": profile})
    assert "frictionless:type-error" in rules_of(folder)
