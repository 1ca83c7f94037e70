"""What bears on figures: cross-checks, anomalies and identities."""

from __future__ import annotations

from beijing_public_services._record import Record

TYPE_CHECKING = False
if TYPE_CHECKING:
    from beijing_public_services.model.codelists import Agreement, AnomalyKind, IdentityKind
    from beijing_public_services.model.provenance import Source


class Identity(Record):
    """An arithmetic relation of observations, by their ids; `result` or `right` is empty where the kind has none.

    `known_discrepancy` says why it fails, or fails for the printed values themselves; it is empty where it holds.
    """

    id: str
    kind: IdentityKind
    result: str
    left: str
    right: str
    note: str
    known_discrepancy: str = ""


class CrossCheck(Record):
    """What another publication prints for the same thing as an observation, given by its id.

    `verdict`: `agrees` both can be true, and with the same bound; `differs` they cannot both be; `refines` both can be,
    but the words differ, and `note` says how. `value` is in `unit`, a decline negative.
    """

    observation: str
    source: Source
    verdict: Agreement
    printed: str
    value: float
    unit: str
    note: str


class Anomaly(Record):
    """Something odd in the report itself: of what kind, `what` it is, and the observation or the paragraph it touches.

    Of `observation` (an id) and `locator` the other is empty.
    """

    id: str
    observation: str
    locator: str
    kind: AnomalyKind
    what: str
