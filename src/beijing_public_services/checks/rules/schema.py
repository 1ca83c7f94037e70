"""Rules on the schemas of a descriptor: fields, their types and constraints, and keys, as Table Schema 2.0 has them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.rule import Finding, rule
from beijing_public_services.checks.rules.descriptor import resources

if TYPE_CHECKING:
    from collections.abc import Iterator

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
        if isinstance(reference, dict):
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
def fields_have_a_name_of_their_own(tables: Tables) -> Found:
    """A schema lists its fields, each an object with a name, and no two with the same."""
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
                yield Finding("", None, f"{place}.fields[{number}].name", f"{name!r} {counts[name]} times", "it once")


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
    """A constraint is one of Table Schema and has a value of its kind: a truth, a count, a text, a list of choices."""
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
                    yield Finding("", None, f"{at}.{name}", "it", f"one of {', '.join(sorted(CONSTRAINTS))}")
                elif not isinstance(value, kinds.get(name, object)):
                    yield Finding("", None, f"{at}.{name}", f"{value!r:.80}", "a value of its kind")


@rule(layer="descriptor")
def keys_name_fields(tables: Tables) -> Found:
    """Primary, unique and foreign keys consist of fields of their schema, at least one."""
    for place, _, schema in schemas(tables):
        known = {each["name"] for each in fields_of(schema)}
        unique = schema.get("uniqueKeys", [])
        foreign = schema.get("foreignKeys", [])
        keys = [("primaryKey", schema["primaryKey"])] if "primaryKey" in schema else []
        keys += [(f"uniqueKeys[{at}]", each) for at, each in enumerate(unique if isinstance(unique, list) else [None])]
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
def categories_equal_the_enum(tables: Tables) -> Found:
    """Categories are distinct, and where a field has an enum too, they are the same values."""
    for place, _, schema in schemas(tables):
        for each in fields_of(schema):
            values = category_values(each)
            constraints = each.get("constraints")
            allowed = constraints.get("enum") if isinstance(constraints, dict) else None
            at = f"{place}.fields.{each['name']}.categories"
            if values is None and "categories" in each:
                yield Finding(
                    "", None, at, f"{each['categories']!r:.80}", "a list of values, or of objects with a value"
                )
            elif values is not None and len(set(map(repr, values))) < len(values):
                yield Finding("", None, at, f"{values!r:.80} with one twice", "each once")
            elif values is not None and isinstance(allowed, list) and {*map(repr, values)} != {*map(repr, allowed)}:
                yield Finding("", None, at, f"{values!r:.80}", f"those of the enum, {allowed!r:.80}")


def category_values(field: dict[str, Any]) -> list[Any] | None:
    """The values that the categories of a field list; None where it has none, or no list of such."""
    given = field.get("categories")
    given = given if isinstance(given, list) else []
    values = [each.get("value") if isinstance(each, dict) else each for each in given]
    return values if values and all(isinstance(value, str | int | float) for value in values) else None
