"""prh's dictionaries: YAML files of terms with the spellings to be replaced, read as they are.

A file is read with marks (read), made into something that finds its terms fast (terms, needed), and that form is kept
in the user's cache folder (load). All terms are looked for at once (search).
"""
