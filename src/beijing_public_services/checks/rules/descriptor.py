"""Rules on the descriptor: what the Data Package 2.0 specification requires, and what it recommends."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from beijing_public_services.checks.rule import Finding, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from beijing_public_services.checks.rule import Found
    from beijing_public_services.datapackage.tables import Tables

    Places = Iterator[tuple[str, dict[str, Any]]]

STANDARD = re.compile(r"https://datapackage\.org/profiles/[12]\.\d/(datapackage|dataresource|tableschema)\.json")
PLAIN_NAME = re.compile(r"[a-z0-9._-]+")
DATE_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)", re.ASCII)
SEMANTIC = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?", re.ASCII)
MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+(;.*)?", re.ASCII)
EMAIL = re.compile(r"[^@\s]+@[^@\s]+")
TEXTS = ("name", "id", "title", "description", "homepage", "image", "version", "created", "profile", "$schema")
OF_RESOURCES = ("name", "title", "description", "format", "mediatype", "encoding", "hash", "type", "profile", "$schema")
LISTS = ("licenses", "contributors", "sources", "keywords")


def resources(tables: Tables) -> Places:
    """The resources that are objects, each with its place in the descriptor."""
    for number, each in enumerate(tables.descriptor["resources"]):
        if isinstance(each, dict):
            yield f"resources[{number}]", each


@rule(layer="descriptor")
def packages_have_resources(tables: Tables) -> Found:
    """A package has at least one resource, and each is an object."""
    if not tables.descriptor["resources"]:
        yield Finding("", None, "resources", "an empty list", "at least one resource")
    for number, each in enumerate(tables.descriptor["resources"]):
        if not isinstance(each, dict):
            yield Finding("", None, f"resources[{number}]", f"{each!r:.80}", "an object")


@rule(layer="descriptor")
def resources_have_a_name_of_their_own(tables: Tables) -> Found:
    """Each resource has a name, and no two have the same."""
    counts = Counter(name for _, each in resources(tables) if isinstance(name := each.get("name"), str))
    for place, each in resources(tables):
        name = each.get("name")
        if not isinstance(name, str) or not name:
            yield Finding("", None, f"{place}.name", f"{name!r}", "a name")
        elif counts[name] > 1:
            yield Finding("", None, f"{place}.name", f"{name!r} {counts[name]} times", "each name once")


@rule(layer="descriptor")
def resources_have_a_path_or_data(tables: Tables) -> Found:
    """Each resource has either data or a path: one text, or a list of at least one."""
    for place, each in resources(tables):
        path = each.get("path")
        if ("path" in each) == ("data" in each):
            found = "both path and data" if "path" in each else "neither path nor data"
            yield Finding("", None, place, found, "one of them")
        elif "path" in each and not _is_list_of(path if isinstance(path, list) else [path], str):
            yield Finding("", None, f"{place}.path", f"{path!r:.80}", "a path, or a list of paths")
        elif each.get("data", 0) is None or isinstance(each.get("data"), bool):
            yield Finding("", None, f"{place}.data", f"{each['data']!r}", "a list, an object or a text")


@rule(layer="descriptor")
def properties_have_their_type(tables: Tables) -> Found:
    """What the specification names is of the type it gives: texts, lists, objects, a whole number of bytes."""
    places = [("", tables.descriptor, TEXTS), *((place, each, OF_RESOURCES) for place, each in resources(tables))]
    for place, owner, texts in places:
        at = f"{place}." if place else ""
        for key in texts:
            if key in owner and not isinstance(owner[key], str):
                yield Finding("", None, f"{at}{key}", f"{owner[key]!r:.80}", "a text")
        for key in LISTS:
            asked = str if key == "keywords" else dict
            if key in owner and not (_is_list_of(owner[key], asked) or (key == "sources" and owner[key] == [])):
                expected = f"a list of at least one {'text' if asked is str else 'object'}"
                yield Finding("", None, f"{at}{key}", f"{owner[key]!r:.80}", expected)
        size = owner.get("bytes", 0)
        if place and (not isinstance(size, int) or isinstance(size, bool) or size < 0):
            yield Finding("", None, f"{at}bytes", f"{size!r:.80}", "a whole number of bytes")
        for key in ("schema", "dialect") if place else ():
            if key in owner and not isinstance(owner[key], dict | str):
                yield Finding("", None, f"{at}{key}", f"{owner[key]!r:.80}", "an object, or the path of one")
        if place and owner.get("type", "table") not in ("table", "file", "json"):
            yield Finding("", None, f"{at}type", f"{owner['type']!r:.80}", "'table' or nothing")


@rule(layer="descriptor")
def licences_have_a_name_or_path(tables: Tables) -> Found:
    """A licence has a name or a path."""
    for place, each in credits_of(tables, "licenses"):
        if not any(isinstance(each.get(key), str) and each[key] for key in ("name", "path")):
            yield Finding("", None, place, f"{each!r:.80}", "a name or a path")


@rule(layer="descriptor")
def contributors_and_sources_are_not_empty(tables: Tables) -> Found:
    """Contributors and sources are not empty, their properties are texts, and roles are a list of texts."""
    for key in ("contributors", "sources"):
        for place, each in credits_of(tables, key):
            if not each:
                yield Finding("", None, place, "an empty object", "at least a title")
            for name, value in each.items():
                texts = ("title", "path", "email", "version", "organization", "givenName", "familyName")
                if (name == "roles" and not _is_list_of(value, str)) or (name in texts and not isinstance(value, str)):
                    expected = "a list of texts" if name == "roles" else "a text"
                    yield Finding("", None, f"{place}.{name}", f"{value!r:.80}", expected)
                elif name == "email" and not EMAIL.fullmatch(value):
                    yield Finding("", None, f"{place}.{name}", f"{value!r:.80}", "an e-mail address")


@rule(layer="descriptor")
def created_is_a_date_time(tables: Tables) -> Found:
    """The time of creation is written as RFC 3339 has it, with a time zone."""
    created = tables.descriptor.get("created")
    if isinstance(created, str) and not DATE_TIME.fullmatch(created):
        yield Finding("", None, "created", repr(created), "a date and time such as 2026-11-24T00:00:00Z")


@rule(layer="descriptor")
def media_types_are_well_formed(tables: Tables) -> Found:
    """A media type is a type and a subtype."""
    for place, each in resources(tables):
        kind = each.get("mediatype")
        if isinstance(kind, str) and not MEDIA_TYPE.fullmatch(kind):
            yield Finding("", None, f"{place}.mediatype", repr(kind), "one such as 'text/csv'")


@rule(layer="descriptor", severity="warning")
def names_are_plain(tables: Tables) -> Found:
    """Names consist of lower-case letters, digits, `.`, `_` and `-`."""
    for place, owner in (("", tables.descriptor), *resources(tables)):
        name = owner.get("name")
        if isinstance(name, str) and name and not PLAIN_NAME.fullmatch(name):
            at = f"{place}." if place else ""
            yield Finding("", None, f"{at}name", repr(name), "lower-case letters, digits, '.', '_' and '-'")


@rule(layer="descriptor", severity="warning")
def packages_are_identified(tables: Tables) -> Found:
    """A package has a name and a globally unique id, and names its profile in `$schema` (or `profile`)."""
    for keys in (("name",), ("id",), ("$schema", "profile")):
        if not any(tables.descriptor.get(key) for key in keys):
            yield Finding("", None, keys[0], "nothing", "one, as the specification recommends")


@rule(layer="descriptor", severity="warning")
def packages_have_a_licence(tables: Tables) -> Found:
    """A package says under which licences it is provided."""
    if not tables.descriptor.get("licenses"):
        yield Finding("", None, "licenses", "none", "the licence that the data is under")


@rule(layer="descriptor", severity="warning")
def profiles_are_known(tables: Tables) -> Found:
    """A `$schema` is a profile of the Data Package Standard; a package cannot be checked against others offline."""
    for place, owner in (("", tables.descriptor), *resources(tables)):
        at = f"{place}." if place else ""
        schema = owner.get("schema") if place else None
        for name, holder in ((f"{at}$schema", owner), (f"{at}schema.$schema", schema)):
            profile = holder.get("$schema") if isinstance(holder, dict) else None
            if isinstance(profile, str) and not STANDARD.fullmatch(profile):
                yield Finding("", None, name, repr(profile), "a profile of https://datapackage.org/profiles/2.0/")


@rule(layer="descriptor", severity="warning")
def versions_are_semantic(tables: Tables) -> Found:
    """The version of a package is a semantic version, such as 1.2.0."""
    version = tables.descriptor.get("version")
    if isinstance(version, str) and not SEMANTIC.fullmatch(version):
        yield Finding("", None, "version", repr(version), "one such as '1.2.0'")


@rule(layer="descriptor", severity="warning")
def contributors_and_sources_have_a_title(tables: Tables) -> Found:
    """A contributor and a source have a title."""
    for key in ("contributors", "sources"):
        for place, each in credits_of(tables, key):
            if each and not each.get("title") and not (each.get("givenName") or each.get("familyName")):
                yield Finding("", None, place, "no title", "one, as the specification recommends")


def credits_of(tables: Tables, key: str) -> Places:
    """The objects in the lists of this name, of the package and of its resources, each with its place."""
    for place, owner in (("", tables.descriptor), *resources(tables)):
        given = owner.get(key)
        for number, each in enumerate(given if isinstance(given, list) else ()):
            if isinstance(each, dict):
                yield f"{f'{place}.' if place else ''}{key}[{number}]", each


def _is_list_of(value: object, kind: type) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(each, kind) for each in value)
