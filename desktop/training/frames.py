"""How the steps of the training tab lay things out: panels, pages, two parts with a handle, a row of choices."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QButtonGroup,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.basic import field_name
from desktop.widgets.theme import UNIT


def panel(*widgets: QWidget, stretch: QWidget | None = None) -> QWidget:
    """Return a rounded surface with widgets from top to bottom; `stretch`, else the last, takes the remaining room."""
    holder = QWidget()
    holder.setObjectName("panel")
    holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    column = QVBoxLayout(holder)
    column.setContentsMargins(1, 1, 1, 1)
    column.setSpacing(UNIT // 2)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is (stretch or widgets[-1]) else 0)
    return holder


def page(*widgets: QWidget, stretch: QWidget | None = None) -> QWidget:
    """One below the other, with the house's margins; `stretch` takes what is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(UNIT, UNIT, UNIT, UNIT)
    column.setSpacing(UNIT)
    for widget in widgets:
        column.addWidget(widget, 1 if widget is stretch else 0)
    return holder


def side_by_side(*widgets: QWidget) -> QWidget:
    """Side by side, from the left."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(2)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return holder


def split(
    orientation: Qt.Orientation, first: QWidget, second: QWidget, sizes: Sequence[int], *, grows: int = 1
) -> QSplitter:
    """Two parts with a handle between; `sizes` in units. What a larger window brings goes to part `grows`, 0 or 1."""
    splitter = QSplitter(orientation)
    splitter.setHandleWidth(UNIT)
    splitter.setChildrenCollapsible(False)
    splitter.addWidget(first)
    splitter.addWidget(second)
    splitter.setSizes([size * UNIT for size in sizes])
    splitter.setStretchFactor(0, 1 - grows)
    splitter.setStretchFactor(1, grows)
    return splitter


def form(*rows: tuple[str, QWidget]) -> QGridLayout:
    """Return a form with the name of each field on its left."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(UNIT)
    grid.setVerticalSpacing(UNIT)
    grid.setColumnStretch(1, 1)
    for place, (name, field) in enumerate(rows):
        grid.addWidget(field_name(name), place, 0)
        grid.addWidget(field, place, 1)
        box = field if isinstance(field, QComboBox) else field.findChild(QAbstractSpinBox)
        if box is not None and not box.accessibleName():
            box.setAccessibleName(name)
    return grid


def choices(titles: Mapping[str, str]) -> dict[str, QToolButton]:
    """Buttons of which one is pressed, by key."""
    group: QButtonGroup | None = None
    buttons: dict[str, QToolButton] = {}
    for key, title in titles.items():
        button = QToolButton()
        button.setText(title)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        group = group or QButtonGroup(button)
        group.addButton(button)
        buttons[key] = button
    return buttons


def pressed(buttons: Mapping[str, QToolButton]) -> str:
    """Return the key of the pressed button; "" if none is."""
    return next((key for key, button in buttons.items() if button.isChecked()), "")
