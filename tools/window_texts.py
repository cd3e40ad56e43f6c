"""Texts of the window in a language: those that are cut off, and those that are not translated.

`python -m tools window-texts --language de` brings the window into its views at 1280 x 800 and prints every text that
has too little room. `--language marked` puts each text that is translated into brackets and prints what stands outside
of them: texts that are not given to `core.language.tr`. The exit code is 1 where something was found.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator, Sequence

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from core.language import Language, choose
from desktop.languages import LANGUAGES, choose_language
from desktop.widgets.basic import ElidedLabel

MARKED = "marked"
SIZE = QSize(1280, 800)
OPEN, SHUT = "\u27e6", "\u27e7"
HORIZONTAL = Qt.Orientation.Horizontal
NEVER = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
DISPLAY, TIP = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was found; the exit code is 1 where something was."""
    parser = argparse.ArgumentParser(prog="python -m tools window-texts", description="Check the texts of the window.")
    parser.add_argument("views", metavar="VIEW", nargs="*", help="default: all")
    parser.add_argument("--language", choices=[*LANGUAGES, MARKED], default="en", help="default: English")
    chosen = parser.parse_args(arguments)
    if chosen.language == MARKED:
        choose(Language(MARKED, lambda text: f"{OPEN}{text}{SHUT}"))
    else:
        choose_language(chosen.language)
    found: set[str] = set()
    for line in findings(chosen.views, chosen.language):
        if line not in found:  # one text stands in several views
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()
        found.add(line)
    sys.stdout.write(f"{len(found)} texts found in {chosen.language}\n")
    return 1 if found else 0


def findings(views: Sequence[str], language: str) -> Iterator[str]:
    """Yield what is wrong with the texts of each view, with the view's name."""
    import tempfile
    from pathlib import Path

    from desktop.app import make_application
    from tools.studio import fresh_window, names_of_views, pause

    app = make_application()
    with tempfile.TemporaryDirectory() as shelf:
        for name, view in names_of_views().items():
            if views and name not in views:
                continue
            sys.stderr.write(f"{name}\n")
            with fresh_window(app, SIZE, "light", Path(shelf)) as studio:
                view(studio)
                pause(250)
                window = studio.window
                if language == MARKED:
                    yield from unmarked_texts(window)
                else:
                    yield from (f"{name}: {line}" for line in cut_texts(window))


def unmarked_texts(window: QWidget) -> Iterator[str]:
    """Yield the texts of a window, shown or not, that have letters outside of brackets."""
    for text, place in texts_of(window):
        if re.search(r"[A-Za-z]{2}", without_marked(text)):
            yield f"{place}: {text!r}"


def without_marked(text: str) -> str:
    """Return a text without what stands in brackets, which may lie within each other."""
    less = re.sub(f"{OPEN}[^{OPEN}{SHUT}]*{SHUT}", "", text)
    return less if less == text else without_marked(less)


def texts_of(window: QWidget) -> Iterator[tuple[str, str]]:
    """Yield every text of a window with the name of what has it."""
    for widget in [window, *window.findChildren(QWidget)]:
        kind = type(widget).__name__
        place = f"{kind} {widget.objectName()}".strip()
        yield widget.toolTip(), f"{place} tip"
        yield widget.accessibleName(), f"{place} name"
        if isinstance(widget, QLabel | QAbstractButton):
            yield widget.text(), place
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText(), f"{place} placeholder"
        if isinstance(widget, QTabBar):
            yield from ((widget.tabText(tab), place) for tab in range(widget.count()))
        if isinstance(widget, QComboBox):
            yield from ((widget.itemText(row), place) for row in range(widget.count()))
        if isinstance(widget, QTableView) and widget.model() is not None:
            model = widget.model()
            for section in range(model.columnCount()):
                yield from ((str(model.headerData(section, HORIZONTAL, role)), place) for role in (DISPLAY, TIP))
    for action in window.findChildren(QAction):
        yield action.text(), "QAction"
        yield action.toolTip(), "QAction tip"


def cut_texts(window: QWidget) -> Iterator[str]:
    """Yield the texts that are shown in less room than they need, and not shortened on purpose with a tip."""
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        place = type(widget).__name__
        if isinstance(widget, QTabBar):
            if widget.tabSizeHint(0).isValid() and _tabs_are_cut(widget):
                yield f"{place}: tabs beginning with {widget.tabText(0)!r}"
        elif isinstance(widget, QScrollArea):
            content, room = widget.widget(), widget.viewport().width()
            if content is not None and widget.horizontalScrollBarPolicy() == NEVER and content.width() > room:
                yield f"{place}: {widget.accessibleName()!r} is wider than its place"
        elif isinstance(widget, QHeaderView):
            yield from (f"{place}: {text!r}" for text in _cut_headings(widget))
        elif isinstance(widget, QLabel | QAbstractButton | QComboBox | QLineEdit) and (text := _cut(widget)):
            yield f"{place}: {text!r}"


def _cut(widget: QLabel | QAbstractButton | QComboBox | QLineEdit) -> str:
    """Return the text of a widget that is too small for it; empty where all is well."""
    metrics = widget.fontMetrics()
    if isinstance(widget, QLineEdit):
        text = widget.placeholderText()
        has_room = bool(widget.text()) or metrics.horizontalAdvance(text) <= widget.width() - 8
        return "" if has_room else text
    if isinstance(widget, QComboBox):
        text = widget.currentText()
        return "" if metrics.horizontalAdvance(text) <= widget.width() - 20 or widget.toolTip() else text
    text = widget.text()
    if not text or isinstance(widget, ElidedLabel):  # a label that shortens itself says all in its tip
        return ""
    if isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly:
        return ""
    if isinstance(widget, QLabel) and widget.wordWrap():
        return "" if widget.heightForWidth(widget.width()) <= widget.height() + 1 else text
    return "" if widget.sizeHint().width() <= widget.width() + 1 else text


def _tabs_are_cut(bar: QTabBar) -> bool:
    metrics = bar.fontMetrics()
    rooms = [bar.tabRect(tab).width() for tab in range(bar.count())]
    needs = [metrics.horizontalAdvance(bar.tabText(tab)) for tab in range(bar.count())]
    is_scrolled = sum(rooms) > bar.width() + 1
    return is_scrolled or any(need > room for need, room in zip(needs, rooms, strict=True))


def _cut_headings(header: QHeaderView) -> Iterator[str]:
    model, metrics = header.model(), header.fontMetrics()
    if header.orientation() != HORIZONTAL:
        return
    for section in range(header.count()):
        if header.isSectionHidden(section) or header.sectionViewportPosition(section) > header.width():
            continue
        lines = str(model.headerData(section, HORIZONTAL, DISPLAY)).split("\n")
        if max(map(metrics.horizontalAdvance, lines)) > header.sectionSize(section):
            yield "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
