from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor

from desktop.clip.picture.genre_course import STRIP_HEIGHT, GenreCourseItem, course_edges
from desktop.clip.picture.time_item import Frame
from desktop.widgets.theme import genre_colour
from tests.desktop.synthetic import GENRES, synthetic_prediction


def test_overlapping_windows_share_the_time_between_their_centres() -> None:
    windows = np.array([[0.0, 30.0], [15.0, 45.0], [30.0, 60.0]])
    assert course_edges(windows) == pytest.approx([0.0, 22.5, 37.5, 60.0])


def test_windows_side_by_side_keep_their_borders() -> None:
    windows = np.array([[0.0, 30.0], [30.0, 60.0], [60.0, 90.0]])
    assert course_edges(windows) == pytest.approx([0.0, 30.0, 60.0, 90.0])


def test_the_strip_has_the_colour_of_each_windows_first_genre(qapp: object) -> None:
    prediction = synthetic_prediction(300.0, 19)
    item = GenreCourseItem()
    item.set_prediction(prediction, 300.0)
    frame = Frame(1000, 60, 0.0, 300.0)
    picture = item.picture(frame)
    edges = course_edges(prediction.windows)
    for window, probabilities in enumerate(prediction.window_probabilities):
        x = int(frame.x((edges[window] + edges[window + 1]) / 2))
        expected = QColor(genre_colour(GENRES[int(probabilities.argmax())]))
        assert picture.pixelColor(x, STRIP_HEIGHT - 2) == expected


def test_the_stack_shows_each_genres_share(qapp: object) -> None:
    prediction = synthetic_prediction(300.0, 5)
    item = GenreCourseItem()
    item.set_prediction(prediction, 300.0)
    frame = Frame(500, 220, 0.0, 300.0)
    picture = item.picture(frame)
    stack = [picture.pixelColor(20, y).name() for y in range(STRIP_HEIGHT + 2, 220)]
    for genre, share in zip(GENRES, prediction.window_probabilities[0], strict=True):
        assert stack.count(genre_colour(genre)) / len(stack) == pytest.approx(share, abs=0.012)


def test_one_window_is_one_calm_band(qapp: object) -> None:
    item = GenreCourseItem()
    item.set_prediction(synthetic_prediction(30.0, 1), 30.0)
    picture = item.picture(Frame(800, 40, 0.0, 30.0))
    assert len({picture.pixelColor(x, y).name() for x in range(400, 800, 50) for y in (2, 38)}) == 1
    assert picture.pixelColor(790, 2) != QColor(genre_colour("disco"))


def test_the_readout_names_the_likeliest_first(qapp: object) -> None:
    item = GenreCourseItem()
    item.set_prediction(synthetic_prediction(300.0, 19), 300.0)
    assert item.describe(1.0).startswith("disco")
    assert item.describe(299.0).startswith("rock")


def test_the_readout_says_which_windows_are_none_of_the_genres(qapp: object) -> None:
    item = GenreCourseItem()
    novelty = np.array([0.5] * 18 + [1.5])
    item.set_prediction(replace(synthetic_prediction(300.0, 19), window_novelty=novelty), 300.0)
    assert item.describe(1.0).startswith("disco")
    assert item.describe(299.0).startswith("None of these; nearest: rock")


def test_without_a_prediction_nothing_is_drawn(qapp: object) -> None:
    item = GenreCourseItem()
    item.set_prediction(None, 30.0)
    picture = item.picture(Frame(80, 40, 0.0, 30.0))
    assert picture.pixelColor(40, 20).alpha() == 0
    assert item.describe(3.0) == ""
