"""The identifiers of observations, identities and anomalies: functions of their own row, which no other row changes."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.notation.locators import report_of

if TYPE_CHECKING:
    from collections.abc import Mapping


def identity_id(row: Mapping[str, str]) -> str:
    """The kind of an identity and the observations that it relates, apart by spaces.

    >>> identity_id({"kind": "subset", "result": "", "left": "d.part:CN-BJ:2024", "right": "d.whole:CN-BJ:2024"})
    'subset d.part:CN-BJ:2024 d.whole:CN-BJ:2024'
    """
    return " ".join(filter(None, (row["kind"], row["result"], row["left"], row["right"])))


def anomaly_id(row: Mapping[str, str]) -> str:
    """The kind of an anomaly and the observation or paragraph that it is about, apart by a space.

    >>> anomaly_id({"kind": "footnote_date", "observation": "", "locator": "s3.3.p2"})
    'footnote_date s3.3.p2'
    """
    return f"{row['kind']} {row['observation'] or row['locator']}"


def observation_id(row: Mapping[str, str], source_kind: str) -> str:
    """Indicator, area and period, joined by colons, then what else tells a figure from others, where it applies.

    In this order: the category; `vs-` and the base year of a change against a fixed year; the bound unless exact;
    `target`; the publisher: the report that prints it if that is not the first of the package, or the source if it is
    no report and no footnote of one. The slash of a range of periods is written `--`, as ISO 8601 allows.

    >>> row = {"indicator": "d.x", "area": "CN-BJ", "period": "2024-07/2024-08", "category": "", "bound": "gt"}
    >>> row |= {"base_kind": "", "base_period": "", "status": "actual", "source": "n01", "locator": "s1.p1"}
    >>> observation_id(row, "footnote")
    'd.x:CN-BJ:2024-07--2024-08:gt'
    >>> observation_id(row | {"locator": "bulletin/s1.p1"}, "footnote")
    'd.x:CN-BJ:2024-07--2024-08:gt:bulletin'
    """
    parts = [row["indicator"], row["area"], row["period"].replace("/", "--")]
    if row["category"]:
        parts.append(row["category"])
    if row["base_kind"] == "fixed_year":
        parts.append(f"vs-{row['base_period']}")
    if row["bound"] != "exact":
        parts.append(row["bound"])
    if row["status"] == "target":
        parts.append("target")
    if source_kind == "publication":
        parts.append(row["source"])
    elif report := report_of(row["locator"]):
        parts.append(report)
    return ":".join(parts)
