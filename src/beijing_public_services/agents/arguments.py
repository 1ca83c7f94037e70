"""The arguments of a tool: what each may be, as a JSON schema and as a check that names what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from beijing_public_services._printable import printable
from beijing_public_services._record import Record
from beijing_public_services.errors import BeijingPublicServicesError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

LARGEST_NUMBER = 10**30
LONGEST_ERROR = 1_200  # characters
JSON_NAMES = {str: "string", bool: "boolean", int: "integer", float: "number", dict: "object", list: "array"}


class ArgumentError(BeijingPublicServicesError, ValueError):
    """An argument of a tool is missing, unknown, of another type or too long; the message says what would be right."""


class Argument(Record):
    """One argument of a tool.

    `type` is one of `text`, `claim` (a text or a number), `count` and `switch`. A text has at most `longest` characters
    and, if there are `choices`, is one of them. `default` is None for what need not be given.
    """

    name: str
    type: str
    description: str
    required: bool = False
    longest: int = 200
    choices: tuple[str, ...] = ()
    default: Any = None

    def schema(self) -> dict[str, Any]:
        """Return the JSON schema of the argument."""
        made: dict[str, Any] = {"description": self.description}
        if self.type == "switch":
            return {"type": "boolean", "default": False, **made}
        if self.type == "count":
            return {"type": "integer", "minimum": 0, "maximum": 10**6, "default": 0, **made}
        made |= {"minLength": 1} if self.required and self.type == "text" else {}
        made |= {"maxLength": self.longest}
        if self.choices:
            made |= {"enum": [*self.choices]}
        made |= {"default": self.default} if self.default is not None else {}
        return {"type": ["string", "number"] if self.type == "claim" else "string", **made}

    def read(self, given: object) -> Any:
        """Return a value that was given, or the default for null and for an empty text.

        Raises:
            ArgumentError: the value does not fit.
        """
        if self.type == "switch":
            return self._switch(given)
        if self.type == "count":
            return self._count(given)
        if self.type == "claim" and isinstance(given, int | float) and not isinstance(given, bool):
            return self._number(given)
        return self._text(given)

    @property
    def _expected(self) -> str:
        return "a text or a number" if self.type == "claim" else "a text"

    def _number(self, given: float) -> float:
        if abs(given) < LARGEST_NUMBER:  # which a number that is not finite is not
            return given
        raise self._unfit("a number of more digits than can be compared", "a number below 1e30 or a text")

    def _text(self, given: object) -> Any:
        if given is None or given == "":
            if self.required:
                raise self._unfit("nothing", self._expected)
            return self.default
        if not isinstance(given, str):
            raise self._unfit(_type_of(given), self._expected)
        if len(given) > self.longest:
            raise self._unfit(f"{len(given):,} characters", f"at most {self.longest:,}")
        given = given.encode("utf-8", "replace").decode()
        if self.required and not given.strip():
            raise self._unfit("only white space", self._expected)
        if self.choices and given not in self.choices:
            raise self._unfit(_shown(given), f"one of {', '.join(self.choices)}")
        return given

    def _switch(self, given: object) -> bool:
        if given is None:
            return False
        if not isinstance(given, bool):
            raise self._unfit(_type_of(given), "true or false")
        return given

    def _count(self, given: object) -> int:
        if given is None:
            return 0
        whole = isinstance(given, int) or (isinstance(given, float) and given.is_integer())
        if isinstance(given, bool) or not isinstance(given, int | float) or not whole:
            raise self._unfit(_type_of(given), "a whole number")
        if not 0 <= given <= 10**6:
            raise self._unfit("a number out of range", "a whole number from 0 to 1000000")
        return int(given)

    def _unfit(self, found: str, expected: str) -> ArgumentError:
        return ArgumentError(f"argument {self.name}: found {found}, expected {expected}")


def read_arguments(declared: Iterable[Argument], given: Mapping[str, object]) -> dict[str, Any]:
    """Return the value of each declared argument.

    Raises:
        ArgumentError: for the first one that does not fit, and for a name that is not declared.
    """
    arguments = {each.name: each for each in declared}
    for name in given:
        if name not in arguments:
            raise ArgumentError(f"found an argument {_shown(name)}, expected only {', '.join(arguments)}")
    return {name: each.read(given.get(name)) for name, each in arguments.items()}


def require_known(argument: str, given: str | None, known: Iterable[str]) -> None:
    """Raise `ArgumentError`, with the nearest ids, if an id is given that is not known."""
    ids = list(dict.fromkeys(filter(None, known)))
    if given is not None and given not in ids:
        likely = nearest(given, ids) or ids[:8]
        expected = f"one of {', '.join(likely)}" if likely else f"no {argument}: the package has none"
        raise ArgumentError(f"argument {argument}: found {_shown(given)}, expected {expected}")


def explain(error: Exception) -> str:
    """Return the message of an error for an assistant: on one line, and not too long."""
    message = printable(str(error).encode("utf-8", "replace").decode())
    return message if len(message) <= LONGEST_ERROR else f"{message[:LONGEST_ERROR]}…"


def _shown(text: str) -> str:
    return printable(repr(text[:60].encode("utf-8", "replace").decode())) + ("…" if len(text) > 60 else "")


def _type_of(given: object) -> str:
    return f"a value of type {JSON_NAMES.get(type(given), type(given).__name__)}"
