"""prh's dictionaries: YAML files of terms with the spellings to be replaced, read as they are.

A file is read with the places of its nodes (read) and compiled to a form in which terms are found fast (terms, needed).
That form is stored in the user's cache folder (load). All terms are searched at once (search).
"""
