"""Laws for packages about other places: nothing in the rules or the headlines takes a city to be Beijing."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from tests.support.editing import rows_of, tables_copy

import beijing_public_services as bps
from beijing_public_services.checks.runner import meaning
from beijing_public_services.datapackage.tables import Table, Tables
from beijing_public_services.notation.report_text import numerals

if TYPE_CHECKING:
    from pathlib import Path

PM = "environment.pm2_5_annual_mean"
COLUMNS = ("id", "name_zh", "name_en", "parent", "iso_3166_2", "gbt_2260")
JAPAN = ["JP,日本,Japan,,,", "JP-13,东京都,Tokyo,JP,JP-13,"]
JILIN = ["CN,中国,China,,,", "CN-JL,吉林,Jilin,CN,CN-JL,220000"]
INVENTED = ["X-A,甲,Jia,X-C,,", "X-B,乙,Yi,X-C,,", "X-C,甲乙,Jia-Yi,X-D,,", "X-D,丁,Ding,,,"]


def found(rows: list[str], **descriptor: object) -> list[tuple[str, int | None, str | None]]:
    """Rule, row and column of what is found in a package of these areas alone."""
    areas = Table.of_rows(
        file="areas.csv", columns=COLUMNS, rows=[dict(zip(COLUMNS, row.split(","), strict=True)) for row in rows]
    )
    tables = Tables(descriptor={"resources": [], **descriptor}, by_name={"areas": areas})
    return [(issue.rule, issue.row, issue.column) for issue in meaning(tables)]


def with_headline(folder: Path, area: object) -> bps.DataPackage:
    """The package in a folder, about this area."""
    path = folder / "datapackage.json"
    descriptor = json.loads(path.read_bytes()) | {"headline_area": area}
    if area is None:
        del descriptor["headline_area"]
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    return bps.load(folder)


@pytest.mark.parametrize(
    "rows",
    [
        ["X-LANWAN,澜湾市,Lanwan,,,"],
        JAPAN,
        JILIN,
        [*JILIN, "X-JILIN_CITY,吉林市,Jilin City,CN-JL,,220200"],
        [*JILIN, "CN-JL.north,北区,North,CN-JL,,"],
        INVENTED,
    ],
)
def test_areas_of_other_places_are_right(rows: list[str]) -> None:
    """Countries without GB/T codes, cities that have one without an ISO code, and invented places are in order."""
    assert found(rows) == []


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ("CN-ZJ,浙江,Zhejiang,CN,CN-ZJ,", "gbt_2260"),
        ("CN-ZJ,浙江,Zhejiang,CN,CN-ZJ,320000", "gbt_2260"),
        ("CN-ZJ,浙江,Zhejiang,CN,,330000", "iso_3166_2"),
        ("CN-ZJ,浙江,Zhejiang,CN,CN-SH,330000", "iso_3166_2"),
        ("X-SIPING,四平市,Siping,CN-JL,,330300", "gbt_2260"),
        ("KR-11,首尔,Seoul,CN,KR-11,110000", "gbt_2260"),
    ],
)
def test_codes_that_contradict_each_other_are_found(row: str, column: str) -> None:
    """A province has both codes and they agree, a part of it begins as it does, and no other country has GB/T codes."""
    assert ("area_codes_match_the_area", 4, column) in found([*JILIN, row])


def test_a_region_of_invented_members_has_those_it_names() -> None:
    """A member that stands elsewhere is missed, whether or not its country is known."""
    moved = [INVENTED[0].replace("X-C", "X-D"), *INVENTED[1:]]
    assert ("regions_are_named_after_their_members", 4, "parent") in found(moved)


def test_a_code_with_digits_is_an_area() -> None:
    """ISO 3166-2 codes with digits, as most countries have them, fit the schema of the areas' ids."""
    (areas,) = (each for each in tables_copy().descriptor["resources"] if each["name"] == "areas")
    pattern = areas["schema"]["fields"][0]["constraints"]["pattern"]
    assert all(re.fullmatch(pattern, id_) for id_ in ("JP-13", "FR-75C", "CN-BJ", "X-LANWAN", "CN-BJ.sub_centre"))
    assert not any(re.fullmatch(pattern, id_) for id_ in ("jp-13", "JP13", "JP-13.", "13"))


def test_the_headline_is_of_the_area_that_the_package_is_about(package_copy: Path) -> None:
    """An indicator's value is that of the descriptor's headline area, in a text too, or of none."""
    package = with_headline(package_copy, "CN-TJ")
    assert package.headline_area == "CN-TJ"
    assert package.indicator(PM).value == 38
    assert package.indicator("basic_education.class_break_length").value == 15  # the only figure there is
    assert bps.verify(PM, 38, package=package).status == "match"
    (said,) = bps.verify_text("天津PM2.5年均浓度为38微克/立方米。", package)
    assert said.verdict.status == "match"
    assert bps.bundled().headline_area == "CN-BJ"
    with pytest.raises(bps.AmbiguousObservationError):
        with_headline(package_copy, None).indicator(PM).observation()


@pytest.mark.parametrize("area", ["CN-SH", ["CN-BJ"]])
def test_a_headline_area_that_is_none_is_refused(package_copy: Path, area: object) -> None:
    """Loading names the key of the descriptor; the check finds it by a rule of its own."""
    with pytest.raises(bps.DataPackageError, match=r"column 'headline_area'.*such as 'CN"):
        with_headline(package_copy, area)
    rule = ("the_headline_area_is_an_area", None, "headline_area")
    assert found(JILIN, headline_area=area) == [rule]
    assert found(JILIN, headline_area="CN-JL") == []


@pytest.mark.parametrize(
    ("measure", "unit", "parent", "fits"),
    [
        ("difference", "calendar_day", "environment.good_air_days", True),
        ("difference", "percentage_point", "environment.good_air_days_share", True),
        ("difference", "percent", "environment.good_air_days_share", False),
        ("difference", "lift", "environment.good_air_days", False),
        ("difference", "calendar_day", "", False),
        ("streak", "month", "", True),
        ("streak", "lift", "", False),
        ("span", "calendar_year", "", True),
        ("span", "lift", "", False),
    ],
)
def test_a_difference_is_in_the_unit_of_what_differs(measure: str, unit: str, parent: str, fits: bool) -> None:
    """So many days more are a difference in days, points one of percents; a streak may be of months."""
    tables = tables_copy()
    with rows_of(tables, "indicators") as rows:
        rows[0].update(measure=measure, unit=unit, parent=parent)
    assert (2 not in [issue.row for issue in meaning(tables, "units_fit_the_measure")]) == fits


@pytest.mark.parametrize(("kind", "area"), [("regional", "X-JJJ"), ("national", "CN"), ("global", "X-WORLD")])
def test_a_difference_may_be_from_the_country_or_the_world(kind: str, area: str) -> None:
    """Points above the national average have the country for their base, above the regional one the region."""
    tables = tables_copy()
    with rows_of(tables, "observations") as rows:
        (row,) = (each for each in rows if each["base_kind"] == "total_investment")
        row.update(base_kind=kind, base_area=area)
    assert list(meaning(tables)) == []


def test_every_roman_class_is_a_numeral() -> None:
    """What the reader of printed figures reads as a class of quality is a numeral that a mention can point at."""
    text = "水质为Ⅰ类、Ⅲ类和Ⅴ类"
    assert [each[0] for each in numerals(text)] == ["Ⅰ", "Ⅲ", "Ⅴ"]
    assert [bps.read_printed(f"{each}类").value for each in "ⅠⅢⅤ"] == [1, 3, 5]
    assert [each[0] for each in numerals("二〇三一年")] == ["二〇三一"]
