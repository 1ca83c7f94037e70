"""The functions that users call, on the bundled package or on another."""
