"""What the text says of one figure: the name it belongs to, its place and time, and whether it is a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.context import When
    from beijing_public_services.verification.passage_report import PassageReason
    from beijing_public_services.verification.subject import Subject


class Attribution(Record):
    """A figure with all that the text says of it."""

    found: Claim
    subject: Subject
    motion: str  # "", rise, fall, improve
    is_change: bool
    place: str
    wide_place: str
    when: When
    base: str  # "", yoy, mom, or a year
    category: str
    unit: str = ""  # given once at the end of a list
    exceeds: bool = False  # whether the verb before it says that the value was passed
    action: str = ""  # start or end, where the words name one that the name does not


class Passed(Record):
    """A figure that is passed over, with the reason."""

    found: Claim
    reason: PassageReason
    detail: str = ""
