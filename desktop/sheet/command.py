"""Add `groovescope sheet`, which core's command line cannot have: it imports no Qt."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.commandline.app import app
from core.commandline.terminal import ALL_WELL, INTERRUPTED, NOTHING_DONE, SOME_FAILED, progress, say
from core.errors import CommandError

if TYPE_CHECKING:
    from core.commandline.files import Failure
    from core.export.song_sheet import SongSheet

TOGETHER = "sheets"
"""Name of the PDF that holds all sheets, without its ending."""


class SheetFormat(StrEnum):
    """What sheets are written as."""

    pdf = "pdf"
    png = "png"
    both = "both"


@app.command()
def sheet(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH ...", help="Audio files or folders.", show_default=False)
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder for the sheets; created if missing.", show_default=False)],
    kind: Annotated[
        SheetFormat, typer.Option("--format", help="A PDF, a PNG, or both of each song.")
    ] = SheetFormat.both,
    together: Annotated[
        bool, typer.Option("--together", help=f"One {TOGETHER}.pdf with a page for each song, in place of a PDF each.")
    ] = False,
    jobs: Annotated[
        int | None,
        typer.Option("--jobs", min=1, help="Files at a time; default: one per core.", show_default=False),
    ] = None,
    library: Annotated[
        Path | None,
        typer.Option("--library", help="Library whose corrections count; yours if not given.", show_default=False),
    ] = None,
) -> int:
    """Write a song sheet: one page with tempo, key, loudness, sections, chords and genre, as song.pdf and song.png.

    Beats and sections corrected in the library take the place of those that are found.
    """
    from core.commandline.files import expand_files, run
    from core.export.annotation_files import free_stem
    from core.library import default_catalogue_path
    from core.workers.machine import usable_cores
    from desktop.sheet.making import sheet_of_file

    files, failures = expand_files(paths)
    if not files:
        raise CommandError("command.failed", reason=failures[0].reason)
    for failure in failures:
        say(f"error: {failure.reason}")
    store = library or default_catalogue_path()
    calls = [(file, sheet_of_file, (store,)) for file in files]
    with progress() as advance:
        outcome = run(calls, n_workers=min(jobs or usable_cores(), len(files)), report=advance, on_done=_tell)
    taken = {TOGETHER} if together else set()
    stems = {file: free_stem(file.name, taken) for file in files}
    made = [(stems[file], outcome.results[file]) for file in files if file in outcome.results]
    if made:
        _write(made, out, kind, together)
        say(f"{len(made)} song {'sheet' if len(made) == 1 else 'sheets'} of {len(files)} in {out}.")
    if outcome.interrupted:
        return INTERRUPTED
    if not made:
        return NOTHING_DONE
    return SOME_FAILED if outcome.failures or failures else ALL_WELL


def _write(made: "list[tuple[str, SongSheet]]", out: Path, kind: SheetFormat, together: bool) -> None:
    from desktop.sheet.files import write_pdf, write_png

    if kind is not SheetFormat.png and together:
        write_pdf([one for _, one in made], out / f"{TOGETHER}.pdf")
    for stem, one in made:
        if kind is not SheetFormat.png and not together:
            write_pdf([one], out / f"{stem}.pdf")
        if kind is not SheetFormat.pdf:
            write_png(one, out / f"{stem}.png")


def _tell(_path: Path, result: "SongSheet | Failure") -> None:
    from core.commandline.files import Failure

    if isinstance(result, Failure):
        say(f"error: {result.reason}")
