"""The command `groovescope benchmark window`, which core's command line cannot have: it imports no Qt."""

from typing import Annotated

import typer

from core.commandline.app import benchmark_app


@benchmark_app.command("window")
def window(
    long_file: Annotated[bool, typer.Option(help="Also measure with a file of two hours; takes minutes.")] = True,
) -> int:
    """Measure start time, smoothness and memory of the window."""
    from desktop.benchmarks.window import run

    return run(long_file)
