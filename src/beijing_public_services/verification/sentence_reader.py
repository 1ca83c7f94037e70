"""Which indicator, place and time each figure of a sentence belongs to, read from left to right in one pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.verification.attribution import Attribution, Passed
from beijing_public_services.verification.clause import Clause
from beijing_public_services.verification.clause_words import ADJECTIVES, EXCEEDING, REFERRING
from beijing_public_services.verification.context import UNCLEAR, WIDE, When
from beijing_public_services.verification.following import name_after, owns_a_figure
from beijing_public_services.verification.lists import corresponding, have_times, run_of, says_in_order
from beijing_public_services.verification.motion import base_after, base_of, motion_of, own_time_of
from beijing_public_services.verification.other_words import said_otherwise
from beijing_public_services.verification.refusals import counts_something_else, is_part, refusal_of, short_unit_of
from beijing_public_services.verification.short_forms import said_in_short
from beijing_public_services.verification.subject import Subject

if TYPE_CHECKING:
    from beijing_public_services.notation.figure import Claim
    from beijing_public_services.notation.times import Time
    from beijing_public_services.verification.context import Context
    from beijing_public_services.verification.paraphrases import Paraphrases
    from beijing_public_services.verification.passage_report import PassageReason
    from beijing_public_services.verification.tokens import Token


class SentenceReader(Clause):
    """Reads one sentence."""

    def __init__(
        self, tokens: list[Token], context: Context, is_question: bool, is_denied: bool, paraphrases: Paraphrases
    ) -> None:
        """Begin a sentence."""
        super().__init__(tokens, context, is_question, is_denied)
        self.paraphrases = paraphrases
        self.judged: Subject | None = None
        self.found: list[Attribution | Passed] = []

    def read(self) -> list[Attribution | Passed]:
        """Return the attribution of each figure, or the reason why it has none, in the order of the sentence."""
        self.is_denied = self.is_denied or any(token.role == "denial" for token in self.tokens)
        self._refer_back()
        skip = -1
        for place, token in enumerate(self.tokens):
            if place <= skip:
                continue
            if token.figure:
                skip = self._figures(place)
            else:
                self.take(place)
        return self.found

    def _refer_back(self) -> None:
        """Take the name of the sentence before where a sentence begins with a word such as it or the figure."""
        before, self.context.subject = self.context.subject, None
        words_here = [token.word for token in self.tokens[:2]]
        begins = words_here[:1] in REFERRING or words_here in REFERRING
        if before is not None and begins and not any(token.name for token in self.tokens):
            self.subject, self.subject_segment, self.spent = before, 0, before.at

    def _figures(self, place: int) -> int:
        """Read the figure at a place, or the list of figures that begins there; return the place of the last."""
        run = run_of(self.tokens, place) if place > self.run_end else [place]
        self.run_end = max(self.run_end, run[-1])
        kind = corresponding(self, place, run)
        if kind:
            items = self.groups[kind]
            last = self.tokens[run[-1]].figure
            assert last
            for item, at in zip(items, run, strict=True):
                self._listed(kind, item, at, run, last.unit)
            return run[-1]
        if len(run) > 1 and (says_in_order(self.tokens, place, run) or have_times(self.tokens, run)):
            for at in run:
                self._pass(at, "list")
            return run[-1]
        self._figure(place, place)
        return place

    def _listed(self, kind: str, item: str | Subject | None, at: int, run: list[int], unit: str) -> None:
        if item is None:
            self._pass(at, "no_name")
            return
        before = (self.subject, self.where, self.narrow_where, self.category, self.closed)
        if isinstance(item, Subject):
            self.closed = None if self.groups[kind][-1] is None else self.closed  # an unknown last item closed it
            mode = self.subject.mode if self.subject else ""
            self.subject = item.__replace__(mode=mode or item.mode)
        elif kind == "place":
            self.where = self.narrow_where = item
        else:
            self.category = item
        self._figure(at, run[-1], unit)
        self.subject, self.where, self.narrow_where, self.category, self.closed = before

    def _pass(self, at: int, reason: PassageReason, detail: str = "") -> None:
        figure = self.tokens[at].figure
        assert figure
        self.found.append(Passed(found=figure, reason=reason, detail=detail))
        self.consumed = True

    def _figure(self, at: int, last: int, unit: str = "") -> None:
        """Attribute one figure; `last` is the place of the last figure of its list."""
        token = self.tokens[at]
        assert token.figure
        self.figures += 1
        self.is_fresh = False
        tail = self._tail(last)
        for role in token.lead:
            if role in ("by", "to"):
                self.particle = role
            else:
                self.motion, self.particle, self.last_motion = role, "", role
        subject, reason = self._subject(at, last)
        self.is_object = self.is_object and subject is None  # the place has a figure of its own
        motion, is_change, particle = motion_of(self, token, tail)
        own_time = own_time_of(tail)
        left = subject is self.subject
        if left and not reason and not self._is_fresh(token.figure, is_change, own_time, at != last):
            reason = "no_name" if self._is_spent() else "unclear"
        if (reason in ("no_name", "unclear") or (left and counts_something_else(self, at, tail))) and at == last:
            other = said_otherwise(self, at, self.paraphrases) or said_in_short(self, at, self.paraphrases)
            if other:
                subject, reason, left = other, None, False
                self.subject, self.closed, self.spent = other, None, other.at
        when = self._when(own_time)
        reason = reason or ("plan" if self.context.is_to_come(when, bool(self.times)) else None)
        refusal = reason or refusal_of(self, at, tail, is_change, particle, own_time, left)
        if not is_change and not refusal and left and at == last and token.figure.unit not in ("year", "rank"):
            self.news = False
        if refusal:
            self._pass(at, refusal, subject.text if subject else "")
        else:
            assert subject
            self.judged = subject
            where, narrow = self._where(tail)
            claim = token.figure
            inherited = short_unit_of(claim, tail)
            if not claim.unit and (own_time or particle in ("to", "from")):
                inherited = inherited or self.last_unit
            self.last_unit = claim.unit or self.last_unit
            held = base_after(self.tokens, last) or self.base
            self.found.append(
                Attribution(
                    found=token.figure,
                    subject=subject,
                    motion=motion,
                    is_change=is_change,
                    place=narrow,
                    wide_place=where,
                    when=when,
                    base=next((base_of(each) for each in tail if base_of(each)), held),
                    category=self._category(tail),
                    unit=unit or inherited,
                    exceeds=at > 0 and self.tokens[at - 1].word in EXCEEDING,
                    action=self.action if subject is self.subject else "",
                )
            )
        self.consumed = True
        if particle == "by" or (is_change and not particle):
            self.particle = ""
        if particle == "from":
            self.particle, self.when, self.news = "", self.when_before, True

    def _tail(self, at: int) -> list[Token]:
        """Return the tokens after a figure, up to the next figure, name or comma."""
        tail = []
        for token in self.tokens[at + 1 : at + 16]:
            if token.figure or token.name or token.role in ("comma", "colon", "close", "and"):
                break
            tail.append(token)
        return tail

    def _subject(self, at: int, last: int) -> tuple[Subject | None, PassageReason | None]:
        """Return the name that governs a figure: the one right after it, else the one that the clause is about."""
        after, of = name_after(self.tokens, at, last)
        following = self.tokens[after] if after < len(self.tokens) else None
        figure = self.tokens[at].figure
        assert figure
        if following is not None and following.is_bare and is_part(self.tokens, at):
            return None, "subset"
        if following is not None and following.name and figure.unit not in ("percent", "percentage_point"):
            owns = figure.unit != "rank" and owns_a_figure(self.tokens, after)
            is_free = self.subject is None or self.closed or self.subject_segment != self.segment
            if not owns and (is_free or of or self._is_spent()):
                self.spent = following.start
                return Subject(text=following.name.text, ids=following.name.ids, at=following.start), None
        if self.subject is None:
            return None, "no_name"
        return self.subject, self.closed

    def _is_fresh(self, figure: Claim, is_change: bool, own_time: Time | None, is_listed: bool) -> bool:
        """Return whether the subject of the clause has no level yet, or none for this time, place or category."""
        if is_change or figure.unit in ("year", "rank"):
            return True
        return not self._is_spent() and (self.news or own_time is not None or is_listed)

    def _is_spent(self) -> bool:
        return self.subject is not None and self.subject.at == self.spent

    def _where(self, tail: list[Token]) -> tuple[str, str]:
        """Return the place of a figure, and the same without the country and the world, which rank it."""
        for place, token in enumerate(tail):
            if token.role == "than" or (
                token.role == "open" and len(tail) > place + 2
            ):  # not one word, as in (Beijing)
                break
            if token.place and not token.place.is_dateline and token.word not in ADJECTIVES:
                before = tail[place - 1] if place else None
                area = self.context.resolve_place(token.place.area)
                if area not in WIDE or (before is not None and before.word in ("in", "for", "across", "of")):
                    return area, (area if area not in WIDE else self.narrow_where or self.context.carried_place())
        carried = self.context.carried_place()
        return self.local_wide or self.where or carried, self.narrow_where or carried

    def _when(self, own: Time | None) -> When:
        if own is not None:
            return self.context.resolve_time(own, self.when or self.only_year())
        if self.when is not None:
            return self.when
        if self.distinct is None:
            self.distinct = {self.context.resolve_time(time) for time in self.times}
        if len(self.distinct) == 1:
            return next(iter(self.distinct))
        return When(clear=False, is_open=True) if self.distinct else self.context.carried_time()

    def _category(self, tail: list[Token]) -> str:
        return next((each.category for each in tail if each.category), self.category)

    def leave(self) -> tuple[str, When | None]:
        """Return the place and the time that the sentence leaves to the next."""
        where = self.where if self.where != UNCLEAR else ""
        named = {subject.ids: subject for subject in self.groups["name"] if isinstance(subject, Subject)}
        if len(named) == 1:
            self.context.subject = self.judged
        if len({time.year for time in self.times if time.year}) > 1:
            return where, When(clear=False, is_open=True)
        return where, None if self.is_local else self.when
