"""The base of a change, as the words around it state it: 同比, 环比, 比上年, `year on year`."""

from __future__ import annotations

import re

from beijing_public_services._record import Record
from beijing_public_services.notation.folding import fold

CLAUSE = re.compile(r"[。；;！？!?\n]|[，,:：](?![0-9]{3})|(?<![0-9])\.(?=\s|\Z)|(?<=[0-9])\.(?=\s[a-z])")
LEAD_IN = re.compile(  # ends with a comma
    r"(?:与|同(?!比)|和|比|较|相比|相较)[^，,]{0,24}(?:相比|比较|同期|年|月|季度?)[，,]"
    r"|compared (?:with|to) [^,]{0,40},\s?"
)
THAN = r"(?:than|from|over|on|since|below|under|above|against|compared\s(?:with|to))"
LAST = "(?:last|previous|preceding|prior)"
YEAR = re.compile(
    rf"""同比 | (?: 与|和|比|较|同 ) (?: 上年|去年|上一年|前一年 ) (?: 同期|末|底 )?
      | 上年同期 | 去年同期 | [与和比较] 同期
      | \byear[\s-]?on[\s-]?year | \byear[\s-]over[\s-]year | \byoy\b | \by/y\b | \by-o-y\b
      | \ba\s year\s (?: earlier|ago|before ) | \bthe\s year\s (?: earlier|before ) | \bup\s on\s the\s year\b
      | {THAN}\s (?: in\s | that\s in\s )? (?: the\s )? (?: {LAST}\s year | year\s (?: before|earlier ) )
      | same\s (?: period|month|quarter )\s (?: of\s | in\s )? (?: the\s )? {LAST}\s year
      | same\s (?: period|month|quarter )\s (?: of|in )\s (?:19|20)[0-9]{{2}}
      | \bannual(?:ly)?\s (?: growth|increase|rise|decline|decrease|fall|drop )""",
    re.VERBOSE,
)
QUARTER = re.compile(
    rf"""(?: 与|和|比|较 ) 上 [一个]? 季度? | quarter[\s-]?(?:on|over)[\s-]quarter | \bqoq\b
      | {THAN}\s (?: in\s )? (?: the\s )? (?: {LAST} | first | second | third | fourth )\s quarter
      | \ba\s quarter\s (?: earlier|ago|before )""",
    re.VERBOSE,
)
MONTH = re.compile(
    rf"""(?: 与|和|比|较 ) 上 [一个]? 月 | month[\s-]?(?:on|over)[\s-]month | \bmom\b
      | {THAN}\s (?: in\s )? (?: the\s )? {LAST}\s month | \ba\s month\s (?: earlier|ago|before )""",
    re.VERBOSE,
)
COMPARES = re.compile(
    r"\s?(?:higher|lower|more|fewer|less|greater|up|down)?\s?(?:than|on|from|over|below|under|above|since|against"
    r"|compared\s(?:with|to)|relative\sto)\s"
)
OF_ANOTHER = re.compile(  # fell by 0.4% in the quarter [and were 0.5% lower than a year earlier]
    r"\s(?:and|but|while|whereas)\s(?:[a-z]+\s){0,4}?(?:was|were|is|are|rose|fell|grew|stood|(?:in|de)creased|dropped)\s[^0-9]{0,20}[0-9]"
)
NEXT = re.compile(r"(?<=[0-9])\s(?:and|or|but)\s(?=[^0-9]{0,30}[0-9])")
CHAINED = re.compile("环比")
FIXED = re.compile(
    rf"""(?: (?<![0-9年])[与和同] | 比|较 ) ( (?:19|20)[0-9]{{2}} ) 年? (?: 末|底|同期|相比 )?
      | (?: {THAN} | than\sin | since | relative\sto )\s (?: (?: the|its|their|an? )\s )?
        (?: (?: fiscal|financial )\s year\s | fy\s? )?
        (?: end\sof\s | level\s(?:of|in)\s )?
        ( (?:19|20)[0-9]{{2}} ) (?! [0-9] | \s?[-–—]\s?(?:19|20)[0-9]{{2}} )""",
    re.VERBOSE,
)
REACH = 160  # characters before and behind a figure that are looked at


class StatedBase(Record):
    """What a change is compared with: `kind` as in `base_kind`, and the year of a fixed base."""

    kind: str
    year: int = 0


def stated_base(text: str, start: int, end: int, frequency: str = "") -> StatedBase | None:
    """Return the base that the clause around a figure states, None if it states none.

    环比 alone is the quarter before if `frequency` is `quarter`, else the month before.

    Args:
        text: the paragraph.
        start: where the figure begins.
        end: where it ends.
        frequency: `quarter`, `month` or "" for what the text is about.

    >>> print(stated_base("销售额同比增长5%", 5, 9).kind, stated_base("增长5%", 0, 4))
    previous_year None
    """
    folded = fold(text[max(0, start - REACH) : end + REACH])
    at, last = start - max(0, start - REACH), end - max(0, start - REACH)
    before = folded[_clause_start(folded, at) : last]
    behind = folded[last:]
    stop = CLAUSE.search(behind)
    behind = behind[: stop.start() if stop else None]
    other = OF_ANOTHER.search(behind)
    behind = behind[: other.start() if other else None]
    if compares := COMPARES.match(behind):
        own = _base_in(_to_next(behind, compares.end()), frequency)
        if own or "than" in compares[0]:  # 8% lower than the average: of no base before it
            return own
    return _base_in(before, frequency) or _base_in(behind if re.match(r"[\s(]*[a-z(]", behind) else "", frequency)


def _to_next(behind: str, at: int) -> str:
    """Return the words behind a figure up to the next one that is compared too: [than in 2030 and] 900 more than."""
    other = NEXT.search(behind, at)
    return behind[: other.start()] if other else behind


def _clause_start(folded: str, at: int) -> int:
    """Return where the clause begins that ends at a place; a comparison before its comma belongs to it."""
    starts = [found.end() for found in CLAUSE.finditer(folded, 0, at)]
    start = starts[-1] if starts else 0
    if starts:
        earlier = starts[-2] if len(starts) > 1 else 0
        if LEAD_IN.fullmatch(folded, earlier, start):
            return earlier
    return start


def _base_in(clause: str, frequency: str) -> StatedBase | None:
    """Return the base that words name, the last one if several do."""
    found: list[tuple[int, StatedBase]] = []
    for kind, pattern in (("previous_month", MONTH), ("previous_quarter", QUARTER), ("previous_year", YEAR)):
        found += [(each.start(), StatedBase(kind=kind)) for each in pattern.finditer(clause)]
    if not found:
        kind = "previous_quarter" if frequency == "quarter" else "previous_month"
        found += [(each.start(), StatedBase(kind=kind)) for each in CHAINED.finditer(clause)]
    fixed = [(each.start(), int(each[1] or each[2])) for each in FIXED.finditer(clause)]
    found += [(at, StatedBase(kind="fixed_year", year=year)) for at, year in fixed]
    return max(found, key=lambda each: each[0])[1] if found else None
