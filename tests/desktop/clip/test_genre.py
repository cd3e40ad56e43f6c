from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from core.explanation.clip_reasons import ClipReasons, GenreReasons, Ground
from core.genre.model import GenrePrediction
from core.jobs.clip_reasons import Explained, NearTrack
from desktop.clip.genre import GenrePanel, nearest_window
from desktop.clip.genre_bars import percentage
from desktop.widgets.theme import DARK, GENRE_COLOURS, LIGHT, Theme
from tests.desktop.synthetic import GENRES, synthetic_analysis
from tests.waiting import settle


@pytest.fixture
def panel(qtbot: QtBot) -> GenrePanel:
    panel = GenrePanel()
    qtbot.addWidget(panel)
    panel.resize(300, 280)
    panel.show()
    qtbot.waitExposed(panel)
    return panel


def prediction(
    classes: tuple[str, ...], windows: list[list[float]], notes: tuple[str, ...] = (), name: str = "a model"
) -> GenrePrediction:
    """Windows of 30 s, one after another; the whole is their mean."""
    table = np.array(windows)
    starts = 30.0 * np.arange(len(table))
    return GenrePrediction(classes, table.mean(axis=0), np.stack([starts, starts + 30], axis=1), table, name, notes)


def ranking(panel: GenrePanel) -> list[str]:
    return [bar.genre for bar in panel.bars.bars]


def test_genres_are_ranked_and_spoken(panel: GenrePanel) -> None:
    panel.show_prediction(prediction(("pop", "disco", "rock"), [[0.3701, 0.6249, 0.005]]))
    assert ranking(panel) == ["disco", "pop", "rock"]
    spoken = [bar.accessibleName() for bar in panel.bars.bars]
    assert spoken == ["disco 62 percent", "pop 37 percent", "rock less than 1 percent"]


@pytest.mark.parametrize(
    ("probability", "text"), [(0.0, "0 %"), (0.004, "< 1 %"), (0.0149, "1 %"), (0.618, "62 %"), (1.0, "100 %")]
)
def test_percentages_never_call_something_nothing(probability: float, text: str) -> None:
    assert percentage(probability) == text


def test_a_bar_is_as_long_as_its_share_in_the_genres_own_colour(qtbot: QtBot, panel: GenrePanel) -> None:
    panel.show_prediction(prediction(("reggae", "jazz"), [[0.75, 0.25]]))
    settle()
    lengths = []
    for bar in panel.bars.bars:
        picture = bar.grab().toImage()
        row = [picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())]
        lengths.append(row.count(GENRE_COLOURS[bar.genre]))
    assert lengths[0] == pytest.approx(3 * lengths[1], rel=0.05)
    assert lengths[1] > 20


def test_ten_genres_are_seen_at_once_in_a_small_panel(qtbot: QtBot, panel: GenrePanel) -> None:
    panel.show_prediction(synthetic_analysis().genre.prediction)
    qtbot.waitUntil(lambda: panel.bars.height() <= panel.scroll_area.viewport().height())
    assert sorted(ranking(panel)) == sorted(GENRES)


def test_more_genres_than_fit_are_scrolled_to_by_the_arrow_keys(qtbot: QtBot, panel: GenrePanel) -> None:
    classes = tuple(f"genre {i}" for i in range(40))
    panel.show_prediction(prediction(classes, [[1 / 40] * 40]))
    bar = panel.scroll_area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    panel.activateWindow()
    panel.bars.bars[0].setFocus()
    qtbot.keyClick(panel.bars.bars[0], Qt.Key.Key_Down)
    assert QApplication.focusWidget() is panel.bars.bars[1]
    qtbot.keyClick(panel.bars.bars[1], Qt.Key.Key_End)
    assert QApplication.focusWidget() is panel.bars.bars[39]
    assert bar.value() == bar.maximum()


def test_a_long_piece_is_followed_window_by_window_on_request(qtbot: QtBot, panel: GenrePanel) -> None:
    panel.show_prediction(prediction(("pop", "rock"), [[0.9, 0.1], [0.8, 0.2], [0.0, 1.0]]))
    panel.set_position(80.0)
    assert ranking(panel) == ["pop", "rock"]
    assert "From" not in panel.model_label.full_text
    qtbot.mouseClick(panel.playhead_button, Qt.MouseButton.LeftButton)
    assert ranking(panel) == ["rock", "pop"]
    assert panel.bars.bars[0].probability == 1.0
    assert panel.model_label.full_text == "From 1:00 to 1:30 · Model: a model"
    panel.set_position(5.0)
    assert ranking(panel) == ["pop", "rock"]
    assert panel.bars.bars[0].probability == 0.9
    qtbot.mouseClick(panel.whole_button, Qt.MouseButton.LeftButton)
    assert panel.bars.bars[0].probability == pytest.approx(1.7 / 3)


def test_of_overlapping_windows_the_most_central_counts() -> None:
    overlapping = GenrePrediction(
        ("a",), np.ones(1), np.array([[0, 30], [15, 45], [30, 60.0]]), np.ones((3, 1)), "", ()
    )
    assert [nearest_window(overlapping, seconds) for seconds in (0, 22, 28, 38, 60, 999)] == [0, 0, 1, 2, 2, 2]


def test_one_window_offers_no_choice(panel: GenrePanel) -> None:
    panel.show_prediction(prediction(("pop", "rock"), [[0.9, 0.1], [0.1, 0.9]]))
    assert panel.playhead_button.isVisible()
    panel.playhead_button.click()
    panel.show_prediction(prediction(("pop", "rock"), [[0.9, 0.1]]))
    assert not panel.playhead_button.isVisible()
    assert panel.whole_button.isChecked()


def test_the_model_and_its_notes_are_told(panel: GenrePanel) -> None:
    notes = ("The clip is short.", "Right for 60 of 100 unknown artists.")
    panel.show_prediction(prediction(("pop",), [[1.0]], notes, "gradient boosting"), "Shipped with the program.")
    assert panel.model_label.full_text == "Model: gradient boosting"
    assert panel.notes_label.text().split("\n") == ["Shipped with the program.", *notes]
    panel.show_prediction(prediction(("pop",), [[1.0]]))
    assert not panel.notes_label.isVisible()


def test_without_a_prediction_the_panel_says_why(panel: GenrePanel) -> None:
    panel.show_prediction(prediction(("pop",), [[1.0]]))
    panel.show_prediction(None, "The model follows another recipe.")
    assert panel.message.isVisible()
    assert panel.message.text() == "The model follows another recipe."
    assert not panel.footer.isVisible()
    panel.set_position(3.0)
    panel.show_prediction(None, "")
    assert panel.message.text() == "No genres: no genre model could be loaded."
    panel.clear()
    assert panel.message.text().startswith("No clip open.")


def test_a_very_long_label_leaves_room_for_its_bar(qtbot: QtBot, panel: GenrePanel) -> None:
    long = "progressive psychedelic tribal house of the late nineties"
    panel.show_prediction(prediction((long, "pop"), [[0.6, 0.4]]))
    settle()
    pop = panel.bars.bars[1]
    picture = pop.grab().toImage()
    row = [picture.pixelColor(x, picture.height() // 2).name() for x in range(picture.width())]
    assert row.count(GENRE_COLOURS["pop"]) > 20
    assert panel.bars.bars[0].accessibleName() == f"{long} 60 percent"


@pytest.mark.parametrize("theme", [LIGHT, DARK])
def test_text_takes_the_colour_of_the_theme(qtbot: QtBot, panel: GenrePanel, theme: Theme) -> None:
    panel.set_theme(theme)
    panel.show_prediction(prediction(("pop",), [[1.0]]))
    settle()
    picture = panel.bars.bars[0].grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(40) for y in range(picture.height())}
    assert theme.text in colours


def test_the_panel_says_how_often_the_model_is_right_on_new_and_on_known_artists(panel: GenrePanel) -> None:
    genres = synthetic_analysis().genre.prediction
    assert genres is not None
    panel.show_prediction(replace(genres, accuracy_on_new_artists=0.612, accuracy_on_known_artists=0.748))
    assert panel.model_label.full_text.endswith("61 % accuracy on new artists, 75 % on known")


def test_a_piece_that_is_none_of_the_genres_says_so_above_the_bars(qtbot: QtBot, panel: GenrePanel) -> None:
    said = prediction(("pop", "rock"), [[0.9, 0.1], [0.2, 0.8]])
    outside = replace(said, novelty=1.7, window_novelty=np.array([2.4, 0.6]))
    panel.show_prediction(outside)
    assert panel.none.isVisible()
    assert panel.none_label.text() == "None of these"
    assert "unlike all the music" in panel.none_meaning.text()
    assert ranking(panel) == ["pop", "rock"]
    panel.set_position(45.0)
    qtbot.mouseClick(panel.playhead_button, Qt.MouseButton.LeftButton)
    assert not panel.none.isVisible()  # the second half is music that the model knows
    panel.set_position(5.0)
    assert panel.none.isVisible()
    panel.show_prediction(replace(said, novelty=0.4, window_novelty=np.array([0.4, 0.6])))
    assert not panel.none.isVisible()


def test_a_model_that_cannot_tell_never_says_none(panel: GenrePanel) -> None:
    panel.show_prediction(prediction(("pop", "rock"), [[0.9, 0.1]]))
    assert not panel.none.isVisible()


def test_why_asks_for_the_whole_piece_or_for_the_window_at_the_playhead(qtbot: QtBot, panel: GenrePanel) -> None:
    asked: list[float | None] = []
    panel.why_wanted.connect(asked.append)
    panel.show_prediction(prediction(("pop", "rock"), [[0.9, 0.1], [0.2, 0.8]]))
    qtbot.mouseClick(panel.why_button, Qt.MouseButton.LeftButton)
    assert asked == [None]
    assert panel.stack.currentWidget() is panel.reasons
    panel.set_position(50.0)
    qtbot.mouseClick(panel.playhead_button, Qt.MouseButton.LeftButton)
    assert asked == [None, 50.0]
    panel.set_position(52.0)  # the same window
    assert len(asked) == 2
    qtbot.mouseClick(panel.why_button, Qt.MouseButton.LeftButton)
    assert panel.stack.currentWidget() is panel.scroll_area
    panel.show_prediction(prediction(("pop", "rock"), [[0.5, 0.5]]))
    assert not panel.why_button.isChecked()


def test_reasons_are_lines_and_near_tracks_are_links(qtbot: QtBot, panel: GenrePanel, tmp_path: Path) -> None:
    speaking = Ground("Brightness", 0.104, "zero_crossing_rate_mean", "noisiness", "", 0.15, 0.092, 0.17, "usual")
    against = Ground("Tempo", -0.021, "tempo", "tempo of onsets", "BPM", 69.84, 91.65, 152.0, "below")
    genre = GenreReasons("disco", 0.36, 0.1, (speaking,), (against,))
    near = NearTrack(tmp_path / "song.mp3", "Somebody – Song", "rock", 0.34)
    panel.reasons.show_explained(Explained(ClipReasons(0.0, 30.0, (genre,)), (near,)))
    lines = panel.reasons.text().split("\n")
    assert lines[:6] == [
        "+ speaks for the genre, − against it, in per cent of probability. From 0 to 30 s.",
        "disco 36 %",
        "+10 Brightness",
        "noisiness 0.15, usual for disco (0.092 to 0.17)",
        "−2 Tempo",
        "tempo of onsets 69.8 BPM, below the usual of disco (91.7 to 152)",
    ]
    (link,) = panel.reasons.widget().findChildren(QPushButton)
    assert link.text() == "Somebody – Song · rock"
    with qtbot.waitSignal(panel.reasons.track_wanted) as wanted:
        link.click()
    assert wanted.args == [tmp_path / "song.mp3"]
