"""Laws of the data package as the Data Package libraries of the npm registry read it, which are not frictionless."""

from __future__ import annotations

import csv
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from tests.support.checkout import FIXTURES, PACKAGE

MODULES = "BPS_NODE_MODULES"
LIBRARIES = ("datapackage", "tableschema")


def by_node(descriptor: Path) -> subprocess.CompletedProcess[str]:
    """Run node on a data package, with the libraries in the folder that the environment names."""
    node, modules = shutil.which("node"), Path(os.environ.get(MODULES, ""))
    if node is None or not all((modules / name).is_dir() for name in LIBRARIES):
        pytest.skip(
            f"needs node, and {' and '.join(LIBRARIES)} from npm in the folder that {MODULES} names: nox -s node"
        )
    environment = {**os.environ, "NODE_PATH": str(modules), "TZ": "UTC"}  # the library casts dates to the day's start
    command = [node, str(FIXTURES / "read_with_node.mjs"), str(descriptor)]
    return subprocess.run(command, env=environment, capture_output=True, check=False, encoding="utf-8")


@pytest.fixture(scope="module")
def read() -> Any:
    """What node reads of the package."""
    done = by_node(PACKAGE / "datapackage.json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def resources() -> list[dict[str, Any]]:
    """The resources of the descriptor."""
    return list(json.loads((PACKAGE / "datapackage.json").read_bytes())["resources"])


def rows_of(resource: dict[str, Any]) -> list[dict[str, str]]:
    """The rows of a resource as its file has them."""
    with (PACKAGE / resource["path"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_the_package_is_valid_there(read: Any) -> None:
    """The library finds nothing wrong with the descriptor, and reads every resource of it."""
    assert (read["valid"], read["errors"]) == (True, [])
    assert list(read["resources"]) == [each["name"] for each in resources()]


@pytest.mark.parametrize("resource", resources(), ids=lambda each: each["name"])
def test_every_row_is_read_by_its_schema(read: Any, resource: dict[str, Any]) -> None:
    """Each row is read, its cells cast to the types of the schema, its constraints met and its references found."""
    found, schema = read["resources"][resource["name"]], resource["schema"]
    assert (found["valid"], found["errors"], found["related"]) == (True, [], True)
    assert found["types"] == {field["name"]: field["type"] for field in schema["fields"]}
    assert found["key"] == schema["primaryKey"]
    assert found["references"] == len(schema.get("foreignKeys", []))
    expected = rows_of(resource)
    assert len(found["rows"]) == len(expected)
    assert expected or resource["name"] in ("errata", "aliases")  # which are empty until there is something to record
    for row, ours in zip(found["rows"], expected, strict=True):
        for name, text in ours.items():
            cell = row[name]
            match found["types"][name]:
                case _ if not text:
                    assert cell is None
                case "number" | "integer":
                    assert cell == float(text)
                case "date":
                    assert cell.startswith(text)
                case _:
                    assert cell == text


def test_a_fault_is_seen_there(package_copy: Path) -> None:
    """A value that is no number, or a reference to nothing, is found there, so that finding none says something."""
    path = package_copy / "data" / "observations.csv"
    right = path.read_bytes()
    path.write_bytes(right.replace(b",30.5,exact", b",thirty,exact", 1))
    assert "cast" in by_node(package_copy / "datapackage.json").stderr
    path.write_bytes(right.replace(b",CN-BJ,2024,", b",CN-XX,2024,", 1))
    assert "Foreign key" in by_node(package_copy / "datapackage.json").stderr
