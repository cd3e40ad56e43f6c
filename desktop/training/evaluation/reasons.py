"""Reasons for and against each class, for one row."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.language import tr
from desktop.training.charts.chart import Chart
from desktop.training.charts.export_button import Dialog
from desktop.training.evaluation.songs import SongList, Songs
from desktop.widgets.basic import label, name_popup, push_button
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.estimators.baselines import Baseline
    from core.evaluation.held_out import HeldOut
    from core.jobs.explanation import SongReasons

MOST_OFFERED: Final = 50_000
"""Rows whose names are offered while one types; of more, the whole name is asked for."""

ABOUT: Final = tr(
    "Choose a row: a mistake below or any other. The estimator is fitted without it and its group; "
    "then each kind of feature is replaced by that of other rows, in many orders. Bars show the "
    "change in probability."
)


class ReasonsChart(Chart):
    """Kinds of features for a class to the right, those against it to the left."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Reasons"), dialog)
        self._bars: list[tuple[str, float, float]] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, alpha=0.15)
        self.item.getViewBox().invertY(True)
        self.item.setLabel("bottom", tr("points of probability"))
        self.set_table(lambda: (["group", "share", "noise"], self._bars))

    def show_bars(self, title: str, bars: list[tuple[str, float, float]]) -> None:
        """Show (kind, share, standard error), each in points."""
        self.set_title(title)
        self._bars = bars
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_bars"):
            self._draw()

    def _draw(self) -> None:
        self.item.clear()
        shares = np.array([one[1] for one in self._bars])
        noise = np.array([one[2] for one in self._bars])
        y = np.arange(len(self._bars), dtype=float)
        for sign, colour in ((1, self.theme.success), (-1, self.theme.error)):
            chosen = shares * sign > 0
            if chosen.any():
                self.item.addItem(
                    pg.BarGraphItem(x0=0, y=y[chosen], height=0.7, width=shares[chosen], brush=colour, pen=None)
                )
        if len(y):
            pen = pg.mkPen(self.theme.text_muted)
            self.item.addItem(pg.ErrorBarItem(x=shares, y=y, left=noise, right=noise, beam=0.2, pen=pen))
        self.item.addItem(pg.InfiniteLine(0, angle=90, pen=pg.mkPen(self.theme.border)))
        self.item.getAxis("left").setTicks([[(place, one[0]) for place, one in enumerate(self._bars)]])
        self.item.setYRange(-0.7, max(len(self._bars), 3) - 0.3, padding=0)
        self.item.enableAutoRange(axis="x")


class ReasonsView(QWidget):
    """Fields for row, estimator and class, the chart and a summary; before the first question, the mistakes."""

    requested = Signal(int)
    """Row of the data."""
    heard = Signal(int)

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dataset: Dataset | None = None
        self._found: SongReasons | None = None
        self._rows: dict[str, int] = {}
        self._held_out: dict[str, tuple[str, HeldOut]] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Find row by name"))
        self.field.setAccessibleName(tr("Row"))
        self.button = push_button(tr("Explain"), self._ask, "primary")
        self.hear_button = push_button(tr("Play"), self._hear, tip=tr("Play song"))
        self.estimator_box = QComboBox()
        self.estimator_box.setAccessibleName(tr("Estimator"))
        self.mistakes = SongList(dialog)
        self.class_box = QComboBox()
        self.class_box.setAccessibleName(tr("Class"))
        self.chart = ReasonsChart(dialog)
        self.said = label("", "", wrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.about = label(ABOUT, "muted", wrap=True)
        self.stack = QStackedWidget()
        self._arrange()
        self.field.returnPressed.connect(self._ask)
        self.field.textChanged.connect(lambda _: self._refresh())
        self.class_box.currentIndexChanged.connect(lambda _: self._show_class())
        self.estimator_box.currentIndexChanged.connect(lambda _: self._take_estimator())
        self.mistakes.heard.connect(self.heard)
        self.mistakes.explained.connect(self._ask_about)
        self._busy = False
        self._refresh()

    @property
    def row(self) -> int | None:
        """The row in the field; None where it names none."""
        name = self.field.text().strip()
        return self._places_by_name().get(name) if name else None

    def _places_by_name(self) -> dict[str, int]:
        """Return the first row of each name, from the first question on."""
        if not self._rows and self._dataset is not None:
            for row, name in enumerate(self._dataset.row_names):
                self._rows.setdefault(name, row)
        return self._rows

    @property
    def estimator(self) -> str:
        """The key of the chosen estimator."""
        return str(self.estimator_box.currentData() or "")

    def show_held_out(self, dataset: Dataset, compared: "Sequence[tuple[Baseline, HeldOut]]") -> None:
        """Offer these estimators, with the mistakes of each."""
        self.show_data(dataset)
        former = self.estimator
        self._held_out = {baseline.key: (baseline.title, found) for baseline, found in compared}
        self.estimator_box.blockSignals(True)
        self.estimator_box.clear()
        for key, (name, _) in self._held_out.items():
            self.estimator_box.addItem(name, key)
        self.estimator_box.setCurrentIndex(max(self.estimator_box.findData(former), 0))
        self.estimator_box.blockSignals(False)
        self._take_estimator()

    def choose_estimator(self, key: str) -> None:
        """Choose an estimator by its key."""
        place = self.estimator_box.findData(key)
        if place >= 0:
            self.estimator_box.setCurrentIndex(place)

    def _take_estimator(self) -> None:
        """Show the mistakes of the chosen estimator and drop reasons of another."""
        self.show_reasons(None)
        name, found = self._held_out.get(self.estimator, ("", None))
        if found is None or self._dataset is None:
            return
        songs = Songs(self._dataset, found, found.mistaken_places())
        title = tr("Mistakes of {name}, most confident first", name=name)
        self.mistakes.show_songs(title if songs else tr("No mistakes of {name}", name=name), songs)

    def _ask_about(self, row: int) -> None:
        self.choose(row)
        self._ask()

    def show_data(self, dataset: Dataset) -> None:
        """Offer the rows of these data."""
        if dataset is self._dataset:
            return
        self._dataset, self._found = dataset, None
        self._rows = {}
        self.field.clear()
        self.field.setCompleter(None)  # type: ignore[arg-type]  # of Qt's stubs
        if len(dataset) <= MOST_OFFERED:
            completer = QCompleter(list(self._places_by_name()), self)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            name_popup(completer)
            self.field.setCompleter(completer)
        self.stack.setCurrentIndex(0)

    def choose(self, row: int) -> None:
        """Put a row into the field."""
        assert self._dataset is not None
        name = self._dataset.row_names[row]
        self._places_by_name()[name] = row
        self.field.setText(name)

    def show_reasons(self, found: "SongReasons | None") -> None:
        """Show reasons, beginning with the predicted class."""
        self._found = found
        self.stack.setCurrentIndex(0 if found is None else 1)
        if found is None:
            return
        order = np.argsort(-found.reasons.probabilities, kind="stable")
        self.class_box.blockSignals(True)
        self.class_box.clear()
        for place in order:
            share = 100 * found.reasons.probabilities[place]
            self.class_box.addItem(f"{found.reasons.classes[place]} {share:.0f} %", int(place))
        self.class_box.blockSignals(False)
        self._show_class()

    def set_busy(self, busy: bool) -> None:
        """While a task runs, nothing else begins."""
        self._busy = busy
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.chart.set_theme(theme)
        self.mistakes.set_theme(theme)

    def _show_class(self) -> None:
        found, place = self._found, self.class_box.currentData()
        if found is None or place is None or self._dataset is None:
            return
        reasons = found.reasons
        noise = {group.name: 100 * float(reasons.noise[number, place]) for number, group in enumerate(reasons.groups)}
        bars = [(group.name, 100 * share, noise[group.name]) for group, share in reasons.of_class(place)]
        song = self._dataset.row_names[found.row]
        name = self.estimator_box.currentText()
        self.chart.show_bars(
            tr("{song}: for and against {classes} ({name})", song=song, classes=reasons.classes[place], name=name),
            bars,
        )
        true = self._dataset.classes[self._dataset.y[found.row]]
        with_it = tr(" Also left out: {left_out} rows of its group.", left_out=found.left_out) if found.left_out else ""
        self.said.setText(
            tr(
                "{song}: true class {true}. {in_words}{with_it}",
                song=song,
                true=true,
                in_words=reasons.in_words(place),
                with_it=with_it,
            )
        )

    def _ask(self) -> None:
        if self.row is not None and not self._busy:
            self.requested.emit(self.row)

    def _hear(self) -> None:
        if self.row is not None:
            self.heard.emit(self.row)

    def _refresh(self) -> None:
        row, dataset = self.row, self._dataset
        self.button.setEnabled(row is not None and not self._busy)
        self.hear_button.setEnabled(row is not None and dataset is not None and dataset.locations[row] is not None)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.field, 1)
        top.addWidget(self.estimator_box)
        top.addWidget(self.hear_button)
        top.addWidget(self.button)
        shown = QWidget()
        inner = QVBoxLayout(shown)
        inner.setContentsMargins(0, 0, 0, 0)
        choice = QHBoxLayout()
        choice.addWidget(label(tr("Class"), "muted"))
        choice.addWidget(self.class_box)
        choice.addStretch(1)
        choice.addWidget(
            push_button(tr("Other rows"), lambda: self.show_reasons(None), "link", tr("Back to the mistakes"))
        )
        inner.addLayout(choice)
        inner.addWidget(self.chart, 1)
        inner.addWidget(self.said)
        self.stack.addWidget(self.mistakes)
        self.stack.addWidget(shown)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.about)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
