"""The library: every track that the user has, what was measured of it, and what the user says of it."""

from pathlib import Path

from core.library.catalogue import Catalogue
from core.library.columns import EDITABLE, LIBRARY_COLUMNS, LibraryColumn, Sort
from core.library.records import AnalysedFile, FileFailure, FileState

__all__ = [
    "EDITABLE",
    "LIBRARY_COLUMNS",
    "AnalysedFile",
    "Catalogue",
    "FileFailure",
    "FileState",
    "LibraryColumn",
    "Sort",
    "default_catalogue_path",
]


def default_catalogue_path() -> Path:
    """Where the library of this user lies."""
    from platformdirs import user_data_path

    return user_data_path("groovescope", appauthor=False) / "library.sqlite"
