"""From a file, or from tracks of a library, to song sheets; in workers and threads beside the window."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core.export.song_sheet import SongSheet, song_sheet
from core.jobs.clip_reasons import reasons_in_brief
from core.language import tr
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis

SheetKind = Literal["pdf", "png"]


def sheet_of_file(emit: Emitter, path: Path, library: Path, model: Path | None = None) -> SongSheet:
    """In a worker: return the sheet of a file, from what the library has stored of it or from an analysis.

    Reasons for the genre are given where `model`, or the shipped one, has named it.
    """
    from core.analysis import analyse_clip
    from core.library.edit_store import corrected_grid, edited_sections
    from core.library.stored_clip import stored_clip

    stored = stored_clip(library, path)
    if stored is not None and stored.is_judged and stored.follows:
        analysis = stored.analysis
    else:
        analysis = analyse_clip(path, report=emit.report, corrected=partial(corrected_grid, library))
    sections = edited_sections(library, analysis.source.content_id) or analysis.sections
    return song_sheet(replace(analysis, sections=sections), reasons_in_brief(analysis, model))


def write_sheet(emit: Emitter, analysis: "ClipAnalysis", path: Path, model: Path | None = None) -> None:
    """Write the sheet of a clip, with reasons by a model; the ending of the name says whether as PDF or PNG."""
    from desktop.sheet.files import write_pdf, write_png

    emit.report(0.0, tr("Writing the song sheet"))
    sheet = song_sheet(analysis, reasons_in_brief(analysis, model, emit.report))
    if path.suffix.lower() == ".png":
        write_png(sheet, path)
    else:
        write_pdf([sheet], path)


def write_sheets(
    emit: Emitter, library: Path, ids: Sequence[int], path: Path, kind: SheetKind, model: Path | None = None
) -> tuple[int, list[str]]:
    """Write sheets of tracks: a PDF with a page for each, or a folder of pictures; with reasons by a model.

    Returns how many there are, and why there is none of others, a line each.
    """
    from core.audio.locations import path_of
    from core.errors import AudioError
    from core.export.annotation_files import free_stem
    from core.library import Catalogue
    from desktop.sheet.files import write_pdf, write_png

    with Catalogue.open(library, read_only=True) as catalogue:
        places = [catalogue.places([one]) for one in ids]
    files = [path_of(some[0]) if some else None for some in places]
    made: list[tuple[str, SongSheet]] = []
    faults: list[str] = []
    taken: set[str] = set()
    for number, file in enumerate(files):
        if file is None:
            faults.append(tr("A track has no file on this computer."))
            continue
        emit.report(
            number / len(files), tr("Song sheet {number:,} of {n_files:,}", number=number + 1, n_files=len(files))
        )
        try:
            made.append((free_stem(file.name, taken), sheet_of_file(emit, file, library, model)))
        except AudioError as problem:
            faults.append(str(problem))
    if made and kind == "pdf":
        write_pdf([sheet for _, sheet in made], path)
    elif made:
        for stem, sheet in made:
            write_png(sheet, path / f"{stem}.png")
    return len(made), faults
