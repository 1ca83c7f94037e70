"""Which data package a value was built from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.loader import Builder

if TYPE_CHECKING:
    from beijing_public_services._record import Record
    from beijing_public_services.datapackage.package import DataPackage


def package_of(value: Record) -> DataPackage | None:
    """Return the package that an indicator or an observation was built from; None for one that was built by hand.

    >>> from beijing_public_services import bundled, get_indicator
    >>> package_of(get_indicator("environment.pm2_5_annual_mean")) == bundled()
    True
    """
    context = getattr(value, "_context", None)
    return context.package() if isinstance(context, Builder) else None
