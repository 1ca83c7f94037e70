"""Lists of names beside figures: `A、B和C分别为1、2和3`, and `A和B均达到93%`, where one figure is of each name."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record

if TYPE_CHECKING:
    from collections.abc import Sequence

    from beijing_public_services.authoring.drafting.figure import DraftFigure
    from beijing_public_services.authoring.drafting.text import Paragraph

SEPARATOR = re.compile(r"、|和(?!谐|平)|以及|及(?!以[上下])|与(?!其)|(?<=[一-鿿])，(?=[一-鿿])")
ENGLISH_SEPARATOR = re.compile(r",? and |, ")
BETWEEN = re.compile(r"\s?(?:、|，|和|以及|及|与|,|,? and)\s?")
IN_ORDER = re.compile(r"分别|依次|respectively")
EACH = re.compile(r"(?:(?<![日年月户人平时])均|(?<!首)都|也)[一-鿿]{0,6}\Z")
LONGEST_ITEM = 24  # characters
FARTHEST = 120  # characters between a list of names and its figures


class ListedNames(Record):
    """The names that a figure of a list is of, and where the list stands."""

    names: tuple[str, ...]
    start: int
    end: int


def runs_of(paragraph: Paragraph, figures: Sequence[DraftFigure]) -> list[list[int]]:
    """Return the places of figures that stand in one list, in runs; a figure alone is a run of one."""
    runs: list[list[int]] = []
    for place, figure in enumerate(figures):
        before = figures[place - 1] if place else None
        between = paragraph.text[before.end : figure.start] if before else ""
        is_next = before is not None and BETWEEN.fullmatch(between) and _is_alike(before, figure)
        if is_next:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def text_of(listed: ListedNames) -> str:
    """Return the names of a list as one text."""
    return "".join(listed.names)


def _is_alike(one: DraftFigure, other: DraftFigure) -> bool:
    return (one.unit, one.word) == (other.unit, other.word) or not other.word or not one.word


def names_for(paragraph: Paragraph, figures: Sequence[DraftFigure], run: list[int]) -> list[ListedNames | None]:
    """Return for each figure of a run the names that it is of, None for a figure that no list belongs to."""
    first, last = figures[run[0]], figures[run[-1]]
    begin, stop = paragraph.sentence(first.start)
    floor = max(begin, first.start - FARTHEST)
    lead = paragraph.text[floor : first.start]
    around = lead[-16:] + paragraph.text[last.end : min(stop, last.end + 16)]
    if len(run) > 1 and IN_ORDER.search(around):
        found = _list_before(paragraph, floor, first.start, len(run))
        if found and not any(re.search("[(（][0-9]", name) for name in found.names):
            return [found.__replace__(names=(name,)) for name in found.names]
    if len(run) == 1 and first.unit == "percent" and paragraph.is_chinese:
        found = _list_before(paragraph, floor, first.start, 0)
        if (
            found
            and len(found.names) > 2
            and found.end == first.start
            and not re.search("[0-9]", paragraph.text[found.start : found.end])
            and not re.search("[均都了为达]", text_of(found))
        ):
            return [found]
    if len(run) == 1 and (each := EACH.search(lead)):
        found = _list_before(paragraph, floor, floor + each.start(), 0)
        if found and len(found.names) > 1:
            return [found]
    return [None] * len(run)


def _list_before(paragraph: Paragraph, floor: int, end: int, count: int) -> ListedNames | None:
    """Return the list of names that ends nearest before a place; of so many names unless `count` is 0."""
    text = paragraph.text
    separator = SEPARATOR if paragraph.is_chinese else ENGLISH_SEPARATOR
    start = max((text.rfind(mark, floor, end) + 1 for mark in "。；;："), default=floor)
    clause = text[max(start, floor) : end]
    offset = max(start, floor)
    marks = [(offset + each.start(), offset + each.end(), each[0]) for each in separator.finditer(clause)]
    for chosen in _readings([mark for mark in marks if mark[2] != "，"]):
        found = _group(text, chosen, offset, end, count, paragraph.is_chinese)
        if found:
            return found
    return None


def _readings(marks: list[tuple[int, int, str]]) -> list[list[tuple[int, int, str]]]:
    """Return which separators may part a list: all, or 、 and the one 和 behind the last of them, or 、 alone."""
    strong = [mark for mark in marks if mark[2] == "、"]
    last = strong[-1][0] if strong else 0
    behind = [mark for mark in marks if mark[0] > last and mark[2] != "、"]
    readings = [marks, [*strong, *behind[:1]], [*strong, *behind[-1:]], strong]
    return [reading for reading in readings if reading]


def _group(
    text: str, strong: list[tuple[int, int, str]], floor: int, end: int, count: int, is_chinese: bool
) -> ListedNames | None:
    """Return the last group of names that these separators part and that is near enough to be one list."""
    groups: list[list[tuple[int, int, str]]] = [[strong[0]]]
    for mark in strong[1:]:
        gap = text[groups[-1][-1][1] : mark[0]]
        is_near = len(gap) <= LONGEST_ITEM and not re.search("[，,。；]", gap if is_chinese else "")
        if is_near:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    for group in reversed(groups):
        if count and len(group) != count - 1:
            continue
        head = _item_start(text, floor, group[0][0])
        tail = _item_end(text, group[-1][1], end)
        edges = [head, *(edge for mark in group for edge in mark[:2]), tail]
        names = tuple(text[edges[place] : edges[place + 1]].strip() for place in range(0, len(edges), 2))
        if all(names):
            return ListedNames(names=names, start=head, end=tail)
    return None


def _item_start(text: str, floor: int, end: int) -> int:
    at = max(text.rfind(mark, floor, end) + 1 for mark in "，,：:")
    return max(at, floor, end - LONGEST_ITEM)


def _item_end(text: str, start: int, end: int) -> int:
    stop = re.compile("[，,]|的|(?:同比|环比|年均|平均)?(?:分别|依次)|均|都|两|三|四|等|是|为|达|增|上升|下降").search(
        text, start + 1, end
    )
    return stop.start() if stop else end
