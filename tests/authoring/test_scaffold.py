"""A package that is just started: of the bundled one's shape, of no city, and without a finding."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

import beijing_public_services as bps
from beijing_public_services._install import published_requirement
from beijing_public_services.authoring.unit_ids import with_unit_ids
from beijing_public_services.datapackage.bundled_files import bundled_bytes
from beijing_public_services.notation.offered_units import OFFERED

ID, CREATED = "urn:uuid:00000000-0000-4000-8000-000000000000", "2031-05-06T07:08:09Z"


def described(folder: Path) -> dict[str, Any]:
    """The descriptor in a folder."""
    descriptor: dict[str, Any] = json.loads((folder / "datapackage.json").read_bytes())
    return descriptor


def text_of(folder: Path) -> str:
    """Every text of a package together."""
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.fixture
def started(tmp_path: Path) -> Path:
    """A package that is just started."""
    return bps.new_package(tmp_path / "My City 2", id=ID, created=CREATED)


def test_nothing_is_found_in_it(started: Path) -> None:
    """A package just started has no fault and nothing stale, and can be read."""
    assert bps.check(started) == []
    assert bps.refresh(started, write=False) == []
    package = bps.load(started)
    assert (package.indicators, package.observations, package.headline_area) == ((), (), "")


def test_it_has_the_tables_and_schemas_of_the_bundled_package(started: Path) -> None:
    """Each table of the contract is there with its schema, and holds a header alone."""
    bundled = json.loads(bundled_bytes("datapackage.json"))
    made = described(started)["resources"]
    assert [(each["name"], each["schema"]) for each in made] == [
        (each["name"], each["schema"]) for each in with_unit_ids(bundled)["resources"]
    ]
    for each in made:
        header = ",".join(field["name"] for field in each["schema"]["fields"])
        assert (started / each["path"]).read_bytes() == f"{header}\n".encode()


def test_it_speaks_of_no_city_and_no_report(started: Path) -> None:
    """But for the library's own name, nothing in it is of Beijing or of the report on it."""
    text = re.sub(r"beijing[-_]public[-_]services", "", text_of(started))
    assert not re.search(r"beijing|北京|bulletin|CN-BJ|\bseven\b|2024", text, re.IGNORECASE)


def test_its_units_are_those_of_any_report(started: Path) -> None:
    """Measures, percent, ranks, persons and yuan are defined, and units of other reports; what ours counts is not."""
    definitions = bps.load(started).unit_registry
    heads = [line.partition(" = ")[0] for line in definitions]
    assert {"meter", "gram", "second", "day", "percent", "person", "CNY", "rank", "index", "percentage_point"} <= {
        *heads
    }
    assert not {"museum", "lift", "bottle", "park"} & {*heads}
    assert {*definitions} - {*OFFERED} < {*bps.bundled().unit_registry}
    assert {*OFFERED} <= {*definitions}


def test_the_descriptor_says_whose_it_is(tmp_path: Path) -> None:
    """Name, title, source, id and time of making are those given; by default they follow from the folder."""
    given = bps.new_package(tmp_path / "a", name="b.c_d-1", title="题", source="源", id=ID, created=CREATED)
    descriptor = described(given)
    assert [descriptor[key] for key in ("name", "title", "id", "created")] == ["b.c_d-1", "题", ID, CREATED]
    assert descriptor["sources"] == [{"title": "源"}]
    assert (given / "README.md").read_text(encoding="utf-8").startswith("# 题\n")
    made = described(bps.new_package(tmp_path / "My City 2"))
    assert (made["name"], made["title"], made["sources"]) == ("my-city-2", "my-city-2", [{"title": "my-city-2"}])
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", made["id"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", made["created"])
    assert made["id"] != described(bps.new_package(tmp_path / "other"))["id"]


def test_a_reference_explains_every_column(started: Path) -> None:
    """`COLUMNS.md` has each table with each of its columns, and the README leads to it and to what `new` wrote."""
    page = (started / "COLUMNS.md").read_text(encoding="utf-8")
    for resource in described(started)["resources"]:
        section = page.partition(f"\n## {resource['name']}\n")[2].partition("\n## ")[0]
        assert all(f"| `{field['name']}` |" in section for field in resource["schema"]["fields"])
    readme = (started / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"`([\w./]+\.(?:json|yml|md|csv))`|\]\(([\w.]+)\)", readme)
    files = [one or other for one, other in named if not (one or other).startswith("../")]
    assert {"COLUMNS.md", "datapackage.json", ".github/workflows/datapackage.yml"} <= {*files}
    assert [name for name in files if not list(started.rglob(name.rpartition("/")[2]))] == []


def test_the_same_arguments_give_the_same_files(tmp_path: Path) -> None:
    """With id and time given, nothing is left to chance or to the place."""
    one, two = (bps.new_package(tmp_path / each / "city", id=ID, created=CREATED) for each in "ab")
    assert text_of(one) == text_of(two)


def test_an_empty_folder_is_filled_where_it_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder keeps its place, so that whoever stands in it finds the package."""
    folder = tmp_path / "city"
    folder.mkdir()
    monkeypatch.chdir(folder)
    bps.new_package(".")
    assert bps.check(".") == []
    assert [each.name for each in tmp_path.iterdir()] == ["city"]
    assert described(Path())["name"] == "city"


@pytest.mark.parametrize("what", ["file", "folder"])
def test_what_is_there_is_left_alone(tmp_path: Path, what: str) -> None:
    """A file, or a folder that holds something, is refused and stays as it is."""
    target = tmp_path / "city"
    if what == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / ".kept").write_text("mine")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(bps.NotEmptyError, match="expected a new path or an empty folder"):
        bps.new_package(target)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize(("folder", "name"), [("澜湾", None), ("city", "My City"), ("city", ""), ("city", "../x")])
def test_a_name_that_a_package_cannot_have_is_refused(tmp_path: Path, folder: str, name: str | None) -> None:
    """A name of other characters, or a folder that gives none, is refused, and nothing is made."""
    with pytest.raises(bps.DataPackageError, match=r"'name'.*lowercase letters") as error:
        bps.new_package(tmp_path / folder, name=name)
    assert error.value.column == "name"
    assert list(tmp_path.iterdir()) == []


def test_nothing_half_written_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file cannot be written, no folder appears."""

    def full(path: Path, content: bytes) -> int:
        raise OSError("no space left")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="no space left"):
        bps.new_package(tmp_path / "city")
    assert list(tmp_path.iterdir()) == []


def test_the_workflow_checks_with_this_release(started: Path) -> None:
    """The workflow installs the library in this version, with pinned actions, and runs the check at the root."""
    workflow = (started / ".github" / "workflows" / "datapackage.yml").read_text(encoding="utf-8")
    assert f'pip install "{published_requirement("cli,validate", bps.bundled().version)}"' in workflow
    assert "- run: beijing-public-services check . --format github\n" in workflow
    assert all(re.search(r"@[0-9a-f]{40} # v", line) for line in workflow.splitlines() if "uses:" in line)
