"""The program's icon, drawn from resources/icon.svg in the sizes and containers of the systems."""

import os
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

SIZES: Final = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""Pixels, those of the hicolor theme."""

ICO_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
ICNS_TYPES: Final = {"icp4": 16, "icp5": 32, "icp6": 64, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}
"""Types of Apple's container that hold a PNG, and their pixels."""


def draw(sizes: Sequence[int]) -> dict[int, bytes]:
    """Return the icon as PNG in each of these sizes in pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QImageWriter, QPainter
    from PySide6.QtSvg import QSvgRenderer

    from resources import resource_path

    renderer = QSvgRenderer(str(resource_path("icon.svg")))
    pictures = {}
    for size in sizes:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"PNG").write(image)
        pictures[size] = bytes(buffer.data().data())
    return pictures


def ico(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon of Windows that holds these pictures; the largest may have 256 pixels."""
    place = 6 + 16 * len(pictures)
    head, body = struct.pack("<HHH", 0, 1, len(pictures)), b""
    for size, picture in sorted(pictures.items()):
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), place + len(body))
        body += picture
    return head + body


def icns(pictures: Mapping[int, bytes]) -> bytes:
    """Return an icon of macOS that holds these pictures."""
    body = b"".join(
        struct.pack(">4sI", kind.encode(), 8 + len(pictures[size])) + pictures[size]
        for kind, size in ICNS_TYPES.items()
        if size in pictures
    )
    return struct.pack(">4sI", b"icns", 8 + len(body)) + body


def write_ico(folder: Path) -> Path:
    """Write groovescope.ico into `folder`."""
    path = folder / "groovescope.ico"
    path.write_bytes(ico(draw(ICO_SIZES)))
    return path


def write_icns(folder: Path) -> Path:
    """Write groovescope.icns into `folder`."""
    path = folder / "groovescope.icns"
    path.write_bytes(icns(draw(tuple(ICNS_TYPES.values()))))
    return path
