"""The exceptions of this library, as one tree; each is also the built-in exception a caller would catch.

BeijingPublicServicesError
├── DataPackageError (ValueError)              a data package that cannot be read
│   └── UnsafeFileError                        a file that is not safe to read
├── UnknownIndicatorError (KeyError)           no indicator has this id
│   └── RemovedIndicatorError                  an earlier release had it
├── UnknownDomainError (KeyError)              no domain has this id
├── UnknownUnitError (KeyError, ValueError)    the vocabulary does not define the unit
├── UnknownStyleError (KeyError, ValueError)   no citation style has this name
├── UnknownStatementKindError (KeyError, ValueError)   no statements are of this kind
├── UnknownLanguageError (KeyError, ValueError)
├── UnknownObservationError (LookupError)      nothing fits what was asked
├── AmbiguousObservationError (LookupError)    several figures fit what was asked
├── PeriodError (ValueError)                   not a period in SDMX form
├── PrintedFigureError (ValueError)            not a figure that can be read
├── IntervalError (ValueError)                 ends that do not make an interval
├── UnitConflictError (ValueError)             two meanings of one unit name
├── ConfigurationError (ValueError)            a check is configured wrongly
├── ExportError (ValueError)                   a format that is unknown or cannot hold a text
├── NotEmptyError (FileExistsError)            the target folder is not empty
├── WriteError (OSError)                       a file that cannot be written
│   └── OverwriteError (FileExistsError)       the file exists
└── MissingExtraError (ImportError)            an optional dependency is not installed
"""

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
    """The data package cannot be read. The error says where, what was found and what would be right.

    Attributes:
        file: the file within the package.
        row: the row as an editor counts it, the header being row 1; None if the fault is not in a row.
        column: the column; None if the fault is not in a cell.
        found: what is there.
        expected: what would be right.
    """

    def __init__(self, file: str, row: int | None, column: str | None, found: str, expected: str) -> None:
        place = file + (f", row {row}" if row else "") + (f", column {column!r}" if column else "")
        super().__init__(f"{place}: found {found}, expected {expected}")
        self.file, self.row, self.column, self.found, self.expected = file, row, column, found, expected

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.file, self.row, self.column, self.found, self.expected), vars(self)


class NotEmptyError(BeijingPublicServicesError, FileExistsError):
    """The target directory is not empty."""


class UnsafeFileError(DataPackageError):
    """The package refers to a file that is not safe to read: outside its folder, too large, or a suspected zip bomb."""


class _UnknownNameError(BeijingPublicServicesError, KeyError):
    """The name is unknown. `suggestions` holds the nearest known names, best first, or all of them if they are few."""

    kind = "name"
    list_all = list_if_far = False

    def __init__(self, name: object, known: Iterable[str] = (), likely: Iterable[str] = ()) -> None:
        self.name = name
        near = nearest(str(name), names := tuple(known)) or tuple(likely)
        self.list_all = self.list_all or bool(self.list_if_far and names and not near)
        self.suggestions = names if self.list_all else near
        start, between, end = ("; expected one of ", ", ", "") if self.list_all else ("; did you mean ", " or ", "?")
        hint = f"{start}{between.join(map(repr, self.suggestions))}{end}" if self.suggestions else ""
        super().__init__(f"no {self.kind} {name!r:.120}{hint}")

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.name, self.suggestions, () if self.list_all else self.suggestions), vars(self)


class UnknownIndicatorError(_UnknownNameError):
    """No indicator has this id."""

    kind = "indicator"


class RemovedIndicatorError(UnknownIndicatorError):
    """Earlier releases had this indicator. `suggestions` holds what to use instead, if anything."""

    def __init__(self, name: str, since: str, successor: str, note: str) -> None:
        BeijingPublicServicesError.__init__(self, removal_message("indicator", name, since, successor, note))
        self.name, self.since, self.successor, self.note = name, since, successor, note
        self.suggestions = (successor,) if successor else ()

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.name, self.since, self.successor, self.note), vars(self)


class UnknownDomainError(_UnknownNameError):
    """No domain has this id; `suggestions` holds all domains if none is near."""

    kind, list_if_far = "domain", True


class UnknownStatementKindError(_UnknownNameError, ValueError):
    """No statement is of this kind; `suggestions` holds the kinds there are."""

    kind = "kind of statement"
    list_all = True


class UnknownUnitError(_UnknownNameError, ValueError):
    """No unit of the closed vocabulary has this name."""

    kind = "unit"


class UnknownStyleError(_UnknownNameError, ValueError):
    """No citation style has this name."""

    kind = "citation style"
    list_all = True


class UnknownLanguageError(_UnknownNameError, ValueError):
    """No text is available in this language."""

    kind = "language"
    list_all = True


class UnknownObservationError(BeijingPublicServicesError, LookupError):
    """The indicator has no observation for the area, period or category asked for.

    If an id was asked for, `id` is that id, and `suggestions` holds the nearest known ones, best first.
    """

    id = ""
    suggestions: tuple[str, ...] = ()


class AmbiguousObservationError(BeijingPublicServicesError, LookupError):
    """Several observations fit what was asked for; the message lists them."""


class _UnreadableTextError(BeijingPublicServicesError, ValueError):
    """A text that cannot be read: `found` says what was found, `expected` what would be right."""

    expected = "a text that can be read"

    def __init__(self, found: str, expected: str | None = None) -> None:
        super().__init__(found if expected is None else f"found {found}, expected {expected}")
        self.found = found
        if expected is not None:
            self.expected = expected

    def __reduce__(self) -> tuple[object, ...]:
        return _unreadable, (type(self), self.args, vars(self))


class PeriodError(_UnreadableTextError):
    """The text is not a period in SDMX form."""


class PrintedFigureError(_UnreadableTextError):
    """The text is not a printed figure that can be read; the message names the part that offends."""


class IntervalError(BeijingPublicServicesError, ValueError):
    """The ends do not make an interval, or a value is not a finite number."""


class UnitConflictError(BeijingPublicServicesError, ValueError):
    """A unit registry already means something else by the name of one of our units."""


class ConfigurationError(BeijingPublicServicesError, ValueError):
    """A check is configured with an unknown rule, or with a custom rule that cannot be imported or that fails."""


class ExportError(BeijingPublicServicesError, ValueError):
    """The export format is unknown, or the format cannot hold a text."""


class ChartError(BeijingPublicServicesError, ValueError):
    """The kind, theme or format of a chart is unknown, or the kind does not fit the figures."""


class WriteError(BeijingPublicServicesError, OSError):
    """A file cannot be written: its folder is missing, permission is denied or the disk is full.

    Nothing was written.
    """


class OverwriteError(WriteError, FileExistsError):
    """The file exists and may not be replaced."""


class MissingExtraError(BeijingPublicServicesError, ImportError):
    """An optional dependency is not installed, or does not work as it is; the message says what to install."""

    def __init__(self, feature: str, extra: str, reason: str = "") -> None:
        from beijing_public_services._install import install_command

        trouble = f"an extra that does not work as it is installed ({reason:.200})" if reason else "an extra"
        super().__init__(f"{feature} needs {trouble}: {install_command(extra, upgrade=bool(reason))}")
        self.feature, self.extra, self.reason = feature, extra, reason

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.feature, self.extra, self.reason), vars(self)


def removal_message(kind: str, name: str, since: str, successor: str, note: str) -> str:
    """Return the message for an id that was removed."""
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


def _unreadable(error: type[_UnreadableTextError], arguments: tuple[object, ...], fields: dict[str, object]) -> object:
    """Restore an error whose message is made of its fields."""
    made = error.__new__(error, *arguments)
    made.args = arguments
    vars(made).update(fields)
    return made
