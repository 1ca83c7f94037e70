"""The page of a rule: what it asks, an example of what it finds, and how to choose it."""

from __future__ import annotations

from beijing_public_services.checks.configuration import require_known_rules
from beijing_public_services.checks.former_names import FORMER_NAMES
from beijing_public_services.checks.runner import rules


def page_of(rule: str) -> str:
    """Return the page of a rule as Markdown, by its id, its former id, or one of its kinds of finding.

    Raises:
        ConfigurationError: there is no such rule; the message suggests the nearest.
    """
    known = {each.name: each for each in rules()}
    require_known_rules([FORMER_NAMES.get(rule, rule)], known)
    name = FORMER_NAMES.get(rule, rule).partition(":")[0]
    page = _page(name) or f"# {name}\n\n{known[name].sentence}\n"
    lines = [line for line in page.splitlines() if not line.startswith(("<!--", "All rules: "))]
    return "\n".join(lines).strip()


def _page(name: str) -> str:
    """The page, in the wheel or in the checkout that this module runs from; empty if it is in neither."""
    library = __file__.rpartition("checks")[0]
    for folder in (f"{library}_rules/", f"{library}../../docs/rules/"):
        try:
            return bytes(__spec__.loader.get_data(f"{folder}{name}.md")).decode()  # type: ignore[union-attr]
        except OSError:
            continue
    return ""
