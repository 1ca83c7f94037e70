"""Reading a claim: a number, a pint quantity, or a figure in English or Chinese text."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import BeijingPublicServicesError, UnknownUnitError
from beijing_public_services.notation import english
from beijing_public_services.notation.scanner import PLAIN, find_figures

if TYPE_CHECKING:
    from typing import Any

    from beijing_public_services.model.codelists import Bound

LONGEST = 200
EXPECTED = "a number, a quantity or one figure such as 'over 915.33 billion yuan', '97.5%', 'rank 3' or '近1.9万个'"
OTHER_NUMBERS = re.compile(
    rf"[a-z][a-z.-]*[0-9][0-9.]*|(?:19|20)[0-9]{{2}}(?:[-/.年][0-9]{{1,2}}){{0,2}}|{english.MONTH}\.?\s[0-9]+"
    rf"|[0-9]+\s{english.MONTH}|[0-9]{{1,2}}[月日号]|\[[0-9]+\]"
)


class ClaimError(BeijingPublicServicesError, ValueError):
    """What is no claim, or not one: no finite number, and no text that holds a single figure."""


class Claim(Record):
    """What a claim says: a value in a unit, how finely it is written, and how its words limit it.

    `value` is signed (a decline is negative), scale words written out; `resolution` is the place value of its last
    written digit, scale included: 10000000 of 915.33 billion. `bound` limits the signed value (`nearly`, `about` and
    `some_over` its magnitude). `unit` is an expression that `units.quantity` understands, "" where none is given or
    only a measure word. `text` is the words of the claim as given.
    """

    value: Decimal
    resolution: Decimal
    bound: Bound
    unit: str
    text: str


class FoundClaim(Record):
    """A claim and its place in a text: `text[start:end]`, counted in characters, is what says it."""

    claim: Claim
    start: int
    end: int


def read_claim(claim: object, definitions: tuple[str, ...] | None = None) -> Claim:
    """The claim that a number, a pint quantity or a text with one figure makes.

    A number is exact, has no unit, and is as fine as the last digit of its repr. In a text other words may stand, and
    years and dates, but no other figure. Raises `ClaimError` for a truth value, for what is not finite, for a quantity
    in a unit that the vocabulary does not have, and for a text of over 200 characters or without exactly one figure.
    `definitions` are those of the vocabulary that a quantity's unit is looked up in, by default the bundled one's.

    >>> claim = read_claim("over 915.33 billion yuan")
    >>> print(claim.value, claim.resolution, claim.bound, claim.unit)
    915330000000 10000000 gt yuan
    """
    if isinstance(claim, str):
        return _read_text(claim)
    magnitude, unit = claim, ""
    if hasattr(claim, "magnitude") and hasattr(claim, "units"):
        magnitude, unit = getattr(claim, "magnitude"), _expression(claim, definitions)  # noqa: B009
    value = _decimal(magnitude)
    resolution = Decimal((0, (1,), int(value.as_tuple().exponent)))
    return Claim(value=_plain(value), resolution=_plain(resolution), bound="exact", unit=unit, text=str(claim))


def find_claims(text: str) -> list[FoundClaim]:
    """The figures of a passage in English or Chinese, each with its bound and unit words; in order, never overlapping.

    No claims are years and dates, the numbers of sections, notes and lists, numbers within names, ranges (`3-5`), and
    figures in a unit that the vocabulary does not have. Takes time in proportion to the length of the text.

    >>> [each.claim.text for each in find_claims("In 2024 PM2.5 fell by 6.2% to 30.5 µg/m3.")]
    ['fell by 6.2%', '30.5 µg/m3']
    """
    return _find(text, whole=False)


def _read_text(text: str) -> Claim:
    shown = repr(text[:60])
    if len(text) > LONGEST:
        raise ClaimError(f"found a text of {len(text)} characters, {shown}, expected at most {LONGEST}")
    found = _find(text, whole=True)
    figures = " and ".join(repr(each.claim.text) for each in found) or "no figure"
    if len(found) == 1:
        rest = f"{text[: found[0].start]} {text[found[0].end :]}".translate(PLAIN)
        if not re.search("[0-9]", OTHER_NUMBERS.sub("", rest)):
            return found[0].claim
        figures += " and other digits"
    raise ClaimError(f"found {figures} in {shown}, expected {EXPECTED}")


def _decimal(number: object) -> Decimal:
    """The number with the digits of its repr; a fraction whose digits do not end, to 28 of them."""
    from numbers import Rational, Real

    value = Decimal("NaN")
    if isinstance(number, Rational) and not isinstance(number, bool):
        value = Decimal(int(number.numerator))
        value = value if number.denominator == 1 else value / int(number.denominator)
    elif isinstance(number, Decimal | Real) and not isinstance(number, bool):
        value = Decimal(str(number))
    if not value.is_finite() or abs(value.adjusted()) > 2 * LONGEST:
        raise ClaimError(f"found {type(number).__name__} {value:.3g}, expected {EXPECTED}")
    return value


def _plain(number: Decimal) -> Decimal:
    return Decimal(format(number, "f"))


def _expression(quantity: Any, definitions: tuple[str, ...] | None) -> str:
    """The unit of a pint quantity of any registry as an expression that means the same in ours."""
    from beijing_public_services.notation import units

    try:
        powers = dict(quantity.unit_items())
        expression = " * ".join(name if power == 1 else f"{name} ** {power}" for name, power in powers.items())
        root = (1 * quantity.units).to_root_units()
        ours = units.quantity(1, expression, definitions).to_root_units() if powers else root
        if dict(ours.unit_items()) == dict(root.unit_items()) and f"{ours.magnitude:.9g}" == f"{root.magnitude:.9g}":
            return expression
    except (UnknownUnitError, AttributeError, TypeError):
        pass
    raise ClaimError(f"found a quantity in {quantity.units}, expected a unit of the vocabulary or one made of such")


def _find(text: str, whole: bool) -> list[FoundClaim]:
    return [
        FoundClaim(
            claim=Claim(
                value=_plain(figure.value),
                resolution=_plain(figure.resolution),
                bound=figure.bound,
                unit=figure.unit,
                text=text[figure.start : figure.end],
            ),
            start=figure.start,
            end=figure.end,
        )
        for figure in find_figures(text, whole)
    ]
