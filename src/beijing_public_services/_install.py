"""What to type to install an extra: a command that works where this library was installed from."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

NAME = "beijing-public-services"


def install_command(extras: str, *, upgrade: bool = False) -> str:
    """Return the pip command that installs extras, separated by commas, beside this library.

    It installs from where the library is: the checkout that it runs from, else the folder, file or repository that it
    was installed from, else the package index or, as long as that has no release, the repository.
    """
    pip = "pip install --upgrade" if upgrade else "pip install"
    checkout = _checkout()
    if checkout is not None:
        return f"{pip} -e {_quoted(f'{checkout}[{extras}]')}"
    return f"{pip} {_quoted(_installed(extras) or published_requirement(extras))}"


def published_requirement(extras: str, version: str = "") -> str:
    """Return the requirement for someone who has only a network: an exact version of it if one is given."""
    from beijing_public_services._generated.release import HOMEPAGE, ON_INDEX

    if ON_INDEX:
        return f"{NAME}[{extras}]" + (f"=={version}" if version else "")
    return f"{NAME}[{extras}] @ git+{HOMEPAGE}" + (f"@v{version}" if version else "")


def _checkout() -> Path | None:
    """Return the checkout that this module lies in, as it does after an editable install; None if it lies in none."""
    from pathlib import Path

    source = Path(__file__).parents[1]
    return source.parent if source.name == "src" and (source.parent / "pyproject.toml").is_file() else None


def _installed(extras: str) -> str:
    """Return the requirement that pip recorded for this library; "" if it came from an index, or what it was is gone.

    The record is `direct_url.json`, as the specification "Recording the direct URL origin" has it.
    """
    import json
    from importlib.metadata import PackageNotFoundError, distribution
    from pathlib import Path
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    try:
        origin = json.loads(distribution(NAME).read_text("direct_url.json") or "{}")
    except (PackageNotFoundError, ValueError):
        return ""
    url = str(origin.get("url", ""))
    parts = urlsplit(url)
    if parts.scheme == "file" and not Path(url2pathname(parts.path)).exists():
        return ""
    vcs = origin.get("vcs_info", {})
    address = f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if {"vcs", "commit_id"} <= vcs.keys() else url
    return f"{NAME}[{extras}] @ {address}" if address else ""


def _quoted(text: str) -> str:
    """Return a word for a shell, in quotes even where it would need none there: brackets are patterns to some."""
    return "'" + text.replace("'", "'\"'\"'") + "'"
