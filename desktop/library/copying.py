"""Rows of the library as text for a spreadsheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.export.csv_file import field

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
        As `core.export.csv_file` writes fields: numbers with all digits, missing values empty.
    """
    lines = ["\t".join(names)]
    lines += ["\t".join(" ".join(field(value).split()) for value in row) for row in catalogue.values(ids, names)]
    return "\n".join(lines) + "\n"
