"""An old and a new model on the same rows: accuracy, recall by class, and rows with different predictions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSplitter, QVBoxLayout, QWidget

from core.language import local_number, tr
from desktop.training.charts.export_button import Dialog
from desktop.training.charts.table_export import table_export
from desktop.training.saved_models.passport_text import what_to_believe
from desktop.widgets.basic import ElidedLabel, label, push_button, tool_button
from desktop.widgets.plain_table import plain_table
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.jobs.models import Answers, ModelComparison

Index = QModelIndex | QPersistentModelIndex
TOP: Final = QModelIndex()
BY_CHANCE: Final = 0.05
MINUS: Final = "\N{MINUS SIGN}"


class _Cells(QAbstractTableModel):
    """Rows of texts under headings, each row with the colour of its last cells."""

    def __init__(self, headings: Sequence[str], right: frozenset[int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: Sequence[Sequence[str]] = ()
        self.headings = list(headings)
        self.marks: Sequence[Sequence[str]] = ()
        self._right = right
        self._theme = LIGHT

    def show_rows(self, rows: Sequence[Sequence[str]], marks: Sequence[Sequence[str]]) -> None:
        """Show these; a mark is "good", "bad" or "" for each cell."""
        self.beginResetModel()
        self.rows, self.marks = rows, marks
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            mark = self.marks[index.row()][index.column()]
            return QBrush(QColor({"good": self._theme.success, "bad": self._theme.error}[mark])) if mark else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.headings):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return self.headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _alignment(self, column: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if column in self._right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class _Card(QFrame):
    """One model: its name, how often it is right, and what that is worth."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.name = ElidedLabel("clipName")
        self.accuracy = label("", "title")
        self.meaning = label("", "muted")
        self.seen = label("", "muted", wrap=True)
        self.seen.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words = QVBoxLayout()
        words.setSpacing(UNIT // 2)
        words.addWidget(self.name)
        words.addWidget(self.seen, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        row.setSpacing(2 * UNIT)
        number = QVBoxLayout()
        number.setSpacing(0)
        number.addWidget(self.accuracy)
        number.addWidget(self.meaning)
        number.addStretch(1)
        row.addLayout(number)
        row.addLayout(words, 1)

    def show_answers(self, which: str, answers: "Answers") -> None:
        """Show what one model came to."""
        self.name.set_full_text(f"{which}: {answers.name}")
        worth = what_to_believe(answers)
        self.accuracy.setText(worth.number)
        self.meaning.setText(worth.meaning)
        self.seen.setText(worth.words)
        self.setAccessibleName(
            tr(
                "{which}: {name}, accuracy {number} {meaning}. {words}",
                which=which,
                name=answers.name,
                number=worth.number,
                meaning=worth.meaning,
                words=worth.words,
            )
        )


class ComparisonPanel(QWidget):
    """Two cards, a verdict, a table of classes, and the songs they disagree on."""

    closed = Signal()
    row_heard = Signal(int)
    """A row of the comparison's data set."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.comparison: ModelComparison | None = None
        self.back_button = tool_button(tr("Back to model list"), self.closed.emit)
        self.heading = label("", "heading")
        self.old, self.new = _Card(), _Card()
        self.verdict = label("", wrap=True)
        self.verdict.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 0)
        self.verdict.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.classes = _Cells(
            (tr("Class"), tr("Rows"), tr("Old"), tr("New"), tr("Change")), frozenset((1, 2, 3, 4)), self
        )
        self.songs = _Cells((tr("Name"), tr("True class"), tr("Old"), tr("New")), frozenset(), self)
        self.class_table = plain_table(self.classes, tr("Recall by class"), (0, 8, 9, 9, 10))
        self.song_table = plain_table(self.songs, tr("Rows with different predictions"), (0, 13, 13, 13))
        self.class_export = table_export(tr("Recall by class"), self.class_table, dialog)
        self.song_export = table_export(tr("Rows with different predictions"), self.song_table, dialog)
        self.song_heading = label("", "heading")
        self.hear_button = push_button(tr("Play"), self._hear, tip=tr("Play selected song (Return)"))
        self._arrange()
        self.song_table.activated.connect(lambda _: self._hear())
        self.song_table.selectionModel().selectionChanged.connect(lambda *_: self._refresh_hearing())

    def show_comparison(self, comparison: "ModelComparison") -> None:
        """Show the predictions of two models for the same rows."""
        self.comparison = comparison
        self.heading.setText(
            tr("{n_rows:,} rows of {name}", n_rows=len(comparison.dataset), name=comparison.dataset.name)
        )
        self.old.show_answers(tr("Old"), comparison.old)
        self.new.show_answers(tr("New"), comparison.new)
        self.verdict.setText(verdict(comparison))
        rows, marks = [], []
        for name, count, old, new in comparison.recalls():
            change = "good" if new > old else "bad" if new < old else ""
            rows.append(
                (
                    name,
                    local_number(count, ","),
                    local_number(old, ".2f"),
                    local_number(new, ".2f"),
                    local_number(new - old, "+.2f").replace("-", MINUS),
                )
            )
            marks.append(("", "", "", "", change))
        self.classes.show_rows(rows, marks)
        self._show_songs(comparison)
        self.song_table.setFocus()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        from desktop.widgets.icons import themed_icon

        self.back_button.setIcon(themed_icon("back", theme))
        self.classes.set_theme(theme)
        self.songs.set_theme(theme)
        for button in (self.class_export, self.song_export):
            button.set_theme(theme)

    def _show_songs(self, comparison: "ModelComparison") -> None:
        dataset, rows, marks = comparison.dataset, [], []
        for row in comparison.disagreements.tolist():
            says = (comparison.old.words[row], comparison.new.words[row])
            rights = (bool(comparison.old.right[row]), bool(comparison.new.right[row]))
            rows.append((dataset.row_names[row], dataset.classes[int(dataset.y[row])], *says))
            marks.append(("", "", *("good" if right else "bad" for right in rights)))
        self.songs.show_rows(rows, marks)
        self.song_heading.setText(tr("Rows with different predictions: {n_rows:,}", n_rows=len(rows)))
        if rows:
            self.song_table.selectRow(0)
        self._refresh_hearing()

    def _chosen_row(self) -> int | None:
        index = self.song_table.currentIndex()
        if self.comparison is None or not index.isValid():
            return None
        return int(self.comparison.disagreements[index.row()])

    def _refresh_hearing(self) -> None:
        row = self._chosen_row()
        has_audio = (
            row is not None and self.comparison is not None and self.comparison.dataset.locations[row] is not None
        )
        self.hear_button.setEnabled(has_audio)
        missing = tr("Rows of a table: no audio to play")
        self.hear_button.setToolTip(tr("Play selected song (Return)") if has_audio or row is None else missing)

    def _hear(self) -> None:
        row = self._chosen_row()
        if row is not None:
            self.row_heard.emit(row)

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.back_button)
        top.addWidget(self.heading)
        top.addStretch(1)
        cards = QHBoxLayout()
        cards.setSpacing(UNIT)
        cards.addWidget(self.old, 1)
        cards.addWidget(self.new, 1)
        above = QHBoxLayout()
        above.addWidget(self.song_heading)
        above.addStretch(1)
        above.addWidget(self.hear_button)
        above.addWidget(self.song_export)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(UNIT)
        splitter.setChildrenCollapsible(False)
        recall = label(tr("Recall by class"), "heading")
        recall.setFixedHeight(self.hear_button.sizeHint().height())
        by_class, by_song = QHBoxLayout(), above
        by_class.addWidget(recall, 1)
        by_class.addWidget(self.class_export)
        for head, table in ((by_class, self.class_table), (by_song, self.song_table)):
            head.setContentsMargins(2 * UNIT, UNIT, UNIT, UNIT // 2)
            panel = QFrame()
            panel.setObjectName("panel")
            column = QVBoxLayout(panel)
            column.setContentsMargins(1, 1, 1, 1)
            column.setSpacing(0)
            column.addLayout(head)
            column.addWidget(table, 1)
            splitter.addWidget(panel)
        splitter.setSizes([44 * UNIT, 66 * UNIT])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(UNIT)
        whole.addLayout(top)
        whole.addLayout(cards)
        whole.addWidget(self.verdict)
        whole.addWidget(splitter, 1)


def verdict(comparison: "ModelComparison") -> str:
    """Return how many predictions differ, which model is right there, and whether the difference is significant."""
    n, differ = len(comparison.dataset), len(comparison.disagreements)
    left = (
        tr(" Left out: {left_out:,} rows with a label that one model lacks.", left_out=comparison.left_out)
        if comparison.left_out
        else ""
    )
    if not differ:
        return tr("Same prediction for every row.{left}", left=left)
    gained, lost = comparison.gained, comparison.lost
    words = tr(
        "Different predictions for {differ:,} of {n:,} rows: only new correct {gained:,}, only old "
        "correct {lost:,}, neither {neither:,}.{left}",
        differ=differ,
        n=n,
        gained=gained,
        lost=lost,
        neither=differ - gained - lost,
        left=left,
    )
    if any(one.seen in ("these rows", "this table") for one in (comparison.old, comparison.new)):
        return tr("{words} Where a model was fitted on these rows, rely on its held-out score instead.", words=words)
    if comparison.chance >= BY_CHANCE:
        return tr("{words} Not significant (p = {chance:.2f}).", words=words, chance=comparison.chance)
    return tr("{words} Significant (p = {chance:.2g}).", words=words, chance=comparison.chance)
