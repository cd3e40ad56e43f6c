import importlib.util
import subprocess
import sys

import pytest

import run
from tools.__main__ import VERBS, main
from tools.system import ROOT


def test_the_verbs_that_run_knows_are_those_of_the_tools() -> None:
    assert set(run.TOOLS) == set(VERBS)
    assert all(importlib.util.find_spec(module) for module in VERBS.values())


@pytest.mark.parametrize("arguments", [[], ["nonsense"]])
def test_no_verb_is_one_line_that_names_them_all(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    error = capsys.readouterr().err
    assert all(verb in error for verb in VERBS)
    assert error.count("\n") == 1


def test_lint_refuses_arguments_in_one_line() -> None:
    command = [sys.executable, "-m", "tools", "lint", "core"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (2, "error: lint takes no arguments.\n")
