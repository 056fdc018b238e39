"""What `jlint learn` says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from jlint.finding import Text
from jlint.learning.judging import Reason, Verdict
from jlint.learning.learn import Judged, Learnt, Updated
from jlint.usage_file import Entry, State, shown

_SHOWN = 3
"""How many turns a sentence names; it counts the others."""
_REASONS = {
    Reason.SAME_SENTENCE: Text(
        "いつも同じ文にあるもの（写した文なら、誤りも写ります）",
        "always in the same sentence, which may have been copied with its slip",
    ),
    Reason.DOUBLED: Text("文字や語の一部、助詞が重なっているもの", "with a character, a fragment or a particle twice"),
    Reason.BESIDE_ANOTHER: Text("ほかの疑わしい箇所がすぐ隣にあるもの", "with another doubtful place right beside it"),
    Reason.KATAKANA: Text("よく使われるカタカナ語と一字違いのもの", "one letter from a common word in katakana"),
    Reason.KANJI: Text("読みが同じ別の語のほうがふつうなもの", "read as another word that is more usual there"),
    Reason.FOREIGN: Text("日本語ではない語", "words that are not Japanese"),
    Reason.COMMONER_HERE: Text(
        "よく似た別の書き方のほうが、記事に多いもの", "one edit from what stands in more of the posts"
    ),
    Reason.COMMONER_IN_GENERAL: Text(
        "よく似た別の書き方のほうが、日本語としてふつうのもの", "one edit from what is more usual in Japanese"
    ),
}
_STATES = {
    State.LEARNT: Text("学んだ", "learnt"),
    State.CONFIRMED: Text("確かめた", "confirmed"),
    State.REFUSED: Text("覚えない", "refused"),
}


def state_named(state: State) -> Text:
    """The word for it."""
    return _STATES[state]


def no_configuration() -> Text:
    """The message where there is no folder that the file belongs in."""
    return Text(
        "設定ファイルがないので、覚えたものを置く所がありません。jlint init で rules.yaml を作ってください",
        "Without a configuration there is no place for what is learnt. Make a rules.yaml with jlint init",
    )


def why(verdict: Verdict) -> Text:
    """Why it isn't learnt unasked, and what it may be a slip for."""
    reason = verdict.reason
    ja, en = _REASONS[reason] if reason in _REASONS else Text("", "")
    if not verdict.other:
        return Text(ja, en)
    other, posts = shown(verdict.other), verdict.other_posts
    if not posts:
        return Text(f"{ja}: 「{other}」", f"{en}: {other}")
    return Text(f"{ja}: 「{other}」は記事 {posts} 本", f"{en}: {other} stands in {counted(posts)}")


def counted(posts: int) -> str:
    """The number of posts in English."""
    return f"{posts} post" if posts == 1 else f"{posts} posts"


def written_to(file: str, learnt: Learnt, new: Updated, decided: Sequence[Entry], *, is_written: bool) -> Text:
    """How much was learnt and decided, and where it stands."""
    drafts = learnt.drafts
    ja = f"記事 {learnt.posts} 本を読みました" + (f"（下書き {drafts} 本は除きました）" if drafts else "")
    en = f"Read {counted(learnt.posts)}" + (f", {drafts} left out as drafts" if drafts else "")
    if not is_written:
        return Text(f"{ja}。新しく覚えたものはありません", f"{en}. Nothing new was learnt")
    kept = len([entry for entry in decided if entry.counts])
    parts = [
        Text(f"新しく覚えた言い回し {new.new} 個", f"newly learnt: {new.new}"),
        Text(f"確かめたもの {kept} 個", f"confirmed: {kept}"),
        Text(f"覚えないもの {len(decided) - kept} 個", f"refused: {len(decided) - kept}"),
    ]
    told = parts if decided else parts[:1]
    return Text(
        f"{ja}。{'、'.join(part.ja for part in told)}。{file} に書きました",
        f"{en}. {', '.join(part.en for part in told).capitalize()}. Written to {file}",
    )


def lines_of(doubtful: Iterable[Judged], dropped: Iterable[Verdict]) -> Iterator[Text]:
    """A line for each reason why something was left out, and what to do about it."""
    by_reason: defaultdict[Reason, list[Judged]] = defaultdict(list)
    for judged in doubtful:
        if judged.verdict.reason is not None:
            by_reason[judged.verdict.reason].append(judged)
    for verdict in dropped:
        turn, because = shown(verdict.turn), why(verdict)
        yield Text(
            f"もう正しいとは言えないので消しました: 「{turn}」（{because.ja}）",
            f"No longer held for right: {turn} ({because.en})",
        )
    for reason, ja_en in _REASONS.items():
        listed = by_reason.get(reason, [])
        if listed:
            names = [shown(each.verdict.turn) for each in listed[:_SHOWN]]
            more = len(listed) - len(names)
            ja = "、".join(f"「{name}」" for name in names) + (f"など {len(listed)} 個" if more else "")
            en = ", ".join(names) + (f" and {more} more" if more else "")
            yield Text(f"覚えなかったもの: {ja_en.ja}: {ja}", f"Left out: {ja_en.en}: {en}")
    if by_reason:
        yield Text("一つずつ決めるには jlint learn --review", "To decide on each: jlint learn --review")
