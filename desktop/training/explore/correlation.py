"""The correlation of every two columns, as a square of colours; a click shows the two against each other."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from core.language import local_number, tr
from desktop.training.charts.confusion import Square, paint_names
from desktop.training.charts.export_button import Dialog, ExportButton, Table
from desktop.training.frames import choices, pressed
from desktop.widgets.basic import ElidedLabel
from desktop.widgets.state_page import StatePage
from desktop.widgets.style import mixed
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.exploration.correlation import Correlations

MOST_NAME: Final = 18 * UNIT
LEAST_CELL: Final = 5.0
MOST_CELL: Final = 6.0 * UNIT
NUMBER_CELL: Final = 28
LEAST_LETTERS: Final = 7
"""Pixels; smaller names could not be read, and the pointer tells them."""
POSITIVE, NEGATIVE = "#4c6fff", "#e8871e"
ABOUT: Final = tr("Blue: both rise together. Orange: one falls as the other rises. Click: the two against each other.")


class CorrelationMatrix(QWidget):
    """Rows and columns are columns of the data. Arrow keys move, Return opens a pair."""

    opened = Signal(str, str)
    pointed = Signal(str)
    """What is under the pointer, as text; "" for nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Correlations | None = None
        self.kind = "pearson"
        self.cell = (0, 0)
        self._theme = LIGHT
        self._is_plain = False
        self.setAccessibleName(tr("Correlations"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(40 * UNIT, 40 * UNIT)

    def show_correlations(self, found: "Correlations | None", kind: str) -> None:
        """Show one kind of coefficient."""
        if self.found is not found:
            self.cell = (0, 0)
        self.found, self.kind = found, kind
        self._name_cell()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.update()

    def set_plain(self, plain: bool) -> None:
        """Leave out the mark of the current cell."""
        self._is_plain = plain

    def drawn_area(self) -> QRectF:
        """Return the rectangle of names and cells."""
        square = self._square
        side = square.left + len(self._columns) * square.side + UNIT
        return QRectF(0, 0, side, side)

    def as_table(self) -> Table:
        """One row and one column for each column of the data."""
        if self.found is None:
            return (), ()
        numbers = getattr(self.found, self.kind).tolist()
        return ["column", *self._columns], [[name, *row] for name, row in zip(self._columns, numbers, strict=True)]

    def words(self, row: int, column: int) -> str:
        """Return a cell as text."""
        assert self.found is not None
        return tr(
            "{first} and {second}: {correlation:.2f}",
            first=self._columns[row],
            second=self._columns[column],
            correlation=getattr(self.found, self.kind)[row, column],
        )

    @property
    def _columns(self) -> tuple[str, ...]:
        return () if self.found is None else self.found.columns

    @property
    def _square(self) -> Square:
        widest = max((self.fontMetrics().horizontalAdvance(name) for name in self._columns), default=0)
        names = min(widest + 2 * UNIT, MOST_NAME)
        room = min(self.width(), self.height()) - names - UNIT
        return Square(names, names, min(max(room / max(len(self._columns), 1), LEAST_CELL), MOST_CELL))

    # --- hands -----------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._square.cell_at(event.position(), len(self._columns))
        if cell is not None:
            self._go_to(cell)
            self._open()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._square.cell_at(event.position(), len(self._columns))
        self.setCursor(Qt.CursorShape.ArrowCursor if cell is None else Qt.CursorShape.PointingHandCursor)
        self.pointed.emit("" if cell is None else self.words(*cell))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1)}
        key = Qt.Key(event.key())
        if key in steps and self._columns:
            last = len(self._columns) - 1
            row, column = (min(max(a + b, 0), last) for a, b in zip(self.cell, steps[key], strict=True))
            self._go_to((row, column))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._columns:
            self._open()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self._square.cell_at(QPointF(QPoint(event.pos())), len(self._columns))
            QToolTip.showText(event.globalPos(), "" if cell is None else self.words(*cell), self)
            return True
        return super().event(event)

    def _open(self) -> None:
        row, column = self.cell
        self.opened.emit(self._columns[column], self._columns[row])

    def _go_to(self, cell: tuple[int, int]) -> None:
        self.cell = cell
        self._name_cell()
        self.pointed.emit(self.words(*cell))
        self.update()

    def _name_cell(self) -> None:
        self.setAccessibleName(tr("Correlation matrix. {words}", words=self.words(*self.cell) if self._columns else ""))

    # --- painting --------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._columns:
            return
        painter, square, theme = QPainter(self), self._square, self._theme
        numbers = getattr(self.found, self.kind)
        if square.side >= LEAST_LETTERS:
            small = painter.font()
            small.setPixelSize(min(int(square.side), self.fontInfo().pixelSize()))  # names do not run into each other
            painter.setFont(small)
            paint_names(painter, theme, square, self._columns, ends=True)
            painter.setFont(self.font())
        for row in range(len(numbers)):
            for column in range(len(numbers)):
                value = float(numbers[row, column])
                box = square.box(row, column)
                colour = mixed(POSITIVE if value > 0 else NEGATIVE, theme.surface_raised, min(abs(value), 1.0))
                painter.fillRect(box, QColor(colour))
                if square.side >= NUMBER_CELL:
                    painter.setPen(QColor("#ffffff" if abs(value) > 0.6 else theme.text))
                    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, local_number(value, ".1f").replace("-", "−"))
        if self.hasFocus() and not self._is_plain:
            painter.setPen(QPen(QColor(theme.playhead), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(square.box(*self.cell).adjusted(0, 0, 1, 1))


class CorrelationView(QWidget):
    """Kind of coefficient above the matrix, what is under the pointer below."""

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._found: Correlations | None = None
        self.matrix = CorrelationMatrix()
        self.kind_buttons = choices({"pearson": tr("Numbers (Pearson)"), "spearman": tr("Ranks (Spearman)")})
        self.kind_buttons["pearson"].setChecked(True)
        self.export_button = ExportButton(tr("Correlation of columns"), self.matrix, dialog, self.matrix.as_table)
        self.said = ElidedLabel("muted")
        self.state = StatePage()
        self.stack = QStackedWidget()
        self.stack.addWidget(self.state)
        self.stack.addWidget(self.matrix)
        top = QHBoxLayout()
        top.setSpacing(UNIT // 2)
        for button in self.kind_buttons.values():
            top.addWidget(button)
            button.clicked.connect(lambda _=False: self._show())
        top.addWidget(self.said, 1)
        top.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
        column.addLayout(top)
        column.addWidget(self.stack, 1)
        self.matrix.pointed.connect(lambda words: self.said.set_full_text(words or self._about()))

    def show_correlations(self, found: "Correlations | None") -> None:
        """Show these; None while there are none."""
        self._found = found
        self._show()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self.matrix, self.state, self.export_button):
            part.set_theme(theme)

    def _show(self) -> None:
        found = self._found
        self.matrix.show_correlations(found, pressed(self.kind_buttons))
        if found is None:
            self.state.show_state("details", tr("Correlating the columns…"), tr("It begins once nothing else runs."))
        elif not found.columns:
            self.state.show_state("details", tr("Nothing to correlate"), tr("No column varies."))
        is_there = found is not None and bool(found.columns)
        self.stack.setCurrentIndex(1 if is_there else 0)
        self.export_button.setEnabled(is_there)
        self.said.set_full_text(self._about() if is_there else "")

    def _about(self) -> str:
        found = self._found
        if found is None or len(found.columns) == found.n_columns:
            return ABOUT
        return tr(
            "The {n_shown} of {n_columns:,} columns that differ most between classes. {about}",
            n_shown=len(found.columns),
            n_columns=found.n_columns,
            about=ABOUT,
        )
