"""Starting a data package of the same shape as the bundled one: its schemas and base units, and empty tables."""

from __future__ import annotations

import json
import re
import uuid
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from beijing_public_services._generated import release as _release
from beijing_public_services.authoring.refresh import as_csv, as_json, refresh
from beijing_public_services.datapackage.bundled_files import DESCRIPTOR, bundled_bytes
from beijing_public_services.errors import DataPackageError, NotEmptyError
from beijing_public_services.notation.offered_units import OFFERED

if TYPE_CHECKING:
    from os import PathLike
    from typing import Any

NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
UNITS = ("CNY", "percentage_point", "rank", "index", "person")  # what has a dimension of its own in any report
DOCS = f"https://github.com/beijing-public-services/beijing-public-services/blob/v{_release.VERSION}/docs"

README = """\
# {title}

The figures that a report prints, as a [Frictionless Data Package](https://datapackage.org): one published figure a row
of `data/observations.csv`, with value, bound, unit, period, area, comparison base, the figure as printed, the paragraph
it stands in and the source it rests on. The shape, and the rules that hold it together, are those of
[beijing-public-services]({docs}/data-package.md).

## What to do next

1. Put the report's text in a Markdown file beside this folder: a heading is `## 4.1 …`, a paragraph one line
   `[s4.1.p1] …`, a footnote marker `[^n01]`. Then list its paragraphs and numerals:
   `beijing-public-services refresh . --report ../report.md`.
2. In `datapackage.json`, say what is yours: `title`, `description`, `licenses` (CC BY 4.0 until you change it),
   `sources`, `contributors`, the area that the report is about as `headline_area`, and in `unit_registry` a line for
   each noun that is counted.
3. Fill the tables in `data/`: areas, units, domains, topics, sources and indicators; then observations and mentions,
   and the `role` of each numeral that is no value. An observation may at first have any id that mentions refer to.
4. `beijing-public-services refresh . --report ../report.md` again: it gives each row its id, each reference that id,
   each mentioned numeral the role `value`, and the descriptor the sizes and hashes.
5. `beijing-public-services check .` says what is wrong, and `beijing-public-services audit ../report.md --package .`
   what the report's text does not bear out. Where this folder is the root of a repository, the workflow in
   `.github/workflows/` checks each change.

The [tutorial]({docs}/tutorial.md) does all of this for a city that does not exist.
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
      - uses: actions/checkout@08eba0b27e820071cde6df949e0beb9ba4906955 # v4.3.0
      - uses: actions/setup-python@a26af69be951a213d495a4c3e4e4022e16d87065 # v5.6.0
        with:
          python-version: "3.13"
      - run: python -m pip install "beijing-public-services[cli,validate]=={version}"
      - run: beijing-public-services check . --format github
"""

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
    """Start a data package of the same shape as the bundled one, in a new or empty folder; gives its path.

    It has the schemas, the base units, empty tables, a README that says what to do next, and a workflow that checks
    each change; `check` finds nothing in it.

    `name` is by default made of the folder's, `title` is the name, `source` the title of the report that the figures
    are from, by default the package's; `id` is by default a new `urn:uuid:`, `created` now, in RFC 3339. A new folder
    appears whole or not at all; in an empty one that is there, the descriptor comes last. Raises `NotEmptyError`, a
    `FileExistsError`, where something is there, and `DataPackageError` for a name that a package cannot have.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     started = new_package(f"{folder}/my-city")
    ...     sorted(each.name for each in started.iterdir())
    ['.gitattributes', '.github', 'README.md', 'data', 'datapackage.json']
    """
    target = Path(path).resolve()
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise NotEmptyError(f"{target}: found something there, expected a new path or an empty folder")
    name = _slug(target.name) if name is None else name
    if not NAME.fullmatch(name):
        expected = "lowercase letters, digits, '.', '_' and '-', with --name where the folder's name gives none"
        raise DataPackageError(DESCRIPTOR, None, "name", repr(name), expected)
    descriptor = _descriptor(
        name=name,
        id=id or uuid.uuid4().urn,
        title=title or name,
        created=created or datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        source=source or title or name,
    )
    files = {
        DESCRIPTOR: as_json(descriptor),
        "README.md": README.format(title=descriptor["title"], docs=DOCS).encode(),
        ".github/workflows/datapackage.yml": WORKFLOW.format(version=_release.VERSION).encode(),
        ".gitattributes": ATTRIBUTES.encode(),
    }
    for resource in descriptor["resources"]:
        files[resource["path"]] = as_csv([], [field["name"] for field in resource["schema"]["fields"]])
    target.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=target.parent, prefix=".new-") as beside:
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
    bundled = json.loads(bundled_bytes(DESCRIPTOR))
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
        "resources": bundled["resources"],
    }


def _is_base_unit(line: str) -> bool:
    """Whether a definition is of a unit for any report: one of measurement, or one of the few others in `UNITS`."""
    return "[bps_" not in line or line.partition(" = ")[0] in UNITS


def _slug(text: str) -> str:
    """A text as the name of a package, as far as its letters allow."""
    return re.sub(r"[^a-z0-9._]+", "-", text.casefold()).strip("-._")
