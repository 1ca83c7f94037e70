"""What a place does in a text: own the name after it, say how great something is, or be what the text is about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.datapackage.place_names import CAPITAL, CITY, DISTRICT, REGION
from beijing_public_services.verification.clause_words import ORGANS, SUPERLATIVES

if TYPE_CHECKING:
    from beijing_public_services.verification.tokens import Token

COUNTRY, WORLD, REGION_OF_BEIJING = "CN", "X-WORLD", "X-JJJ"
PARTS = {REGION_OF_BEIJING: ("CN-BJ", "CN-TJ", "CN-HE")}  # in the order of the region's name: 京津冀
VENUES = frozenset(("said", "told", "announced", "conference", "briefing", "forum", "summit", "interview", "meeting"))
HELD = ("召开", "开幕", "闭幕", "发布", "会见")
NO_TOPIC = (COUNTRY, WORLD, REGION_OF_BEIJING, CITY, CAPITAL, REGION)  # what a text on the city may name too
COMPARING = re.compile(
    r"(?:[比较与和跟超]|[高低好优快慢多少]于|超过|领先|仅次于|than|versus|vs|compared|unlike|against|like|such as"
    r"|behind|after)[^,，。;；.]*\Z"
)
REACH_OF_COMPARISON = 40  # characters

REACH_OF_NAME = 6  # tokens from the country to the name of what it has
REACH_OF_SUPERLATIVE = 4  # tokens from a word such as longest to the world


def owns_a_name(tokens: list[Token], place: int) -> bool:
    """Return whether the country begins its part of a sentence and the name after it is of the country.

    So it is in: in 2024 the PM2.5 level of Chinese cities. What a national office says is of the country too.
    """
    if tokens[place].word in ORGANS:
        return True
    before = place - 1
    while before >= 0 and (tokens[before].time or tokens[before].role in ("", "open")):
        before -= 1
    if before >= 0 and tokens[before].role not in ("comma", "colon"):
        return False
    for at, token in enumerate(tokens[place + 1 : place + 1 + REACH_OF_NAME], place + 1):
        if token.name:
            return tokens[at + 1].role != "rank" if at + 1 < len(tokens) else True
        if token.figure or token.place or token.role in ("comma", "colon", "rank", "verb"):
            return False
    return False


def is_in_superlative(tokens: list[Token], place: int) -> bool:
    """Return whether the country or the world only says how great something is: the world's longest network."""
    after = tokens[place + 1 : place + 3]
    if any(token.word in SUPERLATIVES for token in after):
        return True
    for token in reversed(tokens[max(0, place - REACH_OF_SUPERLATIVE - 1) : place]):
        if token.role in ("comma", "colon") or token.figure:
            return False
        if token.word in SUPERLATIVES and token.word.isascii():
            return True
    return False


def is_venue(tokens: list[Token], place: int) -> bool:
    """Return whether a place is only where something was said: the bureau said in Beijing on Thursday."""
    before = tokens[place - 1].word if place else ""
    if before == "in":
        return any(token.word in VENUES for token in tokens[max(0, place - 3) : place - 1])
    after = "".join(token.word for token in tokens[place + 1 : place + 3])
    return before in ("在", "于") and after.startswith(HELD)


def is_about_another_place(marks: list[Token], folded: str, area: str | None) -> bool:
    """Return whether a text names another city or province for its own sake, and the area it may be about nowhere.

    A place that the text only compares with does not count, nor does the country, a region or a district.
    """
    areas = {mark.start: mark.place.area for mark in marks if mark.place}
    if any(each == DISTRICT or (area and f"{each}.".startswith(f"{area}.")) for each in areas.values()):
        return False
    return any(
        not COMPARING.search(folded[max(0, start - REACH_OF_COMPARISON) : start])
        for start, each in areas.items()
        if each not in NO_TOPIC
    )
