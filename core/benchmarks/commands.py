"""Adds `groovescope benchmark extraction` to the command line."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from core.cli import ALL_WELL, SOME_FAILED, CommandError, benchmark_app, say
from resources import resource_path

DEMO = "demo.flac"


@benchmark_app.command("extraction")
def extraction(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH ...]", help="Audio files or folders; the demo clip when absent."),
    ] = None,
) -> int:
    """How many times faster than by librosa's calls the tables are made, on one core, and whether the numbers agree."""
    from core.batch import expand_files

    files, failures = expand_files(paths or [resource_path(DEMO)])
    for failure in failures:
        say(f"error: {failure.reason}")
    if not files:
        raise CommandError("There is no music to measure with; name a clip.")
    try:
        import librosa  # noqa: F401  the reference, which the stand-alone program does not carry
    except ImportError:
        raise CommandError("librosa is not part of this program; run the benchmark from its source folder.") from None
    from threadpoolctl import threadpool_limits

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from core.benchmarks.extraction import run

    with threadpool_limits(1):
        for line in run(files):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return SOME_FAILED if failures else ALL_WELL
