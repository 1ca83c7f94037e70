"""Proposing rows for the cells of a table: stub and head of the column name a figure, its unit and its period."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.bases import DraftBase
from beijing_public_services.authoring.drafting.figure import definitions_for
from beijing_public_services.authoring.drafting.financial_years import find_years, year_of
from beijing_public_services.authoring.drafting.forms import figure_at
from beijing_public_services.authoring.drafting.indicators import ENOUGH, confidence_of, features, matches
from beijing_public_services.authoring.drafting.periods import is_period, joined
from beijing_public_services.authoring.drafting.table_text import unread_scale
from beijing_public_services.authoring.drafting.units import unit_of
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.setting import Setting
    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.datapackage.tables import Row

YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
DATED = re.compile(r"(?:19|20)[0-9]{2}(?:\s?[/–-]\s?[0-9]{2,4})?年?度?(?:末|底)?")
CHANGE = re.compile(r"chang|growth|increase|decrease|增长|增速|增减|同比|变化|涨幅|比上年|较上年", re.IGNORECASE)
FROM_LAST_YEAR = re.compile(r"同比|[比较]上年|on[\s-]year|annual", re.IGNORECASE)
SHARE = re.compile(r"占比|比重|share|proportion|% of", re.IGNORECASE)
BARE = re.compile(r"[-−–+]?\s?[0-9.,]+")
LABELLED = re.compile(r"^\s*(?:附?表|Table)\s?[0-9A-Z]+(?:[.-][0-9]+)*[.:：]?\s?", re.IGNORECASE)
BRACKETED = re.compile(r"[（(][^（）()]*[）)]")
LONGEST_TITLE = 60
PLACE = re.compile("[一-鿿]{2,6}(?:区|县|市|省|州|盟|镇)")
WEIGHTS = {"stub": 1.0, "label": 0.9, "caption": 0.4, "heading": 0.2}


class Cell(Record):
    """A cell of a row: the head of its column, where that and its figure stand, and the figure."""

    label: str
    start: int
    figure: DraftFigure


def propose_cells(paragraph: Paragraph, setting: Setting, caption: str) -> tuple[list[Row], list[Row]]:
    """Return the rows that a row of a table gives, without a source, and the row of each of its numerals.

    Args:
        paragraph: the row, as `table_text` writes it.
        setting: what it is drafted against.
        caption: the paragraph before the table.
    """
    stub, labels, cells = _cells(paragraph, definitions_for(setting.definitions))
    years = sorted({found[0] for label in labels for found in YEAR.finditer(label)})
    rows = [_row(paragraph, stub, cell, years, setting, caption) for cell in cells]
    values = {ordinal for cell in cells for ordinal in cell.figure.ordinals}
    return rows, [_role(paragraph, place, values) for place in range(len(paragraph.numerals))]


def _cells(paragraph: Paragraph, definitions: tuple[str, ...]) -> tuple[str, list[str], list[Cell]]:
    """Return the stub of a row, the heads of its columns, and its cells that have a figure."""
    text = paragraph.text
    bars = [found.start() for found in re.finditer(r"\|", text)]
    spans = list(pairwise(bars))
    stub = text[spans[0][0] + 1 : spans[0][1]].strip() if spans else ""
    cells, labels = [], []
    for first, last in spans[1:]:
        label, colon, _ = text[first + 1 : last].rpartition(":")
        labels.append(label)
        start = first + 1 + len(label) + len(colon)
        start += len(text[start:last]) - len(text[start:last].lstrip())
        end = first + 1 + len(text[first + 1 : last].rstrip())
        inside = [each for each in paragraph.numerals if start <= each.start < end]
        figure = figure_at(paragraph, start, end, inside, definitions) if inside else None
        if figure:
            cells.append(Cell(label=label.strip(), start=start, figure=figure))
    return stub, labels, cells


def _row(paragraph: Paragraph, stub: str, cell: Cell, years: list[str], setting: Setting, caption: str) -> Row:
    figure = cell.figure
    is_change = CHANGE.search(cell.label) is not None
    figure = figure.__replace__(direction="rise" if is_change else "")
    if BARE.fullmatch(figure.printed) and unread_scale(cell.label, caption):
        figure = figure.__replace__(value="", bound="", why="the table names a scale that cannot be read")
    period, why = _period((cell.label, stub), years if is_change else [], caption, setting.period)
    area, name = _place(stub, setting)
    name, label = DATED.sub("", name).strip(), CHANGE_WORDS.sub("", DATED.sub("", cell.label)).strip(" ,，()（）")
    subject = _joined(name, label, paragraph.is_chinese) or _titled(caption)
    measure = _measure(figure, is_change, cell.label)
    context = {feature: WEIGHTS["heading"] for feature, _ in features(paragraph.heading)}
    context |= {feature: WEIGHTS["caption"] for feature, _ in features(caption)}
    context |= {feature: WEIGHTS["label"] for feature, _ in features(cell.label)}
    context |= {feature: WEIGHTS["stub"] for feature, _ in features(stub)}
    found = [match for match in matches(figure, context, setting.vocabulary) if match.score >= ENOUGH]
    known = next((each for each in setting.vocabulary.known if found and each.row["id"] == found[0].id), None)
    unit = known.row["unit"] if known else unit_of(figure, measure, subject, setting.units, setting.definitions)
    if not (unit or figure.why):  # the title says what is counted: Property offences
        unit = unit_of(figure, measure, _titled(caption), setting.units, setting.definitions)
    base = _base(cell.label, measure, period, years)
    if known:
        measure = known.row["measure"]
    printed = _name(subject, measure, paragraph.is_chinese)
    reasons = [] if known else [f"indicator: {'none of the package fits' if printed else 'the table names none'}"]
    reasons += [figure.why] if figure.why else []
    reasons += [] if unit else ["unit: neither the cell nor the head of its column says it"]
    reasons += [f"{column}: {text}" for column, text in (("period", why), ("base_kind", base.why)) if text]
    reasons += [] if area else ["area: the package does not say which area the report is about"]
    return {
        "locator": paragraph.locator,
        "ordinal": str(figure.ordinals[0]),
        "printed": figure.printed,
        "value": figure.value,
        "bound": figure.bound,
        "unit": unit,
        "measure": measure,
        "period": period,
        "area": area,
        "category": "",
        "base_kind": base.kind,
        "base_period": base.period,
        "status": "actual",
        "source": "",
        "indicator": known.row["id"] if known else f"?{printed}" if printed else "",
        "confidence": confidence_of(found, is_whole=bool(figure.value)),
        "why": "; ".join(reasons),
    }


CHANGE_WORDS = re.compile(
    r"\b(?:(?:%|per\s?cent|annual|year[\s-]on[\s-]year)\s)?(?:change|growth|increase|decrease)\b"
    r"|(?:同比|[比较]上年)?(?:增长率?|增速|增减|变化|涨幅)?(?:同比|[比较]上年)?$",
    re.IGNORECASE,
)


def _measure(figure: DraftFigure, is_change: bool, label: str) -> str:
    is_percent = figure.unit in ("percent", "permille")
    if figure.unit == "percentage_point" or (is_change and not is_percent):
        return "difference"
    if is_percent:
        return "growth" if is_change else "share" if SHARE.search(label) else "rate"
    return "rank" if figure.unit == "rank" else "level"


def _joined(stub: str, label: str, is_chinese: bool) -> str:
    """Return the name of what a cell is of, by its stub and the head of its column."""
    if not (stub and label):
        return stub or label
    return f"{stub}{label}" if is_chinese else f"{stub}, {label[:1].lower()}{label[1:]}"


def _titled(caption: str) -> str:
    """Return what the caption of a table names, without its number, its unit and its years; "" for a long one."""
    text = DATED.sub("", LABELLED.sub("", BRACKETED.sub("", caption)))
    text = re.sub(r"[\s,，.。:：—–-]+(?:(?:and|to|in)\b[\s,]*)*\Z", "", text.strip(" ,，:：—–-"))
    return text if len(text) <= LONGEST_TITLE else ""


def _name(subject: str, measure: str, is_chinese: bool) -> str:
    if not subject:
        return ""
    if measure == "growth":
        return f"{subject}增长率" if is_chinese else f"growth of {subject}"
    if measure == "difference":
        return f"{subject}变化" if is_chinese else f"change of {subject}"
    return subject


def _place(stub: str, setting: Setting) -> tuple[str, str]:
    """Return the area that a stub names, or else that of the report, and what the stub names besides."""
    known = next((row["id"] for row in setting.areas.rows if stub and stub in (row["name_zh"], row["name_en"])), "")
    if known:
        return known, ""
    home = setting.areas.home or (f"?{setting.areas.city}" if setting.areas.city else "")
    if stub == setting.areas.home_name and stub:
        return home, ""
    return (f"?{stub}", "") if PLACE.fullmatch(stub) else (home, stub)


def _period(texts: tuple[str, ...], years: list[str], caption: str, default: str) -> tuple[str, str]:
    """Return the period of a cell: that of its head or stub, the later of the years compared, or the report."""
    for text in texts:
        if found := next(_periods_in(text, default), None):
            return found
    if years:
        return years[-1], ""
    titled = {*_periods_in(caption, default)}
    if len(titled) == 1:
        return titled.pop()
    return (default, "") if is_period(default) else ("", "neither the table nor the report names it")


def _periods_in(text: str, default: str) -> Iterator[tuple[str, str]]:
    for start, end, first in find_years(fold(text)):
        period = year_of(first, default)
        yield period, "" if period else f"{text[start:end]}: the report does not say which months it has"
    for time in find_times(fold(text)):
        if time.year and time.kind in ("when", "published"):
            yield joined(time.year, time.part), ""
    yield from ((year, "") for year in YEAR.findall(text))


def _base(label: str, measure: str, period: str, years: list[str]) -> DraftBase:
    """Return what a change or a share in a table is relative to."""
    if measure == "share":
        return DraftBase(kind="total", period="")
    if measure == "rank":
        return DraftBase(kind="", period="", why="the table does not say among whom it ranks")
    if measure not in ("growth", "difference"):
        return DraftBase(kind="", period="")
    earlier = years[0] if len(years) == 2 else ""
    if FROM_LAST_YEAR.search(label) or (earlier and period[:4].isdecimal() and int(period[:4]) - 1 == int(earlier)):
        before = f"{int(period[:4]) - 1}{period[4:]}" if period[:4].isdecimal() and len(period) in (4, 7) else ""
        return DraftBase(kind="previous_year", period=before)
    return DraftBase(kind="fixed_year", period=earlier) if earlier else DraftBase(kind="unstated", period="")


def _role(paragraph: Paragraph, place: int, values: set[int]) -> Row:
    """Return the row of a numeral of a table with its role."""
    numeral = paragraph.numerals[place]
    if numeral.ordinal in values:
        role, why = "value", ""
    elif YEAR.fullmatch(numeral.token) or re.match(r"\s?[年月日季]", paragraph.text[numeral.end :]):
        role, why = "date", ""
    else:
        role, why = "name", "part of the stub or of the head of a column"
    return {
        "locator": paragraph.locator,
        "ordinal": str(numeral.ordinal),
        "token": numeral.token,
        "role": role,
        "reason": why,
    }
