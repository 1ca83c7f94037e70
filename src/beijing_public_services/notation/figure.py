"""A figure as it is written, and a figure found in a text; every reader of this package returns one of the two."""

from __future__ import annotations

from decimal import Decimal, localcontext

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.notation.decimals import CONTEXT

if TYPE_CHECKING:
    from beijing_public_services.notation.bounds import Bound


class PrintedFigure(Record):
    """What a printed figure says: `number` × 10^`power` of `unit`, limited by `bound`.

    `number` is signed (a fall is negative) and keeps the printed decimals; `power` is that of the scale words (万 4, 亿
    8, 成 1); `bound` limits the signed value (`nearly`, `about` and `some_over` its magnitude); `unit` is the unit or
    measure word as printed, `第` for a rank, `%` for 成, `清零` for none left of what is
    counted, empty where none is printed. A range has its lower end as `number` and the number of its higher end as
    `upper`, with the same power and unit; its bound is `between` unless a word such as 约 limits it further.

    >>> import beijing_public_services as bps
    >>> figure = bps.read_printed("超过28.4万个")
    >>> figure.number, figure.power, figure.bound, figure.unit, figure.upper
    (Decimal('28.4'), 4, 'gt', '个', None)
    """

    number: Decimal
    power: int
    bound: str
    unit: str
    upper: Decimal | None = None

    @property
    def value(self) -> Decimal:
        """The number with its scale written out: 9153.3亿 is 915330000000."""
        return shifted(self.number, self.power)

    @property
    def highest(self) -> Decimal:
        """The higher end of a range with its scale written out; of any other figure its value."""
        return self.value if self.upper is None else shifted(self.upper, self.power)

    @property
    def resolution(self) -> Decimal:
        """The place value of the last printed digit: 28.4万 is printed to 1000, a number in words to 1 of its scale."""
        return shifted(Decimal(1), self.power + int(self.number.as_tuple().exponent))


class Claim(Record):
    """A figure found in a text, in a unit of the vocabulary: `text` is its words, at `start` to `end` of what was read.

    `value` is signed (a decline is negative), scale words written out; `resolution` is the place value of its last
    written digit, scale included: 10000000 of 915.33 billion. `bound` limits the signed value (`nearly`, `about` and
    `some_over` its magnitude). `unit` is an expression that `units.quantity` understands. It is empty if there is no
    unit, or only a measure word. A range goes from `value` to `upper`, which is None for every other figure; its
    bound is `between` unless a word limits it further.

    >>> import beijing_public_services as bps
    >>> claim = bps.verify("environment.forest_coverage_rate", "over 44.9%").claim
    >>> claim.value, claim.resolution, claim.bound, claim.unit
    (Decimal('44.9'), Decimal('0.1'), 'gt', 'percent')
    """

    value: Decimal
    resolution: Decimal
    bound: Bound
    unit: str
    text: str
    start: int
    end: int
    upper: Decimal | None = None

    @property
    def upper_end(self) -> Claim:
        """The higher end of a range as a claim of its own; any other figure itself."""
        return self if self.upper is None else self.__replace__(value=self.upper, upper=None)


def shifted(number: Decimal, power: int) -> Decimal:
    """Return `number` × 10^`power`, exactly and without an exponent."""
    with localcontext(CONTEXT):
        return Decimal(format(number.scaleb(power), "f"))
