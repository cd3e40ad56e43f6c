"""Many files to one set of tables: what `groovescope analyze` does, on a catalogue of its own that outlives a kill."""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import numpy as np

from core.audio.locations import location_of, path_of
from core.commandline.files import Analysed, Failure, Given, Outcome
from core.errors import CatalogueError, FolderInUseError, WritingError, in_words
from core.export.images import SongPictures, folder_names, write_pictures
from core.export.song_findings import FINDING_COLUMNS, SongFindings
from core.export.spans import LabelledSpans
from core.export.tables import Format, spans_sheet, write_data_dictionary, write_failures, write_sheet
from core.features.columns import BEAT_COLUMNS
from core.features.extended_columns import EXTENDED
from core.features.passages import Cut
from core.features.recipe import RECIPE, RECIPE_2
from core.features.table import FeatureTable, Tables
from core.jobs.clip import analysis_executor
from core.library import Catalogue
from core.library.analysing import state_of
from core.library.annotations import spans_of_facts
from core.library.batch import BatchOptions, BatchProgress, BatchResult, analyse_files
from core.library.export import write_parts
from core.library.lock import batch_lock
from core.library.records import AnalysedFile, FileFailure
from core.progress import Report
from core.structure.sections import Sections, sections_from_facts

IMAGES_FOLDER = "images"
STORE_NAME = ".groovescope-resume"
CATALOGUE_NAME = "library.sqlite"
_TOGETHER = 200  # songs in memory at a time


@dataclass(frozen=True)
class ExtractionOptions:
    """What a run writes, and how.

    Attributes
    ----------
    out : the folder; made when absent
    file_format, cut : of the tables, and what a row of the bar table is
    with_images : whether to write the five pictures of each song
    n_workers : worker processes at a time
    resume : keep what an earlier run into the same folder has finished
    cluster : address of a Dask scheduler whose workers do the work; None for this machine
    recipe : the features of the genre table
    edits_of : library whose corrected beats the tables follow; None for those that the tracker finds
    """

    out: Path
    file_format: Format = "csv"
    cut: Cut = "bars"
    with_images: bool = False
    n_workers: int = 1
    resume: bool = False
    cluster: str | None = None
    edits_of: Path | None = None
    recipe: str = RECIPE


def extract(
    files: Sequence[Given],
    failures: Sequence[Failure],
    options: ExtractionOptions,
    report: Report,
    on_done: Callable[[Given, Analysed | Failure], None],
) -> Outcome[Analysed]:
    """Analyse files and write their tables, in the order of `files` whichever is done first.

    Nothing of an earlier run is touched where no file could be analysed, except `failures.csv`. Interrupted, the tables
    hold what is finished, and so does the store for a later `resume`.

    Parameters
    ----------
    failures : paths that gave no files; they stand first in `failures.csv`
    report : told the fraction of all work, and a file that is being worked on
    on_done : told each result or failure as it comes, in any order

    Raises
    ------
    WritingError : when the folder does not take what is written
    FolderInUseError : when another run is writing there
    ExecutorLostError, VersionMismatchError : when the cluster cannot do the work
    """
    try:
        options.out.mkdir(parents=True, exist_ok=True)
        if options.with_images:
            _check_images_folder(options.out / IMAGES_FOLDER)
        store = options.out / STORE_NAME
        store.mkdir(exist_ok=True)
        _forget_unless(options.resume, store, options.out)
        with Catalogue.open(store / CATALOGUE_NAME) as catalogue:
            if options.edits_of is not None and options.edits_of.exists():
                catalogue.grids.copy_edits(options.edits_of)
            run = _Run(files, options, catalogue, {location_of(file): file for file in files})
            outcome = run.work(report, on_done)
            run.write(outcome, failures, report)
        if not outcome.interrupted and not (outcome.failures and outcome.results):
            shutil.rmtree(store, ignore_errors=True)
    except CatalogueError as problem:
        raise WritingError("command.failed", reason=problem) from None
    except OSError as problem:
        raise WritingError("command.failed", reason=in_words(problem, options.out)) from None
    return outcome


def _forget_unless(resume: bool, store: Path, out: Path) -> None:
    """Empty the store unless an earlier run is resumed; FolderInUseError when one is still going on."""
    try:
        with batch_lock(store / CATALOGUE_NAME):
            for path in [] if resume else store.iterdir():
                if (path.name.startswith(CATALOGUE_NAME) and not path.name.endswith(".batch")) or path.suffix == ".npz":
                    path.unlink()
    except CatalogueError:
        raise FolderInUseError("command.folder_in_use", folder=out) from None


@dataclass(frozen=True, eq=False)
class _Run:
    files: Sequence[Given]
    options: ExtractionOptions
    catalogue: Catalogue
    given: dict[str, Given]

    def work(self, report: Report, on_done: Callable[[Given, Analysed | Failure], None]) -> Outcome[Analysed]:
        """Analyse what the store does not have yet."""
        outcome: Outcome[Analysed] = Outcome()

        def tell(location: str, found: AnalysedFile | FileFailure) -> None:
            on_done(self.given.get(location, location), _as_told(self.given.get(location, location), found))

        def follow(progress: BatchProgress) -> None:
            report(progress.fraction, progress.current[0] if progress.current else "")

        arrays = partial(_arrays_path, self.catalogue.path.parent) if self.options.with_images else None
        options = BatchOptions(
            cut=self.options.cut, retry_failed=True, arrays=arrays, with_pictures=False, recipe=self.options.recipe
        )
        self.catalogue.queue.clear()
        if all(map(self._is_there, self.given)):
            return self._completed(outcome)
        with analysis_executor(self.options.n_workers, self.options.cluster) as workers:
            try:
                result = analyse_files(
                    self.catalogue, self.files, workers, report=follow, on_finished=tell, options=options
                )
                _raise_trouble(result)
            except KeyboardInterrupt:
                outcome.interrupted = True
        return self._completed(outcome)

    def _is_there(self, location: str) -> bool:
        """Whether an earlier run has left all that is wanted of a file."""
        path = path_of(location)
        if path is None or not path.exists():
            return False
        if not self.catalogue.is_known(location, state_of(path), self.options.cut, features=self.options.recipe):
            return False
        return not self.options.with_images or _arrays_path(self.catalogue.path.parent, location).exists()

    def _completed(self, outcome: Outcome[Analysed]) -> Outcome[Analysed]:
        """Return what the store holds of the files of this run."""
        known = {failure.location: failure for failure in self.catalogue.failures()}
        for location, file in self.given.items():
            if location in known:
                outcome.failures.append(Failure(file, known[location].reason))
                continue
            n_bars = self.catalogue.n_bars_at(location, self.options.cut)
            track = self.catalogue.track_at(location)
            if n_bars is not None and track is not None:
                outcome.results[file] = Analysed(n_bars, (), self._findings(location, track))
        return outcome

    def write(self, outcome: Outcome[Analysed], failures: Sequence[Failure], report: Report) -> None:
        """Write the tables of what is finished, and why the rest is not."""
        out = self.options.out
        outcome.failures = [*failures, *outcome.failures]
        if outcome.results:
            write_parts(self._parts(list(outcome.results)), out, self.options.file_format)
            extended = EXTENDED if self.options.recipe == RECIPE_2 else ()
            write_data_dictionary((*BEAT_COLUMNS, *FINDING_COLUMNS), out / "columns.csv", extended)
            done, ending = list(outcome.results), self.options.file_format
            write_sheet(spans_sheet(self._sections(done)), out / f"sections.{ending}")
            write_sheet(spans_sheet(self._chords(done)), out / f"chords.{ending}")
            if self.options.with_images and not outcome.interrupted:
                self._write_images(list(outcome.results), report)
        write_failures([(failure.path, failure.reason) for failure in outcome.failures], out / "failures.csv")

    def _findings(self, location: str, track: int) -> SongFindings:
        path = path_of(location)
        return SongFindings.of_facts(location if path is None else str(path.absolute()), self.catalogue.facts(track))

    def _parts(self, files: Sequence[Given]) -> Iterator[tuple[Tables, list[SongFindings]]]:
        """Return the tables of each file and what was found out about it."""
        for file, tables in zip(files, self._tables(files), strict=True):
            track = self.catalogue.track_at(location_of(file))
            assert track is not None
            yield tables, [self._findings(location_of(file), track)]

    def _tables(self, files: Sequence[Given]) -> Iterator[Tables]:
        """Return the tables of files; a row is named after its own file, also where two hold the same audio."""
        for start in range(0, len(files), _TOGETHER):
            part = files[start : start + _TOGETHER]
            tracks = [self.catalogue.track_at(location_of(file)) for file in part]
            for file, track in zip(part, tracks, strict=True):
                if track is not None:
                    yield _named(self._tables_of(track), _stem(location_of(file)))

    def _tables_of(self, track: int) -> Tables:
        """Return the tables of one track, its genre features of the recipe that is written."""
        found = self.catalogue.tables([track], self.options.cut)
        if self.options.recipe == RECIPE:
            return found
        more = self.catalogue.judgements.extended(track)
        extended = np.full(len(EXTENDED), np.nan) if more is None else more
        return replace(found, genre_features=np.column_stack([found.genre_features, extended[np.newaxis]]))

    def _sections(self, files: Sequence[Given]) -> Iterator[tuple[str, Sections]]:
        """Yield the sections of files, each with the name that its rows have."""
        for file in files:
            track = self.catalogue.track_at(location_of(file))
            facts = None if track is None else self.catalogue.facts(track).get("sections")
            if facts is not None:
                yield _stem(location_of(file)), sections_from_facts(facts)

    def _chords(self, files: Sequence[Given]) -> Iterator[tuple[str, LabelledSpans]]:
        """Yield the chords of files, each with the name that its rows have."""
        for file in files:
            track = self.catalogue.track_at(location_of(file))
            chords = None if track is None else spans_of_facts(self.catalogue.facts(track), "chords")
            if chords is not None:
                yield _stem(location_of(file)), chords

    def _write_images(self, files: Sequence[Given], report: Report) -> None:
        """Write all pictures beside their folder, then put them in its place: no picture of another width stays."""
        folder = self.options.out / IMAGES_FOLDER
        songs = [tables.songs for tables in self._tables(files)]
        filenames, uuids = [song.filenames[0] for song in songs], [song.uuids[0] for song in songs]
        pictures = [
            SongPictures(name, filename, uuid, str(file), _arrays_path(self.catalogue.path.parent, location_of(file)))
            for file, name, filename, uuid in zip(files, folder_names(filenames, uuids), filenames, uuids, strict=True)
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


def _raise_trouble(result: BatchResult) -> None:
    if result.problem is not None:
        raise result.trouble or WritingError("command.failed", reason=result.problem)


def _as_told(file: Given, found: AnalysedFile | FileFailure) -> Analysed | Failure:
    if isinstance(found, FileFailure):
        return Failure(file, found.reason)
    findings = SongFindings.of_facts(str(file), found.facts)
    return Analysed(len(found.bars), tuple(found.facts.get("notes", ())), findings)


def _arrays_path(store: Path, location: str) -> Path:
    """Where the pictures of a file belong until all are known: they are its own as long as it does not change."""
    path = path_of(location)
    try:
        status = path.stat() if path is not None else None
    except OSError:  # its analysis will say what is wrong with it
        status = None
    version = (status.st_size, status.st_mtime_ns) if status else (0, 0)
    digest = hashlib.blake2b(json.dumps([location, *version]).encode(), digest_size=16)
    return store / f"{digest.hexdigest()}.images.npz"


def _stem(location: str) -> str:
    path = path_of(location)
    stem = path.stem if path is not None else Path(location).stem
    return stem.encode("utf-8", "replace").decode("utf-8")


def _named(tables: Tables, filename: str) -> Tables:
    def named(table: FeatureTable) -> FeatureTable:
        return replace(table, filenames=(filename,) * len(table))

    return Tables(named(tables.songs), named(tables.bars), named(tables.beats), tables.genre_features)


def _check_images_folder(folder: Path) -> None:
    """Refuse to replace a folder that is not ours, before hours of work."""
    if (
        folder.exists()
        and not (folder / "images.json").exists()
        and not (folder.is_dir() and not any(folder.iterdir()))
    ):
        raise WritingError("command.images_folder_taken", folder=folder)


__all__ = [
    "ExtractionOptions",
    "extract",
]
