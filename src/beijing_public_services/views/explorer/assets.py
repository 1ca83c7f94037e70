"""The files that the page is made of: its template, style and scripts."""

from __future__ import annotations

SCRIPTS = ("fold.js", "difflib.js", "search.js", "numbers.js", "elements.js", "chart.js", "figure.js", "page.js")


def asset(name: str) -> str:
    """Return the text of a file beside this module, read through its loader, so that it works from a zip too."""
    folder = __file__.removesuffix("assets.py")
    return bytes(__spec__.loader.get_data(f"{folder}{name}")).decode()  # type: ignore[union-attr]


def script() -> str:
    """Return the scripts of the page as one."""
    return "\n".join(map(asset, SCRIPTS))
