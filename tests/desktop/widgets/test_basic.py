from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop.widgets.basic import open_menu


def test_a_button_is_not_lit_once_its_menu_has_closed_with_the_mouse_elsewhere(qtbot: QtBot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    menu = QMenu(button)
    menu.addAction("One")
    open_menu(button, menu)
    button.show()
    qtbot.waitExposed(button)
    for place, lit in ((QPoint(-300, -300), False), (button.rect().center(), True)):
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
        QCursor.setPos(button.mapToGlobal(place))
        menu.close()
        assert button.underMouse() == lit
