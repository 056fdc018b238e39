"""What a rule sees of a file: source, front matter, Markdown blocks, sentences, 形態素. All lazy and cached."""

from jlint.document.block import OBJECT, Block, BlockKind, Sentence
from jlint.document.document import Document
from jlint.span import Span

__all__ = ["OBJECT", "Block", "BlockKind", "Document", "Sentence", "Span"]
