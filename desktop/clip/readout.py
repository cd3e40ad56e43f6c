"""Small calm values of the transport row: tempo, metre, key."""

import math
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from core.harmony.key import KeyEstimate
from core.language import tr
from core.rhythm.grid import tempo_range
from core.rhythm.tempo_text import tempo_text
from desktop.widgets.basic import label
from desktop.widgets.key_text import key_text
from desktop.widgets.theme import LIGHT, UNIT, Theme

if TYPE_CHECKING:
    from core.analysis import Rhythm

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

    def show_finding(self, text: str, tip: str) -> None:
        """Show that there is no such value, in words that stand where the value would."""
        self._show("", text, tip, self._theme.text_muted)

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


def show_tempo(readout: Readout, rhythm: "Rhythm", onset_tempo: float = math.nan) -> None:
    """Show the tempo of the beats, or why there is none; `onset_tempo` is the feature `tempo`, maybe an octave away."""
    grid, tempo = rhythm.grid, tempo_text(rhythm.tempo)
    if tempo:
        changes = tempo_range(grid.beat_times)
        unit = (
            "BPM"
            if changes is None
            else tr("BPM ({slowest:.0f}–{fastest:.0f})", slowest=changes[0], fastest=changes[1])
        )
        n_beats = len(grid)
        tip = (
            tr("Tempo of {n_beats} beats", n_beats=n_beats)
            if changes is None
            else tr("Most usual tempo of {n_beats} beats", n_beats=n_beats)
        )
        readout.show_value(
            tempo,
            unit,
            tip + _other_tempo(rhythm.tempo, onset_tempo),
        )
    elif math.isfinite(grid.tempo):
        readout.show_finding(
            tr("No steady tempo"),
            tr(
                "{n_combinations} beats at {tempo} BPM on average",
                n_combinations=len(grid),
                tempo=tempo_text(grid.tempo),
            ),
        )
    else:
        readout.show_nothing(tr("No beats, so no tempo"))


def _other_tempo(beats: float, onsets: float) -> str:
    """Return a line for the tip where the column `tempo` has another number than the beats."""
    if not math.isfinite(onsets) or abs(onsets / beats - 1) < SAME_TEMPO:
        return ""
    how = {0.5: tr("half"), 2.0: tr("double")}
    word = next((text for ratio, text in how.items() if abs(onsets / beats / ratio - 1) < SAME_TEMPO), "")
    line = tr("Onset tempo (as in the study): {tempo} BPM", tempo=tempo_text(onsets))
    return f"\n{line} ({word})" if word else f"\n{line}"


def show_metre(readout: Readout, rhythm: "Rhythm") -> None:
    """How many beats a bar has, or that there are no bars."""
    if rhythm.metre is not None:
        readout.show_value(f"{rhythm.metre}/4", "", tr("Metre: {metre} beats in most bars", metre=rhythm.metre))
    elif len(rhythm.grid):
        readout.show_finding(
            tr("No bars"), tr("The beats were found, but not where a bar begins; positions count to four")
        )
    else:
        readout.show_nothing(tr("No beats, so no bars"))


def show_key(readout: Readout, key: KeyEstimate | None, edited: str | None = None) -> None:
    """Show the key with its runner-up as a tip, or that there is no clear key; a person's key in its place."""
    if edited is not None:
        measured = tr("no clear key") if key is None else key_text(key.name)
        readout.show_value(
            key_text(edited), "", tr("Key, edited in the library; measured: {measured}", measured=measured)
        )
    elif key is None:
        readout.show_nothing(tr("No clear key"))
    else:
        name, second = key_text(key.name), key_text(key.second_name)
        tip = tr(
            "Key: {name} (correlation {strength:.2f}); second: {second} ({second_strength:.2f})",
            name=name,
            strength=key.strength,
            second=second,
            second_strength=key.second_strength,
        )
        readout.show_value(name, "", tip)


def _colour(shown: QLabel, colour: str) -> None:
    shown.setStyleSheet(f"color: {colour};")
