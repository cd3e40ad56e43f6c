"""Adds `groovescope benchmark extraction`, `batch` and `library` to the command line."""

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


@benchmark_app.command("batch")
def batch(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="[PATH ...]", help="Audio files or folders; absent, invented clips.")
    ] = None,
    clips: Annotated[int, typer.Option("--clips", min=2, help="How many clips to invent, or to take.")] = 24,
    memory_clips: Annotated[
        int, typer.Option("--memory-clips", min=4, help="Analyses by one process, to see its memory.")
    ] = 60,
) -> int:
    """What a second worker brings, what a Dask cluster costs and changes, and whether memory stays flat."""
    import tempfile

    from core.batch import expand_files
    from core.benchmarks.batch import run

    with tempfile.TemporaryDirectory() as folder:
        files, failures = expand_files(paths) if paths else (_invented(Path(folder), clips), [])
        for failure in failures:
            say(f"error: {failure.reason}")
        if not files:
            raise CommandError("There is no music to measure with; name a clip.")
        for line in run([file.absolute() for file in files[:clips]], memory_clips):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
    return SOME_FAILED if failures else ALL_WELL


def _invented(folder: Path, count: int) -> list[Path]:
    import soundfile

    from core.synthesis import synthesise

    say(f"inventing {count} clips of 30 s")
    files = []
    for number in range(count):
        clip = synthesise(30.0, seed=number, sr=22050)
        files.append(folder / f"clip {number}.wav")
        soundfile.write(files[-1], clip.y, clip.sr)
    return files


@benchmark_app.command("library")
def library(
    tracks: Annotated[int, typer.Option("--tracks", min=1000, help="How many tracks to invent.")] = 100_000,
) -> int:
    """How quickly a large library opens, filters, sorts and finds what is similar."""
    from core.benchmarks.library import run

    for line in run(tracks):
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
    return ALL_WELL
