"""The vocabulary that figures refer to: domains, topics, units, areas and categories."""

from __future__ import annotations

from beijing_public_services._record import Record

# measured, though UCUM has no code of its own for them
MEASURED = ("percentage_point", "index", "permille", "celsius_degree")


class Domain(Record):
    """One of the report's service areas; `section` is the number of the report's section on it.

    >>> import beijing_public_services as bps
    >>> [domain.name_en for domain in bps.domains()][:2]
    ['Science and technology', 'Basic education']
    """

    id: str
    name_zh: str
    name_en: str
    section: str


class Topic(Record):
    """A subdivision of a domain, following the subsections of the report.

    >>> import beijing_public_services as bps
    >>> topic = bps.bundled().topics[0]
    >>> topic.domain, topic.name_en
    ('science_technology', 'Science and technology innovation')
    """

    id: str
    domain: str
    name_zh: str
    name_en: str
    section: str


class Unit(Record):
    """A unit of the closed vocabulary.

    `expression` is written in the package's unit registry, `ucum` is the UCUM code, `symbol` is for display.

    >>> import beijing_public_services as bps
    >>> unit = bps.bundled().unit("ug/m3")
    >>> unit.expression, unit.symbol, unit.is_counted
    ('microgram / meter ** 3', 'µg/m³', False)
    """

    id: str
    expression: str
    ucum: str
    symbol: str
    name_zh: str
    name_en: str

    @property
    def is_counted(self) -> bool:
        """Whether the unit counts things or calendar units, so that a figure printed in full digits is exact."""
        if self.id in MEASURED:
            return False
        return self.ucum == f"{{{self.id}}}" or self.id in ("day", "month", "year")

    @property
    def is_rank(self) -> bool:
        """Whether the unit is a place in an order, whatever its id."""
        return self.expression == "rank"


class Area(Record):
    """A place. `parent` is the id of the area it lies in, "" for the outermost.

    >>> import beijing_public_services as bps
    >>> {area.id: area.parent for area in bps.bundled().areas}["CN"]
    'X-WORLD'
    """

    id: str
    name_zh: str
    name_en: str
    parent: str
    iso_3166_2: str
    gbt_2260: str


class Category(Record):
    """An item of a breakdown, such as one industry in the dimension `industry`.

    >>> import beijing_public_services as bps
    >>> category = bps.bundled().categories[0]
    >>> category.dimension, category.id
    ('industry', 'software_and_information_services')
    """

    dimension: str
    id: str
    name_zh: str
    name_en: str
