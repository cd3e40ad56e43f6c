"""Beats in files: what is written comes back, what is no file of beats is refused in a clear line."""

from pathlib import Path
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import RhythmError
from core.export.beat_files import disagreement, read_beats, write_bar_labels, write_beats
from core.export.beat_midi import to_midi
from core.export.beat_text import to_bar_labels, to_beats, to_labels
from core.rhythm.grid import NO_BEATS, BeatGrid, tempo_of
from tests.core.rhythm.random_edits import random_grid
from tests.core.rhythm.test_editing import steady

ENDINGS = (".beats", ".txt", ".mid", ".jams", ".svl")
PRECISION = {".svl": 0.5 / 22_050 + 1e-6}  # half a frame


def assert_same(one: BeatGrid, other: BeatGrid, atol: float = 1.01e-6) -> None:
    np.testing.assert_allclose(one.beat_times, other.beat_times, rtol=0, atol=atol)
    assert one.positions.tolist() == other.positions.tolist()


@settings(derandomize=True, deadline=None, max_examples=200)
@given(st.integers(0, 2**32), st.sampled_from(ENDINGS))
def test_a_grid_comes_back_to_the_microsecond(tmp_path_factory: pytest.TempPathFactory, seed: int, ending: str) -> None:
    random = Random(seed)
    grid = random_grid(random, 60.0)
    if len(grid) > 4 and random.random() < 0.5:  # a break, and bars that go on in the middle after it
        gone = random.randrange(len(grid))
        kept = np.r_[0:gone, gone + min(9, len(grid) - gone) : len(grid)]
        grid = BeatGrid(grid.beat_times[kept], grid.positions[kept], grid.tempo, grid.beats_per_bar)
    if not len(grid):
        return
    path = tmp_path_factory.mktemp("beats") / f"song{ending}"
    write_beats(grid, path, 60.0)
    if ending == ".mid":  # bars that lose beats without a break have no place in a tempo map
        starts = np.diff(grid.positions) != 1
        if (starts & (grid.positions[1:] != 1) & (np.diff(grid.beat_times) < 3)).any():
            return
    assert_same(read_beats(path, 60.0), grid, PRECISION.get(ending, 1.01e-6))


def test_the_text_of_each_format() -> None:
    grid = BeatGrid(np.array([0.5, 1.0, 1.5]), np.array([4, 1, 2]), 120.0, 4)
    assert to_beats(grid) == "0.500000\t4\n1.000000\t1\n1.500000\t2\n"
    assert to_labels(grid) == "0.500000\t0.500000\t0.4\n1.000000\t1.000000\t1.1\n1.500000\t1.500000\t1.2\n"
    assert to_bar_labels(grid, 3.0) == "1.000000\t3.000000\t1\n"


def test_a_tempo_map_is_made_of_the_events_that_sequencers_know() -> None:
    """The bytes, as the MIDI specification defines them: two beats of 120 BPM from the start on, in a bar of two."""
    grid = BeatGrid(np.array([0.0, 0.5]), np.array([1, 2]), 120.0, 2)
    assert to_midi(grid).hex(" ") == (
        "4d 54 68 64 00 00 00 06 00 00 00 01 01 e0 4d 54 72 6b 00 00 00 20 "
        "00 ff 58 04 02 02 18 08 "  # 2/4
        "00 ff 51 03 07 a1 20 "  # 500,000 microseconds a quarter
        "87 40 ff 06 08 6e 6f 20 62 65 61 74 73 "  # after two quarters: no beats
        "00 ff 2f 00"
    )


def test_a_long_tempo_map_does_not_drift(tmp_path: Path) -> None:
    times = np.cumsum(np.full(20_000, 60 / 127.3)) + 0.123456789
    grid = BeatGrid(times, np.arange(20_000) % 4 + 1, 127.3, 4)
    write_beats(grid, tmp_path / "set.mid")
    assert_same(read_beats(tmp_path / "set.mid", times[-1] + 1), grid)


@pytest.mark.parametrize("first", [0.000_01, 0.004, 0.02, 0.1, 0.4, 1.7, 400.0])
def test_any_time_before_the_first_beat_fits_into_a_tempo_map(tmp_path: Path, first: float) -> None:
    grid = steady(first=first, position=3)
    write_beats(grid, tmp_path / "a.mid")
    assert_same(read_beats(tmp_path / "a.mid", 500.0), grid)


def test_beats_of_other_programs_are_understood(tmp_path: Path) -> None:
    (tmp_path / "spaces.beats").write_text("\ufeff# seconds, position\r\n0.50 1\r\n\r\n1.00 2\r\n1.5e0 1\r\n")
    grid = read_beats(tmp_path / "spaces.beats", 2.0)
    assert grid.beat_times.tolist() == [0.5, 1.0, 1.5] and grid.positions.tolist() == [1, 2, 1]
    assert grid.beats_per_bar == 2 and grid.tempo == pytest.approx(120)
    (tmp_path / "labels.txt").write_text("0.5\t0.5\t1\n\\\t100.0\t200.0\n1.0\t1.0\t7.2\n")
    assert read_beats(tmp_path / "labels.txt", 2.0).positions.tolist() == [1, 2]


def midi(*tracks: bytes, division: int = 96) -> bytes:
    """Return a file of format 1, as sequencers write them."""
    head = b"MThd\0\0\0\6\0\1" + len(tracks).to_bytes(2, "big") + division.to_bytes(2, "big")
    return head + b"".join(b"MTrk" + len(track).to_bytes(4, "big") + track for track in tracks)


END = b"\xff\x2f\0"


def test_a_tempo_map_of_a_sequencer_is_understood(tmp_path: Path) -> None:
    tempi = b"\0\xff\x58\4\3\2\x18\x08" + b"\0\xff\x51\3\x09\x27\xc0" + b"\x83\x00\xff\x51\3\x07\xa1\x20" + b"\0" + END
    notes = (
        b"\0\x90\x3c\x40\x60\x3c\0\0\xc0\x05\0\xf0\x02\x01\xf7" + b"\x84\x00" + END
    )  # running status, a program, sysex
    (tmp_path / "song.mid").write_bytes(midi(tempi, notes))
    grid = read_beats(tmp_path / "song.mid", 60.0)
    np.testing.assert_allclose(grid.beat_times, [0, 0.6, 1.2, 1.8, 2.4, 2.9, 3.4])
    assert grid.positions.tolist() == [1, 2, 3, 1, 2, 3, 1]


def test_six_eighths_have_six_beats(tmp_path: Path) -> None:
    tempi = b"\0\xff\x58\4\6\3\x18\x08" + b"\x85\x10" + END  # seven eighths of 48 ticks
    (tmp_path / "song.mid").write_bytes(midi(tempi + b""))
    grid = read_beats(tmp_path / "song.mid", 60.0)
    assert np.diff(grid.beat_times) == pytest.approx(0.25) and grid.positions.max() == 6


GOOD = "0.5\t1\n1.0\t2\n"


@pytest.mark.parametrize(("name", "content", "code"), [
    ("a.beats", "", "rhythm.file_empty"),
    ("a.beats", "\n# nothing\n", "rhythm.file_empty"),
    ("a.beats", GOOD + "nan\t1\n", "rhythm.file_line"),
    ("a.beats", GOOD + "inf\t1\n", "rhythm.file_line"),
    ("a.beats", GOOD + "1.5\n", "rhythm.file_line"),
    ("a.beats", GOOD + "1.5\t0\n", "rhythm.file_line"),
    ("a.beats", GOOD + "1.5\t1.5\n", "rhythm.file_line"),
    ("a.beats", GOOD + "1.5\t1\t1\n", "rhythm.file_line"),
    ("a.beats", GOOD + "1,5\t1\n", "rhythm.file_line"),
    ("a.beats", "-1\t1\n" + GOOD, "rhythm.file_line"),
    ("a.beats", GOOD + "1.0\t3\n", "rhythm.file_not_rising"),
    ("a.beats", GOOD + "0.7\t3\n", "rhythm.file_not_rising"),
    ("a.beats", GOOD + "99\t1\n", "rhythm.file_beyond"),
    ("a.beats", b"\xff\xfe\0", "rhythm.file_line"),
    ("a.txt", "0.5\t0.5\tverse\n", "rhythm.file_line"),
    ("a.txt", "0.5\t0.5\t\n", "rhythm.file_line"),
    ("a.txt", GOOD, "rhythm.file_line"),
    ("a.mid", "", "rhythm.midi_damaged"),
    ("a.mid", GOOD, "rhythm.midi_damaged"),
    ("a.mid", to_midi(steady())[:-9], "rhythm.midi_damaged"),
    ("a.mid", midi(b"\0" + END), "rhythm.file_empty"),
    ("a.mid", midi(b"\xff\xff\xff\xff\xff"), "rhythm.midi_damaged"),
    ("a.mid", midi(b"\xff\xff\xff\x7f" + END, division=1), "rhythm.midi_damaged"),
    ("a.mid", midi(b"\0" + END, division=0xE728), "rhythm.midi_frames"),
    ("a.mid", midi(b"\0\xff\x06\x07beats x\0" + END), "rhythm.midi_damaged"),
    ("a.csv", GOOD, "rhythm.file_ending"),
])  # fmt: skip
def test_what_is_no_file_of_beats_of_this_piece_is_refused(
    tmp_path: Path, name: str, content: str | bytes, code: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    with pytest.raises(RhythmError) as raised:
        read_beats(path, 30.0)
    assert raised.value.code == code and str(raised.value).startswith("a.")


@settings(derandomize=True, deadline=None, max_examples=300)
@given(st.data())
def test_a_damaged_tempo_map_is_refused_or_still_rises(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    content = bytearray(to_midi(steady(position=2)))
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=4)):
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.getbasetemp() / "damaged.mid"
    path.write_bytes(content)
    try:
        grid = read_beats(path, 1e9)
    except RhythmError:
        return
    assert (np.diff(grid.beat_times) > 0).all() and (grid.positions >= 1).all()


def test_a_beat_just_beyond_the_end_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "a.beats").write_text(GOOD + "1.5\t3\n")
    assert len(read_beats(tmp_path / "a.beats", 1.45)) == 2


def test_nothing_is_written_of_a_grid_without_beats(tmp_path: Path) -> None:
    for write in (
        lambda: write_beats(NO_BEATS, tmp_path / "a.mid"),
        lambda: write_bar_labels(NO_BEATS, 9.0, tmp_path / "a.txt"),
    ):
        with pytest.raises(RhythmError) as raised:
            write()
        assert raised.value.code == "rhythm.nothing_to_write"
    assert list(tmp_path.iterdir()) == []


def test_beats_of_another_piece_are_told_from_those_at_another_level() -> None:
    random = np.random.default_rng(5)
    tracked = steady(n_beats=200)
    times = tracked.beat_times + random.normal(0, 0.02, 200)
    for same in (times, times[::2], times[1:] - 0.25):
        assert disagreement(BeatGrid(same, np.ones(len(same), np.int64), tempo_of(same), 4), tracked) is None
    note = disagreement(steady(113.0, n_beats=180), tracked)
    assert note is not None and note.code == "rhythm.file_disagrees"
    assert disagreement(steady(n_beats=3), tracked) is None and disagreement(tracked, NO_BEATS) is None
