"""A data package in other systems' formats."""
