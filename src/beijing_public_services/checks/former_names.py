"""The former names of rules and layers, which configurations may still use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from beijing_public_services.checks.configuration import Configuration

FORMER_NAMES = {
    "anomalies_are_of_their_kind": "anomaly_kinds_fit_their_figure",
    "anomalies_are_the_reports": "anomalies_concern_the_report",
    "area_codes_are_the_areas": "area_codes_match_the_area",
    "categories_equal_the_enum": "categories_are_well_formed",
    "columns_are_the_contracts": "required_columns_are_present",
    "credits_are_not_empty": "contributors_and_sources_are_not_empty",
    "credits_have_a_title": "contributors_and_sources_have_a_title",
    "cross_checked_figures_are_read_back": "cross_check_values_match_their_text",
    "errata_lead_to_the_figure": "errata_end_at_the_current_value",
    "files_have_their_hash": "hashes_and_sizes_match",
    "foreign_keys_are_whole": "composite_foreign_keys_are_complete",
    "licences_can_be_told": "licences_have_a_name_or_path",
    "own": "custom",
    "printed_figures_are_read_back": "values_match_the_printed_text",
    "printed_units_are_the_indicators": "printed_units_match_the_indicator",
    "sections_nest": "topic_sections_lie_within_their_domain",
    "units_say_one_thing": "unit_fields_are_consistent",
}


def with_current_names(configuration: Configuration) -> Configuration:
    """Return the configuration with each former name replaced by the current one, after a `FutureWarning`."""
    changes = {}
    for part in ("select", "ignore", "warn"):
        given: tuple[str, ...] = getattr(configuration, part)
        if not FORMER_NAMES.keys().isdisjoint(given):
            changes[part] = tuple(_current(name) for name in given)
    return configuration.__replace__(**changes) if changes else configuration


def _current(name: str) -> str:
    if name not in FORMER_NAMES:
        return name
    import warnings

    message = f"{name!r} is now called {FORMER_NAMES[name]!r}; the old name will stop working in a later release"
    warnings.warn(message, FutureWarning, stacklevel=2)
    return FORMER_NAMES[name]
