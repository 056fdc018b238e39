"""All that is known of a rule, as text for people and for programs: `jlint explain`, and the pages in docs/rules."""
