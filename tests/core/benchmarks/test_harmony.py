"""Keys and chords against annotations."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.benchmarks.harmony import Scored, interval, majmin, pieces_with_chords, pieces_with_keys, report
from core.errors import CommandError
from core.harmony.chords import Chords


def sound(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, np.zeros(2205, np.float32), 22050)


def test_keys_come_from_the_table_or_from_beside_the_file(tmp_path: Path) -> None:
    for name in ("one.wav", "two.wav", "three.wav"):
        sound(tmp_path / name)
    (tmp_path / "clips.csv").write_text("clip,key\none,A# minor\nthree,\n")
    (tmp_path / "two.key").write_text("C major\n")
    assert {(path.stem, key) for path, key in pieces_with_keys(tmp_path)} == {("one", "Bb minor"), ("two", "C major")}


def test_a_folder_without_annotations_is_told(tmp_path: Path) -> None:
    sound(tmp_path / "one.wav")
    with pytest.raises(CommandError, match="no audio file whose key"):
        pieces_with_keys(tmp_path)
    with pytest.raises(CommandError, match="chords.lab"):
        pieces_with_chords(tmp_path)


def test_chords_are_scored_by_root_and_mode_over_time(tmp_path: Path) -> None:
    pytest.importorskip("mir_eval", reason="mir_eval is for development only")
    labels = tmp_path / "one.chords.lab"
    labels.write_text("0\t2\tC:maj\n2\t4\tA:min7\n")
    right = Chords(np.array([0.0, 2.0, 4.0]), ("C:maj", "A:min"), np.ones(2, np.float32))
    half = Chords(np.array([0.0, 4.0]), ("C:maj",), np.ones(1, np.float32))
    assert majmin(labels, right) == pytest.approx(1.0)
    assert majmin(labels, half) == pytest.approx(0.5)


def test_the_interval_holds_the_mean_and_narrows_with_more_pieces() -> None:
    few, many = np.tile([0.0, 1.0], 10), np.tile([0.0, 1.0], 100)
    (low, high), (lower, higher) = interval(many), interval(few)
    assert lower < low < 0.5 < high < higher


def test_the_report_compares_both_ways() -> None:
    lines = list(report([Scored("a", "C major", "C major", "G major", 1.0, 0.5, 2.0)]))
    assert lines[1].split()[2] == "1.000"
    assert lines[2].split()[2] == "0.500"
