from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tools.screenshots import SIZES, THEMES, take


def test_a_view_is_photographed_in_every_theme_and_size(qapp: QApplication, tmp_path: Path) -> None:
    files = take(qapp, tmp_path, frozenset({"empty"}))
    assert len(files) == len(SIZES) * len(THEMES)
    for path in files:
        image = QImage(str(path))
        assert image.width() in {size.width() for size in SIZES}
        assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 10
    qapp.setStyleSheet("")
