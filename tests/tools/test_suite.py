"""What the closing lines say of sessions that went well, badly, or not to their end; each is a real one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import suite
from tools.pytest_account import read_account
from tools.suite import Outcome, closing_lines, exit_code, run_pytest

ALONE = ["-p", "no:cacheprovider", "-p", "xdist", "-p", "pytest_rerunfailures"]
N = 40

DEADLY = f"""
import os, pathlib, pytest, signal, time
HERE = pathlib.Path(__file__).parent

@pytest.mark.parametrize("number", range({N}))
def test_number(number):
    partner = {{0: {N // 2}, {N // 2}: 0}}.get(number)
    if partner is not None:
        (HERE / str(number)).touch()
        end = time.monotonic() + 60
        while not (HERE / str(partner)).exists() and time.monotonic() < end:
            time.sleep(0.01)
        os.kill(os.getpid(), signal.SIGKILL)
"""
"""Two workers that wait for each other, so that they die at once, with nearly all tests still to come."""

ENDED_BY_ITS_OWN_TEST = f"""
import os, pytest, signal

@pytest.mark.parametrize("number", range({N}))
def test_number(number):
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
"""

LUCKY_THE_SECOND_TIME = """
import pathlib
HERE = pathlib.Path(__file__).parent

def test_lucky():
    path = HERE / "once"
    before = path.exists()
    path.touch()
    assert before

def test_unlucky():
    assert False

def test_quiet():
    pass
"""


def write(folder: Path, text: str) -> str:
    path = folder / "test_small.py"
    path.write_text(text)
    return str(path)


def session(folder: Path, text: str, *arguments: str) -> Outcome:
    """Run a small session as the suite runs its own, without the plugins that take long to load."""
    environment = os.environ | {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    return run_pytest([*ALONE, *arguments, write(folder, text)], environment)


def test_two_workers_that_die_at_once_cost_no_test_but_their_own(tmp_path: Path) -> None:
    outcome = session(tmp_path, DEADLY, "-n", "2", "--dist=worksteal")
    assert outcome.code == 1
    assert outcome.account.not_run == []
    assert outcome.account.counts == {"passed": N - 2, "failed": 2}
    assert closing_lines([], [outcome])[-1].strip("= ").startswith(f"2 failed, {N - 2} passed in ")


def test_tests_that_did_not_run_are_counted_and_fail_the_suite(tmp_path: Path) -> None:
    outcome = session(tmp_path, DEADLY, "-n", "2", "--dist=worksteal", "--max-worker-restart=0")
    lost = len(outcome.account.not_run)
    assert lost > 0
    lines = closing_lines([], [outcome])
    assert lines[0] == f"NOT RUN: {lost} of {N} collected tests"
    assert lines[1].strip() == outcome.account.not_run[0]
    assert lines[-2] == f"    and {lost - suite.MOST_NAMES} more"
    assert f"1 error, {lost} not run in " in lines[-1]
    assert exit_code([], [outcome]) != 0


def test_a_session_that_is_killed_is_no_success(tmp_path: Path) -> None:
    outcome = session(tmp_path, ENDED_BY_ITS_OWN_TEST)
    assert outcome.code == -9
    assert len(outcome.account.not_run) == N - 5
    lines = closing_lines([], [outcome])
    assert lines[:2] == ["A session of pytest was ended by SIGKILL", f"NOT RUN: {N - 5} of {N} collected tests"]
    assert f"5 passed, 1 error, {N - 5} not run in " in lines[-1]
    assert exit_code([], [outcome]) == 9


def test_the_signal_that_ended_a_session_is_named() -> None:
    assert "A session of pytest was ended by SIGKILL" in closing_lines([], [Outcome(-9)])
    assert "A session of pytest was ended by signal 250" in closing_lines([], [Outcome(-250)])


def test_unrun_tests_fail_a_suite_whose_sessions_all_said_success() -> None:
    outcome = Outcome(0)
    outcome.account.add({"collected": ["a", "b"]})
    outcome.account.add({"test": "a", "category": "passed"})
    assert exit_code([], [outcome, Outcome(0)]) == 1
    assert closing_lines([], [outcome])[0] == "NOT RUN: 1 of 2 collected tests"


@pytest.mark.parametrize("workers", [[], ["-n", "1"]])
def test_every_retry_is_listed_by_name(tmp_path: Path, workers: list[str]) -> None:
    outcome = session(tmp_path, LUCKY_THE_SECOND_TIME, "--reruns=2", *workers)
    assert outcome.account.not_run == []
    title, lucky, unlucky, summary = closing_lines([], [outcome])
    assert title == "Tried again: 2 tests"
    assert lucky.endswith("test_small.py::test_lucky (once, then passed)")
    assert unlucky.endswith("test_small.py::test_unlucky (2 times, then failed)")
    assert summary.strip("= ").startswith("1 failed, 2 passed, 3 rerun in ")


def test_what_pytest_counts_is_counted(tmp_path: Path) -> None:
    text = """
import pytest, warnings

@pytest.fixture
def broken():
    raise OSError

@pytest.fixture
def breaks():
    yield
    raise OSError

def test_setup(broken): pass
def test_teardown(breaks): pass
def test_skipped(): pytest.skip("no")
def test_warning(): warnings.warn("careful")
@pytest.mark.xfail
def test_expected(): assert False
@pytest.mark.xfail
def test_unexpected(): pass
"""
    outcome = session(tmp_path, text)
    assert outcome.account.not_run == []
    summary = closing_lines([], [outcome])[-1].strip("= ")
    assert summary.startswith("2 passed, 1 skipped, 1 xfailed, 1 xpassed, 1 warning, 2 errors in ")


def test_a_file_that_cannot_be_collected_is_an_error(tmp_path: Path) -> None:
    outcome = session(tmp_path, "import nonsense_that_is_not_there")
    assert exit_code([], [outcome]) != 0
    assert " error" in closing_lines([], [outcome])[-1]


def test_failed_checks_fail_a_suite_of_passed_tests(tmp_path: Path) -> None:
    outcome = session(tmp_path, "def test_quiet(): pass")
    assert exit_code([], [outcome]) == 0
    assert exit_code(["mypy"], [outcome]) == 1
    assert closing_lines(["mypy", "ruff check"], [outcome])[0] == "Failed: mypy, ruff check"


def test_a_selection_that_is_empty_in_all_sessions_is_no_success(tmp_path: Path) -> None:
    empty = session(tmp_path, "def test_quiet(): pass", "-k", "nothing")
    full = session(tmp_path, "def test_quiet(): pass")
    assert exit_code([], [empty]) == suite.NO_TESTS
    assert exit_code([], [empty, full]) == 0
    assert closing_lines([], [empty])[-1].strip("= ").startswith("no tests ran in ")


def test_the_summaries_of_several_sessions_become_one(tmp_path: Path) -> None:
    outcomes = [Outcome(0, seconds=300.1), Outcome(1, seconds=9.9)]
    for name in ("a", "b"):
        outcomes[0].account.add({"test": name, "category": "passed"})
    outcomes[1].account.add({"test": "c", "category": "failed"})
    assert closing_lines([], outcomes)[-1].strip("= ") == "1 failed, 2 passed in 310.00s"


def test_the_slowest_files_are_named_with_all_that_their_tests_took(tmp_path: Path) -> None:
    quick, slow = Outcome(0), Outcome(0)
    quick.account.add({"test": "tests/test_quick.py::test_one", "category": "passed", "seconds": 9.0})
    for when in ({"seconds": 11.0}, {"category": "passed", "seconds": 80.0}):
        slow.account.add({"test": "tests/test_slow.py::test_two"} | when)
    lines = closing_lines([], [quick, slow])
    assert [line.split() for line in lines[:-1]][1:] == [["91", "s", "91.0%", "tests/test_slow.py"]]
    measured = session(tmp_path, "def test_quiet(): sum(range(3_000_000))").account.seconds
    assert [seconds > 0 for seconds in measured.values()] == [True]


def test_collecting_alone_leaves_no_account(tmp_path: Path) -> None:
    outcome = session(tmp_path, "def test_quiet(): pass", "--collect-only")
    assert outcome.account.collected == set()
    assert exit_code([], [outcome]) == 0


def test_an_account_that_was_cut_off_tells_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "account.jsonl"
    path.write_text('{"collected": ["a", "b"]}\n{"test": "a", "category": "passed"}\n{"test": "b", "cat')
    assert read_account(path).not_run == ["b"]
    assert read_account(tmp_path / "none").not_run == []


def test_tests_that_run_in_turn_wait_for_each_other_in_all_workers(tmp_path: Path) -> None:
    (tmp_path / "tests").mkdir()
    for name in ("conftest.py", "waiting.py"):
        (tmp_path / "tests" / name).write_bytes((suite.ROOT / "tests" / name).read_bytes())
    text = """
import os, pathlib, pytest, time
HERE = pathlib.Path(__file__).parent

@pytest.mark.in_turn("small")
@pytest.mark.parametrize("number", range(8))
def test_number(number):
    os.close(os.open(HERE / "taken", os.O_CREAT | os.O_EXCL))
    time.sleep(0.05)  # long enough for the other worker to come
    (HERE / "taken").unlink()
"""
    write(tmp_path / "tests", text)
    command = [sys.executable, "-m", "pytest", "-n", "2", "--dist=worksteal", "--rootdir", str(tmp_path)]
    command += ["-c", str(suite.ROOT / "pyproject.toml"), str(tmp_path / "tests")]
    done = subprocess.run(command, cwd=suite.ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "8 passed" in done.stdout


def test_workers_read_the_configuration_of_the_main_process(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of one name in two folders can only be collected in the import mode that the configuration sets."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest]\ntestpaths = ["tests"]\naddopts = ["--import-mode=importlib"]\n', encoding="utf-8"
    )
    for folder in ("one", "other"):
        (tmp_path / "tests" / folder).mkdir(parents=True)
        (tmp_path / "tests" / folder / "test_it.py").write_text("def test_it() -> None:\n    pass\n", encoding="utf-8")
    root = suite.ROOT
    monkeypatch.setattr(suite, "ROOT", tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(root))
    outcome = run_pytest(["-n", "2"])
    assert outcome.code == 0
    assert outcome.account.ran == {"tests/one/test_it.py::test_it", "tests/other/test_it.py::test_it"}
