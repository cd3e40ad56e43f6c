"""Two or more runs side by side: what differs between their settings, and their scores."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QHeaderView, QTableView, QVBoxLayout, QWidget

from core.language import local_number, tr
from desktop.training.families import FAMILIES
from desktop.training.runs.table import Cells
from desktop.widgets.basic import label
from desktop.widgets.plain_table import plain_table
from desktop.widgets.theme import UNIT

if TYPE_CHECKING:
    from core.training.run_comparison import ScoreRow
    from core.training.runs import Run

NAME, PROTOCOL, SCORE, SETTING, VALUE = 19 * UNIT, 9 * UNIT, 16 * UNIT, 22 * UNIT, 22 * UNIT
"""Widths at which two runs can be seen whole in a window of 1280 pixels."""
SHARED: Final = 3
"""So many runs share the width that there is; more of them are scrolled."""


class RunsCompared(QWidget):
    """Settings above, scores below, a column for each run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.settings, self.scores = Cells(), Cells()
        self.settings_table = plain_table(self.settings, tr("Settings that differ"))
        self.scores_table = plain_table(self.scores, tr("Scores side by side"))
        self.same = label(tr("All settings are the same."), "muted", wrap=True)
        self.no_scores = label(tr("None of these runs has a score."), "muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * UNIT, UNIT, 2 * UNIT, UNIT)
        column.setSpacing(UNIT)
        column.addWidget(label(tr("What differs"), "heading"))
        column.addWidget(self.same)
        column.addWidget(self.settings_table, 1)
        column.addWidget(label(tr("Accuracy, mean ± standard deviation over the folds"), "heading"))
        column.addWidget(self.no_scores)
        column.addWidget(self.scores_table, 1)

    def show_runs(self, runs: "Sequence[Run]") -> None:
        """Compare these."""
        from core.training.run_comparison import differences, scores_side_by_side

        titles = [run.title for run in runs]
        found = differences([run.experiment for run in runs])
        self.settings.show_rows(
            [tr("Setting"), *titles], [[one.setting, *one.values] for one in found], n_left=1 + len(titles)
        )
        rows = scores_side_by_side(runs)
        self.scores.show_rows([tr("Estimator"), tr("Protocol"), *titles], [_cells(row) for row in rows], n_left=2)
        for is_there, table, none in (
            (bool(found), self.settings_table, self.same),
            (bool(rows), self.scores_table, self.no_scores),
        ):
            table.setVisible(is_there)
            none.setVisible(not is_there)
        _fit(self.settings_table, [SETTING, *(VALUE for _ in titles)], len(titles))
        _fit(self.scores_table, [NAME, PROTOCOL, *(SCORE for _ in titles)], len(titles))


def _fit(table: QTableView, widths: Sequence[int], n_runs: int) -> None:
    n_named = len(widths) - n_runs
    for column, width in enumerate(widths):
        shares = column >= n_named and n_runs <= SHARED
        modes = QHeaderView.ResizeMode
        table.horizontalHeader().setSectionResizeMode(column, modes.Stretch if shares else modes.Interactive)
        table.setColumnWidth(column, width)


def _cells(row: "ScoreRow") -> list[str]:
    scores = [
        "–" if one is None else f"{local_number(one.mean, '.3f')} ± {local_number(one.spread, '.3f')}"
        for one in row.scores
    ]
    return [FAMILIES.get(row.name) or tr(row.name), row.protocol, *scores]
