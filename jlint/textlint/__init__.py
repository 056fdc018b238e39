"""The migration of a textlint configuration to jlint's: what `jlint init --from-textlint` does (migrate).

A configuration file is read (read), each rule in it looked up (names, table, one module a family of rules) and
translated to lines of rules.yaml (translation), all of them put together (translate) and written (write).
textlint's own comments in documents suppress findings of jlint too (comments).
"""
