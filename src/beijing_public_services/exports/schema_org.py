"""schema.org in JSON-LD: the data set, its variables, and every figure as an observation of a variable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services.datapackage.file_bytes import json_file
from beijing_public_services.exports.dataset import describe_dataset, drop_empty, fragment
from beijing_public_services.exports.figures_table import figures_sheet
from beijing_public_services.exports.sheet import get

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.exports.sheet import Cell
    from beijing_public_services.model.indicator import Indicator

OWN = (  # what schema.org has no property for, in its words for that: properties by name and value
    "value_digits", "bound", "lower_closed", "upper_closed", "interval", "status", "base_kind", "base_period",
    "base_area", "price_basis", "dimension", "category", "category_zh", "category_en", "printed", "locator",
    "mentions", "source", "source_kind", "source_grade", "disputed", "disputed_by", "disputed_printed",
    "questioned", "questioned_by", "questioned_printed", "is_break",
)  # fmt: skip


def as_schema_org(package: DataPackage) -> bytes:
    """Return a complete schema.org `Dataset`: the indicators are its variables, the figures its main entities."""
    base = get(package.tables.descriptor, "id", str)
    address = {"@base": base} if "://" in base else {}
    return json_file(
        {
            "@context": {"@vocab": "https://schema.org/", **address},
            "@type": "Dataset",
            **({"@id": ""} if address else {}),  # the data set itself is what the address names
            **describe_dataset(package),
            "spatialCoverage": [
                drop_empty(
                    {
                        "@type": "Place",
                        "@id": fragment("area", each.id),
                        "identifier": each.id,
                        "name": each.name_en,
                        "alternateName": each.name_zh,
                        "containedInPlace": {"@id": fragment("area", each.parent)} if each.parent else None,
                    }
                )
                for each in package.areas
            ],
            "variableMeasured": [_variable(each) for each in package.indicators],
            "mainEntity": [_observation(each) for each in figures_sheet(package).as_dicts()],
        }
    )


def _variable(indicator: Indicator) -> dict[str, Any]:
    return drop_empty(
        {
            "@type": "StatisticalVariable",
            "@id": fragment("indicator", indicator.id),
            "identifier": indicator.id,
            "name": indicator.name_en,
            "alternateName": [indicator.name_zh, *indicator.keywords],
            "description": indicator.definition,
            "statType": indicator.measure,
        }
    )


def _observation(figure: dict[str, Cell]) -> dict[str, Any]:
    own = [
        {"@type": "PropertyValue", "propertyID": name, "value": figure[name]}
        for name in OWN
        if figure[name] is not None
    ]
    return drop_empty(
        {
            "@type": "Observation",
            "@id": fragment("observation", figure["id"]),
            "identifier": figure["id"],
            "variableMeasured": {"@id": fragment("indicator", figure["indicator"])},
            "observationAbout": {"@id": fragment("area", figure["area"])},
            "observationDate": figure["period"],
            "value": figure["value"],
            "minValue": figure["lower"],
            "maxValue": figure["upper"],
            "unitText": figure["unit"],
            "unitCode": figure["unit_ucum"],
            "subjectOf": {"@id": fragment("source", figure["source"])},
            "description": figure["note"],
            "additionalProperty": own,
        }
    )
