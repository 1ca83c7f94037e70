"""What the descriptor says of the data set as a whole, in the terms of schema.org."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from beijing_public_services.exports.sheet import get, objects

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage


def described(package: DataPackage) -> dict[str, Any]:
    """Name, description, version, date, licences, makers, keywords and sources; what is not said is left out."""
    said = package.tables.descriptor
    return without_nothing(
        {
            "name": get(said, "title", str) or package.name,
            "alternateName": package.name,
            "description": get(said, "description", str),
            "url": get(said, "homepage", str),
            "identifier": get(said, "id", str),
            "version": package.version,
            "datePublished": get(said, "created", str).partition("T")[0],
            "license": [get(each, "path", str) or get(each, "name", str) for each in objects(said, "licenses")],
            "creator": [
                without_nothing(
                    {"@type": "Organization", "name": get(each, "title", str), "url": get(each, "path", str)}
                )
                for each in objects(said, "contributors")
                if get(each, "title", str)
            ],
            "keywords": [each for each in get(said, "keywords", list) if isinstance(each, str)],
            "inLanguage": ["en", "zh"],
            "isBasedOn": [
                without_nothing(
                    {
                        "@type": "CreativeWork",
                        "@id": fragment("source", each.id),
                        "name": each.title,
                        "publisher": {"@type": "Organization", "name": each.publisher} if each.publisher else None,
                        "datePublished": each.published,
                        "url": each.url,
                    }
                )
                for each in package.sources
            ],
        }
    )


def fragment(kind: str, name: object) -> str:
    """The identifier of a part of the data set, within its own."""
    return f"#{kind}:{quote(str(name), safe=':')}"


def without_nothing(properties: dict[str, Any]) -> dict[str, Any]:
    """The properties that have a value: none is null, or an empty text or list."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}


def json_bytes(document: dict[str, Any]) -> bytes:
    """A document in JSON, in UTF-8, indented."""
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()
