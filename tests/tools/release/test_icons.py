"""Icons in the containers of Windows and macOS, read back by Qt and by the shape of the files."""

import struct
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tools.release.icons import ICNS_TYPES, ICO_SIZES, draw, icns, write_ico


@pytest.mark.usefixtures("qapp")
def test_the_icon_of_windows_has_every_size(tmp_path: Path) -> None:
    data = write_ico(tmp_path).read_bytes()
    assert struct.unpack_from("<HHH", data) == (0, 1, len(ICO_SIZES))
    sizes = []
    for number in range(len(ICO_SIZES)):
        width, *_, length, place = struct.unpack_from("<BBBBHHII", data, 6 + 16 * number)
        picture = QImage.fromData(data[place : place + length])
        assert picture.width() == (width or 256)
        sizes.append(picture.width())
    assert tuple(sizes) == ICO_SIZES


@pytest.mark.usefixtures("qapp")
def test_the_icon_of_macos_names_each_picture_by_its_size() -> None:
    pictures = draw([16, 128])
    data = icns(pictures)
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)
    found, at = {}, 8
    while at < len(data):
        kind, length = struct.unpack_from(">4sI", data, at)
        found[kind.decode()] = QImage.fromData(data[at + 8 : at + length]).width()
        at += length
    assert found == {"icp4": 16, "ic07": 128}
    assert all(ICNS_TYPES[kind] == size for kind, size in found.items())


@pytest.mark.usefixtures("qapp")
def test_it_is_no_empty_square() -> None:
    picture = QImage.fromData(draw([64])[64])
    colours = {picture.pixelColor(x, 32).name() for x in range(64)}
    assert len(colours) > 3
    assert picture.pixelColor(0, 0).alpha() == 0
