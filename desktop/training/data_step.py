"""The first step: data to learn from, what its columns mean, and what the doctor says of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from core.dataset.jobs import DataRequest
from desktop.state_page import StatePage
from desktop.theme import Theme
from desktop.training.session import TrainingSession
from desktop.training.step import Host, Step

TABLES: Final = (".csv", ".tsv", ".txt", ".parquet", ".pq")
INVITATION: Final = (
    "a table of features with a label for each song (CSV, Parquet), or a folder whose subfolders are the classes. "
    "Its doctor finds copies, giveaway columns and other faults before you train."
)


class DataStep(Step):
    """Empty: an invitation. With data: what it is beside what the doctor says."""

    key = "data"
    title = "Data"

    def __init__(self, session: TrainingSession, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(session, host, parent)
        self._state = StatePage()
        self._state.show_state(
            "open", "Drop a table or a folder", INVITATION, ("Open a table", self.ask_for_table),
            ("Open a folder", self.ask_for_folder), is_target=True,
        )  # fmt: skip
        self._stack = QStackedWidget()
        self._stack.addWidget(self._state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def status(self) -> str:
        dataset = self.session.dataset
        return "" if dataset is None else f"{len(dataset):,} rows, {len(dataset.classes)} classes"

    def take_drop(self, paths: Sequence[Path]) -> bool:
        if len(paths) != 1:
            return False
        self.open(paths[0])
        return True

    def open(self, path: Path) -> None:
        """Read a table or a folder."""
        if self.session.is_busy:
            self.host.notices.show_warning(f"{self.session.busy_with} is still going on; cancel it first.")
            return
        self.session.read(DataRequest("folder" if path.is_dir() else "table", path))

    def ask_for_table(self) -> None:
        """Let the user choose a table."""
        dialog = self.host.open_dialog("Open a table", QFileDialog.FileMode.ExistingFile)
        patterns = " ".join(f"*{suffix}" for suffix in TABLES)
        dialog.setNameFilters([f"Tables ({patterns})", "All files (*)"])
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def ask_for_folder(self) -> None:
        """Let the user choose a folder of folders."""
        dialog = self.host.open_dialog("Open a folder of folders", QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(lambda name: self.open(Path(name)))
        dialog.open()

    def set_theme(self, theme: Theme) -> None:
        super().set_theme(theme)
        self._state.set_theme(theme)
