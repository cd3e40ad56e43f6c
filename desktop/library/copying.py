"""Rows of the library as text for a spreadsheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.library import Catalogue


def as_tsv(catalogue: "Catalogue", ids: Sequence[int], names: Sequence[str]) -> str:
    """Return tracks as tab-separated text.

    Parameters
    ----------
    catalogue : Catalogue
    ids : sequence of int
        Tracks, one per line.
    names : sequence of str
        Columns; their names are the first line.

    Returns
    -------
    str
        Numbers have all digits; missing values are empty.
    """
    lines = ["\t".join(names)]
    lines += ["\t".join(map(_field, row)) for row in catalogue.values(ids, names)]
    return "\n".join(lines) + "\n"


def _field(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
