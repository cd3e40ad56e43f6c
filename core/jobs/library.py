"""What a worker does for the library tab."""

import contextlib
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.file_names import numbered, safe_name
from core.language import tr
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.export.annotation_files import AnnotationFormat
    from core.export.tables import Format
    from core.library.annotations import WrittenAnnotations
    from core.library.judging import Judged
    from core.library.playlists import PlaylistKind
    from core.messages import Note


def judge_library(emit: Emitter, catalogue: Path, model: Path | None) -> tuple["Judged", "Note | None"]:
    """`core.library.judging.judge_library`, and a note where the shipped model had to speak in its place."""
    from core.genre.model import load_model
    from core.genre.store import usable_model
    from core.library import Catalogue
    from core.library.judging import judge_library as judge
    from models import shipped_model_path

    usable, note = usable_model(model)
    with Catalogue.open(catalogue) as opened:
        return judge(opened.judgements, load_model(usable or shipped_model_path()), emit.report), note


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


def export_annotations(
    emit: Emitter, catalogue: Path, ids: Sequence[int], parent: Path, name: str, kind: "AnnotationFormat"
) -> tuple[Path, "WrittenAnnotations"]:
    """Write the annotations of some tracks into a new folder in `parent`; returns it, gone again without a result."""
    from core.library import Catalogue
    from core.library.annotations import export_annotations as export

    folder = new_folder(parent, name)
    try:
        with Catalogue.open(catalogue, read_only=True) as opened:
            return folder, export(opened, ids, folder, kind, emit.report)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def export_playlist(emit: Emitter, catalogue: Path, ids: Sequence[int], path: Path, kind: "PlaylistKind") -> int:
    """Write tracks of a library as a playlist; returns how many it holds."""
    from core.library import Catalogue
    from core.library.playlists import export_playlist as export

    with Catalogue.open(catalogue, read_only=True) as opened:
        return export(opened, ids, path, kind, emit.report)


def new_folder(parent: Path, name: str) -> Path:
    """Make a folder called `name`, or `name 2`, `name 3` … where that is taken, so that nothing is written over.

    Parameters
    ----------
    parent : made when absent
    name : any text, such as the name of a clip; the folder lies in `parent` itself whatever it holds
    """
    names = numbered(safe_name(name, "tables"))
    while True:
        folder = parent / next(names)
        try:
            folder.mkdir(parents=True)
        except FileExistsError:
            continue
        return folder


def find_audio(emit: Emitter, paths: Sequence[Path]) -> list[Path]:
    """Return the audio files among `paths` and in the folders among them, in natural order in each folder."""
    from core.audio.files import find_audio_files

    found: list[Path] = []
    for number, path in enumerate(paths):
        emit.report(number / len(paths), tr("Searching {name} for audio files", name=path.name))
        found.extend(find_audio_files(path) if path.is_dir() else [path])
    return found
