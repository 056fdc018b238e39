"""How jlint's speed is measured: always as a ratio to plain fugashi on the same text, in the same run."""
