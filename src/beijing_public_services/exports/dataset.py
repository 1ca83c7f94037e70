"""The data set as a whole, described in the terms of schema.org."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from beijing_public_services.exports.sheet import get, objects

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage

SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


def describe_dataset(package: DataPackage) -> dict[str, Any]:
    """Return name, description, version, date, licences, creators, keywords and sources; unknown ones are left out."""
    descriptor = package.descriptor
    return drop_empty(
        {
            "name": get(descriptor, "title", str) or package.name,
            "alternateName": package.name,
            "description": get(descriptor, "description", str),
            "url": address(get(descriptor, "homepage", str)),
            "identifier": get(descriptor, "id", str),
            "version": package.version,
            "datePublished": get(descriptor, "created", str).partition("T")[0],
            "license": [
                address(get(each, "path", str)) or get(each, "name", str) for each in objects(descriptor, "licenses")
            ],
            "creator": [
                drop_empty(
                    {"@type": "Organization", "name": get(each, "title", str), "url": address(get(each, "path", str))}
                )
                for each in objects(descriptor, "contributors")
                if get(each, "title", str)
            ],
            "keywords": [each for each in get(descriptor, "keywords", list) if isinstance(each, str)],
            "inLanguage": ["en", "zh"],
            "isBasedOn": [
                drop_empty(
                    {
                        "@type": "CreativeWork",
                        "@id": fragment("source", each.id),
                        "name": each.title,
                        "publisher": {"@type": "Organization", "name": each.publisher} if each.publisher else None,
                        "datePublished": each.published,
                        "url": address(each.url),
                    }
                )
                for each in package.sources
            ],
        }
    )


def citation(package: DataPackage) -> str:
    """Return how to cite the release, after APA 7, from what the descriptor says; unknown parts are left out.

    >>> from beijing_public_services import bundled
    >>> citation(bundled().__replace__(version="1.0.0")).partition(" https")[0]
    'beijing-public-services contributors. (2026). Beijing public services (Version 1.0.0) [Data set]. GitHub.'
    """
    descriptor = package.descriptor
    creators, distributors = _of_role(descriptor, "creator"), _of_role(descriptor, "distributor")
    year = get(descriptor, "created", str)[:4]
    version = f" (Version {package.version})" if package.version else ""
    homepage = address(get(descriptor, "homepage", str))
    sentences = (
        ", ".join(creators[:-1]) + f", & {creators[-1]}" if len(creators) > 1 else "".join(creators),
        f"({year})" if year else "",
        f"{get(descriptor, 'title', str) or package.name}{version} [Data set]",
        *distributors[:1],
    )
    return " ".join(filter(None, (*(f"{each}." for each in sentences if each), homepage)))


def licences(package: DataPackage) -> list[tuple[str, str]]:
    """Return the licences of a package, each as its name or title and its address; what is not known is empty."""
    return [
        (get(each, "name", str) or get(each, "title", str), address(get(each, "path", str)))
        for each in objects(package.descriptor, "licenses")
    ]


def _of_role(descriptor: dict[str, Any], role: str) -> list[str]:
    """The names of the contributors in a role, without the full stop that some end with."""
    return [
        get(each, "title", str).removesuffix(".")
        for each in objects(descriptor, "contributors")
        if role in get(each, "roles", list) and get(each, "title", str)
    ]


def address(text: str) -> str:
    """The text if it can be followed as an address, relative or of the web; else nothing, as for `javascript:`."""
    scheme = SCHEME.match("".join(each for each in text if each.isprintable() and not each.isspace()))
    return text if scheme is None or scheme[1].lower() in ("http", "https", "mailto", "urn", "doi") else ""


def fragment(kind: str, name: object) -> str:
    """Return the identifier of a part of the data set, relative to the data set's own."""
    return f"#{kind}:{quote(str(name), safe=':')}"


def drop_empty(properties: dict[str, Any]) -> dict[str, Any]:
    """Return the properties that have a value; null and empty texts or lists are dropped."""
    return {name: value for name, value in properties.items() if value not in (None, "", [])}
