"""Calibration: the probabilities of estimators against the share of correct predictions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.language import tr
from desktop.training.charts.chart import SERIES_COLOURS, Chart, series_pen
from desktop.training.charts.export_button import Dialog, Table
from desktop.widgets.basic import label
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.evaluation.held_out import HeldOut

FEW: Final = 5
ABOUT: Final = tr(
    "Dashed line: probabilities equal the share of correct predictions. Below it an estimator is "
    "overconfident, above it underconfident."
)


class CalibrationChart(Chart):
    """One line an estimator; bins of fewer than five rows are left out."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Calibration"), dialog)
        self._lines: list[tuple[str, list[tuple[float, float, int]]]] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, y=True, alpha=0.15)
        self.item.setLabel("bottom", tr("highest probability"))
        self.item.setLabel("left", tr("share correct"))
        self.set_table(self._as_table)

    def show_lines(self, lines: Sequence[tuple[str, Sequence[tuple[float, float, int]]]]) -> None:
        """Show points of (mean probability, share correct, rows) for each estimator."""
        self._lines = [(name, list(points)) for name, points in lines]
        self._draw()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_lines"):
            self._draw()

    def _draw(self) -> None:
        self.item.clear()
        self.show_legend((name, SERIES_COLOURS[number]) for number, (name, _) in enumerate(self._lines))
        self.item.plot([0, 1], [0, 1], pen=series_pen(self.theme.text_muted, 1.0, dashed=True))
        for number, (_, points) in enumerate(self._lines):
            colour = SERIES_COLOURS[number]
            self.item.plot(
                [one[0] for one in points], [one[1] for one in points], pen=series_pen(colour), symbol="o",
                symbolSize=[4 + min(one[2], 400) ** 0.5 for one in points], symbolBrush=colour, symbolPen=None,
            )  # fmt: skip
        self.item.setXRange(0, 1, padding=0.02)
        self.item.setYRange(0, 1, padding=0.02)

    def _as_table(self) -> Table:
        rows = [[name, *point] for name, points in self._lines for point in points]
        return ["estimator", "confidence", "accuracy", "rows"], rows


class CalibrationView(QWidget):
    """The chart and the calibration error of each estimator."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = CalibrationChart(dialog)
        self.said = label("", "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.chart, 1)
        column.addWidget(self.said)

    def show_held_out(self, compared: "Sequence[tuple[str, HeldOut]]") -> None:
        """Show these, by their names."""
        lines: list[tuple[str, list[tuple[float, float, int]]]] = []
        words = []
        for name, held_out in compared:
            if held_out.probabilities is None:
                lines.append((name, []))
                words.append(
                    tr("{name} has no probabilities of its own; they are calibrated when it is saved.", name=name)
                )
                continue
            points = [(one.confidence, one.accuracy, one.count) for one in held_out.reliability() if one.count >= FEW]
            lines.append((name, points))
            error = held_out.calibration_error()
            words.append(tr("{name}: calibration error {error:.1f} points on average.", name=name, error=100 * error))
        self.chart.show_lines(lines)
        self.said.setText("\n".join([ABOUT, *words]))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.chart.set_theme(theme)
