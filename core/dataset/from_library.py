"""From the library to a data set: the labels that a person gave to tracks are the classes."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import numpy as np

from core.dataset.dataset import Dataset, DatasetSource
from core.dataset.fitness import piece_seconds, refuse_what_cannot_be_learned
from core.dataset.grouping import groups_of
from core.errors import DatasetError
from core.features.recipe import RECIPE, RECIPES
from core.language import tr
from core.messages import Note
from core.progress import Report, silent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.features.table import Tables
    from core.library import Catalogue

GROUPS = ("artist", "album", "folder")
_COLUMNS = ("labels", "artist", "album", "folder", "name", "path")


def features_of(catalogue: "Catalogue", track: int, tables: "Tables", recipe: str) -> "NDArray[np.float64] | None":
    """Return the numbers of a track that a recipe has.

    Parameters
    ----------
    tables : of this track

    Returns
    -------
    NDArray[np.float64] [shape=(n_columns,)] or None
        None where the track was analysed before the second recipe was measured.
    """
    basic: NDArray[np.float64] = tables.genre_features[0]
    if recipe == RECIPE:
        return basic
    extended = catalogue.judgements.extended(track)
    return None if extended is None else np.concatenate([basic, extended])


def load_library(
    catalogue: "Catalogue",
    labels: Sequence[str] | None = None,
    *,
    groups: str | None = "artist",
    recipe: str = RECIPE,
    report: Report = silent,
) -> Dataset:
    """Return the analysed tracks that have one of some labels.

    Parameters
    ----------
    labels : the classes; every label of the library when absent. A track with several of them is left out
    groups : "artist", "album", "folder" or "duplicates"; None for no groups
    recipe : which features; tracks that were analysed without those of the second are left out, which a note says

    Raises
    ------
    DatasetError : one line, where fewer than two of the labels have analysed tracks
    """
    known = catalogue.labels()
    wanted = tuple(known) if labels is None else tuple(labels)
    unknown = [label for label in wanted if label not in known]
    if unknown:
        raise DatasetError("dataset.unknown_label", label=unknown[0])
    if len(wanted) < 2:
        raise DatasetError("dataset.few_labels")
    ids = catalogue.find("is:labelled")
    rows, several, without, former = [], 0, 0, 0
    for number, (track, cells) in enumerate(zip(ids, catalogue.values(ids, _COLUMNS), strict=True)):
        report(number / max(len(ids), 1), tr("Reading the library"))
        found = [label for label in wanted if f", {label}, " in f", {cells[0]}, "]
        tables = catalogue.tables_or_none([int(track)]) if len(found) == 1 else None
        several += len(found) > 1
        without += len(found) == 1 and tables is None
        features = None if tables is None else features_of(catalogue, int(track), tables, recipe)
        former += tables is not None and features is None
        if features is not None:
            rows.append((found[0], features, dict(zip(_COLUMNS, cells, strict=True)), int(track)))
    present = sorted({row[0] for row in rows})
    if len(present) < 2 and former:
        raise DatasetError("dataset.few_labels_extended", tracks=former)
    if len(present) < 2:
        raise DatasetError("dataset.few_labels_analysed", labels=len(present))
    notes = [Note("dataset.several_labels", tracks=several)] if several else []
    notes += [Note("dataset.not_analysed", tracks=without)] if without else []
    notes += [Note("dataset.not_extended", tracks=former)] if former else []
    X = np.array([row[1] for row in rows], dtype=np.float64)
    dataset = Dataset(
        name="library",
        X=np.where(np.isfinite(X), X, np.nan),
        y=np.array([present.index(row[0]) for row in rows], dtype=np.int64),
        classes=tuple(present),
        columns=RECIPES[recipe],
        places=np.arange(len(rows)),
        row_names=tuple(str(row[2]["name"]) for row in rows),
        locations=tuple(row[2]["path"] for row in rows),
        source=DatasetSource(str(catalogue.path), sha256(X.tobytes()).hexdigest(), "label", groups),
        seconds=piece_seconds(RECIPES[recipe], X),
        recipe=recipe,
        notes=tuple(notes),
    )
    refuse_what_cannot_be_learned(dataset)
    if groups is None:
        return dataset
    entries = [row[2][groups] for row in rows] if groups in GROUPS else None
    made = groups_of(dataset, np.array([row[0] for row in rows]), entries, groups, None)
    assert made is not None
    return replace(dataset, groups=made.numbers, group_names=made.names, notes=(*dataset.notes, *made.notes))
