"""Values as data that JSON can hold, and as short text for people."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from beijing_public_services._record import Record

if TYPE_CHECKING:
    from beijing_public_services.model.indicator import Observation
    from beijing_public_services.model.reference import Unit

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


def as_plain(value: Any) -> Any:
    """The value with records as objects, tuples as lists and exact decimals as text; numbers and text stay."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Record):
        return {name: as_plain(each) for name, each in value.as_dict().items()}
    if isinstance(value, tuple | list):
        return [as_plain(each) for each in value]
    return value


def written(observation: Observation, unit: Unit) -> str:
    """The figure in words for a person: bound, value with thousands marks, and the symbol of its unit.

    >>> import beijing_public_services as bps
    >>> investment = bps.get_indicator("infrastructure.fixed_asset_investment").observation()
    >>> written(investment, bps.bundled().unit("yuan"))
    '> 900,000,000,000 CNY'
    """
    symbol = unit.symbol if unit.symbol == "%" else f" {unit.symbol.replace('_', ' ')}"
    return f"{BOUND_SIGNS[observation.bound]}{observation.decimal:,}{symbol}"


def dispute(observation: Observation) -> dict[str, bool | str]:
    """Whether other publications dispute a figure, the ids of those apart by spaces, and what they print by `; `."""
    return {
        "disputed": observation.disputed,
        "disputed_by": " ".join(each.source.id for each in observation.disputes),
        "disputed_printed": "; ".join(each.printed for each in observation.disputes),
    }
