"""Figures, periods and codes as a person reads them, in Chinese or in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.model.labels import LABELS
from beijing_public_services.model.nouns import chinese_noun, classified, is_in_words, plural

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal
    from typing import Protocol

    from beijing_public_services.model.codelists import BaseKind, Bound, Language
    from beijing_public_services.model.vocabulary import Unit
    from beijing_public_services.notation.interval import Interval

    class Named(Protocol):
        """A domain, topic, indicator, area, unit, category or statement."""

        @property
        def name_zh(self) -> str: ...

        @property
        def name_en(self) -> str: ...

    class Figure(Protocol):
        """An observation, as far as its wording needs it."""

        @property
        def value(self) -> float: ...

        @property
        def decimal(self) -> Decimal: ...

        @property
        def bound(self) -> Bound: ...

        @property
        def highest(self) -> Decimal: ...

        @property
        def base_kind(self) -> BaseKind: ...

        @property
        def printed(self) -> str: ...

    class Printed(Protocol):
        """An observation, as far as its interval needs it."""

        @property
        def interval(self) -> Interval: ...


RATIOS = {"%": "%", "permille": "‰"}  # units whose sign closes up to the number, by symbol or expression
SIGNS = {"exact": "", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ ", "between": ""}
CHANGES = ("previous_year", "fixed_year", "earlier")  # kinds of base that make a rank the number of places moved
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def in_language(texts: tuple[str, str], language: Language) -> str:
    """Return the Chinese (`zh`) or the English (`en`) one of two texts, which stand in this order."""
    return texts[0] if language == "zh" else texts[1]


def label(codes: str, code: str, language: Language) -> str:
    """Return what a person reads for a code of a list; "" for the code "", and the code itself if it has no label.

    >>> label("bound", "gt", "zh"), label("status", "target", "en"), label("bound", "", "en")
    ('超过', 'target', '')
    """
    texts = LABELS[codes].get(code)
    return in_language(texts, language) if texts else code


def name(named: Named, language: Language) -> str:
    """Return the name in this language, or the other one if it has none in it."""
    return in_language((named.name_zh, named.name_en), language) or named.name_en or named.name_zh


def format_value(observation: Figure, unit: Unit, language: Language = "en", *, in_words: bool = False) -> str:
    """Return the figure for a person: its bound as a sign or in words, the value with thousands marks, and its unit.

    >>> import beijing_public_services as bps
    >>> investment = bps.get_indicator("infrastructure.fixed_asset_investment").observation()
    >>> format_value(investment, bps.bundled().unit("yuan"))
    '> 900,000,000,000 CNY'
    >>> format_value(investment, bps.bundled().unit("yuan"), "zh", in_words=True)
    '超过900,000,000,000元'
    """
    before, after = around_number(observation, unit, language, in_words=in_words)
    return f"{before}{format_number(observation, language)}{after}"


def format_number(observation: Figure, language: Language = "en") -> str:
    """Return the value of a figure with thousands marks, of a range both its ends: `300–400`, `300～400`."""
    ends = (observation.decimal, observation.highest) if observation.bound == "between" else (observation.decimal,)
    return join_ends([f"{each:,}" for each in ends], language)


def join_ends(ends: Sequence[str], language: Language) -> str:
    """Return the ends of a range as one text, so that no sign is taken for a dash; a single number as it is.

    >>> join_ends(["300", "400"], "en"), join_ends(["300", "400"], "zh"), join_ends(["-6", "-5"], "en")
    ('300–400', '300～400', '-6 to -5')
    """
    is_signed = any(each.startswith("-") for each in ends)
    return in_language(("～", " to " if is_signed else "–"), language).join(ends)


def around_number(
    observation: Figure, unit: Unit, language: Language = "en", *, in_words: bool = False
) -> tuple[str, str]:
    """Return what stands before and behind the number of a figure: its bound and its unit.

    >>> import beijing_public_services as bps
    >>> rank = bps.get_indicator("science_technology.nature_index_science_cities_rank").observation()
    >>> [around_number(rank, bps.bundled().unit("rank"), language) for language in ("en", "zh")]
    [('rank ', ''), ('第', '位')]
    """
    before, after = around_unit(unit, language, change=observation.base_kind in CHANGES, many=observation.highest != 1)
    if language == "zh" and after.startswith(" "):
        after = classified(after, observation.printed)
    return f"{format_bound(observation.bound, language, in_words=in_words)}{before}", after


def format_bound(bound: str, language: Language = "en", *, in_words: bool = False) -> str:
    """Return a bound as it stands before a number: a sign if it has one, else its word; "" if the number needs none.

    >>> format_bound("gt"), format_bound("gt", in_words=True), format_bound("about"), format_bound("about", "zh")
    ('> ', 'more than ', 'about ', '约')
    >>> format_bound("exact")
    ''
    """
    sign = SIGNS.get(bound)
    if sign == "" or (sign and not in_words):
        return sign
    return label("bound", bound, language) + (" " if language == "en" else "")


def format_interval(figure: Printed) -> str:
    """Return the values that a printed figure leaves possible, as `[54.5, 55.5)`; "" if its text cannot be read."""
    from beijing_public_services.errors import IntervalError, PrintedFigureError

    try:
        return str(figure.interval)
    except (PrintedFigureError, IntervalError):
        return ""


def format_unit(unit: Unit, language: Language = "en") -> str:
    """Return a unit as it stands behind a number: `%` and Chinese names close up, all else after a space.

    A counted noun is written with its English name, since its symbol is only its id. Calendar years are `years`.

    >>> import beijing_public_services as bps
    >>> format_unit(bps.bundled().unit("ug/m3")), format_unit(bps.bundled().unit("ug/m3"), "zh")
    (' µg/m³', '微克/立方米')
    """
    if unit.symbol in RATIOS or unit.expression in RATIOS:
        return RATIOS.get(unit.expression, unit.symbol)
    if language == "zh":
        return chinese_noun(unit) or f" {unit.symbol}"
    return f" {unit.name_en.removeprefix('calendar ') if is_in_words(unit) else unit.symbol}"


def around_unit(unit: Unit, language: Language, *, change: bool = False, many: bool = False) -> tuple[str, str]:
    """Return what a unit puts before and behind a number.

    Args:
        unit: the unit.
        language: Chinese or English.
        change: whether the number is a change, which a rank words otherwise: `2 places`, not `rank 2`.
        many: whether an English noun that is counted stands in the plural.
    """
    if unit.is_rank:
        if change:
            return "", in_language(("位", " places" if many else " place"), language)
        return ("第", "位") if language == "zh" else ("rank ", "")
    after = format_unit(unit, language)
    return "", plural(after) if many and language == "en" and is_in_words(
        unit
    ) and unit.expression != "index" else after


def format_period(text: str, language: Language = "en", *, in_words: bool = True) -> str:
    """Return a period in SDMX form for a person; a text of another form is returned as it is.

    Without `in_words` its dates stay as they are, which is shorter in English: `until 2024-09-30`.

    >>> [format_period(each) for each in ("2024", "2024-Q3", "2024-09-30", "2024-07/2024-08", "../2024-12", "..")]
    ['2024', 'Q3 2024', '30 September 2024', 'July 2024 to August 2024', 'until December 2024', 'undated']
    >>> [format_period(each, "zh") for each in ("2024-Q3", "2024-09-30", "2024-07/2024-08", "2013/..")]
    ['2024年第三季度', '2024年9月30日', '2024年7月至2024年8月', '2013年起']
    """
    from beijing_public_services.errors import PeriodError
    from beijing_public_services.notation.periods import read_period

    try:
        frequency = read_period(text).frequency
    except PeriodError:
        return text
    if frequency == "undated":
        return label("frequency", "undated", language)
    first, slash, last = text.partition("/")
    first, last = (_point(each, language) if in_words and each not in ("", "..") else each for each in (first, last))
    if not slash:
        return first
    if first == "..":
        return in_language((f"截至{last}", f"until {last}"), language)
    if last == "..":
        return in_language((f"{first}起", f"since {first}"), language)
    return in_language((f"{first}至{last}", f"{first} to {last}"), language)


def _point(text: str, language: Language) -> str:
    year, *rest = text.split("-")
    if rest and rest[0].startswith("Q"):
        return in_language((f"{year}年第{'一二三四'[int(rest[0][1]) - 1]}季度", f"{rest[0]} {year}"), language)
    numbers = [int(each) for each in rest]
    if language == "zh":
        return f"{year}年" + "".join(f"{number}{unit}" for number, unit in zip(numbers, "月日", strict=False))
    return " ".join([*[str(day) for day in numbers[1:]], *[MONTHS[month - 1] for month in numbers[:1]], year])
