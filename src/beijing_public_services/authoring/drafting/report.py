"""Reading a report from its file as Markdown or plain text: text, HTML and PDF."""

from __future__ import annotations

import logging
import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING
from unicodedata import normalize

from beijing_public_services.authoring.drafting.html_tables import write_out_tables
from beijing_public_services.authoring.drafting.numbering import PLAIN_HEADING, Block, numbered, written
from beijing_public_services.authoring.drafting.open_elements import close_open_elements
from beijing_public_services.authoring.drafting.text_files import read_bytes, read_text
from beijing_public_services.errors import DataPackageError, MissingExtraError
from beijing_public_services.notation.report_text import NOTES, PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import Any

LONGEST = 10_000  # characters of a paragraph, whose figures are compared with one another
MOST_PAGES = 2000
EXPECTED = "a report as UTF-8 text, Markdown, HTML or PDF"
OFFICE = (".doc", ".docx", ".odt", ".ppt", ".pptx", ".rtf", ".wps", ".xls", ".xlsx")
HTML = (".html", ".htm", ".xhtml")
LEFT_OUT = ("script", "style", "nav", "header", "footer", "aside", "form", "noscript", "template", "button")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
RADICAL = re.compile("[\u2e80-\u2fdf]")
SIMPLIFIED = dict(
    zip(
        "⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳",
        "民虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟",
        strict=True,
    )
)
PAGE_NUMBER = re.compile(r"[-—–·\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*/\s*\d{1,4})?[-—–·\s]*|[ivxlc]{1,6}")
SENTENCE_END = re.compile(r"[。！？!?：:.；;”\"）)]\Z")


def read_report(path: Path) -> str:
    """Return a report as Markdown with locators; the ending of the file says what it is.

    Raises:
        DataPackageError: the file cannot be read, is too large, or holds no text in paragraphs of its own locators.
        MissingExtraError: it is HTML or PDF, and the extra `draft` is not installed.
    """
    ending = path.suffix.lower()
    if ending == ".pdf":
        text = written(_pdf_blocks(path, read_bytes(path, path.name, EXPECTED)))
    elif ending in HTML:
        text = written(_html_blocks(read_bytes(path, path.name, EXPECTED)))
    elif ending in OFFICE:
        raise DataPackageError(path.name, None, None, f"a file that ends in {ending}", f"{EXPECTED}: save it as one")
    else:
        text = numbered(read_text(path, path.name, EXPECTED))
    seen: dict[str, int] = {}
    for number, line in enumerate(text.split(NOTES)[0].splitlines(), 1):
        paragraph = PARAGRAPH.match(line)
        if paragraph is None:
            continue
        locator = line.partition("]")[0].removeprefix("[")
        if locator in seen:
            found = f"the locator {locator} again, first in line {seen[locator]}"
            raise DataPackageError(path.name, number, None, found, "a locator of its own for each paragraph")
        seen[locator] = number
        if len(line) > LONGEST:
            found = f"a paragraph of {len(line):,} characters"
            raise DataPackageError(path.name, number, None, found, f"at most {LONGEST:,}, with empty lines between")
    if not seen:
        may_be = " (pages of pictures have none)" if ending == ".pdf" else ""
        raise DataPackageError(path.name, None, None, f"no paragraph{may_be}", "text in paragraphs")
    return text


def _html_blocks(content: bytes) -> Iterator[Block]:
    """Yield the headings and paragraphs of an HTML page."""
    try:
        from bs4 import BeautifulSoup
    except ImportError:
        raise MissingExtraError("reading HTML", "draft") from None
    page = BeautifulSoup(content, "html.parser")
    close_open_elements(page)
    for tag in page(LEFT_OUT):
        tag.decompose()
    write_out_tables(page)
    root: Any = page.find("main") or page.find("article") or page.body or page
    if root.find(["p", "li", "blockquote"]) is None:  # lines of divisions and line breaks
        lines = (" ".join(line.split()) for line in root.get_text("\n").splitlines())
        yield from (Block(text=line) for line in lines if line)
        return
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


def _pdf_blocks(path: Path, content: bytes) -> Iterator[Block]:
    """Yield the headings and paragraphs of the text of a PDF file, without page numbers and running heads."""
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError:
        raise MissingExtraError("reading PDF", "draft") from None
    log = logging.getLogger("pypdf")
    level = log.level
    log.setLevel(logging.CRITICAL)  # its warnings say less than the error below
    try:
        read = [page.extract_text() for page in PdfReader(BytesIO(content)).pages[:MOST_PAGES]]
    except RecursionError:
        raise DataPackageError(path.name, None, None, "objects that lie too deep", "a PDF file with text") from None
    except Exception as error:  # a damaged file makes pypdf raise what it meets
        found = f"{type(error).__name__}: {error}"[:200] if not isinstance(error, PyPdfError) else str(error)
        raise DataPackageError(path.name, None, None, found, "a PDF file with text") from None
    finally:
        log.setLevel(level)
    yield from blocks_of_pages([with_characters(text).splitlines() for text in read])


def with_characters(text: str) -> str:
    """Return a text with characters in place of the radicals that look the same, which some programs put into PDF."""
    return RADICAL.sub(lambda found: SIMPLIFIED.get(found[0]) or normalize("NFKC", found[0]), text)


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
