"""Two small windows: the keys, and the versions of the program and its parts."""

import os
import platform
from collections.abc import Sequence
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QVBoxLayout, QWidget

from core.errors import log_path
from core.language import tr
from desktop.widgets.basic import label, push_button
from desktop.widgets.notices import one_line
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
        outer = self._below = QVBoxLayout(self)
        outer.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        outer.setSpacing(3 * UNIT)
        row = QHBoxLayout()
        row.setSpacing(6 * UNIT)
        outer.addLayout(row)
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
        sections = [(title or tr("Everywhere"), pairs) for title, pairs in keys_by_menu]
        super().__init__(tr("Keys"), in_two_columns(sections), parent)


class AboutWindow(_SideWindow):
    """Versions of the program and its parts, and a button that copies them as a report.

    Parameters
    ----------
    settings, library
        Where they are.
    """

    def __init__(self, settings: Path, library: Path, parent: QWidget) -> None:
        version = version_of("groovescope")
        self._heading = tr("Groovescope {version}", version=version).strip()
        self._parts = [(tr("Python"), platform.python_version())]
        self._parts += [(name, version) for name in COMPONENTS if (version := version_of(name))]
        self._places = [
            (
                tr("System"),
                tr("{platform}, {n_cores} cores", platform=platform.platform(), n_cores=os.cpu_count()),
            ),
            (
                tr("Display"),
                tr(
                    "{platform}, scaled by {scale:g}",
                    platform=QGuiApplication.platformName(),
                    scale=parent.devicePixelRatioF(),
                ),
            ),
            (tr("Settings"), one_line(str(settings))),
            (tr("Library"), one_line(str(library))),
            (tr("Log"), one_line(str(log_path()))),
        ]
        super().__init__(
            tr("About Groovescope"), [[(self._heading, self._parts)], [(tr("This computer"), self._places)]], parent
        )
        self.copy_button = push_button(
            tr("Copy report"), self._copy, tip=tr("Copy all of this for a report of a fault")
        )
        self._below.addWidget(self.copy_button, 0, Qt.AlignmentFlag.AlignRight)

    def report(self) -> str:
        """Return everything that the window shows as lines of text."""
        rows = [*self._parts, *self._places]
        return "\n".join([self._heading, *(f"{name}: {value}" for name, value in rows)])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report())
        self.copy_button.setText(tr("Copied"))


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
