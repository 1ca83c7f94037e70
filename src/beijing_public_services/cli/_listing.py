"""Lists of indicators and of statements as people read them."""

from __future__ import annotations

import beijing_public_services as bps
from beijing_public_services.cli._print import print_table
from beijing_public_services.model.wording import format_value

WIDTH = 80  # columns of a terminal
HEADINGS = {
    "instrument": "Instruments named",
    "event": "What happened",
    "shortcoming": "What is lacking",
    "priority": "What is to be done",
}


def print_indicators(indicators: tuple[bps.Indicator, ...], package: bps.DataPackage) -> None:
    """Print indicators with their headline figure."""
    rows: list[tuple[str, ...]] = []
    for each in indicators:
        try:
            headline = each.observation()
            figure = format_value(headline, package.unit(each.unit)), headline.period
        except bps.AmbiguousObservationError:
            figure = f"{len(each.observations)} figures", ""
        disputes = [check.source.id for one in each.observations for check in one.disputes]
        rows.append((each.id, each.name_en, each.name_zh, *figure, " ".join(disputes)))
    print_table(("id", "name", "名称", "value", "period", "disputed by"), rows)


def print_statements(statements: tuple[bps.Statement, ...]) -> None:
    """Print statements kind by kind, no line wider than a terminal."""
    first = True
    for kind, heading in HEADINGS.items():
        chosen = [each for each in statements if each.kind == kind]
        rows: list[tuple[str, ...]] = []
        for each in chosen:
            rows += [
                (each.name_en, each.subkind.replace("_", " "), each.period, each.locators[0]),
                (each.name_zh, "", "", ""),
            ]
        if rows:
            print(f"{'' if first else chr(10)}{heading} ({len(chosen)})\n")
            print_table(("name", "kind", "period", "paragraph"), rows, width=WIDTH)
            first = False
