import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets import notices
from desktop.widgets.notices import MOST_NOTICES, NoticeBar, one_line
from desktop.widgets.theme import DARK

LONG = "Something happened that takes many words to tell. " * 6


@pytest.fixture
def body(qtbot: QtBot) -> QWidget:
    """Content that fills its place, with a field that can have the keyboard."""
    body = QWidget()
    qtbot.addWidget(body)
    QVBoxLayout(body).addWidget(QLineEdit())
    body.resize(900, 500)
    return body


@pytest.fixture
def bar(body: QWidget) -> NoticeBar:
    return NoticeBar(body)


def show(qtbot: QtBot, body: QWidget) -> None:
    body.show()
    body.activateWindow()
    qtbot.waitUntil(body.isActiveWindow)


def test_the_bar_is_hidden_until_there_is_something_to_say(bar: NoticeBar) -> None:
    assert bar.isHidden()
    bar.show_error("It is empty.")
    assert not bar.isHidden()


def test_the_bar_comes_to_rest_once_a_notice_has_its_place(qtbot: QtBot, body: QWidget, bar: NoticeBar) -> None:
    class Requests(QObject):
        """Counts what asks for a layout, and ends what would not end by itself."""

        count = 0

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.LayoutRequest
            return event.type() == QEvent.Type.LayoutRequest and self.count > 50

    requests = Requests()
    bar.installEventFilter(requests)
    show(qtbot, body)
    bar.show_error(LONG)
    for _ in range(30):
        QCoreApplication.processEvents()
    assert 0 < requests.count < 10


def test_the_newest_notice_is_on_top_and_the_oldest_goes(bar: NoticeBar) -> None:
    for number in range(MOST_NOTICES + 2):
        bar.show_warning(f"notice {number}")
    assert [notice.text for notice in bar.notices()] == ["notice 4", "notice 3", "notice 2"]


def test_the_same_words_do_not_stand_twice(bar: NoticeBar) -> None:
    for text in ("first", "second", "first"):
        bar.show_info(text)
    assert [notice.text for notice in bar.notices()] == ["first", "second"]


def test_closing_the_last_notice_hides_the_bar(bar: NoticeBar) -> None:
    bar.show_error("It is empty.")
    close = bar.notices()[0].findChild(QToolButton)
    assert isinstance(close, QToolButton)
    assert close.accessibleName() == "Close notice"
    close.click()
    assert bar.notices() == []
    assert bar.isHidden()


def test_nothing_moves_when_a_notice_comes_and_goes(qtbot: QtBot, body: QWidget, bar: NoticeBar) -> None:
    show(qtbot, body)
    content = body.findChild(QLineEdit)
    assert isinstance(content, QLineEdit)
    before = content.geometry()
    bar.show_error("It is empty.")
    qtbot.waitUntil(lambda: bar.height() > 0)
    assert content.geometry() == before
    assert body.rect().contains(bar.geometry())
    bar.clear()
    assert content.geometry() == before


def test_a_notice_keeps_to_the_middle_and_grows_with_its_words(qtbot: QtBot, body: QWidget, bar: NoticeBar) -> None:
    show(qtbot, body)
    bar.show_error("It is empty.")
    short = bar.height()
    bar.show_error(LONG)
    qtbot.waitUntil(lambda: bar.height() > 2 * short)
    body.resize(400, 500)
    qtbot.waitUntil(lambda: bar.width() < 400)
    assert abs(bar.geometry().center().x() - body.rect().center().x()) <= 1


def test_escape_closes_the_notice_with_the_keyboard_and_gives_it_back(
    qtbot: QtBot, body: QWidget, bar: NoticeBar
) -> None:
    show(qtbot, body)
    field = body.findChild(QLineEdit)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    bar.show_error("first")
    bar.show_error("second")
    assert field.hasFocus()
    assert bar.take_focus()
    assert bar.notices()[0].close_button.hasFocus()
    qtbot.keyClick(bar.notices()[0].close_button, Qt.Key.Key_Escape)
    assert [notice.text for notice in bar.notices()] == ["first"]
    assert bar.notices()[0].close_button.hasFocus()
    qtbot.keyClick(bar.notices()[0].close_button, Qt.Key.Key_Space)
    assert bar.notices() == []
    assert field.hasFocus()
    assert not bar.take_focus()


def test_what_is_good_to_know_goes_by_itself_and_what_went_wrong_stays(
    qtbot: QtBot, body: QWidget, bar: NoticeBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "INFO_MS", 50)
    show(qtbot, body)
    bar.show_error("It is empty.")
    bar.show_warning("It is short.")
    bar.show_info("It is saved.")
    qtbot.waitUntil(lambda: len(bar.notices()) == 2)
    assert not any(notice._patience.isActive() for notice in bar.notices())
    assert [notice.kind for notice in bar.notices()] == ["warning", "error"]


def test_a_notice_that_is_being_used_does_not_go(
    qtbot: QtBot, body: QWidget, bar: NoticeBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(notices, "INFO_MS", 50)
    show(qtbot, body)
    bar.show_info("Clip 1 of 2.", ("Next clip", lambda: None))
    bar.take_focus()
    for _ in range(2):
        with qtbot.waitSignal(bar.notices()[0]._patience.timeout):
            pass
    assert len(bar.notices()) == 1


def test_details_unfold_on_request(qtbot: QtBot, body: QWidget, bar: NoticeBar) -> None:
    show(qtbot, body)
    bar.show_error("It went wrong.", "line 1\nline 2")
    notice = bar.notices()[0]
    box = notice.findChild(QPlainTextEdit)
    button = notice.findChild(QPushButton)
    assert isinstance(box, QPlainTextEdit)
    assert isinstance(button, QPushButton)
    assert box.isHidden()
    button.click()
    assert not box.isHidden()
    assert box.toPlainText() == "line 1\nline 2"
    qtbot.waitUntil(lambda: bar.height() > box.height() > 0)


def test_a_notice_can_offer_what_to_do_next(bar: NoticeBar) -> None:
    pressed: list[bool] = []
    bar.show_info("Clip 1 of 2.", ("Next clip", lambda: pressed.append(True)))
    button = bar.notices()[0].findChild(QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert pressed == [True]


def test_markup_and_line_breaks_in_a_name_are_shown_as_they_are(bar: NoticeBar) -> None:
    bar.show_error("<b>bold</b>\n.wav is empty.")
    notice = bar.notices()[0]
    assert notice.text == "<b>bold</b>␤.wav is empty."
    assert "bold</b>" in notice.accessibleName()
    assert one_line("tab\there") == "tab�here"


def test_a_change_of_theme_reaches_every_notice(bar: NoticeBar) -> None:
    bar.show_error("It is empty.")
    before = bar.grab().toImage()
    bar.set_theme(DARK)
    assert bar.grab().toImage() != before


def test_notices_leave_the_upper_edge_and_the_lowest_line_free(qtbot: QtBot, body: QWidget, bar: NoticeBar) -> None:
    show(qtbot, body)
    bar.show_info("It is saved.", ("Undo", lambda: None))
    bar.show_warning(LONG)
    qtbot.waitUntil(lambda: bar.height() > 40)
    assert bar.geometry().top() > body.height() // 2
    assert bar.geometry().bottom() < body.height() - 40
    for notice in bar.notices():
        wanted = notice.heightForWidth(notice.width())
        assert notice.height() >= wanted  # nothing is squeezed
