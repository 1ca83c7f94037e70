"""Modules that tools generate: ids as types, the release, units, and names of places."""
