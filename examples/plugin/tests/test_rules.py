"""`jlint plugins test` runs the examples of the rules; this runs it with the other tests of the plugin."""

import subprocess
import sys


def test_the_examples_of_the_rules() -> None:
    command = [sys.executable, "-m", "jlint", "plugins", "test", "--allow-plugins", "jlint-house"]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
