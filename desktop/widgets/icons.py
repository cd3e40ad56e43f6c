"""The window's icons: drawn in one colour and painted in the theme's."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop.widgets.theme import Theme
from resources import resource_path

SIZES = (16, 20, 24, 32, 40, 48, 64)


@lru_cache(maxsize=256)
def icon(
    name: str, colour: str, disabled_colour: str = "", active_colour: str = "", selected_colour: str = ""
) -> QIcon:
    """Return the icon `resources/icons/{name}.svg` in `colour`, or in others when disabled, switched on or selected.

    Without a colour of its own a selected row shows the icon tinted with the colour of the selection.
    """
    svg = resource_path(f"icons/{name}.svg").read_text(encoding="utf-8")
    painted = QIcon()
    _add(painted, svg, colour, QIcon.Mode.Normal, QIcon.State.Off)
    if disabled_colour:
        _add(painted, svg, disabled_colour, QIcon.Mode.Disabled, QIcon.State.Off)
    if active_colour:
        _add(painted, svg, active_colour, QIcon.Mode.Normal, QIcon.State.On)
    if selected_colour:
        _add(painted, svg, selected_colour, QIcon.Mode.Selected, QIcon.State.Off)
    return painted


def themed_icon(name: str, theme: Theme) -> QIcon:
    """Return the icon as buttons and menus of `theme` show it."""
    return icon(name, theme.text, theme.border, theme.accent)


def _add(painted: QIcon, svg: str, colour: str, mode: QIcon.Mode, state: QIcon.State) -> None:
    renderer = QSvgRenderer(QByteArray(svg.replace("#000", colour).encode()))
    for size in SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter)
        painter.end()
        painted.addPixmap(pixmap, mode, state)
