"""The one vocabulary of columns: what each column of the wide table is called, holds and means, in every format."""

from __future__ import annotations

from beijing_public_services.exports.sheet import Column, Kind

NAME = "figures"
MEANINGS: dict[str, tuple[Kind, str]] = {
    "id": ("text", "Identifier of the observation; it never changes its meaning."),
    "indicator": ("label", "Identifier of what is measured."),
    "indicator_zh": ("label", "Chinese name of the indicator."),
    "indicator_en": ("label", "English name of the indicator."),
    "definition": ("label", "What is counted or measured."),
    "measure": ("label", "Kind of measure: level, share, rate, growth, difference, rank, streak, span or index."),
    "parent": ("label", "Indicator that this one is a growth, share, part, rank, streak or span of."),
    "timing": ("label", "Whether the value holds during the period, at its end, or as of a stated day."),
    "domain": ("label", "Identifier of the service area."),
    "domain_zh": ("label", "Chinese name of the service area."),
    "domain_en": ("label", "English name of the service area."),
    "topic": ("label", "Identifier of the topic within the service area."),
    "topic_zh": ("label", "Chinese name of the topic."),
    "topic_en": ("label", "English name of the topic."),
    "area": ("label", "Identifier of the place; its ISO 3166 code where it has one."),
    "area_zh": ("label", "Chinese name of the place."),
    "area_en": ("label", "English name of the place."),
    "period": ("label", "A year, quarter, month or day, or a range of them; `..` stands for an end that is not given."),
    "period_start": ("date", "First day of the period; empty if it is not given."),
    "period_end": ("date", "Last day of the period; empty if it is not given."),
    "year": ("whole", "Calendar year that the period lies in; empty if it lies in several or is open."),
    "frequency": ("label", "Kind of period: year, quarter, month, day, span or undated."),
    "is_break": ("flag", "Whether the figure is the first on a new basis, so that earlier ones do not compare."),
    "break_note": ("text", "What changed with it."),
    "dimension": ("label", "Breakdown that the figure belongs to; empty for the whole."),
    "category": ("label", "Identifier of the item of the breakdown; empty for the whole."),
    "category_zh": ("label", "Chinese name of the item."),
    "category_en": ("label", "English name of the item."),
    "value": (
        "number",
        "The figure in its unit, with scale words written out and declines negative; read `bound` with it.",
    ),
    "value_digits": ("text", "The same as a plain decimal, with the digits that the data package gives."),
    "unit": ("label", "Identifier of the unit of value, lower and upper."),
    "unit_ucum": ("label", "UCUM code of the unit; an annotation for what UCUM lacks."),
    "unit_symbol": ("label", "Symbol of the unit."),
    "unit_zh": ("label", "Chinese name of the unit."),
    "unit_en": ("label", "English name of the unit."),
    "bound": ("label", "How the value limits the truth: exact, gt, ge, lt, le, nearly, about, some_over or between."),
    "lower": ("number", "The least that the printed figure allows; empty if there is no lower bound."),
    "upper": ("number", "The most that the printed figure allows; empty if there is no upper bound."),
    "lower_closed": ("flag", "Whether the least is itself possible."),
    "upper_closed": ("flag", "Whether the most is itself possible."),
    "interval": (
        "text",
        "Both ends in exact decimals, with a square bracket at a closed end; empty if it cannot be read.",
    ),
    "status": ("label", "Whether the figure is actual or a target."),
    "base_kind": ("label", "What a growth, share, rank, difference or later value is relative to."),
    "base_period": ("label", "The period of that base."),
    "base_area": ("label", "The place of that base."),
    "price_basis": ("label", "Whether a growth in money is nominal or real; not_stated if the source does not say."),
    "printed": ("text", "The figure as the source prints it."),
    "locator": ("label", "The paragraph of the report that prints it; empty for a figure of another publication."),
    "mentions": ("text", "Every numeral of the report that states it, by paragraph and ordinal, separated by spaces."),
    "report": ("label", "Identifier of the report that prints it; empty for a figure of another publication."),
    "superseded": ("flag", "Whether a later report of the package prints the figure anew."),
    "source": ("label", "Identifier of the source that the figure rests on."),
    "source_kind": ("label", "Whether that is the report, a footnote of it, or another publication."),
    "source_title": ("label", "Title of the source."),
    "source_publisher": ("label", "Who published the source."),
    "source_published": (
        "label",
        "When the source was published: the day, or the month or year if no more is printed.",
    ),
    "source_url": ("label", "Address of the source."),
    "source_grade": ("label", "A: the official publisher, B: established media, C: secondary literature."),
    "source_seen_as": ("label", "Whether another publication was seen itself (original) or only in a copy elsewhere."),
    "disputed": ("flag", "Whether another publication, seen at its own address, speaks against the figure."),
    "disputed_by": ("text", "Identifiers of the sources that do, separated by spaces."),
    "disputed_printed": ("text", "What each of these prints instead, in the same order, separated by semicolons."),
    "questioned": ("flag", "Whether a publication that was seen only in a copy speaks against the figure."),
    "questioned_by": ("text", "Identifiers of the sources that do, separated by spaces."),
    "questioned_printed": ("text", "What each of these prints instead, in the same order, separated by semicolons."),
    "note": ("text", "Remarks."),
    "data_package": ("label", "Name of the data package."),
    "data_version": ("label", "Version of the data package."),
}
FILLED = frozenset(
    ("value", "is_break", "superseded", "disputed", "questioned")
)  # numbers and flags that every figure has
COLUMNS = tuple(
    Column(name=name, kind=kind, meaning=meaning, filled=name in FILLED) for name, (kind, meaning) in MEANINGS.items()
)
FORMER = {"name_zh": "indicator_zh", "name_en": "indicator_en"}  # in frames only, under the names of earlier releases
KINDS: dict[Kind, str] = {
    "text": "text",
    "label": "text",
    "number": "number",
    "whole": "whole number",
    "flag": "true or false",
    "date": "day",
}
