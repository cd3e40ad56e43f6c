"""Files that the clip tab writes and reads beside audio: tables, and beats in other programs' formats."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from core.audio.files import display_name
from core.jobs import clip as clip_jobs
from core.language import tr
from core.messages import Note
from desktop.opening import first_folder, folder_of
from desktop.settings import FOLDER, Settings
from desktop.tasks import TaskRunner
from desktop.widgets.notices import NoticeBar, one_line

if TYPE_CHECKING:
    from core.export.annotation_files import AnnotationFormat
    from core.rhythm.grid import BeatGrid
    from core.structure.sections import Sections
    from desktop.clip.page import ClipPage

BEAT_KINDS = {
    "Beats: seconds and position (*.beats)": "beats",
    "Audacity labels (*.txt)": "txt",
    "MIDI tempo map (*.mid)": "mid",
    "JAMS: beats, bars, sections, chords, key (*.jams)": "jams",
    "Audacity labels: a file each for beats, bars, sections, chords (*.txt)": "txt",
    "Sonic Visualiser: a layer each for beats, bars, sections, chords (*.svl)": "svl",
}
"""Kinds of files of beats as a dialog has them, and their endings."""

_ANNOTATIONS: "dict[str, AnnotationFormat]" = dict(zip(tuple(BEAT_KINDS)[3:], ("jams", "audacity", "svl"), strict=True))
"""Those of them that hold more than beats."""

PASSAGE_KINDS = {
    "WAV (*.wav)": "wav",
    "FLAC (*.flac)": "flac",
    "AIFF (*.aiff)": "aiff",
    "Ogg Vorbis (*.ogg)": "ogg",
    "MP3 (*.mp3)": "mp3",
}
"""Kinds of audio files as a dialog has them, and their endings."""

SHEET_KINDS = {"PDF (*.pdf)": "pdf", "Picture (*.png)": "png"}
"""Kinds of song sheets as a dialog has them, and their endings."""

SECTION_FILES = tr("JAMS, Audacity labels, Sonic Visualiser (*.jams *.txt *.svl)")
BEAT_FILES = tr("Beats, Audacity labels, MIDI, JAMS, Sonic Visualiser (*.beats *.txt *.mid *.midi *.jams *.svl)")


class ClipFiles(QObject):
    """Asks where files are or go, writes and reads them in the background, and says how it went."""

    def __init__(self, page: "ClipPage", runner: TaskRunner, settings: Settings, notices: NoticeBar) -> None:
        super().__init__(page)
        self._page, self._runner, self._settings, self._notices = page, runner, settings, notices

    def dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        """Return a dialog that begins where the last one ended."""
        dialog = QFileDialog(self._page, title, first_folder(self._settings.get(FOLDER)))
        dialog.setFileMode(mode)
        dialog.filesSelected.connect(lambda names: self._settings.put(FOLDER, str(folder_of(Path(names[0])))))
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def ask_for_tables(self) -> None:
        """Open a dialog for where the tables go."""
        dialog = self.dialog(tr("Export tables to folder"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.export_tables(Path(names[0])))
        dialog.open()

    def export_tables(self, folder: Path) -> None:
        """Write all tables of the clip into a new folder in `folder`, named after it; a notice says how it went."""
        analysis = self._page.controller.analysis
        if analysis is None:
            return
        task = self._runner.run(clip_jobs.export_tables, analysis, folder)
        task.succeeded.connect(
            lambda made: self._notices.show_info(tr("Tables saved in {path}.", path=one_line(str(made))))
        )
        task.failed.connect(lambda error: self._notices.show_failure(tr("The tables could not be written"), error))

    def ask_for_beats(self) -> None:
        """Open a dialog for a file of beats."""
        dialog = self.dialog(tr("Import beats"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([BEAT_FILES, tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.import_beats(Path(names[0])))
        dialog.open()

    def import_beats(self, path: Path) -> None:
        """Take the beats of a file for the clip that is shown; it can be undone."""
        view = self._page.view
        shown = view.path
        task = self._runner.run(clip_jobs.read_beats, path, view.timeline.duration, view.beats.editor.grid)
        task.succeeded.connect(lambda read: self._take_beats(read, path) if view.path == shown else None)
        task.failed.connect(lambda error: self._notices.show_failure(tr("The beats could not be read"), error))

    def _take_beats(self, read: "tuple[BeatGrid, Note | None]", path: Path) -> None:
        grid, warning = read
        self._page.view.beats.import_grid(grid, path.name)
        if warning is not None:
            self._notices.show_warning(str(warning))

    def ask_for_sections(self) -> None:
        """Open a dialog for a file of sections."""
        dialog = self.dialog(tr("Import sections"), QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([SECTION_FILES, tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.import_sections(Path(names[0])))
        dialog.open()

    def import_sections(self, path: Path) -> None:
        """Take the sections of a file for the clip that is shown; it can be undone."""
        view = self._page.view
        shown = view.path
        task = self._runner.run(clip_jobs.read_sections, path, view.timeline.duration)
        task.succeeded.connect(lambda read: self._take_sections(read, path) if view.path == shown else None)
        task.failed.connect(lambda error: self._notices.show_failure(tr("The sections could not be read"), error))

    def _take_sections(self, read: "Sections", path: Path) -> None:
        self._page.view.sections.perform(read, tr("Import {name}", name=display_name(path)))

    def ask_to_export_beats(self) -> None:
        """Open a dialog for where the beats go."""
        dialog = self.dialog(tr("Export beats"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(BEAT_KINDS))
        dialog.setDefaultSuffix(BEAT_KINDS[dialog.nameFilters()[0]])
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(BEAT_KINDS[kind]))
        if self._page.view.path is not None:
            dialog.selectFile(f"{self._page.view.path.stem}.{dialog.defaultSuffix()}")
        dialog.filesSelected.connect(lambda names: self._export(Path(names[0]), dialog.selectedNameFilter()))
        dialog.open()

    def _export(self, path: Path, kind: str) -> None:
        if kind in _ANNOTATIONS and self._page.controller.analysis is not None:
            self.export_annotations(path, _ANNOTATIONS[kind])
        else:
            self.export_beats(path)

    def export_annotations(self, path: Path, kind: "AnnotationFormat") -> None:
        """Write beats, bars, key and more of the clip; files of their own for each begin with the name of `path`."""
        analysis = self._page.controller.analysis
        if analysis is None:
            return
        view = self._page.view
        analysis = replace(analysis, sections=view.sections.sections)
        task = self._runner.run(clip_jobs.write_annotations, analysis, view.beats.editor.grid, path, kind)
        task.succeeded.connect(self._tell_annotations)
        task.failed.connect(lambda error: self._notices.show_failure(tr("The annotations could not be written"), error))

    def _tell_annotations(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            self._notices.show_info(tr("Annotations saved in {path}.", path=one_line(str(paths[0]))))
        else:
            names = ", ".join(display_name(path) for path in paths)
            self._notices.show_info(tr("{names} saved in {path}.", names=names, path=one_line(str(paths[0].parent))))

    def export_beats(self, path: Path) -> None:
        """Write the beats of the clip; the ending of the name says as what."""
        task = self._runner.run(clip_jobs.write_beats, self._page.view.beats.editor.grid, path)
        task.succeeded.connect(
            lambda _: self._notices.show_info(tr("Beats saved in {path}.", path=one_line(str(path))))
        )
        task.failed.connect(lambda error: self._notices.show_failure(tr("The beats could not be written"), error))

    def ask_to_save_selection(self) -> None:
        """Open a dialog for where the selected passage goes."""
        from desktop.clip.picture.time_text import format_time

        view = self._page.view
        selection = view.timeline.selection
        if selection is None or view.path is None:
            self._notices.show_info(tr("Select a passage first: drag on the ruler, or with Shift in the picture."))
            return
        dialog = self.dialog(tr("Save selection as audio"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(PASSAGE_KINDS))
        dialog.setDefaultSuffix(PASSAGE_KINDS[dialog.nameFilters()[0]])
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(PASSAGE_KINDS[kind]))
        start, end = (format_time(edge).replace(":", ".") for edge in selection)
        dialog.selectFile(f"{view.path.stem} {start}-{end}.{dialog.defaultSuffix()}")
        source = view.path
        dialog.filesSelected.connect(lambda names: self.save_passage(source, selection, Path(names[0])))
        dialog.open()

    def save_passage(self, source: Path, passage: tuple[float, float], path: Path) -> None:
        """Write a passage of an audio file as one of its own; the ending of the name says as what."""
        found = self._page.view.found
        codec = "" if found is None else found.preview.source.format.codec
        bits = 16 if codec in ("8-bit", "16-bit") else 24
        task = self._runner.run(clip_jobs.save_passage, source, passage, path, bits)
        task.succeeded.connect(
            lambda _: self._notices.show_info(tr("Selection saved in {path}.", path=one_line(str(path))))
        )
        task.failed.connect(lambda error: self._notices.show_failure(tr("The selection could not be saved"), error))

    def ask_for_sheet(self) -> None:
        """Open a dialog for where the song sheet goes."""
        view = self._page.view
        if self._page.controller.analysis is None or view.path is None:
            return
        dialog = self.dialog(tr("Save song sheet"), QFileDialog.FileMode.AnyFile)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters(list(SHEET_KINDS))
        dialog.setDefaultSuffix(SHEET_KINDS[dialog.nameFilters()[0]])
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(SHEET_KINDS[kind]))
        dialog.selectFile(f"{view.path.stem}.{dialog.defaultSuffix()}")
        dialog.filesSelected.connect(lambda names: self.save_sheet(Path(names[0])))
        dialog.open()

    def save_sheet(self, path: Path) -> None:
        """Write the song sheet of the clip, with beats and sections as they are now; the ending says as what."""
        from desktop.sheet.making import write_sheet

        analysis = self._page.controller.analysis
        if analysis is None:
            return
        view = self._page.view
        rhythm = replace(analysis.rhythm, grid=view.beats.editor.grid)
        analysis = replace(analysis, sections=view.sections.sections, rhythm=rhythm)
        task = self._runner.run(write_sheet, analysis, path, self._page.controller.model)
        task.succeeded.connect(
            lambda _: self._notices.show_info(tr("Song sheet saved in {path}.", path=one_line(str(path))))
        )
        task.failed.connect(lambda error: self._notices.show_failure(tr("The song sheet could not be written"), error))
