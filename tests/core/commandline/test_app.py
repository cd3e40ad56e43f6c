"""The command line as its users meet it: mostly as a process of its own, with its exit code and its one-line errors."""

import csv
import json
import logging
import os
import shutil
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import numpy as np
import psutil
import pytest
import soundfile
from pyarrow import parquet

from core.commandline import app as cli
from core.commandline.analyze import CATALOGUE_NAME, STORE_NAME
from core.commandline.files import Predicted
from core.commandline.predictions import prediction_json
from core.errors import CatalogueError, log_path
from core.library import Catalogue
from core.library.lock import batch_lock
from core.synthesis import synthesise
from resources import resource_path
from tests.core.sound_files import write_wav
from tests.core.synthetic_genres import CLASSES, write_linear_model
from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[3]
TABLES = ("songs", "bars", "beats", "genre")
AFTER_THE_65 = ["bpm", "bpm_confidence", "metre", "key", "key_strength", "camelot", "lufs", "lra", "true_peak", "path"]


def start(*arguments, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "desktop", *map(str, arguments)]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", env=environment, **options
    )


def groovescope(*arguments, **options):
    """Exit code, standard output, lines of standard error; never a traceback."""
    return finish(start(*arguments, **options))


def finish(process):
    try:
        out, err = process.communicate(timeout=PATIENCE)
    finally:
        process.kill()
    assert "Traceback" not in err, err
    return process.returncode, out, err.splitlines()


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def write_song(path, seconds=3.0, seed=1, **arguments):
    clip = synthesise(seconds, seed=seed, sr=22050, **arguments)
    soundfile.write(path, clip.y, clip.sr)
    return path


@pytest.fixture(scope="module")
def album(tmp_path_factory):
    """Ten songs of 5 s, slow enough to analyse one by one that a run can be stopped among them."""
    folder = tmp_path_factory.mktemp("album")
    for i in range(10):
        write_song(folder / f"song {i}.wav", seconds=5.0, seed=i, parts=frozenset({"drums", "bass"}))
    return folder


# --- analyze ---------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def analysed(tmp_path_factory):
    """A run over good and bad input, two files at a time."""
    folder = tmp_path_factory.mktemp("mixed")
    music, out = folder / "music", folder / "tables"
    (music / "b").mkdir(parents=True)
    (music / "nothing here").mkdir()
    write_song(music / "a.wav", seconds=9.0, tempo=120.0)
    write_song(music / "b" / "a.wav", seconds=2.0, seed=2)
    write_song(music / "\N{SAXOPHONE} line\nbreak.wav", seconds=2.0, seed=3)
    soundfile.write(music / "silence.wav", np.zeros(22050), 22050)
    soundfile.write(music / "brief.wav", 0.1 * np.ones(882), 22050)
    write_wav(music / "eight channels.wav", channels=8, seconds=1.0)
    write_wav(music / "fast.wav", sr=192000, seconds=1.0)
    broken = np.full(22050, np.nan, dtype=np.float32)
    broken[:11025] = synthesise(0.5, sr=22050).y[:, 0]
    soundfile.write(music / "not a number.wav", broken, 22050, subtype="FLOAT")
    write_song(music / "whole.mp3", seconds=3.0)
    mp3 = (music / "whole.mp3").read_bytes()
    (music / "cut off.mp3").write_bytes(mp3[: len(mp3) // 2])
    (music / "text.wav").write_text("This is no audio.")
    (music / "empty.wav").write_bytes(b"")
    soundfile.write(music / "no samples.wav", np.zeros(0), 22050)
    code, stdout, stderr = groovescope(
        "analyze", music, music / "nothing here", folder / "gone.wav", music / "a.wav", "--out", out, "--jobs", 2
    )
    return music, out, code, stdout, stderr


def test_a_run_in_which_some_fail_ends_with_1_and_keeps_the_rest(analysed):
    _, out, code, stdout, stderr = analysed
    assert code == 1
    assert len(stdout.splitlines()) == 10
    assert stderr[-1] == f"10 songs and {len(rows_of(out / 'bars.csv'))} bars are in {out}. 5 failed, see failures.csv."
    assert len(rows_of(out / "songs.csv")) == len(rows_of(out / "genre.csv")) == 10


def test_rows_stand_in_the_order_of_the_input_whichever_is_done_first(analysed):
    _, out, *_ = analysed
    names = [row["filename"] for row in rows_of(out / "songs.csv")]
    assert names[:2] == ["a", "a"]
    assert names == [row["filename"] for row in rows_of(out / "genre.csv")]
    bars = [row["filename"] for row in rows_of(out / "bars.csv")]
    assert list(dict.fromkeys(bars)) == [name for name in dict.fromkeys(names) if name in bars]


def test_sections_follow_each_other_from_the_start_of_each_song_to_its_end(analysed):
    _, out, *_ = analysed
    rows, songs = rows_of(out / "sections.csv"), rows_of(out / "songs.csv")
    assert list(rows[0]) == ["filename", "start", "end", "label"]
    assert [row["filename"] for row in rows if float(row["start"]) == 0.0] == [song["filename"] for song in songs]
    for row, following in pairwise(rows):
        assert following["start"] in ("0.0", row["end"])


def test_chords_are_listed_without_gaps_and_named_in_harte_s_syntax(analysed):
    _, out, *_ = analysed
    rows = rows_of(out / "chords.csv")
    assert list(rows[0]) == ["filename", "start", "end", "label"]
    assert all(row["label"] == "N" or row["label"].endswith((":maj", ":min")) for row in rows)
    for row, following in pairwise(rows):
        assert following["start"] in ("0.0", row["end"])


def test_songs_of_the_same_name_are_told_apart_by_their_uuid(analysed):
    _, out, *_ = analysed
    first, second = rows_of(out / "songs.csv")[:2]
    assert first["filename"] == second["filename"] == "a"
    assert first["uuid"] != second["uuid"]
    bars = [row for row in rows_of(out / "bars.csv") if row["filename"] == "a"]
    assert {row["uuid"].rpartition("_")[0] for row in bars} == {first["uuid"], second["uuid"]}


def test_every_failure_is_listed_with_its_reason_and_said_in_one_line(analysed):
    music, out, _, _, stderr = analysed
    failures = {Path(row["path"]).name: row["reason"] for row in rows_of(out / "failures.csv")}
    assert set(failures) == {"nothing here", "gone.wav", "text.wav", "empty.wav", "no samples.wav"}
    for reason in failures.values():
        assert f"error: {reason}" in stderr
    assert "no music" in failures["nothing here"]
    assert "text" in failures["text.wav"]
    assert "empty" in failures["empty.wav"]
    assert "0 samples" in failures["no samples.wav"]
    assert "cannot be found" in failures["gone.wav"]


@pytest.mark.parametrize("name", ["silence", "brief"])
def test_what_has_no_tempo_has_an_empty_cell(analysed, name):
    _, out, *_ = analysed
    song = next(row for row in rows_of(out / "songs.csv") if row["filename"] == name)
    genre = next(row for row in rows_of(out / "genre.csv") if row["filename"] == name)
    assert (song["tempo"], genre["tempo"]) == ("", "")
    assert not [row for row in rows_of(out / "beats.csv") if row["filename"] == name]


def test_no_table_holds_an_infinite_number_or_the_word_nan(analysed):
    _, out, *_ = analysed
    for table in TABLES:
        for row in rows_of(out / f"{table}.csv"):
            for column, cell in row.items():
                if column not in ("filename", "uuid", "key", "camelot", "path"):
                    assert cell == "" or np.isfinite(float(cell)), (table, row["filename"], column, cell)


def test_notes_are_said_with_the_files_name(analysed):
    *_, stderr = analysed
    assert any(line.startswith("cut off.mp3: ") and "ends early" in line for line in stderr)
    assert any(line.startswith("not a number.wav: ") for line in stderr)


def test_a_name_with_a_line_break_is_one_field_and_one_line(analysed):
    _, out, *_ = analysed
    assert "\N{SAXOPHONE} line\nbreak" in [row["filename"] for row in rows_of(out / "songs.csv")]


def test_bars_and_beats_lie_in_their_song(analysed):
    _, out, *_ = analysed
    uuid = rows_of(out / "songs.csv")[0]["uuid"]
    beats = [row for row in rows_of(out / "beats.csv") if row["uuid"].startswith(uuid)]
    starts = [float(row["start"]) for row in beats]
    assert len(beats) >= 12
    assert all(float(row["end"]) > float(row["start"]) for row in beats)
    assert starts == sorted(starts)
    assert starts[0] >= 0
    assert float(beats[-1]["end"]) <= 9.0 + 1e-6
    assert np.median(np.diff(starts)) == pytest.approx(0.5, abs=0.03)
    assert {int(row["position"]) for row in beats} == {1, 2, 3, 4}


def test_the_reference_clips_keep_their_columns_names_and_bars(shared_data, tmp_path):
    clips = [shared_data / "clips" / f"{name}.wav" for name in ("music13", "music0")]
    code, _, _ = groovescope("analyze", *clips, "--out", tmp_path, "--cut", "fixed")
    assert code == 0
    reference = rows_of(shared_data / "reference" / "songs.csv")
    songs = rows_of(tmp_path / "songs.csv")
    assert list(songs[0]) == [*reference[0], *AFTER_THE_65]
    assert [row["path"] for row in songs] == [str(clip) for clip in clips]
    assert [float(row["lufs"]) for row in songs] == pytest.approx([-13.96, -18.89], abs=0.05)  # as ffmpeg says
    assert [row["filename"] for row in songs] == ["music13", "music0"]
    expected = next(row for row in reference if row["filename"] == "music0")
    assert float(songs[1]["tempo"]) == pytest.approx(float(expected["tempo"]), rel=1e-5)
    bars = rows_of(tmp_path / "bars.csv")
    assert list(bars[0]) == [*reference[0], "start", "end", "bar", "bpm"]
    # The reference's bars carry the song's uuid where the name belongs.
    n_reference = sum(row["filename"] == expected["uuid"] for row in rows_of(shared_data / "reference" / "bars.csv"))
    assert sum(row["filename"] == "music0" for row in bars) == n_reference > 5
    assert [row["uuid"] for row in bars if row["filename"] == "music0"][3] == f"{songs[1]['uuid']}_3"


def test_images_and_parquet_are_written_where_asked_for(tmp_path):
    songs = [write_song(tmp_path / "long.wav", 3.0), write_song(tmp_path / "short.wav", 2.0, seed=2)]
    out = tmp_path / "out"
    for _ in range(2):  # a second run into the same folder replaces the first
        code, _, err = groovescope(
            "analyze", *songs, "--out", out, "--format", "parquet", "--cut", "beats", "--images", "--jobs", 1
        )
        assert (code, err[-1][:7]) == (0, "2 songs")
    files = {path.name for path in out.iterdir()}
    assert files == {
        *(f"{table}.parquet" for table in (*TABLES, "sections", "chords")),
        "columns.csv",
        "failures.csv",
        "images",
    }
    table = parquet.read_table(out / "songs.parquet")
    assert table["filename"].to_pylist() == ["long", "short"]
    assert table["path"].to_pylist() == [str(song) for song in songs]
    assert str(table.schema.field("key").type) == "string" and str(table.schema.field("metre").type) == "int64"
    assert parquet.read_table(out / "bars.parquet").num_rows == parquet.read_table(out / "beats.parquet").num_rows
    widths = {np.load(out / "images" / name / "mel.npy").shape for name in ("long", "short")}
    assert widths == {(128, 1 + 3 * 22050 // 512)}
    assert sorted(path.name for path in (out / "images").iterdir()) == ["images.json", "long", "short"]


def test_each_song_is_told_on_one_line_with_the_numbers_of_its_table(tmp_path):
    song, quiet, out = write_song(tmp_path / "a.wav", 9.0), tmp_path / "silence.wav", tmp_path / "out"
    soundfile.write(quiet, np.zeros(22050 * 4), 22050)
    code, printed, err = groovescope("analyze", song, quiet, "--out", out, "--jobs", 1)
    assert code == 0
    row, silent = rows_of(out / "songs.csv")
    told, told_of_silence = printed.splitlines()
    assert told.startswith(f"a.wav: {float(row['bpm']):.1f} BPM, {row['metre']}/4, ")
    key = f"{row['key']} ({row['camelot']})" if row["key"] else "no clear key"
    assert f", {key}, {float(row['lufs']):.1f} LUFS" in told
    assert 0 < float(row["bpm_confidence"]) <= 1 and float(row["lra"]) >= 0 and float(row["true_peak"]) > -20
    assert told_of_silence == "silence.wav: no steady tempo, no clear bars, no clear key, no loudness"
    assert [silent[name] for name in AFTER_THE_65[2:-1]] == [""] * 7
    assert [row["path"], silent["path"]] == [str(song), str(quiet)]
    assert err[-1] == f"2 songs and {len(rows_of(out / 'bars.csv'))} bars are in {out}."
    names = {row["name"] for row in rows_of(out / "columns.csv")}
    assert set(AFTER_THE_65) < names


def test_an_earlier_result_is_not_lost_to_a_run_in_which_all_fails(tmp_path):
    out = tmp_path / "out"
    assert groovescope("analyze", write_song(tmp_path / "a.wav", 2.0), "--out", out)[0] == 0
    before = {table: (out / f"{table}.csv").read_bytes() for table in TABLES}
    (tmp_path / "text.wav").write_text("no audio")
    code, _, err = groovescope("analyze", tmp_path / "text.wav", "--out", out)
    assert code == 2
    assert len(err) == 1
    assert err[0].startswith("error: text.wav")
    assert before == {table: (out / f"{table}.csv").read_bytes() for table in TABLES}
    assert len(rows_of(out / "failures.csv")) == 1


# --- stopping, dying, going on ---------------------------------------------------------------------------------------


def n_stored(out):
    try:
        with Catalogue.open(out / STORE_NAME / CATALOGUE_NAME, read_only=True) as catalogue:
            return len(catalogue.find("is:analysed"))
    except CatalogueError:  # not made yet
        return 0


def wait_for_parts(out, process, count=2):
    deadline = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < deadline:
        if n_stored(out) >= count:
            return
        time.sleep(0.005)
    pytest.fail(f"the run ended before it could be stopped: {process.communicate()}")


def test_ctrl_c_leaves_complete_tables_of_what_was_finished(album, tmp_path):
    out = tmp_path / "out"
    process = start("analyze", album, "--out", out, "--jobs", 1, start_new_session=True)
    wait_for_parts(out, process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers as well
    code, _, err = finish(process)
    assert code == 130
    assert err[-1].startswith("Interrupted: ")
    assert "--resume" in err[-1]
    songs = rows_of(out / "songs.csv")
    assert 2 <= len(songs) < 10
    assert [row["filename"] for row in songs] == [f"song {i}" for i in range(len(songs))]
    assert all(None not in row and None not in row.values() for row in songs)
    assert not list(out.glob(".*.part"))


def test_a_killed_run_goes_on_where_it_stopped(album, tmp_path):
    music, out = tmp_path / "music", tmp_path / "out"
    shutil.copytree(album, music)
    process = start("analyze", music, "--out", out, "--jobs", 1)
    wait_for_parts(out, process, count=3)
    process.kill()
    process.communicate()
    assert not (out / "songs.csv").exists()
    # Analysing song 0 again would fail now: it is no audio any more, which cannot be told from outside.
    first = music / "song 0.wav"
    status = first.stat()
    first.write_bytes(b"x" * status.st_size)
    os.utime(first, ns=(status.st_atime_ns, status.st_mtime_ns))
    code, _, err = groovescope("analyze", music, "--out", out, "--resume", "--jobs", 1)
    assert code == 0, err
    assert [row["filename"] for row in rows_of(out / "songs.csv")] == [f"song {i}" for i in range(10)]
    assert not (out / STORE_NAME).exists()


def test_resume_analyses_anew_what_has_changed_and_only_retries_what_failed(tmp_path):
    good, bad, out = write_song(tmp_path / "good.wav", 2.0), tmp_path / "bad.wav", tmp_path / "out"
    bad.write_text("not yet audio")
    assert groovescope("analyze", good, bad, "--out", out, "--jobs", 1)[0] == 1
    first = rows_of(out / "songs.csv")
    write_song(good, 3.0, seed=5)
    write_song(bad, 2.0, seed=6)
    assert groovescope("analyze", good, bad, "--out", out, "--resume", "--jobs", 1)[0] == 0
    songs = rows_of(out / "songs.csv")
    assert [float(row["duration"]) for row in songs] == [3.0, 2.0]
    assert songs[0]["uuid"] != first[0]["uuid"]
    assert rows_of(out / "failures.csv") == []


def test_a_worker_that_dies_costs_only_its_own_file(album, tmp_path):
    out = tmp_path / "out"
    process = start("analyze", album, "--out", out, "--jobs", 1)
    wait_for_parts(out, process)
    # Workers are forked from a process that this one started.
    descendants = psutil.Process(process.pid).children(recursive=True)
    workers = [one for one in descendants if one.ppid() != process.pid]
    assert len(workers) == 1
    workers[0].kill()
    code, _, err = finish(process)
    failures = rows_of(out / "failures.csv")
    # Between two files it may die without costing any.
    assert code == (1 if failures else 0), err
    assert len(failures) <= 1
    assert len(rows_of(out / "songs.csv")) == 10 - len(failures)


def test_a_second_run_into_the_same_folder_waits_for_nobody(tmp_path):
    song, out = write_song(tmp_path / "a.wav", 2.0), tmp_path / "out"
    (out / STORE_NAME).mkdir(parents=True)
    with batch_lock(out / STORE_NAME / CATALOGUE_NAME):
        code, _, err = groovescope("analyze", song, "--out", out)
    assert code == 2
    assert err == [f"error: Another run is writing into {out}; wait for it or use another folder."]


@pytest.mark.skipif(sys.platform == "win32", reason="needs limits on the size of files")
def test_a_full_disk_ends_in_one_line_and_no_half_written_table(tmp_path):
    import resource

    def no_more_than_a_kilobyte():
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    song, out = write_song(tmp_path / "a.wav", 2.0), tmp_path / "out"
    code, _, err = groovescope("analyze", song, "--out", out, preexec_fn=no_more_than_a_kilobyte)
    assert code == 2
    assert len(err) == 1
    assert "could not be written" in err[0]
    assert "Free some space" in err[0]
    assert not [path for path in out.rglob("*") if path.is_file() and STORE_NAME not in path.parts]


# --- wrong arguments -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["analyse"], "analyse"),
        (["analyze"], "PATH"),
        (["analyze", "a.wav"], "--out"),
        (["analyze", "a.wav", "--out"], "--out"),
        (["analyze", "a.wav", "--out", "o", "--cut", "phrases"], "bars"),
        (["analyze", "a.wav", "--out", "o", "--format", "xlsx"], "parquet"),
        (["analyze", "a.wav", "--out", "o", "--jobs", "0"], "--jobs"),
        (["analyze", "a.wav", "--out", "o", "--jobs", "many"], "--jobs"),
        (["analyze", "a.wav", "--out", "o", "--colour"], "--colour"),
        (["predict"], "PATH"),
        (["predict", "a.wav", "--model", "no such model.gsm"], "no such model.gsm"),
        (["model", "show", "no such model.gsm"], "no such model.gsm"),
        (["model", "verify", "no such model.gsm"], "no such model.gsm"),
        (["model", "forget"], "forget"),
        (["demo"], "DIR"),
    ],
)
def test_a_wrong_argument_ends_in_one_line_and_2(arguments, reason, capsys, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert cli.main(arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("error: ")
    assert reason in captured.err
    assert captured.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_music_is_said_in_one_line(tmp_path, capsys):
    (tmp_path / "notes.txt").write_text("no music")
    assert cli.main(["analyze", str(tmp_path), "--out", str(tmp_path / "out")]) == 2
    err = capsys.readouterr().err
    assert err == f"error: {tmp_path.name} holds no music; choose a folder with audio files in it.\n"
    assert not (tmp_path / "out").exists()


def test_an_output_folder_that_is_a_file_is_said_in_one_line(tmp_path, capsys):
    (tmp_path / "out").write_text("here already")
    song = write_song(tmp_path / "a.wav", 1.0)
    assert cli.main(["analyze", str(song), "--out", str(tmp_path / "out")]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"error: {tmp_path / 'out'}")
    assert err.count("\n") == 1


@pytest.mark.unprivileged
def test_an_output_folder_without_permission_is_said_in_one_line(tmp_path, capsys):
    (tmp_path / "locked").mkdir(mode=0o500)
    song = write_song(tmp_path / "a.wav", 1.0)
    assert cli.main(["analyze", str(song), "--out", str(tmp_path / "locked" / "out")]) == 2
    err = capsys.readouterr().err
    assert "may not be written" in err
    assert err.count("\n") == 1


def test_a_folder_of_foreign_images_is_left_alone(tmp_path, capsys):
    song = write_song(tmp_path / "a.wav", 1.0)
    (tmp_path / "out" / "images").mkdir(parents=True)
    (tmp_path / "out" / "images" / "holiday.jpg").write_bytes(b"precious")
    assert cli.main(["analyze", str(song), "--out", str(tmp_path / "out"), "--images"]) == 2
    assert "images is there already" in capsys.readouterr().err
    assert (tmp_path / "out" / "images" / "holiday.jpg").read_bytes() == b"precious"


def test_help_names_the_commands_and_version_the_program(capsys):
    assert cli.main(["--help"]) == 0
    text = capsys.readouterr().out
    assert all(command in text for command in ("analyze", "predict", "doctor", "train", "demo", "model", "benchmark"))
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("groovescope ")


# --- predict, model, demo --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def model(tmp_path_factory):
    path = tmp_path_factory.mktemp("model") / "linear.gsm"
    write_linear_model(path)
    return path


def test_predict_prints_one_json_object_a_file_in_the_order_of_the_input(model, tmp_path):
    songs = [write_song(tmp_path / f"{name}.wav", seconds) for name, seconds in (("z", 5.0), ("a", 1.5))]
    (tmp_path / "text.wav").write_text("no audio")
    code, out, err = groovescope("predict", tmp_path / "text.wav", *songs, "--model", model, "--json")
    assert code == 1
    assert any(line.startswith("error: text.wav") for line in err)
    objects = [json.loads(line) for line in out.splitlines()]
    assert [Path(entry["path"]).name for entry in objects] == ["z.wav", "a.wav"]
    for entry in objects:
        assert set(entry) == {"path", "genres", "windows", "notes", "outside", "novelty"}
        assert set(entry["genres"]) == set(CLASSES)
        assert sum(entry["genres"].values()) == pytest.approx(1)
        assert [(window["start"], set(window["genres"])) for window in entry["windows"]] == [(0.0, set(CLASSES))]
        assert any("long" in note for note in entry["notes"])
    assert objects[0]["windows"][0]["end"] == pytest.approx(5.0)


def test_a_piece_of_which_the_model_says_nothing_has_no_genres_but_a_note():
    entry = prediction_json(Path("silence.wav"), Predicted(1.0, None, ("No prediction: the piece is silent.",)))
    assert entry == {
        "path": "silence.wav",
        "genres": {},
        "windows": [],
        "notes": ["No prediction: the piece is silent."],
        "outside": None,
        "novelty": None,
    }


def test_predict_prints_a_table_with_the_three_likeliest_genres(model, tmp_path):
    song = write_song(tmp_path / "[bold]song.wav", 2.0)
    code, out, _ = groovescope("predict", song, "--model", model)
    assert code == 0
    assert "[bold]song.wav" in out
    assert all(label in out for label in CLASSES)
    assert out.count("%") == 3


def test_the_shipped_model_predicts_the_demo_clip():
    code, out, err = groovescope("predict", resource_path("demo.flac"), "--json")
    assert code == 0, err
    (entry,) = map(json.loads, out.splitlines())
    assert len(entry["genres"]) == 10
    assert sum(entry["genres"].values()) == pytest.approx(1)
    assert len(entry["windows"]) == 1


def test_whoever_stops_reading_ends_the_command_quietly(model, tmp_path):
    song = write_song(tmp_path / "a.wav", 1.5)
    process = start("predict", song, "--model", model, "--json")
    process.stdout.close()
    process.stdout = None
    _, err = process.communicate(timeout=PATIENCE)
    assert "Traceback" not in err
    assert "Exception ignored" not in err


def test_model_show_and_verify_tell_a_sound_file_from_another(model, tmp_path, capsys):
    assert cli.main(["model", "show", str(model)]) == 0
    text = capsys.readouterr().out
    assert "Three genres" in text
    assert "calm" in text
    (tmp_path / "broken.gsm").write_bytes(model.read_bytes()[:-100])
    assert cli.main(["model", "verify", str(tmp_path / "broken.gsm")]) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("error: ")


def test_demo_writes_the_demo_clip_and_a_labelled_data_set(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("core.synthesis.demo.DATASET_SECONDS", 1.0)  # tests of the synthesis have them whole
    assert cli.main(["demo", str(tmp_path / "new" / "demo")]) == 0
    folder = tmp_path / "new" / "demo"
    written, _ = soundfile.read(folder / "demo.flac", dtype="int16")
    shipped, _ = soundfile.read(resource_path("demo.flac"), dtype="int16")
    assert np.abs(written.astype(int) - shipped).max() <= 2
    assert len(list((folder / "dataset").glob("*/*.wav"))) == 40
    assert capsys.readouterr().err == f"demo.flac and a data set of 40 clips with 4 labels are in {folder}.\n"


def test_what_was_not_foreseen_is_one_line_and_a_traceback_in_the_log(monkeypatch, capsys):
    def fail(**_):
        raise KeyError("tempo")

    monkeypatch.setattr(cli, "app", fail)
    assert cli.main(["analyze"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("error: Internal error.") and str(log_path()) in line and "tempo" not in line
    log = log_path().read_text(encoding="utf-8")
    assert "KeyError: 'tempo'" in log and "in fail" in log
    assert not logging.getLogger("groovescope").handlers
