"""FFmpeg with stand-ins for its encoders of video, Arrow with such for its engines of queries."""

import ctypes
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.release.stand_ins import ENCODERS, ENGINES, library, offered_symbols, stand_in_for
from tools.system import ROOT

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or platform.machine() != "x86_64", reason="the wheels of Linux on x86-64"
)

DECODE = """
import sys
from fractions import Fraction
sys.path.insert(0, sys.argv[1])
import av
assert av.__file__.startswith(sys.argv[1])
with av.open(sys.argv[2]) as source:
    print(sum(frame.samples for frame in source.decode(audio=0)), len(av.codecs_available))
encoder = av.CodecContext.create("libx264", "w")
encoder.width, encoder.height, encoder.pix_fmt, encoder.time_base = 64, 64, "yuv420p", Fraction(1, 25)
try:
    encoder.open()
except av.FFmpegError:
    print("refused")
"""


def test_functions_return_nothing_and_data_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "libodd.so.1"
    path.write_bytes(library("libodd.so.1", {"odd_open": 2, "odd_close": 2, "odd_levels": 1}))
    loaded = ctypes.CDLL(str(path))
    assert (loaded.odd_open(8), loaded.odd_close()) == (0, 0)
    assert bytes((ctypes.c_char * 64).in_dll(loaded, "odd_levels")) == bytes(64)
    assert not hasattr(loaded, "odd_other")


def test_other_libraries_stay_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "libx264-0.so"
    path.write_text("no library")
    assert stand_in_for(path, tmp_path / "made", "av.libs/libx264-0.so") == path
    assert stand_in_for(Path(sys.executable), tmp_path / "made", "bin/python") == Path(sys.executable)


def test_ffmpeg_decodes_with_them_and_refuses_to_encode(tmp_path: Path) -> None:
    import av

    packages = Path(av.__file__).parents[1]
    copies = tmp_path / "packages"
    shutil.copytree(packages / "av", copies / "av", copy_function=link)
    shutil.copytree(packages / "av.libs", copies / "av.libs", copy_function=link)
    encoders = [path for path in (packages / "av.libs").iterdir() if path.name.startswith(ENCODERS)]
    assert len(encoders) == len(ENCODERS)
    for path in encoders:
        stand_in = stand_in_for(path, tmp_path / "made", f"av.libs/{path.name}")
        assert stand_in.stat().st_size < 20_000
        assert set(offered_symbols(path.read_bytes()))
        (copies / "av.libs" / path.name).unlink()
        shutil.copy(stand_in, copies / "av.libs" / path.name)
    command = [sys.executable, "-c", DECODE, str(copies), str(ROOT / "resources" / "demo.flac")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    numbers, refusal = done.stdout.splitlines()
    with av.open(str(ROOT / "resources" / "demo.flac")) as source:
        n_samples = sum(frame.samples for frame in source.decode(audio=0))
    assert numbers == f"{n_samples} {len(av.codecs_available)}"
    assert refusal == "refused"


ARROW = """
import sys
sys.path.insert(0, sys.argv[1])
import pyarrow
assert pyarrow.__file__.startswith(sys.argv[1])
import pyarrow.compute, pyarrow.parquet as parquet
parquet.write_table(pyarrow.table({"name": ["a", None], "tempo": [1.5, 2.5]}), sys.argv[2])
print(parquet.ParquetFile(sys.argv[2]).read().to_pydict(), pyarrow.compute.sum(pyarrow.array([1, 2])))
"""


def test_arrow_reads_and_writes_parquet_with_them(tmp_path: Path) -> None:
    import pyarrow as pa

    original, copies = Path(pa.__file__).parent, tmp_path / "packages"
    shutil.copytree(original, copies / "pyarrow", copy_function=link)
    replaced = [path for path in original.iterdir() if path.name.startswith(ENGINES)]
    assert len(replaced) == len(ENGINES)
    for path in replaced:
        (copies / "pyarrow" / path.name).unlink()
        shutil.copy(stand_in_for(path, tmp_path / "made", f"pyarrow/{path.name}"), copies / "pyarrow" / path.name)
    command = [sys.executable, "-c", ARROW, str(copies), str(tmp_path / "table.parquet")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.strip() == "{'name': ['a', None], 'tempo': [1.5, 2.5]} 3"


def link(source: str, target: str) -> None:
    """Stand for a file without copying it; a link would lead the loader back to the libraries beside the original."""
    try:
        Path(target).hardlink_to(source)
    except OSError:  # another file system
        shutil.copy(source, target)
