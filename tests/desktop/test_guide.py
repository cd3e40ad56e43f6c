"""The guide in its window."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.guide import GUIDE, GuideWindow
from desktop.main_window import MainWindow
from desktop.settings import Settings
from desktop.tasks import TaskRunner
from desktop.widgets.style import ThemeSwitch
from desktop.widgets.theme import LIGHT
from tests.waiting import PATIENCE_MS

TEXT = """# Title

## First part

Words about beats. ![A wide picture](wide.png) See [the other page](other.md) or [the web](https://example.org/).

## Second part

### Within the second

Beats again, and `code`.
"""


@pytest.fixture
def guide(tmp_path: Path, qtbot: QtBot) -> GuideWindow:
    (tmp_path / "guide.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "other.md").write_text("# Other\n\nNothing here.\n", encoding="utf-8")
    assert QImage(3000, 10, QImage.Format.Format_RGB32).save(str(tmp_path / "wide.png"))
    window = GuideWindow(LIGHT, tmp_path / "guide.md")
    qtbot.addWidget(window)
    window.resize(700, 300)
    window.show()
    return window


def guides(qapp: QApplication) -> list[GuideWindow]:
    return [widget for widget in qapp.topLevelWidgets() if isinstance(widget, GuideWindow)]


def headings(window: GuideWindow) -> list[str]:
    return [window.contents.item(row).text().strip() for row in range(window.contents.count())]


def test_the_contents_name_the_headings_and_lead_to_them(guide: GuideWindow) -> None:
    assert headings(guide) == ["First part", "Second part", "Within the second"]
    guide.contents.setCurrentRow(1)
    assert guide.page.textCursor().block().text() == "Second part"


def test_words_are_found_one_after_another_and_from_the_start_again(guide: GuideWindow, qtbot: QtBot) -> None:
    guide.field.setFocus()
    qtbot.keyClicks(guide.field, "beats")
    places = [guide.page.textCursor().selectionStart()]
    for _ in range(2):
        qtbot.keyClick(guide.field, Qt.Key.Key_Return)
        places.append(guide.page.textCursor().selectionStart())
    assert places[0] < places[1] and places[2] == places[0]
    qtbot.keyClicks(guide.field, "xyz")
    assert guide.found.text() == "Not found"
    guide.field.clear()
    guide.find_text()
    assert not guide.found.text()


def test_links_to_pages_are_followed_and_lead_back(guide: GuideWindow) -> None:
    guide.page.anchorClicked.emit(QUrl("other.md"))
    assert "Nothing here." in guide.page.toPlainText()
    assert headings(guide) == []
    assert guide.back.isEnabled()
    guide.back.click()
    assert headings(guide)[0] == "First part"


def test_what_is_selected_stays_so_in_another_width(guide: GuideWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(guide.field, "again")
    place = guide.page.textCursor().selectionStart()
    with qtbot.waitSignal(guide.page._resized.timeout, timeout=PATIENCE_MS):
        guide.resize(500, 300)
    assert (guide.page.textCursor().selectionStart(), guide.page.textCursor().selectedText()) == (place, "again")


def test_a_picture_is_no_wider_than_the_page(guide: GuideWindow) -> None:
    name = QUrl("wide.png")
    picture = guide.page.loadResource(2, name)  # the number of pictures among Qt's resources
    assert picture.width() / picture.devicePixelRatio() <= guide.page.viewport().width()


def test_the_shipped_guide_opens_once_and_closes_with_the_window(
    qtbot: QtBot, qapp: QApplication, runner: TaskRunner, settings: Settings
) -> None:
    window = MainWindow(runner, settings, ThemeSwitch("light", qapp))
    window.actions_by_key["guide"].trigger()
    (guide,) = guides(qapp)
    assert "The library" in headings(guide)
    window.actions_by_key["guide"].trigger()
    assert guides(qapp) == [guide]
    window.close()
    window.deleteLater()
    qtbot.waitUntil(lambda: not guides(qapp), timeout=PATIENCE_MS)


def test_every_picture_and_page_that_the_guide_names_is_there() -> None:
    for page in (GUIDE, GUIDE.with_name("search.md"), GUIDE.with_name("scale.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
