"""Works in the formats that reference managers read: BibTeX, CSL-JSON and RIS."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from beijing_public_services.citation.work import Work

TEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces, escaped ones too
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#_%"},
}


def bibtex(works: tuple[Work, ...]) -> str:
    """An entry a work, `@incollection` or `@misc`, in UTF-8; biblatex also prints version, address and language."""
    return "\n\n".join(map(_bibtex_entry, works))


def csl_items(works: tuple[Work, ...]) -> list[dict[str, Any]]:
    """The works as items of CSL-JSON, with the variables of CSL 1.0.2."""
    return [_filled(_csl_item(work)) for work in works]


def csl_json(works: tuple[Work, ...]) -> str:
    """The works as a CSL-JSON array, Chinese text unescaped."""
    return json.dumps(csl_items(works), ensure_ascii=False, indent=2)


def ris(works: tuple[Work, ...]) -> str:
    """A record a work, of type `CHAP` or `DATA`, with a tag a line."""
    return "\n".join(map(_ris_record, works))


def _bibtex_entry(work: Work) -> str:
    escaped = {
        "author": " and ".join(f"{{{_tex(author)}}}" for author in work.authors),
        "title": f"{{{_tex(work.full_title)}}}",
        "institution": work.kind == "report" and " and ".join(map(_tex, work.authors)),
        "booktitle": work.book and f"{{{_tex(work.full_book)}}}",
        "chapter": _tex(work.part),
        "howpublished": _tex(work.platform),
        "version": _tex(work.version),
        "year": work.published[:4],
        "urldate": work.accessed,
        "doi": work.doi,
        "url": work.url,
        "langid": "chinese" if work.language.startswith("zh") else "english",
        "note": _tex(work.note),
    }
    kind = {"chapter": "incollection", "report": "techreport", "dataset": "misc"}[work.kind]
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in escaped.items() if value)
    return f"@{kind}{{{work.key},\n{fields},\n}}"


def _csl_item(work: Work) -> dict[str, Any]:
    return {
        "id": work.key,
        "type": work.kind,
        "language": work.language,
        "author": [{"literal": author} for author in work.authors],
        "title": work.full_title,
        "container-title": work.full_book,
        "chapter-number": work.part,
        "version": work.version,
        "publisher": work.platform,
        "issued": _csl_date(work.published),
        "accessed": _csl_date(work.accessed),
        "DOI": work.doi,
        "URL": work.url,
        "note": work.note,
    }


def _csl_date(date: str) -> dict[str, Any]:
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else {}


def _ris_record(work: Work) -> str:
    tags = [
        ("TY", {"chapter": "CHAP", "report": "RPRT", "dataset": "DATA"}[work.kind]),
        ("ID", work.key),
        *(("AU", author) for author in work.authors),
        ("TI", work.title),
        ("TT", work.title_translated),
        ("T2", work.full_book),
        ("SE", work.part),
        ("ET", work.version),
        ("PB", work.platform),
        ("PY", work.published[:4]),
        ("DA", work.published.replace("-", "/")),
        ("Y2", work.accessed.replace("-", "/")),
        ("DO", work.doi),
        ("UR", work.url),
        ("LA", work.language),
        ("N1", work.note),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in tags if value) + "ER  - "


def _filled(item: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in item.items() if value}


def _tex(text: str) -> str:
    return "".join(TEX.get(character, character) for character in text)
