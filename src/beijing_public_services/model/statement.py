"""What the report says besides figures, as a frozen value: an instrument, a shortcoming, a priority or an event."""

from __future__ import annotations

from beijing_public_services._record import Record

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services.model.codelists import StatementKind, StatementStatus, Subkind
    from beijing_public_services.model.provenance import Source


class Statement(Record):
    """One thing that the report says besides figures.

    Attributes:
        id: the kind, a dot and an English name.
        kind: `instrument` is what the report names (a plan, regulation, campaign, platform or award), `shortcoming`
            what it says is lacking, `priority` what it says is to be done, `event` what happened.
        subkind: what sort of its kind it is, such as `plan` or `opening`.
        domain: the id of the domain it belongs to; "" if it belongs to several.
        name_zh: the name of an instrument as the report prints it, without title marks; else a label of our own.
        name_en: the same in English.
        issuer: who issued an instrument, if the report says so.
        period: when, in SDMX form; "" if the sentence gives no date.
        status: how far an instrument has come, as the report says; "" if it says nothing.
        locators: the paragraphs that say it, in the report's order.
        indicators: the ids of the indicators whose figures belong to it.
        source: the footnote that covers it in its first paragraph; without one, the report.
        note: what a reader should know besides.

    >>> import beijing_public_services as bps
    >>> plan = bps.search_statements("中轴线 三年行动")[0]
    >>> plan.id, plan.kind, plan.subkind
    ('instrument.central_axis_three_year_plan', 'instrument', 'action_plan')
    """

    id: str
    kind: StatementKind
    subkind: Subkind
    domain: str
    name_zh: str
    name_en: str
    issuer: str
    period: str
    status: StatementStatus
    locators: tuple[str, ...]
    indicators: tuple[str, ...]
    source: Source
    note: str

    def _title(self) -> object:
        from beijing_public_services.model.shown import names

        return names(self)

    def _facts(self) -> dict[str, object]:
        from beijing_public_services._html import code
        from beijing_public_services.model.shown import source_link

        row = {name: cell for name, cell in self._row().items() if name not in ("Name", "Source")}
        return {
            **row,
            "Paragraphs": ", ".join(self.locators),
            "Figures": tuple([code(each) for each in self.indicators]),
            "Source": source_link(self.source),
            "Note": self.note,
            "Id": code(self.id),
        }

    def _row(self) -> dict[str, object]:
        from beijing_public_services.model.shown import publisher_link
        from beijing_public_services.model.wording import format_period, label

        return {
            "Kind": label("statement", self.kind, "en"),
            "Name": (self.name_en, self.name_zh),
            "Issuer": self.issuer,
            "Period": format_period(self.period) if self.period else "",
            "Status": label("statement_status", self.status, "en"),
            "Source": publisher_link(self.source),
        }
