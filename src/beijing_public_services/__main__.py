"""`python -m beijing_public_services`, and the command `beijing-public-services`."""

import signal
import sys

from beijing_public_services.errors import MissingExtraError


def main() -> None:
    """Run the command line, or say what to install for it."""
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))  # so that temporary files are removed
    try:
        from beijing_public_services import cli
    except ModuleNotFoundError as error:
        if error.name not in ("click", "rich"):
            raise
        print(MissingExtraError("the command line", "cli"), file=sys.stderr)
        raise SystemExit(2) from None
    cli.main()


if __name__ == "__main__":
    main()
