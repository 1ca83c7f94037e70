"""The command line: each command parses, calls one function, and prints."""

from __future__ import annotations

import sys
import traceback
import warnings
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli._shell import fail, print_line

if TYPE_CHECKING:
    import typer

MODULES = ("author", "check", "cite", "coverage", "diff", "export", "show", "statements", "verify")
ALONE = {"check": "check", "audit": "check"}  # commands that CI runs often: no other module is imported for them


def __getattr__(name: str) -> typer.Typer:
    """Return the application with all its commands, as `app`."""
    if name != "app":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return application()


def application(command: str = "") -> typer.Typer:
    """Return the application with one of the commands in `ALONE`, or else with all."""
    for module in [ALONE[command]] if command in ALONE else MODULES:
        import_module(f"{__name__}.{module}")
    return import_module(f"{__name__}._shell").app  # type: ignore[no-any-return]


def main() -> None:
    """Run the command line; an error is one line on standard error and exit code 1 or 2, a traceback if it is ours."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _show
            application(*sys.argv[1:2])()
    except (bps.UnknownIndicatorError, bps.UnknownDomainError, bps.UnknownObservationError) as error:
        fail(str(error), 1)
    except (bps.BeijingPublicServicesError, OSError) as error:
        fail(str(error), 2)
    except Exception:  # a fault of ours: not 1, which stands for findings
        for line in traceback.format_exc().splitlines():
            print_line(line, file=sys.stderr)
        raise SystemExit(2) from None


def _show(message: Warning | str, *_: object, **__: object) -> None:
    print_line(str(message), file=sys.stderr)
