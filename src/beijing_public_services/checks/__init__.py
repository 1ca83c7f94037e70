"""What is wrong with a data package: its descriptor, its conformance, its structure, and what its figures mean."""

from beijing_public_services.checks._run import check, check_report, meaning, rule_ids, rules

__all__ = ["check", "check_report", "meaning", "rule_ids", "rules"]
