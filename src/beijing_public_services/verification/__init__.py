"""Whether a claim is what was published, and if not, which slip it is."""
