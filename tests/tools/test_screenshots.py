from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tools.screenshots import main
from tools.studio import SIZES, THEMES, names_of_views, take


def test_a_view_is_photographed_in_every_theme_and_size(qapp: QApplication, tmp_path: Path) -> None:
    files = take(qapp, tmp_path, ["empty"])
    assert len(files) == len(SIZES) * len(THEMES)
    for path in files:
        image = QImage(str(path))
        assert image.width() in {size.width() for size in SIZES}
        assert len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}) > 10
    qapp.setStyleSheet("")


def test_a_view_that_does_not_exist_is_refused_with_the_names_that_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([str(tmp_path / "pictures"), "library", "library_filter"])
    told = capsys.readouterr().err
    assert "no view 'library_filter'" in told
    assert all(name in told for name in names_of_views())
    assert not (tmp_path / "pictures").exists()
