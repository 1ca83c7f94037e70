"""Charts of the bundled package or another: of one indicator, or of several in a grid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.api.answers import owner_of
from beijing_public_services.api.packages import package_of
from beijing_public_services.model.indicator import Indicator
from beijing_public_services.views.charts.chart import chart
from beijing_public_services.views.charts.data import Options

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.codelists import Frequency, Language
    from beijing_public_services.views.charts.chart import Chart
    from beijing_public_services.views.charts.data import ChartKind
    from beijing_public_services.views.charts.theme import ChartTheme


def plot(
    indicators: Indicator | str | Iterable[Indicator | str],
    *,
    kind: ChartKind | None = None,
    area: str | None = None,
    category: str | None = None,
    period: str | None = None,
    frequency: Frequency | None = None,
    language: Language = "en",
    theme: ChartTheme | None = None,
    package: DataPackage | str | PathLike[str] | None = None,
) -> Chart:
    """Return a chart of an indicator (a value or its id), or of several in a grid; each has one unit.

    Figures of several periods are lines on a time axis, one for each area; a line has a gap where a period is missing
    and where the basis changes. Figures of a breakdown are sorted bars. A figure that the report compares with an
    earlier one is a slope. A bound is an open mark with an arrow, a range a band, and a dispute a second mark with its
    publisher. Figures of other publications are squares. The caption names the unit, the sources and the release.

    Args:
        indicators: what to draw, such as an id or `by_domain("environment")`.
        kind: `line`, `slope`, `bars` or `figures`; by default what fits the figures.
        area: the id of an area; by default all are drawn.
        category: the id of a category of a breakdown.
        period: a period in SDMX form; by default a breakdown is of the latest.
        frequency: the kind of period of a line; by default as in `Indicator.series`.
        language: `en` or `zh`.
        theme: `light` or `dark`; by default light in a picture, and what the reader's system is set to in a page.
        package: the package of ids; by default the bundled one, and for an indicator the one it belongs to.

    Raises:
        UnknownIndicatorError: the package has no indicator of an id.
        UnknownObservationError: there is no figure for what was asked.
        ChartError: the kind does not fit the figures, or the kind or the theme is unknown.

    >>> chart = plot("environment.pm2_5_annual_mean", area="CN-BJ")
    >>> data = chart.data[0]
    >>> [(data.marks[line[0]].period, data.marks[line[-1]].period) for line in data.lines]
    [('2013', '2018'), ('2019', '2025')]
    """
    chosen = [indicators] if isinstance(indicators, str | Indicator) else list(indicators)
    package = package_of(package) if package is not None else owner_of(chosen)
    options = Options(kind=kind, area=area, category=category, period=period, frequency=frequency, language=language)
    return chart(
        package, [package.indicator(each) if isinstance(each, str) else each for each in chosen], options, theme
    )
