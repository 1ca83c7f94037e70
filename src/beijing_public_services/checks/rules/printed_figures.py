"""Rules of meaning: a value, its bound and its unit are what the printed figure says."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from beijing_public_services.checks.columns import columns, failing, finding, optional_column
from beijing_public_services.checks.printed_column import PLAIN as PLAIN_VALUE
from beijing_public_services.checks.printed_column import figure_after, plain_forms
from beijing_public_services.checks.rule import rule
from beijing_public_services.checks.unit_words import is_unit_or_numerator
from beijing_public_services.datapackage.descriptor import unit_definitions
from beijing_public_services.errors import PrintedFigureError
from beijing_public_services.notation.chinese_words import MEASURE_WORDS
from beijing_public_services.notation.decimals import MOST_DIGITS
from beijing_public_services.notation.printed import read_or_none, read_printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

DECIMAL = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?", re.ASCII)
COUNTING = MEASURE_WORDS | {"清零"}  # they count what the text is about, and do not name it
WORD = re.compile(r"\w+")
WIDE_SPACE = re.compile("(?<![A-Za-zµμ°]) (?![A-Za-zµμ°])")
LONGEST_NOUN = 6  # words
PLAIN = f"a plain decimal such as -6.2, of at most {MOST_DIGITS} characters"


def is_plain_decimal(text: str) -> bool:
    """Return whether a text is a decimal number as this data writes it."""
    return len(text) <= MOST_DIGITS and DECIMAL.fullmatch(text) is not None


@rule("observations")
def values_are_plain_decimals(tables: Tables) -> Found:
    """A value is a decimal without exponent, thousands marks, plus sign or leading zeros."""
    for place, cell in failing(tables, "observations", "value", is_plain_decimal, PLAIN_VALUE.fullmatch):
        yield finding(tables, "observations", place, "value", f"{cell!r:.100}", PLAIN)


@rule("observations")
def values_match_the_printed_text(tables: Tables) -> Found:
    """Value, bound and the higher end of a range are what reading the printed figure gives, to the last digit."""
    texts, values, bounds = columns(tables, "observations", "printed", "value", "bound")
    uppers = optional_column(tables, "observations", "upper")
    forms = plain_forms(tables)
    unproven = {
        (form, bound)
        for form, bound in set(zip(forms, bounds, strict=True))
        if form is None or figure_after(form).bound != bound
    }
    for place, key in enumerate(zip(forms, bounds, strict=True)) if unproven else ():
        if key not in unproven:
            continue
        text, value, bound = texts[place], values[place], bounds[place]
        try:
            figure = read_printed(text)
        except PrintedFigureError as error:
            yield finding(tables, "observations", place, "printed", error.found, error.expected)
            continue
        if figure.upper is not None and figure.bound != "between":
            found = f"{text!r}, a range with the bound {figure.bound!r}"
            yield finding(tables, "observations", place, "printed", found, "a range without another bound")
            continue
        if is_plain_decimal(value) and str(figure.value) != value:
            yield finding(tables, "observations", place, "value", value, f"{figure.value}, which {text!r} says")
        if figure.bound != bound:
            yield finding(tables, "observations", place, "bound", repr(bound), f"{figure.bound!r}, which {text!r} says")
        if is_plain_decimal(uppers[place]) and bound == "between" and str(figure.highest) != uppers[place]:
            expected = f"{figure.highest}, which {text!r} says"
            yield finding(tables, "observations", place, "upper", uppers[place], expected)


@rule("observations")
def ranges_have_both_ends(tables: Tables) -> Found:
    """A figure with the bound `between` has its higher end in `upper`, a plain decimal; any other has nothing there."""
    bounds, values = columns(tables, "observations", "bound", "value")
    uppers = optional_column(tables, "observations", "upper")
    has_column = "upper" in tables["observations"].columns
    odd = {group for group in set(zip(bounds, uppers, strict=True)) if (group[0] == "between") or group[1]}
    for place, group in enumerate(zip(bounds, uppers, strict=True)) if odd else ():
        if group not in odd:
            continue
        bound, upper = group
        if bound != "between":
            found = f"{upper!r:.100} for the bound {bound!r}"
            yield finding(tables, "observations", place, "upper", found, "nothing, or the bound 'between'")
        elif not upper:
            found = "nothing for the bound 'between'" if has_column else "no such column, and the bound 'between'"
            yield finding(tables, "observations", place, "upper", found, "the higher end of the range")
        elif not is_plain_decimal(upper):
            yield finding(tables, "observations", place, "upper", f"{upper!r:.100}", PLAIN)
        elif is_plain_decimal(values[place]) and Decimal(upper) <= Decimal(values[place]):
            yield finding(tables, "observations", place, "upper", upper, f"more than the value {values[place]}")


@rule("observations")
def printed_figures_hold_no_white_space(tables: Tables) -> Found:
    """A printed figure holds no white space but single spaces beside Latin letters, as in `41.2 million visits`."""
    (texts,) = columns(tables, "observations", "printed")
    forms = plain_forms(tables)
    bare = {form for form in set(forms) if form is not None and form == _tidied(form)}
    for place, form in enumerate(forms) if bare != set(forms) else ():
        if form not in bare and texts[place] != _tidied(texts[place]):
            yield finding(tables, "observations", place, "printed", repr(texts[place]), repr(_tidied(texts[place])))


def _tidied(printed: str) -> str:
    """Return a printed figure without the white space that says nothing."""
    return WIDE_SPACE.sub("", " ".join(printed.split()))


@rule("observations", "indicators", "units", "sources")
def printed_units_match_the_indicator(tables: Tables) -> Found:
    """The unit printed is the indicator's or its numerator; a measure word counts what the definition names first.

    A number alone counts that too: 12 of 12 interchanges. A figure of another publication may be the number alone.
    """
    definitions = unit_definitions(tables.descriptor)
    expressions = {row["id"]: row["expression"] for row in tables["units"].rows}
    indicators = {row["id"]: row for row in tables["indicators"].rows}
    kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
    nouns = _nouns(expressions)
    agrees: dict[tuple[str, str], bool] = {}  # a word of an indicator is looked at once, however often it is printed

    def is_right(id_: str, word: str | None, source: str) -> bool:
        indicator = indicators.get(id_)
        if indicator is None or word is None or indicator["unit"] not in expressions:
            return True  # found by other rules
        if word == "" and kinds.get(source) == "publication":
            return True
        if (id_, word) not in agrees:
            agrees[id_, word] = _is_the_unit(word, indicator, expressions, nouns, definitions)
        return agrees[id_, word]

    texts, ids, sources = columns(tables, "observations", "printed", "indicator", "source")
    forms = plain_forms(tables)
    unproven = {
        (form, id_, source)
        for form, id_, source in set(zip(forms, ids, sources, strict=True))
        if form is None or not is_right(id_, figure_after(form).unit, source)
    }
    for place, group in enumerate(zip(forms, ids, sources, strict=True)) if unproven else ():
        if group not in unproven:
            continue
        _, id_, source = group
        figure = read_or_none(texts[place])
        word = None if figure is None else figure.unit
        if not is_right(id_, word, source):
            found = f"{texts[place]!r} of {id_} in {indicators[id_]['unit']!r}"
            counts = word == "" or word in COUNTING
            expected = "the unit that its definition names first" if counts else f"{word!r} to be that unit"
            yield finding(tables, "observations", place, "printed", found, expected)


def _is_the_unit(
    word: str, indicator: Row, expressions: dict[str, str], nouns: dict[str, str], definitions: tuple[str, ...]
) -> bool:
    """Whether a printed unit word is the unit of an indicator, or what that divides."""
    if word == "" and indicator["measure"] == "index":
        return True
    if word == "" or word in COUNTING:
        return _first_named(indicator["definition"], nouns) == indicator["unit"]
    unit = indicator["unit"]
    return is_unit_or_numerator(word.removeprefix("个"), unit, expressions[unit], definitions) is True


def _nouns(units: Iterable[str]) -> dict[str, str]:
    """The unit that each English noun names, in the singular and plural: `museums` names `museum`.

    A rate is named by its words, `deaths per thousand live births`, and by `deaths` if no other unit is.
    """
    named: dict[str, str] = {}
    rates: dict[str, list[str]] = {}
    for unit in sorted(units, reverse=True):
        noun, *below = unit.replace("_", " ").casefold().split("/")
        forms = (noun, f"{noun}s", f"{noun}es", f"{noun.removesuffix('y')}ies")
        named |= dict.fromkeys((" per ".join((form, *below)) for form in forms), unit)
        for form in forms if below else ():
            rates.setdefault(form, []).append(unit)
    return {form: those[0] for form, those in rates.items() if len(those) == 1} | named


def _first_named(definition: str, nouns: dict[str, str]) -> str | None:
    """The unit that an English definition names first: of a number of museums, `museum`."""
    words = list(WORD.finditer(definition.casefold()))
    for start in range(len(words)):
        named, noun, before = None, "", 0
        for word in words[start : start + LONGEST_NOUN]:
            if noun and word.string[before : word.start()] not in (" ", "-"):
                break
            noun, before = f"{noun} {word[0]}".strip(), word.end()
            named = nouns.get(noun, named)
        if named is not None:
            return named
    return None


@rule("observations")
def values_hold_no_more_digits_than_are_printed(tables: Tables) -> Found:
    """A value has no digit other than zero behind the last printed digit."""
    texts, values = columns(tables, "observations", "printed", "value")
    forms = plain_forms(tables)
    for place, form in enumerate(forms) if None in set(forms) else ():
        if form is None and (figure := read_or_none(texts[place])) is not None:
            value, resolution = values[place], figure.resolution
            if is_plain_decimal(value) and Decimal(value) % resolution:
                expected = f"a multiple of {resolution}, as printed"
                yield finding(tables, "observations", place, "value", value, expected)
