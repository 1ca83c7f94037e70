"""The command that writes the rows which a release lacks: `diff --write-errata`."""

from __future__ import annotations

import csv
import shutil
from io import StringIO
from typing import TYPE_CHECKING

from tests.support.editions import VISITS, first_edition

import beijing_public_services as bps

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_the_rows_to_paste_are_printed(run: Run, tmp_path: Path) -> None:
    """Each table has a line with its name, its header, and the rows that it lacks; then nothing is missing."""
    old = first_edition(tmp_path / "old")
    new = shutil.copytree(old, tmp_path / "new")
    file = new / "data" / "observations.csv"
    file.write_text(file.read_text(encoding="utf-8").replace("3205000", "3205001"), encoding="utf-8")
    code, out, _ = run("diff", old, new, "--write-errata")
    name, *lines = out.splitlines()
    (row,) = csv.DictReader(StringIO("\n".join(lines)))
    assert (code, name) == (0, "data/errata.csv:")
    assert (row["observation"], row["before"], row["after"]) == (f"{VISITS}:X-YUNZHOU:2030", "3205000", "3205001")
    with (new / "data" / "errata.csv").open("a", encoding="utf-8") as errata:
        errata.write(f"{lines[1]}\n")
    descriptor = new / "datapackage.json"
    text = descriptor.read_text(encoding="utf-8").replace('"version": "0.1.0"', '"version": "0.2.0"')
    descriptor.write_text(text, encoding="utf-8")
    errata_file = new / "data" / "errata.csv"
    errata_file.write_text(errata_file.read_text(encoding="utf-8").replace(",0.1.0,", ",0.2.0,"), encoding="utf-8")
    assert bps.diff(old, new).unrecorded == ()
    assert run("diff", old, new, "--write-errata")[1] == "errata and aliases lack no row.\n"
