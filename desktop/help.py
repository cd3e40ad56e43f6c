"""Two small windows beside the main one: the keys, and what the program is made of."""

import platform
from importlib import metadata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QWidget

from desktop.actions import keys_overview
from desktop.theme import UNIT
from desktop.widgets import label

COMPONENTS = ("PySide6_Essentials", "pyqtgraph", "numpy", "scipy", "librosa", "soundfile", "onnxruntime", "av")


class _SideWindow(QDialog):
    def __init__(self, title: str, rows: list[tuple[str, str]], heading: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        form = QFormLayout(self)
        form.setContentsMargins(3 * UNIT, 3 * UNIT, 3 * UNIT, 3 * UNIT)
        form.setHorizontalSpacing(4 * UNIT)
        form.setVerticalSpacing(UNIT)
        form.addRow(label(heading, "clipName"))
        for left, right in rows:
            form.addRow(label(left, "muted"), label(right))


class KeysWindow(_SideWindow):
    """Which key does what."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("Keys", keys_overview(), "Keys", parent)


class AboutWindow(_SideWindow):
    """Versions of the program and its parts."""

    def __init__(self, parent: QWidget) -> None:
        rows = [("Python", platform.python_version())]
        rows += [(name, version) for name in COMPONENTS if (version := version_of(name))]
        heading = f"Groovescope {version_of('groovescope')}".strip()
        super().__init__("About Groovescope", rows, heading, parent)


def version_of(distribution: str) -> str:
    """The installed version; nothing where it is not recorded, as in some frozen programs."""
    try:
        return metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return ""
