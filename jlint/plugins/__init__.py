"""Rules of one's own in Python: what installed distributions offer under the entry points `jlint.rules`.

`offered` finds them by metadata alone. `loading` imports them, which only happens where the user has allowed it
(`allow_plugins` in jlint/rules/table.py). `contract` says what a rule must be, `guard` holds it to that while it runs.
"""
