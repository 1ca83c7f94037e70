"""The period that a report is about, by its title and the years that its figures are of."""

from __future__ import annotations

import re
from collections import Counter

from beijing_public_services._record import TYPE_CHECKING
from beijing_public_services.authoring.drafting.belonging import COMPARED
from beijing_public_services.authoring.drafting.financial_years import default_of, is_of_two_years
from beijing_public_services.authoring.drafting.horizon import WORK_REPORT
from beijing_public_services.authoring.drafting.moments import EXACTLY, TWO_YEARS, moments_of
from beijing_public_services.authoring.drafting.periods import TITLE_YEAR, joined, part_in
from beijing_public_services.authoring.drafting.targets import PLANS
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.times import find_times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from beijing_public_services.authoring.drafting.text import Paragraph

KIND = re.compile(  # of a document, in a heading that may name its year
    r"报告|公报|年报|白皮书|公告|通报|快报|简报|\b(?:report|bulletin|review|statistics|statement|digest|yearbook"
    r"|communiqu[eé]|accounts|summary|update|figures)\b"
)
YEARBOOK = re.compile(r"年鉴|\b(?:yearbook|almanac)\b")  # it is named after the year that it comes out in
ASIDE = re.compile(r"[(（][^()（）]{0,40}\Z")  # €112.4 million (€105.9 million in 2023)
ASIDE_END = re.compile(r"[年末底]{0,2}[^()（）]{0,12}[)）]")
FORMER = re.compile(
    r"\b(?:had\s(?:been|stood|reached|risen|fallen|numbered|totalled)|since|until|before|used\sto|up\sfrom|down\sfrom"
    r"|founded|established|built|opened|entered|began|born)\b(?:[^.;]|(?<=[0-9])\.(?=[0-9])){0,60}\Z|(?:由|从|自|比|较|与)[^，。；]{0,6}\Z"
)
PERIOD_OF_A_PLAN = re.compile(r"\s?[—–~-]{1,2}\s?[0-9]{4}|[0-9]{4}\s?[—–~-]{1,2}\s?\Z")
SUBJECT = re.compile(  # School figures are for the 2024/25 school year
    r"\b(?P<what>[a-z]{3,})\s(?:figures|data|numbers|statistics)\s(?:are|refer|relate|cover)\b[^.;]{0,60}?"
    r"(?P<year>(?:19|20)[0-9]{2}\s?[/–-]\s?[0-9]{2})(?![0-9])"
)
SCOPE = re.compile(  # These statistics cover exclusions during the 2030/31 academic year
    r"(?:\A|[.;]\s|\b(?:the|this|these|all|our)\s)(?:[a-z]+\sand\s)?"
    r"(?:statistics|figures|data|report|release|bulletin|publication|review|statement)\b[^.;]{0,40}?"
    r"\b(?:covers?|relates?\sto|refers?\sto|(?:is|are)\s(?:for|on|about))\b[^.;]{0,90}?"
    r"(?P<year>(?<![0-9])(?:19|20)[0-9]{2}(?:\s?[/–-]\s?[0-9]{2})?(?![0-9]))(?!\s?(?:[/–-]|to|and|until)\s?[0-9])"
)
OFTEN = re.compile(
    r"\b(?:met|held|ran|went|sat|happened|took\splace)\b[^,.;]{0,40}\stimes\sin\s\Z"
)  # it met nine times in 2031
GOAL = re.compile(
    "(?:与|比|较|完成|占)((?:19|20)[0-9]{2})年(?:度|全年)?(?:计划|预期|预算|工作)?(?:目标|任务|预算|计划)"
)
ANY = ("all", "the", "these", "our", "other", "following", "most", "some", "such")
ENOUGH_PARTS = 3  # times that a report names the part of a year that it is on
FIRST = 4  # paragraphs in which a report says what year it is on


def report_year(title: str, paragraphs: Iterable[Paragraph]) -> str:
    """Return the period that a report is about, "" if the text does not tell: that of its title, else of its figures.

    A year counts for each time that something is said of it. A year that something is compared with, that is part of
    a name, or that a plan is for does not count.
    """
    paragraphs = list(paragraphs)
    year = _year_of(title, paragraphs)
    if len(year) == len("2031") and (part := _part_in_title(title, int(year))):
        return part
    is_titled = year in TITLE_YEAR.findall(title)
    return year if len(year) != len("2031") or is_titled else part_of_year(year, paragraphs) or year


def _part_in_title(title: str, year: int) -> str:
    """Return the part of a year that a title names without its year: 上半年经济运行情况."""
    folded = fold(title)
    for time in find_times(folded):
        if not time.year and time.kind == "when" and time.relative is None:
            named = part_in(folded[time.start : time.end], str(year))
            part = "" if time.part == "other" or time.is_local else time.part
            return named or (joined(year, part) if part else "")
    return ""


def part_of_year(year: str, paragraphs: Iterable[Paragraph]) -> str:
    """Return the part of a year that nearly all figures of a report are of, as 一季度, "" if it is on all of it."""
    parts: Counter[str] = Counter()
    for paragraph in paragraphs:
        folded = fold(paragraph.text)
        for time in moments_of(paragraph, year):
            named = part_in(folded[time.start : time.end], year)
            is_own = not time.is_local and time.year in (0, int(year)) and not time.relative
            if is_own and (named or time.part not in (TWO_YEARS, "other")) and not time.part.startswith(EXACTLY):
                parts[named or joined(int(year), time.part)] += 1
    best, count = parts.most_common(1)[0] if parts else ("", 0)
    return best if best != year and not parts[year] and count >= ENOUGH_PARTS and 2 * count > parts.total() else ""


def _year_of(title: str, paragraphs: list[Paragraph]) -> str:
    text = fold(" ".join(paragraph.text for paragraph in paragraphs))
    if not TITLE_YEAR.search(title):
        headings = dict.fromkeys(paragraph.heading for paragraph in paragraphs[:FIRST])
        title = next((each for each in headings if KIND.search(fold(each)) and TITLE_YEAR.search(each)), title)
    if two_years := default_of(fold(title), text):
        return two_years
    if WORK_REPORT.search(title) and (given := TITLE_YEAR.search(title)):
        return str(int(given[1]) - 1)
    if quarter := _whole_of(title):
        return quarter
    years = Counter(year for paragraph in paragraphs for year in _years_of(paragraph))
    if not TITLE_YEAR.search(title) and (scope := _scope_of(paragraphs[:FIRST])):
        return default_of(scope, text) or scope
    titled: set[str] = set(TITLE_YEAR.findall(title))
    if len(titled) == 1 and YEARBOOK.search(fold(title)):
        edition, before = min(titled), str(int(min(titled)) - 1)
        return before if years[before] > years[edition] else edition if years[edition] else ""
    if len(titled) == 1 and max(years.values(), default=0) <= years[title_year := min(titled)] + 2:
        return title_year
    if titled and (not years or titled & years.keys()):
        return max(titled, key=lambda year: (years[year], -int(year)))
    if not years:
        return _year_of_a_goal(text)
    latest = max(years)
    first = next((year for paragraph in paragraphs[:FIRST] for year in _years_of(paragraph)), "")
    years[latest] += latest == first
    (best, count), *others = years.most_common(2)
    if others and (count == others[0][1] or (int(latest[:4]) == int(best[:4]) + 1 and count < 2 * years[latest])):
        return ""
    return default_of(best, text) if "/" in best else best


def _scope_of(paragraphs: Iterable[Paragraph]) -> str:
    """Return the only year that the first paragraphs say a report covers, "" for none."""
    found = {each["year"] for paragraph in paragraphs for each in SCOPE.finditer(fold(paragraph.text))}
    return min(found) if len(found) == 1 else ""


def _year_of_a_goal(text: str) -> str:
    """Return the only year with whose goal a text compares, if it names no later one: 与2031年计划目标持平."""
    goals = {found[1] for found in GOAL.finditer(text)}
    later = {year for year in TITLE_YEAR.findall(text) if year > max(goals, default="")}
    return min(goals) if len(goals) == 1 and not later else ""


def years_of_subjects(paragraphs: Iterable[Paragraph], default: str) -> dict[str, str]:
    """Return the year of parts of two that a report gives one subject, by the stem of its word in headings.

    `School figures are for the 2024/25 school year` gives `school`; a report on such a year gives none.
    """
    if is_of_two_years(default):
        return {}
    texts = [fold(paragraph.text) for paragraph in paragraphs]
    stated = (SUBJECT.search(text) for text in texts)
    years = {found["what"].rstrip("s"): found["year"] for found in stated if found and found["what"] not in ANY}
    return {stem: default_of(year, " ".join(texts)) or year for stem, year in years.items()}


def period_under(heading: str, years: Mapping[str, str], default: str) -> str:
    """Return the year of the subject that the headings above a paragraph name, else that of the report."""
    return next((year for stem, year in years.items() if re.search(rf"\b{stem}", fold(heading))), default)


def _years_of(paragraph: Paragraph) -> Iterator[str]:
    """Yield the years that something of a paragraph is of: `2024`, or `2024/25` for a year of parts of two."""
    folded = fold(paragraph.text)
    often = [time for time in find_times(folded) if time.kind == "base" and OFTEN.search(folded, 0, time.start)]
    for time in (*moments_of(paragraph, ""), *often):
        first = paragraph.sentence(time.start)[0]
        lead = folded[first : time.start]
        if not time.year or time.kind == "whole":
            continue
        clause = folded[max(first, paragraph.clause(time.start)[0]) : time.start]
        is_aside = ASIDE.search(lead) and ASIDE_END.match(folded, time.end)
        is_compared = time.kind == "when" and COMPARED.search(folded, max(first, time.start - 60), time.start)
        is_plan = PLANS.search(folded, first, time.end) is not None
        is_span = PERIOD_OF_A_PLAN.match(folded, time.end) or PERIOD_OF_A_PLAN.search(lead)
        if not (is_aside or is_compared or FORMER.search(clause) or is_plan or is_span):
            yield f"{time.year}/{(time.year + 1) % 100:02d}" if time.part == TWO_YEARS else str(time.year)


def _whole_of(title: str) -> str:
    """Return the quarter, months or half of a year that a title names."""
    for time in find_times(fold(title)):
        if time.kind in ("when", "published") and time.year and time.part not in ("", "other"):
            return joined(time.year, time.part)
        if time.year and (part := part_in(fold(title)[time.start : time.end], str(time.year))):
            return part
    return ""
