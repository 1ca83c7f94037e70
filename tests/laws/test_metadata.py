"""Laws of what registries and archives read: each file is valid, and all of them say the same."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib

import yaml
from tests.support.checkout import ROOT
from tests.support.libraries import require
from tools.metadata import citation_cff

from beijing_public_services._generated import release as _release

DESCRIPTOR = json.loads((ROOT / "datapackage" / "datapackage.json").read_bytes())
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CFF = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
ZENODO = json.loads((ROOT / ".zenodo.json").read_bytes())
CODEMETA = json.loads((ROOT / "codemeta.json").read_bytes())
REUSE = tomllib.loads((ROOT / "REUSE.toml").read_text(encoding="utf-8"))


def test_the_name_is_the_same_everywhere() -> None:
    """One name for the package and the library, one title for people."""
    assert {PYPROJECT["project"]["name"], _release.NAME, CODEMETA["identifier"], DESCRIPTOR["name"]} == {
        "beijing-public-services"
    }
    assert {CFF["title"], ZENODO["title"], CODEMETA["name"], DESCRIPTOR["title"]} == {"Beijing public services"}


def test_the_version_is_the_same_everywhere() -> None:
    """One version; pyproject.toml holds none of its own but takes that of the generated module."""
    versions = {_release.VERSION, DESCRIPTOR["version"], CFF["version"], ZENODO["version"], CODEMETA["version"]}
    assert len(versions) == 1
    assert PYPROJECT["project"]["dynamic"] == ["version"]
    assert (
        ROOT / PYPROJECT["tool"]["hatch"]["version"]["path"]
        == ROOT / "src/beijing_public_services/_generated/release.py"
    )


def test_the_date_is_the_same_everywhere() -> None:
    """One day of publication."""
    days = {CFF["date-released"], ZENODO["publication_date"], CODEMETA["datePublished"]}
    assert days == {DESCRIPTOR["created"].removesuffix("T00:00:00Z")}


def test_the_authors_are_the_same_everywhere() -> None:
    """The same authors in the same order, the holders of the rights too."""
    authors = [each["title"] for each in DESCRIPTOR["contributors"] if "creator" in each["roles"]]
    for others in (PYPROJECT["project"]["authors"], CFF["authors"], ZENODO["creators"], CODEMETA["author"]):
        assert [each["name"] for each in others] == authors
    assert {each["SPDX-FileCopyrightText"] for each in REUSE["annotations"][:2]} == {f"2026 {', '.join(authors)}"}
    assert f"Copyright (c) 2026 {', '.join(authors)}" in (ROOT / "LICENSE").read_text(encoding="utf-8")


def test_the_licences_are_the_same_everywhere() -> None:
    """The data are CC-BY-4.0, the code is MIT, and tables of others keep their licence, wherever one is named."""
    assert [each["name"] for each in DESCRIPTOR["licenses"]] == [CFF["license"]] == [ZENODO["license"]] == ["CC-BY-4.0"]
    licences = ["MIT", "CC-BY-4.0", "Apache-2.0", "Unicode-3.0"]
    assert PYPROJECT["project"]["license"] == " AND ".join(licences)
    assert CODEMETA["license"] == [f"https://spdx.org/licenses/{name}" for name in licences]
    of = {str(each["path"]): each["SPDX-License-Identifier"] for each in REUSE["annotations"]}
    generated = "src/beijing_public_services/_generated"
    assert of == {
        "**": "MIT",
        "['datapackage/**', 'tests/releases/**']": "CC-BY-4.0",
        f"{generated}/gazetteer.py": "CC-BY-4.0 AND Unicode-3.0 AND MIT",
        f"{generated}/traditional.py": "Apache-2.0",
    }
    data = (ROOT / "LICENSE-DATA").read_text(encoding="utf-8")
    identifier = "SPDX-License-Identifier"  # apart from its value, or `reuse lint` takes this file to be under it
    assert f"{identifier}: CC-BY-4.0\nFull text: LICENSES/CC-BY-4.0.txt\n" in data


def test_the_text_of_each_licence_goes_into_the_wheel() -> None:
    """The files of the licences are there and are named to the build."""
    patterns = PYPROJECT["project"]["license-files"]
    found = {path.relative_to(ROOT).as_posix() for pattern in patterns for path in ROOT.glob(pattern)}
    texts = {f"LICENSES/{name}.txt" for name in ("MIT", "CC-BY-4.0", "Apache-2.0", "Unicode-3.0")}
    assert found == {"LICENSE", "LICENSE-DATA", *texts}
    text = (ROOT / "LICENSES" / "CC-BY-4.0.txt").read_text(encoding="utf-8")
    assert all(f"Section {number} --" in text for number in range(1, 9))


def test_the_citation_file_follows_its_schema() -> None:
    """CITATION.cff is valid against the schema of the Citation File Format, as check-jsonschema brings it."""
    require("check_jsonschema")
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.citation-file-format"]
    done = subprocess.run([*command, str(ROOT / "CITATION.cff")], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_the_citation_file_is_that_of_a_data_set_which_names_the_report_and_its_digest() -> None:
    """The type is dataset, the report stands under references, and the digest is that of the descriptor."""
    assert (CFF["cff-version"], CFF["type"]) == ("1.2.0", "dataset")
    (report,) = CFF["references"]
    assert report["collection-title"] == "北京公共服务发展报告（2024~2025）"
    assert CFF["identifiers"][0]["value"] == f"sha256:{_release.SHA256}"


def test_the_citation_file_has_a_doi_once_there_is_one() -> None:
    """A descriptor whose id is a DOI gives the citation file that DOI."""
    assert "doi" not in CFF
    described = DESCRIPTOR | {"id": "https://doi.org/10.5281/zenodo.1234567"}
    assert citation_cff(described, _release.SHA256)["doi"] == "10.5281/zenodo.1234567"
