import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop.notices import MOST_NOTICES, NoticeBar, one_line
from desktop.theme import DARK


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    bar = NoticeBar()
    qtbot.addWidget(bar)
    return bar


def test_the_bar_is_hidden_until_there_is_something_to_say(bar: NoticeBar) -> None:
    assert bar.isHidden()
    bar.show_error("It is empty.")
    assert not bar.isHidden()


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
    assert close.accessibleName() == "Close this notice"
    close.click()
    assert bar.notices() == []
    assert bar.isHidden()


def test_details_unfold_on_request(bar: NoticeBar) -> None:
    bar.show()
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
