"""Runs rules over documents and turns what they report into findings with path, line and severity; for many files."""
