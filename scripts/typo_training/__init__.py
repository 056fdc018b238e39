"""The statistics of the typo rules, computed from corpora: `python -m scripts.train_typos`."""
