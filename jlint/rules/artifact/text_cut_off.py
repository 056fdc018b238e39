"""Prose that breaks off in the middle of a sentence or a word."""

from __future__ import annotations

from collections.abc import Iterator

from jlint.document import Document
from jlint.finding import Finding, Related, Text
from jlint.rules.contract.base import Bad, Good, Rule, Severity, Span
from jlint.rules.helpers.artifact.broken_opening import opening_span
from jlint.rules.helpers.artifact.cut import cuts
from jlint.rules.helpers.artifact.cut_problems import problem_of_cut
from jlint.rules.helpers.artifact.sequel import Sequel
from jlint.rules.helpers.artifact.tail import tail_in_quotes
from jlint.rules.helpers.artifact.unfinished import Cut

_REST = Text("続きを補うか、途切れた文を消してください", "write the rest or remove the sentence")
_SEQUELS = {
    Sequel.GOES_ON: Text(
        "次の段落に続いているので、つないでください", "The next paragraph goes on with it: join the two"
    ),
    Sequel.OVERLAPS: Text(
        "次の段落と一部が重なっています。重なりを除いてつないでください",
        "The next paragraph begins with its last words: join the two without saying them twice",
    ),
    Sequel.WRITTEN_AGAIN: Text(
        "次の段落が同じ文を書き直しているので、途切れたほうを消してください",
        "The next paragraph writes it again: remove what breaks off",
    ),
    Sequel.STARTS_OVER: Text(
        "次の段落が前の文から書き直しているので、重なる文を消してください",
        "The next paragraph writes it again from an earlier sentence on: remove what is said twice",
    ),
    Sequel.STARTS_AGAIN: Text(
        f"次の段落は前に出た文章に戻っています。{_REST.ja}",
        f"The next paragraph goes back to an earlier passage: {_REST.en}",
    ),
    Sequel.UNCLEAR: Text(
        "次の段落に続くかを確かめ、続くならつなぎ、続かなければ補うか消してください",
        "See whether the next paragraph goes on with it: join the two if it does, else write the rest or remove it",
    ),
    Sequel.HEADING: Text(f"次は見出しです。{_REST.ja}", f"A heading follows: {_REST.en}"),
    Sequel.ASIDE: Text(_REST.ja, _REST.en.capitalize()),
    Sequel.END: Text(f"本文がここで終わっています。{_REST.ja}", f"The text ends here: {_REST.en}"),
}
_PLACES = {
    Sequel.GOES_ON: Text("続きはここからです", "It goes on here"),
    Sequel.OVERLAPS: Text("ここで重なっています", "The same words stand here"),
    Sequel.WRITTEN_AGAIN: Text("ここで同じ文が書き直されています", "The sentence is written again here"),
    Sequel.STARTS_OVER: Text("ここから書き直されています", "It is written again from here on"),
    Sequel.STARTS_AGAIN: Text("ここから前に出た文章に戻っています", "An earlier passage starts again here"),
}


class TextCutOff(Rule):
    """文が途中で途切れている。

    生成の長さの上限や貼り付けの失敗で、段落や箇条書きの項目が文の途中、ときには語の途中で終わっている。後に何が
    続いているか（続き、重なり、書き直し、前に出た文章、見出し、本文の終わり）も、分かるときは示す。箇条書き、引用、
    会話への導入、ひと息おく短い行、詩のような行、見出し代わりの行、体言止め、リンクで終わる行、表と引用の中は
    指摘しない。句点だけがないのも、途切れではない。文書のほかの場所に生成や貼り付けの跡（残った印、重なった文章）が
    なければ、読点で止めて枠や次の行に続ける文、言いさし、顔文字も著者の書き方とみて、文がそこで終わりようのない
    ものだけを指摘する。
    """

    id = "text-cut-off"
    category = "artifact"
    severity = Severity.ERROR
    supersedes = ("unclosed-bracket", "unpaired-emphasis", "truncated-katakana")
    supersedes_at_related = ("starts-mid-sentence",)
    leads_to = ("repeated-passage", "short-repeated-passage")
    told_with = ("empty-section",)
    english = """A sentence breaks off.

    A limit of length or a slip in pasting ended a paragraph or a list item in the middle of a sentence, or of a word.
    The message says what comes after it where that can be told: the rest, words that overlap, the same sentence again,
    an earlier passage, a heading, the end.
    What leads into a list, a quotation or speech, short lines that make a pause, verse, lines used as headings,
    labels, lines that end in a link, tables and quotations are left alone, and so is a sentence that lacks only its
    full stop.
    Where nothing else in the document tells of a generator or a slip in pasting, a comma that leads into a box or the
    next line, words that trail off and a face are taken as meant: only what no sentence can end in is reported.
    """
    examples = (
        Bad("港の倉庫は三年前に閉鎖された。⟦その後、市は建物を⟧\n\n## 再開発\n\n工事は春に始まる。\n"),
        Bad("港の倉庫は三年前に閉鎖された。⟦市は、この建物の管⟧\n\n⟨理を民間に任せると発表した。⟩\n"),
        Bad("港の倉庫は三年前に閉鎖された。⟦市は建物の活用⟧\n\n⟨市は建物の活用を考えている。⟩工事は春に始まる。\n"),
        Bad("港の倉庫は三年前に閉鎖された。⟦市は、建物の管理を民間に任⟧\n\n---END---\n\n⟨民間に任せると発表した。⟩\n"),
        Bad("倉庫は三年前に閉鎖された。⟦そして、⟧\n\n---END---\n\n工事は春に始まる。\n"),
        Bad("- 倉庫は三年前に閉鎖された。⟦工事は来年の春に始まり、⟧\n\n以上が経緯である。\n"),
        Good("鍵は三つある。表にすると、\n\n{:.table}\n| 鍵 | 扉 |\n\nとなる。\n"),
        Good("鍵は三つある。一つは無くしてしまったのですが、\n\n扉の下から出てきた。\n"),
        Good("必要なものは次のとおりです：\n\n- 軍手\n- 長靴\n"),
        Good("用意するのは、\n\n- 軍手\n- 長靴\n"),
        Good("重さの平均は\n\n$$m = \\frac{a + b}{2}$$\n\nと求められる。\n"),
        Good("重さの平均は\n\n\\\\( m = 3.5 \\\\)\n\nである。\n"),
        Good("直線の式は\n\ny = ax + b\n\nとなる。\n"),
        Good("今年の当番は\n\n倉庫係 山田\n門番 川口\n\nでした！\n\nお疲れさまでした。\n"),
        Good(
            "倉庫の鍵を開けます。\n\n左の棚 → 上の段 → 青い箱を選択\n\n左の棚 → 上の段 → 青い箱を選択してください。\n"
        ),
        Good("- 扉を開けると明かりがつく\n- 明かりがつくと時計が鳴る\n"),
        Good("変数の値は\n\n```\n42\n```\n\nになります。\n"),
        Good("市長は椅子に深く座り直すと、\n\n「活用を考えている」\n\nと答えた。\n"),
        Good("- 倉庫の活用\n\nが議題である。\n"),
        Good("港の未来へ\n\n市は建物の活用を考えている。\n"),
        Good("市は建物の活用を考えている。[詳しい計画](https://example.com/)\n"),
        Good("市は活用を考えている。合言葉は「港をもう一度」。\n"),
        Good("> 市は建物の活用を\n\nと議事録にある。\n"),
        Good("倉庫の外観（2024年、筆者が撮影）\n"),
        Good("| 項目 | 説明 |\n|---|---|\n| 倉庫 | 市が建物を |\n"),
    )

    def check(self, document: Document) -> Iterator[Finding]:
        for cut in cuts(document):
            message = _message(cut)
            yield self.finding(
                _on_last_line(document, cut),
                ja=message.ja,
                en=message.en,
                related=_place(cut),
                problem=problem_of_cut(document, cut),
            )


def _place(cut: Cut) -> list[Related]:
    """The place that the message refers to."""
    words = _PLACES.get(cut.sequel)
    return [Related(opening_span(cut.place), words)] if cut.place and words else []


def _message(cut: Cut) -> Text:
    shown = tail_in_quotes(cut.text.lstrip("*"))
    if cut.lacks_only_a_stop:
        return Text(
            f"文が{shown}で終わり、句点がありません。途切れているなら続きを補い、そうでなければ句点を打ってください",
            f"The sentence ends at {shown} without a full stop. Write the rest if it breaks off, else add the stop",
        )
    what = _SEQUELS[cut.sequel]
    return Text(f"文が{shown}で途切れています。{what.ja}", f"The sentence breaks off at {shown}. {what.en}")


def _on_last_line(document: Document, cut: Cut) -> Span:
    """The part of the sentence that is on the line on which it breaks off."""
    span = cut.step.source_span(cut.start, len(cut.step.text))
    return Span(max(span.start, document.lines.span(document.lines.line_of(span.end - 1)).start), span.end)
