"""Rows of the library as text for a spreadsheet."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.library import Catalogue


def as_tsv(catalogue: "Catalogue", ids: Sequence[int], names: Sequence[str]) -> str:
    """A line of names and a line for each track, with every digit; empty where there is no value."""
    lines = ["\t".join(names)]
    lines += ["\t".join(map(_field, row)) for row in catalogue.values(ids, names)]
    return "\n".join(lines) + "\n"


def _field(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())
