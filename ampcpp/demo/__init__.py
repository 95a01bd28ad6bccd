"""Reads the demo site of `content/` into an empty database: all of it or nothing."""
