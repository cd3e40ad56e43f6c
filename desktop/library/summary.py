"""Summary of several tracks for the details panel: what they have in common."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.library.cells import labels_of

if TYPE_CHECKING:
    from core.library import Catalogue

EDITABLE: Final = ("title", "artist", "album", "bpm", "key")
FACTS: Final = (
    "genre", "genre_probability", "genre_model", "metre", "edited", "bpm_confidence", "camelot", "key_strength",
    "key_origin", "lufs", "lra", "true_peak", "duration", "format", "added",
    "genre_novelty",
)  # fmt: skip
ASKED: Final = ("name", "path", "folder", "state", "labels", *EDITABLE, *FACTS)

MOST_TRACKS: Final = 2000
"""Of more tracks than these only the first are looked at."""


class Several:
    """Stands for values that differ from track to track."""

    def __repr__(self) -> str:
        return "several"


SEVERAL: Final = Several()


@dataclass(frozen=True)
class Summary:
    """What is the same for all tracks, `SEVERAL` where it is not, and how many tracks have each label.

    Of a single track also the other places of the same audio, and of what sounds the same.
    """

    n_tracks: int
    n_seen: int
    values: Mapping[str, object]
    labels: Mapping[str, int]
    copies: Sequence[str] = ()
    near: Sequence[str] = ()


def summarise(catalogue: "Catalogue", seen: Sequence[int], n_tracks: int) -> Summary:
    """Summarise tracks.

    Parameters
    ----------
    catalogue : Catalogue
    seen : sequence of int
        Ids of the tracks to read, at most `MOST_TRACKS`.
    n_tracks : int
        How many tracks are selected in all.

    Returns
    -------
    Summary
    """
    rows = catalogue.values(seen, ASKED)
    columns = list(zip(*rows, strict=True)) if rows else [() for _ in ASKED]
    values = {name: common(column) for name, column in zip(ASKED, columns, strict=True)}
    copies = catalogue.copies(seen[0]) if len(seen) == 1 else ()
    near = [one.track for one in catalogue.near_duplicates(seen[0])] if len(seen) == 1 else []
    labels = Counter(label for cell in columns[ASKED.index("labels")] for label in labels_of(cell))
    return Summary(
        n_tracks,
        len(seen),
        values,
        dict(sorted(labels.items(), key=lambda pair: pair[0].casefold())),
        copies,
        catalogue.places(near) if near else (),
    )


def common(values: Sequence[object]) -> object:
    """Return the value that all have in common, `SEVERAL` where they differ, None without values."""
    first = values[0] if values else None
    return first if all(value == first for value in values) else SEVERAL
