"""What holds at a place in a sentence: its subject, place, time and base, the way things moved, and what denies it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.place_names import CAPITAL, CITY
from beijing_public_services.verification.clause_state import ClauseState, is_after_former, is_inside
from beijing_public_services.verification.clause_words import (
    ADJECTIVES,
    AVERAGES,
    COPULAS,
    FUTURE,
    INFINITIVES,
    PREDICATES,
    SHARING,
)
from beijing_public_services.verification.context import WIDE
from beijing_public_services.verification.modifiers import is_modified
from beijing_public_services.verification.place_roles import PARTS, is_in_superlative, is_venue, owns_a_name
from beijing_public_services.verification.subject import Subject, is_same

if TYPE_CHECKING:
    from beijing_public_services.verification.tokens import Token

LISTING = frozenset(("and", "comma", "", "unknown", "of", "open", "close"))  # the roles between two items of a list
BESIDE = frozenset(("open", "close", ""))  # the roles between two names of one item


class Clause(ClauseState):
    """The state of a sentence that is read from left to right, token by token."""

    def take(self, place: int) -> None:
        """Read the token at a place, which is no figure."""
        token = self.tokens[place]
        if token.name:
            self._name(place, token)
        elif token.place:
            self._place(place, token)
        elif token.time:
            if not (is_after_former(self.tokens, place) or is_inside(self.tokens, place)):
                self._time(token)
        elif token.category:
            self._list("category", place, token.category)
            self.category, self.news = token.category, True
        else:
            self._word(place, token)

    def _word(self, place: int, token: Token) -> None:
        role = token.role
        if role == "comma" or role == "colon":
            self._boundary(place)
        elif role == "open":
            self.segment += 1
            self.outside.append((self.closed, self.negated, self.subject))
        elif role == "close" and self.outside:
            closed, self.negated, subject = self.outside.pop()
            self.closed = closed if subject is self.subject else self.closed
        elif role in ("rise", "fall", "improve"):
            self.motion, self.particle, self.last_motion = role, "", role
        elif role == "growth" or role == "growth_fall":
            self._head("growth", token)
            self.motion = "fall" if role == "growth_fall" else self.motion
            self.particle = ""
        elif role in ("share", "rank"):
            self._head(role, token)
        elif token.word in SHARING and place + 1 < len(self.tokens) and self.tokens[place + 1].place:
            self._head("share", token.__replace__(word="占全国比重"))
        elif token.word.startswith("account") and place + 1 < len(self.tokens) and self.tokens[place + 1].word == "for":
            self._head("share", token.__replace__(word="share of"))
        elif role in ("by", "to", "from"):
            self.planned = self.planned or (role == "to" and self._is_infinitive(place))
            self.particle = role
            self.when_before = self.when
        elif role in ("start", "end"):
            self.action, self.news = role, True
        elif role == "plan" or (token.word == "将" and self._is_future(place)):
            self.planned = True
        elif role == "condition" or (place == 0 and token.word in ("had", "were", "should")):
            self.is_question = True
        elif role == "not":
            self.negated = True
        elif role == "standard":
            self.standard = True
        elif role == "than":
            before = self.tokens[place - 1] if place else None
            self.compared = not (
                before and (before.time or before.role == "yoy") and token.word in ("相比", "相较", "而言")
            )
        elif role == "per":
            self.per = True
        elif role == "subset":
            self.subset = True
            self.closed = self.closed or "subset"
        elif role == "real":
            self.real = True
        elif role in ("yoy", "mom"):
            self.base, self.compared = role, False
        elif role in ("unknown", "part") or (token.word == "which" and place and self.tokens[place - 1].role == "of"):
            self.closed = "unclear"
            owner = self.tokens[place - 2] if place > 1 and self.tokens[place - 1].word == "s" else None
            self.has_owner = self.has_owner or bool(owner and owner.place)

    def _is_future(self, place: int) -> bool:
        """Return whether 将 stands before a verb, and not before what the verb acts on."""
        after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if after is None:
            return False
        return bool(after.name and after.name.text[0] in "新建增") or after.role in FUTURE

    def _is_infinitive(self, place: int) -> bool:
        """Return whether a `to` goes with a verb, so that what follows is still to come."""
        before = self.tokens[place - 1].role if place else ""
        after = self.tokens[place + 1].word if place + 1 < len(self.tokens) else ""
        return before not in ("rise", "fall", "improve") and after in INFINITIVES

    def _boundary(self, place: int) -> None:
        self.segment += 1
        self.negated = self.standard = self.compared = self.per = False
        self.real = self.real and not self.consumed
        if self.is_object:
            self.where, self.narrow_where = self.where_around
        self.is_object = False
        self.local_wide, self.has_owner = "", False
        if self.consumed:
            self.subset = False
            self.motion = self.particle = ""
        self.consumed = False
        if self.closed == "unclear" and self.subject is not None and self.subject_segment < self.segment - 1:
            if self.is_fresh and self._resumes(place):
                self.closed = None  # a remark between commas is over
            elif not self.is_fresh:
                self.subject = None

    def _resumes(self, place: int) -> bool:
        """Return whether a verb follows a comma, so that the subject before a remark goes on."""
        after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        return after is not None and (after.role in PREDICATES or after.word in COPULAS)

    def _head(self, mode: str, token: Token) -> None:
        """Note that a word such as 增速 or share, after a name, makes it another measure."""
        if self.subject is not None and not self.closed:
            self.subject = self.subject.__replace__(mode=mode, head=token.word, at=token.start)
            self.news = True

    def _name(self, place: int, token: Token) -> None:
        assert token.name
        previous = self.tokens[place - 1] if place else None
        subject = Subject(text=token.name.text, ids=token.name.ids, at=token.start)
        self._list("name", place, subject)
        self.subject, self.closed, self.news = subject, None, True
        if token.category:
            self._list("category", place, token.category)
            self.category = token.category
        self.subject_segment = self.segment
        follower = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        self.is_fresh = follower is None or follower.role != "unknown"
        self.per = False
        self.motion = self.particle = self.last_unit = ""
        self.action = ""
        if is_modified(self.tokens, place):
            self.closed = "modified"
        elif self.subset or self.has_owner:
            self.closed = "subset"
        elif previous is not None and previous.role in ("rise", "fall") and previous.end >= token.start - 1:
            self.motion = previous.role
        elif previous is not None and previous.place and previous.word in ADJECTIVES:
            self.where = self.narrow_where = previous.place.area

    def _list(self, kind: str, place: int, item: str | Subject) -> None:
        """Add an item to the list of names, places or categories that goes on, or begin a new one."""
        between = self.tokens[self.last_item.get(kind, place) + 1 : place]
        group = self.groups[kind]
        roles = {token.role for token in between}
        separated = "and" in roles or ("comma" in roles and "of" not in roles)  # X, the levels of Y: a new list
        if separated and roles <= LISTING:
            parts, unknown = 0, False
            for token in between:
                if token.role in ("and", "comma"):
                    parts += unknown
                    unknown = False
                unknown = unknown or token.role == "unknown"
            group += [*[None] * parts, item]
        elif not (group and roles <= BESIDE and is_same(group[-1], item)):
            self.groups[kind] = [item]
        self.last_item[kind] = place

    def _place(self, place: int, token: Token) -> None:
        assert token.place
        after = self.tokens[place + 1] if place + 1 < len(self.tokens) else None
        if token.place.is_dateline:
            if token.place.area == "CN-BJ":
                self.context.is_wire = True
            else:
                self.where = self.narrow_where = token.place.area
                self.context.note_city(token.place.area)
            return
        if token.word in ADJECTIVES and not (after and (after.name or after.word in AVERAGES)):
            return
        if self.compared or is_venue(self.tokens, place):
            return
        area = self.context.resolve_place(token.place.area)
        if area in WIDE and is_in_superlative(self.tokens, place):
            return
        self._list("place", place, area)
        if area in PARTS:
            self.groups["place"] = [*PARTS[area]]
        owns = area in WIDE and not self.narrow_where and owns_a_name(self.tokens, place)
        if area in WIDE and not owns and not self._leads(place, after):
            self.local_wide = area
            return
        self.where_around = self.where, self.narrow_where
        self.is_object = bool(self.where) and place > 0 and self.tokens[place - 1].role in ("", "unknown", "verb")
        self.where, self.news = area, True
        if area not in WIDE or owns:
            self.narrow_where = area
        if token.place.area not in (CITY, CAPITAL):
            self.context.note_city(area)

    def _leads(self, place: int, after: Token | None) -> bool:
        """Return whether the country or the world begins its part of a sentence, or stands right before a name."""
        before = self.tokens[place - 1] if place else None
        if after is not None and (after.name or after.word in AVERAGES):
            return True
        return before is None or before.role in ("comma", "colon", "open") or before.word in ("in", "across", "for")

    def _time(self, token: Token) -> None:
        assert token.time
        time = token.time
        if time.kind == "base":
            self.base = str(time.year) if time.year else "yoy"
            if time.part:
                self.base = "mom"
            self.compared = False
        elif time.kind in ("when", "whole", "span"):
            self.when, self.news = self.context.resolve_time(time, self.when), True
            self.is_local = time.is_local or (self.compared and self.figures > 0)
            self.sticky_standard = False
        elif time.kind in ("date", "published"):
            self.context.note_date(time)
