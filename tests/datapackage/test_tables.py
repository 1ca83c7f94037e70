"""Laws of reading the files of a data package: what comes back, and where a fault is said to be."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import beijing_public_services as bps
from beijing_public_services.datapackage.files import package_files
from beijing_public_services.datapackage.loader import Builder, build
from beijing_public_services.datapackage.reader import read_tables, tables_of
from beijing_public_services.datapackage.tables import Table, bundled_tables, read_table, released_tables

if TYPE_CHECKING:
    from pathlib import Path

RESOURCES = {
    "domains", "topics", "indicators", "observations", "categories", "paragraphs", "numerals", "mentions", "sources",
    "areas", "units",
}  # fmt: skip
AREAS = "data/areas.csv"
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8)
headers = st.lists(texts.filter(bool), min_size=2, max_size=4, unique=True)


def table_of(text: str) -> Table:
    """The table that a text holds."""
    return read_table("f.csv", io.StringIO(text, newline=""))


def refused(path: Path) -> bps.DataPackageError:
    """The one error that loading a package raises."""
    with pytest.raises(bps.DataPackageError) as caught:
        bps.load(path)
    return caught.value


def describe(package: Path, **changes: Any) -> None:
    """Change top-level properties of the descriptor."""
    descriptor = package / "datapackage.json"
    descriptor.write_text(json.dumps(json.loads(descriptor.read_bytes()) | changes), encoding="utf-8")


def first_path(package: Path, path: object) -> None:
    """Give another path to the first resource."""
    resources = json.loads((package / "datapackage.json").read_bytes())["resources"]
    describe(package, resources=[resources[0] | {"path": path}, *resources[1:]])


def test_the_bundled_tables_are_those_of_the_folder(package_copy: Path) -> None:
    """The package shipped with the library and the one in the checkout hold the same tables."""
    read = read_tables(package_copy)
    assert read == bundled_tables()
    assert read.by_name.keys() >= RESOURCES


def test_rows_are_numbered_as_an_editor_counts() -> None:
    """The header is row 1, so the first row below it is row 2."""
    table = table_of("id,name\na,甲\nb,乙\n")
    assert list(table.numbered()) == [(2, {"id": "a", "name": "甲"}), (3, {"id": "b", "name": "乙"})]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_line_ends_and_a_byte_order_mark_do_not_matter(package_copy: Path, end: str) -> None:
    """A file saved by a spreadsheet, with a byte order mark and its own line ends, reads as the same rows."""
    saved = "\ufeff" + end.join((package_copy / AREAS).read_text(encoding="utf-8").split("\n"))
    (package_copy / AREAS).write_bytes(saved.encode())
    assert read_tables(package_copy)["areas"] == bundled_tables()["areas"]


@given(headers, st.data())
def test_what_was_written_as_csv_is_read(header: list[str], data: st.DataObject) -> None:
    """Any rows of text that are written as CSV, each cell in quotes, come back cell by cell as they were."""
    row = st.lists(texts, min_size=len(header), max_size=len(header))
    rows = data.draw(st.lists(row, max_size=4))
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\n").writerows([header, *rows])
    table = table_of(out.getvalue())
    assert table.columns == tuple(header)
    assert table.rows == [dict(zip(header, cells, strict=True)) for cells in rows]


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\u2028", "\x85", "\x0c"])
def test_a_quoted_cell_keeps_its_line_breaks(sign: str) -> None:
    """Line breaks, and what merely looks like one, stay in the text of a quoted cell, as RFC 4180 has it."""
    assert table_of(f'id,note\na,"x{sign}y"\n').rows == [{"id": "a", "note": f"x{sign}y"}]


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """Where there is no such folder, the error names the path that was given."""
    error = refused(tmp_path / "nowhere")
    assert (error.file, error.row, error.column) == (str(tmp_path / "nowhere"), None, None)


def test_a_missing_descriptor_is_named(package_copy: Path) -> None:
    """A folder without `datapackage.json` is no package, and the error names the file that is missing."""
    (package_copy / "datapackage.json").unlink()
    error = refused(package_copy)
    assert error.file == str(package_copy / "datapackage.json")
    assert (error.row, error.column) == (None, None)


def test_malformed_json_is_placed_at_its_line(package_copy: Path) -> None:
    """Where the descriptor is no JSON, the error names the line at which it ceases to be."""
    (package_copy / "datapackage.json").write_text('{\n  "name": "x",\n  "resources": [}\n', encoding="utf-8")
    error = refused(package_copy)
    assert (error.file, error.row) == ("datapackage.json", 3)
    assert "JSON" in error.found
    assert "Data Package descriptor" in error.expected


def test_a_descriptor_in_another_encoding_is_refused(package_copy: Path) -> None:
    """A descriptor with a byte that is no UTF-8 is refused as a descriptor, not with a bare `UnicodeDecodeError`."""
    (package_copy / "datapackage.json").write_bytes(b'{"name": "\xff", "resources": []}')
    assert refused(package_copy).file == "datapackage.json"


@pytest.mark.parametrize("descriptor", ["[]", "3", "null", "{}", '{"resources": {}}', '{"resources": "areas"}'])
def test_a_descriptor_has_a_list_of_resources(package_copy: Path, descriptor: str) -> None:
    """A descriptor is an object whose `resources` is a list; anything else is refused."""
    (package_copy / "datapackage.json").write_text(descriptor, encoding="utf-8")
    error = refused(package_copy)
    assert (error.file, error.row) == ("datapackage.json", None)
    assert "'resources'" in error.expected


@pytest.mark.parametrize("resource", [3, None, "data/areas.csv", {}, {"name": "areas"}, {"path": "data/areas.csv"}])
def test_a_resource_has_a_name_and_a_path(package_copy: Path, resource: object) -> None:
    """Each resource is an object with a name and one path; the error says which of the list is not."""
    resources = json.loads((package_copy / "datapackage.json").read_bytes())["resources"]
    describe(package_copy, resources=[resources[0], resource, *resources[1:]])
    error = refused(package_copy)
    assert (error.file, error.column) == ("datapackage.json", "resources[1]")
    assert repr(resource) in error.found


def test_a_resource_has_a_name_of_its_own(package_copy: Path) -> None:
    """Of two resources with one name neither is read in the place of the other: the second is refused."""
    resources = json.loads((package_copy / "datapackage.json").read_bytes())["resources"]
    describe(package_copy, resources=[*resources, resources[0]])
    error = refused(package_copy)
    assert (error.file, error.column) == ("datapackage.json", f"resources[{len(resources)}]")
    assert repr(resources[0]["name"]) in error.found


def test_a_resource_may_hold_its_rows(package_copy: Path) -> None:
    """A resource whose rows stand in the descriptor needs no path."""
    resources = json.loads((package_copy / "datapackage.json").read_bytes())["resources"]
    describe(package_copy, resources=[*resources, {"name": "remarks", "data": [{"id": "1"}]}])
    assert read_tables(package_copy)["remarks"].rows == [{"id": "1"}]


@pytest.mark.parametrize("definitions", [None, 3, "meter = [length]", {"meter": "[length]"}, [3]])
def test_unit_definitions_are_a_list_of_texts(package_copy: Path, definitions: object) -> None:
    """Where the descriptor defines units, it lists one text a definition; anything else is refused."""
    describe(package_copy, unit_registry=definitions)
    error = refused(package_copy)
    assert (error.file, error.column) == ("datapackage.json", "unit_registry")


@pytest.mark.parametrize(
    "path", ["../outside.csv", "data/../../outside.csv", "/etc/hosts", "https://example.org/a.csv"]
)
def test_a_path_stays_in_the_folder(package_copy: Path, path: str) -> None:
    """A path that leaves the package's folder, or is an address, is refused even where there is such a file."""
    (package_copy.parent / "outside.csv").write_bytes((package_copy / AREAS).read_bytes())
    first_path(package_copy, path)
    error = refused(package_copy)
    assert isinstance(error, bps.UnsafeFileError)
    assert (error.file, error.column, error.found) == ("datapackage.json", "resources[0].path", repr(path))
    assert "within the package" in error.expected


def test_a_link_out_of_the_folder_is_not_followed(package_copy: Path) -> None:
    """A file within the folder that is a link to one outside leaves the package too."""
    outside = package_copy.parent / "outside.csv"
    (package_copy / AREAS).rename(outside)
    (package_copy / AREAS).symlink_to(outside)
    error = refused(package_copy)
    assert (error.file, error.found) == ("datapackage.json", f"{AREAS!r}, which a link leads out of the package")


def test_a_path_that_no_file_can_have_is_refused(package_copy: Path) -> None:
    """A path with a null character is refused as a missing file is, with the place in the package."""
    first_path(package_copy, "data/\0.csv")
    assert "\\x00" in str(refused(package_copy))


def test_a_missing_file_is_named(package_copy: Path) -> None:
    """A resource whose file is not there is named by the path that the descriptor gives it."""
    (package_copy / AREAS).unlink()
    error = refused(package_copy)
    assert error.file.endswith(AREAS)
    assert (error.row, error.column) == (None, None)


@pytest.mark.parametrize("resource", sorted(RESOURCES))
def test_a_missing_resource_is_named(package_copy: Path, resource: str) -> None:
    """A package that does not list one of the resources of the data contract is refused by its name."""
    resources = json.loads((package_copy / "datapackage.json").read_bytes())["resources"]
    describe(package_copy, resources=[each for each in resources if each["name"] != resource])
    error = refused(package_copy)
    assert (error.file, error.column) == ("datapackage.json", "resources")
    assert repr(resource) in error.found


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_byte_that_is_no_utf_8_is_shown_with_its_row(package_copy: Path, mark: bytes) -> None:
    """Text in another encoding is refused with its row and first wrong byte, a byte order mark or none before it."""
    header, first, second, rest = (package_copy / AREAS).read_bytes().split(b"\n", 3)
    (package_copy / AREAS).write_bytes(mark + b"\n".join([header, first, second + b"\xb1", rest]))
    error = refused(package_copy)
    assert (error.file, error.row) == (AREAS, 3)
    assert "0xb1" in error.found
    assert "UTF-8" in error.expected


@pytest.mark.parametrize(("row", "cells"), [("X,甲", 2), ("X,甲,A,CN,,,", 7), ("", 0)])
def test_an_uneven_row_is_counted(package_copy: Path, row: str, cells: int) -> None:
    """A row with fewer or more cells than the header, a blank line included, is refused with both counts."""
    header, first, rest = (package_copy / AREAS).read_text(encoding="utf-8").split("\n", 2)
    (package_copy / AREAS).write_text("\n".join([header, first, row, rest]), encoding="utf-8")
    error = refused(package_copy)
    assert (error.file, error.row, error.column) == (AREAS, 3, None)
    assert error.found == f"{cells} cells"
    assert error.expected.startswith("6,")


@pytest.mark.parametrize(
    "header", ["id,id,name_en,parent,iso_3166_2,gbt_2260", "id,,name_en,parent,iso_3166_2,gbt_2260"]
)
def test_columns_have_distinct_names(package_copy: Path, header: str) -> None:
    """A header with a name twice, or with none, is refused at row 1."""
    _, rest = (package_copy / AREAS).read_text(encoding="utf-8").split("\n", 1)
    (package_copy / AREAS).write_text(f"{header}\n{rest}", encoding="utf-8")
    error = refused(package_copy)
    assert (error.file, error.row, error.column) == (AREAS, 1, None)
    assert header in error.found
    assert "distinct" in error.expected


def test_an_empty_file_has_no_header(package_copy: Path) -> None:
    """A file of no bytes is no table."""
    (package_copy / AREAS).write_bytes(b"")
    error = refused(package_copy)
    assert (error.file, error.row) == (AREAS, 1)


def test_an_open_quote_is_a_malformed_row(package_copy: Path) -> None:
    """A quote that is never closed is refused as malformed CSV, and not read as one long cell."""
    with (package_copy / AREAS).open("a", encoding="utf-8") as areas:
        areas.write('"X-NEW,新,New,CN,,\n')
    error = refused(package_copy)
    assert error.file == AREAS
    assert "malformed" in error.found


def test_unreadable_files_are_collected(package_copy: Path) -> None:
    """Of a package with unreadable files there is one fault for each, and the tables that can be read."""
    (package_copy / AREAS).write_bytes(b"")
    (package_copy / "data/units.csv").unlink()
    with package_files(package_copy) as files:
        tables = tables_of(files)
    assert sorted(fault.file for fault in tables.faults.values()) == [AREAS, "data/units.csv"]
    assert tables.by_name.keys() >= RESOURCES - {"areas", "units"}
    assert not tables.by_name.keys() & {"areas", "units"}


@pytest.mark.parametrize("name", ["observations", "sources"])
def test_a_bundled_row_is_one_line_that_begins_with_its_key(name: str) -> None:
    """What is read alone by the beginning of its line is the row itself: no cell holds a line break or a quoted key."""
    lines = released_tables().lines(name)
    assert lines is not None
    header, *rows = lines
    table = bundled_tables()[name]
    assert tuple(header.split(",")) == table.columns
    assert [line.partition(",")[0] for line in rows if line] == table.column("id")
    assert bundled_tables().lines(name) is None


def test_a_figure_read_alone_is_the_one_of_the_whole_table() -> None:
    """Figures, and their sources, are the same whether a few indicators are asked for or all."""
    whole = build(bundled_tables())
    for start in range(0, len(whole.indicators), 9):
        few = Builder(released_tables(), None).package()
        for each in whole.indicators[start : start + 9]:
            alone = few.indicator(each.id)
            assert alone.observations == each.observations
            assert [one.source for one in alone.observations] == [one.source for one in each.observations]
