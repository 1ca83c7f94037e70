"""Finding the indicator that a clause speaks of in another order than its name, as in 66%的公园实现无界融通."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from beijing_public_services._record import Record
from beijing_public_services.notation.folding import fold
from beijing_public_services.notation.word_lists import words
from beijing_public_services.verification.names import GENERIC, unhyphenated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.datapackage.package import DataPackage

PART = re.compile(r"[㐀-鿿]|[a-z][a-z0-9.]*|[0-9]+[a-z]+|[0-9]{2,}")
EMPTY = words(
    """
    的 数 量 个 项 人 率 占 比 例 总 rate share ratio quality proportion number total annual of
    the in to and for by on a an at with who that were was is are be been from
    """
)
ENDINGS = re.compile(r"(?:ies|ing|ed|es|s|ly|e|y|ion|ions|ments?)$")
SAME = {"add": "new", "newly": "new", "open": "new", "mileag": "length"}
SHARES = ("percent", "percentage_point")
SIZES = ("km", "meter", "m2", "m3", "km2", "hectare", "mu", "yuan", "minute", "month")
FEWEST_HAN, FEWEST_LATIN = 4, 2
STEM = 6  # letters of a stem


class Paraphrases(Record):
    """The parts of each name of a package's indicators, and which names hold a part."""

    names: tuple[tuple[frozenset[str], str], ...]
    texts: dict[str, str]
    units: dict[str, str]
    holding: dict[str, tuple[int, ...]]
    short: dict[str, str]


def parts_of(text: str) -> frozenset[str]:
    """Return the characters of Chinese words and the stems of English ones that carry meaning."""
    return frozenset(SAME.get(stem, stem) for part in PART.findall(text) if part not in EMPTY for stem in [_stem(part)])


def paraphrases_of(package: DataPackage, short: dict[str, str]) -> Paraphrases:
    """Return the parts of the names of a package's indicators, and the short forms of these names."""
    names: list[tuple[frozenset[str], str]] = []
    for indicator in package.indicators:
        for name in (indicator.name_zh, indicator.name_en, *indicator.keywords):
            plain = unhyphenated(fold(name))
            parts = parts_of(re.sub(r"\(.*?\)|实现|完成", "", plain))
            fewest = FEWEST_LATIN if plain.isascii() else FEWEST_HAN
            if plain not in GENERIC and len(parts) >= fewest:
                names.append((parts, indicator.id))
    holding: dict[str, list[int]] = {}
    for place, (parts, _) in enumerate(names):
        for part in parts:
            holding.setdefault(part, []).append(place)
    texts: dict[str, str] = {each.id: fold(f"{each.name_zh} {each.name_en}") for each in package.indicators}
    return Paraphrases(
        names=tuple(names),
        texts=texts,
        units={each.id: each.unit for each in package.indicators},
        holding={part: tuple(places) for part, places in holding.items()},
        short=short,
    )


def find_paraphrase(
    known: Paraphrases, unit: str, needed: frozenset[str], usable: frozenset[str], context: frozenset[str]
) -> tuple[str, ...]:
    """Return the ids of the indicators whose name a clause holds in other order.

    Args:
        known: The names.
        unit: The unit of the figure, empty if it has none.
        needed: The parts of the clause that nothing else explains; each must be in the name.
        usable: The other parts of the clause.
        context: The parts of the name that the sentence spoke of before, which a short name may leave out.
    """
    if not needed:
        return ()
    said = needed | usable
    best: list[tuple[int, str]] = []
    for parts, id_ in _candidates(known, needed):
        missing = parts - said
        if (
            _may_be(unit, known.units[id_])
            and needed <= parts
            and missing <= context
            and len(parts & said) >= FEWEST_LATIN
        ):
            best.append((len(missing), id_))
    if not best:
        return ()
    least = min(best)[0]
    return tuple(dict.fromkeys(id_ for count, id_ in best if count == least))


def _may_be(unit: str, wanted: str) -> bool:
    """Return whether a figure in a unit may be one in another: percent is nothing else, and a noun is itself."""
    if unit in SHARES or wanted in SHARES:
        return unit in SHARES and wanted in SHARES
    return not unit or unit == wanted or not (unit.isidentifier() and wanted.isidentifier()) or unit in SIZES


def _candidates(known: Paraphrases, needed: frozenset[str]) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the names that hold the rarest of the needed parts."""
    rarest = min(needed, key=lambda part: len(known.holding.get(part, ())))
    for place in known.holding.get(rarest, ()):
        yield known.names[place]


def _stem(part: str) -> str:
    return ENDINGS.sub("", part)[:STEM] if part.isascii() and len(part) > 3 else part
