"""The configuration as text: `config show`, the JSON Schema, and the catalogue of all rules."""
