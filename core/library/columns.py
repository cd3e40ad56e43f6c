"""What the library knows of each track, as columns: names, units, definitions, and where SQL finds them."""

from dataclasses import dataclass
from typing import Literal

from core.features.columns import SONG_COLUMNS
from core.harmony.key_names import SPELLED, camelot

Kind = Literal["text", "number", "whole", "percent", "decibels", "seconds", "time"]


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
    expression : SQL over `tracks t` that gives it where it is no column there; "" otherwise
    rank : SQL that gives its place in an order where its values do not; "" otherwise
    """

    name: str
    title: str
    unit: str
    kind: Kind
    definition: str
    shown: bool
    is_feature: bool = False
    expression: str = ""
    rank: str = ""

    @property
    def is_text(self) -> bool:
        """Whether its values are texts."""
        return self.kind == "text"

    @property
    def sql(self) -> str:
        """The expression that gives it in a query over `tracks t`; not for features."""
        return self.expression or f"t.{self.name}"

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


_WHEEL = {camelot(f"{tonic} {mode}"): f"{tonic} {mode}" for mode, tonics in SPELLED.items() for tonic in tonics}
"""Keys by their places on the Camelot wheel."""


def _by_key(cells: dict[str, str]) -> str:
    """Return SQL that gives a cell for each key."""
    cases = " ".join(f"WHEN '{name}' THEN {cell}" for name, cell in cells.items())
    return f"CASE t.key {cases} END"


_ROUND_THE_WHEEL = ",".join(_WHEEL[place] for place in sorted(_WHEEL, key=lambda place: (int(place[:-1]), place[-1])))
"""One search in a text takes a third of the time of 24 comparisons."""

_CAMELOT = LibraryColumn(
    "camelot", "Camelot", "", "text", "Place of the key on the Camelot wheel; neighbours mix well", shown=False,
    expression=_by_key({name: f"'{place}'" for place, name in _WHEEL.items()}),
    rank=f"NULLIF(instr(',{_ROUND_THE_WHEEL},', ',' || t.key || ','), 0)",
)  # fmt: skip

TRACK_COLUMNS: tuple[LibraryColumn, ...] = (
    _track("name", "Name", "text", "Name of the file"),
    _track("title", "Title", "text", "Title, from the file's tags or edited"),
    _track("artist", "Artist", "text", "Artist, from the file's tags or edited"),
    _track("album", "Album", "text", "Album, from the file's tags or edited", shown=False),
    _track("labels", "Labels", "text", "Labels added by the user"),
    _track("genre", "Genre", "text", "Most probable genre"),
    _track("genre_probability", "Probability", "percent", "Probability of that genre", shown=False),
    _track("genre_model", "Model", "text", "Genre model that predicted the genre", shown=False),
    _track(
        "genre_novelty",
        "Novelty",
        "number",
        "Distance from the training music of the model; above 1 the track is none of its genres",
        shown=False,
    ),
    _track("bpm", "BPM", "number", "Tempo of the beats, tracked or edited; filters also find half and double"),
    _track("bpm_confidence", "Confidence", "percent", "Probability that the tracked beats are right", shown=False),
    _track("key", "Key", "text", "Key, measured or edited; filters also find 8A (Camelot) and ~Am (compatible)"),
    _CAMELOT,
    _track("key_strength", "Key strength", "number", "Correlation of the measured key with its profile", shown=False),
    _track("key_origin", "Key from", "text", "Whose word the key is: measured, file (its tags) or user", shown=False),
    _track("metre", "Metre", "whole", "Beats per bar", shown=False),
    _track("edited", "Edited", "text", "“beats” where these were edited in the clip tab", shown=False),
    _track("guessed", "Guessed", "text", "Tags that the file lacks and its name suggests", shown=False),
    _track("lufs", "Loudness", "decibels", "Integrated loudness by ITU-R BS.1770-4", unit="LUFS", shown=False),
    _track("lra", "Loudness range", "decibels", "Loudness range by EBU Tech 3342", unit="LU", shown=False),
    _track("true_peak", "True peak", "decibels", "Highest true peak", unit="dBTP", shown=False),
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
