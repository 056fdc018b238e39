"""The rules: contract/ defines their interface, table.py lists them; one folder per category, one file per rule."""
