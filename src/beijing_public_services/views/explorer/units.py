"""The units that a figure can be shown in: how each is written, and the other units it converts to."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from beijing_public_services.errors import BeijingPublicServicesError
from beijing_public_services.model.wording import around_unit, format_unit
from beijing_public_services.notation.units import ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.vocabulary import Unit

    Offer = tuple[str, str, str]  # what is written behind a number, in Chinese and in English, and an expression

FEWEST, MOST = Decimal("1e-6"), Decimal("1e6")  # of another unit in one, when it is still offered
LARGEST = 10_000_000  # denominator of a factor, which is a fraction of small numbers: 2000/3 square metres make a mu


def units(package: DataPackage) -> dict[str, Any]:
    """Return the units in use by id: how each is `written` around a number, and the `others` it converts to."""
    offers = list(_offers(package))
    used = {each.unit for each in package.indicators}
    return {
        unit.id: {
            "written": _variants(unit, change=False),
            "change": _variants(unit, change=True),
            "others": list(_others(unit, offers, package.unit_registry)),
        }
        for unit in package.units
        if unit.id in used
    }


def _variants(unit: Unit, *, change: bool) -> dict[str, tuple[str, str]]:
    """What stands before and behind a number in Chinese, in English, and in English behind any number but one."""
    return {
        "zh": around_unit(unit, "zh", change=change),
        "en": around_unit(unit, "en", change=change),
        "many": around_unit(unit, "en", change=change, many=True),
    }


def _offers(package: DataPackage) -> Iterator[Offer]:
    """Every unit that is measured rather than counted: those of the vocabulary, then those it is defined by."""
    for unit in package.units:
        if not unit.is_counted:
            yield format_unit(unit, "zh"), format_unit(unit, "en"), unit.expression
    for line in package.unit_registry:
        name, meaning, *names = (part.strip() for part in line.split("="))
        if not name.endswith("-") and not name.startswith("@") and "[bps_" not in meaning:
            known = [name, *names]
            chinese = next((each for each in known if not each.isascii() and len(each) > 1), "")
            chinese = next((each for each in known if "\u4e00" <= each[0] <= "\u9fff"), chinese)
            symbol = next((each for each in names[:1] if each != "_"), name)
            yield chinese or f" {symbol}", f" {symbol}", name


def _others(unit: Unit, offers: list[Offer], definitions: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """What a unit converts to, each with how many of it one unit is; the same unit by another name is left out."""
    if unit.is_counted and unit.id not in ("day", "month", "year"):
        return
    factors = set()
    for chinese, english, expression in offers:
        try:
            factor = ratio(unit.expression, expression, definitions)
        except BeijingPublicServicesError:
            continue
        if factor is not None and factor != 1 and factor not in factors and FEWEST <= factor <= MOST:
            factors.add(factor)
            yield chinese, english, str(Fraction(factor).limit_denominator(LARGEST))
