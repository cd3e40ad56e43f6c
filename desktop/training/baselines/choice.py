"""Which baselines to train, and how rows are held out."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSpinBox, QToolButton, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset
from core.estimators.baselines import BASELINES, NOTEBOOK, STRONGER, Baseline
from core.estimators.own import OwnSettings, Preparation, joined, tailored
from core.language import tr
from core.training.cost import cost_of
from core.training.protocols import FOLDS, SEED, protocols_for
from core.workers.machine import usable_cores
from desktop.training.baselines.parameter_dialog import ParameterDialog, description_of
from desktop.training.frames import form
from desktop.training.preparation import PreparationForm
from desktop.widgets.basic import label, push_button, scroll_area, stepped, tool_button, width_for
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.training.train import TrainingOptions

MOST_FOLDS = 20
MOST_REPEATS = 20
_MOST_SAID = 2


@dataclass(frozen=True)
class Choice:
    """What was chosen; the estimators with their own settings."""

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
    """Folds, repetitions, seed, preparation, or parameters of an estimator."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAccessibleName(tr("Baselines to train"))
        self._ready = False
        self._theme = LIGHT
        self._dataset: Dataset | None = None
        self.own: dict[str, dict[str, Any]] = {}
        """Changed parameters by the estimator's key."""
        self.boxes: dict[str, QCheckBox] = {}
        self.setting_buttons: dict[str, QToolButton] = {}
        for one in BASELINES:
            self.setting_buttons[one.key] = tool_button(
                tr("Settings of {name}", name=one.title), partial(self.open_settings, one)
            )
            self.boxes[one.key] = box = QCheckBox(one.title)
            modernised = "".join(f"\n{line}" for line in one.modernised)
            box.setToolTip(f"{description_of(one)}.{modernised}")
            box.setChecked(one in NOTEBOOK)
            box.toggled.connect(self._refresh)
        self.folds = QSpinBox(minimum=2, maximum=MOST_FOLDS, value=FOLDS)
        self.repeats = QSpinBox(minimum=1, maximum=MOST_REPEATS, value=1)
        self.seed = QSpinBox(minimum=0, maximum=1_000_000, value=SEED)
        for number in (self.folds, self.repeats, self.seed):
            number.valueChanged.connect(lambda _: self.settings_changed.emit())
            number.valueChanged.connect(self._refresh)
        self.curves = QCheckBox(tr("Learning curves"))
        self.curves.setToolTip(tr("Fit every estimator on growing parts of the rows; takes five times as long"))
        self.preparation = PreparationForm()
        self.button = push_button(tr("Train"), self._begin, "primary")
        self.held_out = label("", "muted", wrap=True)
        self.preparation.changed.connect(self._refresh)
        self.preparation.changed.connect(self.settings_changed)
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
        self.own, prepared = self._own_of(options.baselines)
        self.preparation.show_preparation(prepared)
        self._refresh()
        self.settings_changed.emit()

    def own_differences(self, baselines: Sequence[Baseline]) -> str:
        """Return in words which own settings are chosen that the estimators of a run do not have; empty if none."""
        (known, prepared), now = self._own_of(baselines), self.preparation.preparation
        trained = {one.key for one in baselines}
        names = {one.key: one.title for one in BASELINES if one.key in trained}
        others = [key for key in names if self.own.get(key, {}) != known.get(key, {})]
        said = [f"{names[key]}: {_parameters(self.own.get(key, {}))}" for key in others[:_MOST_SAID]]
        said += [tr("parameters of {n} more", n=len(others) - _MOST_SAID)] if len(others) > _MOST_SAID else []
        if now != prepared:
            said.append(
                tr("preparation: {settings}", settings=OwnSettings(preparation=now))
                if now != Preparation()
                else tr("no preparation")
            )
        return "; ".join(said)

    def _own_of(self, baselines: Sequence[Baseline]) -> tuple[dict[str, dict[str, Any]], Preparation]:
        """Return changed parameters by key, and the preparation; of what a search has found only where it is alone."""
        mine = [one for one in baselines if one.key in self.boxes]
        settings = {one.key: one.settings for one in mine or baselines if one.settings is not None}
        parameters = {key: dict(one.parameters) for key, one in settings.items() if one.parameters and mine}
        return parameters, joined([one.preparation for one in settings.values()])

    def open_settings(self, baseline: Baseline) -> ParameterDialog:
        """Open the window with the parameters of an estimator."""
        dialog = ParameterDialog(baseline, self.own.get(baseline.key, {}), self._theme, self.window())
        dialog.applied.connect(self.set_own)
        dialog.open()
        return dialog

    def set_own(self, key: str, parameters: dict[str, Any]) -> None:
        """Train an estimator with these parameters, all others as it comes; it is ticked then."""
        self.own.pop(key, None)
        if parameters:
            self.own[key] = parameters
            self.boxes[key].setChecked(True)
        self._refresh()
        self.settings_changed.emit()

    def show_data(self, dataset: Dataset | None, *, busy: bool) -> None:
        """Say how its rows will be held out."""
        self._ready = dataset is not None and not busy
        self._dataset = dataset
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(
            f"""
            QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
            QToolButton#changed {{ color: {theme.accent}; }}
            """
        )

    def _begin(self) -> None:
        preparation = self.preparation.preparation
        own = tuple(tailored(one, self.own.get(one.key), preparation) for one in self.chosen())
        self.train_requested.emit(
            Choice(own, self.folds.value(), self.repeats.value(), self.seed.value(), self.curves.isChecked())
        )

    def _refresh(self) -> None:
        count = len(self.chosen())
        self.button.setText(tr("Train 1 estimator") if count == 1 else tr("Train {count} estimators", count=count))
        self.button.setEnabled(self._ready and count > 0)
        if self._dataset is not None:
            own = str(OwnSettings(preparation=self.preparation.preparation))
            said = [
                _held_out(self._dataset),
                *([tr("Preparation: {own}.", own=own)] if own else []),
                *self._long(self._dataset),
            ]
            self.held_out.setText(" ".join(said))
        for key, button in self.setting_buttons.items():
            changed = len(self.own.get(key, {}))
            button.setText(f"● {changed}" if changed else "…")
            name = button.toolTip().partition(",")[0]
            button.setToolTip(tr("{name}, {changed} changed", name=name, changed=changed) if changed else name)
            button.setAccessibleName(button.toolTip())
            button.setObjectName("changed" if changed else "")
            button.style().unpolish(button)  # another name changes the look of a widget only when it is polished again
            button.style().polish(button)

    def _long(self, dataset: Dataset) -> list[str]:
        """Return how long a training of what is ticked takes, where it is long."""
        cost = cost_of(
            dataset, self.chosen(), protocols_for(dataset), n_folds=self.folds.value(), repeats=self.repeats.value(),
            processes=usable_cores(),
        )  # fmt: skip
        return [] if cost.note is None else [str(cost.note)]

    def minimumSizeHint(self) -> QSize:
        # Names of settings are longer in some languages.
        return QSize(max(34 * UNIT, width_for(self._area)), super().minimumSizeHint().height())

    def _arrange(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        for title, members in ((tr("From the study"), NOTEBOOK), (tr("Stronger"), STRONGER)):
            top = QHBoxLayout()
            top.addWidget(label(title, "heading"))
            top.addStretch(1)
            top.addWidget(push_button(tr("All"), partial(self._tick, members, True), "link"))
            top.addWidget(push_button(tr("None"), partial(self._tick, members, False), "link"))
            column.addLayout(top)
            for one in members:
                line = QHBoxLayout()
                line.addWidget(self.boxes[one.key], 1)
                line.addWidget(self.setting_buttons[one.key])
                column.addLayout(line)
            column.addSpacing(UNIT)
        column.addLayout(
            form(
                (tr("Folds"), stepped(self.folds)),
                (tr("Repetitions"), stepped(self.repeats)),
                (tr("Seed"), stepped(self.seed)),
            )
        )
        column.addSpacing(UNIT)
        column.addWidget(self.curves)
        column.addSpacing(UNIT)
        column.addWidget(self.preparation)
        column.addStretch(1)
        area = self._area = scroll_area(inner, tr("Training settings"))
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


def _parameters(own: dict[str, Any]) -> str:
    from core.estimators.parameters import value_text

    return ", ".join(f"{name} {value_text(value)}" for name, value in own.items()) or tr("as it comes")


def _held_out(dataset: Dataset) -> str:
    if dataset.split is not None:
        return tr("Evaluated on the fixed split “{split}”.", split=dataset.source.split)
    if dataset.groups is None:
        return tr("Evaluated on random folds only. Choose groups to measure accuracy on new groups.")
    if not dataset.source.groups:
        return tr("Evaluated on random and grouped folds.")
    return tr("Evaluated on random folds and folds grouped by {column}.", column=dataset.source.groups)
