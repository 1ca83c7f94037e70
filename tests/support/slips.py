"""Every published figure turned into wrong claims, one slip at a time; no tests in here."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import beijing_public_services as bps
from beijing_public_services.notation.printed import read_printed

if TYPE_CHECKING:
    from collections.abc import Iterator

BOUND_WORDS = {
    "exact": "",
    "gt": "more than ",
    "ge": "at least ",
    "lt": "less than ",
    "le": "at most ",
    "nearly": "nearly ",
    "about": "about ",
    "some_over": "a little over ",
}
REVERSED = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge", "nearly": "gt", "some_over": "lt"}
UNITS = {
    "percent": "%",
    "percentage_point": " percentage points",
    "rank": "",
    "index": "",
    "water_quality_class": "",
    "ug/m3": " µg/m³",
    "m3/day": " m³/day",
    "m2/person": " m²/person",
    "yuan/month": " yuan per month",
    "calendar_year": " years",
}
OTHER_UNITS = {
    "ug/m3": " mg/m³",
    "km": " m",
    "m2": " km²",
    "km2": " m²",
    "hectare": " km²",
    "yuan": " persons",
    "yuan/month": " persons",
    "minute": " days",
    "calendar_day": " working days",
    "working_day": " days",
    "m3/day": " km",
    "mu": " km",
    "m2/person": " km",
    "percentage_point": " km",
    "rank": " km",
    "index": " km",
    "percent": " km",
    "calendar_year": " km",
}


class Slip(NamedTuple):
    """A wrong claim: the diagnosis it deserves, the figure it was made of, and its text."""

    diagnosis: str
    observation: bps.Observation
    claim: str


def written(value: Decimal, unit: str, bound: str = "exact") -> str:
    """A figure in English, with thousands marks."""
    if unit == "rank" and bound == "exact" and value > 0:
        return f"rank {value:f}"
    return f"{BOUND_WORDS[bound]}{value:,f}{UNITS.get(unit, f' {unit}')}".replace("_", " ")


def slips(observation: bps.Observation, package: bps.DataPackage) -> Iterator[Slip]:
    """Each slip that can be made with a figure and is one: not a digit off in a bound, which may hold all the same, nor
    one that is a rounding, nor the value of a single digit of another indicator, which tells nothing, nor that of
    another indicator for another period, which would be two slips, nor one that is printed for another area and for
    another period alike."""
    value, unit, bound = observation.decimal, observation.unit, observation.bound
    indicator = package.indicator(observation.indicator)

    def slip(diagnosis: str, claimed: Decimal, said: str = bound) -> Slip:
        return Slip(diagnosis, observation, written(claimed, unit, said))

    if value and unit not in ("rank", "calendar_year", "water_quality_class"):
        for power in (-8, -4, -3, -2, -1, 1, 2, 3, 4, 8):
            yield slip("scale", value.scaleb(power))
    if unit == "percent":
        yield Slip("fraction", observation, f"{BOUND_WORDS[bound]}{value / 100:f}")
        yield Slip("percentage_point", observation, written(value, "percentage_point", bound))
    if unit == "percentage_point":
        yield Slip("percentage_point", observation, written(value, "percent", bound))
    if value and indicator.measure in ("growth", "difference"):
        yield slip("sign", -value, {"lt": "gt", "gt": "lt"}.get(bound, bound))
    yield Slip("unit", observation, f"{BOUND_WORDS[bound]}{value:,f}{OTHER_UNITS.get(unit, ' km')}")
    for check in observation.cross_checks:
        if check.verdict == "differs":
            kind = "disputed" if check in observation.disputes else "questioned"
            yield slip(kind, Decimal(repr(check.value)), "exact")
    if bound != "exact":
        yield slip("bound_dropped", value, "exact")
    if bound in REVERSED:
        yield slip("bound_reversed", value, REVERSED[bound])
    rounded = {each.claim for each in roundings(observation, fewest=1)}
    if bound == "exact":
        made = (slip("digits", claimed) for claimed in digits_off(value))
        yield from (each for each in made if each.claim not in rounded)
    for other in indicator.observations:
        differing = differences(other, observation)
        alike = {differences(each, observation)[:1] for each in indicator.observations if each.decimal == other.decimal}
        if differing and other.decimal != value and other.bound == bound == "exact" and len(alike) == 1:
            made_of = slip(f"other_{differing[0]}", other.decimal)
            yield from () if made_of.claim in rounded else (made_of,)
    for each in package.by_domain(indicator.domain):
        for other in each.observations:
            if (
                each.id != indicator.id
                and each.unit == unit
                and other.period == observation.period
                and other.bound == bound == "exact"
                and other.decimal != value
                and telling(other.decimal)
            ):
                yield slip("other_indicator", other.decimal)


def differences(other: bps.Observation, observation: bps.Observation) -> tuple[str, ...]:
    """What two figures of an indicator differ in: the area first."""
    return tuple(name for name in ("area", "category", "period") if getattr(other, name) != getattr(observation, name))


def telling(value: Decimal) -> bool:
    """Whether a value has two digits at the least."""
    return len(value.normalize().as_tuple().digits) >= 2


def roundings(observation: bps.Observation, fewest: int = 2) -> Iterator[Slip]:
    """The figure rounded half up to fewer digits, two at the least: coarser than it is printed, but compatible."""
    figure = read_printed(observation.printed)
    digits = len(figure.number.as_tuple().digits)
    if observation.bound == "exact" and digits > fewest and observation.unit not in ("rank", "calendar_year"):
        for places in range(1, digits - fewest + 1):
            place = figure.resolution.scaleb(places)
            rounded = (observation.decimal / place).quantize(Decimal(1), ROUND_HALF_UP) * place
            if rounded != observation.decimal and len(rounded.normalize().as_tuple().digits) >= fewest:
                yield Slip("rounding", observation, written(Decimal(f"{rounded:f}"), observation.unit))


def is_scaled(value: Decimal, other: Decimal) -> bool:
    """Whether two values are a power of ten apart."""
    return value.normalize().as_tuple().digits == other.normalize().as_tuple().digits


def digits_off(value: Decimal) -> list[Decimal]:
    """The values with one digit of a number changed or dropped, or two neighbours swapped; leading zeros are none."""
    text = f"{abs(value):f}"
    stem = text.rstrip("0") if "." not in text else text
    zeros = text[len(stem) :]
    made = []
    places = [place for place, letter in enumerate(stem) if letter.isdigit()]
    for place in places:
        digit = stem[place]
        made += [stem[:place] + str((int(digit) + step) % 10) + stem[place + 1 :] for step in (1, 5)]
        made.append(stem[:place] + stem[place + 1 :])
    for first, second in pairwise(places):
        swapped = list(stem)
        swapped[first], swapped[second] = stem[second], stem[first]
        made.append("".join(swapped))
    found = []
    for each in made:
        whole = each.strip(".") + zeros
        if whole and whole[0] != "." and not (whole[0] == "0" and len(whole) > 1 and whole[1] != "."):
            number = Decimal(whole)
            if number and number != abs(value) and not is_scaled(number, abs(value)):
                found.append(number.copy_sign(value))
    return sorted(set(found))
