"""Fields for what is done to columns and classes before every classifier: scaler, selected columns, balance."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from core.estimators.own import Balance, Method, Preparation, Scaler, Selection
from core.language import tr
from desktop.training.frames import form
from desktop.widgets.basic import field_name, label, push_button, stepped
from desktop.widgets.theme import UNIT

SCALERS: Final[dict[str, Scaler | None]] = {
    "Each estimator’s own": None, "Min–max": "minmax", "Standard": "standard", "Robust": "robust",
    "Quantile": "quantile", "None": "none",
}  # fmt: skip
METHODS: Final[dict[str, Method | None]] = {
    "All columns": None, "Variance above": "variance", "Mutual information": "mutual",
    "Recursive elimination": "recursive",
}  # fmt: skip
BALANCES: Final[dict[str, Balance | None]] = {
    "As they are": None, "Weighted alike": "balanced", "Repeat rows of smaller": "oversample",
    "Thin out larger": "undersample",
}  # fmt: skip
SCALER_TIP: Final = tr("Fitted in each fold on the rows that are learned from")
SELECTION_TIP: Final = tr("Chosen in each fold on the rows that are learned from, after scaling")
BALANCE_TIP: Final = tr("For classes of unequal size; rows that are judged stay as they are")


class PreparationForm(QWidget):
    """Three choices, of which none changes anything at first."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.scaler = _box(tr("Scaler"), tuple(SCALERS), SCALER_TIP)
        self.method = _box(tr("Columns"), tuple(METHODS), SELECTION_TIP)
        self.balance = _box(tr("Classes"), tuple(BALANCES), BALANCE_TIP)
        self.count = QSpinBox(minimum=1, maximum=100_000, value=20)
        self.count.setAccessibleName(tr("Columns to keep"))
        self.least = QDoubleSpinBox(minimum=0.0, maximum=1e6, value=0.0, decimals=4, singleStep=0.01)
        self.least.setAccessibleName(tr("Least variance"))
        self._count, self._least = stepped(self.count), stepped(self.least)
        self.title = label(tr("Preparation"), "heading")
        self.reset_button = push_button(tr("Reset"), self.reset, "link")
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addStretch(1)
        top.addWidget(self.reset_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(UNIT // 2)
        column.addLayout(top)
        self._amount = field_name(tr("Keep"))
        column.addLayout(form((tr("Scaler"), self.scaler), (tr("Columns"), self.method)))
        amount = QHBoxLayout()
        amount.setSpacing(UNIT)
        for part, stretch in ((self._amount, 0), (self._count, 1), (self._least, 1)):
            amount.addWidget(part, stretch)
        column.addLayout(amount)
        column.addLayout(form((tr("Classes"), self.balance)))
        for box in (self.scaler, self.method, self.balance):
            box.currentIndexChanged.connect(self._show)
        for field in (self.count, self.least):
            field.valueChanged.connect(self.changed)
        self._show()

    @property
    def preparation(self) -> Preparation:
        """What is chosen."""
        method = METHODS[self.method.currentText()]
        amount = self.least.value() if method == "variance" else float(self.count.value())
        return Preparation(
            SCALERS[self.scaler.currentText()],
            None if method is None else Selection(method, amount),
            BALANCES[self.balance.currentText()],
        )

    def show_preparation(self, wanted: Preparation) -> None:
        """Fill in what is chosen."""
        selection = wanted.selection
        if selection is not None and selection.method == "variance":
            self.least.setValue(selection.amount)
        elif selection is not None:
            self.count.setValue(int(selection.amount))
        self.scaler.setCurrentIndex(list(SCALERS.values()).index(wanted.scaler))
        self.method.setCurrentIndex(list(METHODS.values()).index(None if selection is None else selection.method))
        self.balance.setCurrentIndex(list(BALANCES.values()).index(wanted.balance))

    def reset(self) -> None:
        """Leave everything as the estimators have it."""
        self.show_preparation(Preparation())

    def _show(self) -> None:
        method = METHODS[self.method.currentText()]
        self._amount.setVisible(method is not None)
        self._amount.setText(tr("Above") if method == "variance" else tr("Keep"))
        self._count.setVisible(method in ("mutual", "recursive"))
        self._least.setVisible(method == "variance")
        is_changed = self.preparation != Preparation()
        self.title.setText(tr("Preparation ●") if is_changed else tr("Preparation"))
        self.title.setAccessibleName(tr("Preparation, changed") if is_changed else tr("Preparation"))
        self.reset_button.setVisible(is_changed)
        self.changed.emit()


def _box(name: str, entries: tuple[str, ...], tip: str) -> QComboBox:
    made = QComboBox()
    made.addItems(entries)
    made.setAccessibleName(name)
    made.setToolTip(tip)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made
