"""Frozen, slotted, keyword-only values, without the 16 ms that importing `dataclasses` costs."""

from __future__ import annotations

TYPE_CHECKING: bool = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from inspect import Signature
    from typing import Any, Protocol, Self, SupportsIndex, TypeVar, dataclass_transform, overload

    Item = TypeVar("Item", bound="Record", covariant=True)

    class Context(Protocol):
        """What a record came from; it supplies the fields that were not given to the constructor."""

        def resolve(self, record: Record, field: str) -> object:
            """Return the value of a field of a record."""
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
        slots = own if bases else ("_context", "__weakref__")
        made = super().__new__(cls, name, bases, {**namespace, "__slots__": slots})
        for base in bases:
            own = (*getattr(base, "_fields", ()), *own)
            defaults = {**getattr(base, "_defaults", {}), **defaults}
        made._fields = own
        made._defaults = defaults
        made._setters = tuple((field, getattr(made, field).__set__) for field in own)
        return made

    @property
    def __signature__(cls) -> Signature:
        """The keyword arguments of the constructor: each public field with its type and default."""
        from inspect import Parameter, Signature

        types = {name: each for base in reversed(cls.__mro__) for name, each in _annotations(base).items()}
        return Signature(
            [
                Parameter(
                    field,
                    Parameter.KEYWORD_ONLY,
                    default=cls._defaults.get(field, Parameter.empty),
                    annotation=types.get(field, Parameter.empty),
                )
                for field in cls._fields
                if field[0] != "_"
            ]
        )


class Record(metaclass=RecordType):
    """A value: equal when its public fields are, hashable, picklable, and never changed after construction.

    A record that a data package builds may leave fields to its context, which supplies each at its first use.
    """

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

    @classmethod
    def _in_context(cls, context: Context, values: dict[str, Any]) -> Self:
        """Return a record of these values whose other fields the context supplies."""
        made = cls.__new__(cls)
        for field, set_field in cls._setters:
            if field in values:
                set_field(made, values[field])
        object.__setattr__(made, "_context", context)
        return made

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            """Supply a field that was left to the context, once."""
            cls = type(self)
            if name in cls._fields:
                try:
                    context = object.__getattribute__(self, "_context")
                except AttributeError:
                    pass
                else:
                    value = context.resolve(self, name)
                    getattr(cls, name).__set__(self, value)
                    return value
            raise AttributeError(f"{cls.__name__!r} object has no attribute {name!r}", name=name, obj=self)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name!r} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name!r} cannot be deleted")

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Record):
            return NotImplemented
        return type(other) is type(self) and (self is other or self._values() == other._values())

    def __hash__(self) -> int:
        return hash((self.__class__, self._values()))

    def __repr__(self) -> str:
        """One line: every field of a short record, else those that hold something, shortened."""
        from beijing_public_services._shown import record_line

        return record_line(type(self).__name__, self.as_dict())

    def __reduce__(self) -> tuple[object, ...]:
        return _restore, (type(self), self._everything())

    def __replace__(self, **changes: Any) -> Self:
        return self.replace(**changes)

    def replace(self, **changes: Any) -> Self:
        """Return a copy with other values in these fields. Raises `TypeError` for a field it does not have."""
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
        """Return the public fields and their values as they are, in the order they are declared."""
        return {field: getattr(self, field) for field in type(self)._fields if field[0] != "_"}

    def to_dict(self) -> dict[str, Any]:
        """Return the public fields as data that any JSON library takes: the same as the command line's `--json`.

        Records become objects, tuples become lists, exact decimals become text; numbers, text and None stay.
        """
        return {name: _to_jsonable(value) for name, value in self.as_dict().items()}

    def to_json(self, *, indent: int | None = None) -> str:
        """Return `to_dict()` as JSON text, with Chinese characters as they are."""
        import json

        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)

    def _repr_html_(self) -> str:
        """Return the record as a notebook shows it: its title, its facts, and the lists that belong to it."""
        from beijing_public_services._html import record_html

        return record_html(self._title(), self._facts(), self._parts())

    def _title(self) -> object:
        return f"{type(self).__name__} {getattr(self, 'id', '')}"

    def _facts(self) -> dict[str, object]:
        """Return what a notebook shows of the record alone, each fact under its name."""
        from beijing_public_services._shown import fact

        return {name: fact(value) for name, value in self.as_dict().items()}

    def _row(self) -> dict[str, object]:
        """Return what a notebook shows of the record in a list, each cell under the name of its column."""
        return self._facts()

    def _parts(self) -> dict[str, Records[Any]]:
        """Return the lists that a notebook shows below the facts, each under its name."""
        return {}


class Records(tuple["Item", ...]):
    """A tuple of records, equal to any tuple of the same, of which a terminal and a notebook show the beginning."""

    __slots__ = ()

    if TYPE_CHECKING:

        @overload
        def __getitem__(self, place: SupportsIndex, /) -> Item: ...
        @overload
        def __getitem__(self, place: slice, /) -> Records[Item]: ...

    def __getitem__(self, place: Any, /) -> Any:
        found = tuple.__getitem__(self, place)
        return Records(found) if type(place) is slice else found

    def __repr__(self) -> str:
        from beijing_public_services._shown import tuple_lines

        return tuple_lines(tuple(self))

    def _repr_html_(self) -> str:
        from beijing_public_services._html import records_html

        return records_html(self, self._remarks())

    def _remarks(self) -> tuple[str, ...]:
        """Return the sentences that a notebook shows below the rows."""
        return ()


def _to_jsonable(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, tuple | list):
        return [_to_jsonable(each) for each in value]
    if isinstance(value, dict):
        return {name: _to_jsonable(each) for name, each in value.items()}
    return value if value is None or isinstance(value, bool | int | float | str) else str(value)


def _annotations(cls: type) -> dict[str, Any]:
    return dict(vars(cls).get("__annotations__", {}))


def _restore(cls: type[Record], values: dict[str, object]) -> Record:
    return cls(**values)
