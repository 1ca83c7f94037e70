"""The change between two figures of a series, which is never computed across a break."""

from __future__ import annotations

from beijing_public_services._record import Records
from beijing_public_services.notation.interval import HUNDRED, ONE
from beijing_public_services.notation.periods import read_period

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services.model.evidence import Break
    from beijing_public_services.model.observation import Observation
    from beijing_public_services.notation.interval import Interval

SERIES = ("indicator", "area", "category")


def growth_between(earlier: Observation, later: Observation) -> Interval | None:
    """Return the change in percent from one figure to a later one, as an interval of what the two prints allow.

    Args:
        earlier: a figure of a series.
        later: a later figure of the same series.

    Returns:
        The interval; a fall is negative. None if the two do not compare, since they are of another indicator, area,
        category or kind of period, a break lies between them, or the earlier figure may be 0.

    Raises:
        PrintedFigureError: the printed text of one of the two cannot be read.

    >>> from beijing_public_services import get_indicator
    >>> means = {each.period: each for each in get_indicator("environment.pm2_5_annual_mean").series()}
    >>> growth_between(means["2024"], means["2025"]).contains("-11.5")
    True
    >>> growth_between(means["2018"], means["2019"]) is None
    True
    """
    is_one_series = all(getattr(earlier, name) == getattr(later, name) for name in SERIES)
    kinds = {each.parsed_period.frequency for each in (earlier, later)}
    if not is_one_series or len(kinds) > 1 or breaks_between(earlier, later) or earlier.interval.contains(0):
        return None
    return HUNDRED * (later.interval / earlier.interval - ONE)


def breaks_between(one: Observation, other: Observation) -> tuple[Break, ...]:
    """Return the breaks between two figures of a series, in order of time; an empty tuple if there are none.

    The two may be given in either order. A break at the period of the later figure counts as between them.

    >>> from beijing_public_services import get_indicator
    >>> first, *_, last = get_indicator("environment.pm2_5_annual_mean").series()
    >>> [each.period for each in breaks_between(first, last)]
    ['2019']
    """
    first, last = sorted((one.parsed_period.order, other.parsed_period.order))
    return Records([each for each in one._series_breaks if first < read_period(each.period).order <= last])
