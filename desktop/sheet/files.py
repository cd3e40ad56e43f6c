"""Song sheets as files: a PDF with a page for each piece, or a PNG."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF
from PySide6.QtGui import QGuiApplication, QImage, QPageSize, QPainter, QPdfWriter

from core import __version__
from core.atomic import replacing
from core.export.song_sheet import SongSheet
from core.language import tr
from desktop.sheet.drawing import HEIGHT, WIDTH, draw
from desktop.sheet.pen import Sheet

PNG_DPI: Final = 200
_PDF_DPI: Final = 1200
_POINTS: Final = 72


_application: list[QGuiApplication] = []


def ensure_fonts() -> None:
    """Make the application that fonts need, without a window, where there is none: in a worker or on a terminal."""
    if QGuiApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        _application.append(QGuiApplication(["groovescope"]))  # kept as long as the process lives


def write_pdf(sheets: Sequence[SongSheet], path: Path) -> None:
    """Write a page for each sheet. OSError if that fails; what was there before stays then."""
    ensure_fonts()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PDF_DPI)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(sheets[0].title if len(sheets) == 1 else tr("{n_sheets} song sheets", n_sheets=len(sheets)))
    writer.setCreator(tr("Groovescope {version}", version=__version__))
    painter = QPainter(writer)
    for number, sheet in enumerate(sheets):
        if number:
            writer.newPage()
        painter.save()
        painter.scale(_PDF_DPI / _POINTS, _PDF_DPI / _POINTS)
        draw(sheet, Sheet(painter))
        painter.restore()
    painter.end()
    buffer.close()
    _write(content, path)


def write_png(sheet: SongSheet, path: Path) -> None:
    """Write a sheet as a picture. OSError if that fails; what was there before stays then."""
    ensure_fonts()
    scale = PNG_DPI / _POINTS
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    image.setDotsPerMeterX(round(PNG_DPI / 0.0254))
    image.setDotsPerMeterY(round(PNG_DPI / 0.0254))
    image.setText(tr("Title"), sheet.title)
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw(sheet, Sheet(painter))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs know only names of bytes
    buffer.close()
    _write(content, path)


def _write(content: QByteArray, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with replacing(path) as temporary:
        temporary.write_bytes(bytes(content.data()))
