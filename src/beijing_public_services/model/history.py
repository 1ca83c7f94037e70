"""Corrections of published figures, and published ids that are no longer in use."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import (
    RemovedIndicatorError,
    UnknownIndicatorError,
    UnknownObservationError,
    nearest,
    removal_message,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from beijing_public_services.model.codelists import AliasKind, Fate


class Erratum(Record):
    """A correction of one cell of a published figure.

    The cell was `before` until `release`, and is `after` from that release on; both are text. `observation` is the
    current id of the figure, or its last one. `column` is a column of `observations`, or `unit`. `date` is an ISO date.

    >>> import beijing_public_services as bps
    >>> erratum = bps.bundled().errata[0]
    >>> erratum.release, erratum.column, erratum.before != erratum.after
    ('1.0.0', 'unit', True)
    """

    observation: str
    release: str
    column: str
    before: str
    after: str
    reason: str
    date: str


class Alias(Record):
    """A published id that is no longer in use, and the `successor` to use instead.

    If `fate` is `renamed`, the successor is the same thing under its new id. If it is `removed`, the successor is
    something else, or "" if there is nothing. `since` is the first release without the id.

    >>> import beijing_public_services as bps
    >>> alias = bps.bundled().aliases[0]
    >>> alias.fate, bps.is_indicator_id(alias.id), bps.is_indicator_id(alias.successor)
    ('renamed', False, True)
    """

    id: str
    kind: AliasKind
    fate: Fate
    successor: str
    since: str
    note: str


def indicator_renamed(id: str, aliases: Iterable[Alias], known: Collection[str]) -> str:
    """Return the current id of a renamed indicator, with a `FutureWarning`.

    Raises:
        RemovedIndicatorError: the indicator was removed.
        UnknownIndicatorError: the id was never in use.
    """
    alias = _alias("indicator", id, aliases)
    if alias and alias.fate == "removed":
        raise RemovedIndicatorError(id, alias.since, alias.successor, alias.note) from None
    if alias is None or alias.successor not in known:
        raise UnknownIndicatorError(id, known) from None
    return _with_warning(alias)


def observation_renamed(id: str, aliases: Iterable[Alias], known: Collection[str]) -> str:
    """Return the current id of a renamed observation, with a `FutureWarning`.

    Raises:
        UnknownObservationError: the observation was removed, or the id was never in use.
    """
    alias = _alias("observation", id, aliases)
    if alias and alias.fate == "removed":
        raise UnknownObservationError(removal_message("observation", id, alias.since, alias.successor, alias.note))
    if alias is None or alias.successor not in known:
        close = nearest(str(id), known)
        likely = " or ".join(map(repr, close))
        message = f"no observation {id!r}" + (f"; did you mean {likely}?" if likely else "")
        error = UnknownObservationError(message)
        error.id, error.suggestions = id, close
        raise error
    return _with_warning(alias)


def _alias(kind: AliasKind, id: str, aliases: Iterable[Alias]) -> Alias | None:
    return next((each for each in aliases if each.id == id and each.kind == kind), None)


def _with_warning(alias: Alias) -> str:
    """Return the successor, after a warning at the line outside this library that used the old id."""
    import sys
    from warnings import warn

    library = __name__.partition(".")[0]
    level = 0
    while sys._getframe(level).f_globals.get("__name__", "").partition(".")[0] == library:
        level += 1
    message = f"the {alias.kind} {alias.id!r} is called {alias.successor!r} since {alias.since}"
    warn(message, FutureWarning, stacklevel=level + 1)
    return alias.successor
