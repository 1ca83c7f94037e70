"""The vocabulary that figures refer to: domains, topics, units, areas and categories."""

from __future__ import annotations

from beijing_public_services._record import Record


class Domain(Record):
    """One of the service areas of the report; `section` is where it is treated."""

    id: str
    name_zh: str
    name_en: str
    section: str


class Topic(Record):
    """A subdivision of a domain, as the subsections of the report."""

    id: str
    domain: str
    name_zh: str
    name_en: str
    section: str


class Unit(Record):
    """A unit of the closed vocabulary: `expression` in terms of the package's unit registry, `ucum` its UCUM code."""

    id: str
    expression: str
    ucum: str
    symbol: str
    name_zh: str
    name_en: str

    @property
    def is_counted(self) -> bool:
        """Whether it counts: a noun of the vocabulary, whose UCUM code is its own annotation, or a calendar unit."""
        if self.id in ("percentage_point", "index"):  # measured, though UCUM has no code of its own for either
            return False
        return self.ucum == f"{{{self.id}}}" or self.id in ("day", "month", "year")


class Area(Record):
    """A place; `parent` is the id of the area it lies in, empty for the outermost."""

    id: str
    name_zh: str
    name_en: str
    parent: str
    iso_3166_2: str
    gbt_2260: str


class Category(Record):
    """An item of a breakdown, such as one industry of the dimension `industry`."""

    dimension: str
    id: str
    name_zh: str
    name_en: str
