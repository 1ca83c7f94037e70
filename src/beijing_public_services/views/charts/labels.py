"""Where the numbers beside marks stand, so that none covers another, a mark or a line."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from beijing_public_services._printable import columns_of
from beijing_public_services._record import Record
from beijing_public_services.model.wording import in_language
from beijing_public_services.views.charts.scale import ARROW, is_coarse
from beijing_public_services.views.charts.words import AGAINST, listed

if TYPE_CHECKING:
    from beijing_public_services.views.charts.data import ChartBreak, ChartData, ChartMark

    Box = tuple[float, float, float, float]  # left, top, right, bottom

MARGIN, REACH = 22, 9  # pixels: beside the first and last day, and from a mark to its label
TALL, COLUMN, FURTHER = 14, 6.6, 18  # pixels: a line of text, one of its columns, and how far off a label may stand
AXIS = 80.0  # pixels: the room of the numbers and years beside the axes
NEAR, ON = 16, 6  # pixels: between figures whose labels could be confused, and between marks that hide each other
NEST = 1.1  # of the area of a mark, for each that lies on it
MOST_LABELS = 16  # of one line; in a fuller chart only some are labelled
MOST_TRIED = 80  # labels in a picture
SIDES = ("above", "below", "right", "left")
FAR = ("far below", "far above")  # for the labels that name a publisher


class Label(Record):
    """What stands beside the mark at a place, and on which side of it."""

    place: int
    side: str
    text: str


def break_names(data: ChartData) -> list[tuple[str, str]]:
    """Return the day of each break, and what stands there: its text, and its series unless all have it."""
    of_text: dict[str, list[ChartBreak]] = {}
    for each in data.breaks:
        of_text.setdefault(each.text, []).append(each)
    names = []
    for text, breaks in of_text.items():
        series = [each.series for each in breaks]
        of = "" if set(series) >= set(data.series) else listed(series, data.language)
        name = in_language((f"{text}（{of}）", f"{text} ({of})"), data.language) if of else text
        names.append((breaks[0].day, name))
    return names


def nested(data: ChartData, width: int, height: int) -> list[float]:
    """Return how much larger than usual each mark is drawn: enough that those in front of it do not hide it."""
    spots = _spots(data, width, height)
    order = [(mark.is_filled, mark.role in AGAINST, place) for place, mark in enumerate(data.marks)]
    hidden = [
        {
            data.marks[other].series
            for other in range(len(spots))
            if order[other] > order[place]
            and data.marks[other].series != data.marks[place].series
            and data.marks[other].role not in AGAINST
            and _is_on(spots, place, other)
        }
        for place in range(len(spots))
    ]
    return [1 + NEST * len(each) for each in hidden]


def _is_on(spots: list[tuple[float, float]], one: int, other: int) -> bool:
    (x, y), (to_x, to_y) = spots[one], spots[other]
    return abs(to_x - x) < ON and abs(to_y - y) < ON


def _texts(data: ChartData, spots: list[tuple[float, float]]) -> list[str]:
    """What each mark is labelled with; where figures of several series stand together, with the series too."""
    texts = []
    for place, mark in enumerate(data.marks):
        text = f"{mark.publisher}: {mark.text}" if mark.role in AGAINST else mark.text
        near = [
            other
            for other, each in enumerate(data.marks)
            if each.role not in AGAINST and each.day == mark.day and abs(spots[other][1] - spots[place][1]) < NEAR
        ]
        if len({data.marks[other].series for other in near}) > 1 and mark.role not in AGAINST:
            same = [data.marks[other].series for other in near if data.marks[other].text == mark.text]
            text = f"{listed(same, data.language)} {text}"
        texts.append(text)
    return texts


def place_labels(data: ChartData, width: int, height: int) -> list[Label]:
    """Return the labels of the marks.

    The labels of the report's figures, of disputes, targets and bounds are there, up to `MOST_TRIED`. Others are left
    out where they find no room, and of several lines or a long one only the first and the last are tried.
    """
    spots = _spots(data, width, height)
    texts = _texts(data, spots)
    taken = (
        [_around(x, y, 5) for x, y in spots]
        + _along_lines(data, spots)
        + _along_breaks(data, width)
        + _along_ends(data, spots, height)
        + [(-AXIS, 0.0, 0.0, height + AXIS), (-AXIS, height + 2.0, width + AXIS, height + AXIS)]
    )
    labels: list[Label] = []
    seen: set[tuple[str, str, str]] = set()
    by_need = sorted(_tried(data), key=lambda each: (not _is_needed(data.marks[each]), each))
    for place in by_need[:MOST_TRIED]:
        mark = data.marks[place]
        known = (mark.day, texts[place], mark.series if texts[place] == mark.text else "")
        if known in seen:
            continue
        order = ("below", "above", "right", "left", *FAR) if mark.role in AGAINST else SIDES
        boxes = {side: _box(*spots[place], texts[place], side) for side in order}
        free = [side for side in order if not any(_overlap(boxes[side], other) for other in taken)]
        if free or _is_needed(mark):
            side = free[0] if free else order[0]
            labels.append(Label(place=place, side=side, text=texts[place]))
            taken.append(boxes[side])
            seen.add(known)
    return labels


def _tried(data: ChartData) -> list[int]:
    places = range(len(data.marks))
    if len(data.series) == 1 and len(places) <= MOST_LABELS:
        return list(places)
    ends: dict[str, list[int]] = {}
    for place in sorted(places, key=lambda each: data.marks[each].day):
        ends.setdefault(data.marks[place].series, []).append(place)
    first_and_last = {place for of_series in ends.values() for place in (of_series[0], of_series[-1])}
    return [place for place in places if place in first_and_last or _is_needed(data.marks[place])]


def _is_needed(mark: ChartMark) -> bool:
    return mark.role != "publication" or mark.form != "point"


def _spots(data: ChartData, width: int, height: int) -> list[tuple[float, float]]:
    """The places of the marks in pixels from the upper left."""
    days = [date.fromisoformat(each.day).toordinal() for each in data.marks]
    first, span = min(days), (max(days) - min(days)) or 1
    return [
        (MARGIN + (width - 2 * MARGIN) * (day - first) / span, height * _share(data, mark.value))
        for day, mark in zip(days, data.marks, strict=True)
    ]


def _along_lines(data: ChartData, spots: list[tuple[float, float]]) -> list[Box]:
    boxes = []
    for line in (*data.lines, *data.changes):
        for one, other in pairwise(line):
            (x, y), (to_x, to_y) = spots[one], spots[other]
            steps = 2 + int(max(abs(to_x - x), abs(to_y - y)) / 6)
            boxes += [
                _around(x + (to_x - x) * step / steps, y + (to_y - y) * step / steps, 2) for step in range(1, steps)
            ]
    return boxes


def _along_ends(data: ChartData, spots: list[tuple[float, float]], height: int) -> list[Box]:
    """The room of arrows, bands and thin lines, which run up and down from their mark."""
    tall = data.axis.upper - data.axis.lower
    boxes = []
    for (x, _), mark in zip(spots, data.marks, strict=True):
        step = ARROW * tall
        lower = mark.value - step if mark.lower is None else mark.value if mark.upper is None else mark.lower
        upper = mark.value + step if mark.upper is None else mark.value if mark.lower is None else mark.upper
        if mark.form != "point" or is_coarse(mark, data.axis):
            ends = sorted(height * _share(data, each) for each in (lower, upper))
            boxes.append((x - 4, ends[0], x + 4, ends[1]))
    return boxes


def _share(data: ChartData, value: float) -> float:
    """How far down the axis a value stands: 0 at the top, 1 at the bottom."""
    up = (value - data.axis.lower) / (data.axis.upper - data.axis.lower)
    return up if data.axis.is_reversed else 1 - up


def _along_breaks(data: ChartData, width: int) -> list[Box]:
    """The room of the names of breaks, which run down their line from the top."""
    days = [date.fromisoformat(each.day).toordinal() for each in data.marks]
    first, span = min(days), (max(days) - min(days)) or 1
    boxes = []
    for day, text in break_names(data):
        x = MARGIN + (width - 2 * MARGIN) * (date.fromisoformat(day).toordinal() - first) / span
        boxes.append((x - 18, 0.0, x + 1, 10 + _length(text)))
    return boxes


def _box(x: float, y: float, text: str, side: str) -> Box:
    wide = _length(text)
    if side not in ("right", "left"):
        reach = REACH + (FURTHER if side in FAR else 0)
        top = y - reach - TALL if side.endswith("above") else y + reach
        return x - wide / 2, top, x + wide / 2, top + TALL
    left = x + REACH if side == "right" else x - REACH - wide
    return left, y - TALL / 2, left + wide, y + TALL / 2


def _length(text: str) -> float:
    return COLUMN * columns_of(text)


def _around(x: float, y: float, reach: float) -> Box:
    return x - reach, y - reach, x + reach, y + reach


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
