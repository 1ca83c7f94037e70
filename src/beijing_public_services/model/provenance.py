"""Where figures come from: sources, and the paragraphs and numerals of the report."""

from __future__ import annotations

from beijing_public_services._record import Record

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Grade, Role, SeenAs, SourceKind


class Source(Record):
    """A publication: the report, one of its footnotes, or another.

    `grade` is A for the official publisher, B for established media, C for secondary literature and copies. `published`
    is an ISO date, month or year, as far as it is printed, or "". `anchor` is the place of a footnote's marker in the
    report: the locator and the number of numerals before it. `seen_as` is `original` if a publication was seen at its
    publisher's address, `copy` if it was seen only on another site, and "" for the report and its footnotes. A copy is
    cited by its original publisher and has no `url`.

    >>> import beijing_public_services as bps
    >>> source = bps.get_indicator("environment.pm2_5_annual_mean").observation().source
    >>> source.id, source.kind, source.published, source.grade
    ('n21', 'footnote', '2025-01-03', 'A')
    """

    id: str
    kind: SourceKind
    title: str
    publisher: str
    published: str
    url: str
    grade: Grade
    note: str
    anchor: str = ""
    seen_as: SeenAs = ""

    @property
    def is_copy(self) -> bool:
        """Whether it was seen only in a copy on another site."""
        return self.seen_as == "copy"


class Paragraph(Record):
    """A paragraph of the report's body, its text known by fingerprint only.

    >>> import beijing_public_services as bps
    >>> paragraph = bps.cite("environment.pm2_5_annual_mean").paragraphs[0]
    >>> paragraph.locator, paragraph.section, paragraph.ordinal
    ('s6.1.1.p1', '6.1.1', 1)
    """

    locator: str
    section: str
    ordinal: int
    sha256: str


class Numeral(Record):
    """A numeral of the report's body, the `ordinal`-th of its paragraph, with its role there.

    `reason` says why a numeral is `unrecorded`: it states something that the package cannot hold.

    >>> import beijing_public_services as bps
    >>> numeral = bps.bundled().numerals[0]
    >>> numeral.locator, numeral.ordinal, numeral.token, numeral.role
    ('s0.p1', 1, '2024', 'date')
    """

    locator: str
    ordinal: int
    token: str
    role: Role
    reason: str = ""


class Mention(Record):
    """A link between an observation and a numeral that states it, or part of it.

    >>> import beijing_public_services as bps
    >>> mention = bps.get_indicator("environment.pm2_5_annual_mean").observation().mentions[0]
    >>> mention.locator, mention.ordinal
    ('s6.1.1.p1', 3)
    """

    observation: str
    locator: str
    ordinal: int
