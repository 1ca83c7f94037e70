"""Finding the indicator of a sentence that says no more than a thing and a figure, as in: the subway is 879 km long."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services.notation.word_lists import words
from beijing_public_services.verification.clause_words import LIMITS
from beijing_public_services.verification.subject import Subject

if TYPE_CHECKING:
    from beijing_public_services.verification.clause import Clause
    from beijing_public_services.verification.names import Names
    from beijing_public_services.verification.paraphrases import Paraphrases

LENGTHS = ("km", "meter")
LONG_LATIN, LONG_HAN = (" length",), ("总长", "总长度", "长度", "里程", "总里程")
BOUNDS = ("超", "逾", "突破", "达", "近", "约")
USED_LATIN, USED_HAN = (" in use",), ("保有量",)
FILLERS = words(
    """
    the a an of in at by as s line lines there 的 截 至 截至 到 共 全 总 约
    """
)
VERBS = words("is are was were has had have long 有 共有 是 为 达 达到 长 长达 全长 总长")
LINES = re.compile("(?:线路|线网|线)$")
NOUN = re.compile(
    r"^.*[0-9](?:\s?(?:thousand|million|billion))?|^.*\b(?:hundred|thousand|million|billion)s?\b(?:\sof)?"
)

MOST_TOKENS = 60  # before or after a figure, in the part of a sentence that is read for it
MOST_SET_BEFORE = 6  # tokens of a time or place before a comma


def short_forms_of(names: Names) -> dict[str, str]:
    """Return the names that say how long a thing is, or how many are in use, by the thing and `long` or `used`.

    A thing that several indicators measure so is left out.
    """
    found: dict[str, set[str]] = {}
    for name, ids in names.ids.items():
        for kind, endings in (("long", LONG_LATIN + LONG_HAN), ("used", USED_LATIN + USED_HAN)):
            for ending in endings:
                if name.endswith(ending) and name != ending:
                    found.setdefault(f"{kind} {name.removesuffix(ending)}", set()).update(ids)
    return {thing: next(iter(ids)) for thing, ids in found.items() if len(ids) == 1}


def said_in_short(clause: Clause, at: int, paraphrases: Paraphrases) -> Subject | None:
    """Return what a part of a sentence is about, if its words are a thing, its place and time, a verb and a figure.

    A word more, such as underground or sold, may make it another measure: then there is no answer. A part between
    commas must name its place, since the words before it may be of another.
    """
    token = clause.tokens[at]
    figure = token.figure
    assert figure
    first, last = _part(clause, at)
    others = [each for place, each in enumerate(clause.tokens[first:last], first) if place != at]
    if any(each.figure or each.name or each.category or each.role == "and" for each in others):
        return None
    if last - first < len(clause.tokens) and not any(each.place for each in others):
        return None
    said = [each.word.rstrip(".") for each in others if not (each.place or each.time or each.role == "comma")]
    if VERBS.isdisjoint(said) and not figure.text.startswith(BOUNDS):
        return None
    thing = _joined(said)
    noun = NOUN.sub("", figure.text.lower()).strip() if figure.text.isascii() else ""
    id_ = paraphrases.short.get(f"long {thing}") if figure.unit in LENGTHS else None
    if id_ is None and figure.unit not in LENGTHS:
        id_ = paraphrases.short.get(f"used {thing or noun}")
        if id_ is not None and paraphrases.units[id_] != figure.unit:
            id_ = None
    return Subject(text=paraphrases.texts[id_], ids=(id_,), mode="short", at=token.start) if id_ else None


def _part(clause: Clause, at: int) -> tuple[int, int]:
    """Return where the part of a sentence around a figure begins and ends, with a time or place set before it."""
    tokens = clause.tokens
    first, last = at, at + 1
    while first > max(0, at - MOST_TOKENS) and tokens[first - 1].role not in LIMITS:
        first -= 1
    while last < min(len(tokens), at + MOST_TOKENS) and tokens[last].role not in LIMITS:
        last += 1
    is_set_before = first <= MOST_SET_BEFORE and all(
        token.time or token.place or token.role in ("", "comma") for token in tokens[:first]
    )
    return 0 if is_set_before else first, last


def _joined(said: list[str]) -> str:
    """Return the words of a thing, without those that only tie it to its figure, as a name has them."""
    kept = [word for word in said if word not in FILLERS and word not in VERBS]
    return " ".join(kept) if all(word.isascii() for word in kept) else LINES.sub("", "".join(kept))
