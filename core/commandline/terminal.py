"""What the commands need of the terminal: exit codes, messages and a progress bar."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from core.progress import Report

ALL_WELL, SOME_FAILED, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130


class CommandError(Exception):
    """Nothing could be done; the text is one line that says what is wrong and what to do."""


def say(text: str) -> None:
    """One line on standard error, whatever `text` holds."""
    line = " ".join(text.split())
    encoding = sys.stderr.encoding or "utf-8"
    sys.stderr.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    sys.stderr.flush()


@contextmanager
def progress(*, shown: bool = True) -> "Iterator[Report]":
    """A bar with a time estimate on standard error while the block runs; nothing where that is no terminal."""
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    console = Console(stderr=True)
    columns = (BarColumn(), TaskProgressColumn(), TimeRemainingColumn(), TextColumn("{task.description}"))
    hidden = not (shown and console.is_terminal)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, disable=hidden) as bar:
        task = bar.add_task("starting", total=1.0)

        def advance(fraction: float, text: str) -> None:
            bar.update(task, completed=fraction, description=escape(text))

        yield advance
