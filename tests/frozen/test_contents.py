"""What is inside the built program: no more than is needed, nothing too new for older systems, nothing unnamed."""

import sys

import pytest

from tests.frozen.test_frozen_program import PROGRAM
from tools.release import symbols
from tools.release.archives import MOST_UNPACKED, folder_size
from tools.release.contents import is_wanted
from tools.release.debian import depends
from tools.release.notices import NAME
from tools.release.stand_ins import ENCODERS

pytestmark = pytest.mark.frozen

FOLDER = PROGRAM.parent
INSIDE = FOLDER / "_internal"


def test_it_is_no_larger_than_it_may_be() -> None:
    assert folder_size(FOLDER) <= MOST_UNPACKED


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the C library of Linux")
def test_it_starts_on_ubuntu_2204() -> None:
    assert symbols.too_new(FOLDER) == {}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="libraries of Linux")
def test_debian_has_a_package_for_every_library_that_it_leaves_to_the_system() -> None:
    assert depends(symbols.missing_libraries(FOLDER))


def test_nothing_is_inside_that_was_to_stay_out() -> None:
    files = [path for path in INSIDE.rglob("*") if path.is_file() and not path.is_symlink()]
    names = [path.relative_to(INSIDE).as_posix() for path in files]
    assert [name for name in names if not is_wanted(name)] == []
    of_the_system = [name for name in names if "/" not in name and name.startswith("lib") and ".so" in name]
    assert [name for name in of_the_system if not is_wanted(name, is_library=True)] == []
    assert not any(part in name.lower() for name in names for part in ("readline", "libdb-", "gtk"))


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wheels of Linux")
def test_the_encoders_of_video_are_stand_ins() -> None:
    encoders = [path for path in INSIDE.rglob("*") if path.name.startswith(ENCODERS) and not path.is_symlink()]
    assert len(encoders) == len(ENCODERS)
    assert max(path.stat().st_size for path in encoders) < 20_000


def test_its_notices_name_the_parts_that_bind_the_whole() -> None:
    text = (INSIDE / NAME).read_text(encoding="utf-8")
    for part in ("FFmpeg", "mutagen", "PySide6_Essentials", "Python", "numpy", "OpenSSL"):
        assert f"\n{part}" in text, part
    assert "GNU GENERAL PUBLIC LICENSE" in text
