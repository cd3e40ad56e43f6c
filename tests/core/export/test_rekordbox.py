"""Rekordbox XML: valid by a schema of the published format, beats where the grid has them."""

from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import numpy as np
import pytest
import xmlschema
from hypothesis import given, settings
from hypothesis import strategies as st

from core.export.rekordbox import RekordboxTrack, Tempo, short_key, tempi_of, write_rekordbox
from core.export.spans import Spans
from core.rhythm.grid import BeatGrid, tempo_of

SCHEMA = xmlschema.XMLSchema(Path(__file__).with_name("rekordbox.xsd"))


def grid_of(times: "np.ndarray", positions: "list[int]", metre: int = 4) -> BeatGrid:
    return BeatGrid(np.asarray(times, float), np.array(positions, np.int64), tempo_of(np.asarray(times)), metre)


def counted(n: int, metre: int, first: int = 1) -> list[int]:
    return [(first - 1 + i) % metre + 1 for i in range(n)]


def beats_of(tempi: list[Tempo], times: "np.ndarray") -> list[tuple[float, int]]:
    """Return where a reader puts the beats: each tempo counts until the next begins."""
    found = []
    for tempo, following in zip(tempi, [*(one.start for one in tempi[1:]), float(times[-1]) + 0.002], strict=True):
        at, position = tempo.start, tempo.position
        while at < following - 0.0025 or (following > times[-1] and at <= following):
            found.append((at, position))
            at += 60 / tempo.bpm
            position = position % tempo.metre + 1
    return found


def test_a_steady_piece_has_one_tempo() -> None:
    times = 0.213 + np.arange(600) * 60 / 127.35
    assert tempi_of(grid_of(times, counted(600, 4, 3))) == [Tempo(0.213, 127.35, 4, 3)]


def test_a_change_of_tempo_and_metre_begins_another_one() -> None:
    times = np.concatenate([np.arange(16) * 0.5, 8.0 + np.arange(12) * 0.4])
    tempi = tempi_of(grid_of(times, counted(16, 4) + counted(12, 3)))
    assert tempi == [Tempo(0.0, 120.0, 4, 1), Tempo(8.0, 150.0, 3, 1)]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(0.15, 1.5), min_size=2, max_size=60), st.integers(2, 7), st.floats(0, 20))
def test_every_beat_of_a_played_grid_is_within_a_millisecond(distances: list[float], metre: int, start: float) -> None:
    times = start + np.concatenate([[0.0], np.cumsum(distances)])
    positions = counted(len(times), metre)
    read = beats_of(tempi_of(grid_of(times, positions, metre)), times)
    assert [position for _, position in read] == positions
    assert np.abs(np.array([time for time, _ in read]) - times).max() <= 0.0011


def test_a_break_keeps_the_tempo_before_it() -> None:
    times = np.concatenate([np.arange(8) * 0.5, 20.0 + np.arange(8) * 0.5])
    assert [tempo.bpm for tempo in tempi_of(grid_of(times, counted(16, 4)))] == [120.0, 120.0]


def test_a_collection_is_valid_and_names_files_and_keys(tmp_path: Path) -> None:
    odd = tmp_path / "a & b" / "Ünï #1 100%? <live>.mp3"
    grid = grid_of(np.arange(64) * 0.5, counted(64, 4))
    sections = Spans(np.array([0.0, 8.0, 32.0]), ("A", "B \x07<chorus>"))
    tracks = [
        RekordboxTrack(
            7, odd, "T\0itle & more", "Ärtist", "Album", "disco", "", 32.04, 1.7e9, 120.004, "Bb minor", grid, sections
        ),
        RekordboxTrack(9, tmp_path / "plain.wav"),
    ]
    path = tmp_path / "list.xml"
    write_rekordbox(tracks, "My <list>", path)
    SCHEMA.validate(path)
    root = ET.parse(path).getroot()
    first, second = root.findall("COLLECTION/TRACK")
    assert Path(unquote(urlsplit(first.get("Location")).path)) == odd
    assert (first.get("Name"), first.get("Tonality"), first.get("AverageBpm")) == ("T itle & more", "Bbm", "120.00")
    assert second.get("Name") == "plain"
    marks = [(mark.get("Name"), mark.get("Start")) for mark in first.findall("POSITION_MARK")]
    assert marks == [("A", "0.000"), ("B <chorus>", "8.000")]
    assert [node.get("Key") for node in root.findall("PLAYLISTS/NODE/NODE/TRACK")] == ["7", "9"]


def test_the_schema_refuses_what_the_format_does_not_know(tmp_path: Path) -> None:
    path = tmp_path / "list.xml"
    write_rekordbox([RekordboxTrack(1, tmp_path / "a.mp3")], "x", path)
    path.write_text(path.read_text("utf-8").replace("TrackID", "Number"), "utf-8")
    assert not SCHEMA.is_valid(path)


@pytest.mark.parametrize(("name", "short"), [("Bb minor", "Bbm"), ("C major", "C"), ("F# minor", "F#m")])
def test_keys_are_written_as_djs_read_them(name: str, short: str) -> None:
    assert short_key(name) == short
