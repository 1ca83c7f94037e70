"""The explorer: one HTML page with every figure of a data package, and nothing it must fetch."""
