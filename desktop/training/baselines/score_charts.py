"""The scores of a run as bars, and how they grow with the rows to learn from."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from core.language import tr
from core.training.learning_curves import LearningPoint, curve
from core.training.protocols import Protocol, protocol_word
from core.training.summary import METRICS
from desktop.training.charts.chart import MEASURES, SERIES_COLOURS, Chart, series_pen, translucent
from desktop.training.charts.export_button import Dialog, Table
from desktop.training.score_model import METRIC_TITLES, TITLES, Row
from desktop.widgets.theme import UNIT, Theme

BAR_SHARE = 0.8


class ScoreBars(Chart):
    """One group of bars an estimator: its metrics in one protocol, or its protocols in one metric."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__(tr("Scores"), dialog)
        self._rows: list[Row] = []
        self._series: list[tuple[str, Protocol, str]] = []
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, alpha=0.15)
        self.set_table(self._as_table)

    def show_metrics(self, rows: Sequence[Row], protocol: Protocol) -> None:
        """Show the four metrics in one protocol, as in the study's chart."""
        self.set_title(
            tr("Accuracy, macro precision, recall and F1, {protocol} folds", protocol=protocol_word(protocol))
        )
        self._series = [(METRIC_TITLES[metric], protocol, metric) for metric in METRICS]
        self._draw(rows)

    def show_protocols(self, rows: Sequence[Row], protocols: Sequence[Protocol], metric: str) -> None:
        """One metric in each protocol."""
        alone = tr("on {protocol} folds", protocol=protocol_word(protocols[0])) if protocols else ""
        where = tr("in each protocol") if len(protocols) > 1 else alone
        self.set_title(
            tr(
                "{metric} {where}; whiskers from the lowest fold to the highest",
                metric=METRIC_TITLES[metric],
                where=where,
            )
        )
        self._series = [(tr("{protocol} folds", protocol=TITLES[protocol]), protocol, metric) for protocol in protocols]
        self._draw(rows)

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_rows"):
            self._draw(self._rows)

    def _draw(self, rows: Sequence[Row]) -> None:
        self._rows = list(rows)
        self.item.clear()
        shown = [row for row in rows if row.summaries]
        thickness = BAR_SHARE / max(len(self._series), 1)
        kinds = MEASURES if len({protocol for _, protocol, _ in self._series}) < len(self._series) else SERIES_COLOURS
        colours = [kinds[number % len(kinds)] for number in range(len(self._series))]
        self.show_legend(zip((name for name, *_ in self._series), colours, strict=True))
        for number, (_, protocol, metric) in enumerate(self._series):
            ys, widths, lows, highs = [], [], [], []
            for place, row in enumerate(shown):
                spread = row.spread(protocol, metric)
                if spread is not None:
                    ys.append(place - BAR_SHARE / 2 + (number + 0.5) * thickness)
                    widths.append(spread.mean)
                    lows.append(spread.mean - spread.lowest)
                    highs.append(spread.highest - spread.mean)
            bars = pg.BarGraphItem(x0=0, y=ys, height=thickness * 0.9, width=widths, brush=colours[number], pen=None)
            self.item.addItem(bars)
            if ys:
                import numpy as np

                whiskers = pg.ErrorBarItem(
                    x=np.array(widths), y=np.array(ys), left=np.array(lows), right=np.array(highs),
                    beam=thickness * 0.4, pen=pg.mkPen(self.theme.text_muted),
                )  # fmt: skip
                self.item.addItem(whiskers)
        axis = self.item.getAxis("left")
        axis.setTicks([[(place, row.name) for place, row in enumerate(shown)]])
        self.item.getViewBox().invertY(True)
        self.item.setXRange(0, 1, padding=0.01)
        self.item.setYRange(-0.6, max(len(shown), 4) - 0.4, padding=0)

    def _as_table(self) -> Table:
        columns = ["estimator", "series", "mean", "spread", "lowest", "highest"]
        rows = []
        for row in self._rows:
            for name, protocol, metric in self._series:
                spread = row.spread(protocol, metric)
                if spread is not None:
                    rows.append([row.key, name, spread.mean, spread.spread, spread.lowest, spread.highest])
        return columns, rows


class CurveGrid(QScrollArea):
    """One small chart an estimator: accuracy on the rows it learned from and on held-out ones, with bands."""

    COLUMNS = 3

    def __init__(self, dialog: Dialog) -> None:
        super().__init__()
        self.setAccessibleName(tr("Learning curves"))
        self._dialog = dialog
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        self._grid.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        self._grid.setSpacing(2 * UNIT)
        self.setWidget(self._holder)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.charts: dict[str, Chart] = {}
        self._shown: tuple[list[LearningPoint], list[tuple[str, str]], Protocol] | None = None
        self._theme: Theme | None = None

    def show_curves(
        self, points: Sequence[LearningPoint], names: Sequence[tuple[str, str]], protocol: Protocol
    ) -> None:
        """Show the learning curves of estimators, given as (key, name), in one protocol."""
        self._shown = (list(points), list(names), protocol)
        keys = [key for key, _ in names]
        for key in [key for key in self.charts if key not in keys]:
            chart = self.charts.pop(key)
            self._grid.removeWidget(chart)
            chart.deleteLater()
        for place, (key, name) in enumerate(names):
            if key not in self.charts:
                self.charts[key] = self._chart(name)
            self._grid.addWidget(self.charts[key], place // self.COLUMNS, place % self.COLUMNS)
            self._draw(self.charts[key], points, key, protocol)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for chart in self.charts.values():
            chart.set_theme(theme)
        if self._shown is not None:
            self.show_curves(*self._shown)

    def _chart(self, name: str) -> Chart:
        chart = Chart(name, self._dialog)
        chart.setMinimumHeight(25 * UNIT)
        chart.plot.setMouseEnabled(x=False, y=False)
        chart.item.showGrid(y=True, alpha=0.15)
        chart.item.setYRange(0, 1, padding=0.02)
        chart.item.setLabel("bottom", tr("training rows"))
        if self._theme is not None:
            chart.set_theme(self._theme)
        return chart

    def _draw(self, chart: Chart, points: Sequence[LearningPoint], key: str, protocol: Protocol) -> None:
        line = curve(points, key, protocol)
        chart.item.clear()
        sizes = [one.n_train for one in line]
        for number, part in enumerate(("train", "test")):
            means = [getattr(one, f"{part}_mean") for one in line]
            spreads = [getattr(one, f"{part}_spread") for one in line]
            colour = SERIES_COLOURS[1 if number == 0 else 0]
            low = pg.PlotCurveItem(sizes, [m - s for m, s in zip(means, spreads, strict=True)], pen=None)
            high = pg.PlotCurveItem(sizes, [m + s for m, s in zip(means, spreads, strict=True)], pen=None)
            chart.item.addItem(pg.FillBetweenItem(low, high, brush=translucent(colour, 0.2)))
            chart.item.addItem(low)
            chart.item.addItem(high)
            chart.item.plot(
                sizes, means, pen=series_pen(colour, dashed=number == 0), symbol="o", symbolSize=5,
                symbolBrush=colour, symbolPen=None,
            )  # fmt: skip
        if line:
            held_out, seen = line[-1].test_mean, line[-1].train_mean
            chart.setToolTip(
                tr("{held_out:.3f} on held-out rows, {seen:.3f} on training rows", held_out=held_out, seen=seen)
            )
        chart.set_table(
            lambda: (
                ["rows", "learned", "learned_spread", "held_out", "held_out_spread"],
                [[one.n_train, one.train_mean, one.train_spread, one.test_mean, one.test_spread] for one in line],
            )
        )
