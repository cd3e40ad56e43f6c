"""Playlists of a selection, in its order."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from core.errors import CatalogueError
from core.library import Catalogue
from core.library.playlists import export_playlist
from tests.core.export.test_rekordbox import SCHEMA
from tests.core.library.records import analysed

SECTIONS = {"times": [0.0, 12.5, 31.0], "labels": ["A", "B"], "names": []}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    opened = Catalogue.open(tmp_path / "library.sqlite")
    opened.store(
        str(tmp_path / "music" / "b.mp3"),
        analysed(1, tempo=120.5, key="A minor", tags={"title": "Bee"}, sections=SECTIONS),
    )
    opened.store("s3://bucket/far.flac", analysed(2))
    opened.fail(str(tmp_path / "broken.wav"), None, "broken")
    opened.add_label([1], "warm up")
    return opened


def test_an_m3u8_holds_the_selection_in_its_order(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "set.m3u8"
    assert export_playlist(catalogue, [3, 1, 2], path, "m3u8-relative") == 3
    lines = path.read_text("utf-8").splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "./broken.wav", "./music/b.mp3", "s3://bucket/far.flac"
    ]  # fmt: skip
    assert lines[3] == "#EXTINF:31,Bee"
    catalogue.close()


def test_rekordbox_gets_files_of_this_computer_with_their_grids_and_keys(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "set.xml"
    assert export_playlist(catalogue, [2, 1], path, "rekordbox") == 1
    SCHEMA.validate(path)
    (track,) = ET.parse(path).getroot().findall("COLLECTION/TRACK")
    assert [track.get(name) for name in ("Name", "Tonality", "AverageBpm", "Comments")] == [
        "Bee", "Am", "120.50", "warm up"
    ]  # fmt: skip
    assert track.findall("TEMPO")
    assert [mark.get("Name") for mark in track.findall("POSITION_MARK")] == ["A", "B"]
    catalogue.close()


def test_a_selection_that_the_playlist_cannot_hold_writes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    with pytest.raises(CatalogueError) as raised:
        export_playlist(catalogue, [2], tmp_path / "set.xml", "rekordbox")
    assert raised.value.code == "library.nothing_for_playlist" and not (tmp_path / "set.xml").exists()
    catalogue.close()
