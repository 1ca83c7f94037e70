"""A number in a text with the words around it: each step reads one kind of word, or finds that it is no figure."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.notation import chinese, english, english_units
from beijing_public_services.notation.chinese_words import BOUNDS_AFTER, BOUNDS_BEFORE, DOWNWARD, MIRRORED
from beijing_public_services.notation.figure import Claim, shifted
from beijing_public_services.notation.numerals import NUMERALS, SCALES
from beijing_public_services.notation.printed_parts import negative

if TYPE_CHECKING:
    from typing import Any

    from beijing_public_services.notation.figure import PrintedFigure

FRONT = re.compile(r"(?P<sign>[-+–]|零下|负)?(?P<yuan>(?:(?<![a-z])(?:rmb|cny|renminbi)|¥)\s{0,3}(?P<minus>[-+])?)?\Z")
MINUS = ("-", "–", "零下", "负")
SHARES = ("percent", "percentage_point")
JOINED = re.compile(rf"[a-z_%°‰²³⁰¹⁴-⁹'’{NUMERALS}]|-[a-z0-9]|\+[0-9]|\s?[×*]\s?[0-9]")
TENTHS = re.compile(f"[0-9半{NUMERALS}]")
GAP = re.compile(r"\s{0,3}")
REACH = 16  # characters before a number that may belong to it


class Passage(Record):
    """A text to read: as given, folded place by place, whether it should be one figure, and the units it may use."""

    text: str
    plain: str
    whole: bool
    definitions: tuple[str, ...]


class Draft:
    """A figure in the making. `start` and `end` grow as words around the number are read; it is never handed out."""

    def __init__(self, passage: Passage, floor: int, token: re.Match[str], kind: str, numeral: PrintedFigure) -> None:
        self.passage, self.plain, self.floor = passage, passage.plain, floor
        self.kind, self.written, self.numeral = kind, token[0], numeral
        self.first, self.last = token.span()
        self.start, self.end = token.span()
        self.power, self.counted, self.is_scaled = numeral.power, self.last, numeral.power > 0
        self.word, self.unit, self.sign = "", "", ""
        self.before, self.phrase, self.after = "", "", ""
        self.is_bare = self.is_limited = self.falls = self.directs = False
        self.bounds: list[str] = []

    def claim(self) -> Claim | None:
        """Return the figure that was read, or None if two of its words contradict each other."""
        if len(self.bounds) > 1 or (self.sign in MINUS and (self.directs or self.falls)):
            return None
        number, upper = self.numeral.number, self.numeral.upper
        power = self.power
        if self.kind == "word" and self.unit in SHARES:
            number, power = shifted(number, power), 0  # one hundred per cent is as fine as 100%
        bound: Any = self.bounds[0] if self.bounds else self.numeral.bound
        if self.falls or self.sign in MINUS:
            number, upper = (negative(number), None) if upper is None else (negative(upper), negative(number))
            bound = MIRRORED.get(bound, bound) if self.falls else bound
        ranked = (self.unit == "place" and self.directs) or (self.word == "位" and self.before)
        return Claim(
            value=shifted(number, power),
            upper=None if upper is None else shifted(upper, power),
            resolution=shifted(Decimal(1), power + int(number.as_tuple().exponent)),
            bound=bound,
            unit="rank" if ranked else self.unit,
            text=self.passage.text[self.start : self.end],
            start=self.start,
            end=self.end,
        )


def read_scale(draft: Draft) -> bool:
    """Read scale words after the number, Chinese or English, then `-odd`, `+`, 余 or 多."""
    plain, power = draft.plain, draft.power
    more = chinese.SCALED.match(plain, draft.end) if draft.kind != "word" else None
    if more and more[0]:
        if more["scale"] and draft.kind != "digits":
            return False
        draft.power += sum(SCALES[word] for word in f"{more['scale'] or ''}{more['rest'] or ''}")
        draft.bounds += ["some_over"] if more["more"] else []
        draft.end, draft.is_scaled, draft.is_limited = more.end(), True, bool(more["more"])
    elif draft.kind in ("digits", "word"):
        while draft.power - power < 12 and (scale := english.SCALE.match(plain, draft.end)):
            draft.power, draft.end, draft.is_scaled = draft.power + english.SCALES[scale[1]], scale.end(), True
        if odd := english.ODD.match(plain, draft.end):
            draft.bounds.append("some_over" if odd["odd"] else "ge")
            draft.end = odd.end()
    draft.counted = draft.end
    return True


def read_unit(draft: Draft) -> bool:
    """Read the unit after the number; none is a figure in a unit that the vocabulary does not have."""
    if draft.numeral.unit:  # 百分之 and 成
        draft.unit, draft.power = "percent", draft.power - (draft.numeral.unit == "‰")
        return True
    definitions = draft.passage.definitions
    gap = GAP.match(draft.plain, draft.end)
    at = gap.end() if gap else draft.end
    unit: str | None = ""
    many = chinese.MANY.match(draft.plain, at)
    draft.word = f"个{many[1]}" if many else chinese.unit_at(draft.plain, at, definitions)
    if draft.word:
        end = many.end() if many else at + len(draft.word)
        unit, draft.end = chinese.rate_at(draft.plain, end, chinese.unit_words(definitions)[draft.word], definitions)
        over = chinese.OVER.match(draft.plain, draft.end)
        draft.bounds += ["some_over"] if many or over else []
        draft.end = over.end() if over else draft.end
    elif draft.kind != "chinese":
        unit, draft.end = english_units.unit_after(draft.plain, draft.end, draft.kind == "word", definitions)
    draft.unit = unit or ""
    draft.is_bare = not (draft.unit or draft.word)
    if draft.word == "成":
        draft.power += 1
        return not TENTHS.match(draft.plain, draft.end)
    return unit is not None


def read_sign(draft: Draft) -> bool:
    """Read a sign and a currency before digits; neither is part of a figure behind a word, a bracket or a path."""
    front = FRONT.search(draft.plain, max(draft.floor, draft.first - REACH), draft.first)
    if not front or not draft.written[0].isdecimal():
        return True
    head = draft.start = front.start()
    draft.sign = front["sign"] or front["minus"] or ""
    behind = draft.plain[head - 1 : head] if head else ""
    is_behind_bracket = behind == ")" and draft.word != "" and not draft.sign  # 地区生产总值（GDP）3842亿元
    if not is_behind_bracket and english.NAMES.search(draft.plain, max(0, head - 4), head):
        return False
    if draft.sign and behind and behind in "%)":
        return False
    return not front["yuan"] or draft.unit in ("yuan", "yuan/month") or _read_currency(draft)


def _read_currency(draft: Draft) -> bool:
    """Make yuan the unit of a number behind `RMB`, and of nothing that has another unit."""
    has_unit = bool(draft.word or draft.unit in english_units.MEASURED)
    month = english_units.MONTHLY.match(draft.plain, draft.counted)
    draft.unit, draft.end = ("yuan/month", month.end()) if month else ("yuan", draft.counted)
    draft.is_bare = False
    return not has_unit and not JOINED.match(draft.plain, draft.end)


def read_words(draft: Draft) -> bool:
    """Read the words on both sides that bound the number and say whether it is a fall."""
    plain, head = draft.plain, draft.start
    after = chinese.AFTER.match(plain, draft.end)
    before = chinese.BEFORE.search(plain, max(draft.floor, head - REACH), head)
    draft.after = after[0] if after else ""
    draft.before = before[0].strip() if before else ""
    draft.start, draft.phrase, draft.falls, draft.directs = english.words_before(
        plain, head if draft.before else draft.floor, head
    )
    if draft.phrase:
        draft.bounds.insert(0, english.BOUNDS[draft.phrase])
    if before and draft.before:
        draft.start = before.start()
        draft.falls = before["direction"] in DOWNWARD
        if before["bound"] and not (before["bound"] == "近" and after and after["since"]):  # 近15年新低 is no bound
            draft.bounds.append(BOUNDS_BEFORE[before["bound"]])
    if after and after["bound"]:
        draft.bounds.append(BOUNDS_AFTER[after["bound"]])
    draft.end += len(draft.after)
    is_chinese = bool((before and before["bound"]) or (after and after["bound"]))
    draft.is_limited = draft.is_limited or is_chinese or draft.phrase in english.COUNTS
    return True


def read_limit(draft: Draft) -> bool:
    """Read an English bound behind the number, `or more`, and the unit that may follow it."""
    limit = None if draft.after else english.AFTER.match(draft.plain, draft.end)
    if limit:
        draft.bounds.append(english.BOUNDS_AFTER[" ".join(limit[1].split())])
        draft.end = limit.end()
    if limit and draft.is_bare:
        unit, draft.end = english_units.unit_after(
            draft.plain, draft.end, draft.kind == "word", draft.passage.definitions
        )
        draft.unit, draft.is_bare = unit or "", not unit
        return unit is not None
    return True


def read_loss(draft: Draft) -> bool:
    """Read `lower` or `drop` behind a share, which makes it negative."""
    may_fall = draft.unit in SHARES and not (draft.directs or draft.before or draft.sign)
    if may_fall and (loss := english.LOSS.match(draft.plain, draft.end)):
        draft.falls, draft.end = True, loss.end()
    return True
