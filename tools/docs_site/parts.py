"""The parts that the pages of the data dictionary are made of: sections, tables and pieces of text as nodes."""

from __future__ import annotations

from docutils import nodes


def section(anchor: str, title: str) -> nodes.section:
    """Return an empty section with this anchor and title."""
    made = nodes.section(ids=[anchor], names=[anchor])
    made += nodes.title("", title)
    return made


def text(words: str) -> nodes.Node:
    """Return words in a line."""
    return nodes.inline("", words)


def unbroken(words: str) -> nodes.Node:
    """Return words that stay in one line."""
    return nodes.inline("", words, classes=["unbroken"])


def code(words: str) -> nodes.Node:
    """Return words as code."""
    return nodes.literal("", words)


def linked(words: str, address: str) -> nodes.Element:
    """Return words, as a link if there is an address."""
    content = nodes.reference("", words, refuri=address, internal=False) if address else nodes.Text(words)
    return nodes.inline("", "", content)


def table(heads: list[str], rows: list[list[nodes.Node]], anchors: list[str]) -> nodes.Node:
    """Return a table; the rows have these anchors, if any."""
    made = nodes.table(classes=["indicator-figures"])
    group = nodes.tgroup(cols=len(heads))
    made += group
    group.extend(nodes.colspec(colwidth=1) for _ in heads)
    head, body = nodes.thead(), nodes.tbody()
    group.extend((head, body))
    head += nodes.row("", *(nodes.entry("", nodes.paragraph("", head_words)) for head_words in heads))
    for number, cells in enumerate(rows):
        row = nodes.row("", *(nodes.entry("", paragraph(cell)) for cell in cells))
        if number < len(anchors):
            row["ids"] = [anchors[number]]
        body += row
    return made


def paragraph(node: nodes.Node) -> nodes.Node:
    """Return a paragraph of this node, or the node if it is one."""
    return node if isinstance(node, nodes.paragraph) else nodes.paragraph("", "", node)
