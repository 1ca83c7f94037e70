"""A data package on disk: opened safely, read as tables, built into values, written whole."""
