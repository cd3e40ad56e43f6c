"""Stands in the frozen program for the module of this name, of which pyqtgraph needs a class to derive from."""

from PySide6.QtWidgets import QWidget


class QOpenGLWidget(QWidget):
    """What no view of this program is."""
