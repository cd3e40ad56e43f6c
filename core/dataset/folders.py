"""From folders of music to a data set: subfolders are labels, the numbers come from the library's batch.

What was measured is kept in a catalogue of its own for each folder, so that the second time only new files are
analysed.
"""

from hashlib import sha256
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.files import find_audio_files
from core.dataset.dataset import Dataset, DatasetSource
from core.dataset.fitness import piece_seconds, refuse_what_cannot_be_learned
from core.dataset.from_library import features_of
from core.dataset.loading import clean_classes
from core.errors import DatasetError
from core.features.recipe import RECIPE, RECIPES
from core.language import tr
from core.messages import Note
from core.progress import Cancelled, Report, silent
from core.workers.limits import Executor


def load_folder(
    path: Path,
    executor: Executor,
    report: Report = silent,
    *,
    groups: str | None = None,
    catalogue: Path | None = None,
    recipe: str = RECIPE,
) -> Dataset:
    """Analyse the music in the subfolders of `path`, each of which is a label.

    Parameters
    ----------
    executor : does the analysing
    groups : "artist" (the files' tags), "folder" (the folder right around each file) or "duplicates"; None for
        artists where most files name one
    catalogue : where the analyses are kept; in the user's cache when absent
    recipe : which features; files that were analysed without those of the second are analysed again

    Returns
    -------
    Dataset : the columns of the recipe; `notes` name the files that could not be analysed

    Raises
    ------
    DatasetError : one line, where there are no subfolders with music, or nothing could be analysed
    """
    files = {file: file.relative_to(path).parts[0] for file in _files(path)}
    store = catalogue or _catalogue_of(path)
    store.parent.mkdir(parents=True, exist_ok=True)
    found, failures = _analysed(list(files), store, executor, report, recipe)
    if not found:
        first = tr(" (first: {failures})", failures=failures[0]) if failures else ""
        raise DatasetError("dataset.none_analysed", files=len(files), name=path.name, first=first)
    kept = [file for file in files if file in found]
    notes = []
    if failures:
        notes.append(Note("dataset.some_not_analysed", failed=len(failures), files=len(files), first=failures[0]))
    labels, renamed = clean_classes([files[file] for file in kept])
    notes += renamed
    classes, y = np.unique(np.array([label or "?" for label in labels]), return_inverse=True)
    X = np.array([found[file][0] for file in kept])
    dataset = Dataset(
        name=path.resolve().name,
        X=np.where(np.isfinite(X), X, np.nan),
        y=y.astype(np.int64),
        classes=tuple(str(name) for name in classes),
        columns=RECIPES[recipe],
        places=np.arange(len(kept)),
        row_names=tuple(file.relative_to(path).as_posix() for file in kept),
        locations=tuple(str(file) for file in kept),
        source=DatasetSource(str(path), _hash_of(path, kept, X), "folder", groups),
        seconds=piece_seconds(RECIPES[recipe], X),
        recipe=recipe,
        notes=tuple(notes),
    )
    refuse_what_cannot_be_learned(dataset)
    return _grouped(dataset, [found[file][1] for file in kept], groups)


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        raise DatasetError("dataset.no_folder", path=path)
    files = [file for file in find_audio_files(path) if len(file.relative_to(path).parts) > 1]
    labels = {file.relative_to(path).parts[0] for file in files}
    if len(labels) < 2:
        raise DatasetError("dataset.few_subfolders", name=path.name, count=len(labels))
    return files


def _catalogue_of(path: Path) -> Path:
    from platformdirs import user_cache_path

    key = sha256(str(path.resolve()).encode()).hexdigest()[:20]
    return user_cache_path("groovescope", appauthor=False) / "datasets" / f"{key}.sqlite"


_Found = dict[Path, tuple[NDArray[np.float64], str | None]]
"""The numbers and the artist of each file."""


def _analysed(
    files: list[Path], store: Path, executor: Executor, report: Report, recipe: str
) -> tuple[_Found, list[str]]:
    """For each file its numbers and its artist; and why others could not be analysed, one line each."""
    from core.errors import CatalogueError
    from core.library import Catalogue
    from core.library.batch import BatchControl, BatchOptions, BatchProgress, analyse_files

    control = BatchControl()
    stopped: list[BaseException] = []

    def follow(progress: BatchProgress) -> None:
        text = tr("Analysing {name}", name=Path(progress.current[0]).name) if progress.current else tr("Analysing")
        try:
            report(min(progress.fraction, 1.0), text)
        except Cancelled as problem:
            stopped.append(problem)
            control.cancel()

    try:
        with Catalogue.open(store) as catalogue:
            options = BatchOptions(recipe=recipe)
            result = analyse_files(catalogue, files, executor, control=control, report=follow, options=options)
            if stopped:
                raise stopped[0]
            if result.problem is not None:
                raise DatasetError("dataset.failed", reason=result.problem)
            return _collected(catalogue, files, recipe)
    except CatalogueError as problem:
        raise DatasetError("dataset.failed", reason=problem) from None


def _collected(catalogue: "object", files: list[Path], recipe: str) -> tuple[_Found, list[str]]:
    from core.audio.locations import location_of
    from core.library import Catalogue

    assert isinstance(catalogue, Catalogue)
    reasons = {failure.location: failure.reason for failure in catalogue.failures()}
    found: _Found = {}
    failures = []
    for file in files:
        location = location_of(file)
        track = catalogue.track_at(location)
        tables = None if track is None or location in reasons else catalogue.tables_or_none([track])
        features = None if track is None or tables is None else features_of(catalogue, track, tables, recipe)
        if track is None or features is None:
            failures.append(reasons.get(location, f"{file.name} was not analysed."))
            continue
        ((artist,),) = catalogue.values([track], ["artist"])
        found[file] = (features, str(artist) if artist else None)
    return found, failures


def _hash_of(path: Path, files: list[Path], X: NDArray[np.float64]) -> str:
    digest = sha256()
    for file, row in zip(files, X, strict=True):
        digest.update(file.relative_to(path).as_posix().encode() + b"\0" + row.tobytes())
    return digest.hexdigest()


def _grouped(dataset: Dataset, artists: list[str | None], groups: str | None) -> Dataset:
    from dataclasses import replace

    from core.dataset.grouping import groups_of

    if groups is None and sum(artist is not None for artist in artists) <= len(artists) / 2:
        return dataset
    name = groups or "artist"
    labels = np.array([dataset.classes[number] for number in dataset.y])
    found = groups_of(dataset, labels, artists if name == "artist" else None, name, None)
    assert found is not None
    return replace(
        dataset,
        groups=found.numbers,
        group_names=found.names,
        source=replace(dataset.source, groups=name),
        notes=(*dataset.notes, *found.notes),
    )
