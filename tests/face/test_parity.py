"""Whatever the library does with the bundled package, it does with a package of one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.support.editions import FIRST, LATER, PARTICLES, TEXTS, VISITS, both_editions

import beijing_public_services as bps
from beijing_public_services.exports.export import ENDINGS

if TYPE_CHECKING:
    from pathlib import Path

CLAIM = "In 2031 the libraries of Yunzhou had 3.55 million visits."


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The package of two invented editions."""
    return both_editions(tmp_path_factory.mktemp("both") / "yunzhou")


@pytest.fixture(scope="module")
def package(path: Path) -> bps.DataPackage:
    """The package, loaded."""
    return bps.load(path)


def test_it_is_searched(package: bps.DataPackage) -> None:
    """Words in both languages find its indicators; a word that nothing holds is no error."""
    assert [each.id for each in package.search("读者")] == [VISITS]
    assert VISITS in [each.id for each in package.search("visits")]
    assert package.search("sewage") == ()
    assert package.search_statements("plan") == package.statements_of("instrument") == ()
    assert [each.id for each in package.by_domain("air")] == [PARTICLES]


def test_it_is_verified(package: bps.DataPackage) -> None:
    """Claims and passages are judged by its figures."""
    assert bps.verify(VISITS, "355万人次", package=package).status == "match"
    assert [each.verdict.status for each in bps.verify_text(CLAIM, package)] == ["match"]
    bps.assert_published(PARTICLES, 29.8, package=package)


def test_it_is_checked_as_a_value_as_by_its_path(path: Path, package: bps.DataPackage) -> None:
    """`check`, `check_report` and `audit` take a loaded package, and the bundled one, in the place of a path."""
    assert bps.check(package) == bps.check(path) == []
    assert bps.check_report(package).package == str(path)
    assert bps.audit(TEXTS, package) == []
    assert bps.check(bps.bundled()) == []
    assert bps.audit(FIRST, bps.bundled())[0].rule == "text_is_the_report"


def test_its_coverage_is_known(package: bps.DataPackage) -> None:
    """Coverage counts its observations."""
    assert bps.coverage(package).total == len(package.observations) == 8


def test_it_is_a_table(package: bps.DataPackage) -> None:
    """`to_frame` and `to_arrow` give its figures, with the locator and source that each has."""
    pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")
    frame = bps.to_frame(package=package)
    assert list(frame.index) == [each.id for each in package.observations]
    assert {each.partition("/")[0] for each in frame["locator"]} == {"s1.p1", "s2.p1", LATER}
    assert list(frame["report"]) == [LATER if f":{LATER}" in id else "report" for id in frame.index]
    restated = [f"{VISITS}:X-YUNZHOU:2030", f"{PARTICLES}:X-YUNZHOU:2030"]
    assert list(frame.index[frame["superseded"]]) == restated
    assert bps.to_arrow([VISITS], package=package).column("value").to_pylist() == [3205000, 3550000, 3187000]


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_is_exported(package: bps.DataPackage, tmp_path: Path, ending: str) -> None:
    """Each format of one file holds it."""
    for library in ("pyarrow", "xlsxwriter"):
        pytest.importorskip(library)
    (file,) = bps.export(package, tmp_path / f"figures{ending}")
    assert file.stat().st_size > 0


def test_it_is_named_by_its_path(path: Path, package: bps.DataPackage) -> None:
    """Whatever takes a package takes the path of one; another value is refused with what would be right."""
    assert bps.verify(VISITS, "355万人次", package=path).status == "match"
    assert len(bps.verify_text(CLAIM, str(path))) == 1
    assert bps.cite(VISITS, package=path).text() == bps.cite(VISITS, package=package).text()
    assert bps.coverage(str(path)) == bps.coverage(package)
    with pytest.raises(TypeError, match="a data package, or the path of one"):
        bps.cite(package=7)  # type: ignore[arg-type]
