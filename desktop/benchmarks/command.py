"""Adds `groovescope benchmark window` to the command line, which as a part of core knows no window."""

from typing import Annotated

import typer

from core.commandline.app import benchmark_app


@benchmark_app.command("window")
def window(
    long_file: Annotated[
        bool, typer.Option(help="Also make, open and analyse a file of two hours, which takes minutes.")
    ] = True,
) -> int:
    """How soon the window is there, draws, answers; how smooth it moves; what it needs."""
    from desktop.benchmarks.window import run

    return run(long_file)
