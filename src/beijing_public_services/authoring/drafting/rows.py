"""Proposing rows for the figures of a report, and a role for each numeral that is no figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.authoring.drafting.areas import area_of
from beijing_public_services.authoring.drafting.assign import assign, wanted_of
from beijing_public_services.authoring.drafting.bases import base_of
from beijing_public_services.authoring.drafting.carried_bases import carry_bases
from beijing_public_services.authoring.drafting.composed_units import composed_unit
from beijing_public_services.authoring.drafting.english_names import tidied
from beijing_public_services.authoring.drafting.figure import definitions_for
from beijing_public_services.authoring.drafting.figures import draft_figures
from beijing_public_services.authoring.drafting.indicators import ENOUGH, confidence_of
from beijing_public_services.authoring.drafting.names import measure_of, name_of
from beijing_public_services.authoring.drafting.numerals import roles_of
from beijing_public_services.authoring.drafting.periods import period_of
from beijing_public_services.authoring.drafting.rates import is_unread_rate, rate_unit
from beijing_public_services.authoring.drafting.setting import Setting
from beijing_public_services.authoring.drafting.table_rows import propose_cells
from beijing_public_services.authoring.drafting.table_text import is_row
from beijing_public_services.authoring.drafting.timing import timing_of
from beijing_public_services.authoring.drafting.units import unit_of
from beijing_public_services.notation.locators import in_report, report_of
from beijing_public_services.notation.printed import read_or_none

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from beijing_public_services.authoring.drafting.assign import Wanted
    from beijing_public_services.authoring.drafting.english_names import DraftName
    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.indicators import Match
    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.datapackage.tables import Row

COLUMNS = (
    "locator", "ordinal", "printed", "value", "bound", "unit", "measure", "period", "area", "category", "base_kind",
    "base_period", "status", "source", "indicator", "confidence", "why",
)  # fmt: skip
UPPER = "upper"  # a column more, if a row is a range
SEQUENTIAL = {"previous_month": "monthly growth of ", "previous_quarter": "quarterly growth of "}
NEW = "?"  # before the name of an indicator that is proposed and that the package does not have


class Proposal(Record):
    """What a paragraph gives: rows of `COLUMNS`, and the row of each numeral with its role.

    `ends` are the indicators whose figures are stated for the end of a year.
    """

    rows: tuple[Row, ...]
    roles: tuple[Row, ...]
    ends: frozenset[str]


def propose(paragraph: Paragraph, setting: Setting, caption: str = "") -> Proposal:
    """Return the rows and roles that a paragraph gives; `caption` is the paragraph before the table it is a row of."""
    if is_row(paragraph.text):
        return _of_table(paragraph, setting, caption)
    figures, excluded = draft_figures(paragraph, definitions_for(setting.definitions))
    kept = [figure for figure in figures if not figure.is_unrecorded]
    roles = roles_of(paragraph, figures, excluded)
    wanted = wanted_of(paragraph, kept, setting.vocabulary, setting.areas)
    chosen = assign(paragraph, kept, wanted)
    rows = [_row(paragraph, kept, each, chosen[number], setting) for number, each in enumerate(wanted)]
    for row, each in zip(rows, wanted, strict=True):
        if not any(each.name in (area["id"], area["name_zh"], area["name_en"]) for area in setting.areas.rows):
            _name_category(row, each, rows, wanted)
    carry_bases(paragraph, kept, [each.place for each in wanted], rows, setting.convention)
    ends = [
        row["indicator"]
        for row, each in zip(rows, wanted, strict=True)
        if period_of(paragraph, kept[each.place].start, kept[each.place].end, setting.period).at_end
    ]
    return Proposal(rows=tuple(rows), roles=tuple(roles), ends=frozenset(ends))


def _of_table(paragraph: Paragraph, setting: Setting, caption: str) -> Proposal:
    rows, roles = propose_cells(paragraph, setting, caption)
    for row in rows:
        row["source"] = _source(paragraph, int(row["ordinal"]), setting)
    return Proposal(rows=tuple(rows), roles=tuple(roles), ends=frozenset())


def _row(
    paragraph: Paragraph, figures: Sequence[DraftFigure], wanted: Wanted, candidates: Sequence[Match], setting: Setting
) -> Row:
    figure = figures[wanted.place]
    best = candidates[0] if candidates and candidates[0].score >= ENOUGH else None
    known = next((each.row for each in setting.vocabulary.known if best and each.row["id"] == best.id), None)
    measure = known["measure"] if known else measure_of(paragraph, figure)
    is_multiple = figure.unit == "times" and measure == "level"
    name = name_of(paragraph, figures, wanted.place, "multiple" if is_multiple else measure)
    unit = known["unit"] if known else _new_unit(paragraph, figure, wanted, name, measure, setting)
    timing = timing_of(paragraph, figures, wanted.place, known["timing"] if known else "", setting.horizon)
    place = area_of(paragraph, figure.start, setting.areas)
    category, listed_area = _category(wanted, setting)
    area = listed_area or (wanted.name if wanted.name in setting.areas.ids else place.id)
    base = base_of(paragraph, figure, measure, timing.period, setting.areas.home_name)
    indicator = known["id"] if known else _new_indicator(paragraph, wanted, name.name, measure, base.kind)
    missing = {
        "unit": "" if unit else f"no unit of the package is {figure.word or 'what the figure counts'}",
        "indicator": "" if known else "none of the package fits" if indicator else name.why,
        "period": timing.why,
        "base_kind": base.why,
        "area": "" if area else place.why,
    }
    return {
        "locator": paragraph.locator,
        "ordinal": str(figure.ordinals[0]) if figure.ordinals else "",
        "printed": figure.printed,
        "value": figure.value,
        "bound": figure.bound,
        "unit": unit,
        "measure": measure,
        "period": timing.period,
        "area": area,
        "category": category,
        "base_kind": base.kind,
        "base_period": base.period,
        "status": timing.status,
        "source": _source(paragraph, figure.ordinals[-1] if figure.ordinals else 0, setting),
        "indicator": indicator,
        "confidence": confidence_of(candidates, bool(figure.value and figure.ordinals) and not figure.is_weak),
        "why": _reasons(figure, missing, best, candidates),
        **_upper_end(figure),
    }


def _new_unit(
    paragraph: Paragraph, figure: DraftFigure, wanted: Wanted, name: DraftName, measure: str, setting: Setting
) -> str:
    """Return the unit of a figure of an indicator that the package does not have."""
    if measure in ("level", "index") and (rate := rate_unit(paragraph, figure, name.subject)):
        return composed_unit(rate)
    if measure == "level" and is_unread_rate(paragraph, figure):
        return ""
    subject = name.subject if paragraph.is_chinese or not wanted.name else tidied(wanted.name)
    return unit_of(figure, measure, subject, setting.units, setting.definitions)


def _new_indicator(paragraph: Paragraph, wanted: Wanted, printed: str, measure: str, base_kind: str) -> str:
    """Return the name of an indicator that the package does not have, "" if the text names none."""
    if wanted.name and wanted.listed and measure == "level":
        printed = f"{wanted.name}{printed}" if paragraph.is_chinese else tidied(wanted.name)
    if base_kind == "fixed_year":
        printed = re.sub("增长率$", "较基期变化率", printed)
    elif base_kind in SEQUENTIAL:
        printed = re.sub("(?<!环比)增长率$", "环比增长率", re.sub("^growth of ", SEQUENTIAL[base_kind], printed))
    return f"{NEW}{printed.strip()}" if printed.strip() else ""


def _reasons(figure: DraftFigure, missing: Mapping[str, str], best: Match | None, candidates: Sequence[Match]) -> str:
    """Return what is not known of a row, by column, and which other indicators may be meant."""
    others = [match.id for match in candidates[1:3] if best and match.score > 0.7 * best.score]
    reasons = [
        figure.why,
        *(f"{column}: {why}" for column, why in missing.items() if why),
        "" if figure.ordinals else "ordinal: written in words, which are no numerals of a package",
        "printed: may be no figure" if figure.is_weak else "",
        f"indicator: or {' or '.join(others)}" if others else "",
    ]
    return "; ".join(filter(None, reasons))


def columns_of(rows: Iterable[Row]) -> tuple[str, ...]:
    """Return the columns of a draft with these rows: `upper` stands behind the others, if a row is a range."""
    has_ranges = any(row["bound"] == "between" or row.get(UPPER) for row in rows)
    return (*COLUMNS, UPPER) if has_ranges else COLUMNS


def _upper_end(figure: DraftFigure) -> Row:
    """Return the cell of a range that has its higher end."""
    read = read_or_none(figure.printed) if figure.value and figure.bound == "between" else None
    return {UPPER: f"{read.highest:f}"} if read else {}


def _category(wanted: Wanted, setting: Setting) -> tuple[str, str]:
    """Return the category and the area that a listed name is: its id, or the name if no row has it."""
    name = wanted.name.strip()
    if not name or wanted.listed is None:
        return "", ""
    area = next((row["id"] for row in setting.areas.rows if name in (row["name_zh"], row["name_en"])), "")
    if area:
        return "", area
    found = next((row["id"] for row in setting.categories if name in (row["name_zh"], row["name_en"])), "")
    return found, ""


def _name_category(row: Row, own: Wanted, rows: Sequence[Row], wanted: Sequence[Wanted]) -> None:
    """Name the category of a figure of a list whose figures are of one indicator, if the package does not have it."""
    if own.listed is None or row["category"] or row["area"] == own.name or not row["indicator"]:
        return
    same = [
        other["indicator"]
        for other, each in zip(rows, wanted, strict=True)
        if each.listed and each.listed.start == own.listed.start
    ]
    if len(same) > 1 and len(set(same)) == 1 and own.name not in row["indicator"]:
        row["category"] = own.name
        row["why"] = "; ".join(filter(None, (row["why"], f"category: no category is named {own.name}")))


def _source(paragraph: Paragraph, last: int, setting: Setting) -> str:
    """Return the footnote that covers a figure: the next marker in its paragraph, else that on its heading."""
    placed = [(anchor.partition("#"), marker) for marker, anchor in setting.anchors.items()]
    here = [(int(at), marker) for (locator, _, at), marker in placed if locator == paragraph.locator and at]
    after = [marker for at, marker in sorted(here) if at >= last]
    heads = in_report(report_of(paragraph.locator), f"s{paragraph.section}")
    heading = [marker for (locator, _, at), marker in placed if not at and locator == heads]
    return (after or heading or [setting.report])[0]
