"""What the figures of a table are of: each by the labels of its row and its column."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.claim import find_claims
from beijing_public_services.verification.attribution import Attribution, Passed
from beijing_public_services.verification.subject import Subject
from beijing_public_services.verification.tokens import tokens_of

if TYPE_CHECKING:
    from typing import Any

    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.context import Context, When
    from beijing_public_services.verification.passage_report import PassageReason
    from beijing_public_services.verification.tables import Cell, Table
    from beijing_public_services.verification.tokens import Token

UNIT = re.compile(r"\s*(?:[(（\[]([^()（）\[\]]{1,24})[)）\]]|[,，]\s*([^\s,，]{1,12}))\s*$")
UNIT_HEADING = re.compile(r"\s*(?:计量)?单位\s*|\s*units?\s*", re.IGNORECASE)
HEADING = re.compile(
    r"\s*(?:指标|项目|名称|类别|内容|领域|城市|地区|地方|区域|污染物|indicators?|items?|measures?|names?|cit(?:y|ies)|areas?|places?|pollutants?|"
    r"数值|数据|结果|实际|实际值|完成值|完成情况|本年|值|values?|figures?|results?|actual|published|reported|index|metric|)\s*",
    re.IGNORECASE,
)
LONGEST = 60  # characters of a cell


class Label(Record):
    """What the label of a row or a column says."""

    subject: Subject | None = None
    area: str = ""
    when: When | None = None
    category: str = ""
    is_change: bool = False
    base: str = ""
    unit: str = ""
    reason: PassageReason | None = None
    is_unit: bool = False


def read_table(
    table: Table, text: str, folded: str, special: dict[int, Token], context: Context
) -> list[Attribution | Passed]:
    """Return the attribution of each figure of a table; `special` are its names, places and times by their start."""
    reader = _TableReader(table, text, folded, special, context)
    return reader.read()


class _TableReader:
    def __init__(self, table: Table, text: str, folded: str, special: dict[int, Token], context: Context) -> None:
        self.table, self.text, self.folded = table, text, folded
        self.special, self.context = special, context

    def read(self) -> list[Attribution | Passed]:
        rows = self.table.rows
        labels = [self._label(cell) for cell in rows[0]]
        has_head = not any(self._figure(cell, "") for cell in rows[0][1:]) or all(
            label.when or label.area or label.is_unit for label in labels[1:]
        )
        heads = labels if has_head else [Label()] * len(rows[0])
        if has_head and len(rows) > 1 and len(rows[1]) == len(heads) + 1:
            heads = [Label(), *heads]  # the corner is empty
        found: list[Attribution | Passed] = []
        for row in rows[1:] if has_head else rows:
            label = self._label(row[0])
            unit = next(
                (self.text[cell.start : cell.end] for cell, head in zip(row, heads, strict=False) if head.is_unit), ""
            )
            for cell, head in list(zip(row, [*heads, *[Label(reason="unclear")] * len(row)], strict=False))[1:]:
                if head.is_unit:
                    continue
                claim = self._figure(cell, head.unit or label.unit or unit)
                if claim is not None:
                    found.append(self._attributed(claim, label, head))
        return found

    def _label(self, cell: Cell) -> Label:
        """Return what a cell says as a label."""
        written = self.text[cell.start : min(cell.end, cell.start + LONGEST)]
        if UNIT_HEADING.fullmatch(written):
            return Label(is_unit=True)
        unit = UNIT.search(written)
        end = cell.start + (unit.start() if unit and self._is_unit(unit[1] or unit[2]) else len(written))
        if HEADING.fullmatch(self.text[cell.start : end]):
            return Label(unit=(unit[1] or unit[2]) if unit else "")
        here = [self.special[at] for at in range(cell.start, end) if at in self.special]
        tokens = tokens_of(
            self.folded, cell.start, end, [token for token in here if token.end <= end and not token.figure]
        )
        values: dict[str, Any] = {"unit": (unit[1] or unit[2]) if unit and end < cell.start + len(written) else ""}
        for token in tokens:
            if token.name:
                values["subject"] = Subject(text=token.name.text, ids=token.name.ids, at=token.start)
                values["category"] = token.category or values.get("category", "")
            elif token.place:
                values["area"] = self.context.resolve_place(token.place.area)
            elif token.time and token.time.kind in ("when", "whole"):
                values["when"] = self.context.resolve_time(token.time)
            elif token.category:
                values["category"] = token.category
            elif token.role in ("yoy", "growth", "rise", "improve"):
                values["is_change"] = True
                values["base"] = "yoy" if token.role == "yoy" else ""
            elif token.role == "mom" or token.time:
                values["reason"] = "time"
            elif token.role in ("plan", "standard", "not_asserted"):
                values["reason"] = token.role
            elif token.role in (
                "unknown",
                "fall",
                "growth_fall",
                "than",
                "per",
                "real",
                "share",
                "rank",
                "subset",
                "denial",
            ):
                values["reason"] = "unclear"
        return Label(**values)

    def _is_unit(self, written: str) -> bool:
        """Return whether some text is a unit: a figure with it is read with one, or with more than its number."""
        claims = find_claims(f"1.5 {written}") or find_claims(f"15{written}")
        return len(claims) == 1 and (bool(claims[0].unit) or len(claims[0].text) > 3)

    def _figure(self, cell: Cell, unit: str) -> Claim | None:
        """Return the one figure of a cell, in the unit of its labels where it has none."""
        written = self.text[cell.start : cell.end]
        if not written or len(written) > LONGEST or not any(letter.isdigit() for letter in written):
            return None
        claims = find_claims(written)
        if len(claims) <= 1 and unit and not (claims and claims[0].unit):
            joined = f"{written}{unit}" if unit[0] > "⺀" else f"{written} {unit}"
            claims = find_claims(joined) or claims
        if len(claims) != 1:
            return None
        claim = claims[0]
        end = min(claim.end, len(written))
        return claim.__replace__(start=cell.start + claim.start, end=cell.start + end, text=written[claim.start : end])

    def _attributed(self, claim: Claim, row: Label, column: Label) -> Attribution | Passed:
        subject = row.subject or column.subject
        reason = row.reason or column.reason
        if subject is None or reason or (row.subject and column.subject):
            return Passed(found=claim, reason=reason or "no_name")
        area = row.area or column.area or self.context.carried_place()
        return Attribution(
            found=claim,
            subject=subject,
            motion="",
            is_change=row.is_change or column.is_change,
            place=area,
            wide_place=area,
            when=row.when or column.when or self.context.carried_time(),
            base=row.base or column.base,
            category=row.category or column.category,
        )
