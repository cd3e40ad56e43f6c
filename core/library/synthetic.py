"""A library of invented tracks, as large as wanted: for benchmarks, and to see how a view bears many rows."""

import time
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from core.features.columns import BAR_COLUMNS, BEAT_COLUMNS, SONG_COLUMNS
from core.features.recipe import GENRE_COLUMNS, RECIPE
from core.library.catalogue import Catalogue
from core.library.packing import pack
from core.library.text import fold

# fmt: off
_FIRST = ("Amber", "Blue", "Cedar", "Delta", "Echo", "Fern", "Golden", "Harbour", "Iron", "Juniper", "Kite", "Lunar")
_SECOND = ("Avenue", "Birds", "Choir", "Dancers", "Engine", "Fields", "Garden", "Hours", "Islands", "Nights")
_VERBS = ("Calling", "Drifting", "Falling", "Leaving", "Meeting", "Passing", "Rising", "Turning", "Waiting", "Walking")
_GENRES = ("blues", "classical", "country", "disco", "hiphop", "jazz", "metal", "pop", "reggae", "rock")
_KEYS = ("C major", "A minor", "G major", "E minor", "D major", "B minor", "F major", "D minor", "Bb major", "F# minor")
_LABELS = ("done", "to hear", "favourite", "morning set")
# fmt: on
_COLUMNS = (
    "id, content_id, state, name, title, artist, album, labels, genre, genre_probability, bpm, key, metre, duration, "
    "format, reason, added, folder, path, search"
)
_OF_ANALYSES = "id, track_id, recipe, cut, created, seconds, filename, facts, bars, beats"
_EVERY_FAILED = 100


@dataclass
class _Rows:
    tracks: list[tuple[Any, ...]] = field(default_factory=list)
    files: list[tuple[Any, ...]] = field(default_factory=list)
    analyses: list[tuple[Any, ...]] = field(default_factory=list)
    features: list[tuple[Any, ...]] = field(default_factory=list)
    labels: list[tuple[Any, ...]] = field(default_factory=list)
    failures: list[tuple[Any, ...]] = field(default_factory=list)


def fill_synthetic(catalogue: Catalogue, n: int, seed: int = 0) -> None:
    """Add `n` believable tracks, every hundredth failed, to an empty catalogue; the same ones for the same seed."""
    random = np.random.default_rng(seed)
    bars, beats = (pack(random.normal(size=(2, len(columns)))) for columns in (BAR_COLUMNS, BEAT_COLUMNS))
    rows, now = _Rows(), time.time()
    for number in range(1, n + 1):
        _add_track(rows, random, number, now)
        if number % _EVERY_FAILED:
            songs, genre = (random.lognormal(0, 1, len(columns)) for columns in (SONG_COLUMNS, GENRE_COLUMNS))
            songs[0] = rows.tracks[-1][13]
            rows.features.append((number, RECIPE, songs.tobytes(), genre.tobytes()))
            rows.analyses.append((number, number, RECIPE, "bars", now, 0.4, rows.tracks[-1][3], "{}", bars, beats))
    with catalogue.raw_writing() as db:
        db.executemany(f"INSERT INTO tracks ({_COLUMNS}) VALUES ({_marks(20)})", rows.tracks)
        db.executemany(f"INSERT INTO files VALUES ({_marks(5)})", rows.files)
        db.executemany(f"INSERT INTO analyses ({_OF_ANALYSES}) VALUES ({_marks(10)})", rows.analyses)
        db.executemany(f"INSERT INTO features VALUES ({_marks(4)})", rows.features)
        db.executemany(f"INSERT INTO labels VALUES ({_marks(2)})", rows.labels)
        db.execute(
            "UPDATE tracks SET lufs = -20.0 + id % 140 / 10.0, lra = id % 90 / 10.0, true_peak = -id % 50 / 10.0, "
            "bpm_confidence = 0.2 + id % 80 / 100.0, key_strength = 0.4 + id % 60 / 100.0, key_origin = 'measured' "
            "WHERE content_id IS NOT NULL"
        )
        db.executemany(f"INSERT INTO failures VALUES ({_marks(7)})", rows.failures)


def _add_track(rows: _Rows, random: np.random.Generator, number: int, now: float) -> None:
    pick = random.integers(0, 2**31, 6).tolist()
    first, second, verb, genre, key = (
        choices[i % len(choices)] for i, choices in zip(pick, (_FIRST, _SECOND, _VERBS, _GENRES, _KEYS), strict=False)
    )
    title, artist = f"{verb} {second} No. {number}", f"{first} {_SECOND[pick[5] % len(_SECOND)]}"
    name, folder, album = f"{number:06d} {title}.flac", f"/music/{first}", f"{first} {second}"
    path = f"{folder}/{name}"
    if number % _EVERY_FAILED == 0:
        reason = f"{name} holds no audio that could be decoded."
        nothing = (None,) * 11
        rows.tracks.append(
            (number, None, "failed", name, *nothing, reason, now - number, folder, path, fold(f"{name}\n{folder}"))
        )
        rows.failures.append((path, number, 0, 0, reason, now, 1))
        return
    label = _LABELS[number % 4] if number % 11 == 0 else None
    search = fold("\n".join(filter(None, (name, title, artist, album, label, folder))))
    bpm, duration = round(float(np.exp(random.normal(4.75, 0.25))), 2), round(float(random.gamma(9, 25)), 3)
    measured = (genre, round(float(random.beta(3, 3)), 4), bpm, key, 3 if number % 9 == 0 else 4, duration)
    told = ("FLAC 16-bit · 44.1 kHz · stereo", None, now - number, folder, path, search)
    rows.tracks.append((number, f"{number:032x}", "analysed", name, title, artist, album, label, *measured, *told))
    rows.files.append((path, number, 1000 + number, 0, None))
    if label:
        rows.labels.append((number, label))


def _marks(count: int) -> str:
    return ", ".join("?" * count)
