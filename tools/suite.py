"""All checks and all tests, and a closing account that hides nothing."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from tools.lint import failed_checks
from tools.numba_cache import WARM_CACHE, warm_numba
from tools.pytest_account import Account, read_account
from tools.system import ROOT, install_system_packages, missing_packages, missing_test_packages, say
from tools.unprivileged import as_ordinary_user, is_administrator

NO_TESTS = 5
"""pytest's exit code when nothing was selected."""

WORDS = ("failed", "passed", "skipped", "xfailed", "xpassed", "warning", "error", "rerun", "not run")
SERIAL_FOLDERS = ("tests/e2e", "tests/benchmarks")
"""Where `tests/conftest.py` marks all tests as serial; to collect the others once more would take half a minute."""

MOST_NAMES = 20
SLOWEST_FILES = 12
SLOW_SECONDS = 10.0
"""Files of tests that take longer in all are named, the slowest first, so that the suite can be kept short."""


@dataclass
class Outcome:
    """What came of one or more sessions of pytest."""

    code: int
    account: Account = field(default_factory=Account)
    seconds: float = 0.0


def main(arguments: Sequence[str]) -> int:
    """Run all checks and all tests but those of the stand-alone program; arguments go to one session of pytest.

    Returns
    -------
    int
        0 when the checks found nothing, every collected test has run and none has failed.
    """
    install_system_packages(missing_packages() + missing_test_packages())
    if arguments:
        failed, outcomes = failed_checks(), [run_pytest(arguments)]
    else:
        with warm_numba() as numba_cache:  # most of the checks keep one core busy
            failed, outcomes = failed_checks(), run_all(numba_cache())
    for line in closing_lines(failed, outcomes):
        print(line, flush=True)
    return exit_code(failed, outcomes)


def run_all(numba_cache: Path) -> list[Outcome]:
    """Run the whole suite in its three sessions.

    Tests that need the machine to themselves (real windows, real sound, time limits) run after all others, one at a
    time, and are tried again when they fail, since a busy machine cuts into real time. Tests of what an ordinary user
    may not do run once more as one where this process is an administrator's, whom nothing is forbidden.
    """
    hang = "--timeout-method=thread"  # ends a worker that hangs even inside Qt; xdist replaces it and goes on
    several = [hang, "-n", "auto", "--maxprocesses=4", "--dist=worksteal"]
    outcomes = []
    with ExitStack() as stack:
        user = stack.enter_context(as_ordinary_user()) if is_administrator() else None
        apart = " and not unprivileged" if user else ""
        environment = os.environ | {WARM_CACHE: str(numba_cache)}
        outcomes.append(run_pytest([*several, "-m", f"not serial and not frozen{apart}"], environment))
        alone = [hang, "-n", "1", "--reruns=2", "-m", "serial and not frozen", *SERIAL_FOLDERS]
        outcomes.append(run_pytest(alone, environment))
        if user:
            say("The tests of what an ordinary user may not do, as one:")
            outcomes.append(run_pytest(["-m", "unprivileged", *unprivileged_files()], user.environment, user.prefix))
    return outcomes


def unprivileged_files() -> list[str]:
    """Return the files with tests of what an ordinary user may not do, so that not all have to be collected."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    return [str(path) for path in files if "pytest.mark.unprivileged" in path.read_text(encoding="utf-8")]


def run_pytest(
    arguments: Sequence[str], environment: Mapping[str, str] = os.environ, prefix: Sequence[str] = ()
) -> Outcome:
    """Run one session of pytest in a process of its own.

    Parameters
    ----------
    arguments : sequence of str
        The arguments of pytest.
    environment : mapping
        The variables of its process; its temporary folder must be one that it may write to.
    prefix : sequence of str
        A command that starts the process as somebody else.

    Returns
    -------
    Outcome
        Of all tests that were collected, however the session ended.
    """
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="groovescope-account-", dir=environment.get("TMPDIR")) as folder:
        Path(folder).chmod(0o777)
        path = Path(folder) / "account.jsonl"
        # One word with "=": by itself the path, which exists by then, would decide the root directory of xdist's
        # workers, which then would not read pyproject.toml.
        command = [*prefix, sys.executable, "-m", "pytest", "-p", "tools.pytest_account", f"--account={path}"]
        # Compiled tests are kept for the next session: pytest takes ten seconds to compile all of them.
        kept = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
        code = subprocess.call([*command, "--color=no", *arguments], cwd=ROOT, env=kept)
        return Outcome(code, read_account(path), time.monotonic() - started)


def exit_code(failed_checks: Sequence[str], outcomes: Sequence[Outcome]) -> int:
    """Return 0 when all is well; pytest's code where it says what is not, else 1."""
    codes = [abs(outcome.code) for outcome in outcomes if outcome.code != NO_TESTS]
    code = max(codes, default=NO_TESTS)
    return code or int(bool(failed_checks) or any(outcome.account.not_run for outcome in outcomes))


def closing_lines(failed_checks: Sequence[str], outcomes: Sequence[Outcome]) -> list[str]:
    """Return what the suite ends with: failed checks, retries, tests that did not run, and a summary as pytest's."""
    lines = [f"Failed: {', '.join(failed_checks)}"] if failed_checks else []
    lines += [f"A session of pytest was ended by {signal_name(-one.code)}" for one in outcomes if one.code < 0]
    retries = [line for outcome in outcomes for line in retry_lines(outcome.account)]
    if retries:
        lines += [f"Tried again: {len(retries)} {'test' if len(retries) == 1 else 'tests'}", *retries]
    not_run = [test for outcome in outcomes for test in outcome.account.not_run]
    if not_run:
        collected = sum(len(outcome.account.collected) for outcome in outcomes)
        lines.append(f"NOT RUN: {len(not_run)} of {collected} collected tests")
        lines += [f"    {test}" for test in not_run[:MOST_NAMES]]
        lines += [f"    and {len(not_run) - MOST_NAMES} more"] if len(not_run) > MOST_NAMES else []
    return [*lines, *slowest_lines(outcomes), summary(outcomes)]


def slowest_lines(outcomes: Sequence[Outcome]) -> list[str]:
    """Return a line for each of the slowest files of tests, with their time and its share of all tests' time."""
    files: defaultdict[str, float] = defaultdict(float)
    for outcome in outcomes:
        for test, seconds in outcome.account.seconds.items():
            files[test.partition("::")[0]] += seconds
    slow = sorted((file for file in files if files[file] > SLOW_SECONDS), key=lambda file: -files[file])[:SLOWEST_FILES]
    whole = sum(files.values())
    lines = [f"    {files[file]:6.0f} s {files[file] / whole:6.1%}  {file}" for file in slow]
    return ["The slowest files of tests:", *lines] if lines else []


def signal_name(number: int) -> str:
    """Return the name of a signal, or its number where this system has no such signal."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def retry_lines(account: Account) -> list[str]:
    """Return a line for each test that was tried again: how often, and what came of it."""
    ends = {test: "failed" if test in account.failed else "passed" for test in account.retries}
    times = {test: "once" if number == 1 else f"{number} times" for test, number in account.retries.items()}
    return [f"    {test} ({times[test]}, then {ends[test]})" for test in sorted(account.retries)]


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return one line in pytest's form for several sessions.

    A session that broke off, or left tests unrun, counts as an error, so that a reader of this line alone sees it.
    """
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        account = outcome.account
        counts += account.counts
        counts["not run"] += len(account.not_run)
        counts["error"] += int(bool(account.not_run) or outcome.code not in (0, 1, NO_TESTS))
    parts = [f"{counts[word]} {plural(word, counts[word])}" for word in WORDS if counts[word]]
    seconds = sum(outcome.seconds for outcome in outcomes)
    return f" {', '.join(parts) or 'no tests ran'} in {seconds:.2f}s ".center(80, "=")


def plural(word: str, number: int) -> str:
    """Return a category as pytest's summary writes it."""
    return f"{word}s" if word in ("warning", "error") and number != 1 else word
