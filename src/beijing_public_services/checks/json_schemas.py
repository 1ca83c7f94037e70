"""The constraint `jsonSchema`: values are held against a JSON Schema of the package, in a bounded number of steps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.patterns import PatternError, linear

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Keyword = Callable[..., Iterable[Any] | None]

MOST_STEPS = 20_000  # keywords that are looked at for one value
LEFT_OUT = ("patternProperties", "$dynamicRef", "$recursiveRef")  # they take more than linear time, or lead anywhere


def conforms_to(schema: dict[str, Any]) -> Callable[[Any], bool]:
    """Return the test whether a value conforms to a JSON Schema. Nothing is fetched.

    The test raises `ValueError` if it takes too many steps or a reference leads nowhere.

    Raises:
        PatternError: the schema is none, or uses what is not tested here.
    """
    from jsonschema.validators import extend, validator_for
    from referencing import Registry

    if found := next((key for key in LEFT_OUT if f'"{key}"' in json.dumps(schema)), None):
        raise PatternError(f"it uses {found}, which is not tested here")
    steps = _Steps()
    try:
        known = validator_for(schema)
        known.check_schema(schema)
        keywords = {**known.VALIDATORS, "pattern": _pattern, "uniqueItems": _unique_items}
        counted = {name: steps.counted(keyword) for name, keyword in keywords.items()}
        validator = extend(known, counted)(schema, registry=Registry())
    except Exception as error:  # jsonschema raises errors of its own
        raise PatternError(f"{type(error).__name__}") from None

    def holds(value: Any) -> bool:
        steps.taken = 0
        try:
            return bool(validator.is_valid(value))
        except Exception as error:  # a reference that leads nowhere, or round and round
            raise ValueError(str(error)) from None

    return holds


class _Steps:
    """Counts the keywords that are looked at for one value, and stops at a limit."""

    def __init__(self) -> None:
        self.taken = 0

    def counted(self, keyword: Keyword) -> Keyword:
        """Return the keyword so that each look at it counts."""

        def call(*arguments: Any) -> Iterator[Any]:
            self.taken += 1
            if self.taken > MOST_STEPS:
                raise ValueError("too many steps")
            yield from keyword(*arguments) or ()

        return call


def _pattern(_validator: Any, given: str, value: Any, _schema: Any) -> Iterator[Any]:
    """The keyword `pattern`, matched in linear time."""
    from jsonschema import ValidationError

    if isinstance(value, str) and not linear(given).search(value):
        yield ValidationError(f"does not match {given!r}")


def _unique_items(_validator: Any, given: Any, value: Any, _schema: Any) -> Iterator[Any]:
    """The keyword `uniqueItems`, by the texts of the items and not each against each."""
    from jsonschema import ValidationError

    if given is True and isinstance(value, list):
        texts = [json.dumps(each, sort_keys=True) for each in value]
        if len(set(texts)) < len(texts):
            yield ValidationError("has an item twice")
