"""Why a genre model names the genres it names, for one piece."""

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.explanation.clip_reasons import explain_clip
from core.features.recipe import GENRE_COLUMNS
from core.genre.model import GenreModel, NoPredictionError, load_model
from core.genre.novelty import class_ranges
from core.genre.passport import Probe
from tests.core.synthetic_genres import CLASSES, linear_passport, write_linear_model

COLUMNS = ("rms_mean", "tempo", "mfcc1_mean")


@pytest.fixture
def model(tmp_path: Path) -> GenreModel:
    """One that knows what is usual in its genres: about 1 in all columns, rms about 3 in the first genre."""
    random = np.random.default_rng(0)
    X, y = random.normal(1.0, 0.1, (150, 3)), np.arange(150) % 3
    X[y == 0, 0] += 2.0
    probes = tuple(Probe((1.0, 1.0, 1.0), (1 / 3, 1 / 3, 1 / 3)) for _ in CLASSES)
    passport = replace(linear_passport(COLUMNS), ranges=class_ranges(X, y, CLASSES), probes=probes)
    write_linear_model(tmp_path / "model.gsm", passport)
    return load_model(tmp_path / "model.gsm")


def features(*rows: list[float]) -> np.ndarray:
    table = np.ones((len(rows), len(GENRE_COLUMNS)))
    table[:, [GENRE_COLUMNS.index(name) for name in COLUMNS]] = rows
    return table


def test_shares_add_up_to_the_difference_from_the_typical_clip(model: GenreModel) -> None:
    found = explain_clip(model, features([3.0, 1.0, 1.0]), np.array([[0.0, 30.0]]))
    assert len(found.genres) == 2
    for one in found.genres:
        total = sum(ground.share for ground in (*one.speaking, *one.against))
        assert total == pytest.approx(one.probability - one.typical, abs=0.02)
        assert all(ground.share > 0 for ground in one.speaking)
        assert all(ground.share < 0 for ground in one.against)
    assert found.genres[0].probability >= found.genres[1].probability


def test_only_what_differs_from_the_typical_clip_has_a_share(model: GenreModel) -> None:
    found = explain_clip(model, features([3.0, 1.0, 1.0]), np.array([[0.0, 30.0]]))
    grounds = [ground for one in found.genres for ground in (*one.speaking, *one.against)]
    assert {ground.column for ground in grounds} == {"rms_mean"}
    assert {ground.group for ground in grounds} == {"Loudness"}
    by_genre = {one.genre: (*one.speaking, *one.against)[0] for one in found.genres}
    for genre, ground in by_genre.items():
        assert ground.words == "level"
        assert ground.place == ("usual" if genre == CLASSES[0] else "above")
        assert ground.low < ground.high


def test_the_window_at_a_time_is_explained_or_the_one_most_like_the_whole(model: GenreModel) -> None:
    table = features([3.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.1, 1.0, 1.0])
    times = np.array([[0.0, 30.0], [30.0, 60.0], [60.0, 90.0]])
    assert explain_clip(model, table, times, at=70.0).start == 60.0
    assert explain_clip(model, table, times).start in (30.0, 60.0)


def test_a_model_without_ranges_gives_values_alone(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm")
    found = explain_clip(load_model(tmp_path / "model.gsm"), features([3.0, 2.0, 0.0]), np.array([[0.0, 30.0]]))
    grounds = [ground for one in found.genres for ground in (*one.speaking, *one.against)]
    assert grounds
    assert all(math.isnan(ground.low) and ground.place == "usual" for ground in grounds)


def test_a_silent_piece_has_no_reasons(model: GenreModel) -> None:
    with pytest.raises(NoPredictionError):
        explain_clip(model, np.full((1, len(GENRE_COLUMNS)), np.nan), np.array([[0.0, 30.0]]))


def test_what_varies_is_told_in_its_own_unit(tmp_path: Path) -> None:
    columns = ("rms_mean", "tempo", "spectral_centroid_var")
    write_linear_model(tmp_path / "model.gsm", linear_passport(columns))
    table = np.ones((1, len(GENRE_COLUMNS)))
    table[0, GENRE_COLUMNS.index("spectral_centroid_var")] = 9.0
    found = explain_clip(load_model(tmp_path / "model.gsm"), table, np.array([[0.0, 30.0]]))
    ground = (*found.genres[0].speaking, *found.genres[0].against)[0]
    assert (ground.words, ground.value, ground.unit) == ("change of brightness", 3.0, "Hz")
