"""Which tree of which estimator to look at, and the tree."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QStackedWidget, QVBoxLayout, QWidget

from core.estimators.baselines import Baseline
from core.language import tr
from desktop.training.charts.chart import legend_lines
from desktop.training.charts.export_button import Dialog, ExportButton
from desktop.training.evaluation.tree_view import TreeView
from desktop.widgets.basic import ElidedLabel, label, push_button, stepped
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import UNIT, Theme, genre_colour

if TYPE_CHECKING:
    from core.jobs.explanation import ShownTree

TREES: Final = ("tree", "forest", "boosting", "extra-trees", "forest-tuned", "boosting-tuned")
NO_TREES: Final = tr("Train a decision tree, a forest or gradient boosting first.")
NO_SONG: Final = tr("Choose a row under “One row” to mark its path.")
ABOUT: Final = tr("The estimator is fitted once on all rows. Wheel: zoom · Click: fold or unfold a branch")
MOST_TREES: Final = 10_000


@dataclass(frozen=True)
class TreeChoice:
    """Which tree: of which estimator, from 0, and for which class where each has trees of its own."""

    estimator: str
    number: int
    for_class: int


class TreePage(QWidget):
    """Choices above, the tree below."""

    requested = Signal(object)
    """A `TreeChoice`."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_busy = False
        self._classes: tuple[str, ...] = ()
        self._for_class: int | None = None
        self.box = QComboBox()
        self.box.setAccessibleName(tr("Estimator"))
        self.number = QSpinBox(minimum=1, maximum=1)
        self.number.setAccessibleName(tr("Tree number"))
        self.classes = QComboBox()
        self.classes.setAccessibleName(tr("Class"))
        self.song = ElidedLabel("muted")
        self.button = push_button(tr("Show tree"), self._ask, "primary")
        self.view = TreeView()
        self.legend = label("", "muted", wrap=True)
        self.legend.setTextFormat(Qt.TextFormat.RichText)
        self.export_button = ExportButton(tr("Tree"), self.view, dialog)
        self.state = StatePage()
        self.stack = QStackedWidget()
        self._arrange()
        self.box.currentIndexChanged.connect(lambda _: self._take_estimator())

    def show_estimators(self, estimators: Sequence[Baseline], classes: Sequence[str]) -> None:
        """Offer those of these that are made of trees; a tree that was shown is gone."""
        self._classes = tuple(classes)
        self.view.show_tree(None, ())
        self.stack.setCurrentIndex(0)
        self.export_button.hide()
        self._show_legend()
        self.box.blockSignals(True)
        self.box.clear()
        for one in estimators:
            if one.key in TREES:
                self.box.addItem(one.title, one.key)
        self.box.blockSignals(False)
        text = ABOUT if self.box.count() else NO_TREES
        self.state.show_state("details", tr("No tree shown yet") if self.box.count() else tr("No trees"), text)
        self._take_estimator()

    def show_tree(self, found: "ShownTree") -> None:
        """Draw a tree."""
        self.number.setMaximum(found.n_trees)
        self.number.setSuffix(tr(" of {n_trees:,}", n_trees=found.n_trees))
        self.stack.setCurrentIndex(1)
        self.export_button.title = tr(
            "Tree {value} of {which}", value=self.number.value(), which=self.box.currentText()
        )
        self.export_button.show()
        self.view.show_tree(found, self._classes)
        self._for_class = found.for_class
        self._show_legend()

    def show_song(self, name: str | None) -> None:
        """Say whose way is marked."""
        said = NO_SONG if name is None else tr("Orange: path of {name}", name=name)
        self.song.set_full_text(said if self.box.count() else "")

    def set_busy(self, busy: bool) -> None:
        """While a task runs, nothing else begins."""
        self._is_busy = busy
        self.button.setEnabled(self.box.count() > 0 and not busy)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.view.set_theme(theme)
        self._show_legend()
        self.state.set_theme(theme)
        self.export_button.set_theme(theme)

    def _show_legend(self) -> None:
        """Whose colours the strips have: of the classes' shares, or of what a boosting's leaf adds."""
        series = [(name, genre_colour(name, self._classes, self.view.theme)) for name in self._classes]
        is_shown = self.stack.currentIndex() == 1 and self._for_class is None
        self.legend.setText("<br>".join(legend_lines(series)) if is_shown else "")
        self.legend.setVisible(is_shown)

    def _take_estimator(self) -> None:
        self.number.setMaximum(MOST_TREES)
        self.number.setSuffix("")
        self.classes.clear()
        self.classes.addItems(list(self._classes))
        self.classes.setVisible(str(self.box.currentData() or "").startswith("boosting"))
        self.set_busy(self._is_busy)

    def _ask(self) -> None:
        if self.box.currentData():
            for_class = max(self.classes.currentIndex(), 0)
            self.requested.emit(TreeChoice(self.box.currentData(), self.number.value() - 1, for_class))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.box)
        row.addWidget(label(tr("Tree"), "muted"))
        row.addWidget(stepped(self.number))
        row.addWidget(self.classes)
        row.addWidget(self.button)
        row.addWidget(self.song, 1)
        row.addWidget(self.export_button)
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addLayout(row)
        column.addWidget(self.legend)
        column.addWidget(self.stack, 1)
