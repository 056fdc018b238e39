"""Reads one configuration file: its YAML nodes are checked against types (shape, values) and become a layer (parse)."""
