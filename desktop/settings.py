"""Settings that the window keeps from one run to the next, in an ini file of its own."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QByteArray, QSettings

from desktop.languages import LANGUAGES

T = TypeVar("T")
RECENT_FILES = 10


def default_path() -> Path:
    """Return the path of this user's settings."""
    from platformdirs import user_config_path

    return user_config_path("groovescope", appauthor=False) / "window.ini"


@dataclass(frozen=True)
class Field(Generic[T]):
    """One thing remembered. `read` turns what JSON gave into a value or raises ValueError or TypeError."""

    key: str
    default: T
    read: Callable[[Any], T]


def _one_of(*choices: str) -> Callable[[Any], str]:
    def read(value: Any) -> str:
        if value not in choices:
            raise ValueError(value)
        return str(value)

    return read


def _number(low: float, high: float) -> Callable[[Any], float]:
    def read(value: Any) -> float:
        number = float(value)
        if not low <= number <= high:
            raise ValueError(value)
        return number

    return read


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise TypeError(value)
    return tuple(value)


def _record(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise TypeError(value)
    return value


def _records(value: Any) -> tuple[dict[str, Any], ...]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise TypeError(value)
    return tuple(value)


def _flag(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _blob(value: Any) -> bytes:
    return base64.b64decode(value, validate=True)


THEME: Final = Field("theme", "system", _one_of("system", "light", "dark"))
LANGUAGE: Final = Field("language", "system", _one_of("system", *LANGUAGES))
VOLUME: Final = Field("volume", 0.8, _number(0.0, 1.0))
CLICKS: Final = Field("clicks", False, _flag)
OUTPUT: Final = Field("sound/device", "", str)
"""Name of the device that plays, as `desktop.playback.output` has it; empty for the system's default."""

RECENT: Final[Field[tuple[str, ...]]] = Field("recent", (), _texts)
OPEN_CLIP: Final = Field("clip/open", "", str)
"""The clip that is open, which the next start opens again; empty while one is being opened that may be at fault."""

GEOMETRY: Final = Field("window/geometry", b"", _blob)
TAB: Final = Field("window/tab", "clip", str)
SPLITTER: Final = Field("window/splitter", b"", _blob)
LOWER_SPLITTER: Final = Field("window/lower", b"", _blob)
FOLDER: Final = Field("folder", "", str)
MODEL: Final = Field("model", "", str)
"""File name of the genre model in use, in the store; empty for the shipped one."""
HIDDEN_LANES: Final[Field[tuple[str, ...]]] = Field("lanes/hidden", (), _texts)
LANE_LAYOUT: Final[Field[dict[str, Any]]] = Field("lanes/layout", {}, _record)
"""See `desktop.clip.picture.lane_layout`; where there is none, the hidden lanes of a former version count."""

SPECTRUM_LOOK: Final[Field[dict[str, Any]]] = Field("lanes/spectrogram", {}, _record)
LIBRARY: Final = Field("library/path", "", str)
LIBRARY_LAYOUT: Final[Field[dict[str, Any]]] = Field("library/layout", {}, _record)
WATCHED: Final[Field[tuple[str, ...]]] = Field("library/watched", (), _texts)
"""Folders whose new files go into the library by themselves."""

BATCH: Final[Field[dict[str, Any]]] = Field("batch", {}, _record)
RECENT_DATA: Final[Field[tuple[dict[str, Any], ...]]] = Field("training/recent", (), _records)
"""How the data that were last learned from are read, the newest first."""
FEATURES: Final = Field("training/features", "basic", _one_of("basic", "extended"))
"""Which features the training tab measures of audio."""

TABLES: Final[Field[dict[str, Any]]] = Field("tables", {}, _record)


class Settings:
    """Reads and writes fields. A value that cannot be read counts as absent, and is dropped."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or default_path()
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    def get(self, field: Field[T]) -> T:
        """Return the remembered value, or the field's default."""
        text = self._store.value(field.key)
        if text is None:
            return field.default
        try:
            return field.read(json.loads(str(text)))
        except (ValueError, TypeError, RecursionError):
            self._store.remove(field.key)
            return field.default

    def put(self, field: Field[T], value: T) -> None:
        """Remember a value."""
        plain = base64.b64encode(value).decode() if isinstance(value, bytes) else value
        self._store.setValue(field.key, json.dumps(plain))

    def save(self) -> None:
        """Write to disk now."""
        self._store.sync()

    def add_recent(self, path: Path) -> None:
        """Put `path` first in the list of recent files."""
        others = [text for text in self.get(RECENT) if text != str(path)]
        self.put(RECENT, (str(path), *others[: RECENT_FILES - 1]))

    def recent(self) -> list[Path]:
        """Recent files, the newest first."""
        return [Path(text) for text in self.get(RECENT)]


def to_bytes(state: QByteArray) -> bytes:
    """Return the result of Qt's `saveState` or `saveGeometry` as a field takes it."""
    return bytes(state.data())
