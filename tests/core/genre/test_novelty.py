"""The measure of how far a piece lies from a model's training music, and how it is kept."""

import json
import math
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import ModelError
from core.features.recipe import GENRE_COLUMNS
from core.genre.model import load_model
from core.genre.novelty import FEWEST_ROWS, Novelty, class_ranges, fit_novelty
from core.genre.passport import Passport, passport_from_json
from tests.core.synthetic_genres import CLASSES, linear_passport, synthetic_rows, write_linear_model

COLUMNS = ("rms_mean", "tempo", "mfcc1_mean")
Rows = np.ndarray[Any, np.dtype[np.float64]]


def music(n: int = 300, seed: int = 0) -> tuple[Rows, np.ndarray[Any, np.dtype[np.int64]]]:
    """Rows of three classes around 1, as `linear_graph` likes them."""
    random = np.random.default_rng(seed)
    y = random.integers(0, 3, n)
    return np.exp(random.normal(0, 0.1, (n, 3))) + 0.2 * y[:, None], y


def measure(n: int = 300) -> Novelty:
    """Fitted on `music`."""
    X, y = music(n)
    fitted = fit_novelty(X, y, COLUMNS)
    assert fitted is not None
    return fitted


def passport() -> Passport:
    """Of a model that knows its training music."""
    X, y = music()
    return replace(linear_passport(COLUMNS), novelty=measure(), ranges=class_ranges(X, y, CLASSES))


def test_few_rows_of_the_same_music_are_outside_and_far_ones_are() -> None:
    fitted = measure()
    same, _ = music(1000, seed=1)
    assert (fitted.of_rows(same) > 1).mean() < 0.06
    assert (fitted.of_rows(np.array([[9.0, 1.0, 1.0], [1.0, 1.0, -8.0], [1e-9, 1.0, 1.0]])) > 1).all()


def test_the_limit_is_that_of_artists_who_were_left_out() -> None:
    X, labels, artists = synthetic_rows()
    y = np.unique(labels, return_inverse=True)[1]
    groups = np.unique(artists, return_inverse=True)[1]
    by_artist, by_row = (fit_novelty(X, y, GENRE_COLUMNS, given) for given in (groups, None))
    assert by_artist is not None and by_row is not None
    assert by_artist.limit > by_row.limit
    assert 0 < by_artist.false_alarms <= 0.05


def test_columns_that_tell_the_equipment_do_not_count() -> None:
    X, labels, _ = synthetic_rows()
    fitted = fit_novelty(X, np.unique(labels, return_inverse=True)[1], GENRE_COLUMNS)
    assert fitted is not None
    moved = X.copy()
    for name in ("length", "harmony_mean", "perceptr_mean"):
        moved[:, GENRE_COLUMNS.index(name)] += 1e6
    np.testing.assert_array_equal(fitted.of_rows(moved), fitted.of_rows(X))


def test_too_few_rows_give_no_measure() -> None:
    X, y = music(FEWEST_ROWS - 1)
    assert fit_novelty(X, y, COLUMNS) is None


def test_a_constant_column_and_a_class_of_one_row_are_no_obstacle() -> None:
    X, y = music()
    X[:, 1] = 120.0
    y[0] = 7
    fitted = fit_novelty(X, y, COLUMNS)
    assert fitted is not None
    assert np.isfinite(fitted.of_rows(X)).all()


def test_a_model_keeps_its_measure_in_its_file(tmp_path: Path) -> None:
    path = tmp_path / "model.gsm"
    written = write_linear_model(path, passport())
    model = load_model(path)
    assert model.passport == written
    assert model.passport.novelty == measure()
    assert json.loads(written.to_json())["format"] == 2


def test_the_same_rows_give_the_same_passport() -> None:
    assert passport().to_json() == passport().to_json()


def test_a_model_without_a_measure_is_written_as_before_and_never_says_none(tmp_path: Path) -> None:
    path = tmp_path / "model.gsm"
    write_linear_model(path)
    model = load_model(path)
    entries = json.loads(model.passport.to_json())
    assert entries["format"] == 1
    assert not {"novelty", "ranges"} & set(entries)
    assert np.isnan(model.novelty_of([[1e9, 1e9, 1e9]])).all()


def test_a_piece_is_outside_where_most_of_it_is(tmp_path: Path) -> None:
    path = tmp_path / "model.gsm"
    write_linear_model(path, passport())
    model = load_model(path)
    inside, outside = [1.0, 1.0, 1.0], [9.0, 1.0, 9.0]
    times = np.array([[0, 30], [30, 60], [60, 90]])

    def said(*rows: list[float]) -> Any:
        features = np.ones((3, len(GENRE_COLUMNS)))
        features[:, [GENRE_COLUMNS.index(name) for name in COLUMNS]] = rows
        return model.predict(features, times, 90.0)

    mostly = said(outside, outside, inside)
    assert mostly.is_outside
    assert [note.code for note in mostly.notes] == ["genre.none_of_these"]
    assert (mostly.window_novelty > 1).tolist() == [True, True, False]
    hardly = said(outside, inside, inside)
    assert not hardly.is_outside
    assert not hardly.notes


def test_many_pieces_are_answered_as_each_alone(tmp_path: Path) -> None:
    path = tmp_path / "model.gsm"
    write_linear_model(path, passport())
    model = load_model(path)
    random = np.random.default_rng(3)
    pieces = []
    for n in (2, 0, 1, 3):
        features = random.uniform(0.5, 4, (max(n, 1), len(GENRE_COLUMNS)))
        if not n:
            features[:] = np.nan
        pieces.append((features, np.array([[30.0 * i, 30.0 * i + 30] for i in range(max(n, 1))])))
    answers = model.answers(pieces)
    assert answers[1] is None
    for answer, (features, times) in zip(answers, pieces, strict=True):
        if answer is not None:
            alone = model.predict(features, times, 90.0)
            np.testing.assert_allclose(answer[0], alone.probabilities, atol=1e-9)
            assert math.isclose(answer[1], alone.novelty, rel_tol=1e-9)


def _set(*path: Any) -> Callable[[dict[str, Any]], None]:
    """Set what lies at a path of keys to the last of them."""
    *way, last, value = path

    def change(entries: dict[str, Any]) -> None:
        for key in way:
            entries = entries[key]
        entries[last] = value

    return change


@pytest.mark.parametrize(
    "change",
    [
        _set("novelty", "limit", 0),
        _set("novelty", "limit", True),
        _set("novelty", "false_alarms", 1.5),
        _set("novelty", "deviation", 1, -1.0),
        _set("novelty", "middle", [1.0, 2.0]),
        _set("novelty", "middle", 0, "1"),
        _set("novelty", "directions", []),
        _set("novelty", "directions", 0, [1.0]),
        _set("novelty", "directions", [[0.0, 0.0, 0.0]] * 4),
        _set("novelty", "centres", [[0.0, 0.0, 0.0]] * 51),
        _set("novelty", "centres", 0, 0, 1e300),
        _set("novelty", "logarithmic", 0, 1),
        _set("novelty", "more", 1),
        _set("novelty", [1]),
        _set("ranges", {"calm": [[1.0] * 3] * 3}),
        _set("ranges", "calm", [[1.0] * 3] * 2),
        _set("ranges", "calm", 0, [9.0, 9.0, 9.0]),
        _set("ranges", "calm", 0, 1, None),
        _set("ranges", [1, 2]),
        lambda entries: entries.pop("novelty"),
        lambda entries: entries.pop("ranges"),
        _set("format", 3),
        _set("format", True),
    ],
)
def test_a_measure_that_does_not_fit_is_refused(change: Callable[[dict[str, Any]], object]) -> None:
    entries = json.loads(passport().to_json())
    change(entries)
    with pytest.raises(ModelError) as problem:
        passport_from_json(json.dumps(entries))
    assert "\n" not in str(problem.value)


def test_the_ranges_of_a_class_hold_most_of_its_rows() -> None:
    X, y = music()
    ranges = class_ranges(X, y, CLASSES)
    assert set(ranges) == set(CLASSES)
    low, middle, high = map(np.array, ranges["quick"])
    rows = X[y == CLASSES.index("quick")]
    assert ((rows >= low) & (rows <= high)).mean() == pytest.approx(0.8, abs=0.03)
    np.testing.assert_allclose(middle, np.median(rows, axis=0), rtol=1e-6)
    assert asdict(passport())["ranges"]["quick"][1] == ranges["quick"][1]
