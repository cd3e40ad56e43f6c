"""Confusion matrices of the estimators side by side, and the rows of the opened cell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.estimators.baselines import Baseline
from core.language import tr
from desktop.training.charts.export_button import Dialog, ExportButton
from desktop.training.evaluation.confusion_matrix import ConfusionMatrix
from desktop.training.evaluation.songs import SongList, Songs
from desktop.training.frames import split
from desktop.widgets.basic import label
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.evaluation.held_out import HeldOut

INVITATION: Final = tr("Open a cell to see its rows.")


class ConfusionPage(QWidget):
    """Matrices above, songs below."""

    heard = Signal(int)
    """Row of the data."""
    explained = Signal(int, str)
    """Row of the data, and the key of the estimator whose cell was opened."""

    def __init__(self, n_matrices: int, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._compared: list[tuple[Baseline, HeldOut]] = []
        self._opened = ""
        self.matrices = [ConfusionMatrix() for _ in range(n_matrices)]
        self.titles = [label("", "heading") for _ in range(n_matrices)]
        self.export_buttons = [ExportButton("", matrix, dialog, matrix.as_table) for matrix in self.matrices]
        self.shares_button = QToolButton()
        self.shares_button.setText(tr("% of each class"))
        self.shares_button.setCheckable(True)
        self.shares_button.setChecked(True)
        self.songs = SongList(dialog)
        self._arrange()
        self.shares_button.toggled.connect(self._show_shares)
        for place, matrix in enumerate(self.matrices):
            matrix.cell_opened.connect(lambda true, predicted, place=place: self._open_cell(place, true, predicted))
        self.songs.heard.connect(self.heard)
        self.songs.explained.connect(lambda row: self.explained.emit(row, self._opened))

    def show_held_out(self, dataset: Dataset, compared: "Sequence[tuple[Baseline, HeldOut]]") -> None:
        """Show the predictions of these estimators on held-out rows."""
        self._dataset, self._compared = dataset, list(compared)
        parts = zip(self.titles, self.export_buttons, self.matrices, strict=True)
        for place, (title, button, matrix) in enumerate(parts):
            for part in (title, button, matrix):
                part.setVisible(place < len(compared))
            if place < len(compared):
                baseline, found = compared[place]
                title.setText(baseline.name)
                button.title = tr("Confusion matrix of {name}", name=baseline.title)
                matrix.show_counts(found.classes, found.confusion())
        self.songs.show_songs(INVITATION)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.songs.set_theme(theme)
        for matrix, button in zip(self.matrices, self.export_buttons, strict=True):
            matrix.set_theme(theme)
            button.set_theme(theme)

    def _open_cell(self, place: int, true: int, predicted: int) -> None:
        if self._dataset is None or place >= len(self._compared):
            return
        baseline, found = self._compared[place]
        self._opened = baseline.key
        title = f"{baseline.title}: {self.matrices[place].words(true, predicted)}"
        self.songs.show_songs(title, Songs(self._dataset, found, found.cell_places(true, predicted)))

    def _show_shares(self, shares: bool) -> None:
        for matrix in self.matrices:
            matrix.show_shares(shares)

    def _arrange(self) -> None:
        squares = QWidget()
        row = QHBoxLayout(squares)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        for title, button, matrix in zip(self.titles, self.export_buttons, self.matrices, strict=True):
            top = QHBoxLayout()
            top.addWidget(title, 1)
            top.addWidget(button)
            column = QVBoxLayout()
            column.addLayout(top)
            column.addWidget(matrix, 1)
            row.addLayout(column, 1)
        choice = QHBoxLayout()
        choice.addWidget(label(tr("Rows: true class. Columns: predicted class."), "muted"))
        choice.addStretch(1)
        choice.addWidget(self.shares_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        outer.setSpacing(UNIT // 2)
        outer.addLayout(choice)
        outer.addWidget(split(Qt.Orientation.Vertical, squares, self.songs, (46, 26), grows=0), 1)
