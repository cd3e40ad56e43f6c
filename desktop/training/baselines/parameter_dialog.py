"""The window in which the parameters of one estimator are edited."""

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHBoxLayout, QHeaderView, QVBoxLayout, QWidget

from core.estimators.baselines import Baseline
from core.language import tr
from desktop.late_page import ModuleImporter
from desktop.training.baselines.parameter_model import HEADINGS, VALUE, ParameterModel
from desktop.widgets.basic import label, push_button
from desktop.widgets.plain_table import plain_table
from desktop.widgets.theme import UNIT, Theme

NEEDED: Final = (
    "sklearn.ensemble", "sklearn.tree", "sklearn.neighbors", "sklearn.svm", "sklearn.naive_bayes",
    "sklearn.linear_model", "sklearn.neural_network", "sklearn.discriminant_analysis", "sklearn.pipeline",
    "sklearn.preprocessing", "sklearn.calibration", "core.estimators.transformers", "core.estimators.committee",
    "core.estimators.steps",
)  # fmt: skip
"""What asking an estimator for its parameters imports, which takes seconds the first time."""

NONE: Final = tr("This estimator has no parameters to set: it puts others together.")
CHOOSE: Final = tr("Select a parameter to read what it means. Double-click its value to change it.")


def description_of(baseline: "Baseline") -> str:
    """Return what an estimator is, beginning with a capital."""
    text = tr(baseline.description)
    return f"{text[:1].upper()}{text[1:]}"


class ParameterDialog(QDialog):
    """A table of parameters, what the selected one means, and what cannot be used."""

    applied = Signal(str, object)
    """The estimator's key, and the changed parameters with their values."""

    def __init__(self, baseline: Baseline, own: Mapping[str, Any], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Settings: {name}", name=baseline.title))
        self.resize(118 * UNIT, 68 * UNIT)
        self._baseline, self._own, self._theme = baseline, dict(own), theme
        self.model: ParameterModel | None = None
        self.meaning = label(tr("Loading…"), "muted", wrap=True)
        self.meaning.setMinimumHeight(9 * UNIT)
        self.meaning.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.problem = label("", "problem", wrap=True)
        self.setStyleSheet(f"#problem {{ color: {theme.error}; }}")
        self.reset_button = push_button(tr("Reset"), self._reset, tip=tr("Reset the selected parameter"))
        self.reset_all_button = push_button(tr("Reset all"), self._reset_all)
        self.apply_button = push_button(tr("Apply"), self._apply, "primary")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(2 * UNIT, 2 * UNIT, 2 * UNIT, 2 * UNIT)
        self._column.setSpacing(UNIT)
        self._column.addWidget(label(f"{description_of(baseline)}.", wrap=True))
        self._column.addWidget(self.meaning)
        self._column.addWidget(self.problem)
        self._add_buttons()
        self._importer = ModuleImporter(NEEDED, self)
        self._importer.finished.connect(self._fill)
        self._importer.start()

    def done(self, result: int) -> None:
        self._importer.wait()  # a thread must not outlive the object that it belongs to
        super().done(result)

    def _fill(self) -> None:
        self.model = model = ParameterModel(self._baseline, self._own, self._theme)
        self.table = table = plain_table(model, tr("Parameters of {name}", name=self._baseline.title))
        modes = QAbstractItemView.EditTrigger
        table.setEditTriggers(modes.DoubleClicked | modes.EditKeyPressed | modes.AnyKeyPressed)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        header = table.horizontalHeader()
        for column in range(len(HEADINGS) - 1):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(len(HEADINGS) - 1, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(11 * UNIT)
        table.selectionModel().currentChanged.connect(lambda *_: self._show())
        model.edited.connect(self._show)
        self._column.insertWidget(1, table, 1)
        table.setCurrentIndex(model.index(0, VALUE))
        table.setFocus()
        self._show()

    def _show(self) -> None:
        model = self.model
        if model is None:
            return
        row = self.table.currentIndex().row()
        chosen = model.parameters[row] if 0 <= row < len(model.parameters) else None
        nothing = CHOOSE if model.parameters else NONE
        self.meaning.setText(nothing if chosen is None else f"{chosen.name}: {chosen.meaning}")
        problems = model.problems
        self.problem.setText("\n".join(problems[:3]))
        self.problem.setVisible(bool(problems))
        changed = [model.is_changed(number) for number in range(len(model.parameters))]
        self.reset_button.setEnabled(chosen is not None and changed[row])
        self.reset_all_button.setEnabled(any(changed))
        self.apply_button.setEnabled(not problems)

    def _reset(self) -> None:
        if self.model is not None and self.table.currentIndex().isValid():
            self.model.reset(self.table.currentIndex().row())

    def _reset_all(self) -> None:
        if self.model is not None:
            for row in range(len(self.model.parameters)):
                self.model.reset(row)

    def _apply(self) -> None:
        if self.model is not None and not self.model.problems:
            self.applied.emit(self._baseline.key, self.model.own)
        self.accept()

    def _add_buttons(self) -> None:
        line = QHBoxLayout()
        line.addWidget(self.reset_button)
        line.addWidget(self.reset_all_button)
        line.addStretch(1)
        line.addWidget(push_button(tr("Cancel"), self.reject))
        line.addWidget(self.apply_button)
        self._column.addLayout(line)
        for button in (self.reset_button, self.reset_all_button, self.apply_button):
            button.setEnabled(False)
