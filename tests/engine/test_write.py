"""Files of jlint's own: written whole, and into what is no file without taking its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from jlint.engine.write import WriteError, replace_file, write_file


def test_only_a_file_that_was_there_is_said_to_be_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    with pytest.raises(WriteError) as replaced:
        replace_file(str(folder), b"", b"new")
    with pytest.raises(WriteError) as missing:
        write_file(str(tmp_path / "none" / "new.json"), b"{}")
    assert "元のままです" in replaced.value.message.ja
    assert "It is as it was" in replaced.value.message.en
    assert missing.value.message.ja.startswith("書き込めません: ")
    assert "元のまま" not in missing.value.message.ja
    assert "as it was" not in missing.value.message.en
