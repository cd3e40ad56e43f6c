import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from core.rhythm.grid import NO_BEATS, BeatGrid
from desktop.clip.beats.beat_bar import EDIT_HEIGHT, REST_HEIGHT, BeatBarItem, BeatsShown, handle_height
from desktop.clip.picture.time_item import Frame
from desktop.widgets.theme import DARK, LIGHT, Theme
from tests.desktop.synthetic import synthetic_beat_grid

WIDTH = 1000
FRAME = Frame(WIDTH, EDIT_HEIGHT, 0.0, 10.0)


def shown(grid: BeatGrid, **more: object) -> BeatsShown:
    return BeatsShown(grid, np.full(len(grid), np.nan, np.float32), **more)  # type: ignore[arg-type]


def picture(beats: BeatsShown, frame: Frame = FRAME, theme: Theme = LIGHT) -> QImage:
    item = BeatBarItem()
    item.set_theme(theme)
    item.show_beats(beats)
    return item.picture(frame).convertToFormat(QImage.Format.Format_ARGB32)


def columns_with(image: QImage, y: int, least_alpha: int = 200) -> list[int]:
    return [x for x in range(image.width()) if image.pixelColor(x, y).alpha() >= least_alpha]


@pytest.fixture
def grid(qapp: QApplication) -> BeatGrid:
    return synthetic_beat_grid(10.0, 60.0)  # beats at 0.5, 1.5 ..., downbeats at 1.5, 5.5 and 9.5


def test_at_rest_there_are_ticks_and_downbeats_are_taller(grid: BeatGrid) -> None:
    image = picture(shown(grid), Frame(WIDTH, REST_HEIGHT, 0.0, 10.0))
    assert columns_with(image, REST_HEIGHT - 2) == [50 + 100 * n for n in range(10)]
    assert columns_with(image, REST_HEIGHT // 3) == [150, 550, 950]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_while_editing_each_beat_has_a_handle_and_what_is_selected_stands_out(grid: BeatGrid, theme: Theme) -> None:
    image = picture(shown(grid, is_editing=True, selected=frozenset({3})), theme=theme)
    y = round(handle_height(EDIT_HEIGHT))
    assert image.pixelColor(250, y) == QColor(theme.accent)
    assert image.pixelColor(350, y) == QColor(theme.playhead)
    assert image.pixelColor(154, y) == QColor(theme.accent), "the handle of a downbeat is larger"
    assert image.pixelColor(254, y) != QColor(theme.accent)


def test_beats_of_which_the_tracker_is_not_sure_are_paler(grid: BeatGrid) -> None:
    sure = np.full(len(grid), 1.0, np.float32)
    sure[2] = 0.0
    for is_editing, height in ((False, REST_HEIGHT), (True, EDIT_HEIGHT)):
        image = picture(BeatsShown(grid, sure, is_editing=is_editing), Frame(WIDTH, height, 0.0, 10.0))
        y = height - 2
        pale, solid = image.pixelColor(250, y), image.pixelColor(350, y)
        assert pale.alphaF() < 0.5 * solid.alphaF() or pale.lightness() > solid.lightness() + 40


def test_beats_that_come_too_close_have_no_handles_and_their_lines_thin_out(qapp: QApplication) -> None:
    dense = synthetic_beat_grid(7200.0, 125.0)
    frame = Frame(WIDTH, EDIT_HEIGHT, 0.0, 7200.0)
    y = round(handle_height(EDIT_HEIGHT))
    image = picture(shown(dense, is_editing=True), frame)
    assert QColor(LIGHT.accent) not in [image.pixelColor(x, y) for x in range(WIDTH)]
    assert len(columns_with(image, y)) < WIDTH / 4


def test_proposed_beats_are_drawn_beside_those_that_are(grid: BeatGrid) -> None:
    ghosts = BeatGrid(grid.beat_times + 0.25, grid.positions, grid.tempo, 4)
    image = picture(shown(grid, is_editing=True, ghosts=ghosts))
    column = [image.pixelColor(275, y) for y in range(EDIT_HEIGHT)]
    assert QColor(LIGHT.success) in column


def test_locked_and_cleared_stretches_are_shaded(grid: BeatGrid) -> None:
    plain = picture(shown(grid, is_editing=True))
    marked = picture(shown(grid, is_editing=True, silences=((2.6, 3.4),), locked=((6.6, 7.4),)))
    for left, right, changes in ((261, 339, True), (661, 739, True), (461, 539, False)):
        part = (left, 20, right - left, EDIT_HEIGHT - 20)
        assert (plain.copy(*part) != marked.copy(*part)) is changes


def test_no_beats_are_no_lines(qapp: QApplication) -> None:
    for is_editing in (False, True):
        assert columns_with(picture(shown(NO_BEATS, is_editing=is_editing)), EDIT_HEIGHT - 2) == []
    assert columns_with(BeatBarItem().picture(FRAME).convertToFormat(QImage.Format.Format_ARGB32), 20) == []
