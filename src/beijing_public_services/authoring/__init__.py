"""Starting a data package, keeping it up to date, comparing its releases."""
