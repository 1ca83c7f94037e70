"""A number in a text with the words around it: each step reads one kind of word, or finds that it is no figure."""

from __future__ import annotations

import re
from decimal import Decimal

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.notation import chinese, english, english_units
from beijing_public_services.notation.chinese_words import BOUNDS_AFTER, BOUNDS_BEFORE, DOWNWARD, MIRRORED
from beijing_public_services.notation.durations import EXPRESSIONS
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


class Candidate:
    """A number that may be a figure. `start` and `end` grow as the words around it are read; it is not handed out."""

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


def read_scale(found: Candidate) -> bool:
    """Read scale words after the number, Chinese or English, then `-odd`, `+`, 余 or 多."""
    plain, power = found.plain, found.power
    more = chinese.SCALED.match(plain, found.end) if found.kind != "word" else None
    if more and more[0]:
        if more["scale"] and found.kind != "digits":
            return False
        found.power += sum(SCALES[word] for word in f"{more['scale'] or ''}{more['rest'] or ''}")
        found.bounds += ["some_over"] if more["more"] else []
        found.end, found.is_scaled, found.is_limited = more.end(), True, bool(more["more"])
    elif found.kind in ("digits", "word"):
        while found.power - power < 12 and (scale := english.SCALE.match(plain, found.end)):
            found.power, found.end, found.is_scaled = found.power + english.SCALES[scale[1]], scale.end(), True
        if english.UNKNOWN_SCALE.match(plain, found.end):
            return False
        if odd := english.ODD.match(plain, found.end):
            found.bounds.append("some_over" if odd["odd"] else "ge")
            found.end = odd.end()
    found.counted = found.end
    return True


def read_unit(found: Candidate) -> bool:
    """Read the unit after the number; none is a figure in a unit that the vocabulary does not have."""
    if found.numeral.unit:  # 百分之 and 成, and 2分30秒
        found.unit = EXPRESSIONS.get(found.numeral.unit, "percent")
        found.power -= found.numeral.unit == "‰"
        return True
    definitions = found.passage.definitions
    gap = GAP.match(found.plain, found.end)
    at = gap.end() if gap else found.end
    unit: str | None = ""
    many = chinese.MANY.match(found.plain, at)
    found.word = f"个{many[1]}" if many else chinese.unit_at(found.plain, at, definitions)
    if found.word:
        end = many.end() if many else at + len(found.word)
        unit, found.end = chinese.rate_at(found.plain, end, chinese.unit_words(definitions)[found.word], definitions)
        over = chinese.OVER.match(found.plain, found.end)
        found.bounds += ["some_over"] if many or over else []
        found.end = over.end() if over else found.end
    elif found.kind != "chinese":
        unit, found.end = english_units.unit_after(found.plain, found.end, found.kind == "word", definitions)
    found.unit = unit or ""
    found.is_bare = not (found.unit or found.word)
    if found.word == "成":
        found.power += 1
        return not TENTHS.match(found.plain, found.end)
    return unit is not None


def read_sign(found: Candidate) -> bool:
    """Read a sign and a currency before digits; neither is part of a figure behind a word, a bracket or a path."""
    front = FRONT.search(found.plain, max(found.floor, found.first - REACH), found.first)
    if not front or not found.written[0].isdecimal():
        return True
    head = found.start = front.start()
    found.sign = front["sign"] or front["minus"] or ""
    behind = found.plain[head - 1 : head] if head else ""
    is_behind_bracket = behind == ")" and found.word != "" and not found.sign  # 地区生产总值（GDP）3842亿元
    if not is_behind_bracket and english.NAMES.search(found.plain, max(0, head - 8), head):
        return False
    if found.sign and behind and behind in "%)":
        return False
    return not front["yuan"] or found.unit in ("yuan", "yuan/month") or _read_currency(found)


def _read_currency(found: Candidate) -> bool:
    """Make yuan the unit of a number behind `RMB`, and of nothing that has another unit."""
    has_unit = bool(found.word or found.unit in english_units.MEASURED)
    month = english_units.MONTHLY.match(found.plain, found.counted)
    found.unit, found.end = ("yuan/month", month.end()) if month else ("yuan", found.counted)
    found.is_bare = False
    return not has_unit and not JOINED.match(found.plain, found.end)


def read_words(found: Candidate) -> bool:
    """Read the words on both sides that bound the number and say whether it is a fall."""
    plain, head = found.plain, found.start
    after = chinese.AFTER.match(plain, found.end)
    before = chinese.BEFORE.search(plain, max(found.floor, head - REACH), head)
    found.after = after[0] if after else ""
    found.before = before[0].strip() if before else ""
    found.start, found.phrase, found.falls, found.directs = english.words_before(
        plain, head if found.before else found.floor, head
    )
    if found.phrase:
        found.bounds.insert(0, english.BOUNDS[found.phrase])
    if before and found.before:
        found.start = before.start()
        found.falls = before["direction"] in DOWNWARD
        if before["bound"] and not (before["bound"] == "近" and after and after["since"]):  # 近15年新低 is no bound
            found.bounds.append(BOUNDS_BEFORE[before["bound"]])
    if after and after["bound"]:
        found.bounds.append(BOUNDS_AFTER[after["bound"]])
    found.end += len(found.after)
    is_chinese = bool((before and before["bound"]) or (after and after["bound"]))
    found.is_limited = found.is_limited or is_chinese or found.phrase in english.COUNTS
    return True


def read_limit(found: Candidate) -> bool:
    """Read an English bound behind the number, `or more`, and the unit that may follow it."""
    limit = None if found.after else english.AFTER.match(found.plain, found.end)
    if limit:
        found.bounds.append(english.BOUNDS_AFTER[" ".join(limit[1].split())])
        found.end = limit.end()
    if limit and found.is_bare:
        unit, found.end = english_units.unit_after(
            found.plain, found.end, found.kind == "word", found.passage.definitions
        )
        found.unit, found.is_bare = unit or "", not unit
        return unit is not None
    return True


def read_loss(found: Candidate) -> bool:
    """Read `lower` or `drop` behind a share, which makes it negative."""
    may_fall = found.unit in SHARES and not (found.directs or found.before or found.sign)
    if may_fall and (loss := english.LOSS.match(found.plain, found.end)):
        found.falls, found.end = True, loss.end()
    return True
