"""Finding the claims about known indicators in a passage, in Chinese or English, and verifying each."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial
from typing import TYPE_CHECKING

from beijing_public_services._record import Records
from beijing_public_services.notation.decimals import with_exact_decimals
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.sentences import sentences_of
from beijing_public_services.verification.attribution import Passed
from beijing_public_services.verification.choice import Chooser
from beijing_public_services.verification.cleaning import clean
from beijing_public_services.verification.context import Context, date_of
from beijing_public_services.verification.marks import lookup_for, marks_of
from beijing_public_services.verification.nearest import find_nearest
from beijing_public_services.verification.passage_report import PassageReport, PassageVerdict, PassedOver
from beijing_public_services.verification.place_roles import is_about_another_place
from beijing_public_services.verification.sentence_reader import SentenceReader
from beijing_public_services.verification.table_reader import read_table
from beijing_public_services.verification.tables import find_tables
from beijing_public_services.verification.tokens import tokens_of

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.notation.sentences import Sentence
    from beijing_public_services.verification.attribution import Attribution
    from beijing_public_services.verification.marks import Lookup
    from beijing_public_services.verification.tokens import Token

HEADLINE = "headline"
DENIAL = re.compile(
    r"\s*(?:[\"'”’]?\s?(?:this|that|it|these|those|both|but (?:this|that|it)|the (?:claim|figure|number"
    r"|statement|report)s?)\b[^.]{0,40}?\b"
    r"(?:untrue|false|incorrect|wrong|myth|rumou?r|hoax|fake|fabricated|denied|inaccurate|not true|not correct"
    r"|not right|mistaken|misleading|debunked)"
    r"|(?:这|该|此|上述|以上|对此|但这|但该|有关|相关)[^。]{0,16}(?:谣言|不实|不属实|虚假|错误|有误|失实|不准确"
    r"|不正确|并非|假的|不是事实|辟谣|否认)|(?:不实|谣言|假的|错误)[。!])"
)


@with_exact_decimals
def verify_text(
    text: str,
    package: DataPackage,
    *,
    default_area: str | None = HEADLINE,
    published: str | int | None = None,
) -> PassageReport:
    """Return the verdicts on the figures of a passage, and the figures passed over with the reason.

    A figure is judged only where the text says which indicator, place and time it is of, whether it is a level, a
    change, a share or a rank, and asserts it. A text that names no place is about `default_area`, by default the
    headline area of the package; None passes such figures over. A text that names no time is about the period of the
    headline figure. `published` is the year or date of the text; `last year` is relative to it, else to a date in the
    text, and without either a figure can only agree with the latest one. The result is a sequence of verdicts in the
    order of the text; `passed_over` has the rest.

    Args:
        text: The passage, in English or Chinese: prose, lists and tables.
        package: The data package to verify against.
        default_area: The id of the area that a text without place names is about.
        published: When the passage was published, such as `2025` or `2025-01-21`.

    Raises:
        TypeError: `text` is not a string.
        ValueError: The package has no area of that id, or `published` begins with no year.
    """
    if not isinstance(text, str):
        raise TypeError(f"verify_text() needs a text (str), found {type(text).__name__}")
    area = package.headline_area if default_area == HEADLINE else default_area
    known = sorted(each.id for each in package.areas)
    if area and area not in known:
        raise ValueError(f"found default_area={area!r}, expected None or an area of the package: {', '.join(known)}")
    return _Passage(text, package, lookup_for(package), area or None, _year_of(published)).report()


def _year_of(published: str | int | None) -> int:
    """Return the year of a date of publication, 0 for none."""
    if published is None:
        return 0
    found = re.match(r"(?:19|20)[0-9]{2}(?![0-9])", str(published))
    if not found:
        raise ValueError(f"found published={published!r}, expected a year or a date such as 2025 or '2025-01-21'")
    return int(found[0])


class _Passage:
    """One passage while it is read: each kind of thing is found in one pass, then the sentences are read in order."""

    def __init__(self, text: str, package: DataPackage, lookup: Lookup, area: str | None, published: int) -> None:
        self.original = text
        self.cleaned = clean(text)
        self.text = self.cleaned.text
        self.folded = fold(self.text)
        self.package, self.lookup = package, lookup
        self.context = Context(area, published)
        self.chooser = Chooser(package, lookup.names)
        self.marks = marks_of(self.text, self.folded, lookup)
        self.starts = [mark.start for mark in self.marks]
        if is_about_another_place(self.marks, self.folded, area):
            self.context.default_area = None
        if not published:
            self.context.published, self.context.published_month = date_of(self.marks, self.folded)
        self.verdicts: list[PassageVerdict] = []
        self.passed: list[PassedOver] = []

    def report(self) -> PassageReport:
        """Return the verdicts and the figures passed over."""
        sentences = list(sentences_of(self.folded, self.text))
        tables = iter(find_tables(self.text))
        table = next(tables, None)
        for place, sentence in enumerate(sentences):
            while table is not None and table.end <= sentence.start:
                table = next(tables, None)
            if table is not None and table.start < sentence.end:
                if table.start >= sentence.start:
                    marks = {mark.start: mark for mark in self._between(table.start, table.end)}
                    self._judge(read_table(table, self.text, self.folded, marks, self.context), "")
                continue
            here = self._between(sentence.start, sentence.end)
            if here:
                following = sentences[place + 1] if place + 1 < len(sentences) else None
                denied = following is not None and bool(DENIAL.match(self.folded, following.start))
                self._judge(self._read(sentence, here, denied), self.folded[sentence.start : sentence.end])
        return PassageReport(verdicts=Records(self.verdicts), passed_over=Records(self.passed))

    def _between(self, start: int, end: int) -> list[Token]:
        return self.marks[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def _judge(self, attributions: list[Attribution | Passed], sentence: str) -> None:
        """Add the verdict on each figure of a sentence, or the reason why it has none; a table is no sentence."""
        nearest: dict[str, str] = {}  # by the unit of the figure
        for each in attributions:
            start, end = self.cleaned.origin(each.found.start), self.cleaned.origin(each.found.end - 1) + 1
            text = self.original[start:end]
            result = each if isinstance(each, Passed) else self.chooser.verdict(each)
            if isinstance(result, Passed):
                unit = each.found.unit
                if result.reason == "no_name" and unit not in nearest:
                    nearest[unit] = find_nearest(self.lookup.hints, sentence, partial(self.chooser.converts, unit))
                self.passed.append(
                    PassedOver(
                        start=start,
                        end=end,
                        text=text,
                        reason=result.reason,
                        detail=result.detail,
                        nearest=nearest[unit] if result.reason == "no_name" else "",
                    )
                )
            else:
                self.verdicts += [
                    PassageVerdict(start=start, end=end, text=text, verdict=verdict) for verdict in result
                ]

    def _read(self, sentence: Sentence, here: list[Token], denied: bool) -> list[Attribution | Passed]:
        self.context.paragraph = sentence.paragraph
        tokens = tokens_of(self.folded, sentence.start, sentence.end, here)
        reader = SentenceReader(tokens, self.context, sentence.asks, denied, self.lookup.paraphrases)
        reader.planned = sentence.goes_on and self.context.is_planned
        found = reader.read()
        self.context.is_planned = reader.planned
        self.context.end_of_sentence(*reader.leave(), is_planned=reader.planned)
        return found
