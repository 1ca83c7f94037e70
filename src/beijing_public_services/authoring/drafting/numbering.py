"""Numbering a report: sections, paragraphs and footnotes get the locators that a data package refers to."""

from __future__ import annotations

import re

from beijing_public_services._record import TYPE_CHECKING, Record
from beijing_public_services.authoring.drafting.table_text import rows_of
from beijing_public_services.notation.report_text import HAN, NOTES, PARAGRAPH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

CHINESE = "[一二三四五六七八九十百]+"
HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<text>.+?)\s*#*")
NUMBERED = re.compile(r"(?P<number>\d+(?:\.\d+)*)[.、\s]\s*(?P<text>\S.*)")
PLAIN_HEADING = re.compile(
    rf"(?P<first>第?{CHINESE}(?:[、章篇部]|部分)\s*|\d{{1,2}}[、.．]\s*(?!\d)|[IVX]+\.\s)\S.{{0,38}}"
    rf"|(?P<second>[（(]{CHINESE}[）)]|第{CHINESE}节|\d{{1,2}}\.\d{{1,2}}[.、\s])\s*\S.{{0,38}}"
)
COUNTED = re.compile(rf"(?:第{CHINESE}(?:[章节篇部]|部分)[、.．:：]?|{CHINESE}[、.．]|[（(]{CHINESE}[）)])\s*(?=\S)")
SENTENCE = re.compile(r"[。！？；;，,:：]|\.\s|\.\Z")
NOTE = re.compile(r"\[\^(?P<marker>[^\]\s]+)\]:\s*(?P<text>.*)")
MARKER = re.compile(r"\[\^([^\]\s]+)\]")
ITEM = re.compile(r"^(?:[-*+•·]|\d{1,2}[.)])\s+(?!\d)")
INDENTS = ("　", "  ", "\t")  # before the first line of a paragraph in plain text
TABLE = re.compile(r"\s*\|.*\|\s*")
SHORT = 24  # characters of a cell
LINES = re.compile(r"\s*\|?(?:\s*:?-+:?\s*\|?)+\s*")  # below the heads of a table
FENCE = re.compile(r"\s*(?:```|~~~)")
RULE = re.compile(r"\s*(?:[-*_=]\s?){3,}")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


class Block(Record):
    """A heading of a `level`, a paragraph (level 0) or a footnote (level 0 with its `marker`) of a report."""

    text: str
    level: int = 0
    marker: str = ""


def is_numbered(text: str) -> bool:
    """Return whether a report has locators already."""
    return any(PARAGRAPH.match(line) for line in text.splitlines())


def numbered(text: str) -> str:
    """Return a report in Markdown or plain text with locators; one that has them already stays as it is.

    A heading gets the number of its section, a paragraph one line that begins with its locator, and footnotes are
    called n01, n02 and so on. A table becomes a paragraph per row, in which each cell stands behind the head of its
    column. Code is left out.

    >>> print(numbered("# Bulletin\\n\\n## Roads\\n\\nThe city has 48 km."))
    # Bulletin
    <BLANKLINE>
    ## 1 Roads
    <BLANKLINE>
    [s1.p1] The city has 48 km.
    """
    text = text.removeprefix("\ufeff")
    return text if is_numbered(text) else written(blocks_of(text))


def written(blocks: Iterable[Block]) -> str:
    """Return blocks as Markdown with locators."""
    lines: list[str] = []
    notes: list[str] = []
    markers: dict[str, str] = {}
    counts: list[int] = []
    section, paragraph, base = "0", 0, 0

    def footnotes(line: str) -> str:
        return MARKER.sub(lambda found: f"[^{markers.setdefault(found[1], f'n{len(markers) + 1:02d}')}]", line)

    for block in blocks:
        if block.marker:
            notes.append(f"[^{markers.setdefault(block.marker, f'n{len(markers) + 1:02d}')}]: {block.text}")
        elif block.level == 1 and not lines:
            lines.append(f"# {block.text}")
        elif block.level:
            base = base or block.level
            depth = max(1, block.level - base + 1)
            counts = [*counts[:depth], *[0] * (depth - len(counts))]
            counts[depth - 1] += 1
            own = NUMBERED.fullmatch(block.text)
            counted = COUNTED.match(block.text)
            title = own["text"] if own else block.text[counted.end() if counted else 0 :]
            counts = [int(each) for each in own["number"].split(".")] if own else [each or 1 for each in counts]
            section, paragraph = ".".join(map(str, counts)), 0
            lines.append(f"{'#' * min(6, len(counts) + 1)} {section} {footnotes(title)}")
        else:
            paragraph += 1
            lines.append(f"[s{section}.p{paragraph}] {footnotes(block.text)}")
    if notes and lines and lines[-1].startswith("#"):  # the heading of the notes alone
        lines.pop()
    return "\n\n".join([*lines, *([NOTES.strip(), *notes] if notes else [])])


def blocks_of(text: str) -> Iterator[Block]:
    """Yield the headings, paragraphs and footnotes of a text in Markdown or plain text, in order."""
    lines = COMMENT.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_markdown = any(HEADING.fullmatch(line) for line in lines)
    by_line = not is_markdown and not any(not line.strip() for line in lines[1:-1])
    waiting: list[str] = []
    table: list[list[str]] = []
    caption = ""
    is_code = False
    is_first = True
    for line in [*lines, ""]:
        cells = None if is_code else _cells(line)
        if table and cells is None:
            yield from (Block(text=row) for row in _rows(table, caption))
            table, caption = [], ""
        if cells is not None:
            caption = _joined(waiting) if waiting else caption
            if waiting:
                yield Block(text=caption)
                waiting = []
            table += [cells] if not LINES.fullmatch(line) else []
            continue
        if FENCE.match(line):
            is_code = not is_code
            continue
        stripped = line.strip()
        found = _block(stripped, is_markdown, is_first) if stripped and not is_code else None
        ends = not stripped or found or by_line or RULE.fullmatch(line)
        is_new = not is_markdown and waiting and (line.startswith(INDENTS) or waiting[-1].endswith(("。", "！", "？")))
        if waiting and (ends or is_new or ITEM.match(stripped)):
            caption = _joined(waiting)
            yield Block(text=caption)
            waiting = []
        if found:
            yield found
        elif stripped and not (is_code or RULE.fullmatch(line)):
            waiting.append(ITEM.sub("", stripped, count=1).removeprefix("> "))
            if by_line:
                yield Block(text=waiting.pop())
        is_first = is_first and not stripped


def _rows(table: list[list[str]], caption: str) -> list[str]:
    """Return the rows of a table as paragraphs; a line with a tab that is no table stays a line."""
    rows = list(rows_of(table, 1, caption))
    return rows or [" ".join(filter(None, row)) for row in table if len(table) == 1]


def _cells(line: str) -> list[str] | None:
    """Return the cells of a line that is a row of a table, in Markdown or with tabs; None for another line."""
    if TABLE.fullmatch(line):
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip()[1:-1])]
    cells = line.rstrip().split("\t")
    is_table = len(cells) > 2 or (len(cells) == 2 and cells[0] and len(cells[1]) < SHORT)
    return [cell.strip() for cell in cells] if is_table else None


def _block(line: str, is_markdown: bool, is_first: bool) -> Block | None:
    """Return the heading or footnote that a line is; None for a line of a paragraph."""
    if note := NOTE.fullmatch(line):
        return Block(text=note["text"], marker=note["marker"])
    if is_markdown:
        heading = HEADING.fullmatch(line)
        return Block(text=heading["text"], level=len(heading["marks"])) if heading else None
    if SENTENCE.search(line.rstrip("：:")) and not PLAIN_HEADING.fullmatch(line):
        return None
    if is_first and len(line) <= 80:
        return Block(text=line, level=1)
    heading = None if SENTENCE.search(line.partition("、")[2] or line) else PLAIN_HEADING.fullmatch(line)
    if heading is None:
        return None
    return Block(text=line, level=3 if heading["second"] else 2)


def _joined(lines: list[str]) -> str:
    """Return lines as one paragraph; a line break between Chinese characters is no space."""
    text = lines[0]
    for line in lines[1:]:
        is_tight = HAN.match(line) or (text and (HAN.match(text[-1]) or text[-1] in "，。；、：！？"))
        text += line if is_tight else f" {line}"
    return text
