"""Three trackers on synthesised music whose beats are known, through the command as a person calls it."""

import csv
from pathlib import Path

import pytest
import soundfile

import core.commandline.benchmark  # noqa: F401  it adds itself to the command line
from core.benchmarks.rhythm import OURS, TRACKERS, for_all, read_piece
from core.benchmarks.rhythm_annotations import Piece, find_pieces
from core.commandline.app import main
from core.errors import RhythmError
from core.synthesis import synthesise


def write_piece(folder: Path, name: str, seed: int, seconds: float = 12.0) -> None:
    folder.mkdir(exist_ok=True)
    clip = synthesise(seconds, tempo=110.0, seed=seed, sr=22050)
    soundfile.write(folder / f"{name}.wav", clip.y, clip.sr)
    downbeats = set(clip.downbeat_times.tolist())
    starts = [i for i, time in enumerate(clip.beat_times) if time in downbeats]
    rows = [f"{time:.3f}\t{(i - starts[0]) % 4 + 1}" for i, time in enumerate(clip.beat_times)]
    (folder / f"{name}.beats").write_text("\n".join(rows))


def test_the_report_has_all_trackers_overall_by_group_by_label_and_by_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_piece(tmp_path / "music", "rock.1", seed=1)
    write_piece(tmp_path / "music", "jazz.1", seed=2)
    (tmp_path / "music" / "labels.csv").write_text("file,metre,tempo\nrock.1.wav,4,110\njazz.1,4,110\n")
    table = tmp_path / "figures.csv"
    assert main(["benchmark", "rhythm", str(tmp_path / "music"), "--csv", str(table)]) == 0
    shown = capsys.readouterr().out
    for text in (*TRACKERS, "CMLt", "downbeat F", "bootstrap", "rock (1)", "by metre", "80 to 120 (2)", "/ STFT"):
        assert text in shown
    with table.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 2 * len(TRACKERS)
    assert {row["metre"] for row in rows} == {"4"}
    assert float(next(row for row in rows if row["tracker"] == OURS)["F"]) > 0.9


def test_a_piece_whose_beats_are_unusable_is_a_line_and_the_others_are_measured(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_piece(tmp_path, "good", seed=1)
    write_piece(tmp_path, "bad", seed=2)
    (tmp_path / "bad.beats").write_text("0.5 1\n1.0 two\n")
    write_piece(tmp_path, "without", seed=3)
    (tmp_path / "without.beats").unlink()
    assert main(["benchmark", "rhythm", str(tmp_path)]) == 1
    printed = capsys.readouterr()
    assert "1 pieces" in printed.out
    assert "bad.beats, line 2" in printed.err
    assert "without.wav" in printed.err


@pytest.mark.parametrize("content", [None, "no audio", "no beats"])
def test_a_folder_of_no_use_is_one_line(
    content: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "music"
    if content is not None:
        folder.mkdir()
    if content == "no beats":
        soundfile.write(folder / "a.wav", [0.0] * 1000, 22050)
    assert main(["benchmark", "rhythm", str(folder)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_without_mir_eval_the_command_says_in_one_line_what_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write_piece(tmp_path, "a", seed=1)
    monkeypatch.setattr("core.benchmarks.rhythm_scores.find_spec", lambda _name: None)
    assert main(["benchmark", "rhythm", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert "mir_eval" in error
    assert error.count("\n") == 1


def test_corrections_are_counted_for_each_user_and_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_piece(tmp_path, "a", seed=1)
    assert main(["benchmark", "rhythm", str(tmp_path), "--corrections"]) == 0
    shown = capsys.readouterr().out
    assert "gestures until F > 0.98" in shown
    assert "single beats only" in shown
    assert shown.splitlines()[-1].startswith("a ")


def test_two_processes_give_what_one_gives(tmp_path: Path) -> None:
    for seed in (1, 2):
        write_piece(tmp_path, f"{seed}", seed=seed, seconds=8.0)
    (tmp_path / "2.beats").write_text("")
    pieces, _ = find_pieces(tmp_path)
    alone, together = (list(for_all(_annotated_beats, pieces, n)) for n in (1, 2))
    assert [piece for piece, _ in together] == pieces
    assert alone[0][1] == together[0][1]
    assert isinstance(together[1][1], RhythmError)


def _annotated_beats(piece: Piece) -> list[float]:
    return read_piece(piece)[0].beat_times.tolist()
