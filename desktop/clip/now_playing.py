"""The section and the chord at the playhead, in the transport row."""

from typing import Final

from PySide6.QtWidgets import QWidget

from core.harmony.chords import NO_CHORD, Chords
from core.language import tr
from core.structure.sections import NO_SECTIONS, Sections
from desktop.clip.picture.chords import chord_text
from desktop.widgets.basic import ElidedLabel

_BETWEEN: Final = "  ·  "


class NowPlaying(ElidedLabel):
    """What sounds at a place of the piece, in words; nothing where nothing is known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("nowPlaying", parent)
        self.sections: Sections = NO_SECTIONS
        self.chords: Chords | None = None
        self._seconds = 0.0

    def show_sections(self, sections: Sections) -> None:
        """Take other sections."""
        self.sections = sections
        self.show_at(self._seconds)

    def show_chords(self, chords: Chords | None) -> None:
        """Take other chords, or none."""
        self.chords = chords if chords is not None and len(chords) else None
        self.show_at(self._seconds)

    def show_at(self, seconds: float) -> None:
        """Show what sounds at a time."""
        self._seconds = seconds
        words = [word for word in (self._section(), self._chord()) if word]
        text = _BETWEEN.join(words)
        if text != self.full_text:
            self.set_full_text(text)
            self.setToolTip(tr("Section and chord at the playhead: {words}", words=", ".join(words)) if words else "")

    def _section(self) -> str:
        place = self.sections.index_at(self._seconds)
        if place is None or len(self.sections) < 2:
            return ""
        name = self.sections.name_of(self.sections.labels[place])
        caption = self.sections.captions()[place]
        return f"{caption} {name}" if name else caption

    def _chord(self) -> str:
        chords = self.chords
        if chords is None or not chords.times[0] <= self._seconds < chords.times[-1]:
            return ""
        label = chords.labels[chords.place_at(self._seconds)]
        return "" if label == NO_CHORD else chord_text(label)
