"""A figure as a person reads it: bound, value with thousands marks, unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.model.vocabulary import Unit

BOUND_SIGNS = {
    "exact": "",
    "gt": "> ",
    "ge": "≥ ",
    "lt": "< ",
    "le": "≤ ",
    "nearly": "just under ",
    "about": "about ",
    "some_over": "a little over ",
}


def format_value(observation: Observation, unit: Unit) -> str:
    """The figure in words for a person: bound, value with thousands marks, and the symbol of its unit.

    >>> import beijing_public_services as bps
    >>> investment = bps.get_indicator("infrastructure.fixed_asset_investment").observation()
    >>> format_value(investment, bps.bundled().unit("yuan"))
    '> 900,000,000,000 CNY'
    """
    symbol = unit.symbol if unit.symbol == "%" else f" {unit.symbol.replace('_', ' ')}"
    return f"{BOUND_SIGNS[observation.bound]}{observation.decimal:,}{symbol}"
