"""Rules on the schemas of a descriptor: fields, their types and constraints, and keys, as Table Schema 2.0 has them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.field_types import value_reader
from beijing_public_services.checks.issue import Issue
from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.descriptor import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.issue import Severity
    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

TYPES = {
    "string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year",
    "yearmonth", "duration", "geopoint", "geojson", "any",
}  # fmt: skip
CONSTRAINTS = {
    "required", "unique", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum",
    "jsonSchema", "pattern", "enum",
}  # fmt: skip

ORDERED = {"integer", "number", "date", "time", "datetime", "duration", "year", "yearmonth"}
SIZED = {"string", "array", "object", "list"}
APPLIES_TO = {
    "minimum": ORDERED,
    "maximum": ORDERED,
    "exclusiveMinimum": ORDERED,
    "exclusiveMaximum": ORDERED,
    "minLength": SIZED,
    "maxLength": SIZED,
    "jsonSchema": {"array", "object"},
    "pattern": {"string"},
}  # a constraint that is not here applies to every type


def schemas(tables: Tables) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """The place, resource and schema of each resource that has a schema."""
    for place, resource in resources(tables):
        if isinstance(schema := resource.get("schema"), dict):
            yield f"{place}.schema", resource, schema


def fields_of(schema: dict[str, Any]) -> list[dict[str, Any]]:
    """The fields of a schema that are objects with a name."""
    fields = schema.get("fields")
    return [
        each
        for each in (fields if isinstance(fields, list) else ())
        if isinstance(each, dict) and isinstance(each.get("name"), str)
    ]


def key_of(key: object) -> list[str]:
    """The names of the fields that make a key, which may be one text or a list; none for anything else."""
    names = [key] if isinstance(key, str) else key
    return names if isinstance(names, list) and all(isinstance(name, str) for name in names) else []


def foreign_keys_of(schema: dict[str, Any]) -> list[tuple[list[str], str, list[str]]]:
    """The foreign keys of a schema: own fields, the resource referred to (`""` for itself), and its fields."""
    keys = schema.get("foreignKeys")
    found = []
    for each in keys if isinstance(keys, list) else ():
        reference = each.get("reference") if isinstance(each, dict) else None
        if isinstance(reference, dict) and "package" not in reference:  # a key of another package is not followed
            found.append(
                (key_of(each.get("fields")), str(reference.get("resource") or ""), key_of(reference.get("fields")))
            )
    return found


@rule(layer="descriptor", severity="warning")
def tables_have_a_schema(tables: Tables) -> Found:
    """A resource of the type `table` has a schema."""
    for place, resource in resources(tables):
        if resource.get("type") == "table" and "schema" not in resource:
            yield Finding("", None, f"{place}.schema", "none", "one, as the specification recommends")


@rule(layer="descriptor")
def fields_have_a_name_of_their_own(tables: Tables) -> Iterator[Finding | Issue]:
    """A schema lists its fields; each is an object with a name, and no two share one, which version 1 allowed."""
    is_of_version_1 = not str(tables.descriptor.get("$schema", "")).startswith("https://datapackage.org/profiles/2")
    for place, _, schema in schemas(tables):
        fields = schema.get("fields")
        if not isinstance(fields, list) or not fields:
            yield Finding("", None, f"{place}.fields", f"{fields!r:.80}", "a list of at least one field")
            continue
        counts = Counter(each["name"] for each in fields_of(schema))
        for number, each in enumerate(fields):
            name = each.get("name") if isinstance(each, dict) else None
            if not isinstance(name, str) or not name:
                yield Finding("", None, f"{place}.fields[{number}]", f"{each!r:.80}", "an object with a name")
            elif counts[name] > 1:
                at = f"{place}.fields[{number}].name"
                severity: Severity = "warning" if is_of_version_1 else "error"
                found = f"{name!r:.80} {counts[name]} times"
                yield Issue(file=tables.name, column=at, severity=severity, found=found, expected="it once")


@rule(layer="descriptor")
def field_types_are_known(tables: Tables) -> Found:
    """The type of a field is one of Table Schema."""
    for place, _, schema in schemas(tables):
        for each in fields_of(schema):
            if (kind := each.get("type", "any")) not in sorted(TYPES):
                expected = f"one of {', '.join(sorted(TYPES))}"
                yield Finding("", None, f"{place}.fields.{each['name']}.type", f"{kind!r:.80}", expected)


@rule(layer="descriptor")
def constraints_are_known(tables: Tables) -> Found:
    """A constraint is one of Table Schema for the type of its field, and has a value of its kind."""
    kinds: dict[str, type | tuple[type, ...]] = {
        **dict.fromkeys(("required", "unique"), bool),
        **dict.fromkeys(("minLength", "maxLength"), int),
        **{"pattern": str, "enum": list, "jsonSchema": dict},
    }
    for place, _, schema in schemas(tables):
        for each in fields_of(schema):
            constraints = each.get("constraints", {})
            at = f"{place}.fields.{each['name']}.constraints"
            if not isinstance(constraints, dict):
                yield Finding("", None, at, f"{constraints!r:.80}", "an object")
                continue
            for name, value in constraints.items():
                if name not in CONSTRAINTS:
                    expected = f"one of {', '.join(sorted(CONSTRAINTS))}"
                    yield Finding("", None, f"{at}.{name}", f"the constraint {name!r:.80}", expected)
                elif not isinstance(value, kinds.get(name, object)) or (kinds.get(name) is int and value is True):
                    yield Finding("", None, f"{at}.{name}", f"{value!r:.80}", "a value of its kind")
                elif (kind := each.get("type", "any")) in TYPES and kind not in APPLIES_TO.get(name, TYPES):
                    expected = f"a field of the type {' or '.join(sorted(APPLIES_TO[name]))}"
                    yield Finding("", None, f"{at}.{name}", f"the constraint for the type {kind!r}", f"{expected:.200}")


@rule(layer="descriptor")
def keys_name_fields(tables: Tables) -> Found:
    """Primary, unique and foreign keys name at least one field, and only fields of their schema."""
    for place, _, schema in schemas(tables):
        known = {each["name"] for each in fields_of(schema)}
        unique = schema.get("uniqueKeys", [])
        foreign = schema.get("foreignKeys", [])
        keys = [("primaryKey", schema["primaryKey"])] if "primaryKey" in schema else []
        unique = [each if isinstance(each, list) else [] for each in unique] if isinstance(unique, list) else [[]]
        if schema.get("uniqueKeys") == []:
            yield Finding("", None, f"{place}.uniqueKeys", "an empty list", "at least one key, or no such property")
        keys += [(f"uniqueKeys[{at}]", each) for at, each in enumerate(unique)]
        keys += [
            (f"foreignKeys[{at}].fields", each.get("fields") if isinstance(each, dict) else None)
            for at, each in enumerate(foreign if isinstance(foreign, list) else [None])
        ]
        for name, key in keys:
            if not key_of(key) or not known.issuperset(key_of(key)):
                expected = f"a list of fields of the schema: {', '.join(sorted(known))}"
                yield Finding("", None, f"{place}.{name}", f"{key!r:.80}", f"{expected:.200}")


@rule(layer="descriptor")
def references_lead_to_fields(tables: Tables) -> Found:
    """A foreign key refers to a resource of the package, and to as many of its fields as it has."""
    named = {name: each for _, each in resources(tables) if isinstance(name := each.get("name"), str)}
    for place, resource, schema in schemas(tables):
        for own, name, theirs in foreign_keys_of(schema):
            other = named.get(name) if name else resource
            at = f"{place}.foreignKeys"
            if other is None:
                yield Finding("", None, at, f"the resource {name!r}", "one of the package")
                continue
            target = other.get("schema")
            known = {each["name"] for each in fields_of(target)} if isinstance(target, dict) else set(theirs)
            if len(own) != len(theirs) or not known.issuperset(theirs):
                found = f"{', '.join(own)} for {', '.join(theirs) or 'nothing'} of {name or 'itself'}"
                yield Finding("", None, at, found, "as many fields of it")


@rule(layer="descriptor")
def categories_are_well_formed(tables: Tables) -> Found:
    """Categories are distinct, so are their labels, and an enum beside them holds no other values."""
    for place, _, schema in schemas(tables):
        for each in fields_of(schema):
            at, given = f"{place}.fields.{each['name']}", each.get("categories")
            ordered = each.get("categoriesOrdered", False)
            if not isinstance(ordered, bool):
                yield Finding("", None, f"{at}.categoriesOrdered", f"{ordered!r:.80}", "true or false")
            if "categories" not in each:
                continue
            values = category_values(each)
            if values is None or len({isinstance(one, dict) for one in given or ()}) > 1:
                yield Finding("", None, f"{at}.categories", f"{given!r:.80}", "values, or objects with a value")
                continue
            labels = [one["label"] for one in given or () if isinstance(one, dict) and "label" in one]
            if not all(isinstance(label, str) for label in labels) or len(set(labels)) < len(labels):
                yield Finding("", None, f"{at}.categories", f"the labels {labels!r:.80}", "distinct texts")
            known = _as_values(each, values)
            if len(known) < len(values):
                yield Finding("", None, f"{at}.categories", f"{values!r:.80} with one twice", "each once")
            constraints = each.get("constraints")
            allowed = constraints.get("enum") if isinstance(constraints, dict) else None
            if isinstance(allowed, list) and not _as_values(each, allowed) <= known:
                expected = f"some of the categories, {values!r:.80}"
                yield Finding("", None, f"{at}.constraints.enum", f"{allowed!r:.80}", expected)


def _as_values(field: dict[str, Any], values: list[Any]) -> set[Any]:
    """The logical values of a field that are written so; what is no value of it stands for itself."""
    read = value_reader(field)
    found = set()
    for value in values:
        try:
            found.add(read(value) if read is not None else repr(value))
        except (ValueError, TypeError):
            found.add(repr(value))
    return found


@rule(layer="descriptor")
def missing_values_are_distinct(tables: Tables) -> Found:
    """Missing values are a list of distinct texts, or of objects with distinct values and labels."""
    for place, _, schema in schemas(tables):
        owners = [(place, schema), *((f"{place}.fields.{each['name']}", each) for each in fields_of(schema))]
        for at, owner in owners:
            given = owner.get("missingValues", [])
            listed: list[Any] = given if isinstance(given, list) else [None]
            values = [one.get("value") if isinstance(one, dict) else one for one in listed]
            labels = [one["label"] for one in listed if isinstance(one, dict) and "label" in one]
            texts = [*values, *labels]
            if not all(isinstance(text, str) for text in texts):
                expected = "a list of texts, or of objects with a value"
                yield Finding("", None, f"{at}.missingValues", f"{given!r:.80}", expected)
            elif len(set(values)) < len(values) or len(set(labels)) < len(labels):
                yield Finding("", None, f"{at}.missingValues", f"{given!r:.80} with one twice", "each once")


def category_values(field: dict[str, Any]) -> list[Any] | None:
    """The values that the categories of a field list; None where it has none, or no list of such."""
    given = field.get("categories")
    given = given if isinstance(given, list) else []
    values = [each.get("value") if isinstance(each, dict) else each for each in given]
    return values if values and all(isinstance(value, str | int | float) for value in values) else None
