"""Which indicator, place and time each figure of a sentence belongs to, read from left to right in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.verification.context import UNCLEAR, WIDE, When
from beijing_public_services.verification.places import CAPITAL, CITY

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.verification.context import Context
    from beijing_public_services.verification.passage_report import PassageReason
    from beijing_public_services.verification.times import Time
    from beijing_public_services.verification.tokens import Token

BREAKS = frozenset(("comma", "colon", "open", "close"))
TRANSPARENT = frozenset(("", "verb", "of", "to", "by", "from", "each", "in_order", "it"))
ADJECTIVES = frozenset(
    "national nationally domestic global globally international internationally worldwide world chinese 国内 国际 世界 全球".split()
)
AVERAGES = frozenset("average mean level rate figure 平均 平均水平 水平".split())
INFINITIVES = frozenset(
    "be raise increase cut reduce lower lift boost expand reach hit build add keep bring achieve exceed top grow push extend "
    "maintain open complete create improve rise fall drop".split()
)
LOWER_AFTER = frozenset("lower less fewer down decrease decline drop reduction fall cut below 降幅 下降 减少 回落 降低".split())
HIGHER_AFTER = frozenset("higher more up increase rise growth gain jump above greater 增长 增幅 涨幅 增速 上升 上涨 hike uptick".split())


class Subject(Record):
    """What a figure may be said of: a name, and what the words after it make of it."""

    text: str
    ids: tuple[str, ...]
    mode: str = ""  # "", growth, share or rank: 的增速, 占比, rank
    head: str = ""  # the word that made it so
    at: int = 0


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
    segment: tuple[int, int]
    unit: str = ""  # given once at the end of a list
    action: str = ""  # start or end, where the words name one that the name does not


class Passed(Record):
    """A figure that is passed over, with the reason."""

    found: Claim
    reason: PassageReason
    detail: str = ""


class Reader:
    """Reads one sentence; what it finds is in `found`, in the order of the sentence."""

    def __init__(self, tokens: list[Token], context: Context, is_question: bool, is_denied: bool) -> None:
        """Begin a sentence."""
        self.tokens = tokens
        self.context = context
        self.found: list[Attribution | Passed] = []
        self.subject: Subject | None = None
        self.is_question, self.is_denied = is_question, is_denied
        self.where = self.narrow_where = ""
        self.when: When | None = None
        self.base = ""
        self.category = ""
        self.closed: PassageReason | None = None
        self.motion = self.particle = ""
        self.planned = False
        self.negated = self.standard = self.compared = self.per = self.subset = self.real = False
        self.subject_segment = -1
        self.segment = 0
        self.consumed = False
        self.times = [token.time for token in tokens if token.time and token.time.kind in ("when", "whole", "span")]
        self.groups: dict[str, list[str | Subject | None]] = {"name": [], "place": [], "category": []}
        self.last_item: dict[str, int] = {}
        self.sticky_standard = False
        self.action = ""
        self.last_unit = ""
        self.run_end = -1
        self.distinct: set[When] | None = None
        self.spent: int = -1  # where the name stands that the figure before it has taken
        self.news = True  # whether a name, time, place or category was named since the last figure

    def read(self) -> list[Attribution | Passed]:
        """Return the attribution of each figure, or the reason why it has none."""
        denied = any(token.role == "denial" for token in self.tokens)
        self.is_denied = self.is_denied or denied
        skip = -1
        for place, token in enumerate(self.tokens):
            if place <= skip:
                continue
            if token.figure:
                skip = self._figures(place)
            elif token.name:
                self._name(place, token)
            elif token.place:
                self._place(place, token)
            elif token.time:
                self._time(token)
            elif token.category:
                self._list("category", place, token.category)
                self.category = token.category
                self.news = True
            else:
                self._word(place, token)
        return self.found

    # what the words do

    def _word(self, place: int, token: Token) -> None:
        role = token.role
        if role == "comma" or role == "colon":
            self._boundary(place)
        elif role in ("open", "close"):
            self.segment += role == "open"
        elif role in ("rise", "fall", "improve"):
            self.motion, self.particle = role, ""
        elif role == "growth" or role == "growth_fall":
            self._head("growth", token)
            self.motion = "fall" if role == "growth_fall" else self.motion
            self.particle = ""
        elif role in ("share", "rank"):
            self._head(role, token)
        elif role in ("by", "to", "from"):
            self.planned = self.planned or (role == "to" and self._is_infinitive(place))
            self.particle = role
        elif role in ("start", "end"):
            self.action, self.news = role, True
        elif role == "plan":
            self.planned = True
        elif role == "condition":
            self.is_question = True
        elif role == "not":
            self.negated = True
        elif role == "standard":
            self.standard = True
        elif role == "than":
            self.compared = True
        elif role == "per":
            self.per = True
        elif role == "subset":
            self.subset = True
            self.closed = self.closed or "subset"
        elif role == "real":
            self.real = True
        elif role in ("yoy", "mom"):
            self.base = role
            self.compared = False
        elif role in ("unknown", "part") or (token.word == "which" and place and self.tokens[place - 1].role == "of"):
            self.closed = "unclear"

    def _is_infinitive(self, place: int) -> bool:
        """Return whether a `to` goes with a verb, so that what follows is still to come."""
        before = self.tokens[place - 1].role if place else ""
        after = self.tokens[place + 1].word if place + 1 < len(self.tokens) else ""
        return before not in ("rise", "fall", "improve") and after in INFINITIVES

    def _boundary(self, place: int) -> None:
        self.segment += 1
        self.negated = self.standard = self.compared = self.per = self.real = False
        if self.consumed:
            self.subset = False
            self.motion = self.particle = ""
        self.consumed = False
        if self.closed == "unclear" and self.subject is not None and self.subject_segment < self.segment - 1:
            self.subject = None

    def _head(self, mode: str, token: Token) -> None:
        """Note that a word such as 增速 or share, after a name, makes it another measure."""
        if self.subject is not None and not self.closed:
            self.subject = self.subject.__replace__(mode=mode, head=token.word)

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
        self.motion = self.particle = self.last_unit = ""
        self.action = ""
        if previous is not None and previous.role in ("unknown", "subset") and previous.end >= token.start - 1:
            self.closed = "modified"
        elif self.subset:
            self.closed = "subset"
        elif previous is not None and previous.place and previous.word in ADJECTIVES:
            self.where = self.narrow_where = previous.place.area

    def _list(self, kind: str, place: int, item: str | Subject) -> None:
        """Add an item to the list of names, places or categories that goes on, or begin a new one."""
        last = self.last_item.get(kind, -1)
        between = self.tokens[last + 1 : place] if last >= 0 else []
        group = self.groups[kind]
        separated = any(token.role in ("and", "comma") for token in between)
        if last >= 0 and separated and all(token.role in ("and", "comma", "", "unknown", "of") for token in between):
            parts, unknown = 0, False
            for token in between:
                if token.role in ("and", "comma"):
                    parts += unknown
                    unknown = False
                unknown = unknown or token.role == "unknown"
            group += [None] * parts
            group.append(item)
        elif not (last >= 0 and not separated and all(token.role in ("open", "close", "") for token in between) and group[-1:] == [item]):
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
        if self.compared:
            return
        area = self.context.resolve_place(token.place.area)
        self._list("place", place, area)
        self.where, self.news = area, True
        if area not in WIDE:
            self.narrow_where = area
        if token.place.area not in (CITY, CAPITAL):
            self.context.note_city(area)

    def _time(self, token: Token) -> None:
        assert token.time
        time = token.time
        if time.kind == "base":
            self.base = str(time.year) if time.year else "yoy"
            if time.part:
                self.base = "mom"
            self.compared = False
        elif time.kind in ("when", "whole", "span"):
            self.when, self.news = self.context.resolve_time(time), True
            self.sticky_standard = False
        elif time.kind in ("date", "published") and time.year and not self.context.published:
            self.context.published = time.year

    # the figures

    def _figures(self, place: int) -> int:
        """Read the figure at a place, or the list of figures that begins there; return the place of the last."""
        run = self._run(place) if place > self.run_end else [place]
        self.run_end = max(self.run_end, run[-1])
        kind = self._corresponding(place, run)
        if kind:
            items = self.groups[kind]
            last = self.tokens[run[-1]].figure
            unit = last.unit if last else ""
            for item, at in zip(items, run, strict=True):
                self._listed(kind, item, at, run, unit)
            return run[-1]
        if len(run) > 1 and self._says_in_order(place, run):
            for at in run:
                self._pass(at, "list")
            return run[-1]
        self._figure(place, place)
        return place

    def _listed(self, kind: str, item: str | Subject | None, at: int, run: list[int], unit: str) -> None:
        if item is None:
            self._pass(at, "no_name")
            return
        before = (self.subject, self.where, self.narrow_where, self.category)
        if isinstance(item, Subject):
            mode = self.subject.mode if self.subject else ""
            self.subject = item.__replace__(mode=mode or item.mode)
        elif kind == "place":
            self.where = self.narrow_where = item
        else:
            self.category = item
        self._figure(at, run[-1], unit)
        self.subject, self.where, self.narrow_where, self.category = before

    def _run(self, place: int) -> list[int]:
        """Return the places of the figures that stand one after the other, with nothing but separators between."""
        run = [place]
        at = place + 1
        separated = False
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.figure and separated:
                run.append(at)
                separated = False
            elif token.role in ("and", "comma"):
                separated = True
            else:
                break
            at += 1
        return run

    def _says_in_order(self, place: int, run: list[int]) -> bool:
        around = [*self.tokens[max(0, place - 6) : place], *self.tokens[run[-1] : run[-1] + 4]]
        return any(token.role == "in_order" for token in around)

    def _corresponding(self, place: int, run: list[int]) -> str:
        """Return the kind of the list whose items the figures of a list belong to in order."""
        if len(run) < 2:
            return ""
        in_order = self._says_in_order(place, run)
        fitting = [kind for kind in ("place", "category", "name") if len(self.groups[kind]) == len(run)]
        units = [figure.unit for at in run if (figure := self.tokens[at].figure)]
        if not in_order and not any(units[:-1]) and units[-1] and len(run) > 1:
            return fitting[0] if fitting in (["name"], ["place"]) and self.closed is None else ""
        if in_order and not fitting and len(self.groups["name"]) == len(run) - 1:
            between = [token.role for token in self.tokens[self.last_item["name"] + 1 : place]]
            if between[:1] == ["and"] and "unknown" in between:
                self.groups["name"].append(None)
                return "name"
        if in_order:
            return fitting[0] if fitting and (len(fitting) == 1 or fitting[0] != "place" or len(self.groups["name"]) < 2) else ""
        return ""

    def _pass(self, at: int, reason: PassageReason, detail: str = "") -> None:
        figure = self.tokens[at].figure
        assert figure
        self.found.append(Passed(found=figure, reason=reason, detail=detail))
        self.consumed = True

    def _figure(self, at: int, last: int, unit: str = "") -> None:
        """Attribute one figure; `last` is the place of the last figure of its list."""
        token = self.tokens[at]
        assert token.figure
        tail = self._tail(last)
        for role in token.lead:
            if role in ("by", "to"):
                self.particle = role
            else:
                self.motion, self.particle = role, ""
        subject, reason = self._subject(at, last, tail)
        motion, is_change, particle = self._motion(token, tail)
        own_time = self._own_time(tail)
        refusal = reason or self._refusal(at, tail, is_change, particle, own_time)
        left = subject is self.subject
        if not refusal and left and not is_change and (self._is_spent() or not (self.news or own_time or at != last)):
            refusal = "no_name" if self._is_spent() else "unclear"
        if not is_change and not refusal and left and at == last:
            self.news = False
        if refusal or subject is None:
            self._pass(at, refusal or "no_name", subject.text if subject else "")
        else:
            where, narrow = self._where(tail)
            claim = token.figure
            inherited = self.last_unit if not claim.unit and (own_time or particle in ("to", "from")) else ""
            self.last_unit = claim.unit or self.last_unit
            base = next((self._base_of(each) for each in tail if self._base_of(each)), "") or self.base
            self.found.append(
                Attribution(
                    found=token.figure,
                    subject=subject,
                    motion=motion,
                    is_change=is_change,
                    place=narrow,
                    wide_place=where,
                    when=self._when(own_time),
                    base=base,
                    category=self._category(tail),
                    segment=(self.tokens[max(0, at - 1)].start, tail[-1].end if tail else token.end),
                    unit=unit or inherited,
                    action=self.action if subject is self.subject else "",
                )
            )
        self.consumed = True
        if particle == "by" or (is_change and not particle):
            self.particle = ""
        if particle == "from":
            self.particle = ""

    @staticmethod
    def _own_time(tail: list[Token]) -> Time | None:
        """Return the time that stands right after a figure."""
        for token in tail:
            if token.time and token.time.kind in ("when", "whole", "span"):
                return token.time
            if token.role not in ("", "of", "place", "unknown", "each"):
                return None
        return None

    def _tail(self, at: int) -> list[Token]:
        """Return the tokens after a figure, up to the next figure, name or comma."""
        tail = []
        for token in self.tokens[at + 1 : at + 16]:
            if token.figure or token.name or token.role in ("comma", "colon", "close", "and"):
                break
            tail.append(token)
        return tail

    def _subject(self, at: int, last: int, tail: list[Token]) -> tuple[Subject | None, PassageReason | None]:
        """Return the name that governs a figure: the one right after it, else the one that the clause is about."""
        after = last + 1
        of = False
        while after < len(self.tokens) and after < at + 6 and self.tokens[after].role in ("", "of", "verb", "rank") and not (
            self.tokens[after].name or self.tokens[after].place or self.tokens[after].time
        ):
            of = of or self.tokens[after].role == "of"
            if self.tokens[after].role == "verb":
                break
            after += 1
        following = self.tokens[after] if after < len(self.tokens) else None
        figure = self.tokens[at].figure
        assert figure
        if following is not None and following.name and figure.unit not in ("percent", "percentage_point"):
            owns = self._owns_a_figure(after)
            is_free = self.subject is None or self.closed or self.subject_segment != self.segment
            if not owns and (is_free or of or self._is_spent()):
                self.spent = following.start
                return Subject(text=following.name.text, ids=following.name.ids, at=following.start), None
        if self.subject is None:
            return None, "no_name"
        return self.subject, self.closed

    def _is_spent(self) -> bool:
        return self.subject is not None and self.subject.at == self.spent

    def _owns_a_figure(self, place: int) -> bool:
        """Return whether a name has a figure of its own after it in its segment."""
        for token in self.tokens[place + 1 : place + 10]:
            if token.figure:
                return True
            if token.role in ("comma", "colon", "and") or token.name:
                return False
        return False

    def _motion(self, token: Token, tail: list[Token]) -> tuple[str, bool, str]:
        """Return which way a figure moved, whether it is a change, and the particle before it."""
        assert token.figure
        words = token.figure.text.lower()[-16:].split()
        said_after = words[-1] if words and words[-1].isalpha() else ""
        following = tail[0] if tail else None
        if following is not None and following.word in ("的",) and len(tail) > 1:
            following = tail[1]
        near = following.word if following is not None else ""
        for word in (said_after, near):
            if word in LOWER_AFTER:
                return "fall", True, ""
            if word in HIGHER_AFTER and not (word in ("up", "above") and near == word and len(tail) > 1 and tail[1].role == "to"):
                return "rise", True, ""
        if following is not None and following.role == "than" and near in ("below", "above"):
            return ("fall" if near == "below" else "rise"), True, ""
        if self.particle == "from":
            return self.motion, False, "from"
        if self.motion and self.particle != "to":
            return self.motion, True, self.particle
        if self.subject is not None and self.subject.mode == "growth":
            return self.motion, True, self.particle
        return self.motion, False, self.particle

    def _refusal(
        self, at: int, tail: list[Token], is_change: bool, particle: str, own_time: Time | None
    ) -> PassageReason | None:
        """Return why a figure is not judged, whatever it is of."""
        if self.is_denied or self.is_question or self.negated:
            return "not_asserted"
        if self.planned or any(each.role == "plan" for each in tail):
            return "plan"
        if self.standard or self.sticky_standard or any(each.role == "standard" for each in tail[:2]):
            self.sticky_standard = True
            return "standard"
        if self.subset:
            return "subset"
        if self.per or any(each.role == "per" for each in tail[:1]):
            return "unit"
        if self.real:
            return "base"
        if self.compared and not own_time:
            return "compared"
        if particle == "from" and not (own_time or (self.when and self.when.year)):
            return "former"
        if self._counts_something_else(at, tail):
            return "unclear"
        return None

    def _counts_something_else(self, at: int, tail: list[Token]) -> bool:
        """Return whether a figure counts, or is a share of, what the unknown word after it names."""
        figure = self.tokens[at].figure
        assert figure
        end, has_measure = self.tokens[at].end, figure.text[-1:] > "⺀"
        for token in tail:
            if token.start - end > 1:
                return False
            if token.role == "unknown":
                return has_measure or not figure.unit
            if token.word not in ("的", "of", "the"):
                return False
            has_measure = True
            end = token.end
        return False

    def _where(self, tail: list[Token]) -> tuple[str, str]:
        """Return the place of a figure, and the same without the country and the world, which rank it."""
        for place, token in enumerate(tail):
            if token.role == "than":
                break
            if token.place and not token.place.is_dateline and token.word not in ADJECTIVES:
                before = tail[place - 1] if place else None
                area = self.context.resolve_place(token.place.area)
                if area not in WIDE or (before is not None and before.word in ("in", "for", "across", "of")):
                    return area, (area if area not in WIDE else self.narrow_where or self.context.carried_place())
        carried = self.context.carried_place()
        return self.where or carried, self.narrow_where or carried

    def _when(self, own: Time | None) -> When:
        if own is not None:
            return self.context.resolve_time(own)
        if self.when is not None:
            return self.when
        if self.distinct is None:
            self.distinct = {self.context.resolve_time(time) for time in self.times}
        if len(self.distinct) == 1:
            return next(iter(self.distinct))
        return When(clear=False) if self.distinct else self.context.carried_time()

    def _category(self, tail: list[Token]) -> str:
        return next((each.category for each in tail if each.category), "") or self.category

    @staticmethod
    def _base_of(token: Token) -> str:
        if token.role in ("yoy", "mom"):
            return token.role
        if token.time and token.time.kind == "base":
            return "mom" if token.time.part else str(token.time.year or "yoy")
        return ""

    def leave(self) -> tuple[str, When | None]:
        """Return the place and the time that the sentence leaves to the next."""
        where = self.where if self.where != UNCLEAR else ""
        return where, self.when
