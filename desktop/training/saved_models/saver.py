"""The form that saves a classifier as a model: which, under what name."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from core.errors import ModelError
from core.file_names import LONGEST
from core.genre.passport import MAX_COLUMNS
from core.language import filled, local_number, tr
from desktop.training.saved_models.passport_text import BELIEVED, PROTOCOLS_WITHIN
from desktop.widgets.basic import label, push_button
from desktop.widgets.theme import UNIT

if TYPE_CHECKING:
    from core.estimators.baselines import Baseline
    from desktop.training.session import TrainingSession

KEY_ROLE: Final = Qt.ItemDataRole.UserRole
WIDEST_POPUP: Final = 90 * UNIT
NEEDS_DATA: Final = tr("Open data first: the model is fitted on all rows.")
ABOUT: Final = tr(
    "The classifier is scored on held-out rows, fitted on all {rows:,} rows of {name} and checked against its file."
)
GIVEN_PROBABILITIES: Final = tr(
    " It has no probabilities of its own; they are calibrated when it is saved, which can change "
    "predictions, so it is scored again."
)
NOT_EXAMINED: Final = tr(" Not examined by the doctor; the model will say so.")


class ModelSaver(QFrame):
    """Estimator, name, button, and a line on what will happen or what is missing."""

    save_requested = Signal(object, str)
    """The `Baseline`, and the name for it."""
    data_requested = Signal()

    def __init__(self, session: "TrainingSession", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._suggested = ""
        self._is_chosen = False
        self.setObjectName("panel")
        self.setAccessibleName(tr("Save classifier as model"))
        self.estimators = QComboBox()
        self.estimators.setAccessibleName(tr("Classifier"))
        self.estimators.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.estimators.setMinimumWidth(24 * UNIT)
        self.estimators.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.name = QLineEdit()
        self.name.setMaxLength(LONGEST)
        self.name.setAccessibleName(tr("Model name"))
        self.name.setPlaceholderText(tr("Name"))
        self.save_button = push_button(tr("Save model"), self._save, tip=tr("Score, fit, check and save"))
        self.data_button = push_button(tr("Go to Data"), self.data_requested.emit, "link")
        self.about = label("", "muted", wrap=True)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._arrange()
        self.estimators.activated.connect(self._take_choice)
        self.name.textChanged.connect(self._refresh_button)
        self.name.returnPressed.connect(self._save)
        self.refresh()

    @property
    def chosen(self) -> "Baseline | None":
        """What is to be saved."""
        return self._session.candidates.get(str(self.estimators.currentData(KEY_ROLE)))

    def choose(self, key: str) -> None:
        """Choose an estimator."""
        place = self.estimators.findData(key, KEY_ROLE)
        if place >= 0:
            self.estimators.setCurrentIndex(place)
            self._take_choice()

    def _take_choice(self) -> None:
        self._is_chosen = True
        self._suggest()

    def refresh(self) -> None:
        """Offer what can be saved now: what was chosen before, else what was judged best."""
        former = self.estimators.currentData(KEY_ROLE) if self._is_chosen else None
        model = QStandardItemModel(self.estimators)
        trained = self._trained()
        others = [
            one
            for key, one in self._session.candidates.items()
            if key not in trained and self._session.may_be_saved(key)
        ]
        savable = [one for one in others if one.can_be_saved is None]
        for key, score in trained.items():
            model.appendRow(_item(self._session.candidates[key], score))
        for one in (*savable, *(one for one in others if one.can_be_saved is not None)):
            model.appendRow(_item(one, ""))
        self.estimators.setModel(model)
        self.estimators.view().setMinimumWidth(
            min(self.estimators.view().sizeHintForColumn(0) + 4 * UNIT, WIDEST_POPUP)
        )
        places = [place for place in range(model.rowCount()) if model.item(place).isEnabled()]
        former_place = self.estimators.findData(former, KEY_ROLE)
        first = places[0] if places else -1
        self.estimators.setCurrentIndex(former_place if former_place in places else first)
        self._suggest()

    def _trained(self) -> dict[str, str]:
        """Keys of the trained estimators, the best first, with their scores as text."""
        run = self._session.validated_run
        if run is None or self._session.run_is_of_other_data:
            return {}
        scores: dict[str, tuple[float, str]] = {}
        present = {one.protocol for one in run.summaries}
        protocol = next((one for one in BELIEVED if one in present), "random")
        for summary in run.summaries:
            if summary.protocol == protocol and summary.estimator in self._session.candidates:
                mean = -1.0 if summary.accuracy is None else summary.accuracy.mean
                words = "" if summary.accuracy is None else f"{PROTOCOLS_WITHIN[protocol]} {local_number(mean, '.3f')}"
                scores[summary.estimator] = (mean, words)
        return {key: words for key, (_, words) in sorted(scores.items(), key=lambda item: -item[1][0])}

    def _suggest(self) -> None:
        """Fill in a name after the data and the estimator, unless the user has written one."""
        dataset, chosen = self._session.dataset, self.chosen
        if self.name.text() in ("", self._suggested):
            self._suggested = "" if dataset is None or chosen is None else f"{dataset.name}, {chosen.name}"[:LONGEST]
            self.name.setText(self._suggested)
            self.name.setCursorPosition(0)
        self._refresh_button()

    def _refresh_button(self) -> None:
        dataset, chosen = self._session.dataset, self.chosen
        for part in (self.estimators, self.name):
            part.setEnabled(dataset is not None)
        too_many = dataset is not None and len(dataset.columns) > MAX_COLUMNS
        ready = dataset is not None and chosen is not None and bool(self.name.text().strip()) and not too_many
        self.save_button.setEnabled(ready and not self._session.is_busy)
        self.data_button.setVisible(dataset is None)
        if dataset is None:
            self.about.setText(NEEDS_DATA)
            return
        if too_many:
            self.about.setText(
                str(ModelError("model.too_many_columns", most=MAX_COLUMNS, columns=len(dataset.columns)))
            )
            return
        missing = NOT_EXAMINED if self._session.findings is None else ""
        sure = GIVEN_PROBABILITIES if chosen is not None and chosen.make_sure is not None else ""
        about = filled(ABOUT, {"rows": len(dataset), "name": dataset.name})
        self.about.setText(f"{about}{sure}{missing}")

    def _save(self) -> None:
        if self.save_button.isEnabled() and (chosen := self.chosen) is not None:
            self.save_requested.emit(chosen, self.name.text().strip())

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(UNIT)
        row.addWidget(self.estimators, 3)
        row.addWidget(label(tr("as"), "muted"))
        row.addWidget(self.name, 4)
        row.addWidget(self.save_button)
        below = QHBoxLayout()
        below.setSpacing(UNIT)
        below.addWidget(self.about, 1)
        below.addWidget(self.data_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT + UNIT // 2)
        column.setSpacing(UNIT)
        column.addWidget(label(tr("Save classifier as model"), "heading"))
        column.addLayout(row)
        column.addLayout(below)


def _item(baseline: "Baseline", score: str) -> QStandardItem:
    reason = baseline.can_be_saved
    item = QStandardItem(
        tr("{name} – cannot be saved: {reason}", name=baseline.title, reason=reason) if reason else baseline.title
    )
    if score and not reason:
        item.setText(f"{baseline.title} – {score}")
    item.setData(baseline.key, KEY_ROLE)
    item.setToolTip(reason or tr(baseline.description))
    item.setEnabled(reason is None)
    return item
