"""The popup of columns is filled when it is opened, and says what is ticked before that, too."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.features.table import Column
from desktop.widgets.column_chooser import ColumnChooser


def test_thousands_of_columns_cost_nothing_until_the_popup_is_opened(qtbot: QtBot) -> None:
    chooser, button = ColumnChooser(), QPushButton()
    qtbot.addWidget(chooser)
    qtbot.addWidget(button)
    columns = [Column(f"f{place}", "", "") for place in range(3000)]
    kept = frozenset(one.name for one in columns[5:])
    chooser.set_columns([("Other", columns)], kept, frozenset(one.name for one in columns))
    assert chooser.tree.topLevelItemCount() == 0
    assert chooser.shown() == kept
    chooser.open_below(button)
    heading = chooser.tree.topLevelItem(0)
    assert heading is not None
    assert heading.childCount() == 3000
    assert heading.checkState(0) == Qt.CheckState.PartiallyChecked
    assert chooser.shown() == kept
    with qtbot.waitSignal(chooser.chosen) as heard:
        heading.child(0).setCheckState(0, Qt.CheckState.Checked)
    assert heard.args == [kept | {"f0"}]
    chooser.search.setText("f299")
    assert [one.text(0) for one in chooser._items() if not one.isHidden()] == ["f299", *(f"f299{n}" for n in range(10))]
    chooser.close()
