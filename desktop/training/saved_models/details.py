"""What one model is: its passport as a person reads it, two pictures, and what can be done with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QMenu,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.language import tr
from desktop.training.saved_models.passport_text import Section, sections
from desktop.training.saved_models.pictures import ConfusionGrid, ReliabilityChart
from desktop.widgets.basic import ElidedLabel, label, push_button, scroll_area
from desktop.widgets.state_page import StatePage
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.genre.store import StoredModel

NAME_COLUMN: Final = 13 * UNIT
DEFAULT: Final = tr("Default model: classifies clips and the library.")
NOT_DEFAULT: Final = tr("“Make default” classifies clips and the library with it.")


class ModelDetails(QFrame):
    """The lower half of the step."""

    default_requested = Signal(object)
    compare_requested = Signal(object, object)
    """The older of two models, and the newer."""
    share_requested = Signal(object)
    remove_requested = Signal(object)

    def __init__(
        self, dialog: Callable[[str, QFileDialog.FileMode], QFileDialog], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model: StoredModel | None = None
        self.sections: tuple[Section, ...] = ()
        self._theme = LIGHT
        self.setObjectName("panel")
        self.setAccessibleName(tr("Selected model"))
        self.name = ElidedLabel("clipName")
        self.about = label("", "muted", wrap=True)
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.default_button = push_button(tr("Make default"), lambda: self.default_requested.emit(self.model))
        self.compare_button = push_button(
            tr("Compare with"), lambda: None, tip=tr("Compare both on the rows of the open data")
        )
        self.compare_menu = QMenu(self.compare_button)
        self.compare_button.setMenu(self.compare_menu)
        self.share_button = push_button(
            tr("Share…"), lambda: self.share_requested.emit(self.model), tip=tr("Copy the model to a file")
        )
        self.remove_button = push_button(tr("Remove"), lambda: self.remove_requested.emit(self.model))
        self.state = StatePage()
        self.confusion = ConfusionGrid()
        self.reliability = ReliabilityChart(dialog)
        self._confusion_title = label(tr("Confusion matrix"), "heading")
        self._confusion_about = label(
            tr("Held-out rows, % of each true class. Rows: true class. Columns: predicted class."), "muted",
            wrap=True,
        )  # fmt: skip
        self._confusion_about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._facts = QWidget()
        self._facts.setObjectName("clear")
        self._facts_column = QVBoxLayout(self._facts)
        self._arrange()
        self.show_model(None, (), is_default=False)

    def show_model(self, model: "StoredModel | None", others: "tuple[StoredModel, ...]", *, is_default: bool) -> None:
        """Show a model; it can be compared with `others`."""
        self.model = model
        passport = None if model is None else model.passport
        for button in (self.default_button, self.compare_button, self.share_button):
            button.setVisible(passport is not None)
        self.remove_button.setVisible(model is not None and not model.is_shipped)
        self.name.set_full_text("" if model is None else model.title or model.path.name)
        self.sections = () if passport is None else sections(passport)
        if model is None or passport is None:
            self._show_state(model)
            return
        self.about.setText(model.unfit or (DEFAULT if is_default else NOT_DEFAULT))
        self.default_button.setEnabled(not is_default and not model.unfit)
        self.default_button.setText(tr("Default") if is_default else tr("Make default"))
        self._fill_menu(model, others)
        self._show_sections()
        has_confusion = self.confusion.show_passport(passport)
        self.confusion.setVisible(has_confusion)
        self._confusion_title.setVisible(has_confusion)
        self._confusion_about.setVisible(has_confusion)
        has_bins = self.reliability.show_passport(passport)
        self.reliability.setVisible(has_bins)
        self._pictures_area.setVisible(has_confusion or has_bins)
        self.stack.setCurrentIndex(1)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.state.set_theme(theme)
        self.confusion.set_theme(theme)
        self.reliability.set_theme(theme)
        self.setStyleSheet(
            "QScrollArea, QScrollArea > QWidget > #clear { background: transparent; border: none; }"
            f"#fact-name {{ color: {theme.text_muted}; }}"
        )

    def _show_state(self, model: "StoredModel | None") -> None:
        self.about.setText("")
        if model is None:
            self.state.show_state(
                "details", tr("No model selected"), tr("Select a model in the list to see its passport.")
            )
        else:
            self.state.show_state(
                "warning", tr("File cannot be used"), model.problem, (tr("Remove"), self.remove_button.click),
                is_trouble=True,
            )  # fmt: skip
        self.stack.setCurrentIndex(0)

    def _fill_menu(self, model: "StoredModel", others: "tuple[StoredModel, ...]") -> None:
        self.compare_menu.clear()
        for other in others:
            action = self.compare_menu.addAction(other.title.replace("&", "&&"))
            old, new = sorted((other, model), key=lambda one: one.since)
            action.triggered.connect(lambda _=False, old=old, new=new: self.compare_requested.emit(old, new))
        self.compare_button.setEnabled(bool(others))
        self.compare_button.setToolTip(
            tr("Compare both on the rows of the open data") if others else tr("No other model to compare with")
        )

    def _show_sections(self) -> None:
        _empty(self._facts_column)
        for section in self.sections:
            self._facts_column.addWidget(label(section.title, "heading"))
            form = QFormLayout()
            form.setContentsMargins(0, 0, 0, UNIT)
            form.setHorizontalSpacing(UNIT)
            form.setVerticalSpacing(UNIT // 2)
            form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            for name, text in section.rows:
                said = label(text, wrap=True)
                said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
                if name:
                    title = label(name, "fact-name", wrap=True)
                    title.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                    title.setFixedWidth(NAME_COLUMN)
                    form.addRow(title, said)
                else:
                    form.addRow(said)
            self._facts_column.addLayout(form)
        self._facts_column.addStretch(1)
        self._facts_area.verticalScrollBar().setValue(0)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        for button in (self.default_button, self.compare_button, self.share_button, self.remove_button):
            buttons.addWidget(button)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.name)
        names.addWidget(self.about)
        top = QHBoxLayout()
        top.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT)
        top.setSpacing(UNIT)
        top.addLayout(names, 1)
        top.addLayout(buttons)
        top.setAlignment(buttons, Qt.AlignmentFlag.AlignTop)
        self._facts_column.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 2 * UNIT)
        self._facts_column.setSpacing(UNIT // 2)
        self._facts_area = _scrolled(self._facts, tr("Model"))
        pictures = QWidget()
        pictures.setObjectName("clear")
        column = QVBoxLayout(pictures)
        column.setContentsMargins(UNIT, 0, 2 * UNIT, 2 * UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self._confusion_title)
        column.addWidget(self._confusion_about)
        column.addWidget(self.confusion)
        column.addSpacing(UNIT)
        column.addWidget(self.reliability)
        column.addStretch(1)
        self._pictures_area = _scrolled(pictures, tr("Pictures of the model"))
        self._pictures_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        read = QWidget()
        row = QHBoxLayout(read)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._facts_area, 1)
        row.addWidget(self._pictures_area, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.state)
        self.stack.addWidget(read)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 1, 1, 1)
        whole.setSpacing(0)
        whole.addLayout(top)
        whole.addWidget(self.stack, 1)


def _scrolled(content: QWidget, name: str) -> QScrollArea:
    area = scroll_area(content, name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.viewport().setObjectName("clear")
    return area


def _empty(layout: QLayout) -> None:
    while layout.count():
        item = layout.takeAt(0)
        assert item is not None
        if (inner := item.layout()) is not None:
            _empty(inner)
            inner.deleteLater()
        elif (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
