"""What stays out of the frozen program, by names as PyInstaller gives them."""

import subprocess
import sys

import pytest

from tools.release.contents import is_wanted
from tools.system import ROOT


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/platforms/libqeglfs.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlmysql.so",
        "PySide6/Qt/lib/libQt6Quick.so.6",
        "PySide6/Qt/translations/qt_de.qm",
        "PySide6/Qt/translations/qtbase_fr.qm",
        "resources/languages/de.ts",
        "PySide6\\plugins\\imageformats\\qtiff.dll",
        "pyarrow/libarrow_flight.so.2600",
        "pyarrow/libarrow_python.so.2600.1.0",
        "pyarrow/include/arrow/api.h",
        "onnxruntime/capi/libonnxruntime.so.1.32.0",
        "sklearn/datasets/data/iris.csv",
    ],
)
def test_what_is_not_needed_stays_out(name: str) -> None:
    assert not is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/Qt/translations/qtbase_es.qm",
        "resources/languages/de.qm",
        "PySide6/Qt/plugins/platforms/libqwayland.so",
        "PySide6/Qt/plugins/platformthemes/libqxdgdesktopportal.so",
        "PySide6/Qt/plugins/imageformats/libqjpeg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/lib/libQt6XcbQpa.so.6",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "pyarrow/libarrow.so.2600",
        "pyarrow/libarrow_python.so.2600",
        "pyarrow/lib.cpython-311-x86_64-linux-gnu.so",
        "pyarrow/libparquet.so.2600",
        "onnxruntime/capi/onnxruntime_pybind11_state.cpython-311-x86_64-linux-gnu.so",
        "av.libs/libxcb-5ddf6756.so.1.1.0",
        "resources/demo.flac",
        "models/beats.onnx",
        "docs/guide.md",
    ],
)
def test_what_the_program_runs_on_stays(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize("name", ["libstdc++.so.6", "libreadline.so.8", "libdb-5.3.so", "libX11.so.6", "libkrb5.so.3"])
def test_libraries_of_a_desktop_are_left_to_it(name: str) -> None:
    assert not is_wanted(name, is_library=True)


@pytest.mark.parametrize("name", ["libpython3.11.so.1.0", "libcrypto.so.3", "libxcb-cursor.so.0", "libsqlite3.so.0"])
def test_libraries_that_python_and_qt_need_go_along(name: str) -> None:
    assert is_wanted(name, is_library=True)


WITHOUT = """
import importlib, pkgutil, sys
from importlib.util import module_from_spec, spec_from_file_location
from tools.release.contents import MODULES, MODULES_INSTEAD
sys.modules |= dict.fromkeys(MODULES)
for path in MODULES_INSTEAD:
    spec = spec_from_file_location("PySide6." + path.stem, path)
    sys.modules[spec.name] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules[spec.name])
import core, desktop
for package in (core, desktop):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if not module.name.startswith("core.reference."):  # compares with librosa, where that is installed
            importlib.import_module(module.name)
import mutagen, pyarrow.parquet, soundfile, soxr
import pyqtgraph
pyqtgraph.PlotCurveItem([0.0, 1.0], [0.0, 1.0])
"""


def test_the_program_imports_nothing_that_stays_out() -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
