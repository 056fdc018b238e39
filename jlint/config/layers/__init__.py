"""Configuration files on top of each other: what `extends` names (chain), and how values merge (merge)."""
