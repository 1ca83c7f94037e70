"""How the docs tell a reader to install the library: from a checkout, or from the package index once that has it.

`ON_INDEX` decides for the docs, for messages and for generated files alike. Set it with the first release on the index,
and run `python tools/refresh.py`.
"""

from __future__ import annotations

import re
from pathlib import Path

from tools.freeze import RELEASES, frozen

ON_INDEX = False
DOCS = Path(__file__).resolve().parents[1] / "docs"
NAME = "beijing-public-services"
HOMEPAGE = f"https://github.com/{NAME}/{NAME}"
READER = re.compile(
    rf"(pip install (?:--[\w-]+ \w+ )*)(\\?[\"']|)(?:\.|{NAME})(\[[\w,]+\])?\2(?=[`\s\\]|$)", re.MULTILINE
)
EXACT = re.compile(rf'"{NAME}(\[[\w,]+\]|)(?: @ git\+[^"]+|==[^"]+)"')  # in a pipeline, or as a dependency
TAG = re.compile(rf"(repo: {HOMEPAGE}\n +rev: |uses: {NAME}/{NAME}@)v\d+\.\d+\.\d+")


def written(page: str) -> str:
    """Return a page with the lines that install the library as `ON_INDEX` has them, and the newest release's tag."""
    what = NAME if ON_INDEX else "."
    page = READER.sub(lambda found: f"{found[1]}{found[2]}{what}{found[3] or ''}{found[2]}", page)
    release = frozen(RELEASES)[-1].name
    page = TAG.sub(lambda found: f"{found[1]}v{release}", page)
    exact = f"=={release}" if ON_INDEX else f" @ git+{HOMEPAGE}@v{release}"
    return EXACT.sub(lambda found: f'"{NAME}{found[1]}{exact}"', page)


def pages() -> dict[Path, bytes]:
    """Return each page and notebook of the docs that says how to install the library, as it should be."""
    paths = sorted(each for ending in ("*.md", "*.ipynb") for each in DOCS.rglob(ending))
    found = {path: path.read_text(encoding="utf-8") for path in paths}
    return {
        path: written(page).encode()
        for path, page in found.items()
        if any(each.search(page) for each in (READER, EXACT, TAG))
    }
