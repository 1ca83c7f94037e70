"""What a shell completes: ids, domains, areas, rules and formats, of the package that `--package` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import beijing_public_services as bps
from beijing_public_services.cli._options import open_package

if TYPE_CHECKING:
    import click


def _package(context: click.Context) -> bps.DataPackage | None:
    """Return the package that the command line names so far; None if it cannot be read."""
    try:
        return open_package(context.params.get("package"))
    except (bps.BeijingPublicServicesError, OSError):
        return None


def complete_ids(context: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of indicators that begin with a text, and behind a colon those of figures."""
    package = _package(context)
    if package is None:
        return []
    found = package.observations if ":" in incomplete else package.indicators
    return [each.id for each in found if each.id.startswith(incomplete)]


def complete_domains(context: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of domains that begin with a text."""
    package = _package(context)
    return [each.id for each in package.domains if each.id.startswith(incomplete)] if package else []


def complete_areas(context: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the ids of areas that begin with a text."""
    package = _package(context)
    return [each.id for each in package.areas if each.id.startswith(incomplete)] if package else []


def complete_rules(context: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the rules that begin with a text."""
    from beijing_public_services.checks.runner import rules

    return [each.name for each in rules() if each.name.startswith(incomplete)]


def complete_formats(context: click.Context, param: click.Parameter, incomplete: str) -> list[str]:
    """Return the formats of `export` that begin with a text."""
    from beijing_public_services.exports.export import FORMATS

    return [each for each in FORMATS if each.startswith(incomplete)]
