"""How to cite the release, an indicator or a figure."""
