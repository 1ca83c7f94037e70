"""Frozen, slotted, keyword-only values, without the 16 ms that importing `dataclasses` costs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any, Self, dataclass_transform
else:

    def dataclass_transform(**_options):
        """Stand in for `typing.dataclass_transform`, which only type checkers read."""
        return lambda cls: cls


@dataclass_transform(kw_only_default=True, frozen_default=True)
class RecordType(type):
    """Makes the annotated names of a class its slots and its keyword arguments."""

    _fields: tuple[str, ...]
    _defaults: dict[str, object]
    _setters: tuple[tuple[str, Callable[[object, object], None]], ...]

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> RecordType:
        own = tuple(namespace.get("__annotations__", ()))
        defaults = {field: namespace.pop(field) for field in own if field in namespace}
        made = super().__new__(cls, name, bases, {**namespace, "__slots__": own})
        for base in bases:
            own = (*getattr(base, "_fields", ()), *own)
            defaults = {**getattr(base, "_defaults", {}), **defaults}
        made._fields = own
        made._defaults = defaults
        made._setters = tuple((field, getattr(made, field).__set__) for field in own)
        return made


class Record(metaclass=RecordType):
    """A value: equal when its public fields are, hashable, picklable, and never changed after construction."""

    def __init__(self, **values: Any) -> None:
        cls = type(self)
        if len(values) != len(cls._setters):
            values = {**cls._defaults, **values}
        try:
            for field, set_field in cls._setters:
                set_field(self, values[field])
        except KeyError as missing:
            raise TypeError(f"{cls.__name__}(){self._unknown(values) or f' needs {missing}'}") from None
        if len(values) != len(cls._setters):
            raise TypeError(f"{cls.__name__}(){self._unknown(values)}")

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name!r} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name!r} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash((self.__class__, self._values()))

    def __repr__(self) -> str:
        shown = ", ".join(f"{name}={value!r}" for name, value in self.as_dict().items())
        return f"{type(self).__name__}({shown})"

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self._everything())

    def __replace__(self, **changes: Any) -> Self:
        return type(self)(**{**self._everything(), **changes})

    def _unknown(self, values: dict[str, Any]) -> str:
        fields = [field for field in type(self)._fields if field[0] != "_"]
        unknown = [name for name in values if name not in type(self)._fields]
        return f" has no field {unknown[0]!r}; its fields: {', '.join(fields)}" if unknown else ""

    def _everything(self) -> dict[str, Any]:
        return {field: getattr(self, field) for field in type(self)._fields}

    def _values(self) -> tuple[object, ...]:
        return tuple(self.as_dict().values())

    def as_dict(self) -> dict[str, Any]:
        """The public fields and their values, in the order they are declared."""
        return {field: getattr(self, field) for field in type(self)._fields if field[0] != "_"}


def _restore(cls: type[Record], values: Mapping[str, object]) -> Record:
    return cls(**values)
