"""Rules of plugins from Python, in processes of their own: they stay for as long as a process runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.plugins.making import plugin


def said(code: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PYTHONPATH", f"{folder}:{ROOT}")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_they_are_there_once_they_are_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "work").mkdir()
    code = f"""
import os, sys
sys.path.insert(0, {str(plugin(tmp_path / "site"))!r})
import jlint
text = "朝の波止場へ行く。"
rules = lambda **given: [each.rule for each in jlint.lint(text, **given).findings]
before = jlint.Config().fingerprint
print(rules(), "house-harbor" in [rule.id for rule in jlint.all_rules()])
jlint.allow_plugins()
jlint.allow_plugins()
print(rules(), "house-harbor" in [rule.id for rule in jlint.all_rules()], before == jlint.Config().fingerprint)
import pickle, subprocess
given = pickle.dumps(jlint.Config(select=["house-harbor"]))
take = "import pickle, sys, jlint; c = pickle.load(sys.stdin.buffer); print(jlint.lint('波止場', config=c).findings)"
path = os.pathsep.join(sys.path)
environment = {{**os.environ, "PYTHONPATH": path}}
done = subprocess.run([sys.executable, "-c", take], input=given, capture_output=True, env=environment)
print(done.stdout.count(b"house-harbor"))
"""
    assert said(code, tmp_path / "work", monkeypatch).splitlines() == [
        "[] False",
        "['house-harbor'] True False",
        "1",
    ]


def test_a_plugin_that_cannot_be_used_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "work").mkdir()
    code = f"""
import sys, pickle
sys.path.insert(0, {str(plugin(tmp_path / "site", "import nowhere"))!r})
import jlint
try:
    jlint.allow_plugins(lang="en")
except jlint.PluginError as error:
    print(error)
    print(pickle.loads(pickle.dumps(error)).problems == error.problems)
print(len(jlint.all_rules()) > 100)
"""
    first, *rest = said(code, tmp_path / "work", monkeypatch).splitlines()
    assert first.startswith("The rule house-harbor of the plugin jlint-harbor 1.0 can't be used: ")
    assert rest == ["True", "True"]
