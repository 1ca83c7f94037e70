"""What a user asks of a check: the rules chosen, in a call, on the command line or in a `pyproject.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from beijing_public_services._record import Record
from beijing_public_services.errors import ConfigurationError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

TABLE = "beijing-public-services"


class Configuration(Record):
    """Which rules a check runs, and how their findings count.

    Each name is the id of a rule, a layer (`descriptor`, `frictionless`, `structure`, `meaning`, `custom`), or one kind
    of finding of frictionless (`frictionless:constraint-error`). `select` keeps only the rules it names (empty: all),
    `ignore` leaves rules out, and findings of rules in `warn` are warnings. `rules` are your own rules, each the
    `module:function` of a function from `Tables` to issues.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()

    def joined(self, other: Configuration) -> Configuration:
        """This configuration with what another adds; where the other selects, that stands in place of this one's."""
        return Configuration(
            select=other.select or self.select,
            ignore=self.ignore + other.ignore,
            warn=self.warn + other.warn,
            rules=tuple(dict.fromkeys(self.rules + other.rules)),
        )


def read_configuration(start: str | PathLike[str] = ".") -> Configuration:
    """The table `[tool.beijing-public-services]` of the nearest `pyproject.toml` at or above `start`.

    Without such a file or table, everything is asked. Raises `ConfigurationError` for a file that is no TOML, an
    unknown key, and a value that is no list of texts.

    >>> read_configuration("/").select
    ()
    """
    folder = Path(start).resolve()
    for each in (folder, *folder.parents):
        if (each / "pyproject.toml").is_file():
            return _configuration(each / "pyproject.toml")
    return Configuration()


def _configuration(file: Path) -> Configuration:
    import tomllib

    try:
        with file.open("rb") as stream:
            table: Any = tomllib.load(stream).get("tool", {}).get(TABLE, {})
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError, AttributeError) as error:
        raise ConfigurationError(f"{file}: found no TOML ({error}), expected a pyproject.toml") from None
    place = f"{file}, [tool.{TABLE}]"
    if not isinstance(table, dict):
        raise ConfigurationError(f"{place}: found {table!r:.60}, expected a table")
    for key, value in table.items():
        if key not in Configuration._fields:
            raise ConfigurationError(f"{place}: found the key {key!r}, expected {_one_of(key, Configuration._fields)}")
        if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise ConfigurationError(f"{place}: found {key} = {value!r:.60}, expected a list of texts")
    return Configuration(**{key: tuple(value) for key, value in table.items()})


def known_or_raise(names: Iterable[str], known: Iterable[str]) -> None:
    """Raise `ConfigurationError` for the first name that is no rule, layer or kind of finding of frictionless."""
    choices = tuple(known)
    for name in names:
        if name not in choices and not name.startswith("frictionless:"):
            raise ConfigurationError(f"found the rule {name!r}, expected {_one_of(name, choices)}")


def _one_of(name: str, choices: Iterable[str]) -> str:
    return " or ".join(map(repr, nearest(name, choices))) or f"one of {', '.join(choices)}"
