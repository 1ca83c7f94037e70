"""The explorer of a data package: its page, with the citation of every figure."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from beijing_public_services.api.packages import package_of

if TYPE_CHECKING:
    from os import PathLike
    from pathlib import Path

    from beijing_public_services.citation.citation import CitationStyle
    from beijing_public_services.datapackage.package import DataPackage
    from beijing_public_services.model.codelists import Language
    from beijing_public_services.model.observation import Observation

STYLES: tuple[CitationStyle, ...] = ("plain", "apa", "gbt7714-2025", "bibtex", "ris")
READING_DAY = date(1, 1, 1)  # the page puts the day in its place on which it is read


def explorer_html(package: DataPackage | str | PathLike[str] | None = None, *, language: Language = "en") -> str:
    """Return the explorer of a package as one HTML page that needs no other file and no network.

    Args:
        package: a package or its path; the bundled one unless given.
        language: the language for readers whose browser asks for neither Chinese nor English.

    >>> explorer_html()[:15]
    '<!doctype html>'
    """
    from beijing_public_services.citation.citation import cite
    from beijing_public_services.views.explorer.citations import ID
    from beijing_public_services.views.explorer.page import explorer_page

    shown = package_of(package)

    def citations(observation: Observation) -> dict[str, tuple[str, str]]:
        cited = cite(shown, observation, accessed=READING_DAY).replace(id=ID)
        return {style: (cited.text(style, "zh"), cited.text(style, "en")) for style in STYLES}

    return explorer_page(shown, citations, language)


def explore(
    package: DataPackage | str | PathLike[str] | None = None,
    path: str | PathLike[str] | None = None,
    *,
    language: Language = "en",
    open_browser: bool = True,
    overwrite: bool = False,
) -> Path:
    """Write the explorer of a package to a file, open it in the browser, and return the path of the file.

    Args:
        package: a package or its path; the bundled one unless given.
        path: the file to write; without one, a new file in the folder for temporary files.
        language: the language for readers whose browser asks for neither Chinese nor English.
        open_browser: whether to open the page.
        overwrite: whether to replace a file that exists.

    Raises:
        OverwriteError: the file exists, and `overwrite` is false.
        WriteError: the file cannot be written.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     page = explore(path=f"{folder}/explorer.html", open_browser=False)
    ...     page.name, page.stat().st_size < 1_500_000
    ('explorer.html', True)
    """
    from pathlib import Path

    from beijing_public_services.datapackage.atomic_write import write_files

    page = explorer_html(package, language=language).encode("utf-8", "replace")
    if path is None:
        from tempfile import mkdtemp

        path = Path(mkdtemp(prefix="explorer-")) / "explorer.html"
    target = Path(path)
    write_files({target: page}, overwrite=overwrite)
    if open_browser:
        import webbrowser

        webbrowser.open(target.resolve().as_uri())
    return target
