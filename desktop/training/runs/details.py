"""One run: its name and note to be edited, its settings, and what can be done with it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from core.language import tr
from desktop.training.runs.table import best_text, state_text
from desktop.widgets.basic import label, push_button, scroll_area
from desktop.widgets.theme import UNIT, Theme

if TYPE_CHECKING:
    from core.training.runs import Run

LONGEST: Final = 200
NOTE_HEIGHT: Final = 9 * UNIT


class RunDetails(QWidget):
    """Name, note, buttons and settings of the selected run."""

    renamed = Signal(object, str, str)
    """A `Run`, its name and its note."""
    open_requested = Signal(object)
    resume_requested = Signal(object)
    delete_requested = Signal(object)
    folder_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: Run | None = None
        self.title = QLineEdit()
        self.title.setMaxLength(LONGEST)
        self.title.setAccessibleName(tr("Name of the run"))
        self.note = QPlainTextEdit()
        self.note.setAccessibleName(tr("Note"))
        self.note.setPlaceholderText(tr("Note"))
        self.note.setFixedHeight(NOTE_HEIGHT)
        self.note.setTabChangesFocus(True)
        self.note.setObjectName("note")
        self.state = label("", "muted", wrap=True)
        self.settings = label("", "muted", wrap=True)
        self.settings.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_button = push_button(
            tr("Open"),
            lambda: self.open_requested.emit(self._run),
            "primary",
            tr("Show its results without fitting again"),
        )
        self.resume_button = push_button(
            tr("Resume"), lambda: self.resume_requested.emit(self._run), tip=tr("Make the fits that are missing")
        )
        self.save_button = push_button(tr("Save name and note"), self._save)
        self.folder_button = push_button(tr("Show folder"), lambda: self.folder_requested.emit(self._run), "link")
        self.delete_button = push_button(tr("Delete"), lambda: self.delete_requested.emit(self._run), "link")
        self._arrange()
        self.title.textChanged.connect(self._refresh)
        self.title.returnPressed.connect(self._save)
        self.note.textChanged.connect(self._refresh)

    def show_run(self, run: "Run", *, busy: bool) -> None:
        """Show a run; what is being written in the fields of the same run is left alone."""
        from core.training.run_comparison import settings_in_words

        is_same = self._run is not None and self._run.folder == run.folder
        was_edited = is_same and self._is_edited()
        self._run = run
        if not was_edited:
            self.title.setText(run.title)
            self.title.setCursorPosition(0)
            self.note.setPlainText(run.note)
        best = best_text(run)
        self.state.setText(f"{state_text(run).capitalize()}." + (tr(" Best: {best}.", best=best) if run.best else ""))
        words = settings_in_words(run.experiment)
        place = [tr("Folder: {folder}", folder=run.folder)] if run.is_elsewhere else []
        self.settings.setText("\n".join([*place, *(f"{name}: {value}" for name, value in words.items())]))
        self.delete_button.setText(tr("Remove from list") if run.is_elsewhere else tr("Delete"))
        self.delete_button.setToolTip(tr("The folder itself stays") if run.is_elsewhere else "")
        unfinished = run.state in ("stopped", "interrupted")
        self.resume_button.setVisible(unfinished)
        self.resume_button.setEnabled(not busy)
        self.open_button.setEnabled(not busy and run.n_fits > 0)
        self.delete_button.setEnabled(run.is_elsewhere or run.state != "running")
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.setStyleSheet(
            f"""
            QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
            #note {{ border: 1px solid {theme.border}; border-radius: 6px; background: {theme.surface}; padding: 2px; }}
            #note:focus {{ border-color: {theme.accent}; }}
            """
        )

    def _is_edited(self) -> bool:
        run = self._run
        return run is not None and (self.title.text(), self.note.toPlainText()) != (run.title, run.note)

    def _refresh(self) -> None:
        self.save_button.setVisible(self._is_edited())
        self.save_button.setEnabled(bool(self.title.text().strip()))

    def _save(self) -> None:
        if self._run is not None and self._is_edited() and self.title.text().strip():
            self.renamed.emit(self._run, self.title.text().strip(), self.note.toPlainText())

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(UNIT)
        for button in (self.open_button, self.resume_button, self.save_button):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.folder_button, self.delete_button):
            buttons.addWidget(button)
        inner = QWidget()
        below = QVBoxLayout(inner)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.settings)
        below.addStretch(1)
        area = scroll_area(inner, tr("Run settings"))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(self.title)
        column.addWidget(self.note)
        column.addLayout(buttons)
        column.addWidget(self.state)
        column.addWidget(label(tr("Settings"), "heading"))
        column.addWidget(area, 1)
