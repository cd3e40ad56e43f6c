"""Predicting with a model file: over windows, with what is missing, and refusing what is not sound."""

import json
import multiprocessing
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from core.errors import ModelError, NoPredictionError
from core.features.recipe import GENRE_COLUMNS
from core.genre.model import GenreModel, load_model, save_model
from core.messages import texts
from core.model_file.container import MAX_FILE_BYTES, read_model_file, write_model_file
from tests.core.synthetic_genres import CLASSES, linear_graph, linear_passport, linear_probabilities, write_linear_model
from tests.waiting import PATIENCE

COLUMNS = ("rms_mean", "tempo", "mfcc1_mean")
PLACES = [GENRE_COLUMNS.index(name) for name in COLUMNS]


@pytest.fixture
def model(tmp_path: Path) -> GenreModel:
    write_linear_model(tmp_path / "model.gsm")
    return load_model(tmp_path / "model.gsm")


def features(*rows: tuple[float, float, float]) -> NDArray[np.float64]:
    """Rows of the genre table of which the model reads three columns."""
    table = np.full((len(rows), len(GENRE_COLUMNS)), 7.0)
    table[:, PLACES] = rows
    return table


def test_a_saved_model_says_what_its_estimator_says(model: GenreModel) -> None:
    X = np.random.default_rng(5).uniform(0, 2, (200, 3))
    assert np.abs(model.predict_proba(X) - linear_probabilities(X, 3)).max() < 1e-6
    assert model.classes == CLASSES
    assert model.columns == COLUMNS


def test_probabilities_of_any_number_of_rows_sum_to_one(model: GenreModel) -> None:
    for n_rows in (0, 1, 64, 65, 300):
        probabilities = model.predict_proba(np.ones((n_rows, 3)))
        assert probabilities.shape == (n_rows, 3)
        assert np.allclose(probabilities.sum(axis=1), 1, atol=1e-12)


def test_one_window_is_the_whole_piece(model: GenreModel) -> None:
    prediction = model.predict(features((1.0, 0.5, 1.5)), [[0.0, 30.0]], 30.0)
    assert (prediction.probabilities == prediction.window_probabilities[0]).all()
    assert prediction.notes == ()
    assert prediction.model_name == "Three genres"


def test_windows_count_by_their_length(model: GenreModel) -> None:
    rows = features((1.0, 0.5, 1.5), (0.2, 1.9, 0.1))
    prediction = model.predict(rows, [[0.0, 30.0], [30.0, 40.0]], 40.0)
    first, second = prediction.window_probabilities
    assert np.allclose(prediction.probabilities, (3 * first + second) / 4)
    assert not np.allclose(prediction.probabilities, (first + second) / 2)


@pytest.mark.parametrize(("duration", "length"), [(12.3, "12"), (0.04, "0.04"), (1.4, "1")])
def test_a_short_piece_is_predicted_with_a_note(model: GenreModel, duration: float, length: str) -> None:
    prediction = model.predict(features((1.0, 0.5, 1.5)), [[0.0, duration]], duration)
    assert texts(prediction.notes) == [
        f"Only {length} s long; the model was trained on 30 s. Results are less reliable."
    ]


def test_windows_of_another_length_than_the_training_pieces_are_said_to_be_so(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm", replace(linear_passport(), window=5.0))
    prediction = load_model(tmp_path / "model.gsm").predict(features((1.0, 0.5, 1.5)), [[0.0, 30.0]], 30.0)
    assert texts(prediction.notes) == ["Classified in windows of 30 s; the model was trained on 5 s."]


def test_a_model_in_use_travels_to_another_process(model: GenreModel) -> None:
    row = [[0.3, 1.0, 1.5]]
    expected = model.predict_proba(row)
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as executor:
        assert (executor.submit(model.predict_proba, row).result(timeout=PATIENCE) == expected).all()


def test_silent_windows_are_left_out_and_counted(model: GenreModel) -> None:
    rows = features((1.0, 0.5, 1.5), (np.nan, np.nan, np.nan), (0.2, 1.9, 0.1))
    prediction = model.predict(rows, [[0, 30], [30, 60], [60, 90]], 90.0)
    assert prediction.windows.tolist() == [[0, 30], [60, 90]]
    assert "1 of 3 windows are silent and have no genre." in texts(prediction.notes)


def test_silence_has_no_prediction(model: GenreModel) -> None:
    with pytest.raises(NoPredictionError, match=r"^No prediction: the piece is silent"):
        model.predict(features((-np.inf, np.nan, 0.0)), [[0, 30]], 30.0)


@pytest.mark.parametrize("tempo", [np.nan, 0.0])
def test_a_missing_tempo_is_replaced_by_the_usual_one_and_said(model: GenreModel, tempo: float) -> None:
    without = model.predict(features((0.3, tempo, 1.5)), [[0, 30]], 30.0)
    usual = model.predict(features((0.3, 1.0, 1.5)), [[0, 30]], 30.0)
    assert (without.probabilities == usual.probabilities).all()
    assert texts(without.notes) == ["No tempo found; the genre follows from the other features."]


def test_music_unlike_the_training_rows_is_said_to_be_so(tmp_path: Path) -> None:
    columns = tuple(f"mfcc{number}_mean" for number in range(1, 9))
    write_linear_model(tmp_path / "model.gsm", linear_passport(columns))
    table = np.ones((1, len(GENRE_COLUMNS)))
    table[0, [GENRE_COLUMNS.index(name) for name in columns[:6]]] = 3.0
    (note,) = load_model(tmp_path / "model.gsm").predict(table, [[0, 30]], 30.0).notes
    assert str(note).startswith("Unlike the training music: 6 of 8 features")


def test_features_of_another_shape_are_refused(model: GenreModel) -> None:
    with pytest.raises(ModelError, match="reads 3 features a row"):
        model.predict_proba(np.ones((2, 4)))
    with pytest.raises(ModelError, match="2 windows need 2 x 58 features"):
        model.predict(np.ones((1, 58)), [[0, 30], [30, 60]], 60.0)


def test_a_column_that_is_not_measured_from_audio_is_named(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm", linear_passport(("rms_mean", "mood")))
    with pytest.raises(ModelError, match="“mood”, which is not measured from audio"):
        load_model(tmp_path / "model.gsm").predict(np.ones((1, 58)), [[0, 30]], 30.0)


def test_a_model_of_another_recipe_is_refused(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm", replace(linear_passport(), recipe="older"))
    with pytest.raises(ModelError, match=r"feature set differs \(older\)"):
        load_model(tmp_path / "model.gsm")
    assert load_model(tmp_path / "model.gsm", recipes=None).passport.recipe == "older"


def test_saving_the_same_model_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "one.gsm")
    write_linear_model(tmp_path / "other.gsm")
    assert (tmp_path / "one.gsm").read_bytes() == (tmp_path / "other.gsm").read_bytes()


def test_a_model_that_disagrees_with_its_estimator_is_not_saved(tmp_path: Path) -> None:
    path = tmp_path / "model.gsm"
    path.write_text("an earlier file")
    X = np.ones((4, 3))
    wrong = np.roll(linear_probabilities(X, 3), 1, axis=1)
    with pytest.raises(ModelError, match="not saved: its ONNX form differs"):
        save_model(path, linear_passport(), linear_graph(3, 3), X, wrong)
    assert path.read_text() == "an earlier file"
    assert list(tmp_path.iterdir()) == [path]


def assert_refused(path: Path, what: str) -> None:
    with pytest.raises(ModelError, match=what) as refusal:
        load_model(path)
    assert "\n" not in str(refusal.value)


def test_every_truncation_of_a_model_file_is_refused(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm")
    content = (tmp_path / "model.gsm").read_bytes()
    path = tmp_path / "cut.gsm"
    for length in range(0, len(content), 37):
        path.write_bytes(content[:length])
        assert_refused(path, "cut.gsm is not a Groovescope model or is damaged")


def test_every_flipped_byte_is_refused_or_harmless(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm")
    content = bytearray((tmp_path / "model.gsm").read_bytes())
    expected = load_model(tmp_path / "model.gsm").predict_proba(np.ones((1, 3)))
    path = tmp_path / "flipped.gsm"
    for place in range(0, len(content), 23):
        damaged = content.copy()
        damaged[place] ^= 0x55
        path.write_bytes(damaged)
        try:
            said = load_model(path).predict_proba(np.ones((1, 3)))
        except ModelError:
            continue
        assert (said == expected).all()


def test_an_oversized_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.gsm"
    with path.open("wb") as stream:
        stream.truncate(MAX_FILE_BYTES + 1)
    assert_refused(path, "at most 64 MB")


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.gsm"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("passport.json", b" " * 10_000_000)
        archive.writestr("model.onnx", b"\0" * 10_000_000)
    assert_refused(path, "is compressed")


def test_an_archive_with_another_member_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "more.gsm"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("passport.json", "model.onnx", "../outside.txt"):
            archive.writestr(name, b"{}")
    assert_refused(path, "and nothing else")


def test_a_pickle_is_never_unpickled(tmp_path: Path) -> None:
    path, trace = tmp_path / "pickle.gsm", tmp_path / "executed"
    path.write_bytes(b"cos\nsystem\n(S'touch " + str(trace).encode() + b"'\ntR.")
    assert_refused(path, "is not a Groovescope model")
    assert not trace.exists()


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    assert_refused(tmp_path / "none.gsm", "There is no model file")
    assert_refused(tmp_path, "is a folder")


def rewritten(path: Path, **changes: object) -> Path:
    """The model file at `path` with entries of its passport replaced."""
    text, graph = read_model_file(path)
    write_model_file(path, json.dumps({**json.loads(text), **changes}), graph)
    return path


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"format": 3}, "has format 3"),
        ({"classes": []}, "classes are not"),
        ({"classes": ["a", "a", "b"]}, "classes are not"),
        ({"classes": ["a", "b"]}, "in another shape"),
        ({"columns": ["rms_mean"]}, "are not 1 finite numbers"),
        ({"columns": ["rms_mean", "tempo", "a\x1b[2J"]}, "cannot be shown"),
        ({"recipe": "\x1b]0;mine\x07"}, "cannot be shown"),
        ({"data": {"rows": [["\n"]]}}, "cannot be shown"),
        ({"medians": [1, "x", 2]}, "medians are not 3 finite numbers"),
        ({"scores": {"random": 3}}, "malformed"),
        ({"scores": {"random": {"accuracy": 1}}}, "malformed"),
        ({"name": None}, "name is not a text"),
        ({"window": -1}, "window is not"),
        ({"probes": [{"features": [1], "probabilities": [1]}]}, "a probe's features"),
        ({"recalls": "none"}, "recalls is not an object"),
    ],
)
def test_a_passport_that_does_not_fit_is_refused(tmp_path: Path, changes: dict[str, object], what: str) -> None:
    write_linear_model(tmp_path / "model.gsm")
    assert_refused(rewritten(tmp_path / "model.gsm", **changes), what)


@pytest.mark.parametrize("text", ["", "[]", "{", "null", '{"format": 1}', "[" * 100_000, '{"format": NaN}'])
def test_a_passport_that_is_not_one_is_refused(tmp_path: Path, text: str) -> None:
    write_model_file(tmp_path / "model.gsm", text, linear_graph(3, 3))
    assert_refused(tmp_path / "model.gsm", "passport|format")


def test_the_model_runtime_leaves_no_trace_of_usage_data(tmp_path: Path) -> None:
    import os
    import subprocess
    import sys

    code = "import core.genre.model; from models import shipped_model_path as p; core.genre.model.load_model(p())"
    subprocess.run([sys.executable, "-c", code], env={**os.environ, "TMPDIR": str(tmp_path)}, check=True)
    assert list(tmp_path.iterdir()) == []
