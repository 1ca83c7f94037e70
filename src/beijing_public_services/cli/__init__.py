"""The command line: each command parses, calls one function, and prints."""

from __future__ import annotations

import sys
import warnings
from io import TextIOWrapper

import click

from beijing_public_services.cli._commands import COMMANDS
from beijing_public_services.cli._framework import application
from beijing_public_services.cli._print import print_line


def main() -> None:
    """Run the command line; an error is one line on standard error and exit code 1 or 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with warnings.catch_warnings():
            warnings.showwarning = _show
            code = application(standalone_mode=False)
    except click.UsageError as error:
        from beijing_public_services.cli._help import show_usage_error

        show_usage_error(error, COMMANDS)
        raise SystemExit(2) from None
    except click.Abort:  # interrupted from the keyboard
        raise SystemExit(1) from None
    except Exception as error:  # a fault of ours: not 1, which stands for findings
        from beijing_public_services.cli._errors import show_fault

        show_fault(error)
        raise SystemExit(2) from None
    raise SystemExit(code)


def _show(message: Warning | str, *_: object, **__: object) -> None:
    print_line(str(message), file=sys.stderr)
