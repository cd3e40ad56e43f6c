"""ROC, precision and recall, or lift: of every class for one estimator, or of one class for all estimators."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from core.language import tr
from desktop.training.charts.chart import SERIES_COLOURS, Chart, series_pen
from desktop.training.charts.export_button import Dialog, Table
from desktop.widgets.theme import Theme, genre_colour

if TYPE_CHECKING:
    from core.evaluation.curves import ClassCurves

MOST_NAMED: Final = 14
"""Beyond so many classes the table names them, and the legend would fill the chart."""


@dataclass(frozen=True)
class Kind:
    """One kind of curve: its field in `ClassCurves`, its name, its axes, and the number that sums it up."""

    key: str
    title: str
    below: str
    left: str
    number: str


KINDS: Final = (
    Kind("roc", "ROC", tr("share of other rows taken for the class"), tr("share of its rows found"), "roc_area"),
    Kind("precision_recall", tr("Precision–recall"), tr("recall"), tr("precision"), "average_precision"),
    Kind(
        "lift", tr("Lift"), tr("share of rows taken for the class, most probable first"),
        tr("times better than chance"), "lift_at_tenth",
    ),
)  # fmt: skip


class CurveChart(Chart):
    """Lines from the same rows; the dashed one is chance."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__("ROC", dialog)
        self._kind = KINDS[0]
        self._lines: list[tuple[str, str, ClassCurves]] = []
        self._classes: tuple[str, ...] = ()
        self._places: tuple[int, ...] = ()
        self.plot.setMouseEnabled(x=False, y=False)
        self.item.showGrid(x=True, y=True, alpha=0.15)
        self.set_table(self._as_table)

    def show_classes(self, kind: Kind, estimator: str, curves: "Sequence[ClassCurves]") -> None:
        """Show every class for one estimator."""
        self._classes = tuple(one.name for one in curves)
        self._show(
            kind,
            tr("{title} of {estimator}", title=kind.title, estimator=estimator),
            [(estimator, one.name, one) for one in curves],
        )

    def show_estimators(self, kind: Kind, name: str, curves: "Sequence[tuple[int, str, ClassCurves]]") -> None:
        """Show one class for several estimators, each with its place among those compared, which has its colour."""
        self._classes, self._places = (), tuple(place for place, _, _ in curves)
        self._show(
            kind,
            tr("{title} of {name}", title=kind.title, name=name),
            [(estimator, name, one) for _, estimator, one in curves],
        )

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        if hasattr(self, "_lines"):
            self._draw()

    def _show(self, kind: Kind, title: str, lines: "list[tuple[str, str, ClassCurves]]") -> None:
        self._kind, self._lines = kind, lines
        self.set_title(title)
        self._draw()

    def _draw(self) -> None:
        kind = self._kind
        self.item.clear()
        named = [(self._name(place), self._colour(place)) for place in range(len(self._lines))]
        self.show_legend(named if len(named) <= MOST_NAMED else ())
        if kind.key == "roc":
            self.item.plot([0, 1], [0, 1], pen=series_pen(self.theme.text_muted, 1.0, dashed=True))
        if kind.key == "lift":
            self.item.plot([0, 1], [1, 1], pen=series_pen(self.theme.text_muted, 1.0, dashed=True))
        for place, (_, _, curves) in enumerate(self._lines):
            points = getattr(curves, kind.key)
            if len(points.x):
                self.item.plot(points.x, points.y, pen=series_pen(self._colour(place), 1.6))
        self.item.setLabel("bottom", kind.below)
        self.item.setLabel("left", kind.left)
        self.item.setXRange(0, 1, padding=0.02)
        if kind.key == "lift":
            self.item.enableAutoRange(axis="y")
        else:
            self.item.setYRange(0, 1, padding=0.02)

    def _name(self, place: int) -> str:
        estimator, name, _ = self._lines[place]
        return name if self._classes else estimator

    def _colour(self, place: int) -> str:
        if self._classes:
            return genre_colour(self._lines[place][1], self._classes, self.theme)
        return SERIES_COLOURS[self._places[place]]

    def _as_table(self) -> Table:
        rows = [
            [estimator, name, float(x), float(y)]
            for estimator, name, curves in self._lines
            for x, y in zip(getattr(curves, self._kind.key).x, getattr(curves, self._kind.key).y, strict=True)
        ]
        return ["estimator", "class", self._kind.below, self._kind.left], rows
