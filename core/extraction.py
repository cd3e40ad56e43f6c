"""Many files to one set of tables: what `groovescope analyze` does, with parts that outlive a kill."""

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.batch import (
    Analysed,
    Failure,
    Outcome,
    WritingError,
    in_words,
    run,
    store_analysis,
)
from core.columns import BEAT_COLUMNS
from core.export import Format, Tables, write_data_dictionary, write_failures, write_joined
from core.images import SongPictures, folder_names, write_pictures
from core.parts import PartStore, load_part
from core.passages import Cut
from core.progress import Report

IMAGES_FOLDER = "images"


@dataclass(frozen=True)
class ExtractionOptions:
    """What a run writes, and how.

    Attributes
    ----------
    out : the folder; made when absent
    file_format, cut : of the tables, and what a row of the bar table is
    with_images : whether to write the five pictures of each song
    jobs : worker processes at a time
    resume : keep what an earlier run into the same folder has finished
    """

    out: Path
    file_format: Format = "csv"
    cut: Cut = "bars"
    with_images: bool = False
    jobs: int = 1
    resume: bool = False


@dataclass(frozen=True)
class _Song:
    file: Path
    tables: Path
    arrays: Path


def extract(
    files: Sequence[Path],
    failures: Sequence[Failure],
    options: ExtractionOptions,
    report: Report,
    on_done: Callable[[Path, Analysed | Failure], None],
) -> Outcome[Analysed]:
    """Analyse files and write their tables, in the order of `files` whichever is done first.

    Nothing of an earlier run is touched where no file could be analysed, except `failures.csv`. Interrupted, the tables
    hold what is finished, and so does the store for a later `resume`.

    Parameters
    ----------
    failures : paths that gave no files; they stand first in `failures.csv`
    report, on_done : see `core.batch.run`

    Raises
    ------
    WritingError : when the folder does not take what is written
    core.parts.FolderInUseError : when another run is writing there
    """
    try:
        return _extract(files, failures, options, report, on_done)
    except OSError as problem:
        raise WritingError(in_words(problem, options.out)) from None


def _extract(
    files: Sequence[Path],
    failures: Sequence[Failure],
    options: ExtractionOptions,
    report: Report,
    on_done: Callable[[Path, Analysed | Failure], None],
) -> Outcome[Analysed]:
    options.out.mkdir(parents=True, exist_ok=True)
    if options.with_images:
        _check_images_folder(options.out / IMAGES_FOLDER)
    store = PartStore(options.out, options.cut)
    with store.locked(fresh=not options.resume):
        songs = [_Song(file, store.tables_path(file), store.arrays_path(file)) for file in files]
        kept = {song.file: done for song in songs if (done := _done_before(song, options))}
        calls = [
            (song.file, store_analysis, (options.cut, song.tables, song.arrays if options.with_images else None))
            for song in songs
            if song.file not in kept
        ]
        outcome = run(calls, jobs=options.jobs, report=report, on_done=on_done) if calls else Outcome()
        if outcome.interrupted:  # what was stored in the last moment is finished too
            kept |= {song.file: done for song in songs if (done := _stored(song))}
        outcome.results = kept | outcome.results
        outcome.failures = [*failures, *outcome.failures]
        _write([song for song in songs if song.file in outcome.results], outcome, options, report)
    if not outcome.interrupted and not (outcome.failures and outcome.results):
        store.remove()
    return outcome


def _done_before(song: _Song, options: ExtractionOptions) -> Analysed | None:
    """What an earlier run has left of a song, when this run may use it."""
    if not options.resume or (options.with_images and not song.arrays.exists()):
        return None
    return _stored(song)


def _stored(song: _Song) -> Analysed | None:
    tables = load_part(song.tables)
    return None if tables is None else Analysed(len(tables.bars), ())


def _write(songs: Sequence[_Song], outcome: Outcome[Analysed], options: ExtractionOptions, report: Report) -> None:
    out = options.out
    parts = {song: part for song in songs if (part := load_part(song.tables)) is not None}
    for song in songs:
        if song not in parts:  # somebody has been in the store
            outcome.results.pop(song.file)
            outcome.failures.append(
                Failure(song.file, f"{song.file.name}: its result is lost; use --resume to repeat it.")
            )
    if parts:
        tables = Tables.join(list(parts.values()))
        write_joined(tables, out, options.file_format)
        write_data_dictionary(BEAT_COLUMNS, out / "columns.csv")
        if options.with_images and not outcome.interrupted:
            _write_images(list(parts), tables, out / IMAGES_FOLDER, report)
    write_failures([(failure.path, failure.reason) for failure in outcome.failures], out / "failures.csv")


def _check_images_folder(folder: Path) -> None:
    """Refuse to replace a folder that is not ours, before hours of work."""
    if (
        folder.exists()
        and not (folder / "images.json").exists()
        and not (folder.is_dir() and not any(folder.iterdir()))
    ):
        raise WritingError(
            f"{folder} is there already and holds something else; move it away or choose another folder."
        )


def _write_images(songs: Sequence[_Song], tables: Tables, folder: Path, report: Report) -> None:
    """Write all pictures beside `folder`, then put them in its place, so that no picture of another width stays."""
    names = folder_names(tables.songs.filenames, tables.songs.uuids)
    pictures = [
        SongPictures(name, filename, uuid, str(song.file), song.arrays)
        for song, name, filename, uuid in zip(songs, names, tables.songs.filenames, tables.songs.uuids, strict=True)
    ]
    unfinished = folder.with_name(f".{folder.name}.part")
    shutil.rmtree(unfinished, ignore_errors=True)
    try:
        write_pictures(pictures, unfinished, report)
        if folder.exists():
            shutil.rmtree(folder)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
