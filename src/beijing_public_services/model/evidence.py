"""What bears on figures: cross-checks, anomalies and identities."""

from __future__ import annotations

from beijing_public_services._record import Record

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Agreement, AnomalyKind, BreakKind, IdentityKind
    from beijing_public_services.model.provenance import Source


class Identity(Record):
    """An arithmetic relation between observations, given by their ids.

    `result` or `right` is "" for a kind that has none. `known_discrepancy` gives the reason if the relation fails, or
    fails for the printed values taken as exact; it is "" if the relation holds.

    >>> import beijing_public_services as bps
    >>> identity = next(each for each in bps.bundled().identities if each.kind == "ratio")
    >>> [bps.bundled().observation(id).indicator for id in (identity.left, identity.right)]
    ['public_safety.food_batches_passed', 'public_safety.food_batches_sampled']
    """

    id: str
    kind: IdentityKind
    result: str
    left: str
    right: str
    note: str
    known_discrepancy: str = ""


class CrossCheck(Record):
    """What another publication prints for the same thing as an observation.

    `observation` is the id of the observation. `value` is in `unit`, a decline negative. `verdict` is `agrees` if both
    figures can be true and have the same bound, `refines` if both can be true but their words differ, `differs` if
    they cannot both be true, and `contradicts` if the other publication prints the figure of something else, such as
    another period. `note` says how the words differ, or of what it is printed.

    >>> import beijing_public_services as bps
    >>> check = bps.get_indicator("environment.pm2_5_annual_mean").observation().cross_checks[0]
    >>> check.printed, check.verdict
    ('30.5微克/立方米', 'agrees')
    """

    observation: str
    source: Source
    verdict: Agreement
    printed: str
    value: float
    unit: str
    note: str


class Break(Record):
    """A change of basis in the series of an indicator and an area: figures before and after it do not compare.

    `period` is that of the first figure on the new basis. `kind`: `definition` something else is measured, `scope` more
    or less of it is counted, `method` it is measured in another way. `note` says what changed.

    >>> import beijing_public_services as bps
    >>> pm = "environment.pm2_5_annual_mean"
    >>> [(each.area, each.period, each.kind) for each in bps.bundled().breaks if each.indicator == pm][:2]
    [('CN-BJ', '2019', 'method'), ('CN-TJ', '2020', 'method')]
    """

    indicator: str
    area: str
    period: str
    kind: BreakKind
    note: str


class Anomaly(Record):
    """Something odd in the report itself. `what` describes it.

    It concerns either an observation, given by its id, or a paragraph, given by its locator; the other is "".

    >>> import beijing_public_services as bps
    >>> all(bool(each.observation) != bool(each.locator) for each in bps.bundled().anomalies)
    True
    """

    id: str
    observation: str
    locator: str
    kind: AnomalyKind
    what: str
