import os
import subprocess
import sys

import pytest

from tools import unprivileged
from tools.system import ROOT

pytestmark = pytest.mark.skipif(not unprivileged.is_administrator(), reason="only an administrator can be another user")
CODE = """
import os, pathlib, tempfile
print(os.geteuid() != 0, tempfile.gettempdir() == os.environ["HOME"])
pathlib.Path.home().joinpath("file").touch()
secret = pathlib.Path.home() / "secret"
secret.touch(mode=0)
print(os.access(secret, os.R_OK))
"""


def test_an_administrators_child_is_an_ordinary_users() -> None:
    with unprivileged.as_ordinary_user() as user:
        if user is None:
            pytest.skip("this system has no way to become an ordinary user")
        command = [*user.prefix, sys.executable, "-c", CODE]
        done = subprocess.run(command, cwd=ROOT, env=user.environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True", "False"]


def test_where_there_is_no_way_it_says_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(unprivileged, "WAYS", (("no-such-program",), (sys.executable, "-c", "raise SystemExit(1)")))
    with unprivileged.as_ordinary_user() as user:
        assert user is None
    assert capsys.readouterr().err.startswith("No process can be started as an ordinary user here")


def test_an_administrator_is_not_taken_for_an_ordinary_user(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unprivileged, "WAYS", (("env",),))
    with unprivileged.as_ordinary_user() as user:
        assert user is None
    assert os.geteuid() == 0
