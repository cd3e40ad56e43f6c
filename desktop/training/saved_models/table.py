"""The list of models: one row a file, the shipped one first, damaged ones with their reason."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QColor, QFont

from core.language import tr
from desktop.training.saved_models.passport_text import clips_words, day, score_text
from desktop.widgets.theme import LIGHT, Theme

if TYPE_CHECKING:
    from core.genre.store import StoredModel

Index = QModelIndex | QPersistentModelIndex
TOP: Final = QModelIndex()
HEADINGS: Final = (
    tr("Name"),
    tr("Estimator"),
    tr("Classes"),
    tr("Random folds"),
    tr("Grouped folds"),
    tr("Date"),
    tr("In use"),
)
WIDTHS: Final = (0, 26, 9, 13, 14, 12, 14)
_RIGHT: Final = (2, 3, 4)


class ModelTableModel(QAbstractTableModel):
    """Name, estimator, classes, both accuracies, date, and whether it is in use."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.models: Sequence[StoredModel] = ()
        self.default = ""
        self._theme = LIGHT

    def show_models(self, models: "Sequence[StoredModel]", default: str) -> None:
        """Show these; `default` is the file name of the one in use, empty for the shipped one."""
        self.beginResetModel()
        self.models, self.default = models, default
        self.endResetModel()

    def is_default(self, model: "StoredModel") -> bool:
        """Whether clips are judged by it."""
        return model.is_shipped if not self.default else not model.is_shipped and model.path.name == self.default

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.models)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        model = self.models[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(model, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(model, index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(model, index.column())
        if role == Qt.ItemDataRole.FontRole and self.is_default(model) and index.column() in (0, len(HEADINGS) - 1):
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(HEADINGS):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _text(self, model: "StoredModel", column: int) -> str:
        passport = model.passport
        texts = (
            model.title or model.path.name,
            model.problem if passport is None else passport.estimator,
            "" if passport is None else str(len(passport.classes)),
            score_text(passport, "random"),
            score_text(passport, "grouped") or score_text(passport, "split"),
            day(model.since),
            clips_words(model, self.is_default(model)),
        )
        return texts[column]

    def _tip(self, model: "StoredModel", column: int) -> str:
        if column == len(HEADINGS) - 1:
            return (
                model.problem
                or model.unfit
                or (tr("Default model for clips and the library") if self.is_default(model) else "")
            )
        if column == 2 and model.passport is not None:
            return ", ".join(model.passport.classes[:40])
        if column == 4 and model.passport is not None and "grouped" not in model.passport.scores:
            return tr("On a fixed split") if "split" in model.passport.scores else tr("No groups in its training data")
        return self._text(model, column)

    def _colour(self, model: "StoredModel", column: int) -> QBrush | None:
        if model.problem and column in (1, len(HEADINGS) - 1):
            return QBrush(QColor(self._theme.error))
        if column == len(HEADINGS) - 1:
            return QBrush(QColor(self._theme.warning if model.unfit else self._theme.accent))
        return QBrush(QColor(self._theme.text_muted)) if column in (1, 2, 5) else None


def _alignment(column: int) -> int:
    side = Qt.AlignmentFlag.AlignRight if column in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
