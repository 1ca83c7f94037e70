"""What is known at a place in a sentence, before it is read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.verification.context import When
from beijing_public_services.verification.subject import Subject

if TYPE_CHECKING:
    from beijing_public_services.verification.context import Context
    from beijing_public_services.verification.passage_report import PassageReason
    from beijing_public_services.verification.tokens import Token


REACH = 60  # tokens back from a time to a figure


class ClauseState:
    """The subject, place, time and base that hold, the way things moved, and what denies them."""

    def __init__(self, tokens: list[Token], context: Context, is_question: bool, is_denied: bool) -> None:
        """Begin a sentence."""
        self.tokens = tokens
        self.context = context
        # what the figures are of
        self.subject: Subject | None = None
        self.closed: PassageReason | None = None  # why the subject governs no figure here
        self.subject_segment = -1  # the part of the sentence, between commas, in which the subject stands
        self.segment = 0
        self.spent = -1  # where the name stands that a figure before it has taken
        self.is_fresh = False  # whether the last name has had no figure, and no unknown word right after it
        self.news = True  # whether a name, time, place or category was named since the last figure
        self.category = ""
        self.action = ""  # start or end
        self.last_unit = ""
        # lists of names, places and categories that go on, and where their last item stands
        self.groups: dict[str, list[str | Subject | None]] = {"name": [], "place": [], "category": []}
        self.last_item: dict[str, int] = {}
        self.run_end = -1  # where the last list of figures ended
        # where and when
        self.where = self.narrow_where = self.local_wide = ""
        self.where_around = ("", "")  # what held before the last place
        self.is_object = False  # whether the last place stands after other words: it holds for its part only
        self.when: When | None = None
        self.when_before: When | None = None  # the time that held before a word such as from
        self.is_local = False  # whether the time holds for this sentence only
        self.times = [
            token.time
            for place, token in enumerate(tokens)
            if token.time
            and token.time.kind in ("when", "whole", "span")
            and not any(judge(tokens, place) for judge in (is_after_former, is_before_former, is_aside, is_inside))
        ]
        self.distinct: set[When] | None = None
        self.base = ""
        # which way things moved
        self.motion = self.particle = self.last_motion = ""
        # what keeps a figure from being a claim
        self.is_question, self.is_denied = is_question, is_denied
        self.planned = self.negated = self.standard = self.compared = self.per = self.subset = self.real = False
        self.sticky_standard = self.has_owner = False
        self.outside: list[tuple[PassageReason | None, bool, Subject | None]] = []  # before each open bracket
        self.consumed = False  # whether this part of the sentence has had a figure
        self.figures = 0

    def only_year(self) -> When | None:
        """Return the year that the sentence names, None if it names none or several."""
        years = {time.year for time in self.times if time.year}
        return When(year=years.pop()) if len(years) == 1 else None


def is_aside(tokens: list[Token], place: int) -> bool:
    """Return whether a day or a season stands two commas or more after the last figure: it is not of that figure."""
    time = tokens[place].time
    if time is None or not time.is_local:
        return False
    commas = 0
    for token in reversed(tokens[max(0, place - REACH) : place]):
        if token.figure:
            return commas > 1
        commas += token.role == "comma"
    return False


def is_inside(tokens: list[Token], place: int) -> bool:
    """Return whether a day or a season stands within a part of a sentence that has no figure: 克服秋冬季大雾影响."""
    time = tokens[place].time
    if time is None or not time.is_local or not place or tokens[place - 1].role not in ("unknown", "verb"):
        return False
    for token in tokens[place + 1 : place + 1 + REACH]:
        if token.figure or token.name or token.role == "comma":
            return token.role == "comma"
    return False


def is_after_former(tokens: list[Token], place: int) -> bool:
    """Return whether a time stands right after a former value, as in 2013 in: from 89.5 in 2013."""
    before = place - 1
    while before > 0 and tokens[before].role in ("", "of"):
        before -= 1
    return before > 0 and tokens[before].figure is not None and tokens[before - 1].role == "from"


def is_before_former(tokens: list[Token], place: int) -> bool:
    """Return whether a time stands right before a former value, as in 从2013年的89.5."""
    after = place + 1
    while after < len(tokens) and tokens[after].role in ("", "of"):
        after += 1
    return place > 0 and tokens[place - 1].role == "from" and after < len(tokens) and tokens[after].figure is not None
