"""What an export writes of a table: the rows and columns that are shown, in their order."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desktop.training.charts.export_button import Dialog, ExportButton, Table


def shown_table(view: QTableView, role: int = Qt.ItemDataRole.DisplayRole) -> Table:
    """Return headings and cells of a table as it is sorted and filtered, without hidden columns.

    `role` has the numbers with all their digits, where the model has one; other cells are as they are shown.
    """
    model, header = view.model(), view.horizontalHeader()
    order = sorted(range(model.columnCount()), key=header.visualIndex)
    columns = [one for one in order if not view.isColumnHidden(one)]
    headings = [str(model.headerData(one, Qt.Orientation.Horizontal)).replace("\n", " ") for one in columns]
    return headings, [[_cell(model, row, one, role) for one in columns] for row in range(model.rowCount())]


def _cell(model: Any, row: int, column: int, role: int) -> object:
    index = model.index(row, column)
    value = index.data(role)
    return value if isinstance(value, int | float) else index.data()


def table_export(
    title: str,
    view: QTableView,
    dialog: Dialog,
    role: int = Qt.ItemDataRole.DisplayRole,
    table: Callable[[], Table] | None = None,
) -> ExportButton:
    """Return a button that writes a table as CSV; `table` gives another content than what is shown."""
    return ExportButton(title, None, dialog, table or (lambda: shown_table(view, role)))
