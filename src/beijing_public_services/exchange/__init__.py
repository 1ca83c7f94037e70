"""A data package in the formats of other systems."""

from beijing_public_services.exchange._export import FORMATS, export
from beijing_public_services.exchange.arrow import to_arrow

__all__ = ["FORMATS", "export", "to_arrow"]
