"""The fifth step: the best estimators compared, class by class, song by song, and why they say what they say."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QHBoxLayout,
    QSpinBox,
    QSplitter,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from core.dataset.dataset import Dataset
from core.estimators.baselines import Baseline
from core.explanation.jobs import importance_job, reasons_job, tree_job
from core.training.protocols import PROTOCOLS, Protocol
from desktop.theme import UNIT, Theme
from desktop.training.calibration_view import CalibrationView
from desktop.training.class_view import ClassView
from desktop.training.confusion_matrix import ConfusionMatrix
from desktop.training.importance_view import ImportanceView
from desktop.training.reasons_view import ReasonsView
from desktop.training.score_model import TITLES
from desktop.training.session import TrainingSession, Validated
from desktop.training.song_list import Song, SongList
from desktop.training.step import NOT_TRAINED, Host, Step
from desktop.training.tree_view import TreeView
from desktop.widgets import label, push_button, stepped

if TYPE_CHECKING:
    from core.evaluation.held_out import HeldOut
    from core.explanation.importance import Importance
    from core.explanation.jobs import ShownTree

COMPARED: Final = 3
NONE: Final = "nothing else"
TREES: Final = ("tree", "forest", "boosting", "extra-trees", "forest-tuned", "boosting-tuned")
NO_TREES: Final = "Train a decision tree, a forest or gradient boosting to look at one of their trees."


class EvaluationStep(Step):
    """Choices above, six ways to look below."""

    key = "evaluation"
    title = "Evaluation"

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._weighed: dict[tuple[str, str], list[Importance]] = {}
        self._shown_run: Validated | None = None
        self.protocol_buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        for protocol in PROTOCOLS:
            button = QToolButton()
            button.setText(f"{TITLES[protocol]} folds" if protocol != "split" else "Fixed split")
            button.setCheckable(True)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button)
            self.protocol_buttons[protocol] = button
        self.boxes = [QComboBox() for _ in range(COMPARED)]
        for place, box in enumerate(self.boxes):
            box.setAccessibleName(("First estimator", "Second estimator", "Third estimator")[place])
            box.setMinimumWidth(22 * UNIT)
        self.classes = ClassView(host.open_dialog)
        self.matrices = [ConfusionMatrix() for _ in range(COMPARED)]
        self.matrix_titles = [label("", "heading") for _ in range(COMPARED)]
        self.shares_button = QToolButton()
        self.shares_button.setText("Per cent of each class")
        self.shares_button.setCheckable(True)
        self.shares_button.setChecked(True)
        self.songs = SongList()
        self.calibration = CalibrationView(host.open_dialog)
        self.importance = ImportanceView(host.open_dialog)
        self.tree_box = QComboBox()
        self.tree_number = QSpinBox(minimum=1, maximum=1)
        self.tree_class = QComboBox()
        self.tree_song = label("", "muted")
        self.tree_button = push_button("Show the tree", self._ask_for_tree, "primary")
        self.tree = TreeView()
        self.reasons = ReasonsView(host.open_dialog)
        self._arrange()
        self._connect()

    def needs(self) -> tuple[str, str, tuple[str, str] | None]:
        return NOT_TRAINED if self.session.validated_run is None else ("", "", None)

    def status(self) -> str:
        names = [box.currentText() for box in self.boxes if box.currentData()]
        return ", ".join(names) if self.session.validated_run is not None else ""

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        for part in (self.classes, self.calibration, self.importance, self.tree, self.reasons):
            part.set_theme(theme)
        for matrix in self.matrices:
            matrix.set_theme(theme)

    # --- what is compared ------------------------------------------------------------------------------------------

    @property
    def protocol(self) -> Protocol:
        """The protocol that is looked at."""
        return next((one for one in PROTOCOLS if self.protocol_buttons[one].isChecked()), "random")

    @property
    def compared(self) -> list[Baseline]:
        """The estimators that are looked at, each once."""
        keys = dict.fromkeys(box.currentData() for box in self.boxes)
        return [self.session.candidates[key] for key in keys if key]

    def _held_out(self) -> "list[tuple[Baseline, HeldOut]]":
        run = self.session.validated_run
        if run is None:
            return []
        found = []
        for one in self.compared:
            try:
                found.append((one, run.validation.held_out(one.key, self.protocol)))
            except KeyError:  # none of its fits succeeded
                continue
        return found

    def _take_run(self) -> None:
        """Another run, or one more estimator in it."""
        run = self.session.validated_run
        if run is None:
            return
        present = {one.protocol for one in run.summaries}
        for protocol, button in self.protocol_buttons.items():
            button.setVisible(protocol in present)
        if not any(self.protocol_buttons[one].isChecked() for one in present):
            first = next(one for one in ("grouped", "split", "random") if one in present)
            self.protocol_buttons[first].setChecked(True)
        self._weighed = {}
        self._fill_boxes(run)
        self.reasons.show_data(run.dataset)
        self.reasons.show_reasons(None)
        self.tree.show_tree(None, ())
        self._show()

    def _fill_boxes(self, run: Validated) -> None:
        ranked = sorted(
            (one for one in run.summaries if one.protocol == self.protocol and one.accuracy is not None),
            key=lambda one: -(one.accuracy.mean if one.accuracy is not None else 0.0),
        )
        keys = [one.estimator for one in ranked]
        for place, box in enumerate(self.boxes):
            box.blockSignals(True)
            box.clear()
            if place:
                box.addItem(NONE, "")
            for key in keys:
                box.addItem(self.session.candidates[key].name, key)
            wanted = box.findData(keys[place]) if place < len(keys) else 0
            box.setCurrentIndex(max(wanted, 0))
            box.blockSignals(False)
        self.tree_box.clear()
        for key in keys:
            if key in TREES:
                self.tree_box.addItem(self.session.candidates[key].name, key)

    # --- showing ---------------------------------------------------------------------------------------------------

    def _show(self) -> None:
        held_out = self._held_out()
        named = [(one.name, found) for one, found in held_out]
        self.classes.show_scores([(name, found.by_class()) for name, found in named])
        self.calibration.show_held_out(named)
        for place, (title, matrix) in enumerate(zip(self.matrix_titles, self.matrices, strict=True)):
            title.setVisible(place < len(named))
            matrix.setVisible(place < len(named))
            if place < len(named):
                title.setText(named[place][0])
                matrix.show_counts(named[place][1].classes, named[place][1].confusion())
        self.songs.show_songs(
            "Open a cell to see its songs: those that were taken for something else are the lesson.", []
        )
        self._show_importance()
        self._refresh()
        self.changed.emit()

    def _show_importance(self) -> None:
        first = self.compared[0] if self.compared else None
        found = None if first is None else self._weighed.get((first.key, self.protocol))
        self.importance.show_importances("" if first is None else first.name, found)

    def _open_cell(self, place: int, true: int, predicted: int) -> None:
        run, held_out = self.session.validated_run, self._held_out()
        if run is None or place >= len(held_out):
            return
        found = held_out[place][1]
        rows = found.cell(true, predicted)
        sure: dict[int, float] = {}
        if found.probabilities is not None:
            for where in range(len(found.rows)):
                if found.predicted[where] == predicted:
                    sure.setdefault(int(found.rows[where]), float(found.probabilities[where, predicted]))
        songs = [_song(run.dataset, int(row), run.dataset.classes[predicted], sure.get(int(row))) for row in rows]
        self.songs.show_songs(f"{held_out[place][0].name}: {self.matrices[place].words(true, predicted)}", songs)

    def _hear(self, row: int) -> None:
        run = self.session.validated_run
        location = None if run is None else run.dataset.locations[row]
        if run is not None and location is not None:
            self.host.hear(Path(location), run.dataset.row_names[row])

    def _explain(self, row: int) -> None:
        self.reasons.choose(row)
        self.tabs.setCurrentWidget(self.reasons)
        self._ask_for_reasons(row)

    def _refresh(self) -> None:
        busy = self.session.is_busy
        self.importance.button.setEnabled(not busy and bool(self.compared))
        self.reasons.set_busy(busy)
        has_trees = self.tree_box.count() > 0
        self.tree_button.setEnabled(has_trees and not busy)
        row = self.reasons.row
        run = self.session.validated_run
        if not has_trees:
            self.tree_song.setText(NO_TREES)
        elif row is None or run is None:
            self.tree_song.setText("Choose a song under “One song” to see its way.")
        else:
            self.tree_song.setText(f"In orange: the way of {run.dataset.row_names[row]}.")
        boosted = str(self.tree_box.currentData() or "").startswith("boosting")
        self.tree_class.setVisible(boosted)

    # --- tasks -----------------------------------------------------------------------------------------------------

    def _ask_for_importance(self) -> None:
        run = self.session.validated_run
        if run is None or not self.compared or self.session.is_busy:
            return
        first, protocol = self.compared[0], self.protocol

        def take(found: "list[Importance]") -> None:
            if self.session.validated_run is run:
                self._weighed[first.key, protocol] = found
                self._show_importance()

        self.session.run_with_workers(
            f"Weighing the features of {first.name}", take, importance_job, run.dataset, first, protocol,
            run.options.n_folds, run.options.seed,
        )  # fmt: skip

    def _ask_for_reasons(self, row: int) -> None:
        run = self.session.validated_run
        if run is None or not self.compared or self.session.is_busy:
            return
        first = self.compared[0]
        self.session.run_in_process(
            f"Explaining {run.dataset.row_names[row]}", self.reasons.show_reasons, reasons_job, run.dataset, first,
            run.options.seed, row,
        )  # fmt: skip

    def _ask_for_tree(self) -> None:
        run, key = self.session.validated_run, self.tree_box.currentData()
        if run is None or not key or self.session.is_busy:
            return

        def take(found: "ShownTree") -> None:
            self.tree_number.setMaximum(found.n_trees)
            self.tree_number.setSuffix(f" of {found.n_trees:,}")
            self.tree.show_tree(found, run.dataset.classes)

        for_class = max(self.tree_class.currentIndex(), 0)
        self.session.run_in_process(
            "Growing the trees", take, tree_job, run.dataset, self.session.candidates[key], run.options.seed,
            self.tree_number.value() - 1, for_class, self.reasons.row,
        )  # fmt: skip

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(2 * UNIT, UNIT, UNIT, 0)
        top.setSpacing(UNIT)
        for button in self.protocol_buttons.values():
            top.addWidget(button)
        top.addSpacing(2 * UNIT)
        for box in self.boxes:
            top.addWidget(box, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        for view, title in (
            (self.classes, "Classes"),
            (self._confusion_page(), "Confusion"),
            (self.calibration, "Calibration"),
            (self.importance, "Importance"),
            (self._tree_page(), "Tree"),
            (self.reasons, "One song"),
        ):
            self.tabs.addTab(view, title)
        panel = QWidget()
        panel.setObjectName("panel")
        panel.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(UNIT // 2)
        column.addLayout(top)
        column.addWidget(self.tabs, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, UNIT, UNIT, 0)
        outer.addWidget(panel)

    def _confusion_page(self) -> QWidget:
        squares = QWidget()
        row = QHBoxLayout(squares)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        for title, matrix in zip(self.matrix_titles, self.matrices, strict=True):
            column = QVBoxLayout()
            column.addWidget(title)
            column.addWidget(matrix, 1)
            row.addLayout(column, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setHandleWidth(UNIT)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(squares)
        splitter.addWidget(self.songs)
        splitter.setSizes([46 * UNIT, 26 * UNIT])
        page = QWidget()
        outer = QVBoxLayout(page)
        outer.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        outer.setSpacing(UNIT // 2)
        choice = QHBoxLayout()
        choice.addWidget(label("Rows: what a song is. Columns: what it was taken for.", "muted"))
        choice.addStretch(1)
        choice.addWidget(self.shares_button)
        outer.addLayout(choice)
        outer.addWidget(splitter, 1)
        return page

    def _tree_page(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout()
        row.addWidget(self.tree_box)
        row.addWidget(label("Tree", "muted"))
        self.tree_number.setAccessibleName("Number of the tree")
        row.addWidget(stepped(self.tree_number))
        row.addWidget(self.tree_class)
        row.addWidget(self.tree_button)
        row.addWidget(self.tree_song, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addLayout(row)
        column.addWidget(self.tree, 1)
        return page

    def _connect(self) -> None:
        session = self.session
        session.validated.connect(self._take_run)
        session.busy_changed.connect(self._refresh)
        for button in self.protocol_buttons.values():
            button.clicked.connect(lambda _=False: self._show())
        for box in self.boxes:
            box.currentIndexChanged.connect(lambda _: self._show())
        self.shares_button.toggled.connect(self._show_shares)
        for place, matrix in enumerate(self.matrices):
            matrix.cell_opened.connect(lambda true, predicted, place=place: self._open_cell(place, true, predicted))
        self.songs.heard.connect(self._hear)
        self.songs.explained.connect(self._explain)
        self.importance.requested.connect(self._ask_for_importance)
        self.reasons.requested.connect(self._ask_for_reasons)
        self.reasons.heard.connect(self._hear)
        self.reasons.field.textChanged.connect(lambda _: self._refresh())
        self.tree_box.currentIndexChanged.connect(lambda _: self._choose_tree())

    def _choose_tree(self) -> None:
        run = self.session.validated_run
        self.tree_number.setMaximum(10_000)
        self.tree_number.setSuffix("")
        self.tree_class.clear()
        if run is not None:
            self.tree_class.addItems(list(run.dataset.classes))
        self._refresh()

    def _show_shares(self, shares: bool) -> None:
        for matrix in self.matrices:
            matrix.show_shares(shares)


def _song(dataset: Dataset, row: int, predicted: str, probability: float | None) -> Song:
    return Song(
        row, dataset.row_names[row], dataset.classes[dataset.y[row]], predicted, probability,
        dataset.locations[row] is not None,
    )  # fmt: skip
