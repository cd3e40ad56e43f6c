"""The command line: the same engine without a window, for scripts, servers and clusters.

Progress and messages go to standard error, results to files or standard output. Exit codes: 0 all went well, 1 some
inputs failed, 2 nothing could be done, 130 interrupted.
"""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from typer.exceptions import TyperException

from core import __version__
from core.commandline.annotations import add_annotations
from core.commandline.beats import add_beats
from core.commandline.check import add_check
from core.commandline.feature_option import FeatureChoice
from core.commandline.search import add_search
from core.commandline.terminal import ALL_WELL, INTERRUPTED, NOTHING_DONE, SOME_FAILED, print_line, progress, say
from core.commandline.train import Terminal, add_commands, spread_lists
from core.errors import CommandError, log_handler, log_path, reason_for
from core.features.recipe import RECIPE_OF

if TYPE_CHECKING:
    from core.commandline.files import Analysed, Failure, Given, Outcome, Predicted


app = typer.Typer(
    name="groovescope",
    help="Analyse music: beats, bars, features per bar, and genre.\n\n"
    "Without a command, groovescope [PATH ...] opens the window with these clips.",
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
model_app = typer.Typer(help="List, show and verify genre models.", no_args_is_help=True)
benchmark_app = typer.Typer(help="Measure the speed of the program on this machine.", no_args_is_help=True)
app.add_typer(model_app, name="model")
app.add_typer(benchmark_app, name="benchmark")


class Cut(StrEnum):
    """What a row of the bar table is."""

    bars = "bars"
    beats = "beats"
    fixed = "fixed"


class TableFormat(StrEnum):
    """What the tables are written as."""

    csv = "csv"
    parquet = "parquet"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH ...", help="Audio files or folders.", show_default=False),
]


Locations = Annotated[
    list[str],
    typer.Argument(metavar="PATH ...", help="Audio files, folders or addresses (s3://…).", show_default=False),
]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command line such as ``["analyze", "song.mp3", "--out", "tables"]``; returns the exit code.

    Whatever goes wrong ends in one line on standard error, and unforeseen errors in the log with their traceback, which
    they show where GROOVESCOPE_DEBUG is set.
    """
    with _logged():
        return _run(arguments)


@contextmanager
def _logged() -> Iterator[None]:
    """Write what the program itself logs into the file of the window's log, not to standard error."""
    handler = log_handler(log_path())
    own = [logging.getLogger(name) for name in ("groovescope", "core")]
    for logger in own:
        logger.addHandler(handler)
    try:
        yield
    finally:
        for logger in own:
            logger.removeHandler(handler)
        handler.close()


def _run(arguments: Sequence[str] | None) -> int:
    try:
        words = spread_lists(sys.argv[1:] if arguments is None else arguments)
        result = app(args=words, prog_name="groovescope", standalone_mode=False)
        return result if isinstance(result, int) else ALL_WELL
    except TyperException as problem:
        message = problem.format_message().replace("Value error, ", "")
        return _fail(message) if message else NOTHING_DONE  # without a message the help has been shown
    except CommandError as problem:
        return _fail(str(problem))
    except (KeyboardInterrupt, typer.Abort):
        say("Interrupted.")
        return INTERRUPTED
    except BrokenPipeError:  # the reader of the output has closed it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SOME_FAILED
    except OSError as problem:
        return _fail(f"{problem.filename or 'the system'}: {problem.strerror or problem}")
    except Exception as problem:
        if os.environ.get("GROOVESCOPE_DEBUG"):
            raise
        return _fail(reason_for(problem))


def _fail(text: str) -> int:
    say(f"error: {text}")
    return NOTHING_DONE


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"groovescope {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Only the options that stand before a command."""


@app.command()
def analyze(
    paths: Locations,
    out: Annotated[Path, typer.Option("--out", help="Folder for the tables; created if missing.", show_default=False)],
    table_format: Annotated[TableFormat, typer.Option("--format", help="Format of the tables.")] = TableFormat.csv,
    cut: Annotated[
        Cut, typer.Option("--cut", help="Rows of bars.csv: tracked bars, beats, or bars of a fixed grid.")
    ] = Cut.bars,
    images: Annotated[
        bool, typer.Option("--images", help="Also write five pictures of each song, as PNG and arrays.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, help="Files at a time; default: one per core.", show_default=False),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="Resume an interrupted run into the same folder.")] = False,
    cluster: Annotated[
        str | None,
        typer.Option("--cluster", metavar="ADDRESS", help="Address of a Dask scheduler, such as tcp://host:8786."),
    ] = None,
    edits: Annotated[
        bool, typer.Option("--edits/--no-edits", help="Follow beats that were edited in your library, or ignore them.")
    ] = True,
    features: Annotated[
        FeatureChoice,
        typer.Option("--features", help="Columns of genre.csv: the 58 of the study, or extended by some 200 more."),
    ] = FeatureChoice.basic,
) -> int:
    """Write tables of songs, bars, beats and genre features.

    failures.csv lists the files that failed, with reasons; columns.csv defines each column. An interrupted run, or one
    with failed files, leaves a hidden folder: --resume then analyses only the rest.
    """
    from core.audio.locations import is_address
    from core.commandline.analyze import ExtractionOptions, extract
    from core.commandline.files import expand
    from core.errors import ExecutorLostError, FolderInUseError, VersionMismatchError, WritingError
    from core.library import default_catalogue_path
    from core.workers.machine import usable_cores

    files, failures = expand([path if is_address(path) else Path(path) for path in paths])
    if not files:
        raise CommandError("command.failed", reason=failures[0].reason)
    for failure in failures:
        say(f"error: {failure.reason}")
    n_workers, library = min(jobs or usable_cores(), len(files)), default_catalogue_path() if edits else None
    options = ExtractionOptions(
        out, table_format.value, cut.value, images, n_workers, resume, cluster, library, RECIPE_OF[features.value]
    )
    try:
        with progress() as advance:
            outcome = extract(files, failures, options, advance, _tell)
    except (WritingError, FolderInUseError, ExecutorLostError, VersionMismatchError) as problem:
        raise CommandError("command.failed", reason=problem) from None
    return _conclude(outcome, out, len(files) + len(failures))


def _tell(path: "Given", result: "Analysed | Predicted | Failure") -> None:
    """Failures and notes, as they come."""
    from core.audio.files import display_name
    from core.commandline.files import Failure

    if isinstance(result, Failure):
        say(f"error: {result.reason}")
    else:
        for note in result.notes:
            say(f"{display_name(Path(path))}: {note}")


def _conclude(outcome: "Outcome[Analysed]", out: Path, n_asked: int) -> int:
    from core.audio.files import display_name

    n_done, n_failed = len(outcome.results), len(outcome.failures)
    if outcome.interrupted:
        what = f"{n_done} of {n_asked} are in {out}" if n_done else "nothing was finished"
        say(f"Interrupted: {what}. Repeat the command with --resume to continue.")
        return INTERRUPTED
    if not n_done:
        if n_asked > 1:
            say(f"None of the {n_failed} files could be analysed; see {out / 'failures.csv'}.")
        return NOTHING_DONE
    for path, one in outcome.results.items():
        print_line(f"{display_name(Path(path))}: {one.findings.line()}")
    n_bars = sum(one.n_bars for one in outcome.results.values())
    failed = f" {n_failed} failed, see failures.csv." if n_failed else ""
    say(f"{_counted(n_done, 'song')} and {_counted(n_bars, 'bar')} are in {out}.{failed}")
    return SOME_FAILED if n_failed else ALL_WELL


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


@app.command()
def predict(
    paths: Paths,
    model: Annotated[
        Path | None,
        typer.Option(
            "--model", help="Model file, or its name in the list; default: the shipped model.", show_default=False
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object per file, one per line.")] = False,
) -> int:
    """Predict genres, for the whole piece and in windows."""
    from core.commandline.files import expand_files, predict_genres, run
    from core.commandline.predictions import GenreTable, JsonLines
    from core.errors import ModelError
    from core.genre.model import load_model
    from core.genre.store import find_model
    from core.workers.machine import usable_cores
    from models import shipped_model_path

    files, failures = expand_files(paths)
    if not files:
        raise CommandError("command.failed", reason=failures[0].reason)
    model = None if model is None else find_model(model)
    try:
        load_model(model or shipped_model_path())
    except ModelError as problem:
        raise CommandError("command.failed", reason=problem) from None
    for failure in failures:
        say(f"error: {failure.reason}")
    printer = JsonLines(files) if as_json else GenreTable(files)

    def receive(path: Path, result: "Predicted | Failure") -> None:
        from core.commandline.files import Failure

        if isinstance(result, Failure):
            say(f"error: {result.reason}")
        printer.take(path, result)

    # On one terminal, lines of JSON and a moving bar would spoil each other.
    with progress(shown=not (as_json and sys.stdout.isatty())) as advance:
        calls = [(file, predict_genres, (model,)) for file in files]
        outcome = run(calls, n_workers=min(usable_cores(), len(files)), report=advance, on_done=receive)
    printer.finish()
    if outcome.interrupted:
        say("Interrupted.")
        return INTERRUPTED
    if not outcome.results:
        return NOTHING_DONE
    return SOME_FAILED if outcome.failures or failures else ALL_WELL


@app.command()
def demo(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder to write to; created if missing.", show_default=False)
    ],
) -> int:
    """Write a demo clip (demo.flac) and a demo data set (dataset/), both synthesised."""
    from core.errors import in_words
    from core.synthesis.demo import write_dataset, write_demo_clip

    try:
        folder.mkdir(parents=True, exist_ok=True)
        with progress() as advance:
            advance(0.0, "demo.flac")
            write_demo_clip(folder / "demo.flac")
            entries = write_dataset(folder / "dataset", lambda fraction, text: advance(0.15 + 0.85 * fraction, text))
    except OSError as problem:
        raise CommandError("command.failed", reason=in_words(problem, folder)) from None
    labels = {entry.label for entry in entries}
    say(f"demo.flac and a data set of {len(entries)} clips with {len(labels)} labels are in {folder}.")
    return ALL_WELL


@model_app.command("list")
def list_model_files() -> int:
    """List the models of the training tab and the shipped one."""
    from core.genre.description import list_lines
    from core.genre.store import list_models

    models = list_models()
    for line in list_lines([one for one in models if one.passport is not None]):
        typer.echo(line)
    damaged = [one for one in models if one.passport is None]
    for one in damaged:
        say(f"error: {one.problem}")
    return SOME_FAILED if damaged else ALL_WELL


@model_app.command("show")
def show_model(
    file: Annotated[Path, typer.Argument(help="Model file, or its name in the list.", show_default=False)],
) -> int:
    """Show a genre model: its estimator, training data and scores."""
    from core.errors import ModelError
    from core.genre.description import describe_model
    from core.genre.store import find_model

    try:
        typer.echo(describe_model(find_model(file)))
    except ModelError as problem:
        raise CommandError("command.failed", reason=problem) from None
    return ALL_WELL


@model_app.command("verify")
def verify_model_file(
    file: Annotated[Path, typer.Argument(help="Model file, or its name in the list.", show_default=False)],
) -> int:
    """Check that a model file is valid and reproduces its stored predictions on this machine."""
    from core.genre.store import find_model
    from core.genre.verification import verify_model

    problems = verify_model(find_model(file))
    if problems:
        for problem in problems[:-1]:
            say(f"error: {problem}")
        raise CommandError("command.failed", reason=problems[-1])
    say(f"{file} is valid.")
    return ALL_WELL


_terminal = Terminal(say, progress, CommandError, ALL_WELL, SOME_FAILED, NOTHING_DONE, INTERRUPTED)
add_commands(app, _terminal)
add_search(app, _terminal)
add_beats(app)
add_annotations(app)
add_check(app)


if __name__ == "__main__":
    import multiprocessing

    multiprocessing.freeze_support()
    sys.exit(main())
