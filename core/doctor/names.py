"""The doctor on the names of classes: one class in several spellings, and classes that are called like nothing."""

from collections.abc import Iterator

import numpy as np

from core.dataset.dataset import Dataset
from core.dataset.finding import (
    Finding,
    counted_classes,
    drop_rows,
    listed,
    merge_classes,
)
from core.dataset.names import spellings
from core.dataset.tables import MISSING
from core.language import local_number, tr
from core.progress import Report


def class_names(dataset: Dataset, _n_folds: int, _seed: int, _report: Report) -> Iterator[Finding]:
    """Classes that differ in case, spaces or hyphens only, and those called like a missing entry."""
    counts = dict(zip(dataset.classes, dataset.counts.tolist(), strict=True))
    sets = [_first_the_usual(names, counts) for names in spellings(dataset.classes)]
    if sets:
        said = [" = ".join(f"“{name}” ({local_number(counts[name], ',')})" for name in names) for names in sets]
        yield Finding(
            key="class-spellings",
            severity="warning",
            title=tr("{what} in several spellings", what=counted_classes(len(sets))),
            explanation=tr(
                "{listed}. A model would have to tell apart what is one class, and its score would be too low. "
                "Merge them if they mean the same.",
                listed=listed(said, 4),
            ),
            rows=_rows(dataset, [name for names in sets for name in names]),
            numbers={name: counts[name] for names in sets for name in names},
            remedies=(merge_classes(sets),),
        )
    nothing = [name for name in dataset.classes if name.casefold() in {word.casefold() for word in MISSING}]
    if nothing:
        rows = _rows(dataset, nothing)
        said = [f"“{name}” ({local_number(counts[name], ',')})" for name in nothing]
        yield Finding(
            key="classes-called-nothing",
            severity="warning",
            title=tr("{what} named like a missing entry", what=counted_classes(len(nothing))),
            explanation=tr(
                "{listed}: kept as a class. Leave the rows out if their label is missing.", listed=listed(said)
            ),
            rows=rows,
            numbers={name: counts[name] for name in nothing},
            remedies=(drop_rows(rows, listed(said, 3)),) if len(dataset.classes) - len(nothing) >= 2 else (),
        )


def _first_the_usual(names: tuple[str, ...], counts: dict[str, int]) -> tuple[str, ...]:
    """Put the spelling that most rows have first, the shortest of several; it becomes the name of all."""
    return tuple(sorted(names, key=lambda name: (-counts[name], len(name), name)))


def _rows(dataset: Dataset, names: list[str]) -> tuple[int, ...]:
    wanted = [dataset.classes.index(name) for name in names]
    return tuple(int(place) for place in dataset.places[np.isin(dataset.y, wanted)])
