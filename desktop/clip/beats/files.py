"""Beats from files and into files: the dialogs, and what is said about how it went."""

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import RhythmError, one_line, reason_for
from core.rhythm.edits import ImportBeats

if TYPE_CHECKING:
    from desktop.clip.beats.desk import BeatDesk

KINDS: Final = {
    "Beats (*.beats)": "beats",
    "Audacity labels (*.txt)": "txt",
    "MIDI tempo map (*.mid)": "mid",
}
"""What the dialog for a new file offers, with the endings."""


class BeatFiles:
    """Imports and exports the beats of the open clip.

    Attributes
    ----------
    path : the file of the clip, beside which files of beats are looked for first
    """

    def __init__(self, desk: "BeatDesk", parent: QWidget) -> None:
        self._desk, self._parent = desk, parent
        self.path = Path()

    def ask_for_import(self) -> None:
        """Let a person choose a file of beats."""
        dialog = QFileDialog(self._parent, "Import beat grid", str(self.path.parent))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(["Beats (*.beats *.txt *.mid *.midi)", "All files (*)"])
        dialog.fileSelected.connect(lambda name: self.import_beats(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def ask_for_export(self) -> None:
        """Let a person choose where the beats are written, and as what."""
        dialog = QFileDialog(self._parent, "Export beat grid", str(self.path.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(KINDS))
        dialog.setDefaultSuffix("beats")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(KINDS[kind]))
        dialog.selectFile(f"{self.path.stem}.beats")
        dialog.fileSelected.connect(lambda name: self.export_beats(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def import_beats(self, path: Path) -> None:
        """Take the beats of a file in place of those that are there; this can be undone."""
        from core.export.beat_files import disagreement, read_beats

        editor = self._desk.editor
        try:
            grid = read_beats(path, editor.history.duration)
        except (RhythmError, OSError) as error:
            self._desk.said.emit(reason_for(error))
            return
        if editor.perform(ImportBeats.of(grid)):
            warning = disagreement(grid, editor.estimate.grid)
            self._desk.said.emit(
                str(warning) if warning else f"{len(grid)} beats imported. Undo brings back the others."
            )

    def export_beats(self, path: Path) -> None:
        """Write the beats as they are shown; the end of the name says as what."""
        from core.export.beat_files import write_beats

        try:
            write_beats(self._desk.editor.history.grid, path)
        except (RhythmError, OSError) as error:
            self._desk.said.emit(reason_for(error))
        else:
            self._desk.said.emit(f"Beats saved in {one_line(str(path))}.")
