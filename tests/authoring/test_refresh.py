"""Bringing a package up to date: ids, references to them, sizes, hashes, and what follows from the report's text."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
import signal
from io import StringIO
from typing import TYPE_CHECKING, Any

import pytest
from tests.support.editing import contents, edit_descriptor, edit_rows
from tests.support.ending import ended

import beijing_public_services as bps
from beijing_public_services.datapackage.file_bytes import csv_file
from beijing_public_services.datapackage.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PM = "environment.pm2_5_annual_mean:CN-BJ:2024"
REPORT = "## 1 第一节\n\n[s1.p1] 共有3个馆[^n01]、5座桥。\n\n[s1.p2] 增长4.5%。\n"


def rename(old: str, new: str) -> Callable[[list[dict[str, str]]], object]:
    """The change that gives an observation another id, as one has while it is being written."""
    return lambda rows: [row.update(id=new) for row in rows if row["id"] == old]


def test_a_package_that_is_up_to_date_stays_as_it_is(package_copy: Path) -> None:
    """Where nothing is stale nothing is named and no file is touched."""
    before = contents(package_copy)
    assert bps.refresh(package_copy) == []
    assert contents(package_copy) == before


def test_sizes_and_hashes_are_those_of_the_files(package_copy: Path) -> None:
    """After a change to a table that holds no ids, its resource has the size and hash of what is there now."""
    path = package_copy / "data" / "units.csv"
    path.write_bytes(path.read_bytes().replace(b",index\n", b",index number\n"))
    content = path.read_bytes()
    assert bps.refresh(package_copy) == ["datapackage.json"]
    text = (package_copy / "datapackage.json").read_text(encoding="utf-8")
    (units,) = (each for each in json.loads(text)["resources"] if each["name"] == "units")
    assert (units["bytes"], units["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
    assert path.read_bytes() == content
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n"


def test_an_id_is_computed_and_every_reference_follows(package_copy: Path) -> None:
    """A row that is given another area gets the id of that area, and mentions and identities refer to it by that."""
    before = contents(package_copy)
    identity = "infrastructure.parks:CN-BJ:2024-12-31"
    edit_rows(package_copy / "data" / "observations.csv", rename(identity, "parks"))
    for file in ("mentions.csv", "identities.csv"):
        path = package_copy / "data" / file
        path.write_bytes(path.read_bytes().replace(identity.encode(), b"parks"))
    stale = ["data/observations.csv", "data/mentions.csv", "data/identities.csv"]
    assert sorted(bps.refresh(package_copy)) == sorted(stale)
    assert contents(package_copy) == before


def test_references_are_found_by_the_foreign_keys_of_the_descriptor(package_copy: Path) -> None:
    """A column of a table of your own follows too, under a key of one column or of several, and an empty cell stays."""
    extra = package_copy / "data" / "remarks.csv"
    extra.write_text("n,about,also\n1,pm,\n2,,pm\n", encoding="utf-8", newline="\n")
    edit_rows(package_copy / "data" / "observations.csv", rename(PM, "pm"))
    edit_rows(
        package_copy / "data" / "mentions.csv",
        lambda rows: [r.update(observation="pm") for r in rows if r["observation"] == PM],
    )
    keys = [
        {"fields": "about", "reference": {"resource": "observations", "fields": "id"}},
        {"fields": ["n", "also"], "reference": {"resource": "observations", "fields": ["value", "id"]}},
    ]
    resource = {"name": "remarks", "path": "data/remarks.csv", "schema": {"fields": [], "foreignKeys": keys}}
    edit_descriptor(package_copy, lambda descriptor: descriptor["resources"].append(resource))
    assert "data/remarks.csv" in bps.refresh(package_copy)
    assert extra.read_text(encoding="utf-8") == f"n,about,also\n1,{PM},\n2,,{PM}\n"


def test_a_key_into_its_own_table_is_followed_there_alone(package_copy: Path) -> None:
    """A foreign key that names no resource refers to its own: an observation to another, a remark to a remark."""
    own = package_copy / "remarks.csv"
    own.write_text("id,after\npm,\nb,pm\n", encoding="utf-8", newline="\n")
    key = {"fields": ["after"], "reference": {"fields": ["id"]}}
    resource = {"name": "remarks", "path": "remarks.csv", "schema": {"foreignKeys": [key]}}
    path = package_copy / "data" / "observations.csv"
    table = read_table(path.name, StringIO(path.read_text(encoding="utf-8")))
    rows = [row | {"id": "pm" if row["id"] == PM else row["id"], "after": "pm"} for row in table.rows]
    path.write_bytes(csv_file(rows, [*table.columns, "after"]))

    def described(descriptor: dict[str, Any]) -> None:
        descriptor["resources"].append(resource)
        (observations,) = (each for each in descriptor["resources"] if each["name"] == "observations")
        observations["schema"]["foreignKeys"].append(key)

    edit_descriptor(package_copy, described)
    assert bps.refresh(package_copy) == ["data/observations.csv", "datapackage.json"]
    assert own.read_text(encoding="utf-8") == "id,after\npm,\nb,pm\n"
    rows = read_table(path.name, StringIO(path.read_text(encoding="utf-8"))).rows
    assert {row["after"] for row in rows} == {PM}


def test_rows_without_an_id_get_one_and_no_empty_reference_does(package_copy: Path) -> None:
    """Ids may be left empty; a relation without a right side keeps none."""
    before = contents(package_copy)
    edit_rows(package_copy / "data" / "identities.csv", lambda rows: [row.update(id="") for row in rows])
    edit_rows(package_copy / "data" / "observations.csv", lambda rows: [row.update(id="") for row in rows])
    bps.refresh(package_copy)
    assert contents(package_copy) == before


def test_a_reference_to_an_id_that_two_rows_have_is_named(package_copy: Path) -> None:
    """Where it cannot be told which row is meant, the reference is named by file, row and column."""
    path = package_copy / "data" / "observations.csv"
    edit_rows(path, lambda rows: [row.update(id="twice") for row in rows[:2]])
    edit_rows(package_copy / "data" / "mentions.csv", lambda rows: rows[4].update(observation="twice"))
    before = contents(package_copy)
    with pytest.raises(bps.DataPackageError, match="'twice', the id of 2 rows of observations") as error:
        bps.refresh(package_copy)
    assert (error.value.file, error.value.row, error.value.column) == ("data/mentions.csv", 6, "observation")
    assert contents(package_copy) == before


@pytest.mark.parametrize(
    ("file", "old", "new", "row", "column"),
    [
        ("data/observations.csv", b"id,indicator,", b"id,what,", 1, "indicator"),
        ("data/sources.csv", b"id,kind,", b"id,sort,", 1, "kind"),
        ("data/mentions.csv", b",4\n", b",4,4\n", 2, None),
        ("data/areas.csv", b"\xe4", b"\xff", 2, None),
    ],
)
def test_a_malformed_package_is_left_as_it_is(
    package_copy: Path, file: str, old: bytes, new: bytes, row: int, column: str | None
) -> None:
    """What cannot be read is named by file, row and column, and no file is written."""
    path = package_copy / file
    path.write_bytes(path.read_bytes().replace(old, new, 1))
    before = contents(package_copy)
    with pytest.raises(bps.DataPackageError) as error:
        bps.refresh(package_copy)
    assert (error.value.row, error.value.column) == (row, column)
    assert error.value.file.endswith(file)
    assert contents(package_copy) == before


def test_a_column_that_a_foreign_key_names_is_there(package_copy: Path) -> None:
    """Where an id is to be followed into a column that its table does not have, that is said."""
    edit_rows(package_copy / "data" / "observations.csv", rename(PM, "pm"))
    path = package_copy / "data" / "mentions.csv"
    path.write_bytes(path.read_bytes().replace(b"observation,", b"figure,", 1))
    with pytest.raises(bps.DataPackageError, match="row 1, column 'observation': found no such column"):
        bps.refresh(package_copy)


def test_foreign_keys_of_no_form_are_named(package_copy: Path) -> None:
    """A schema whose foreign keys cannot be read is named by its place, where an id is to be followed."""
    edit_rows(package_copy / "data" / "observations.csv", rename(PM, "pm"))
    edit_descriptor(package_copy, lambda d: d["resources"][1]["schema"].update(foreignKeys=[{"fields": 3}]))
    with pytest.raises(bps.DataPackageError, match=r"resources\[1\]\.schema\.foreignKeys"):
        bps.refresh(package_copy)


def make_stale(package: Path) -> None:
    """Give an observation another id, so that several tables and the descriptor are stale."""
    edit_rows(package / "data" / "observations.csv", rename(PM, "pm"))
    for name in ("mentions", "anomalies", "identities", "cross_checks"):
        path = package / "data" / f"{name}.csv"
        path.write_text(path.read_text(encoding="utf-8").replace(PM, "pm"), encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("number", range(1, 9))
@pytest.mark.parametrize("failure", [OSError(28, "no space left"), KeyboardInterrupt()])
def test_the_files_are_as_before_where_writing_fails(
    package_copy: Path, monkeypatch: pytest.MonkeyPatch, number: int, failure: BaseException
) -> None:
    """If a file cannot be written or moved, or the user interrupts, all have their old content and nothing is left."""
    make_stale(package_copy)
    before = contents(package_copy)
    count = 0

    def failing(step: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Path, *arguments: Any, **options: Any) -> Any:
            nonlocal count
            writes = step.__name__ == "replace" or (arguments and "x" in arguments[0])
            if writes and "journal" not in path.name and path.suffix == ".part":
                count += 1
                if count == number:
                    raise failure
            return step(path, *arguments, **options)

        return call

    for name in ("open", "replace"):
        monkeypatch.setattr(type(package_copy), name, failing(getattr(type(package_copy), name)))
    with pytest.raises(KeyboardInterrupt if isinstance(failure, KeyboardInterrupt) else bps.WriteError):
        bps.refresh(package_copy)
    assert contents(package_copy) == before


@pytest.mark.usefixtures("interruptible")
def test_an_interrupt_waits_until_all_files_are_in_place(package_copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C while files come into their places takes effect when all are there."""
    make_stale(package_copy)
    replace = type(package_copy).replace

    def interrupted(path: Path, target: Path) -> Path:
        if "journal" not in path.name:
            signal.raise_signal(signal.SIGINT)
        return replace(path, target)

    monkeypatch.setattr(type(package_copy), "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        bps.refresh(package_copy)
    monkeypatch.undo()
    assert bps.refresh(package_copy) == []
    assert bps.load(package_copy) == bps.bundled()


KILLED = """
import os, pathlib, sys
import beijing_public_services as bps
count, last = 0, int(sys.argv[2])
def counted(step):
    def call(*arguments, **options):
        global count
        count += 1
        if count > last:
            os._exit(0)
        return step(*arguments, **options)
    return call
for name in ("replace", "unlink"):
    setattr(pathlib.Path, name, counted(getattr(pathlib.Path, name)))
bps.refresh(sys.argv[1])
"""


@pytest.mark.slow
@pytest.mark.parametrize("steps", [0, 1, 2, 4, 5, 7, 8, 10])
def test_the_next_refresh_mends_what_a_killed_one_left(package_copy: Path, steps: int) -> None:
    """Wherever a refresh is killed, the next one brings the package up to date, and leaves no other files."""
    names = contents(package_copy).keys()
    make_stale(package_copy)
    ended(KILLED, package_copy, str(steps))
    bps.refresh(package_copy)
    assert contents(package_copy).keys() == names
    assert bps.load(package_copy) == bps.bundled()
    assert bps.refresh(package_copy) == []


def test_a_journal_that_is_none_is_named(package_copy: Path) -> None:
    """A journal that names other files than those of the package is refused, and nothing is moved."""
    make_stale(package_copy)
    named: list[Any] = [{"../.0123456789abcdef.part": "datapackage.json"}, {"datapackage.json": "data/units.csv"}, []]
    for files in named:
        journal = {"ready": True, "files": files}
        (package_copy / ".refresh-journal.json").write_text(json.dumps(journal), encoding="utf-8")
        before = contents(package_copy)
        with pytest.raises(bps.DataPackageError):
            bps.refresh(package_copy)
        assert contents(package_copy) == before


def test_a_cell_is_read_back_as_it_was(package_copy: Path) -> None:
    """A table that is written anew has the cells that it had, with line ends and quotes within them."""
    texts = ["one\rtwo", "one\r\ntwo", "one\ntwo", 'a "quoted" word', " spaces ", ",;\t|", "\x85\u2028"]
    make_stale(package_copy)
    path = package_copy / "data" / "observations.csv"
    edit_rows(path, lambda rows: [row.update(note=text) for row, text in zip(rows, texts, strict=False)])
    bps.refresh(package_copy)
    table = read_table(path.name, StringIO(path.read_bytes().decode(), newline=""))
    assert table.column("note")[: len(texts)] == texts
    figures = {each.id: each.note for each in bps.load(package_copy).observations}
    assert [figures[id_] for id_ in table.column("id")[: len(texts)]] == texts


def test_without_writing_what_is_stale_is_said(package_copy: Path) -> None:
    """With `write` false the stale files are named and stay as they are."""
    edit_rows(package_copy / "data" / "observations.csv", rename(PM, "pm"))
    before = contents(package_copy)
    assert bps.refresh(package_copy, write=False) == ["data/observations.csv"]
    assert contents(package_copy) == before


def test_a_package_of_other_tables_gets_sizes_and_hashes(tmp_path: Path) -> None:
    """Where there are no observations, the descriptor alone is brought up to date."""
    (tmp_path / "a.csv").write_text("x\n1\n", encoding="utf-8", newline="\n")
    (tmp_path / "datapackage.json").write_text('{"resources": [{"name": "a", "path": "a.csv"}]}', encoding="utf-8")
    assert bps.refresh(tmp_path / "datapackage.json") == ["datapackage.json"]
    (resource,) = json.loads((tmp_path / "datapackage.json").read_bytes())["resources"]
    assert resource["bytes"] == 4


def test_what_cannot_be_written_to_is_refused(package_copy: Path, tmp_path: Path) -> None:
    """A table that is packed or in another dialect and refers to an id that changes is named; an archive is refused."""
    edit_rows(package_copy / "data" / "observations.csv", rename(PM, "pm"))
    key = {"fields": ["about"], "reference": {"resource": "observations", "fields": ["id"]}}
    schema, dialect = {"foreignKeys": [key]}, {"delimiter": ";"}
    resource = {"name": "remarks", "path": "remarks.csv", "schema": schema, "dialect": dialect}
    (package_copy / "remarks.csv").write_text("n;about\n1;pm\n", encoding="utf-8")
    edit_descriptor(package_copy, lambda descriptor: descriptor["resources"].append(resource))
    with pytest.raises(bps.DataPackageError, match=r"'remarks'.*refers to observations and is not plain"):
        bps.refresh(package_copy)
    with gzip.open(package_copy / "remarks.csv.gz", "wt", encoding="utf-8") as packed:
        packed.write("n,about\n1,pm\n")
    packed_one = {"path": "remarks.csv.gz", "dialect": {}}
    edit_descriptor(package_copy, lambda descriptor: descriptor["resources"][-1].update(packed_one))
    before = contents(package_copy)
    with pytest.raises(bps.DataPackageError, match=r"remarks\.csv\.gz: found a packed table"):
        bps.refresh(package_copy)
    assert contents(package_copy) == before
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", package_copy)
    with pytest.raises(bps.DataPackageError, match="found an archive"):
        bps.refresh(archive)


def test_a_table_separated_by_tabs_stays_one(package_copy: Path) -> None:
    """A table that refers to an id is written in the form that it has."""
    (package_copy / "remarks.tsv").write_text("n\tabout\n1\tpm\n", encoding="utf-8")
    key = {"fields": ["about"], "reference": {"resource": "observations", "fields": ["id"]}}
    resource = {"name": "remarks", "path": "remarks.tsv", "schema": {"foreignKeys": [key]}}
    edit_descriptor(package_copy, lambda descriptor: descriptor["resources"].append(resource))
    edit_rows(package_copy / "data" / "observations.csv", rename(PM, "pm"))
    bps.refresh(package_copy)
    assert (package_copy / "remarks.tsv").read_bytes() == f"n\tabout\n1\t{PM}\n".encode()


def test_a_schema_in_a_file_of_its_own_stays_there(package_copy: Path) -> None:
    """The descriptor keeps the path of a schema, whose foreign keys are followed all the same."""
    descriptor = json.loads((package_copy / "datapackage.json").read_bytes())
    (place,) = (number for number, each in enumerate(descriptor["resources"]) if each["name"] == "mentions")
    schema = descriptor["resources"][place]["schema"]
    (package_copy / "mentions.json").write_text(json.dumps(schema), encoding="utf-8")
    edit_descriptor(
        package_copy, lambda descriptor: descriptor["resources"][place].update(schema="mentions.json", bytes=0)
    )
    before = (package_copy / "data" / "mentions.csv").read_bytes()
    edit_rows(package_copy / "data" / "observations.csv", rename(PM, "pm"))
    path = package_copy / "data" / "mentions.csv"
    path.write_bytes(before.replace(f"{PM},".encode(), b"pm,"))
    bps.refresh(package_copy)
    assert path.read_bytes() == before
    assert json.loads((package_copy / "datapackage.json").read_bytes())["resources"][place]["schema"] == "mentions.json"


def test_resources_that_are_not_one_file_are_left_alone(tmp_path: Path) -> None:
    """Inline data and data in several files have no size and hash of a file."""
    (tmp_path / "a.csv").write_text("x\n1\n", encoding="utf-8")
    resources = [{"name": "a", "path": ["a.csv", "a.csv"]}, {"name": "b", "data": [{"x": 1}]}]
    (tmp_path / "datapackage.json").write_text(json.dumps({"resources": resources}), encoding="utf-8")
    assert bps.refresh(tmp_path) == []


def test_what_follows_from_the_report_is_filled_in(tmp_path: Path) -> None:
    """Paragraphs with fingerprints, numerals, and the places of footnotes are those of the text."""
    folder = bps.new_package(tmp_path / "city")
    (folder / "data" / "sources.csv").write_text(
        "id,kind,title,publisher,published,url,grade,note,anchor\nreport,report,甲,乙,,,C,,\nn01,footnote,丙,丁,,,B,,\n",
        encoding="utf-8",
    )
    bps.refresh(folder, report=REPORT)
    fingerprint = hashlib.sha256("共有3个馆、5座桥。".encode()).hexdigest()
    assert (folder / "data" / "paragraphs.csv").read_text(encoding="utf-8").splitlines()[
        1
    ] == f"s1.p1,1,1,{fingerprint}"
    numerals = "locator,ordinal,token,role,reason\ns1.p1,1,3,,\ns1.p1,2,5,,\ns1.p2,1,4.5,,\n"
    assert (folder / "data" / "numerals.csv").read_text(encoding="utf-8") == numerals
    assert (folder / "data" / "sources.csv").read_text(encoding="utf-8").endswith(",s1.p1#1\n")
    assert bps.refresh(folder, report=REPORT) == []


def test_a_role_is_kept_where_the_numeral_is_the_same(tmp_path: Path) -> None:
    """Roles that were given stay, a mentioned numeral is a value, and a numeral that has changed has none yet."""
    folder = bps.new_package(tmp_path / "city")
    path = folder / "data" / "numerals.csv"
    bps.refresh(folder, report=REPORT)
    edit_rows(path, lambda rows: [row.update(role="name") for row in rows[:2]])
    (folder / "data" / "mentions.csv").write_text("observation,locator,ordinal\nx,s1.p2,1\n", encoding="utf-8")
    bps.refresh(folder, report=REPORT.replace("5座桥", "6座桥"))
    roles = [row["role"] for row in read_table("numerals.csv", StringIO(path.read_text(encoding="utf-8"))).rows]
    assert roles == ["name", "", "value"]


@pytest.mark.parametrize("report", ["", "澜湾市共有48座馆。\n"])
def test_a_text_without_paragraphs_changes_nothing(package_copy: Path, report: str) -> None:
    """A text that is no report in the form asked for is refused, not taken for one that says nothing."""
    before = contents(package_copy)
    with pytest.raises(bps.DataPackageError, match="found no paragraph"):
        bps.refresh(package_copy, report=report)
    assert contents(package_copy) == before
