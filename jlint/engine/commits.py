"""What users name as a commit: found, and the place found where a branch has left another."""

from __future__ import annotations

from jlint.engine.git import GitError, Repository
from jlint.finding import Text

_BOTH = "..."


def commit_named(repository: Repository, reference: str) -> str | None:
    """The name of the commit, in hexadecimal; None if the reference names none, or more than one.

    What begins with a hyphen would be an option to git, and with a ^ the opposite of a commit.
    """
    if reference.startswith(("-", "^")) or "\0" in reference:
        return None
    try:
        found = repository.ask("rev-parse", "--verify", "--quiet", f"{reference}^{{commit}}", at_top=True).out
    except GitError:
        return None
    return found.decode("ascii", "replace").strip()


def base_since(repository: Repository, reference: str) -> str:
    """The commit at which the work tree's branch has left `reference`: what came to that later is no change here.

    `main...HEAD` means the same as `main`. Raises GitError where there is no such commit.
    """
    named, dots, end = reference.partition(_BOTH)
    if dots:
        named = named or "HEAD"
    commit = required(repository, named)
    head = required(repository, "HEAD")
    if dots and end and required(repository, end) != head:
        raise GitError(
            Text(
                f"調べるのは今のファイルなので、... の右に書けるのは HEAD だけです（今は {end}）",
                f"The files are checked as they are here, so only HEAD can stand behind the dots, not {end}",
            )
        )
    return merge_base(repository, commit, head, named)


def merge_base(repository: Repository, commit: str, other: str, reference: str) -> str:
    """The commit at which two have parted; `reference` is how the user named the first one.

    Raises GitError where none is there: in a shallow clone it may lie behind the commits that were fetched.
    """
    if commit == other:
        return commit
    try:
        return repository.ask("merge-base", commit, other, at_top=True).out.decode("ascii", "replace").strip()
    except GitError:
        pass
    if is_shallow(repository):
        raise GitError(
            Text(
                f"浅いクローンなので、{reference} から分かれた所が見つかりません。"
                "履歴をすべて取り込んでください（git fetch --unshallow、"
                'GitHub Actions は fetch-depth: 0、GitLab は GIT_DEPTH: "0"）',
                f"The clone is shallow, and where it has left {reference} was not fetched. "
                "Fetch the whole history (git fetch --unshallow; in GitHub Actions fetch-depth: 0, "
                'in GitLab GIT_DEPTH: "0")',
            )
        )
    raise GitError(
        Text(f"{reference} と今の状態に共通の祖先がありません", f"{reference} and what is here have no common ancestor")
    )


def is_shallow(repository: Repository) -> bool:
    """Whether the clone lacks the older part of the history."""
    return repository.ask("rev-parse", "--is-shallow-repository", at_top=True).out.strip() == b"true"


def required(repository: Repository, reference: str) -> str:
    """The commit of this name, in hexadecimal. Raises GitError, which says what to do, where there is none."""
    commit = commit_named(repository, reference)
    if commit:
        return commit
    if reference and not reference.strip("0"):
        raise GitError(
            Text(
                f"{reference} は、前のコミットがないという印です。"
                "新しいブランチでは、分かれた元（main など）を書いてください",
                f"{reference} stands for no commit. For a new branch name the one that it comes from, such as main",
            )
        )
    if ".." in reference.replace(_BOTH, ""):
        left, _, right = reference.partition("..")
        raise GitError(
            Text(
                f"{reference} は使えません。{left}{_BOTH}{right} か {left or right} と書いてください",
                f"{reference} can't be used. Write {left}{_BOTH}{right} or {left or right}",
            )
        )
    if is_shallow(repository):
        raise GitError(
            Text(
                f"{reference} というコミットはここにありません。浅いクローンなので、git fetch で取り込んでください"
                '（GitHub Actions は fetch-depth: 0、GitLab は GIT_DEPTH: "0"）',
                f"There is no commit {reference} here. The clone is shallow: fetch it first "
                '(in GitHub Actions fetch-depth: 0, in GitLab GIT_DEPTH: "0")',
            )
        )
    raise GitError(
        Text(
            f"{reference} というコミットはここにありません。リモートのブランチなら git fetch で取り込み、"
            f"origin/{reference} のように書いてください",
            f"There is no commit {reference} here. If it is a branch of the remote, fetch it and write "
            f"origin/{reference}",
        )
    )
