"""Starting a data package of the same shape as the bundled one: its schemas and base units, and empty tables."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from beijing_public_services._generated import release as _release
from beijing_public_services._install import published_requirement
from beijing_public_services.authoring.column_reference import column_reference
from beijing_public_services.authoring.refresh import refresh
from beijing_public_services.authoring.unit_ids import with_unit_ids
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR, bundled_descriptor
from beijing_public_services.datapackage.file_bytes import csv_file, json_file
from beijing_public_services.errors import DataPackageError, NotEmptyError, WriteError
from beijing_public_services.notation.offered_units import OFFERED

if TYPE_CHECKING:
    from os import PathLike
    from typing import Any

NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
UNITS = ("CNY", "percentage_point", "rank", "index", "person")  # what has a dimension of its own in any report
DOCS = f"https://github.com/beijing-public-services/beijing-public-services/blob/v{_release.VERSION}/docs"

README = """\
# {title}

The figures of {source}, as a [Frictionless Data Package](https://datapackage.org).

Each row of `data/observations.csv` is one published figure: its value, unit and bound, the place and the period that
it is for, the figure as printed, the paragraph that prints it, and the source that it rests on. The text of the
report is not in this package.

| file | holds |
|---|---|
| `datapackage.json` | the descriptor: title, licence, units, and a schema for each table |
| `data/` | the tables; [COLUMNS.md](COLUMNS.md) explains every column |
| `.github/workflows/datapackage.yml` | a workflow that checks each change, if this folder is the root of a repository |

## Build it

You need Python and `python3 -m pip install "{requirement}"`. Run the commands in this folder.

1. **Write down the text.** Keep the report beside this folder as `../report.md`. A heading begins with the number of
   its section (`## 4.1 …`). A paragraph is one line and begins with its locator (`[s4.1.p1] …`). A footnote marker is
   `[^n01]`.
2. **List what it prints.** `beijing-public-services refresh . --report ../report.md` writes a row for each paragraph
   and each numeral.
3. **Describe the package** in `datapackage.json`: `title`, `description`, `licenses` (CC BY 4.0 until you change it),
   `sources` and `contributors`. `headline_area` is the id of the area that the report is about. Add a line to
   `unit_registry` for each noun that is counted.
4. **Fill in the tables.** `beijing-public-services draft . --report ../report.md` proposes most rows, for you to judge
   and accept: see [drafting]({docs}/drafting.md). By hand, go in this order: areas, units, domains, topics, sources,
   indicators, observations, mentions. Until `refresh` gives an observation its id, any name will do that its mentions
   use too. In `numerals.csv`, give each numeral that is no figure its role.
5. **Bring it up to date.** The command of step 2 again gives each row its id, updates the references to it, and
   renews sizes and hashes.
6. **Check it.** `beijing-public-services check .` lists what is wrong, and where. `beijing-public-services audit
   ../report.md --package .` compares the tables with the text. Both find nothing once the package is right.

The [tutorial]({docs}/tutorial.md) builds a small package in these steps. Next year's edition of the report, or
another report, can be [added to the same package]({docs}/several-reports.md).

## Use it

```python
import beijing_public_services as bps

package = bps.load("path/to/this/folder")
print(bps.to_frame(package=package))
```

`beijing-public-services list --package .` and `beijing-public-services show INDICATOR --package .` show the figures
on the command line. The [documentation]({docs}/data-package.md) says more of the data model.
"""

WORKFLOW = """\
name: Data package
on: [push, pull_request]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
      - uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "3.13"
      - run: python -m pip install "{requirement}"
      - run: beijing-public-services check . --format github
"""

COLUMNS = """\
# Columns

What a row of each table is, and what its columns mean. A column with codes holds one of them."""

ATTRIBUTES = """\
# A changed line end would break the sizes and hashes in the descriptor.
datapackage.json -text
data/** -text
"""


def new_package(
    path: str | PathLike[str],
    *,
    name: str | None = None,
    title: str | None = None,
    source: str | None = None,
    id: str | None = None,
    created: str | None = None,
) -> Path:
    """Start a data package of the same shape as the bundled one, and return its path.

    It has the schemas, the base units, empty tables, a README that says what to do next, a reference of the columns,
    and a workflow that checks each change; `check` finds nothing in it. A new folder appears whole or not at all; in an
    empty folder that exists, the descriptor is written last.

    Args:
        path: a new folder, or an empty one.
        name: the name of the package; by default made of the folder's name.
        title: the title of the package; by default its name.
        source: the title of the report that the figures are from; by default the title of the package.
        id: the id of the package; by default a new `urn:uuid:`.
        created: a date and time in RFC 3339; now by default.

    Raises:
        NotEmptyError: the folder is not empty, or a file has its name; a `FileExistsError`.
        DataPackageError: a package cannot have this name.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     started = new_package(f"{folder}/my-city")
    ...     sorted(each.name for each in started.iterdir())
    ['.gitattributes', '.github', 'COLUMNS.md', 'README.md', 'data', 'datapackage.json']
    """
    target = Path(path).resolve()
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise NotEmptyError(f"{target}: found something there, expected a new path or an empty folder")
    found = repr(name) if name is not None else f"a folder called {target.name!r}, which gives no name"
    name = _slug(target.name) if name is None else name
    if not NAME.fullmatch(name):
        expected = "lowercase letters, digits, '.', '_' and '-', such as --name my-city"
        raise DataPackageError(DESCRIPTOR, None, "name", found, expected)
    descriptor = _descriptor(
        name=name,
        id=id or uuid.uuid4().urn,
        title=title or name,
        created=created or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        source=source or title or name,
    )
    requirement = published_requirement("cli,validate", _release.VERSION)
    files = {
        DESCRIPTOR: json_file(descriptor),
        "README.md": README.format(
            title=descriptor["title"], source=descriptor["sources"][0]["title"], docs=DOCS, requirement=requirement
        ).encode(),
        "COLUMNS.md": "\n".join([COLUMNS, *column_reference(descriptor), ""]).encode(),
        ".github/workflows/datapackage.yml": WORKFLOW.format(requirement=requirement).encode(),
        ".gitattributes": ATTRIBUTES.encode(),
    }
    for resource in descriptor["resources"]:
        files[resource["path"]] = csv_file([], [field["name"] for field in resource["schema"]["fields"]])
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        folder = TemporaryDirectory(dir=target.parent, prefix=".new-")
    except OSError as error:
        raise WriteError(f"{target.parent}: found {error.strerror!r}, expected a folder to write in") from error
    with folder as beside:
        made = Path(beside, target.name)
        for file, content in files.items():
            (made / file).parent.mkdir(parents=True, exist_ok=True)
            (made / file).write_bytes(content)
        refresh(made)
        if target.exists():  # someone may stand in it
            for entry in sorted(made.iterdir(), key=lambda entry: entry.name == DESCRIPTOR):
                entry.rename(target / entry.name)
        else:
            made.rename(target)
    return Path(path)


def _descriptor(*, name: str, id: str, title: str, created: str, source: str) -> dict[str, Any]:
    """The bundled descriptor with what says whose figures these are in place of its own, and the base units alone."""
    bundled = bundled_descriptor()
    return {
        "$schema": bundled["$schema"],
        "name": name,
        "id": id,
        "title": title,
        "description": f"The figures of {source}, as data: value, bound, unit, period, area, comparison base, the "
        "figure as printed, the paragraph it stands in and the source it rests on.",
        "version": "0.1.0",
        "created": created,
        "keywords": ["official statistics"],
        "licenses": bundled["licenses"],
        "sources": [{"title": source}],
        "contributors": [{"title": f"{title} contributors", "roles": ["creator"]}],
        "unit_registry": [*(line for line in bundled["unit_registry"] if _is_base_unit(line)), *OFFERED],
        "resources": with_unit_ids(bundled)["resources"],
    }


def _is_base_unit(line: str) -> bool:
    """Whether a definition is of a unit for any report: one of measurement, or one of the few others in `UNITS`."""
    return "[bps_" not in line or line.partition(" = ")[0] in UNITS


def _slug(text: str) -> str:
    """A text as the name of a package, as far as its letters allow."""
    return re.sub(r"[^a-z0-9._]+", "-", text.casefold()).strip("-._")
