"""What the window shows before the first clip: how to open one."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from core.language import tr
from desktop.widgets.basic import ElidedLabel, label, push_button
from desktop.widgets.icons import icon
from desktop.widgets.notices import one_line
from desktop.widgets.theme import LIGHT, UNIT, Theme

SHOWN_RECENT = 5
CARD_WIDTH = 70 * UNIT


class Welcome(QWidget):
    """The empty state: a place to drop, two buttons, the recent files."""

    open_requested = Signal()
    demo_requested = Signal()
    recent_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Welcome"))
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._sign = QLabel()
        self._sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = label(tr("Drop a song here"), "title")
        self._hint = ElidedLabel("muted")
        self.open_button = push_button(tr("Open clip"), self.open_requested.emit, "primary", tr("Choose file (Ctrl+O)"))
        self.demo_button = push_button(tr("Open demo clip"), self.demo_requested.emit, "link")
        self._recent = QVBoxLayout()
        self._recent_box = QWidget()
        self._arrange()
        self.set_theme(LIGHT)
        self.show_invitation()

    def show_invitation(self) -> None:
        """Invite to open a clip."""
        self._title.setText(tr("Drop a song here"))
        self._hint.set_full_text(tr("Beats, bars, features and genre of any audio file or folder"))
        self._set_controls_visible(True)

    def show_opening(self, name: str) -> None:
        """Say that a clip is being read."""
        self._title.setText(tr("Opening"))
        self._hint.set_full_text(one_line(name))
        self._set_controls_visible(False)

    def set_recent(self, paths: Sequence[Path]) -> None:
        """Offer these files, the newest first."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if paths:
            self._recent.addWidget(label(tr("Recent"), "heading"))
        for path in paths[:SHOWN_RECENT]:
            self._recent.addWidget(self._recent_button(path))
        self._recent_box.setVisible(bool(paths))

    def set_theme(self, theme: Theme) -> None:
        """Paint the sign in the theme's accent."""
        self._sign.setPixmap(icon("wave", theme.accent).pixmap(QSize(64, 64), self.devicePixelRatioF()))

    def _set_controls_visible(self, visible: bool) -> None:
        self.open_button.setVisible(visible)
        self.demo_button.setVisible(visible)
        self._recent_box.setVisible(visible and self._recent.count() > 0)

    def _recent_button(self, path: Path) -> QWidget:
        button = push_button("", lambda: self.recent_requested.emit(path), "link", one_line(str(path)))
        metrics = button.fontMetrics()
        shown = metrics.elidedText(one_line(path.name), Qt.TextElideMode.ElideMiddle, CARD_WIDTH - 12 * UNIT)
        button.setText(shown.replace("&", "&&"))
        button.setAccessibleName(tr("Open {path}", path=one_line(path.name)))
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        return button

    def _arrange(self) -> None:
        card = QFrame()
        card.setObjectName("dropTarget")
        card.setFixedWidth(CARD_WIDTH)
        column = QVBoxLayout(card)
        column.setContentsMargins(5 * UNIT, 5 * UNIT, 5 * UNIT, 4 * UNIT)
        column.setSpacing(UNIT)
        self._title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for widget in (self._sign, self._title, self._hint):
            column.addWidget(widget)
        column.addSpacing(2 * UNIT)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.demo_button)
        buttons.addStretch(1)
        column.addLayout(buttons)
        self._recent.setSpacing(0)
        self._recent.setContentsMargins(UNIT, 0, 0, 0)
        self._recent_box.setLayout(self._recent)
        self._recent_box.setFixedWidth(CARD_WIDTH)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addSpacing(2 * UNIT)
        outer.addWidget(self._recent_box, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
