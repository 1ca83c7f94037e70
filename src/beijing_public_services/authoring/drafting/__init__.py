"""Drafting a data package from a report: reading the text, proposing rows, and taking reviewed rows in."""
