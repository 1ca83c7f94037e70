"""Figures, periods and codes as a person reads them, in Chinese or in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.model.labels import LABELS

if TYPE_CHECKING:
    from typing import Protocol

    from beijing_public_services.model.codelists import Language
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.vocabulary import Unit

    class Named(Protocol):
        """A domain, topic, indicator, area, unit, category or statement."""

        @property
        def name_zh(self) -> str: ...

        @property
        def name_en(self) -> str: ...


SIGNS = {"exact": "", "gt": "> ", "ge": "≥ ", "lt": "< ", "le": "≤ "}


def in_language(texts: tuple[str, str], language: Language) -> str:
    """Return the Chinese (`zh`) or the English (`en`) one of two texts, which stand in this order."""
    return texts[0] if language == "zh" else texts[1]


def label(codes: str, code: str, language: Language) -> str:
    """Return what a person reads for a code of a list; "" for the code "", and the code itself if it has no label.

    >>> label("bound", "gt", "zh"), label("status", "target", "en"), label("bound", "", "en")
    ('超过', 'target', '')
    """
    texts = LABELS[codes].get(code)
    return in_language(texts, language) if texts else code


def name(named: Named, language: Language) -> str:
    """Return the name in this language, or the other one if it has none in it."""
    return in_language((named.name_zh, named.name_en), language) or named.name_en or named.name_zh


def format_value(observation: Observation, unit: Unit, language: Language = "en") -> str:
    """Return the figure for a person: its bound, the value with thousands marks, and its unit.

    >>> import beijing_public_services as bps
    >>> investment = bps.get_indicator("infrastructure.fixed_asset_investment").observation()
    >>> format_value(investment, bps.bundled().unit("yuan"))
    '> 900,000,000,000 CNY'
    >>> format_value(investment, bps.bundled().unit("yuan"), "zh")
    '> 900,000,000,000元'
    """
    sign = SIGNS.get(observation.bound)
    if sign is None:
        sign = label("bound", observation.bound, language) + (" " if language == "en" else "")
    return f"{sign}{observation.decimal:,}{format_unit(unit, language)}"


def format_unit(unit: Unit, language: Language = "en") -> str:
    """Return a unit as it stands behind a number: `%` and Chinese names close up, all else after a space.

    A counted noun is written with its English name, since its symbol is only its id.

    >>> import beijing_public_services as bps
    >>> format_unit(bps.bundled().unit("ug/m3")), format_unit(bps.bundled().unit("ug/m3"), "zh")
    (' µg/m³', '微克/立方米')
    """
    if unit.symbol == "%":
        return "%"
    if language == "zh":
        return unit.name_zh or f" {unit.symbol}"
    return f" {unit.name_en if unit.symbol == unit.id else unit.symbol}"
