import csv
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QFileDialog, QGraphicsScene, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from desktop.training.charts.class_bars import ClassBars
from desktop.training.charts.export_button import EXPORT_WIDTH, MOST_PIXELS, ExportButton
from desktop.training.evaluation.confusion_matrix import ConfusionMatrix
from desktop.widgets.theme import DARK, LIGHT, Theme

Maker = Callable[..., ExportButton]


def no_dialog(*_: object) -> QFileDialog:
    raise AssertionError


@pytest.fixture
def button_for(qtbot: QtBot) -> Maker:
    def make(widget: QWidget) -> ExportButton:
        button = ExportButton("Some of it", widget, no_dialog, getattr(widget, "as_table", None))
        qtbot.addWidget(button)
        return button

    return make


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    made = ConfusionMatrix()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show_counts(("blues", "jazz, latin"), np.array([[5, 1], [2, 7]]))
    return made


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_a_painted_view_becomes_a_sharp_picture_in_the_colours_of_the_theme(
    matrix: ConfusionMatrix, tmp_path: Path, theme: Theme, button_for: Maker
) -> None:
    button = button_for(matrix)
    matrix.set_theme(theme)
    button.set_theme(theme)
    button.export(tmp_path / "seen.png")
    picture = QImage(str(tmp_path / "seen.png"))
    assert picture.width() == picture.height() == EXPORT_WIDTH
    assert picture.pixelColor(2, 2) == QColor(theme.surface)
    scale = EXPORT_WIDTH / matrix.drawn_area().width()
    cell = matrix._box(0, 0)
    edge, inside = (picture.pixelColor(((cell.topLeft() + QPointF(x, 8)) * scale).toPoint()) for x in (2, 8))
    assert edge == inside != QColor(theme.surface)  # without the mark of the current cell


def test_a_painted_view_becomes_a_drawing_whose_words_stay_words(
    matrix: ConfusionMatrix, tmp_path: Path, button_for: Maker
) -> None:
    button_for(matrix).export(tmp_path / "seen.svg")
    root = ET.parse(tmp_path / "seen.svg").getroot()
    words = {text.text for text in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"blues", "83", "78"} <= words
    assert not list(root.iter("{http://www.w3.org/2000/svg}image"))


def test_a_confusion_and_the_class_counts_become_tables(
    qtbot: QtBot, matrix: ConfusionMatrix, tmp_path: Path, button_for: Maker
) -> None:
    button_for(matrix).export(tmp_path / "confusion.csv")
    with (tmp_path / "confusion.csv").open(encoding="utf-8", newline="") as stream:
        assert list(csv.reader(stream)) == [
            ["class", "blues", "jazz, latin"], ["blues", "5", "1"], ["jazz, latin", "2", "7"]
        ]  # fmt: skip
    bars = ClassBars()
    qtbot.addWidget(bars)
    bars.show_counts(("blues", "jazz"), (3, 14))
    button_for(bars).export(tmp_path / "counts.csv")
    assert (tmp_path / "counts.csv").read_text(encoding="utf-8") == "class,rows\nblues,3\njazz,14\n"


class HugeDrawing(QGraphicsView):
    """With a red mark at the far end, and a green one that is not for export."""

    def __init__(self) -> None:
        super().__init__()
        self.setScene(QGraphicsScene(0, 0, 40_000, 9_000, self))
        self.scene().addRect(39_000, 8_000, 900, 900, brush=QColor("#ff0000"))
        self.hint = self.scene().addRect(100, 100, 900, 900, brush=QColor("#00ff00"))
        self.resize(200, 100)

    def set_plain(self, plain: bool) -> None:
        self.hint.setVisible(not plain)

    def drawn_area(self) -> QRectF:
        return self.sceneRect()


def test_a_scene_is_drawn_whole_and_without_hints_however_little_of_it_is_seen(
    qtbot: QtBot, tmp_path: Path, button_for: Maker
) -> None:
    view = HugeDrawing()
    qtbot.addWidget(view)
    button_for(view).export(tmp_path / "all.png")
    picture = QImage(str(tmp_path / "all.png"))
    assert MOST_PIXELS * 0.99 < picture.width() * picture.height() <= MOST_PIXELS * 1.01
    assert picture.pixelColor(picture.width() * 394 // 400, picture.height() * 84 // 90) == QColor("#ff0000")
    assert picture.pixelColor(picture.width() // 80, picture.height() // 18) == QColor(LIGHT.surface)
    assert view.hint.isVisible()


def test_only_what_has_a_table_offers_one(qtbot: QtBot, matrix: ConfusionMatrix, button_for: Maker) -> None:
    view = HugeDrawing()
    qtbot.addWidget(view)
    for button, offered in ((button_for(matrix), True), (button_for(view), False)):
        button.menu().aboutToShow.emit()
        assert [action.isVisible() for action in button.menu().actions()] == [True, True, offered]


def test_a_place_that_cannot_be_written_keeps_what_was_there(
    matrix: ConfusionMatrix, tmp_path: Path, button_for: Maker
) -> None:
    folder = tmp_path / "chart.png"
    folder.mkdir()
    with pytest.raises(IsADirectoryError):
        button_for(matrix).export(folder)
    assert list(tmp_path.iterdir()) == [folder]
