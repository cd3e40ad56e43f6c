"""Finding annotated music, and beats that cannot be those of a piece."""

from pathlib import Path

import pytest

from core.benchmarks.rhythm_annotations import Piece, find_pieces, labelled_groups, read_beats
from core.errors import CommandError, RhythmError


def _touch(*paths: Path) -> None:
    for path in paths:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()


def test_groups_are_what_precedes_the_first_dot_in_one_folder(tmp_path: Path) -> None:
    _touch(tmp_path / "rock.1.wav", tmp_path / "rock.1.beats", tmp_path / "x.flac", tmp_path / "x.beats")
    pieces, without = find_pieces(tmp_path)
    assert [(piece.name, piece.group) for piece in pieces] == [("rock.1", "rock"), ("x", "")]
    assert not without


def test_groups_are_folders_where_there_are_any(tmp_path: Path) -> None:
    _touch(tmp_path / "a" / "1.wav", tmp_path / "a" / "1.beats", tmp_path / "b" / "1.wav")
    pieces, without = find_pieces(tmp_path)
    assert [(piece.name, piece.group) for piece in pieces] == [("a/1", "a")]
    assert [path.name for path in without] == ["1.wav"]


def test_beats_may_be_in_a_folder_of_their_own(tmp_path: Path) -> None:
    _touch(tmp_path / "clips" / "1.wav", tmp_path / "beats" / "1.beats")
    pieces, _ = find_pieces(tmp_path / "clips", tmp_path / "beats")
    assert pieces[0].beats == tmp_path / "beats" / "1.beats"


def test_labels_are_found_by_file_or_by_clip(tmp_path: Path) -> None:
    _touch(*(tmp_path / f"{i}{ending}" for i in (1, 2) for ending in (".wav", ".beats")))
    (tmp_path / "labels.csv").write_text("clip,metre,swing\n1,3,0.1\n2.wav,4,\n")
    pieces, _ = find_pieces(tmp_path)
    assert [dict(piece.labels) for piece in pieces] == [{"metre": "3", "swing": "0.1"}, {"metre": "4"}]


def test_a_table_of_labels_without_files_is_one_line(tmp_path: Path) -> None:
    _touch(tmp_path / "1.wav", tmp_path / "1.beats")
    (tmp_path / "labels.csv").write_text("metre\n3\n")
    with pytest.raises(CommandError) as caught:
        find_pieces(tmp_path)
    assert caught.value.code == "command.rhythm_labels"


def test_tempi_are_grouped_by_range_and_many_numbers_by_thirds() -> None:
    def piece(i: int) -> Piece:
        return Piece(Path(), Path(), str(i), "", {"tempo": str(60 + 5 * i), "density": str(i / 7), "seed": f"s{i}"})

    groups = {(label, value): len(pieces) for label, value, pieces in labelled_groups([piece(i) for i in range(30)])}
    assert groups["tempo", "0 to 80"] == 4
    assert groups["tempo", "160 to inf"] == 10
    assert [count for (label, _), count in groups.items() if label == "density"] == [10, 10, 10]
    assert [value.split(" ")[0] for label, value in groups if label == "density"] == ["up", "1.38", "over"]
    assert not any(label == "seed" for label, _ in groups)


@pytest.mark.parametrize(
    "text", ["0.5\t1\n1.0\t2\n", "0.5 1\n1.0 2", "0.5,1\r\n1.0,2\r\n", "# beats\n0.5 1\n\n1.0 2\n"]
)
def test_seconds_and_positions_are_read_in_the_usual_forms(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.beats").write_text(text)
    grid = read_beats(tmp_path / "a.beats", 10.0)
    assert grid.beat_times.tolist() == [0.5, 1.0]
    assert grid.positions.tolist() == [1, 2]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "rhythm.beats_too_few"),
        ("0.5 1\n", "rhythm.beats_too_few"),
        ("hello\n", "rhythm.beats_malformed"),
        ("0.5 x\n1 2\n", "rhythm.beats_malformed"),
        ("nan 1\n1 2\n", "rhythm.beats_malformed"),
        ("-1 1\n1 2\n", "rhythm.beats_malformed"),
        ("1 1\n0.5 2\n", "rhythm.beats_not_rising"),
        ("1 1\n1 2\n", "rhythm.beats_not_rising"),
        ("1 1\n20 2\n", "rhythm.beats_of_another"),
    ],
)
def test_beats_of_no_use_say_why(text: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "a.beats").write_text(text)
    with pytest.raises(RhythmError) as caught:
        read_beats(tmp_path / "a.beats", 10.0)
    assert caught.value.code == code


def test_beats_without_positions_have_no_downbeats(tmp_path: Path) -> None:
    (tmp_path / "a.beats").write_text("0.5\n1.0\n1.5\n")
    grid = read_beats(tmp_path / "a.beats", 10.0)
    assert len(grid) == 3
    assert not len(grid.downbeat_times)


def test_a_file_that_is_no_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.beats").write_bytes(b"\xff\xfe\x00\x80")
    with pytest.raises(RhythmError) as caught:
        read_beats(tmp_path / "a.beats", 10.0)
    assert caught.value.code == "rhythm.beats_unreadable"
