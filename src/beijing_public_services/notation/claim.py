"""Reading a claim: a number, a pint quantity, or a figure in English or Chinese text."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.errors import BeijingPublicServicesError, UnknownUnitError
from beijing_public_services.notation import english
from beijing_public_services.notation.figure import Claim
from beijing_public_services.notation.scanner import find_figures
from beijing_public_services.notation.width import fold

if TYPE_CHECKING:
    from typing import Any

LONGEST = 200
EXPECTED = "a number, a quantity or one figure such as 'over 915.33 billion yuan', '97.5%', 'rank 3' or '近1.9万个'"
OTHER_NUMBERS = re.compile(
    rf"[a-z][a-z.-]*[0-9][0-9.]*|(?:19|20)[0-9]{{2}}(?:[-/.年][0-9]{{1,2}}){{0,2}}|{english.MONTH}\.?\s[0-9]+"
    rf"|[0-9]+\s{english.MONTH}|[0-9]{{1,2}}[月日号]|\[[0-9]+\]"
)


class ClaimError(BeijingPublicServicesError, ValueError):
    """The claim is no finite number, or a text without exactly one figure."""


def read_claim(claim: object, definitions: tuple[str, ...] | None = None) -> Claim:
    """Return the claim that a number, a pint quantity or a text with one figure makes.

    A number is exact, has no unit, and is as fine as the last digit of its repr, a whole float as 1. A text may hold
    other words, years and dates, but no other figure. A range (`300 to 400 km`) is one figure.

    Args:
        claim: The number, quantity or text.
        definitions: The unit definitions that a unit is looked up in, by default the bundled ones.

    Raises:
        ClaimError: For a truth value, a number that is not finite, a quantity in a unit that the vocabulary does not
            have, and a text of over 200 characters or without exactly one figure.

    >>> claim = read_claim("over 915.33 billion yuan")
    >>> print(claim.value, claim.resolution, claim.bound, claim.unit)
    915330000000 10000000 gt yuan
    """
    if isinstance(claim, str):
        return _read_text(claim, definitions)
    magnitude, unit = claim, ""
    if hasattr(claim, "magnitude") and hasattr(claim, "units"):
        magnitude, unit = getattr(claim, "magnitude"), _expression(claim, definitions)  # noqa: B009
    value, text = _decimal(magnitude), str(claim)
    resolution = _plain(Decimal((0, (1,), int(value.as_tuple().exponent))))
    return Claim(
        value=_plain(value), resolution=resolution, bound="exact", unit=unit, text=text, start=0, end=len(text)
    )


def find_claims(text: str, definitions: tuple[str, ...] | None = None) -> list[Claim]:
    """Return the figures of a passage in English or Chinese, with bound and unit, in order and never overlapping.

    Left out are years and dates, the numbers of sections, notes and lists, numbers within names, ranges (`3-5`), and
    figures in a unit that neither the bundled vocabulary nor `definitions` have. Takes time in proportion to the length
    of the text.

    >>> [claim.text for claim in find_claims("In 2024 PM2.5 fell by 6.2% to 30.5 µg/m3.")]
    ['fell by 6.2%', '30.5 µg/m3']
    """
    return [figure for figure in find_figures(text, definitions=definitions) if figure.upper is None]


def _read_text(text: str, definitions: tuple[str, ...] | None) -> Claim:
    """Return the one figure of a text; raise `ClaimError` if it has none, several, or digits that are no date."""
    shown = repr(text[:60])
    if len(text) > LONGEST:
        raise ClaimError(f"found a text of {len(text)} characters, {shown}, expected at most {LONGEST}")
    claims = list(find_figures(text, whole=True, definitions=definitions))
    figures = " and ".join(repr(claim.text) for claim in claims) or "no figure"
    if len(claims) == 1:
        rest = fold(f"{text[: claims[0].start]} {text[claims[0].end :]}")
        if not re.search("[0-9]", OTHER_NUMBERS.sub("", rest)):
            return claims[0]
        figures += " and other digits"
    raise ClaimError(f"found {figures} in {shown}, expected {EXPECTED}")


def _decimal(number: object) -> Decimal:
    """Return a number with the digits of its repr; a fraction whose digits do not end, to 28 of them."""
    from numbers import Rational, Real

    value = Decimal("NaN")
    if isinstance(number, Rational) and not isinstance(number, bool):
        value = Decimal(int(number.numerator))
        value = value if number.denominator == 1 else value / int(number.denominator)
    elif isinstance(number, Decimal | Real) and not isinstance(number, bool):
        value = Decimal(str(number))
        if not isinstance(number, Decimal) and value == value.to_integral_value():
            value = value.to_integral_value()  # the repr of a float ends in .0 where none was written
    if not value.is_finite() or abs(value.adjusted()) > 2 * LONGEST:
        raise ClaimError(f"found {type(number).__name__} {value:.3g}, expected {EXPECTED}")
    return value


def _plain(number: Decimal) -> Decimal:
    return Decimal(format(number, "f"))


def _expression(quantity: Any, definitions: tuple[str, ...] | None) -> str:
    """Return the unit of a pint quantity of any registry as an expression that means the same in ours."""
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
