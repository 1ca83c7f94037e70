"""The command line: each command parses, calls one function, and prints."""

from __future__ import annotations

import sys
import traceback
import warnings
from io import TextIOWrapper

import beijing_public_services as bps
from beijing_public_services.cli import (  # noqa: F401 - each adds its commands
    author,
    check,
    cite,
    coverage,
    diff,
    export,
    show,
    statements,
    verify,
)
from beijing_public_services.cli._shell import app, fail, print_line


def main() -> None:
    """Run the command line; an error is one line on standard error and exit code 1 or 2, a traceback if it is ours."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _show
            app()
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
