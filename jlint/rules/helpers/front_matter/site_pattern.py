"""The regular expressions and limits by which a site constrains its values and names."""

from __future__ import annotations

from typing import Annotated

import msgspec

from jlint.expressions.error import ExpressionError
from jlint.expressions.user_expression import UserExpression, shown
from jlint.finding import Text
from jlint.user_error import RuleError

AtLeastOne = Annotated[int, msgspec.Meta(ge=1)]
"""A number of characters or items."""


def compiled(pattern: str, where: str) -> UserExpression:
    """The compiled expression. Raises RuleError, which names `where` it is written, for one that can't be read."""
    name = shown(pattern)
    expression = UserExpression(pattern, Text(f"{where} の「{name}」", f'"{name}" in {where}'))
    try:
        expression.check()
    except ExpressionError as error:
        raise RuleError(
            ja=f"{where} の「{name}」は正規表現として読めません: {error.message.ja}",
            en=f'"{name}" in {where} is no regular expression: {error.message.en}',
        ) from None
    return expression
