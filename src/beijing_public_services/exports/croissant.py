"""Croissant 1.1: a JSON-LD description of the wide table in CSV, with the meaning and type of each column."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from beijing_public_services.datapackage.file_bytes import json_file
from beijing_public_services.exports.dataset import citation, describe_dataset
from beijing_public_services.exports.vocabulary import COLUMNS, NAME

if TYPE_CHECKING:
    from beijing_public_services.datapackage.package import DataPackage

TERMS = (
    "annotation arrayShape citeAs column containedIn equivalentProperty excludes extract field fileObject fileProperty "
    "fileSet format includes isArray isLiveDataset jsonPath key md5 parentField path readLines recordSet references "
    "regex repeated replace samplingRate sdVersion separator source subField transform unArchive value"
)
CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    "description": {"@container": "@language"},
    **{term: f"cr:{term}" for term in TERMS.split()},
}
TYPES = {
    "text": "sc:Text",
    "label": "sc:Text",
    "number": "sc:Float",
    "whole": "sc:Integer",
    "flag": "sc:Boolean",
    "date": "sc:Date",
}


def as_croissant(package: DataPackage, table: str, content: bytes) -> bytes:
    """Return the description of the figures in CSV that are in the file `table` beside it."""
    said = describe_dataset(package)
    return json_file(
        {
            "@context": CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.1",
            **said,
            "citeAs": citation(package),
            "isLiveDataset": False,
            "distribution": [
                {
                    "@type": "cr:FileObject",
                    "@id": table,
                    "name": table,
                    "contentUrl": table,
                    "contentSize": f"{len(content)} B",
                    "encodingFormat": "text/csv",
                    "sha256": hashlib.sha256(content).hexdigest(),
                }
            ],
            "recordSet": [
                {
                    "@type": "cr:RecordSet",
                    "@id": NAME,
                    "name": NAME,
                    "description": "One published figure a record.",
                    "key": {"@id": f"{NAME}/id"},
                    "field": [
                        {
                            "@type": "cr:Field",
                            "@id": f"{NAME}/{column.name}",
                            "name": column.name,
                            "description": column.meaning,
                            "dataType": TYPES[column.kind],
                            "source": {"fileObject": {"@id": table}, "extract": {"column": column.name}},
                        }
                        for column in COLUMNS
                    ],
                }
            ],
        }
    )
