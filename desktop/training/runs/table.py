"""The list of runs, and two or more of them side by side, as rows and columns."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from core.language import local_number, tr
from core.training.protocols import protocol_word
from desktop.training.families import FAMILIES
from desktop.widgets.plain_table import LEFT, RIGHT

if TYPE_CHECKING:
    from core.training.runs import Run

Index = QModelIndex | QPersistentModelIndex
TOP: Final = QModelIndex()
HEADINGS: Final = (tr("Name"), tr("Best accuracy"), tr("State"), tr("Made"), tr("Data"), tr("Began"))
WIDTHS: Final = (22, 14, 20, 18, 14, 17)
"""In units; all are in sight in a window of 1920 pixels."""
MOST_LETTERS: Final = 16
"""Of a heading."""
STATES: Final = {
    "running": tr("running"),
    "stopped": tr("stopped"),
    "interrupted": tr("interrupted"),
}


class RunModel(QAbstractTableModel):
    """One run a row, the newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.runs: list[Run] = []

    def show_runs(self, runs: "Sequence[Run]") -> None:
        """Show these."""
        if [run.folder for run in runs] == [run.folder for run in self.runs]:  # what is selected stays so
            self.runs = list(runs)
            if self.runs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self.runs) - 1, len(HEADINGS) - 1))
            return
        self.beginResetModel()
        self.runs = list(runs)
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.runs)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(HEADINGS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        return HEADINGS[section] if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return LEFT if role == Qt.ItemDataRole.TextAlignmentRole else None
        run = self.runs[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return "\n".join(filter(None, (run.title, run.note, str(run.folder) if run.is_elsewhere else "")))
        return _texts(run)[index.column()]


class Cells(QAbstractTableModel):
    """Texts under headings; numbers stand on the right."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: Sequence[str] = ()
        self.rows: Sequence[Sequence[str]] = ()
        self._n_left = 1

    def show_rows(self, headings: Sequence[str], rows: Sequence[Sequence[str]], n_left: int) -> None:
        """Show these; the first `n_left` columns hold words, the others numbers."""
        self.beginResetModel()
        self.headings, self.rows, self._n_left = headings, rows, n_left
        self.endResetModel()

    def rowCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = TOP) -> int:
        return 0 if parent.isValid() else len(self.headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section < self._n_left else RIGHT
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.headings[section]
        return _shortened(self.headings[section]) if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if index.column() < self._n_left else RIGHT
        return None


def _shortened(heading: str) -> str:
    """Return a heading without its middle where it is long: names of runs often differ in their ends."""
    return (
        heading
        if len(heading) <= MOST_LETTERS
        else f"{heading[: MOST_LETTERS // 2]}…{heading[-MOST_LETTERS // 2 + 1 :]}"
    )


def state_text(run: "Run") -> str:
    """Return how a run stands, with the fits that it holds where it is not finished."""
    where = tr(", elsewhere") if run.is_elsewhere else ""
    if run.state == "finished":
        return tr("finished") + where
    fits = (
        tr("{n_fits:,} fits", n_fits=run.n_fits)
        if run.n_expected is None
        else tr("{n_fits:,} of {n_expected:,} fits", n_fits=run.n_fits, n_expected=run.n_expected)
    )
    return f"{STATES.get(run.state, run.state)}, {fits}{where}"


def kind_text(run: "Run") -> str:
    """Return what was made: estimators by name, or a search."""
    experiment = run.experiment
    if experiment.grid is not None:
        return tr(
            "search: {family}, {strategy}",
            family=FAMILIES.get(experiment.grid.family, experiment.grid.family),
            strategy=experiment.grid.strategy,
        )
    names = [tr(one.name) for one in experiment.estimators]
    return tr("{n} estimators", n=len(names)) if len(names) > 2 else ", ".join(names)


def best_text(run: "Run") -> str:
    """Return the best score with its protocol and estimator."""
    best = run.best
    if best is None:
        return "–"
    protocol = protocol_word(best.protocol)
    return f"{local_number(best.mean, '.3f')} {protocol}, {FAMILIES.get(best.name) or tr(best.name)}"


def _texts(run: "Run") -> tuple[str, ...]:
    from core.training.runs import day_and_time

    best = "–" if run.best is None else f"{local_number(run.best.mean, '.3f')} {protocol_word(run.best.protocol)}"
    return (run.title, best, state_text(run), kind_text(run), run.experiment.data.name, day_and_time(run))
