"""The language server: findings in an editor, while the text is being written.

`server` connects what the client asks with what the other modules know. The text of an open file is an `OpenDocument`
(`documents`); the one thread of `worker` lints it in two rounds (`rounds`), and `diagnostics`, `actions`, `hover` and
`completion` make of the result what the protocol wants. `configurations` has what is in force for each file. This
package alone imports pygls, and of this package only the command `jlint lsp` imports anything.
"""
