"""The indicator, area or category that a person names: by its id, or by words that lead to one alone."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import say
from beijing_public_services.cli._print import did_you_mean, fail, or_list, print_line
from beijing_public_services.errors import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SUGGESTED = 5
ID_FORM = re.compile(r"[a-z_]+\.[a-z][a-z0-9_]*")  # of an indicator
LISTED = 8


def indicator_named(text: str, package: bps.DataPackage) -> bps.Indicator:
    """Return the indicator with an id, or the one that stands out among those that words find.

    Ends the command with code 1 if there is none, and suggests what the words find.
    """
    try:
        return package.indicator(text)
    except bps.UnknownIndicatorError:
        if is_like_an_id(text, package):
            raise
        found = matches(text, package)
        if not stands_out(found):
            ids = [each.id for each in found[:SUGGESTED]]
            fail(say(texts.NO_NAME["indicator"], text, did_you_mean(ids)), 1)
        return best_of(text, found)


def matches(text: str, package: bps.DataPackage) -> Sequence[bps.Indicator]:
    """Return the indicators that words find; ends the command with code 1 if there are none."""
    found = package.search(text)
    if not found:
        if found.note:
            print_line(found.note, file=sys.stderr)
        if ID_FORM.fullmatch(text):
            fail(
                say(texts.NO_NAME["indicator"], text, did_you_mean(nearest(text, [i.id for i in package.indicators]))),
                1,
            )
        fail(say(texts.NO_MATCH, text, did_you_mean(found.suggestions)), 1)
    return found


def best_of(text: str, found: Sequence[bps.Indicator]) -> bps.Indicator:
    """Return the first of the indicators found; says on standard error which it is, and what the others are."""
    best, *others = found
    seen = say(texts.BEST_OF, text, best.id, or_list(each.id for each in others))
    print_line(seen if others else say(texts.ONLY_MATCH, text, best.id), file=sys.stderr)
    return best


def stands_out(found: Sequence[bps.Indicator]) -> bool:
    """Return whether the others are only about the first: its growth, its share and the like."""
    first, *others = found
    return all(each.parent == first.id or each.id.startswith(f"{first.id}_") for each in others)


def is_like_an_id(text: str, package: bps.DataPackage) -> bool:
    """Return whether a text is a misspelt id rather than words."""
    domain, dot, _ = text.partition(".")
    return bool(dot and not any(map(str.isspace, text)) and nearest(domain, [each.id for each in package.domains]))


def area_named(given: str | None, package: bps.DataPackage, *others: str, code: int = 2) -> str | None:
    """Return the id of an area given by its id or a name; ends the command with a code if there is none."""
    return _id_named("area", given, package.areas, others, code)


def category_named(given: str | None, package: bps.DataPackage, *, code: int = 2) -> str | None:
    """Return the id of a category given by its id or a name; ends the command with a code if there is none."""
    return _id_named("category", given, package.categories, (), code)


def _id_named(
    kind: str, given: str | None, known: Iterable[bps.Area | bps.Category], others: Sequence[str], code: int
) -> str | None:
    ids = sorted({*others, *(each.id for each in known)})
    if given is None or given in ids:
        return given
    by_name: dict[str, list[str]] = {}
    for each in known:
        for name in (each.id, each.name_en, each.name_zh):
            by_name.setdefault(name.casefold(), []).append(each.id)
    asked = given.casefold()
    meant = set(by_name.get(asked) or by_name.get(asked.removesuffix("市")) or [])
    if len(meant) == 1:
        return meant.pop()
    near = [id for name in nearest(asked, by_name) for id in by_name[name]]
    close = sorted(meant) or list(dict.fromkeys(near)) or ids
    fail(say(texts.UNKNOWN[kind], given, say(texts.OR).join(close[:LISTED])), code)
