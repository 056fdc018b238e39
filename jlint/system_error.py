"""Why the system refused something, in both languages: Python gives its words in English only."""

from __future__ import annotations

import errno

from jlint.finding import Text

_JAPANESE = {
    errno.ENOENT: "ファイルかフォルダーがありません",
    errno.EACCES: "権限がありません",
    errno.EPERM: "許されていない操作です",
    errno.EEXIST: "すでにあります",
    errno.EISDIR: "フォルダーです",
    errno.ENOTDIR: "フォルダーではないものが途中にあります",
    errno.ENOTEMPTY: "フォルダーが空ではありません",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクが輪になっているか、続きすぎています",
    errno.ENOSPC: "ディスクがいっぱいです",
    errno.EDQUOT: "割り当てられた容量を使い切りました",
    errno.EFBIG: "ファイルが大きすぎます",
    errno.EROFS: "読み出し専用の場所です",
    errno.EIO: "入出力の誤りです",
    errno.EBUSY: "使用中です",
    errno.ETXTBSY: "実行中のファイルです",
    errno.EXDEV: "別のディスクにあります",
    errno.EPIPE: "出力先が閉じられました",
    errno.EBADF: "開かれていません",
    errno.EINVAL: "できない操作です",
    errno.ENXIO: "その装置はありません",
    errno.ENODEV: "その装置はありません",
    errno.ESTALE: "ネットワークの先で消えています",
    errno.ETIMEDOUT: "時間切れです",
    errno.EINTR: "途中で中断されました",
    errno.EOPNOTSUPP: "この場所ではできない操作です",
    errno.EILSEQ: "使えない文字を含みます",
}


def reason_of(error: OSError) -> Text:
    """What the system says, as a sentence without an end mark; what is rare is told in Japanese by its number."""
    number = error.errno or 0
    name = errno.errorcode.get(number, str(number))
    english = error.strerror or type(error).__name__
    return Text(_JAPANESE.get(number, f"システムの誤り {name}"), english)
