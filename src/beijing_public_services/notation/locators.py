"""Locators, anchors and footnotes of several reports: of the first as they are, of others behind the report's id."""

from __future__ import annotations

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


def report_of(place: str) -> str:
    """Return the id of the report that a locator, anchor or section is of; "" for the first report of a package.

    >>> report_of("bulletin/s2.1.p3"), report_of("s2.1.p3")
    ('bulletin', '')
    """
    return place.partition("/")[0] if "/" in place else ""


def in_report(report: str, place: str) -> str:
    """Return a locator, anchor or section of a report as the package writes it.

    >>> in_report("bulletin", "s2.1.p3"), in_report("", "s2.1.p3")
    ('bulletin/s2.1.p3', 's2.1.p3')
    """
    return f"{report}/{place}" if report else place


def section_of_heading(anchor: str) -> str:
    """Return the section on whose heading an anchor is.

    >>> section_of_heading("bulletin/s2.1"), section_of_heading("s2.1")
    ('bulletin/2.1', '2.1')
    """
    report, place = report_of(anchor), anchor.rpartition("/")[2]
    return in_report(report, place.removeprefix("s"))


def footnote_of(report: str, marker: str) -> str:
    """Return the id of a footnote of a report, given its marker.

    >>> footnote_of("bulletin", "n01"), footnote_of("", "n01")
    ('bulletin_n01', 'n01')
    """
    return f"{report}_{marker}" if report else marker


def report_of_footnote(id: str) -> str:
    """Return the id of the report that a footnote is of, given its own id; "" for the first report.

    >>> report_of_footnote("bulletin_n01"), report_of_footnote("n01")
    ('bulletin', '')
    """
    report, _, number = id.rpartition("_n")
    return report if number.isdecimal() else ""


def reports_of(sources: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Map the id of each source of the kind `report` to the name of it in locators, which is "" for the first.

    >>> reports_of([{"id": "report", "kind": "report"}, {"id": "bulletin", "kind": "report"}])
    {'report': '', 'bulletin': 'bulletin'}
    """
    ids = [row["id"] for row in sources if row.get("kind") == "report"]
    return {id: id if place else "" for place, id in enumerate(ids)}
