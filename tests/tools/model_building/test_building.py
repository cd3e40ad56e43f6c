"""Building a model from tables, the shipped model, and its card."""

import time
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from core.errors import ModelError
from core.estimators.candidates import MEMBERS
from core.features.recipe import GENRE_COLUMNS
from core.genre.description import describe_model
from core.genre.model import load_model
from core.genre.verification import verify_model
from core.model_file.container import read_model_file
from models import shipped_model_path
from tests.core.synthetic_genres import synthetic_rows, write_tables
from tests.pace import Pace
from tools.model_building.__main__ import main
from tools.model_building.building import CARD_NAME, MODEL_NAME, build_model
from tools.model_building.candidates import CANDIDATES, REFERENCES
from tools.model_building.card import render_card
from tools.model_building.training_rows import read_training_rows

FEW = (MEMBERS[7], MEMBERS[-1])


def build(folder: Path, tables: tuple[Path, Path], **options: object) -> Path:
    return build_model(*tables, folder / "models", FEW, REFERENCES[-2:-1], repeats=1, **options)  # type: ignore[arg-type]


def test_building_twice_gives_the_same_files(tmp_path: Path) -> None:
    (tmp_path / "tables").mkdir()
    tables = write_tables(tmp_path / "tables", *synthetic_rows())
    seen: list[float] = []
    one = build(tmp_path / "one", tables, report=lambda fraction, text: seen.append(fraction))
    other = build(tmp_path / "other", tables)
    assert one.read_bytes() == other.read_bytes()
    assert (one.parent / CARD_NAME).read_bytes() == (other.parent / CARD_NAME).read_bytes()
    assert (one.parent / CARD_NAME).read_text(encoding="utf-8") == render_card(load_model(one).passport)
    assert seen == sorted(seen)
    assert seen[-1] == 1.0
    assert verify_model(one) == []
    model = load_model(one)
    X, labels, _ = synthetic_rows()
    prediction = model.predict(X[:1], [[0, 30]], 30.0)
    assert prediction.classes[prediction.probabilities.argmax()] == labels[0]
    assert {"length"} <= set(model.passport.dropped_columns)
    command = "python -m tools.model_building features.csv --artists artists.csv --out models/"
    assert model.passport.created_by == command


def test_tables_that_cannot_be_learned_from_leave_nothing_behind(tmp_path: Path) -> None:
    X, labels, artists = synthetic_rows()
    few_artists = [artist if label != "loud" else "one band" for label, artist in zip(labels, artists, strict=True)]
    with pytest.raises(ModelError, match="“loud” has fewer than 5 artists"):
        build(tmp_path, write_tables(tmp_path, X, labels, few_artists))
    with pytest.raises(ModelError, match="one label only"):
        build(tmp_path, write_tables(tmp_path, X, ["same"] * len(X), artists))
    assert not (tmp_path / "models").exists()


def test_the_command_names_a_missing_table_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "no table.csv"
    assert main([str(missing), "--artists", str(tmp_path / "none.csv"), "--out", str(tmp_path / "out")]) == 2
    assert capsys.readouterr().err == f"error: There is no file {missing}.\n"
    assert list(tmp_path.iterdir()) == []


def test_the_shipped_model_is_sound_small_and_states_both_scores() -> None:
    path = shipped_model_path()
    assert verify_model(path) == []
    assert path.stat().st_size < 2e6
    passport = load_model(path).passport
    assert len(passport.classes) == 10
    assert "length" not in passport.columns
    assert passport.scores["random"].accuracy > passport.scores["grouped"].accuracy > 0.58
    assert passport.scores["grouped"].calibration_error < 0.05
    assert passport.agreement <= 1e-4
    text = describe_model(path)
    assert "random folds" in text
    assert "artist-grouped folds" in text


def test_the_shipped_card_says_what_the_passport_says() -> None:
    path = shipped_model_path()
    assert (path.parent / CARD_NAME).read_text(encoding="utf-8") == render_card(load_model(path).passport)
    assert path.name == MODEL_NAME


def test_one_row_is_predicted_within_milliseconds() -> None:
    model = load_model(shipped_model_path())
    row = [model.passport.medians]
    pace, seconds = Pace(), []
    for _ in range(60):
        started = time.perf_counter()
        model.predict_proba(row)
        seconds.append(time.perf_counter() - started)
    assert np.median(seconds) < pace.limit(5e-3)


def test_the_shipped_model_is_what_its_estimator_becomes_on_the_table(shared_data: Path) -> None:
    from threadpoolctl import threadpool_limits

    model = load_model(shipped_model_path())
    rows = read_training_rows(shared_data / "features.csv", shared_data / "artists.csv")
    chosen = next(candidate for candidate in CANDIDATES if candidate.name == model.passport.estimator)
    with threadpool_limits(1):
        fitted = chosen.fit(rows.X, rows.y, rows.columns, rows.groups)
    X = chosen.select(rows.X, rows.columns)
    assert model.columns == chosen.column_set.columns(rows.columns)
    assert np.abs(model.predict_proba(X) - fitted.predict_proba(X)).max() < 1e-4


def test_clips_keep_their_genre_when_features_differ_as_much_as_audio_may(shared_data: Path) -> None:
    model = load_model(shipped_model_path())
    places = pd.read_csv(shared_data / "clips.csv")["features_row"].to_numpy()
    rows = pd.read_csv(shared_data / "features.csv")[list(GENRE_COLUMNS)].to_numpy(dtype=float)[places]
    random = np.random.default_rng(17)
    for row in rows:
        expected = model.predict(row[None], [[0, 30]], 30.0).probabilities
        disturbed = row * (1 + random.choice([-1e-3, 1e-3], size=(200, len(row))))
        said = model.predict(disturbed, [[0, 30]] * 200, 30.0).window_probabilities
        assert (said.argmax(axis=1) == expected.argmax()).all()
        assert np.abs(said - expected).max() < 0.02


def test_the_shipped_file_holds_no_row_of_its_table(shared_data: Path) -> None:
    import onnx
    from onnx import numpy_helper

    _, graph = read_model_file(shipped_model_path())
    model = load_model(shipped_model_path())
    rows = read_training_rows(shared_data / "features.csv", shared_data / "artists.csv")
    constants = [numpy_helper.to_array(c) for c in onnx.ModelProto.FromString(graph).graph.initializer]
    assert max(min(constant.shape or (1,)) for constant in constants) < len(rows.y) / 2
    assert all(len(rows.y) not in constant.shape for constant in constants)
    assert len(model.passport.probes) == len(rows.classes)
