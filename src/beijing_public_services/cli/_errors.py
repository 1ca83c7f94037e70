"""The errors of the library as a person at the command line reads them, in Chinese and English."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli import _wording as texts
from beijing_public_services.cli._language import say, worded
from beijing_public_services.cli._print import did_you_mean, print_line

if TYPE_CHECKING:
    import click

TRACEBACK = "BEIJING_PUBLIC_SERVICES_TRACEBACK"  # the variable that asks for the traceback of a fault of the library


def message_of(error: Exception, command: click.Command | None = None) -> str:
    """Return the message of an error of the library; `--force` is named if the command that raised it has it."""
    match error:
        case bps.RemovedIndicatorError():
            return str(error)
        case bps.UnknownIndicatorError() | bps.UnknownDomainError():
            near = error.suggestions
            hint = say(texts.DOMAINS_ARE, ", ".join(near)) if error.list_all else did_you_mean(near)
            return say(texts.NO_NAME[error.kind], error.name, hint)
        case bps.OverwriteError(filename=str(file)) if _has_force(command):
            return say(texts.FILE_EXISTS, file)
        case bps.MissingExtraError(reason=""):
            from beijing_public_services._install import install_command

            return say(texts.MISSING_EXTRA, error.feature, install_command(error.extra))
        case bps.UnknownObservationError(id=str(id)) if id:
            return say(texts.NO_OBSERVATION, id, did_you_mean(error.suggestions))
    return worded(str(error))


def _has_force(command: click.Command | None) -> bool:
    """Return whether a command can be told to replace files."""
    return command is not None and any("--force" in each.opts for each in command.params)


def show_fault(error: Exception) -> None:
    """Print an unexpected error on one line of standard error, after its traceback if the environment asks for it."""
    if os.environ.get(TRACEBACK):
        import traceback

        for line in "".join(traceback.format_exception(error)).splitlines():
            print_line(line, file=sys.stderr)
    print_line(say(texts.FAULT, type(error).__name__, error, TRACEBACK), file=sys.stderr)
