"""What frictionless says of single headers, rows and cells; the only module that imports frictionless, when asked."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from beijing_public_services.errors import MissingExtraError

if TYPE_CHECKING:
    from beijing_public_services.checks.lexical import Field, Read

_tried: list[bool] = []  # whether a schema that is right was taken for one
LONGEST_MOMENT = 200  # characters of a date or time in any format
LONGEST_MESSAGE = 400  # characters: some hold a cell or a path whole
OF_A_FIELD = (
    "name", "type", "format", "missingValues", "constraints", "trueValues", "falseValues", "decimalChar", "groupChar",
    "bareNumber", "floatNumber", "delimiter", "itemType", "arrayItem",
)  # fmt: skip


class Said(NamedTuple):
    """One error: its type, the field it is about, and its message."""

    type: str
    field: str | None
    message: str


def require_frictionless() -> None:
    """Raise `MissingExtraError` if frictionless is not installed; it is not imported."""
    from importlib.util import find_spec

    if find_spec("frictionless") is None:
        raise MissingExtraError("check", "validate")


def frictionless() -> Any:
    """Return the library. Raises `MissingExtraError` if it is not installed, or does not work as it is installed."""
    try:
        import frictionless as library
    except ModuleNotFoundError as missing:
        if missing.name == "frictionless":
            raise MissingExtraError("check", "validate") from missing
        raise MissingExtraError("check", "validate", str(missing)) from missing
    except Exception as broken:
        raise MissingExtraError("check", "validate", f"{type(broken).__name__}: {broken}") from broken
    if not _tried:
        try:
            library.Schema.from_descriptor({"fields": [{"name": "x", "type": "string"}]})
        except Exception as broken:
            raise MissingExtraError("check", "validate", f"{type(broken).__name__}: {broken}") from broken
        _tried.append(True)
    return library


def frictionless_reader(field: Field) -> Read:
    """Return the function by which frictionless reads the values of a field; it is imported at the first call."""
    readers: list[Read] = []
    longest = LONGEST_MOMENT if field.get("type") in ("date", "time", "datetime") else None

    def value(cell: Any) -> Any:
        if longest is not None and isinstance(cell, str) and len(cell) > longest:
            raise ValueError("a text that is too long for a moment")
        if not readers:
            made = _field({**field, "constraints": {}})
            readers.append(made.create_value_reader() if made is not None else lambda cell: None)
        if (found := readers[0](cell)) is None:
            raise ValueError(cell)
        return found

    return value


class Words:
    """What frictionless says of one table, given its labels and schema."""

    def __init__(self, labels: tuple[str, ...], schema: dict[str, Any]) -> None:
        self.library = frictionless()
        fields = schema.get("fields")
        given = [each for each in fields if isinstance(each, dict)] if isinstance(fields, list) else []
        missing = _texts(schema.get("missingValues"), [""])
        match = schema.get("fieldsMatch")
        match = match[0] if isinstance(match, list) and len(match) == 1 else match
        described: dict[str, Any] = {"fields": [{"name": "x", "type": "any"}], "missingValues": missing}
        self.schema = self.library.Schema.from_descriptor(described)
        self.schema.fields = []
        for each in given:
            self.schema.add_field(self._made(each, {made.name for made in self.schema.fields}))
        self.schema.primary_key = _names(schema.get("primaryKey"))
        self.header = self.library.Header(
            list(labels),
            fields=self.schema.fields,
            row_numbers=[1],
            fields_match=match if match in ("equal", "subset", "superset", "partial") else "exact",
        )
        self.errors = self.library.errors
        self._handlers: dict[str, Any] | None = None
        self._create_handlers = import_module("frictionless.table").create_cell_handlers

    def _made(self, field: Field, taken: set[str]) -> Any:
        name = field.get("name") if isinstance(field.get("name"), str) else "field"
        unique, number = name, 2
        while unique in taken:
            unique, number = f"{name}{number}", number + 1
        made = _field({**field, "name": unique})
        return made if made is not None else self.library.Field.from_descriptor({"name": unique, "type": "any"})

    @property
    def handlers(self) -> dict[str, Any]:
        """How frictionless reads each column, by its name, in the order of the columns."""
        handlers = self._handlers
        if handlers is None:
            try:
                expected = self.header.get_expected_fields()
            except self.library.FrictionlessException:  # labels that are not unique, matched by name
                expected = self.schema.fields
            handlers = self._handlers = self._create_handlers(expected)
        return handlers

    def of_header(self) -> list[Said]:
        """Return the errors of the header."""
        try:
            self.header.get_expected_fields()
        except self.library.FrictionlessException as error:
            return [_said(error.error)]
        return [_said(error) for error in self.header.errors]

    def of_row(self, cells: list[Any], number: int) -> list[Said]:
        """Return the errors of a whole row, which may have too many or too few cells."""
        try:
            row = self.library.Row(list(cells), handlers=self.handlers, row_number=number)
            return [_said(error) for error in row.errors]
        except Exception:  # no cell, however odd, may end in a traceback
            return []

    def of_cell(self, place: int, cells: list[Any], number: int, pattern: str = "") -> list[Said]:
        """Return the errors of the cell at a place of a row; empty if frictionless accepts it or cannot tell.

        `pattern` is one that the cell does not match: frictionless, whose expressions can take for ever, is not asked.
        """
        handlers = list(self.handlers.values())
        if place >= len(handlers):
            return []
        handler = handlers[place]
        try:
            _, notes = handler.reader(cells[place])
        except Exception:
            return []
        notes = notes or {}
        if pattern and "type" not in notes and "pattern" in handler.field.supported_constraints:
            notes["pattern"] = f'constraint "pattern" is "{pattern}"'
        said = []
        for kind, note in notes.items():
            made = self.errors.TypeError if kind == "type" else self.errors.ConstraintError
            error = made(
                note=note,
                cells=list(map(_text, cells)),
                row_number=number,
                cell=str(cells[place]),
                field_name=handler.field.name,
                field_number=handler.field_number,
            )
            said.append(_said(error))
        return said

    def of_duplicate(self, cells: list[Any], number: int, first: int, field: str, place: int) -> Said:
        """Return the error of a value that a unique field has had before."""
        note = f"the same as in the row at position {first}"
        error = self.errors.UniqueError(
            note=note,
            cells=list(map(_text, cells)),
            row_number=number,
            cell=str(cells[place]),
            field_name=field,
            field_number=place + 1,
        )
        return _said(error)

    def of_primary_key(self, cells: list[Any], number: int, first: int | None) -> Said:
        """Return the error of a primary key that was there before, or of which no part is there."""
        note = (
            f"the same as in the row at position {first}"
            if first
            else 'cells composing the primary keys are all "None"'
        )
        return _said(self.errors.PrimaryKeyError(note=note, cells=list(map(_text, cells)), row_number=number))

    def of_foreign_key(
        self, cells: list[Any], number: int, key: list[Any], own: list[str], resource: str, theirs: list[str]
    ) -> Said:
        """Return the error of a foreign key that no row has."""
        values, names = ", ".join(map(str, key)), ", ".join(theirs)
        note = f'for "{", ".join(own)}": values "{values}" not found in the lookup table "{resource}" as "{names}"'
        error = self.errors.ForeignKeyError(
            note=note,
            cells=list(map(_text, cells)),
            row_number=number,
            field_names=own,
            field_cells=list(map(_text, key)),
            reference_name=resource,
            reference_field_names=theirs,
        )
        return _said(error)

    def of_count(self, kind: str, expected: object, actual: object) -> Said:
        """Return the error of a hash or of a number of bytes that is another."""
        note = f'expected is "{expected}" and actual is "{actual}"'
        return _said({"hash": self.errors.HashCountError, "bytes": self.errors.ByteCountError}[kind](note=note))


def _field(field: Field) -> Any:
    """A field of frictionless, without what it refuses and the specification allows; None if it is still refused."""
    library = frictionless()
    described = {key: field[key] for key in OF_A_FIELD if key in field}
    described.setdefault("type", "any")
    if "missingValues" in described:
        described["missingValues"] = _texts(described["missingValues"], [""])
    try:
        kind = library.Field.metadata_select_class(described["type"])
        given = described.get("constraints")
        known = given if isinstance(given, dict) else {}
        supported = {"unique", *kind.supported_constraints} - {"pattern", "jsonSchema"}
        described["constraints"] = {name: value for name, value in known.items() if name in supported}
        return library.Field.from_descriptor(described)
    except Exception:  # frictionless raises many kinds for a field that is none
        return None


def _texts(given: Any, default: list[str]) -> list[str]:
    """Missing values as texts."""
    if not isinstance(given, list):
        return default
    found = [each.get("value") if isinstance(each, dict) else each for each in given]
    return list(dict.fromkeys(each for each in found if isinstance(each, str)))


def _names(key: Any) -> list[str]:
    names = [key] if isinstance(key, str) else key
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []


def _said(error: Any) -> Said:
    field = getattr(error, "field_name", None) or None
    return Said(error.type, field, f"{error.message:.{LONGEST_MESSAGE}}")


def _text(cell: Any) -> str:
    return "" if cell is None else str(cell)
