"""The rules: base.py is their contract, table.py lists them, one folder a category, one file a rule."""
