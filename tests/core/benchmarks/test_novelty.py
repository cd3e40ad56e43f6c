"""The benchmark of "none of these": its halves, its sounds and its report."""

import numpy as np
import pytest

from core.benchmarks.novelty import Table, compare, halves, measured_sounds, report, selected
from core.benchmarks.speech import can_speak, speech
from core.features.recipe import GENRE_COLUMNS
from core.synthesis.foreign import KINDS, foreign_sound
from tests.core.synthetic_genres import synthetic_rows


def made_table() -> Table:
    X, labels, artists = synthetic_rows()
    classes, groups = (np.unique(names, return_inverse=True)[1] for names in (labels, artists))
    return Table(X, classes.astype(np.int64), groups.astype(np.int64), GENRE_COLUMNS)


def test_the_halves_share_neither_artist_nor_kind() -> None:
    table = made_table()
    sounds = {name: np.zeros((1, len(GENRE_COLUMNS))) for name in ("a", "b", "c")}
    (first, known), (second, foreign) = halves(table, sounds)
    assert len(first.X) + len(second.X) == len(table.X)
    assert not set(first.groups) & set(second.groups)
    assert (set(known), set(foreign)) == ({"a", "c"}, {"b"})


def test_sounds_far_from_the_table_are_reported_as_flagged() -> None:
    table = made_table()
    random = np.random.default_rng(0)
    sounds = {name: random.normal(0, 50, (3, len(GENRE_COLUMNS))) for name in ("x", "y")}
    lines = list(report(*halves(table, selected(sounds, table))))
    assert any(line.startswith("held-out genre clips") for line in lines)
    assert [line.split()[-2] for line in lines if line.startswith("  ")] == ["100.0", "100.0"]


def test_every_way_of_measuring_is_compared() -> None:
    table = made_table()
    random = np.random.default_rng(0)
    lines = list(compare(table, {"x": random.normal(0, 50, (20, len(GENRE_COLUMNS)))}))
    assert len(lines) == 6
    assert all("0.0 %" in line for line in lines if line.startswith("Mahalanobis"))


def test_the_sounds_go_through_the_extraction() -> None:
    kind, rows = next(measured_sounds(2, ["white noise"], seconds=2.0))
    assert kind == "white noise"
    assert rows.shape == (2, len(GENRE_COLUMNS))
    assert rows[0, GENRE_COLUMNS.index("spectral_centroid_mean")] == pytest.approx(5500, rel=0.1)


@pytest.mark.parametrize("kind", KINDS)
def test_a_foreign_sound_is_heard_and_the_same_for_the_same_seed(kind: str) -> None:
    y = foreign_sound(kind, 3, seconds=1.5)
    assert y.dtype == np.float32 and len(y) == round(1.5 * 22050)
    assert 0 < np.abs(y).max() <= 1
    assert np.isfinite(y).all()
    np.testing.assert_array_equal(y, foreign_sound(kind, 3, seconds=1.5))
    assert not np.array_equal(y, foreign_sound(kind, 4, seconds=1.5))


@pytest.mark.skipif(not can_speak(), reason="espeak-ng is not installed")
def test_speech_is_as_long_as_it_was_asked_for() -> None:
    assert len(speech("en", 0, seconds=4.0)) == 4 * 22050
