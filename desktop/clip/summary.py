"""The summary of a piece in the Song tab: what a person wants to know first, in large letters."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.analysis import PartialAnalysis
from core.language import tr
from desktop.clip.summary_text import Finding, findings_of, title_of
from desktop.widgets.basic import label, push_button
from desktop.widgets.theme import LIGHT, UNIT, Theme

TITLE_SIZE, VALUE_SIZE = 1.5, 1.9
"""Of the letters of the title and of the values, relative to those of the window."""

NARROWEST_COLUMN = 26 * UNIT
MOST_COLUMNS = 4


class SongSummary(QScrollArea):
    """Title, and below it the findings side by side, as many in a row as there is room for."""

    excerpt_wanted = Signal()
    """The user wants to hear the most characteristic part."""
    features_wanted = Signal()
    """The user wants to see all features in place of the summary."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_song = False
        self._theme = LIGHT
        self.setObjectName("summary")
        self.setAccessibleName(tr("Summary of the song"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title, self.people = label(wrap=True), label(role="muted", wrap=True)
        self.cards: list[_Card] = []
        self.features_button = push_button(
            tr("All features"), self.features_wanted.emit, "", tr("Show the features of the song as a table")
        )
        self.excerpt_button = push_button(
            tr("Play the most characteristic 30 s"), self.excerpt_wanted.emit, "",
            tr("Select and play the passage that is most like the whole piece (X)"),
        )  # fmt: skip
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(3 * UNIT)
        self._grid.setVerticalSpacing(2 * UNIT)
        content = QWidget()
        content.setObjectName("summaryContent")
        column = QVBoxLayout(content)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT // 2)
        titles = QVBoxLayout()
        titles.setSpacing(UNIT // 2)
        titles.addWidget(self.title)
        titles.addWidget(self.people)
        heading = QHBoxLayout()  # the buttons are at the top: in a small window what is lower must be scrolled to
        heading.setSpacing(UNIT)
        heading.addLayout(titles, 1)
        for button in (self.excerpt_button, self.features_button):
            heading.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(heading)
        column.addSpacing(UNIT)
        column.addLayout(self._grid)
        column.addStretch(1)
        self.setWidget(content)
        self.set_theme(LIGHT)

    def show_found(self, found: PartialAnalysis, *, is_awaited: bool) -> None:
        """Show what is known of a piece; `is_awaited` says whether the rest is still coming."""
        self.has_song = True
        title, people = title_of(found)
        self.title.setText(title)
        self.people.setText(people)
        self.people.setVisible(bool(people))
        self.excerpt_button.setEnabled(found.picture is not None and found.rhythm is not None)
        findings = findings_of(found, is_awaited=is_awaited)
        while len(self.cards) < len(findings):
            self.cards.append(_Card())
            self.cards[-1].set_theme(self._theme)
        for card, finding in zip(self.cards, findings, strict=True):
            card.show_finding(finding)
        self._arrange()

    def clear(self) -> None:
        """Forget the piece."""
        self.has_song = False

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.setStyleSheet(
            f"QScrollArea#summary, QWidget#summaryContent {{ background: {theme.surface}; border: none; }}"
        )
        self.title.setFont(_larger(self.font(), TITLE_SIZE))
        self.title.setStyleSheet(f"color: {theme.text};")
        for card in self.cards:
            card.set_theme(theme)

    def text(self) -> str:
        """Return everything that is shown, a line a finding."""
        lines = [self.title.text(), self.people.text()] + [card.text() for card in self.cards]
        return "\n".join(line for line in lines if line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Put the cards into as many columns as fit."""
        n_columns = min(max(self.viewport().width() // NARROWEST_COLUMN, 1), MOST_COLUMNS)
        for place, card in enumerate(self.cards):
            if self._grid.indexOf(card) < 0 or self._grid.getItemPosition(self._grid.indexOf(card))[:2] != (  # type: ignore[index]
                place // n_columns,
                place % n_columns,
            ):
                self._grid.removeWidget(card)
                self._grid.addWidget(card, place // n_columns, place % n_columns, Qt.AlignmentFlag.AlignTop)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < n_columns else 0)


class _Card(QWidget):
    """A finding: its name, below it the value, below that the details."""

    def __init__(self) -> None:
        super().__init__()
        self.name, self.value = label(role="muted"), label(wrap=True)
        self.details = label(role="muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.name, self.value, self.details):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            column.addWidget(part)

    def show_finding(self, finding: Finding) -> None:
        for part, text in ((self.name, finding.name), (self.value, finding.value), (self.details, finding.details)):
            _set_text(part, text)
        self.setAccessibleName(self.text())

    def text(self) -> str:
        return f"{self.name.text()}: {self.value.text()} ({self.details.text()})".removesuffix(" ()")

    def set_theme(self, theme: Theme) -> None:
        self.value.setFont(_larger(self.font(), VALUE_SIZE))
        self.value.setStyleSheet(f"color: {theme.text};")


def _set_text(shown: QLabel, text: str) -> None:
    if shown.text() != text:
        shown.setText(text)


def _larger(font: QFont, factor: float) -> QFont:
    larger = QFont(font)
    larger.setPointSizeF(font.pointSizeF() * factor)
    larger.setWeight(QFont.Weight.DemiBold)
    return larger
