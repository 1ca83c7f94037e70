"""What can go wrong, as one tree of exceptions; each is also the built-in a caller would catch."""

from __future__ import annotations

from beijing_public_services._record import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


LONGEST_NAME = 200  # characters


class BeijingPublicServicesError(Exception):
    """The base of every error this library raises on purpose."""

    def __str__(self) -> str:  # KeyError would show the repr of its message
        return str(self.args[0]) if self.args else ""


class DataPackageError(BeijingPublicServicesError, ValueError):
    """A data package that cannot be read: which file, row and column, what was found, what would be right.

    `row` counts as an editor does: the header is row 1. It and `column` are None where the fault is not in a cell.
    """

    def __init__(self, file: str, row: int | None, column: str | None, found: str, expected: str) -> None:
        place = file + (f", row {row}" if row else "") + (f", column {column!r}" if column else "")
        super().__init__(f"{place}: found {found}, expected {expected}")
        self.file, self.row, self.column, self.found, self.expected = file, row, column, found, expected

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.file, self.row, self.column, self.found, self.expected), vars(self)


class NotEmptyError(BeijingPublicServicesError, FileExistsError):
    """A place where something is already, so that no data package is started there."""


class UnsafeFileError(DataPackageError):
    """A file that no package may ask to be read: outside its folder, too large, or unpacking out of all proportion."""


class _UnknownNameError(BeijingPublicServicesError, KeyError):
    """A name that is not in a known set; `suggestions` holds the nearest ones, best first; of a few, all."""

    kind = "name"
    few = False

    def __init__(self, name: object, known: Iterable[str] = ()) -> None:
        self.name = name
        self.suggestions = tuple(known) if self.few else nearest(str(name), known)
        hint = f"; did you mean {' or '.join(map(repr, self.suggestions))}?" if self.suggestions else ""
        if self.few:
            hint = f"; expected one of {', '.join(map(repr, self.suggestions))}"
        super().__init__(f"no {self.kind} {name!r:.120}{hint}")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.name, self.suggestions), vars(self)


class UnknownIndicatorError(_UnknownNameError):
    """No indicator has this id."""

    kind = "indicator"


class RemovedIndicatorError(UnknownIndicatorError):
    """An indicator that earlier releases had; `suggestions` holds what to use in its place, where there is that."""

    def __init__(self, name: str, since: str, successor: str, note: str) -> None:
        BeijingPublicServicesError.__init__(self, removed("indicator", name, since, successor, note))
        self.name, self.since, self.successor, self.note = name, since, successor, note
        self.suggestions = (successor,) if successor else ()

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.name, self.since, self.successor, self.note), vars(self)


class UnknownDomainError(_UnknownNameError):
    """No domain has this id."""

    kind = "domain"


class UnknownUnitError(_UnknownNameError, ValueError):
    """No unit of the closed vocabulary has this name."""

    kind = "unit"


class UnknownStyleError(_UnknownNameError, ValueError):
    """No citation style has this name."""

    kind = "citation style"
    few = True


class UnknownLanguageError(_UnknownNameError, ValueError):
    """No text is written in this language."""

    kind = "language"
    few = True


class UnknownObservationError(BeijingPublicServicesError, LookupError):
    """An indicator has no observation for what was asked."""


class AmbiguousObservationError(BeijingPublicServicesError, LookupError):
    """Several observations fit what was asked; the message lists them."""


class PeriodError(BeijingPublicServicesError, ValueError):
    """A text that is no SDMX period."""


class PrintedFigureError(BeijingPublicServicesError, ValueError):
    """A printed figure that the reader of Chinese statistical notation cannot read."""


class IntervalError(BeijingPublicServicesError, ValueError):
    """Ends that make no interval, or a value that is no finite number."""


class UnitConflictError(BeijingPublicServicesError, ValueError):
    """A registry that already means something else by the name of one of our units."""


class ConfigurationError(BeijingPublicServicesError, ValueError):
    """A configuration of a check that names no rule, or a rule of a user's own that cannot be imported or fails."""


class ExportError(BeijingPublicServicesError, ValueError):
    """A format that is not known or not told by the file's name, or a text that the format cannot hold."""


class WriteError(BeijingPublicServicesError, OSError):
    """A file that cannot be written: no such folder, no right to, no room. Nothing was written."""


class OverwriteError(WriteError, FileExistsError):
    """A file that is there already and may not be replaced."""


class MissingExtraError(BeijingPublicServicesError, ImportError):
    """A feature whose optional dependency is not installed; the message says what to install."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(f"{feature} needs an extra: pip install 'beijing-public-services[{extra}]'")
        self.feature, self.extra = feature, extra

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.feature, self.extra), vars(self)


def removed(kind: str, name: str, since: str, successor: str, note: str) -> str:
    """What to say of an id that is there no more."""
    instead = f"; use {successor!r} in its place" if successor else ""
    return f"{kind} {name!r} was removed in {since} ({note.rstrip('.')}){instead}"


def nearest(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three of `known` that look like `name`, the best first; empty where none does.

    A text that is too long for a name, or too long to look like `name`, is not compared: that takes the square of its
    length.
    """
    import difflib

    if len(name) > LONGEST_NAME:
        return ()
    likely = [each for each in known if isinstance(each, str) and len(each) <= 3 * len(name)]
    return tuple(difflib.get_close_matches(name, likely, n=3, cutoff=0.6))
