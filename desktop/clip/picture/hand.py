"""What may take the mouse on one lane, in place of the seeking and panning that all lanes share."""

from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True)
class Touch:
    """A place of the pointer.

    Attributes
    ----------
    x, y : pixels in the view
    modifiers : keys that are held
    """

    x: float
    y: float
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier

    @property
    def shift(self) -> bool:
        """Whether Shift is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ShiftModifier)

    @property
    def control(self) -> bool:
        """Whether Ctrl (on a Mac: Command) is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.ControlModifier)

    @property
    def alt(self) -> bool:
        """Whether Alt is held."""
        return bool(self.modifiers & Qt.KeyboardModifier.AltModifier)


class Hand(Protocol):
    """What a lane does with the mouse. A press that it takes is followed by moves and one release."""

    def press(self, touch: Touch) -> bool:
        """Take a press of the left button; False leaves it to the picture."""

    def move(self, touch: Touch) -> None:
        """Follow the pointer, whether the button is held or not."""

    def release(self, touch: Touch) -> None:
        """End what `press` began."""

    def double_click(self, touch: Touch) -> bool:
        """Take a double click; False leaves it to the picture."""

    def leave(self) -> None:
        """Take note that the pointer is elsewhere."""

    def menu(self, touch: Touch) -> QMenu | None:
        """Return a menu for a place; None for that of the picture."""

    def cursor(self, touch: Touch) -> Qt.CursorShape | None:
        """Return the shape of the pointer at a place; None for that of the picture."""

    def readout(self, touch: Touch) -> str:
        """Return what is at a place, or what a drag does; "" for what the picture says."""
