"""Which data package a value was built from."""

from __future__ import annotations

import beijing_public_services as bps
from beijing_public_services.datapackage.belonging import package_of


def test_a_value_belongs_to_the_package_it_was_built_from() -> None:
    """An indicator and its figures belong to their package; one that is changed or built by hand belongs to none."""
    indicator = bps.get_indicator("environment.pm2_5_annual_mean")
    package = package_of(indicator)
    assert package == bps.bundled()
    assert package_of(indicator.observation()) == package
    assert package_of(indicator.observation().replace(printed="5")) is None
    assert package_of(bps.Interval.point(5)) is None
