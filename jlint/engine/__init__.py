"""From documents and rules to findings with a path, a line and a severity; then the same for many files."""
