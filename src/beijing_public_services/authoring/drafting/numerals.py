"""The row of each numeral of a paragraph, with the role that it is proposed to have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.roles import DraftRole, dates_of, role_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph
    from beijing_public_services.datapackage.tables import Row


def roles_of(paragraph: Paragraph, figures: Sequence[DraftFigure], excluded: Mapping[int, DraftRole]) -> list[Row]:
    """Return a row for each numeral, given the figures of the paragraph and the roles that are known already."""
    dates = dates_of(paragraph)
    values = {ordinal for figure in figures for ordinal in figure.ordinals if not figure.is_unrecorded}
    ranges = {ordinal: figure.printed for figure in figures if figure.is_unrecorded for ordinal in figure.ordinals}
    units = {ordinal for figure in figures for ordinal in figure.others}
    rows = []
    for numeral in paragraph.numerals:
        role = excluded.get(numeral.ordinal) or role_of(paragraph, numeral, dates)
        if numeral.ordinal in values:
            role = DraftRole(role="value", why="")
        elif numeral.ordinal in ranges:
            printed = ranges[numeral.ordinal]
            role = DraftRole(role="unrecorded", why=f"{printed} is a range limited by a word, which no package holds")
        elif numeral.ordinal in units and role.role not in ("idiom", "date"):
            role = DraftRole(role="unit", why="")
        rows.append(
            {
                "locator": paragraph.locator,
                "ordinal": str(numeral.ordinal),
                "token": numeral.token,
                "role": str(role.role),
                "reason": role.why,
            }
        )
    return rows
