"""Which dialect of Markdown a file is written in, where the configuration says `markdown: auto`.

`own` looks at the file itself, `repository` at the folders above it (`signs` knows the engines, `folder` reads), and
`decision` puts the two together. Nothing that is read is trusted: see `folder`.
"""
