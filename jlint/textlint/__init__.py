"""From textlint's configuration to jlint's: what `jlint init --from-textlint` does.

A configuration file is read (read), each rule in it looked up (names, table, one module a family of rules) and
translated to lines of rules.yaml (translation), all of them put together (translate) and written down (write).
"""
