"""A plugin of pytest that notes what is collected and what comes of each test.

Its option is `--account FILE`. The file is written line by line and so tells what happened up to the end, whatever
ended the session: an error inside xdist, say, or the kernel, in want of memory.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest


class AccountWriter:
    """Write one JSON object a line: what was collected, the reports that count, and the warnings.

    Parameters
    ----------
    path : Path
        The file that is appended to.
    config : pytest.Config
        Of the session; its plugins name the category of a report.
    """

    def __init__(self, path: Path, config: pytest.Config) -> None:
        self._file = path.open("a", encoding="utf-8", buffering=1)
        self._config = config

    def pytest_collection_finish(self, session: pytest.Session) -> None:
        """Note the tests of a session in one process."""
        self._note(collected=[item.nodeid for item in session.items])

    @pytest.hookimpl(optionalhook=True)
    def pytest_xdist_node_collection_finished(self, node: object, ids: Sequence[str]) -> None:
        """Note the tests of a session in several processes."""
        self._note(collected=list(ids))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long a part of a test took, and its category where pytest would count it."""
        category = self._config.hook.pytest_report_teststatus(report=report, config=self._config)[0]
        counted = {"category": category} if category else {}  # setups and teardowns that went well are not counted
        self._note(test=report.nodeid, seconds=round(report.duration, 3), **counted)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """Note a file that cannot be collected."""
        if report.failed:
            self._note(category="error")

    def pytest_warning_recorded(self) -> None:
        """Note a warning."""
        self._note(category="warning")

    def _note(self, **what: Any) -> None:
        self._file.write(json.dumps(what) + "\n")


@dataclass
class Account:
    """What is known of a session afterwards."""

    collected: set[str] = field(default_factory=set)
    """The names of its tests."""

    ran: set[str] = field(default_factory=set)
    """Those that came to an end, if only because their process did."""

    counts: Counter[str] = field(default_factory=Counter)
    """How many reports are of each of pytest's categories."""

    retries: Counter[str] = field(default_factory=Counter)
    """How often each test was tried again."""

    failed: set[str] = field(default_factory=set)
    """The names of tests that failed in the end, or whose setup or teardown did."""

    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    """How long each test took with its setup and teardown; every try of it counts."""

    @property
    def not_run(self) -> list[str]:
        """The names of the tests that were collected and came to no end."""
        return sorted(self.collected - self.ran)

    def add(self, line: dict[str, Any]) -> None:
        """Take one line of the file."""
        self.collected.update(line.get("collected", ()))
        category, test = line.get("category"), line.get("test")
        if test is not None:
            self.seconds[test] += line.get("seconds", 0)
        if category is None:
            return
        self.counts[category] += 1
        if test is not None and category == "rerun":
            self.retries[test] += 1
        elif test is not None:
            self.ran.add(test)
            if category in ("failed", "error"):
                self.failed.add(test)


def read_account(path: Path) -> Account:
    """Return what a session has noted; a last line that was cut off is left out."""
    account = Account()
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                account.add(json.loads(line))
            except ValueError:
                break
    return account


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that names the file."""
    parser.addoption("--account", type=Path, metavar="FILE", help="append what is collected and what comes of it")


def pytest_configure(config: pytest.Config) -> None:
    """Begin to write, in the process that hears of all tests."""
    path = config.getoption("--account")
    if path is not None and not hasattr(config, "workerinput") and not config.option.collectonly:
        config.pluginmanager.register(AccountWriter(path, config), "groovescope-account")
