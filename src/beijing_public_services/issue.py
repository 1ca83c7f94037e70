"""A finding as a value: where it is, which rule found it, what was found and what was expected."""

from __future__ import annotations

from beijing_public_services._record import Record


class Issue(Record):
    """One finding of a check.

    `row` counts as an editor does, the header being row 1; it and `column` are None outside a cell.
    Issues order by file, row, column, rule and message.
    """

    file: str
    row: int | None
    column: str | None
    rule: str
    message: str

    def __str__(self) -> str:
        place = self.file + (f":{self.row}" if self.row else "") + (f" {self.column}" if self.column else "")
        return f"{place}: {self.message} [{self.rule}]"

    def __lt__(self, other: Issue) -> bool:
        return self._order() < other._order()

    def _order(self) -> tuple[str, int, str, str, str]:
        return self.file, self.row or 0, self.column or "", self.rule, self.message
