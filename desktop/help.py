"""Two small windows: the keys, and the versions of the program and its parts."""

import platform
from collections.abc import Sequence
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QWidget

from desktop.widgets.basic import label
from desktop.widgets.theme import UNIT

Section = tuple[str, list[tuple[str, str]]]
"""A heading and its rows."""

COMPONENTS = ("PySide6_Essentials", "pyqtgraph", "numpy", "scipy", "librosa", "soundfile", "onnxruntime", "av")


class _SideWindow(QDialog):
    """Sections of two columns under headings, side by side."""

    def __init__(self, title: str, columns: Sequence[Sequence[Section]], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        row.setSpacing(6 * UNIT)
        for sections in columns:
            row.addLayout(_column(sections))


def _column(sections: Sequence[Section]) -> QFormLayout:
    form = QFormLayout()
    form.setHorizontalSpacing(4 * UNIT)
    form.setVerticalSpacing(UNIT)
    for place, (heading, rows) in enumerate(sections):
        title = label(heading, "clipName")
        title.setContentsMargins(0, UNIT if place else 0, 0, 0)
        form.addRow(title)
        for left, right in rows:
            form.addRow(label(left, "muted"), label(right))
    return form


class KeysWindow(_SideWindow):
    """Which key does what, menu by menu."""

    def __init__(self, keys_by_menu: Sequence[Section], parent: QWidget) -> None:
        sections = [(title or "Everywhere", pairs) for title, pairs in keys_by_menu]
        super().__init__("Keys", in_two_columns(sections), parent)


class AboutWindow(_SideWindow):
    """Versions of the program and its parts."""

    def __init__(self, parent: QWidget) -> None:
        rows = [("Python", platform.python_version())]
        rows += [(name, version) for name in COMPONENTS if (version := version_of(name))]
        heading = f"Groovescope {version_of('groovescope')}".strip()
        super().__init__("About Groovescope", [[(heading, rows)]], parent)


def in_two_columns(sections: Sequence[Section]) -> list[list[Section]]:
    """Sections in their order, in two columns of about the same height."""
    heights = [len(rows) + 2 for _, rows in sections]
    left = min(range(len(sections) + 1), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))
    return [list(sections[:left]), list(sections[left:])]


def version_of(distribution: str) -> str:
    """Return the installed version; "" where it is not recorded, as in some frozen programs."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""
