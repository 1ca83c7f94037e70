"""Reading a report from its file as Markdown or plain text: text, HTML and PDF."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from beijing_public_services.authoring.drafting.numbering import PLAIN_HEADING, Block, numbered, written
from beijing_public_services.errors import DataPackageError, MissingExtraError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

LARGEST = 64 << 20  # bytes
MOST_PAGES = 2000
HTML = (".html", ".htm", ".xhtml")
LEFT_OUT = ("script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "button", "table")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*/\s*\d{1,4})?[-—–·\s]*|[ivxlc]{1,6}")
SENTENCE_END = re.compile(r"[。！？!?：:.；;”\"）)]\Z")


def read_report(path: Path) -> str:
    """Return a report as Markdown with locators; the ending of the file says what it is.

    Raises:
        DataPackageError: the file cannot be read, is too large, or holds no text.
        MissingExtraError: it is HTML or PDF, and the extra `draft` is not installed.
    """
    try:
        size = path.stat().st_size
        if size > LARGEST:
            raise DataPackageError(path.name, None, None, f"{size:,} bytes", f"a report of at most {LARGEST:,}")
        if path.suffix.lower() == ".pdf":
            text = written(_pdf_blocks(path))
        elif path.suffix.lower() in HTML:
            text = written(_html_blocks(path.read_bytes()))
        else:
            text = numbered(path.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise DataPackageError(path.name, None, None, str(error), "a report as UTF-8 text, HTML or PDF") from None
    if "[s" not in text:
        raise DataPackageError(path.name, None, None, "no paragraph", "text in paragraphs")
    return text


def _html_blocks(content: bytes) -> Iterator[Block]:
    """Yield the headings and paragraphs of an HTML page."""
    try:
        from bs4 import BeautifulSoup
    except ImportError:
        raise MissingExtraError("reading HTML", "draft") from None
    page = BeautifulSoup(content, "html.parser")
    for tag in page(LEFT_OUT):
        tag.decompose()
    root: Any = page.find("main") or page.find("article") or page.body or page
    for tag in root.find_all([*HEADINGS, "p", "li", "blockquote"]):
        if tag.name not in HEADINGS and tag.find(["p", "li", "blockquote"]):
            continue
        for mark in tag.find_all("sup"):
            if (marker := re.sub(r"[\s\[\]()（）]", "", mark.get_text())).isdecimal():
                mark.replace_with(f"[^{marker}]")
            else:
                mark.replace_with(mark.get_text())
        text = " ".join(tag.get_text().split())
        if text:
            yield Block(text=text, level=int(tag.name[1]) if tag.name in HEADINGS else 0)


def _pdf_blocks(path: Path) -> Iterator[Block]:
    """Yield the headings and paragraphs of the text of a PDF file, without page numbers and running heads."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise MissingExtraError("reading PDF", "draft") from None
    try:
        pages = [page.extract_text().splitlines() for page in PdfReader(path).pages[:MOST_PAGES]]
    except PyPdfError as error:
        raise DataPackageError(path.name, None, None, str(error), "a PDF file with text") from None
    yield from blocks_of_pages(pages)


def blocks_of_pages(pages: list[list[str]]) -> Iterator[Block]:
    """Yield the headings and paragraphs of pages of lines: a line that fills its width goes on in the next."""
    edges = Counter(line.strip() for page in pages for line in {*page[:1], *page[-1:]})
    running = {line for line, count in edges.items() if len(pages) > 2 and 2 * count > len(pages)}
    lines = [line for page in pages for line in page if line.strip() not in running and not _is_number(line)]
    widths = sorted(len(line.strip()) for line in lines if line.strip())
    width = widths[int(0.8 * len(widths))] if widths else 0
    waiting = ""
    title = next((line.strip() for page in pages[:1] for line in page[:1] if line.strip() in running), "")
    if title:
        yield Block(text=title, level=1)
    is_first = not title
    for line in lines:
        text = line.strip()
        is_heading = None if re.search("[，。；]", text) else PLAIN_HEADING.fullmatch(text)
        is_new = is_heading or line.startswith(("　", "  ")) or (waiting and _ends(waiting, width))
        if (not text or is_new) and waiting:
            yield _of(waiting, is_first)
            waiting, is_first = "", False
        if text and is_heading:
            yield Block(text=text, level=3 if is_heading["second"] else 2)
            is_first = False
            continue
        glue = " " if waiting[-1:].isascii() and waiting[-1:] and text[:1].isascii() else ""
        last = text
        waiting = f"{waiting}{glue}{last}" if waiting else last
    if waiting:
        yield _of(waiting, is_first)


def _of(text: str, is_first: bool) -> Block:
    is_title = is_first and len(text) < 60 and not SENTENCE_END.search(text)
    return Block(text=text, level=1 if is_title else 0)


def _ends(text: str, width: int) -> bool:
    """Return whether a paragraph ends with a line: a sentence ends, and the line does not fill its width."""
    last = len(text) % width if width else 0
    return SENTENCE_END.search(text) is not None and 0 < last < 0.8 * width


def _is_number(line: str) -> bool:
    return bool(line.strip()) and PAGE_NUMBER.fullmatch(line.strip()) is not None
