"""The doctor's findings, each with its remedies, below the changes made so far."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.dataset.dataset import Dataset, Remedy
from core.dataset.finding import Finding
from core.language import tr
from desktop.training.charts.export_button import Dialog, ExportButton, Table
from desktop.widgets.basic import label, push_button, scroll_area
from desktop.widgets.flow import FlowLayout
from desktop.widgets.icons import icon
from desktop.widgets.style import mixed
from desktop.widgets.theme import LIGHT, UNIT, Theme

SIGNS = {"error": "error", "warning": "warning", "note": "info"}
SEVERITIES = {"error": tr("Error"), "warning": tr("Warning"), "note": tr("Note")}
MOST_ROWS = 200
SKIPPED = tr("Not examined. Reports of training and models made of these data say so.")
Way = tuple[str, Callable[[], object]]
"""What can be done about a finding that changes no data: title of its button, and what it does."""


class _Line(QWidget):
    """Buttons side by side, in several lines where the room ends."""

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)

    @property
    def count(self) -> int:
        """How many there are."""
        return self._flow.count()

    def add(self, widget: QWidget) -> None:
        """One more, at the end."""
        self._flow.addWidget(widget)


class FindingCard(QFrame):
    """One finding: sign, title, why, what can be done, and which rows it is about."""

    remedy_chosen = Signal(object)
    row_heard = Signal(int)

    def __init__(
        self, finding: Finding, dataset: Dataset, ways: Sequence[Way] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.finding = finding
        self._dataset = dataset
        self.setObjectName("finding")
        self.setProperty("severity", finding.severity)
        self.setAccessibleName(f"{SEVERITIES[finding.severity]}: {finding.title}")
        self._sign = QLabel()
        self._sign.setFixedSize(20, 20)
        title = label(finding.title, "finding-title", wrap=True)
        why = label(finding.explanation, "muted", wrap=True)
        why.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(UNIT // 2)
        words.addWidget(title)
        words.addWidget(why)
        self.buttons = _Line()
        for remedy in finding.remedies:
            self.buttons.add(push_button(remedy.title, partial(self.remedy_chosen.emit, remedy)))
        for action, go in ways:
            self.buttons.add(push_button(action, go))
        if finding.rows:
            self.buttons.add(push_button(tr("Show rows"), self._toggle_rows, "link"))
        words.addWidget(self.buttons)
        self.buttons.setVisible(bool(finding.remedies or finding.rows or ways))
        self._rows: QWidget | None = None
        self._words = words
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT + UNIT // 2, UNIT + UNIT // 2, UNIT + UNIT // 2, UNIT + UNIT // 2)
        row.setSpacing(UNIT + UNIT // 2)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def set_busy(self, busy: bool) -> None:
        """While a task runs, nothing is changed."""
        self.buttons.setEnabled(not busy)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        colour = {"error": theme.error, "warning": theme.warning, "note": theme.text_muted}[self.finding.severity]
        painted = icon(SIGNS[self.finding.severity], colour)
        self._sign.setPixmap(painted.pixmap(QSize(20, 20), self.devicePixelRatioF()))

    def _toggle_rows(self) -> None:
        if self._rows is None:
            self._rows = self._songs()
            self._words.addWidget(self._rows)
        else:
            self._rows.setVisible(self._rows.isHidden())

    def _songs(self) -> QWidget:
        """Return the rows of the finding, those that belong together in one line; rows with audio can be played."""
        here = {int(place): row for row, place in enumerate(self._dataset.places)}
        sets = self.finding.sets or tuple((place,) for place in self.finding.rows)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, UNIT // 2, 0, 0)
        column.setSpacing(0)
        for places in sets[:MOST_ROWS]:
            line = _Line()
            for place in places:
                if place in here:
                    if line.count:
                        line.add(label("=", "muted"))
                    line.add(self._song(here[place]))
            column.addWidget(line)
        if len(sets) > MOST_ROWS:
            column.addWidget(label(tr("and {n:,} more", n=len(sets) - MOST_ROWS), "muted"))
        return holder

    def _song(self, row: int) -> QWidget:
        name = self._dataset.row_names[row]
        text = f"{name} ({self._dataset.classes[self._dataset.y[row]]})"
        if self._dataset.locations[row] is None:
            return label(text)
        return push_button(f"▶ {text}", lambda: self.row_heard.emit(row), "link", tr("Play song"))


class DoctorPanel(QWidget):
    """All findings, the gravest first, under what was changed so far."""

    remedy_chosen = Signal(object)
    undo_requested = Signal(int)
    examine_requested = Signal()
    skip_requested = Signal()
    row_heard = Signal(int)

    def __init__(self, dialog: Dialog, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Doctor's findings"))
        self._theme = LIGHT
        self.cards: list[FindingCard] = []
        self.record: list[QWidget] = []
        self.heading = label(tr("Doctor"), "heading")
        self.state = label("", "muted", wrap=True)
        self.again = push_button(
            tr("Examine again"), self.examine_requested.emit, tip=tr("Examine the data with all changes")
        )
        self.skip = push_button(tr("Skip"), self.skip_requested.emit, "link", tr("Go on without the doctor"))
        self.skip.hide()
        self.export_button = ExportButton(tr("Doctor's findings"), None, dialog, self._as_table)
        self.export_button.hide()
        self._holder = QWidget()
        self._column = QVBoxLayout(self._holder)
        self._column.setContentsMargins(2 * UNIT, 0, 2 * UNIT, 2 * UNIT)
        self._column.setSpacing(UNIT)
        self._column.addStretch(1)
        self._area = scroll_area(self._holder, tr("Findings"))
        top = QHBoxLayout()
        top.setContentsMargins(2 * UNIT, UNIT, UNIT, 0)
        top.addWidget(self.heading)
        top.addStretch(1)
        top.addWidget(self.skip)
        top.addWidget(self.again)
        top.addWidget(self.export_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addLayout(top)
        column.addWidget(self._area, 1)
        self.state.setContentsMargins(2 * UNIT, 0, 2 * UNIT, UNIT)
        column.insertWidget(1, self.state)

    def show_findings(
        self,
        dataset: Dataset | None,
        findings: Sequence[Finding] | None,
        *,
        are_old: bool,
        busy: bool,
        examining: bool,
        ways: Callable[[Finding], Sequence[Way]],
    ) -> None:
        """Show what was found; None while the doctor has not looked, `are_old` when the data have changed since.

        `ways` gives what can be done about a finding besides its remedies.
        """
        self._clear()
        self.skip.setVisible(examining and dataset is not None)
        self.export_button.setVisible(dataset is not None and bool(findings))
        self.again.setVisible((findings is None or are_old) and dataset is not None and not examining)
        self.again.setText(tr("Examine") if findings is None else tr("Examine again"))
        self.again.setEnabled(not busy)
        if dataset is None:
            self.state.setText("")
            return
        self._show_record(dataset)
        if findings is None:
            self.state.setText(tr("Examining…") if examining else SKIPPED)
        elif are_old:
            self.state.setText(tr("Findings from before your changes. Examine again when done."))
        else:
            self.state.setText(_in_short(findings))
        for finding in findings or ():
            card = FindingCard(finding, dataset, ways(finding))
            card.remedy_chosen.connect(self.remedy_chosen)
            card.row_heard.connect(self.row_heard)
            card.set_theme(self._theme)
            card.set_busy(busy)
            self.cards.append(card)
            self._column.insertWidget(self._column.count() - 1, card)

    def set_busy(self, busy: bool, *, examining: bool) -> None:
        """While a task runs, nothing is changed; only an examination can be skipped."""
        self.again.setEnabled(not busy)
        self.skip.setVisible(examining)
        for part in (*self.cards, *self.record):
            part.setEnabled(not busy) if part in self.record else None
        for card in self.cards:
            card.set_busy(busy)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.export_button.set_theme(theme)
        warn, wrong = mixed(theme.warning, theme.surface, 0.4), mixed(theme.error, theme.surface, 0.45)
        self.setStyleSheet(
            f"""
            QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
            #finding {{ background: {theme.surface_raised}; border: 1px solid {theme.border}; border-radius: 8px; }}
            #finding[severity="warning"] {{ border-color: {warn}; }}
            #finding[severity="error"] {{ border-color: {wrong}; }}
            #finding-title {{ font-weight: 600; }}
            #record {{ background: {mixed(theme.success, theme.surface, 0.1)}; border-radius: 8px; }}
            """
        )
        for card in self.cards:
            card.set_theme(theme)

    def _as_table(self) -> Table:
        return ["severity", "finding", "explanation", "columns", "rows"], [
            [one.severity, one.title, one.explanation, " ".join(one.columns), " ".join(map(str, one.rows))]
            for one in (card.finding for card in self.cards)
        ]

    def _show_record(self, dataset: Dataset) -> None:
        for place, remedy in enumerate(dataset.remedies):
            line = _record_line(remedy, partial(self.undo_requested.emit, place))
            self.record.append(line)
            self._column.insertWidget(self._column.count() - 1, line)

    def _clear(self) -> None:
        for part in (*self.cards, *self.record):
            self._column.removeWidget(part)
            part.hide()
            part.deleteLater()
        self.cards, self.record = [], []


def _record_line(remedy: Remedy, undo: Callable[[], object]) -> QWidget:
    line = QFrame()
    line.setObjectName("record")
    row = QHBoxLayout(line)
    row.setContentsMargins(UNIT + UNIT // 2, UNIT // 2, UNIT // 2, UNIT // 2)
    said = label(f"✓ {remedy.title}", wrap=True)
    said.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    said.setToolTip(", ".join(remedy.columns))
    row.addWidget(said, 1)
    row.addWidget(push_button(tr("Undo"), undo, "link", tr("Undo this change")))
    return line


def _in_short(findings: Sequence[Finding]) -> str:
    grave = sum(one.severity == "error" for one in findings)
    warnings = sum(one.severity == "warning" for one in findings)
    if not findings:
        return tr("No findings.")
    if grave:
        return tr("Errors prevent training. Nothing changes until you choose a remedy.")
    if warnings:
        return tr("Scores mislead until the warnings are resolved. Nothing changes until you choose a remedy.")
    return tr("Notes only. Nothing changes until you choose a remedy.")
