"""What the commands need of the terminal: exit codes, messages and a progress bar."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from core.pace import Pace, time_left_text
from core.progress import Report

ALL_WELL, SOME_FAILED, NOTHING_DONE, INTERRUPTED = 0, 1, 2, 130


def say(text: str) -> None:
    """Write `text` to standard error as one line, whatever it holds."""
    _write_line(text, sys.stderr)


def print_line(text: str) -> None:
    """Write a result to standard output as one line, whatever it holds."""
    _write_line(text, sys.stdout)


def _write_line(text: str, stream: TextIO) -> None:
    line = " ".join(text.split())
    encoding = stream.encoding or "utf-8"
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()


@contextmanager
def progress(*, shown: bool = True, with_time_left: bool = True) -> "Iterator[Report]":
    """Show a bar on standard error while the block runs; nothing where that is no terminal.

    Parameters
    ----------
    shown : bool
        Whether to show it at all.
    with_time_left : bool
        Whether to estimate the time left; not for work that says so in its texts.
    """
    from rich.console import Console
    from rich.markup import escape
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn

    console = Console(stderr=True)
    columns = (BarColumn(), TaskProgressColumn(), TextColumn("{task.fields[left]}"), TextColumn("{task.description}"))
    pace = Pace()
    hidden = not (shown and console.is_terminal)
    with Progress(*columns, console=console, transient=True, redirect_stdout=False, disable=hidden) as bar:
        task = bar.add_task("starting", total=1.0, left="")

        def advance(fraction: float, text: str) -> None:
            seconds = pace.update(fraction, 1.0, time.monotonic())
            left = time_left_text(seconds) if with_time_left else ""
            bar.update(task, completed=fraction, description=escape(text), left=left)

        yield advance
