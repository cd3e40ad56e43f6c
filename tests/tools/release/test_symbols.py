"""What files need of the system, read from a program that was compiled for the purpose and from Python itself."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.release.symbols import is_elf, missing_libraries, needed_libraries, needed_versions, too_new

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the files of Linux")


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A copy of a library of an installed package, under an ordinary name, beside a text."""
    import numpy as np

    folder = tmp_path / "program"
    folder.mkdir()
    library = next((Path(np.__file__).parent / "_core").glob("_multiarray_umath*.so"))
    shutil.copy(library, folder / "numbers.so")
    (folder / "readme.txt").write_text("no program")
    return folder


def test_versions_and_libraries_are_those_that_the_loader_reads(program: Path) -> None:
    library = program / "numbers.so"
    assert is_elf(library)
    assert not is_elf(program / "readme.txt")
    if shutil.which("objdump") is None:
        pytest.skip("compares with objdump of binutils")
    lines = subprocess.run(["objdump", "-p", str(library)], capture_output=True, text=True, check=True).stdout
    needed = [line.split()[1] for line in lines.splitlines() if line.strip().startswith("NEEDED")]
    references = lines.partition("Version References:")[2].splitlines()
    versions = {line.split()[-1] for line in references if line.strip().startswith("0x")}
    assert needed_libraries(library) == needed
    assert needed_versions(library) == versions
    assert "libc.so.6" in needed


def test_a_file_that_needs_newer_symbols_than_allowed_is_named_with_them(program: Path) -> None:
    assert too_new(program) == {}
    found = too_new(program, {"GLIBC": (2, 3)})
    assert list(found) == ["numbers.so"]
    assert all(version.startswith("GLIBC_2.") for version in found["numbers.so"])


def test_libraries_in_the_program_are_not_asked_of_the_system(program: Path) -> None:
    missing = missing_libraries(program)
    assert missing["libc.so.6"] == ["numbers.so"]
    (program / "libc.so.6").touch()
    assert "libc.so.6" not in missing_libraries(program)
