"""Add `groovescope annotations` to the command line."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.commandline.terminal import ALL_WELL, INTERRUPTED, NOTHING_DONE, SOME_FAILED, progress, say
from core.errors import CommandError, WritingError

if TYPE_CHECKING:
    from core.commandline.files import Failure


class Kind(StrEnum):
    """What annotations are written as; see `core.export.annotation_files`."""

    jams = "jams"
    audacity = "audacity"
    svl = "svl"
    beats = "beats"
    midi = "midi"


def add_annotations(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(annotations)


def annotations(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH ...", help="Audio files or folders.", show_default=False)
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the files; created if missing.", show_default=False)],
    kind: Annotated[
        Kind,
        typer.Option(
            "--format", help="JAMS, label tracks of Audacity, layers of Sonic Visualiser, beats, or MIDI tempo map."
        ),
    ] = Kind.jams,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, help="Files at a time; default: one per core.", show_default=False),
    ] = None,
    library: Annotated[
        Path | None,
        typer.Option("--library", help="Library whose corrected beats count; yours if not given.", show_default=False),
    ] = None,
) -> int:
    """Write beats, bars, sections, chords and key of each song, for other programs.

    A song's files have its name: song.jams, song.beats, song.mid, or "song beats.txt", "song bars.svl" … Beats
    corrected in the library take the place of those that are found.
    """
    from core.commandline.files import expand_files, run, write_song_annotations
    from core.export.annotation_files import free_stem
    from core.library import default_catalogue_path
    from core.workers.machine import usable_cores

    files, failures = expand_files(paths)
    if not files:
        raise CommandError("command.failed", reason=failures[0].reason)
    for failure in failures:
        say(f"error: {failure.reason}")
    taken: set[str] = set()
    store = library or default_catalogue_path()
    arguments = [(out, free_stem(file.name, taken), kind.value, store) for file in files]
    calls = [(file, write_song_annotations, one) for file, one in zip(files, arguments, strict=True)]
    try:
        with progress() as advance:
            outcome = run(calls, n_workers=min(jobs or usable_cores(), len(files)), report=advance, on_done=_tell)
    except WritingError as problem:
        raise CommandError("command.failed", reason=problem) from None
    if outcome.interrupted:
        say(f"Interrupted: {len(outcome.results)} of {len(files)} are in {out}.")
        return INTERRUPTED
    if not outcome.results:
        return NOTHING_DONE
    n_files = sum(outcome.results.values())
    say(f"{n_files} {'file' if n_files == 1 else 'files'} of {len(outcome.results)} of {len(files)} songs in {out}.")
    return SOME_FAILED if outcome.failures or failures else ALL_WELL


def _tell(_path: Path, result: "int | Failure") -> None:
    from core.commandline.files import Failure

    if isinstance(result, Failure):
        say(f"error: {result.reason}")
