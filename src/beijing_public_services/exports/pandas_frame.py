"""Indicators as a pandas frame: one row per observation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.errors import MissingExtraError
from beijing_public_services.exports.figures_table import dispute, time_of
from beijing_public_services.model.indicator import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from beijing_public_services.datapackage.package import DataPackage

    Chosen = Iterable[Indicator | str] | Indicator | str | None

OF_INDICATOR = ("domain", "topic", "name_zh", "name_en", "unit", "measure", "timing")
OF_OBSERVATION = (
    "indicator", "area", "period", "dimension", "category", "value", "bound", "status", "base_kind", "base_period",
    "base_area", "price_basis", "printed", "locator", "note",
)  # fmt: skip
OF_EVIDENCE = ("disputed", "disputed_by", "disputed_printed", "questioned", "questioned_by", "questioned_printed")
OF_TIME = ("period_start", "period_end", "year", "frequency", "is_break")


def to_frame(package: DataPackage, indicators: Chosen = None) -> pd.DataFrame:
    """Return these indicators (values or ids) of a package as a frame, by default all, as `bps.to_frame` does."""
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError("to_frame", "pandas") from error
    if indicators is None:
        indicators = package.indicators
    elif isinstance(indicators, str | Indicator):
        indicators = [indicators]
    chosen = [package.indicator(each) if isinstance(each, str) else each for each in indicators]
    rows = [
        {
            "id": observation.id,
            **{name: getattr(observation, name) for name in OF_OBSERVATION},
            **{name: getattr(indicator, name) for name in OF_INDICATOR},
            "source": observation.source.id,
            **dispute(observation),
            **time_of(observation),
        }
        for indicator in chosen
        for observation in indicator.observations
    ]
    columns = ["id", *OF_OBSERVATION, *OF_INDICATOR, "source", *OF_EVIDENCE, *OF_TIME]
    types = dict.fromkeys(columns, "str") | {"value": "float64", "year": "Int64"}
    types |= dict.fromkeys(("disputed", "questioned", "is_break"), "bool")
    types |= dict.fromkeys(("period_start", "period_end"), "datetime64[s]")
    return pd.DataFrame(rows, columns=columns).astype(types).set_index("id")
