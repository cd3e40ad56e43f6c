import dataclasses

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from core.analysis import Harmony, Rhythm
from core.rhythm.estimate import uncertain_estimate
from core.rhythm.grid import BeatGrid
from desktop.clip.picture.canvas import LANE_NAMES, ClipCanvas
from desktop.clip.picture.lane import GUTTER
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import DARK, LIGHT
from tests.desktop.synthetic import synthetic_analysis, synthetic_peaks, synthetic_preview


@pytest.fixture
def canvas(qtbot: QtBot) -> ClipCanvas:
    canvas = ClipCanvas(Timeline())
    qtbot.addWidget(canvas)
    canvas.resize(1000, 500)
    canvas.show()
    qtbot.waitExposed(canvas)
    return canvas


def colours(image: QImage) -> int:
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})


def test_a_preview_draws_the_waveform_over_its_whole_length(canvas: ClipCanvas) -> None:
    canvas.show_preview(synthetic_preview(30.0))
    assert canvas.timeline.view_range == (0.0, 30.0)
    assert colours(canvas.grab().toImage()) > 5


def test_the_analysis_does_not_move_the_view(canvas: ClipCanvas) -> None:
    canvas.show_preview(synthetic_preview(30.0))
    canvas.timeline.show(10.0, 12.0)
    canvas.timeline.position = 11.0
    canvas.show_analysis(synthetic_analysis(30.0))
    assert canvas.timeline.view_range == (10.0, 12.0)
    assert canvas.timeline.position == 11.0


def test_a_cleared_canvas_is_empty_and_takes_no_clicks(qtbot: QtBot, canvas: ClipCanvas) -> None:
    canvas.show_analysis(synthetic_analysis(30.0))
    canvas.clear()
    assert canvas.timeline.duration == 0.0
    assert colours(canvas.grab().toImage()) <= 3
    with qtbot.assertNotEmitted(canvas.timeline.seek_requested):
        QTest.mouseClick(canvas.lane_view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(500, 200))


def test_one_clip_after_another_shows_the_second(canvas: ClipCanvas) -> None:
    canvas.show_analysis(synthetic_analysis(30.0))
    canvas.timeline.show(20.0, 25.0)
    canvas.clear()
    canvas.show_preview(synthetic_preview(12.0))
    assert canvas.timeline.view_range == (0.0, 12.0)
    assert canvas.lane_view.beat_grid is None


def test_silence_is_drawn_without_beats(canvas: ClipCanvas) -> None:
    analysis = synthetic_analysis(10.0)
    nothing = BeatGrid(np.zeros(0), np.zeros(0, dtype=np.int64), float("nan"), 4)
    picture = dataclasses.replace(analysis.picture, peaks=synthetic_peaks(10.0, np.zeros(2)))
    analysis.picture.mel[:] = 0
    analysis.picture.chroma[:] = 0
    silence = dataclasses.replace(
        analysis, picture=picture, rhythm=Rhythm(nothing, uncertain_estimate(nothing)), harmony=Harmony(None)
    )
    canvas.show_analysis(silence)
    assert canvas.lane_view.beat_grid is None
    assert canvas.grab().toImage().width() == 1000


@pytest.mark.parametrize("duration", [0.001, 0.04, 0.3, 7200.0])
def test_pieces_of_every_length_are_drawn(canvas: ClipCanvas, duration: float) -> None:
    analysis = synthetic_analysis(duration, n_genre_windows=3)
    canvas.show_analysis(analysis)
    canvas.timeline.zoom(1e9, duration / 2)
    canvas.grab()
    canvas.timeline.show_all()
    assert colours(canvas.grab().toImage()) > 3


@pytest.mark.parametrize(("width", "height"), [(320, 160), (800, 300), (1280, 800), (2500, 1200)])
def test_every_lane_has_its_place_at_every_size(canvas: ClipCanvas, width: int, height: int) -> None:
    canvas.show_analysis(synthetic_analysis(30.0))
    canvas.resize(width, height)
    canvas.grab()
    lanes = canvas.lane_view.lanes
    edges = [edge for lane in lanes for edge in (lane.rect.top(), lane.rect.bottom())]
    assert edges == sorted(edges)
    assert edges[-1] <= canvas.lane_view.height() or height < 300
    assert all(lane.rect.right() == canvas.lane_view.width() - 8 for lane in lanes)


def test_overview_and_lanes_stand_on_one_grid(canvas: ClipCanvas) -> None:
    canvas.show_analysis(synthetic_analysis(30.0))
    assert canvas.overview.x_at(0.0) == canvas.lane_view.x_at(0.0) == GUTTER
    assert canvas.overview.x_at(30.0) == canvas.lane_view.x_at(30.0)


def test_the_theme_recolours_everything(canvas: ClipCanvas) -> None:
    canvas.show_analysis(synthetic_analysis(30.0))
    light = canvas.grab().toImage()
    canvas.set_theme(DARK)
    dark = canvas.grab().toImage()
    assert light.pixelColor(2, 495).name() == LIGHT.surface
    assert dark.pixelColor(2, 495).name() == DARK.surface
    middle = [(x, y) for x in range(100, 990, 89) for y in range(100, 480, 19)]
    assert np.mean([light.pixel(x, y) != dark.pixel(x, y) for x, y in middle]) > 0.95


def test_lanes_are_hidden_by_their_actions_and_remembered_by_their_keys(qtbot: QtBot, canvas: ClipCanvas) -> None:
    canvas.show_analysis(synthetic_analysis(30.0))
    with qtbot.waitSignal(canvas.lane_view.arranged):
        canvas.lane_actions[2].trigger()
    assert "chroma" in canvas.hidden_lanes
    canvas.hidden_lanes = ("mel", "a lane of a later version")
    assert list(canvas.hidden_lanes) == ["mel"]
    assert [action.isChecked() for action in canvas.lane_actions] == [True, False, True, True]


def test_all_parts_can_be_reached_and_have_names(canvas: ClipCanvas) -> None:
    for view in (canvas.overview, canvas.lane_view):
        assert view.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert view.accessibleName()
        assert view.accessibleDescription()


def test_the_context_menu_offers_the_lanes(qtbot: QtBot, canvas: ClipCanvas) -> None:
    canvas.show_analysis(synthetic_analysis(30.0))
    place = QPoint(500, 200)
    viewport = canvas.lane_view.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, viewport.mapToGlobal(place))
    QApplication.sendEvent(viewport, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text() for action in menu.actions()] == [*LANE_NAMES.values(), canvas.look_action.text()]
    menu.close()
