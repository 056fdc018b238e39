"""What `import jlint` offers to Python: docs/api.md. The names are given out by jlint/__init__.py."""
