"""What became of what earlier releases published: cells that were corrected, and ids that are in use no more."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.errors import (
    RemovedIndicatorError,
    UnknownIndicatorError,
    UnknownObservationError,
    nearest,
    removed,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from beijing_public_services.model.codelists import AliasKind, Fate


class Erratum(Record):
    """A correction of one cell of a published figure: what it was before `release`, and what it is from then on.

    `observation` is the id that the figure has now, or had last. `column` is one of its row, or `unit`; `before` and
    `after` are the cells as text. `date` is an ISO date.
    """

    observation: str
    release: str
    column: str
    before: str
    after: str
    reason: str
    date: str


class Alias(Record):
    """A published id that is in use no more since a release, and the `successor` to use in its place.

    A renamed thing has its successor as id; of a removed one it is something else, or "" where there is nothing.
    """

    id: str
    kind: AliasKind
    fate: Fate
    successor: str
    since: str
    note: str


def indicator_renamed(id: str, aliases: Iterable[Alias], known: Collection[str]) -> str:
    """The id in use of an indicator that was renamed, with a `FutureWarning` that names it.

    Raises `RemovedIndicatorError` for one that was removed, `UnknownIndicatorError` for an id that never was.
    """
    alias = _alias("indicator", id, aliases)
    if alias and alias.fate == "removed":
        raise RemovedIndicatorError(id, alias.since, alias.successor, alias.note) from None
    if alias is None or alias.successor not in known:
        raise UnknownIndicatorError(id, known) from None
    return _with_warning(alias)


def observation_renamed(id: str, aliases: Iterable[Alias], known: Collection[str]) -> str:
    """The same for an observation; `UnknownObservationError` for one that was removed, too."""
    alias = _alias("observation", id, aliases)
    if alias and alias.fate == "removed":
        raise UnknownObservationError(removed("observation", id, alias.since, alias.successor, alias.note))
    if alias is None or alias.successor not in known:
        likely = " or ".join(map(repr, nearest(str(id), known)))
        raise UnknownObservationError(f"no observation {id!r}" + (f"; did you mean {likely}?" if likely else ""))
    return _with_warning(alias)


def _alias(kind: AliasKind, id: str, aliases: Iterable[Alias]) -> Alias | None:
    return next((each for each in aliases if each.id == id and each.kind == kind), None)


def _with_warning(alias: Alias) -> str:
    """The successor of a renamed id, after a warning at the line outside this library that asked for the old one."""
    import sys
    from warnings import warn

    library = __name__.partition(".")[0]
    level = 0
    while sys._getframe(level).f_globals.get("__name__", "").partition(".")[0] == library:
        level += 1
    said = f"the {alias.kind} {alias.id!r} is called {alias.successor!r} since {alias.since}"
    warn(said, FutureWarning, stacklevel=level + 1)
    return alias.successor
