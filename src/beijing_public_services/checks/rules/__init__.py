"""The rules that a data package is held to, one module for each subject."""
