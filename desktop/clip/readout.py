"""Small calm values of the transport row: tempo, metre, key."""

import math

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.harmony.key import KeyEstimate
from core.rhythm.grid import BeatGrid
from desktop.widgets.basic import label
from desktop.widgets.key_text import key_text
from desktop.widgets.theme import LIGHT, UNIT, Theme

NOTHING = "—"
SAME_TEMPO = 0.04


class Readout(QWidget):
    """A value with its unit; a dash, with the reason as its tip, where there is none."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.value, self.unit = label(), label(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(UNIT // 2)
        row.addWidget(self.value)
        row.addWidget(self.unit)
        self._theme = LIGHT
        self.show_nothing("")

    def show_value(self, value: str, unit: str, tip: str) -> None:
        """Show a value with its unit and a tip."""
        self._show(value, unit, tip, self._theme.text)

    def show_nothing(self, reason: str) -> None:
        """Show a dash with `reason` as its tip; show nothing at all without a reason."""
        self._show(NOTHING if reason else "", "", reason, self._theme.text_muted)

    def _show(self, value: str, unit: str, tip: str, colour: str) -> None:
        self.value.setText(value)
        self.unit.setText(unit)
        self.unit.setVisible(bool(unit))
        self.setToolTip(tip)
        self.setAccessibleName(f"{self.name}: {value} {unit}".strip())
        _colour(self.value, colour)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        _colour(self.value, theme.text_muted if self.value.text() == NOTHING else theme.text)


def show_tempo(readout: Readout, grid: BeatGrid, measured: float = math.nan) -> None:
    """Show the tempo of the beats, or why there is none; `measured` is the feature `tempo`, maybe of another octave."""
    if len(grid) == 0 or not math.isfinite(grid.tempo):
        readout.show_nothing("No steady beat")
    else:
        tip = f"Tempo of {len(grid)} beats{_other_tempo(grid.tempo, measured)}"
        readout.show_value(f"{grid.tempo:.1f}", "BPM", tip)


def _other_tempo(beats: float, measured: float) -> str:
    """Return a line for the tip where the column `tempo` has another number than the beats."""
    if not math.isfinite(measured) or abs(measured / beats - 1) < SAME_TEMPO:
        return ""
    how = {0.5: " (half)", 2.0: " (double)"}
    word = next((text for ratio, text in how.items() if abs(measured / beats / ratio - 1) < SAME_TEMPO), "")
    return f"\nColumn “tempo”, estimated from onsets alone: {measured:.1f} BPM{word}"


def show_metre(readout: Readout, grid: BeatGrid) -> None:
    """How many beats a bar has, or that there are no bars."""
    if len(grid) == 0:
        readout.show_nothing("No beats, so no bars")
    else:
        readout.show_value(f"{grid.beats_per_bar}/4", "", f"Metre: {grid.beats_per_bar} beats in most bars")


def show_key(readout: Readout, key: KeyEstimate | None) -> None:
    """Show the key with its runner-up as a tip, or that there is no clear key."""
    if key is None:
        readout.show_nothing("No clear key")
    else:
        name, second = key_text(key.name), key_text(key.second_name)
        tip = f"Key: {name} (correlation {key.strength:.2f}); second: {second} ({key.second_strength:.2f})"
        readout.show_value(name, "", tip)


def _colour(shown: QLabel, colour: str) -> None:
    shown.setStyleSheet(f"color: {colour};")
