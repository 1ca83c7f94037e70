"""Laws of renamed rules: a former name chooses the rule that now bears the new one, and says so."""

from __future__ import annotations

import pytest

import beijing_public_services as bps
from beijing_public_services.checks.former_names import FORMER_NAMES
from beijing_public_services.checks.runner import rule_ids, rules


@pytest.mark.parametrize("former", sorted(FORMER_NAMES.keys() - {"own"}))
def test_a_former_name_selects_the_renamed_rule(former: str) -> None:
    """Selecting by a former name chooses the renamed rule and raises a `FutureWarning` that names it."""
    with pytest.warns(FutureWarning, match=f"{former}.*{FORMER_NAMES[former]}"):
        chosen = rule_ids(bps.Configuration(select=(former,)))
    assert chosen == (FORMER_NAMES[former],)


@pytest.mark.parametrize("part", ["ignore", "warn"])
def test_a_former_name_counts_wherever_rules_are_named(part: str) -> None:
    """A former name in `ignore` or `warn` counts as the current one."""
    with pytest.warns(FutureWarning, match="sections_nest"):
        former = rule_ids(bps.Configuration(**{part: ("sections_nest",)}))
    assert former == rule_ids(bps.Configuration(**{part: ("topic_sections_lie_within_their_domain",)}))


def test_no_former_name_is_in_use() -> None:
    """No rule bears a former name, and each new name belongs to a rule or a layer."""
    names = {each.name for each in rules()}
    assert not names & FORMER_NAMES.keys()
    assert names | {"custom"} >= set(FORMER_NAMES.values())
