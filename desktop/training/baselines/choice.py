"""Which baselines to train, and how rows are held out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QScrollArea, QSpinBox, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.estimators.baselines import BASELINES, NOTEBOOK, STRONGER, Baseline
from core.training.protocols import FOLDS, SEED
from desktop.training.frames import form
from desktop.widgets.basic import label, push_button, stepped
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.training.train import TrainingOptions

MOST_FOLDS = 20
MOST_REPEATS = 20


@dataclass(frozen=True)
class Choice:
    """What was chosen."""

    baselines: tuple[Baseline, ...]
    n_folds: int
    repeats: int
    seed: int
    curves: bool


class BaselineChoice(QWidget):
    """Ticks, numbers, and the button that begins."""

    train_requested = Signal(object)
    """A `Choice`."""
    settings_changed = Signal()
    """Folds, repetitions or seed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName("Baselines to train")
        self.setMinimumWidth(34 * UNIT)
        self._ready = False
        self.boxes: dict[str, QCheckBox] = {}
        for one in BASELINES:
            self.boxes[one.key] = box = QCheckBox(one.name)
            modernised = "".join(f"\n{line}" for line in one.modernised)
            box.setToolTip(f"{one.description[:1].upper()}{one.description[1:]}.{modernised}")
            box.setChecked(one in NOTEBOOK)
            box.toggled.connect(self._refresh)
        self.folds = QSpinBox(minimum=2, maximum=MOST_FOLDS, value=FOLDS)
        self.repeats = QSpinBox(minimum=1, maximum=MOST_REPEATS, value=1)
        self.seed = QSpinBox(minimum=0, maximum=1_000_000, value=SEED)
        for number in (self.folds, self.repeats, self.seed):
            number.valueChanged.connect(lambda _: self.settings_changed.emit())
        self.curves = QCheckBox("Learning curves")
        self.curves.setToolTip("Fit every estimator on growing parts of the rows; takes five times as long")
        self.button = push_button("Train", self._begin, "primary")
        self.held_out = label("", "muted", wrap=True)
        self._arrange()
        self._refresh()

    def chosen(self) -> tuple[Baseline, ...]:
        """Return the ticked baselines, in order."""
        return tuple(one for one in BASELINES if self.boxes[one.key].isChecked())

    def choose(self, baselines: Sequence[Baseline]) -> None:
        """Tick these and no others."""
        keys = {one.key for one in baselines}
        for key, box in self.boxes.items():
            box.setChecked(key in keys)

    @property
    def settings(self) -> tuple[int, int, int]:
        """Folds, repetitions and seed."""
        return self.folds.value(), self.repeats.value(), self.seed.value()

    def show_options(self, options: "TrainingOptions") -> None:
        """Fill in the settings of a run; estimators that a search has found have no tick of their own."""
        self.choose(options.baselines)
        self.folds.setValue(options.n_folds)
        self.repeats.setValue(options.repeats)
        self.seed.setValue(options.seed)
        self.curves.setChecked(options.curves)

    def show_data(self, dataset: Dataset | None, *, busy: bool) -> None:
        """Say how its rows will be held out."""
        self._ready = dataset is not None and not busy
        if dataset is not None:
            self.held_out.setText(_held_out(dataset))
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet("QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }")

    def _begin(self) -> None:
        self.train_requested.emit(
            Choice(self.chosen(), self.folds.value(), self.repeats.value(), self.seed.value(), self.curves.isChecked())
        )

    def _refresh(self) -> None:
        count = len(self.chosen())
        self.button.setText(f"Train {count} estimator{'' if count == 1 else 's'}")
        self.button.setEnabled(self._ready and count > 0)

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        for title, members in (("From the study", NOTEBOOK), ("Stronger", STRONGER)):
            top = QHBoxLayout()
            top.addWidget(label(title, "heading"))
            top.addStretch(1)
            top.addWidget(push_button("All", partial(self._tick, members, True), "link"))
            top.addWidget(push_button("None", partial(self._tick, members, False), "link"))
            column.addLayout(top)
            for one in members:
                column.addWidget(self.boxes[one.key])
            column.addSpacing(UNIT)
        column.addLayout(
            form(("Folds", stepped(self.folds)), ("Repetitions", stepped(self.repeats)), ("Seed", stepped(self.seed)))
        )
        column.addSpacing(UNIT)
        column.addWidget(self.curves)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, UNIT)
        outer.addWidget(area, 1)
        below = QVBoxLayout()
        below.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        below.setSpacing(UNIT)
        below.addWidget(self.held_out)
        below.addWidget(self.button)
        outer.addLayout(below)

    def _tick(self, members: Sequence[Baseline], on: bool) -> None:
        for one in members:
            self.boxes[one.key].setChecked(on)


def _held_out(dataset: Dataset) -> str:
    if dataset.split is not None:
        return f"Evaluated on the fixed split “{dataset.source.split}”."
    if dataset.groups is None:
        return "Evaluated on random folds only. Choose groups to measure accuracy on new artists."
    what = dataset.source.groups or "group"
    return f"Evaluated on random and {what}-grouped folds."
