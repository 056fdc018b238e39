"""Descriptions of what a place in rules.yaml takes, and of what it holds, for messages."""

from __future__ import annotations

import yaml
from msgspec import inspect as shapes

from jlint.config.reading.shape import ADDRESS, KEBAB
from jlint.finding import Text

_LONGEST = 24
_GRAVEST_FIRST = ("error", "warning", "info", "off", "never")
_KINDS = {"int": Text("数", "the number "), "float": Text("数", "the number "), "bool": Text("", "")}


def bare(kind: shapes.Type) -> shapes.Type:
    """The type without its metadata."""
    while isinstance(kind, shapes.Metadata):
        kind = kind.type
    return kind


def expected(kind: shapes.Type) -> Text:
    """What a value of the type is, for people."""
    kind = bare(kind)
    if isinstance(kind, shapes.IntType):
        return _number(kind, Text("整数", "a whole number"))
    if isinstance(kind, shapes.FloatType):
        return _number(kind, Text("数", "a number"))
    if isinstance(kind, shapes.BoolType):
        return Text(" true か false ", "true or false")
    if isinstance(kind, shapes.NoneType):
        return Text(" null ", "null")
    words = _words(kind)
    if words:
        listing = ", ".join(words)
        return Text(f" {listing} のどれか", f"one of {listing}")
    if isinstance(kind, shapes.StrType):
        return _text(kind)
    if isinstance(kind, shapes.UnionType):
        arms = [expected(arm) for arm in kind.types]
        return Text("、または".join(arm.ja for arm in arms), ", or ".join(arm.en for arm in arms))
    if isinstance(kind, shapes.ListType | shapes.VarTupleType | shapes.SetType | shapes.FrozenSetType):
        item = expected(kind.item_type)
        some = Text("（一つ以上）", " (at least one)") if kind.min_length else Text("", "")
        return Text(f"リスト{some.ja}、中身は{item.ja}", f"a list{some.en}, each item {item.en}")
    if isinstance(kind, shapes.DictType):
        if isinstance(bare(kind.value_type), shapes.AnyType):
            return Text("「名前: 値」の並び", "lines of `name: value`")
        item = expected(kind.value_type)
        return Text(f"「名前: 値」の並び、値は{item.ja}", f"lines of `name: value`, each value {item.en}")
    return Text("「項目: 値」の並び", "lines of `key: value`")


def _words(kind: shapes.Type) -> list[str]:
    """The words that the type consists of, `true` and `false` included; none if it takes anything else."""
    if isinstance(kind, shapes.LiteralType):
        return sorted(map(str, kind.values), key=_rank)
    if not isinstance(kind, shapes.UnionType):
        return []
    arms = [["true", "false"] if isinstance(bare(arm), shapes.BoolType) else _words(bare(arm)) for arm in kind.types]
    return [word for arm in arms for word in arm] if all(arms) else []


def _rank(word: str) -> int:
    return _GRAVEST_FIRST.index(word) if word in _GRAVEST_FIRST else -1


def _number(kind: shapes.IntType | shapes.FloatType, noun: Text) -> Text:
    limits = [
        (kind.ge, Text("{} 以上", "at least {}")),
        (kind.gt, Text("{} より大きい", "more than {}")),
        (kind.le, Text("{} 以下", "at most {}")),
        (kind.lt, Text("{} より小さい", "less than {}")),
    ]
    setting = [Text(text.ja.format(limit), text.en.format(limit)) for limit, text in limits if limit is not None]
    if not setting:
        return noun
    ja = "、".join(text.ja for text in setting)
    linked = ja if ja.endswith("い") else f"{ja}の"
    return Text(f" {linked}{noun.ja}", f"{noun.en} of " + " and ".join(text.en for text in setting))


def _text(kind: shapes.StrType) -> Text:
    if kind.pattern == KEBAB:
        return Text("小文字の英数字をハイフンでつないだ名前", "a name of small letters and digits joined by hyphens")
    if kind.pattern == ADDRESS:
        return Text(
            " {rule} を含む http(s) のアドレス（https://example.com/rules/{rule} など）",
            "an http(s) address with {rule} in it, such as https://example.com/rules/{rule}",
        )
    if kind.pattern:
        return Text(f"正規表現 {kind.pattern} に合う文字", f"text that matches {kind.pattern}")
    if kind.min_length:
        return Text("空でない文字", "text that isn't empty")
    return Text("文字", "text")


def standing(node: yaml.Node) -> Text:
    """What the node holds, for people."""
    if isinstance(node, yaml.SequenceNode):
        return Text("リスト", "a list") if node.value else Text("空のリスト", "an empty list")
    if not isinstance(node, yaml.ScalarNode):
        return Text("「項目: 値」の並び", "lines of `key: value`")
    kind = node.tag.rpartition(":")[2]
    value = node.value if len(node.value) <= _LONGEST else node.value[:_LONGEST] + "…"
    if kind == "null":
        return Text("空の値", "an empty value")
    if kind in _KINDS:
        ja, en = _KINDS[kind]
        return Text(f"{ja}「{value}」", f"{en}{value}")
    return Text(f"文字「{value}」", f'the text "{value}"') if value else Text("空の文字", "an empty text")
