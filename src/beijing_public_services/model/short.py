"""A value in few digits, none of them lost: steps of 万 and 亿 in Chinese, of millions and billions in English."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.model.wording import around_number, join_ends

if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Language
    from beijing_public_services.model.vocabulary import Unit
    from beijing_public_services.model.wording import Figure

WORDS = {"zh": ((12, "万亿"), (8, "亿"), (4, "万")), "en": ((12, "trillion"), (9, "billion"), (6, "million"))}
MOST_DECIMALS = 3


def scale_of(value: Decimal, language: Language) -> tuple[str, int]:
    """Return the largest scale in which a value needs few decimals and is not below one.

    It is what is written behind the digits, and the power of ten.
    """
    for power, word in WORDS[language]:
        digits = value.scaleb(-power).normalize()
        exponent = digits.as_tuple().exponent
        if abs(digits) >= 1 and isinstance(exponent, int) and exponent >= -MOST_DECIMALS:
            return word if language == "zh" else f" {word}", power
    return "", 0


def short_value(figure: Figure, unit: Unit, language: Language) -> str:
    """Return the bound, the value in its scale, of a range both ends, and the unit.

    >>> import beijing_public_services as bps
    >>> investment = bps.get_indicator("infrastructure.fixed_asset_investment").observation()
    >>> [short_value(investment, bps.bundled().unit("yuan"), each) for each in ("zh", "en")]
    ['> 9,000亿元', '> 900 billion CNY']
    """
    word, power = scale_of(figure.decimal, language)
    ends = (figure.decimal, figure.highest) if figure.bound == "between" else (figure.decimal,)
    scaled = [each.scaleb(-power).normalize() if power else each for each in ends]
    before, after = around_number(figure, unit, language)
    return f"{before}{join_ends([f'{each:,f}' for each in scaled], language)}{word}{after}"
