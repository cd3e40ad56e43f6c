"""The menu that says which device plays, filled when it is opened."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from core.language import tr
from desktop.playback.player import Player
from desktop.settings import OUTPUT, Settings

DEFAULT = tr("System default")


class OutputMenu(QObject):
    """Ties a menu to a player: the devices there are now, and the one that was chosen, there or not."""

    _found = Signal(object)

    def __init__(self, menu: QMenu, player: Player, settings: Settings) -> None:
        super().__init__(menu)
        self._menu, self._player, self._settings = menu, player, settings
        self._names: tuple[str, ...] = ()
        # The player calls from its own thread; a queued signal brings the names to this one.
        self._found.connect(self._take, Qt.ConnectionType.QueuedConnection)
        player.on_devices = self._found.emit
        menu.aboutToShow.connect(self._look)
        self._fill()

    @Slot()
    def _look(self) -> None:
        self._fill()
        self._player.look_for_devices()

    @Slot(object)
    def _take(self, names: tuple[str, ...]) -> None:
        if names != self._names:
            self._names = names
            self._fill()

    def _fill(self) -> None:
        chosen = self._settings.get(OUTPUT)
        self._menu.clear()
        group = QActionGroup(self._menu)
        self._add(DEFAULT, "", chosen, group)
        self._menu.addSeparator()
        for name in self._names:
            self._add(name, name, chosen, group)
        if chosen and chosen not in self._names:
            self._add(tr("{chosen} (not there)", chosen=chosen) if self._names else chosen, chosen, chosen, group)

    def _add(self, text: str, name: str, chosen: str, group: QActionGroup) -> None:
        action = self._menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(name == chosen)
        action.triggered.connect(lambda _checked=False: self.choose(name))
        group.addAction(action)

    def choose(self, name: str) -> None:
        """Play through a device from now on, here and in other tabs; "" is the system's default."""
        self._settings.put(OUTPUT, name)
        self._player.set_device(name)
