"""Numbers, units and periods as reports write them, read into values."""
