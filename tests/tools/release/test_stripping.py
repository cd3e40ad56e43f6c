"""Smaller libraries that the loader cannot tell from the original."""

import subprocess
import sys
import sysconfig
from importlib import metadata
from pathlib import Path

import pytest

from tools.release.stripping import compact, loads_alike, strip_copy
from tools.release.symbols import needed_libraries, needed_versions

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the files of Linux")


def library(distribution: str, beginning: str) -> Path:
    """A library of an installed wheel, by how its path begins."""
    files = metadata.distribution(distribution).files or []
    return Path(str(next(one.locate() for one in files if one.as_posix().startswith(beginning) and ".so" in one.name)))


@pytest.fixture(scope="module")
def openblas() -> Path:
    """One whose sections a tool of the wheels has moved: GNU strip breaks it."""
    return library("numpy", "numpy.libs/libscipy_openblas")


def test_a_copy_is_smaller_and_loads_alike(openblas: Path, tmp_path: Path) -> None:
    copy = strip_copy(openblas, tmp_path, f"numpy.libs/{openblas.name}")
    assert copy == tmp_path / "numpy.libs" / openblas.name
    assert copy.stat().st_size < openblas.stat().st_size - 100_000
    assert loads_alike(openblas.read_bytes(), copy.read_bytes())
    assert needed_libraries(copy) == needed_libraries(openblas)
    assert needed_versions(copy) == needed_versions(openblas)


def test_the_copy_of_a_module_is_imported_and_works(tmp_path: Path) -> None:
    module = library("psutil", "psutil/_psutil_linux")
    copy = strip_copy(module, tmp_path, f"psutil/{module.name}")
    assert copy != module
    code = (
        "import sys; from importlib.machinery import ExtensionFileLoader as Loader;"
        "from importlib.util import module_from_spec, spec_from_loader;"
        "loader = Loader('psutil._psutil_linux', sys.argv[1]); spec = spec_from_loader(loader.name, loader);"
        "module = module_from_spec(spec); loader.exec_module(module); print(module.version)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(copy)], capture_output=True, text=True, check=True)
    assert int(done.stdout) == int(metadata.version("psutil").replace(".", ""))


def test_a_changed_byte_is_seen(openblas: Path) -> None:
    data = openblas.read_bytes()
    smaller = bytearray(compact(data) or b"")
    smaller[len(smaller) // 2] ^= 1
    assert not loads_alike(data, bytes(smaller))


def test_what_is_no_library_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "text.so"
    path.write_text(sysconfig.get_platform())
    assert strip_copy(path, tmp_path / "made", "text.so") == path
