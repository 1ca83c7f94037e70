"""HTML without its optional end tags: cells, rows, items and paragraphs that follow stand side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Any

CELLS, AROUND = ("td", "th"), ("table", "ul", "ol", "dl", "blockquote", "div", "section", "article", "main", "body")
ENDS: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(CELLS, CELLS),
    "tr": ("tr",),
    "li": ("li",),
    "p": ("p",),
    **dict.fromkeys(("dt", "dd"), ("dt", "dd")),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote"), ("p",)),
}  # what a start tag ends, if it is still open


def close_open_elements(page: Any) -> None:
    """End each element where the start tag of another ends it; the parser has put the other inside it."""
    for tag in page.find_all(list(ENDS)):
        ended = ENDS[tag.name]
        outer = tag.find_parent([*ended, *AROUND])
        if outer is not None and outer.name in ended:
            for each in reversed([tag, *tag.next_siblings]):
                outer.insert_after(each)
