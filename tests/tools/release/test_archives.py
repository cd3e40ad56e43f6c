"""Archives and sizes of a small folder."""

import tarfile
import zipfile
from pathlib import Path

import pytest

from tools.release.archives import MOST_UNPACKED, folder_size, largest, table, tar_xz, zipped
from tools.release.command import check, report_limits
from tools.system import SetupError


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "program"
    (folder / "_internal" / "part").mkdir(parents=True)
    (folder / "groovescope").write_bytes(b"x" * 1000)
    (folder / "_internal" / "part" / "large").write_bytes(b"y" * 500_000)
    (folder / "_internal" / "link").symlink_to("part/large")
    return folder


def test_a_folder_is_packed_under_the_name_of_the_release(program: Path, tmp_path: Path) -> None:
    extra = tmp_path / "extra"
    (extra / "share").mkdir(parents=True)
    (extra / "share" / "entry").touch()
    with tarfile.open(tar_xz([program, extra], tmp_path / "a.tar.xz", "groovescope-1")) as archive:
        names = archive.getnames()
        assert {member.uname for member in archive} == {"root"}
    assert {"groovescope-1/groovescope", "groovescope-1/_internal/part/large", "groovescope-1/share/entry"} <= set(
        names
    )
    with zipfile.ZipFile(zipped(program, tmp_path / "a.zip", "groovescope-1")) as archive_:
        assert archive_.read("groovescope-1/groovescope") == b"x" * 1000


def test_sizes_count_files_once(program: Path) -> None:
    assert folder_size(program) == 501_000
    assert largest(program, 5) == [("part", 500_000), ("groovescope", 1000)]
    assert table([("part", 500_000)]) == "     0.5 MB  part"


def test_what_is_too_large_is_said_and_fails(program: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report_limits(MOST_UNPACKED, []) == 0
    assert report_limits(MOST_UNPACKED + 1, []) == 1
    assert "more than the 480 MB" in capsys.readouterr().err


def test_a_program_without_notices_is_not_packed(program: Path) -> None:
    with pytest.raises(SetupError, match=r"THIRD-PARTY-NOTICES\.txt"):
        check(program)
    (program / "_internal" / "THIRD-PARTY-NOTICES.txt").touch()
    check(program)
