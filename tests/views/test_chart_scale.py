"""Laws of the scale of a chart in a package that names its units by ids of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

import beijing_public_services as bps
from beijing_public_services.model.wording import around_unit
from beijing_public_services.views.charts.scale import power_of, unit_text

SHARE = bps.Unit(id="part", expression="pct", ucum="%", symbol="%", name_zh="百分比", name_en="percent")
PLACE = bps.Unit(id="place", expression="place", ucum="{place}", symbol="place", name_zh="名次", name_en="place")
MONEY = bps.Unit(id="money", expression="rmb", ucum="{CNY}", symbol="CNY", name_zh="元", name_en="yuan")


@pytest.mark.parametrize(
    ("unit", "chinese", "english"),
    [(SHARE, ("", "%"), ("", "%")), (PLACE, ("", "名次"), ("", " places")), (MONEY, ("", "元"), ("", " CNY"))],
)
def test_a_unit_of_another_id_is_written_by_its_names(
    unit: bps.Unit, chinese: tuple[str, str], english: tuple[str, str]
) -> None:
    """A unit that a package names otherwise is written by its symbol or name, beside a number and on an axis."""
    assert around_unit(unit, "zh", many=True) == chinese
    assert around_unit(unit, "en", many=True) == english
    assert [unit_text(unit, 0, "zh"), unit_text(unit, 0, "en")] == [chinese[1].strip(), english[1].strip()]


def test_a_percentage_has_no_scale_word() -> None:
    """Great percentages are written in full, whatever the id of their unit is; amounts of money are not."""
    numbers = [Decimal(2_000_000), Decimal(3_000_000)]
    assert [power_of(numbers, unit, "en") for unit in (SHARE, MONEY)] == [0, 6]
