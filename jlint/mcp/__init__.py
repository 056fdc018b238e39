"""`jlint mcp`: findings for assistants that write Japanese Markdown, by the Model Context Protocol (docs/mcp.md).

`server` is the only module that knows the protocol's SDK; the tools themselves work without it.
"""
