"""The library tab: its parts, the catalogue they share, and what stands there while there is no table."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QTabBar, QVBoxLayout, QWidget

from core.audio.files import AUDIO_EXTENSIONS
from core.language import tr
from desktop.late_page import LatePage
from desktop.library.batch_strip import BatchStrip
from desktop.library.undo_words import in_words
from desktop.opening import first_folder, folder_of
from desktop.settings import FOLDER, LIBRARY, LIBRARY_LAYOUT, OUTPUT, VOLUME, Settings
from desktop.tasks import TaskRunner
from desktop.widgets.notices import Notice, NoticeBar, one_line
from desktop.widgets.status import ProgressStrip, StripWords
from desktop.widgets.theme import LIGHT, Theme

if TYPE_CHECKING:
    from core.library.records import FileCheck
    from desktop.library.batch_desk import BatchDesk
    from desktop.library.commands import TrackCommands
    from desktop.library.controller import Found, LibraryController
    from desktop.library.exporting import Exporter
    from desktop.library.finding import FileFinder
    from desktop.library.judge import GenreJudge
    from desktop.library.tag_desk import TagDesk
    from desktop.library.view import LibraryView

HINT: Final = tr("Space: play · Return: open · Ctrl+L: label · Ctrl+F: filter · F1: guide · ?: keys")
OPENING: Final = tr("Opening the library")
LIBRARY_KIND: Final = tr("Groovescope library (*.sqlite)")
INVITATION: Final = tr(
    "All audio files in it and its subfolders are analysed. Then sort, filter by tempo, key or "
    "sound, find similar tracks and add labels."
)


class LibraryPage(LatePage):
    """The library tab, which is built when it is first needed."""

    name = tr("Library")
    needed_modules = (
        "desktop.library.batch_desk", "desktop.library.commands", "desktop.library.controller",
        "desktop.library.exporting", "desktop.library.finding", "desktop.library.judge", "desktop.library.tag_desk",
        "desktop.library.view",
    )  # fmt: skip
    drop_text = tr("Drop to add to the library")

    built = Signal()
    open_requested = Signal(object)
    """A path to open in the clip tab."""
    sound_started = Signal()
    menu_requested = Signal(QPoint)

    view: "LibraryView"
    controller: "LibraryController"
    commands: "TrackCommands"
    exporter: "Exporter"
    finder: "FileFinder"
    desk: "BatchDesk"
    judge: "GenreJudge"
    tags: "TagDesk"

    def __init__(
        self, runner: TaskRunner, settings: Settings, notices: NoticeBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._settings = settings
        self._notices = notices
        self._theme = LIGHT
        self.batch_strip = BatchStrip()
        self.export_strip = ProgressStrip(
            StripWords(tr("Progress of the export"), tr("Cancel export"), tr("Stop the export"))
        )
        self.judge_strip = ProgressStrip(
            StripWords(tr("Progress of the prediction"), tr("Cancel prediction"), tr("Stop the prediction"))
        )
        for strip in (self.export_strip, self.judge_strip):
            strip.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    # --- what the window asks --------------------------------------------------------------------------------------

    def hint(self) -> str:
        return HINT if self.is_built and self.view.has_table else ""

    def abilities(self) -> frozenset[str]:
        if not self.is_built:
            return frozenset()
        able = {"library seen"}
        can_edit, n_selected = self.controller.is_editable, len(self.view.selected_ids())
        has_sound = n_selected > 0 or self.view.audition.track_id is not None
        conditions = {
            "library": self.controller.catalogue is not None,
            "library editable": can_edit,
            "track": n_selected == 1,
            "tracks": n_selected > 0,
            "tracks editable": n_selected > 0 and can_edit,
            "tables": self.view.has_table and len(self.view.model.ids) > 0,
            "sound": has_sound,
            "undo": can_edit and self.controller.next_actions[0] is not None,
            "redo": can_edit and self.controller.next_actions[1] is not None,
        }
        return frozenset(able | {name for name, is_met in conditions.items() if is_met})

    def enter(self) -> None:
        self.when_built(self._enter)

    def _enter(self) -> None:
        self.view.audition.set_volume(self._settings.get(VOLUME))
        self.view.audition.player.set_device(self._settings.get(OUTPUT))
        self._invite_keys()

    def take_drop(self, paths: Sequence[Path]) -> None:
        self.add(paths)

    def toggle_play(self) -> None:
        self.commands.toggle_play()

    def undo(self) -> None:
        self.commands.undo()

    def redo(self) -> None:
        self.commands.redo()

    def undo_texts(self) -> tuple[str, str]:
        if not self.is_built:
            return "", ""
        undo, redo = self.controller.next_actions
        return in_words(undo), in_words(redo)

    def skip(self, seconds: float) -> None:
        self.view.audition.skip(seconds)

    def fall_silent(self) -> None:
        if self.is_built:
            self.view.audition.pause()

    def escape(self) -> None:
        if self.is_built:
            self.controller.leave_similar()
            self.view.go_to_table()

    def ask_for_export(self) -> None:
        self.exporter.ask()

    def write_tags(self) -> None:
        """Show what would change in the tags of the selected files."""
        self.tags.preview(self.view.selected_ids().tolist())

    def use_model(self) -> None:
        """Another model judges from now on; a library that is not open follows when it is."""
        if self.is_built:
            self.judge.use_model()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        if self.is_built:
            self.view.set_theme(theme)
            self.desk.popup.set_theme(theme)

    def remember(self, settings: Settings) -> None:
        self.end_loading()
        if self.is_built:
            settings.put(LIBRARY_LAYOUT, self.view.layout_state())
            self.view.audition.close_player()
            self.judge.shut_down()
            self.desk.batch.shut_down()
            self.controller.shut_down()

    # --- the catalogue ---------------------------------------------------------------------------------------------

    def show_parts(self) -> None:
        self.set_theme(self._theme)
        self.built.emit()
        self.open_library(self.library_path())

    def library_path(self) -> Path:
        """Return the path of the catalogue: the chosen one, or the default of this user."""
        from core.library import default_catalogue_path

        chosen = self._settings.get(LIBRARY)
        return Path(chosen) if chosen else default_catalogue_path()

    def open_library(self, path: Path) -> None:
        """Open a catalogue in place of the one that is open."""
        self.view.show_state("library", OPENING, one_line(str(path)))
        self.batch_strip.hide()
        self.controller.open(path)

    def set_aside(self) -> None:
        """Rename the damaged catalogue, which nothing deletes, and begin a new one in its place."""
        from core.library.connection import set_aside

        try:
            aside = set_aside(self.library_path())
        except OSError as problem:
            self._notices.show_error(tr("The library could not be renamed: {reason}.", reason=problem.strerror))
            return
        self._notices.show_info(tr("Damaged library kept as {name}.", name=aside.name))
        self.open_library(self.library_path())

    def ask_for_library(self) -> None:
        """Open a dialog for another catalogue or the name of a new one."""
        dialog = self._open_dialog(tr("Open or create library"), QFileDialog.FileMode.AnyFile)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setLabelText(QFileDialog.DialogLabel.Accept, tr("Open"))
        dialog.setNameFilters([LIBRARY_KIND])
        dialog.setDefaultSuffix("sqlite")
        dialog.fileSelected.connect(lambda name: self.choose_library(Path(name)))
        dialog.open()

    def choose_library(self, path: Path) -> None:
        """Use another catalogue from now on."""
        if self.desk.batch.is_running:
            self._notices.show_warning(
                tr("A batch is running. Cancel it or wait until it has finished, then change the library.")
            )
            return
        self._settings.put(LIBRARY, str(path))
        self.open_library(path)

    # --- adding ----------------------------------------------------------------------------------------------------

    def add(self, paths: Sequence[Path]) -> None:
        """Analyse files and folders into the library."""
        self.when_built(lambda: self.desk.add(paths))

    def ask_for_files(self) -> None:
        """Open a dialog for files to add."""
        patterns = " ".join(f"*{extension}" for extension in sorted(AUDIO_EXTENSIONS))
        dialog = self._open_dialog(tr("Add files to library"), QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([tr("Audio and video ({patterns})", patterns=patterns), tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Open a dialog for a folder to add."""
        dialog = self._open_dialog(tr("Add folder to library"), QFileDialog.FileMode.Directory)
        dialog.filesSelected.connect(lambda names: self.add([Path(name) for name in names]))
        dialog.open()

    def open_batch_settings(self) -> None:
        """Show how much of the computer a batch may use."""
        self.desk.open_settings(self.view.add_button)

    # --- what the catalogue says -----------------------------------------------------------------------------------

    def _take_opened(self) -> None:
        self.view.set_editable(self.controller.is_editable)
        if not self.controller.is_editable:
            self._notices.show_warning(self.controller.cannot_write())
        self.changed.emit()

    def _take_trouble(self, text: str, is_damaged: bool) -> None:
        choices = [
            (tr("Try again"), lambda: self.open_library(self.library_path())),
            (tr("Open another library…"), self.ask_for_library),
        ]
        if is_damaged:
            choices.insert(1, (tr("Set aside and create new"), self.set_aside))
        self.view.show_state("error", tr("The library cannot be opened"), one_line(text), *choices, is_trouble=True)
        self.changed.emit()

    def _take_found(self, found: "Found") -> None:
        had_table = self.view.has_table
        self.view.show_found(found)
        if not len(found.ids):
            self._explain_nothing(found)
        elif not had_table and self.isVisible():
            self._invite_keys()
        self.changed.emit()

    def _invite_keys(self) -> None:
        """Move the focus to the table, unless it is in a field of this page or on the tabs."""
        focus = QApplication.focusWidget()
        is_typing = isinstance(focus, QLineEdit) and self.isAncestorOf(focus)
        if is_typing or isinstance(focus, QTabBar):
            return
        if self.view.has_table:
            self.view.go_to_table()
        else:
            self.view.setFocus()  # so that no button is marked before anybody reached for the keyboard

    def _tell_missing(self, check: "FileCheck") -> None:
        if check.n_missing:
            text = (
                tr("1 file is missing.")
                if check.n_missing == 1
                else tr("{n_files:,} files are missing.", n_files=check.n_missing)
            )
            show = (tr("Show"), lambda: self.view.filter_bar.set_text("is:missing"))
            self._notices.add(Notice("warning", text, action=show))
        else:
            found = [tr("{n_found:,} found again.", n_found=check.n_found)] if check.n_found else []
            self._notices.show_info(" ".join([tr("No missing files."), *found]))

    def _explain_nothing(self, found: "Found") -> None:
        if found.total:
            text = tr("No track matches “{path}”.", path=one_line(found.query.text))
            clear = (tr("Clear filter"), self.view.filter_bar.field.clear)
            self.view.show_nothing("search", tr("Nothing found"), text, clear)
        elif self.desk.batch.is_running:
            text = tr("Tracks appear here as they finish.")
            self.view.show_state("library", tr("Analysing the first tracks"), text)
        elif self.controller.is_editable:
            choices = ((tr("Add folder"), self.ask_for_folder), (tr("Add files"), self.ask_for_files))
            self.view.show_state("library", tr("Drop a folder here"), INVITATION, *choices, is_target=True)
        else:
            self.view.show_state("library", tr("The library is empty"), self.controller.cannot_write())

    # --- building --------------------------------------------------------------------------------------------------

    def build_parts(self) -> Iterator[None]:
        from desktop.library.batch_desk import BatchDesk
        from desktop.library.commands import TrackCommands
        from desktop.library.controller import LibraryController
        from desktop.library.exporting import Exporter
        from desktop.library.finding import FileFinder
        from desktop.library.judge import GenreJudge
        from desktop.library.tag_desk import TagDesk
        from desktop.library.view import LibraryView

        notices = self._notices
        self.controller = controller = LibraryController(self)
        yield
        self.view = LibraryView(controller)
        yield
        self.commands = TrackCommands(self.view, controller, notices, self)
        self.exporter = Exporter(
            self.view, controller, self._runner, notices, self.export_strip, self._open_dialog, self._settings, self
        )
        self.desk = BatchDesk(controller, self.batch_strip, notices, self._settings, self)
        self.judge = GenreJudge(
            controller, self.desk.batch, self._runner, notices, self.judge_strip, self._settings, self
        )
        self.finder = FileFinder(self.view, controller, self.desk, notices, self._settings, self._open_dialog, self)
        self.tags = TagDesk(self.view, controller, self._runner, notices, self)
        self._column.addWidget(self.view)
        self._connect()
        self._fill_add_menu()
        controller.set_sorting(self.view.restore(self._settings.get(LIBRARY_LAYOUT)))

    def _connect(self) -> None:
        controller, view, commands, desk = self.controller, self.view, self.commands, self.desk
        controller.opened.connect(self._take_opened)
        controller.troubled.connect(self._take_trouble)
        controller.found.connect(self._take_found)
        controller.files_checked.connect(self._tell_missing)
        controller.failed.connect(self._notices.show_error)
        controller.actions_changed.connect(self.changed)
        commands.open_requested.connect(self.open_requested)
        commands.sound_started.connect(self.sound_started)
        commands.analysis_requested.connect(desk.retry)
        desk.failures_requested.connect(lambda: view.show_failures(True))
        view.opened.connect(commands.open_track)
        view.play_requested.connect(commands.play)
        view.toggle_requested.connect(commands.toggle_play)
        view.selection_changed.connect(self.changed)
        view.menu_requested.connect(self.menu_requested)
        details, failures = view.details, view.failures
        details.label_added.connect(lambda label: controller.add_label(view.selected_ids(), label))
        details.label_removed.connect(lambda label: controller.remove_label(view.selected_ids(), label))
        details.edited.connect(lambda column, value: controller.edit(view.selected_ids(), column, value))
        details.refused.connect(self._notices.show_error)
        failures.retry_requested.connect(desk.retry)
        failures.remove_requested.connect(controller.remove_failed)
        failures.folder_requested.connect(commands.show_location)

    def _fill_add_menu(self) -> None:
        menu = QMenu(self.view)
        menu.addAction(tr("Add folder…"), self.ask_for_folder)
        menu.addAction(tr("Add files…"), self.ask_for_files)
        menu.addMenu(self.finder.menu)
        menu.addSeparator()
        menu.addAction(tr("Batch settings…"), self.open_batch_settings)
        self.view.add_button.setMenu(menu)

    def _open_dialog(self, title: str, mode: QFileDialog.FileMode) -> QFileDialog:
        dialog = QFileDialog(self, title, first_folder(self._settings.get(FOLDER)))
        dialog.setFileMode(mode)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(lambda names: self._settings.put(FOLDER, str(folder_of(Path(names[0])))))
        return dialog
