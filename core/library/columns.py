"""What the library knows of each track, as columns: names, units, definitions, and where SQL finds them."""

from dataclasses import dataclass
from typing import Literal

from core.features.columns import SONG_COLUMNS

Kind = Literal["text", "number", "whole", "percent", "seconds", "time"]


@dataclass(frozen=True)
class LibraryColumn:
    """One column of the library.

    Attributes
    ----------
    name, title, unit : as filters and files name it, as a heading shows it, "" for a plain number
    kind : how its values are read and shown; `time` is seconds since 1970, `percent` a share in [0, 1]
    definition : what it means, in words
    shown : whether a new user sees it
    is_feature : whether it is one of the song table's numbers, which lie apart (`core.library.song_features`)
    """

    name: str
    title: str
    unit: str
    kind: Kind
    definition: str
    shown: bool
    is_feature: bool = False

    @property
    def is_text(self) -> bool:
        """Whether its values are texts."""
        return self.kind == "text"

    @property
    def sql(self) -> str:
        """The expression that gives it in a query over `tracks t`; not for features."""
        return f"t.{self.name}"

    @property
    def header(self) -> str:
        """The title with its unit, as a heading shows it."""
        return f"{self.title} ({self.unit})" if self.unit else self.title


@dataclass(frozen=True)
class Sort:
    """An order of tracks: by a column, empty cells last."""

    column: str
    descending: bool = False


def _track(name: str, title: str, kind: Kind, definition: str, *, unit: str = "", shown: bool = True) -> LibraryColumn:
    return LibraryColumn(name, title, unit, kind, definition, shown)


TRACK_COLUMNS: tuple[LibraryColumn, ...] = (
    _track("name", "Name", "text", "Name of the file"),
    _track("title", "Title", "text", "Title, from the file's tags or edited"),
    _track("artist", "Artist", "text", "Artist, from the file's tags or edited"),
    _track("album", "Album", "text", "Album, from the file's tags or edited", shown=False),
    _track("labels", "Labels", "text", "Labels added by the user"),
    _track("genre", "Genre", "text", "Most probable genre"),
    _track("genre_probability", "Probability", "percent", "Probability of that genre", shown=False),
    _track("genre_model", "Model", "text", "Genre model that predicted the genre", shown=False),
    _track("bpm", "BPM", "number", "Tempo of the beats, tracked or edited; filters also find half and double"),
    _track("key", "Key", "text", "Key, measured or edited"),
    _track("metre", "Metre", "whole", "Beats per bar", shown=False),
    _track("edited", "Edited", "text", "“beats” where these were edited in the clip tab", shown=False),
    _track("duration", "Length", "seconds", "Length of the track"),
    _track("format", "Format", "text", "Container, codec, sampling rate and channels of the file", shown=False),
    _track("state", "State", "text", "analysed, failed, missing (the file is gone) or outdated (an older recipe)"),
    _track("reason", "Reason", "text", "Reason of the failure", shown=False),
    _track("added", "Added", "time", "Date added to the library", shown=False),
    _track("folder", "Folder", "text", "Folder of the file", shown=False),
    _track("path", "Path", "text", "Path of the file", shown=False),
)

FEATURE_COLUMNS: tuple[LibraryColumn, ...] = tuple(
    LibraryColumn(column.name, column.caption, column.unit, "number", column.definition, shown=False, is_feature=True)
    for column in SONG_COLUMNS
    if column.name != "duration"
)

LIBRARY_COLUMNS: tuple[LibraryColumn, ...] = (*TRACK_COLUMNS, *FEATURE_COLUMNS)
COLUMNS_BY_NAME = {column.name: column for column in LIBRARY_COLUMNS}

EDITABLE = ("title", "artist", "album", "bpm", "key")
"""Columns in which the user's word stands before what was measured or read."""
