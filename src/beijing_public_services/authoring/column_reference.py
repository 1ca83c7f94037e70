"""A reference of the resources of a data package and their columns, in Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from beijing_public_services.datapackage.contract import RESOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from beijing_public_services.datapackage.contract import Resource


def column_reference(descriptor: Mapping[str, Any], level: int = 2) -> Iterator[str]:
    """Yield the lines of the reference: for each resource what a row is, its key and order, and its columns.

    Args:
        descriptor: the descriptor of a package whose schemas say what each column means.
        level: the level of the headings.
    """
    described = {resource["name"]: resource for resource in descriptor["resources"]}
    for resource in RESOURCES:
        yield from ("", f"{'#' * level} {resource.name}", "", described[resource.name]["description"], "")
        facts = {
            "Key": ", ".join(f"`{name}`" for name in resource.key),
            "A package may lack it": "yes" if resource.optional else "no",
            "Order of the rows": resource.order,
            "The id follows from": ", ".join(f"`{name}`" for name in resource.id_follows),
        }
        yield from (f"- {name}: {fact}" for name, fact in facts.items() if fact)
        yield from ("", "| column | type | meaning | refers to | codes |", "|---|---|---|---|---|")
        yield from _columns(resource, described[resource.name]["schema"])


def _columns(resource: Resource, schema: Mapping[str, Any]) -> Iterator[str]:
    """A line of the table for each column of a resource."""
    fields = {field["name"]: field for field in schema["fields"]}
    refers = {
        column: " or ".join(f"`{name}`" for name in reference.resources)
        for reference in resource.references
        for column in reference.columns
    }
    for name in filter(fields.__contains__, resource.columns):  # a package may lack a column
        field = fields[name]
        codes = ", ".join(f"`{code}`" for code in resource.coded.get(name, ()) if code)
        yield f"| `{name}` | {field['type']} | {field['description']} | {refers.get(name, '')} | {codes} |"
