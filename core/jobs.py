"""What the window lets workers do: plain functions for `core.executor`, importing what they need when they run."""

import contextlib
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.executor import Emitter

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis
    from core.export import Format
    from core.genre_model import GenrePrediction
    from core.genre_windows import GenreWindows
    from core.library.judging import Judged


def prepare_analysis() -> None:
    """Import what the first analysis needs, before anybody waits for it."""
    import core.analysis

    prepare = getattr(core.analysis, "prepare", None)
    if prepare is not None:
        prepare()


def analyse(emit: Emitter, path: Path, model: Path | None = None) -> "ClipAnalysis":
    """`core.analysis.analyse_clip`, with the preview as a partial result.

    Where `model` cannot be used the shipped one speaks, and the first note says so.
    """
    from core.analysis import analyse_clip
    from core.model_store import usable_model

    usable, note = usable_model(model)
    analysis = analyse_clip(path, model=usable, report=emit.report, on_preview=emit.partial)
    return replace(analysis, notes=(note, *analysis.notes)) if note else analysis


def judge_again(
    emit: Emitter, windows: "GenreWindows", duration: float, model: Path | None
) -> tuple["GenrePrediction | None", tuple[str, ...], str]:
    """`core.analysis.judge` with another model, and one line where the shipped one had to speak in its place."""
    from core.analysis import judge
    from core.model_store import usable_model

    emit.report(0.0, "Asking the genre model")
    usable, note = usable_model(model)
    return *judge(windows, duration, usable), note


def judge_library(emit: Emitter, catalogue: Path, model: Path | None) -> tuple["Judged", str]:
    """`core.library.judging.judge_library`, and one line where the shipped model had to speak in its place."""
    from core.genre_model import load_model
    from core.library import Catalogue
    from core.library.judging import judge_library as judge
    from core.model_store import usable_model
    from models import shipped_model_path

    usable, note = usable_model(model)
    with Catalogue.open(catalogue) as opened:
        return judge(opened.judgements, load_model(usable or shipped_model_path()), emit.report), note


def write_tables(emit: Emitter, analysis: "ClipAnalysis", folder: Path) -> Sequence[Path]:
    """Write songs.csv, bars.csv, beats.csv and genre.csv into `folder`; returns them."""
    from core.export import write_tables as write

    emit.report(0.0, "Writing tables")
    return write([analysis], folder)


def export_tables(emit: Emitter, analysis: "ClipAnalysis", parent: Path) -> Path:
    """Write the tables and what their columns mean into a new folder in `parent`, named after the clip; returns it."""
    from core.columns import BEAT_COLUMNS
    from core.export import write_data_dictionary

    folder = new_folder(parent, analysis.preview.path.stem)
    write_tables(emit, analysis, folder)
    write_data_dictionary(BEAT_COLUMNS, folder / "columns.csv")
    return folder


def export_library(
    emit: Emitter, catalogue: Path, ids: Sequence[int], parent: Path, name: str, file_format: "Format"
) -> Path:
    """Write the tables of some tracks of a library into a new folder in `parent`; returns it.

    Without a result (cancelled, failed) the folder is gone again.
    """
    from core.library import Catalogue
    from core.library.export import export_selection

    folder = new_folder(parent, name)
    try:
        with Catalogue.open(catalogue, read_only=True) as opened:
            export_selection(opened, ids, folder, file_format, report=emit.report)
    except BaseException:
        with contextlib.suppress(OSError):
            folder.rmdir()
        raise
    return folder


def new_folder(parent: Path, name: str) -> Path:
    """Make `name`, or `name 2`, `name 3` … where that is taken, so that nothing is written over."""
    number = 1
    while True:
        folder = parent / (name if number == 1 else f"{name} {number}")
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            number += 1
        else:
            return folder


def find_audio(emit: Emitter, paths: Sequence[Path]) -> list[Path]:
    """The audio files among `paths` and in the folders among them, in natural order in each folder."""
    from core.audio_files import find_audio_files

    found: list[Path] = []
    for number, path in enumerate(paths):
        emit.report(number / len(paths), f"Looking for music in {path.name}")
        found.extend(find_audio_files(path) if path.is_dir() else [path])
    return found
