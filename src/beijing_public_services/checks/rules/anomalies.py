"""Rules of meaning: what is odd in the report touches one figure or one paragraph, and is what its kind says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.ordering import in_order
from beijing_public_services.errors import PeriodError
from beijing_public_services.model.row_ids import anomaly_id
from beijing_public_services.notation.periods import read_period

if TYPE_CHECKING:
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Row, Tables

BASES = {"base_unstated": ("growth", "difference"), "percent_or_points": ("growth",)}


@rule("anomalies")
def anomaly_ids_follow_their_row(tables: Tables) -> Found:
    """The id of an anomaly is the one that its own row gives, and each has a description."""
    for number, row in tables["anomalies"].numbered():
        if row["id"] != anomaly_id(row):
            yield Finding("anomalies", number, "id", repr(row["id"]), repr(anomaly_id(row)))
        if not row["what"].strip():
            yield Finding("anomalies", number, "what", "nothing", "a description of what is odd")


@rule("anomalies")
def anomalies_touch_a_figure_or_a_paragraph(tables: Tables) -> Found:
    """An anomaly is about one observation or one paragraph, and not both."""
    for number, row in tables["anomalies"].numbered():
        if bool(row["observation"]) == bool(row["locator"]):
            found = f"{row['observation']!r} and {row['locator']!r}"
            yield Finding("anomalies", number, "locator", found, "an observation or a paragraph")


@rule("anomalies", "observations", "paragraphs", "sources")
def anomalies_concern_the_report(tables: Tables) -> Found:
    """Anomalies are about the report, not about other publications, and stand in the order of its paragraphs."""
    places = {row["locator"]: place for place, row in enumerate(tables["paragraphs"].rows)}
    observations = {row["id"]: row for row in tables["observations"].rows}
    kinds = {row["id"]: row["kind"] for row in tables["sources"].rows}
    order = []
    for number, row in tables["anomalies"].numbered():
        figure = observations.get(row["observation"])
        if figure and kinds.get(figure["source"]) == "publication":
            yield Finding("anomalies", number, "observation", repr(row["observation"]), "a figure of the report")
        order.append(places.get(figure["locator"] if figure else row["locator"], -1))
    yield from in_order(tables, "anomalies", order, "the order of the paragraphs that they are about")


@rule("anomalies", "observations", "sources", "indicators")
def anomaly_kinds_fit_their_figure(tables: Tables) -> Found:
    """The kind of an anomaly fits its figure.

    The footnote of `footnote_older` is dated before the period of the figure ends. A figure of `base_undated` has no
    date. Figures whose base is missing are changes.
    """
    observations = {row["id"]: row for row in tables["observations"].rows}
    published = {row["id"]: row["published"] for row in tables["sources"].rows}
    measures = {row["id"]: row["measure"] for row in tables["indicators"].rows}
    for number, row in tables["anomalies"].numbered():
        figure = observations.get(row["observation"])
        if figure is None:
            continue
        kind, date = row["kind"], published.get(figure["source"], "")
        if kind == "footnote_older" and not _ends_before(date, figure):
            found = f"{figure['source']!r} of {date!r} for {figure['period']!r}"
            yield Finding("anomalies", number, "kind", found, "a footnote dated before the period ends")
        if kind == "base_undated" and figure["period"] != "..":
            yield Finding("anomalies", number, "kind", repr(figure["period"]), "an undated figure")
        if kind in BASES and measures.get(figure["indicator"], "") not in BASES[kind]:
            found = f"{kind!r} for a {measures.get(figure['indicator'])}"
            yield Finding("anomalies", number, "kind", found, "a change")


def _ends_before(date: str, figure: Row) -> bool:
    try:
        return bool(date) and read_period(date).end < read_period(figure["period"]).end
    except PeriodError:
        return False
