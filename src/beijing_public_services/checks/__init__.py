"""What is wrong with a data package: its conformance to its descriptor, then the meaning that no schema can hold."""

from beijing_public_services.checks._run import check, meaning, rules

__all__ = ["check", "meaning", "rules"]
