"""What a user asks of a check: the rules chosen, in a call, on the command line or in a `pyproject.toml`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from beijing_public_services._record import Record
from beijing_public_services.datapackage.limits import MOST_CELLS
from beijing_public_services.errors import ConfigurationError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

TABLE = "beijing-public-services"
KEYS = ("select", "ignore", "warn", "rules", "most_cells")
KINDS = (  # of the errors of frictionless
    "ascii-value", "blank-header", "blank-label", "blank-row", "byte-count", "catalog-error", "cell-error",
    "check-error", "checklist-error", "compression-error", "constraint-error", "control-error", "data-error",
    "dataset-error", "detector-error", "deviated-cell", "deviated-value", "dialect-error", "duplicate-label",
    "duplicate-row", "encoding-error", "error", "extra-cell", "extra-label", "field-count", "field-error",
    "file-error", "forbidden-value", "foreign-key", "format-error", "hash-count", "header-error", "incorrect-label",
    "inquiry-error", "inquiry-task-error", "label-error", "metadata-error", "missing-cell", "missing-label",
    "package-error", "pipeline-error", "primary-key", "report-error", "report-task-error", "required-value",
    "resource-error", "row-constraint", "row-count", "row-error", "schema-error", "scheme-error",
    "sequential-value", "source-error", "stats-error", "step-error", "table-dimensions", "table-error",
    "truncated-value", "type-error", "unique-error", "unmatched-header", "warning",
)  # fmt: skip


class Configuration(Record):
    """Which rules a check runs, and how their findings count.

    Each name is the id of a rule, a layer (`descriptor`, `frictionless`, `structure`, `meaning`, `custom`), or one kind
    of finding of frictionless (`frictionless:constraint-error`). `select` keeps only the rules it names (empty: all),
    `ignore` leaves rules out, and findings of rules in `warn` are warnings. `rules` are your own rules, each the
    `module:function` of a function from `Tables` to issues. A module is looked for in the folder of the
    `pyproject.toml` that names it, else in the current one, and in the usual places. `most_cells` is how many cells the
    tables of a package may have in all, by default 67 million.

    >>> Configuration(ignore=("ids_carry_no_year",), warn=("meaning",)).select
    ()
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    warn: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    most_cells: Any = MOST_CELLS  # an int; a mapping of names to tuples fits the other fields
    _folder: Any = ""

    def joined(self, other: Configuration) -> Configuration:
        """Return this configuration with what another adds; a `select` that is not empty replaces this one's."""
        return Configuration(
            select=other.select or self.select,
            ignore=self.ignore + other.ignore,
            warn=self.warn + other.warn,
            rules=tuple(dict.fromkeys(self.rules + other.rules)),
            most_cells=other.most_cells if other.most_cells != MOST_CELLS else self.most_cells,
            _folder=other._folder or self._folder,
        )


def read_configuration(start: str | PathLike[str] = ".") -> Configuration:
    """Return the table `[tool.beijing-public-services]` of the nearest `pyproject.toml` at or above a folder.

    Args:
        start: the folder; the current one by default.

    Returns:
        The configuration; without such a file or table, one that runs every rule.

    Raises:
        ConfigurationError: the file is not TOML, a key is unknown, or a value has another type.

    >>> read_configuration("/").select
    ()
    """
    try:
        folder = Path(start).resolve()
    except OSError:  # the current folder is gone
        return Configuration()
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
        if key not in KEYS:
            raise ConfigurationError(f"{place}: found the key {key!r}, expected {_one_of(key, KEYS)}")
        if key == "most_cells":
            if type(value) is not int or value < 1:
                raise ConfigurationError(f"{place}: found {key} = {value!r:.60}, expected a whole number from 1")
        elif not isinstance(value, list) or not all(isinstance(name, str) for name in value):
            raise ConfigurationError(f"{place}: found {key} = {value!r:.60}, expected a list of texts")
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return Configuration(**given, _folder=str(file.parent))


def require_known_rules(names: Iterable[str], known: Iterable[str]) -> None:
    """Raise `ConfigurationError` for the first name that is no rule, layer or kind of finding of frictionless."""
    choices = tuple(known)
    for name in names:
        rule, colon, kind = name.partition(":")
        if colon and rule == "frictionless":
            if kind not in KINDS:
                nearby = " or ".join(f"'{rule}:{each}'" for each in nearest(kind, KINDS) or ("type-error", "…"))
                raise ConfigurationError(f"found the rule {name!r}, expected {nearby}")
        elif name not in choices:
            raise ConfigurationError(f"found the rule {name!r}, expected {_one_of(name, choices)}")


def _one_of(name: str, choices: Iterable[str]) -> str:
    return " or ".join(map(repr, nearest(name, choices))) or f"one of {', '.join(choices)}"
