"""Who plays on each row: spellings of one name, and collaborations with their artists, are one group."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray


def group_rows(artists: Sequence[str | None], near: Iterable[tuple[int, int]]) -> NDArray[np.int64]:
    """Return a group number for each row; rows of one artist, and rows that are `near`, have the same.

    Rows of unknown artist (None) stand alone unless they are near another.
    """
    parents = list(range(len(artists)))

    def root(row: int) -> int:
        while parents[row] != row:
            parents[row] = parents[parents[row]]
            row = parents[row]
        return row

    rows_of: dict[str, int] = {}
    for row, artist in enumerate(artists):
        if artist is not None:
            parents[root(row)] = root(rows_of.setdefault(artist_key(artist), row))
    for artist in sorted({name for name in artists if name is not None}):
        for partner in partner_keys(artist):
            if partner in rows_of:
                parents[root(rows_of[artist_key(artist)])] = root(rows_of[partner])
    for one, other in near:
        parents[root(one)] = root(other)
    return np.unique([root(row) for row in range(len(artists))], return_inverse=True)[1].astype(np.int64)


def artist_key(artist: str) -> str:
    """Return an artist's name without case, punctuation, "the" and the choice between "&" and "and"."""
    words = re.sub(r"[^\w?]+", " ", artist.casefold().replace("&", " and ")).split()
    return " ".join(word for word in words if word not in ("the", "and"))


def partner_keys(artist: str) -> list[str]:
    """Keys of the artists of a collaboration, "Peter Tosh and Mick Jagger", say; whether they exist is not known."""
    parts = re.split(r"\s+and\s+|\s*[&,;/]\s*|\s+feat\.?\s+", artist, flags=re.IGNORECASE)
    return [artist_key(part) for part in parts if len(parts) > 1 and artist_key(part)]
