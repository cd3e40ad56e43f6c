"""Two columns against each other: one dot a row, in the colour of its class."""

from dataclasses import replace

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.exploration.song_map import scatter
from core.features.columns import UNITS
from core.language import tr
from desktop.training.charts.export_button import Dialog
from desktop.training.explore.map import MapView
from desktop.widgets.basic import label, name_popup
from desktop.widgets.theme import UNIT, Theme


class TwoColumns(QWidget):
    """Two lists of columns above the dots."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._drawn: tuple[Dataset, str, str] | None = None
        self._names = QStringListModel(self)
        self.boxes = [self._box(title) for title in (tr("Column across"), tr("Column upwards"))]
        self.view = MapView(dialog, tr("Each dot is a row. Click a dot to play its song."))
        self.view.chart.set_title(tr("Two columns"))
        top = QHBoxLayout()
        top.setContentsMargins(UNIT, UNIT, UNIT, 0)
        top.setSpacing(UNIT)
        for box, words in zip(self.boxes, (tr("Across"), tr("Upwards")), strict=True):
            top.addWidget(label(words, "muted"))
            top.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.view, 1)

    def show_data(self, dataset: Dataset | None) -> None:
        """Take other data; they are drawn when they are looked at."""
        before = [box.currentText() for box in self.boxes]
        self._dataset = dataset
        columns = () if dataset is None else dataset.columns
        self._names.setStringList(list(columns))
        known = all(name in columns for name in before)
        for place, box in enumerate(self.boxes):
            _show(box, before[place] if known else columns[min(place, len(columns) - 1)] if columns else "")
        self.draw_if_seen()

    def show_pair(self, first: str, second: str) -> None:
        """Draw these two."""
        for box, name in zip(self.boxes, (first, second), strict=True):
            _show(box, name)
        self.draw_if_seen()

    def draw_if_seen(self) -> None:
        """Draw what is chosen, once it is visible."""
        dataset, (first, second) = self._dataset, (box.currentText() for box in self.boxes)
        if dataset is None or not self.isVisible() or not {first, second} <= set(dataset.columns):
            return
        if self._drawn == (dataset, first, second):
            return
        self._drawn = (dataset, first, second)
        across, upwards = (f"{name} ({UNITS[name]})" if UNITS.get(name) else name for name in (first, second))
        found = replace(scatter(dataset, first, second), axes=(across, upwards))
        self.view.show_map(dataset, found)
        self.view.chart.set_title(tr("{second} by {first}", second=second, first=first))
        missing = "" if len(found.rows) else tr(" No row has both numbers.")
        related = (
            "" if found.pearson != found.pearson else tr(" Correlation {correlation:.2f}.", correlation=found.pearson)
        )
        self.view.add_note(f"{related}{missing}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.draw_if_seen()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.view.set_theme(theme)

    def _box(self, title: str) -> QComboBox:
        box = QComboBox()
        box.setModel(self._names)
        box.setAccessibleName(title)
        box.setEditable(True)
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        completer = QCompleter(self._names, box)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        name_popup(completer)
        box.setCompleter(completer)
        box.activated.connect(lambda _: self.draw_if_seen())
        return box


def _show(box: QComboBox, name: str) -> None:
    """Show a name from its beginning; a field shows the end of what is too long for it."""
    box.setCurrentText(name)
    field = box.lineEdit()
    if field is not None:
        field.setCursorPosition(0)
