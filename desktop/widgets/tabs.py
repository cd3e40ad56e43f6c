"""The first row of the window: tabs and menus."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenuBar, QSizePolicy, QTabBar, QWidget

from core.language import tr
from desktop.widgets.theme import UNIT


class TabRow(QWidget):
    """Tabs on the left, menus on the right. A tab is known by its key."""

    chosen = Signal(str)
    """The key of the tab that has come to the front."""

    def __init__(self, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabRow")
        self._keys = [key for key, _ in tabs]
        self.menus = QMenuBar()
        self.menus.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.bar = QTabBar()
        self.bar.setObjectName("pages")
        self.bar.setAccessibleName(tr("Main tabs"))
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click on a tab leaves the keys to what comes up
        for place, (_, title) in enumerate(tabs):
            self.bar.addTab(title)
            self.bar.setTabToolTip(place, tr("{title} (Ctrl+{place})", title=title, place=place + 1))
        self.bar.currentChanged.connect(lambda place: self.chosen.emit(self._keys[place]))
        row = QHBoxLayout(self)
        row.setContentsMargins(UNIT, 0, 0, 0)
        row.setSpacing(2 * UNIT)
        row.addWidget(self.bar)
        row.addStretch(1)
        row.addWidget(self.menus)

    @property
    def current(self) -> str:
        """The key of the tab in front."""
        return self._keys[self.bar.currentIndex()]

    def choose(self, key: str) -> None:
        """Bring a tab to the front; `chosen` follows when it was another one."""
        self.bar.setCurrentIndex(self._keys.index(key))
