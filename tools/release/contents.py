"""What the frozen program leaves out of the packages and libraries that PyInstaller finds.

`build.spec` reads this. Each list says why its entries are not needed; docs/decisions/0002 has the sizes.
"""

import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

MODULES: Final = (
    # 180 MB that only librosa uses, and librosa only the check against it: docs/decisions/0015
    "librosa",
    "llvmlite",
    "numba",
    # work on a cluster is an extra, from the sources
    "dask",
    "distributed",
    # parts of Qt that this program never shows
    "PySide6.QtDBus",
    "PySide6.QtDesigner",
    "PySide6.QtHelp",
    "PySide6.QtOpenGL",
    "PySide6.QtOpenGLWidgets",
    "PySide6.QtPrintSupport",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtSql",
    "PySide6.QtTest",
    "PySide6.QtUiTools",
    "PySide6.QtXml",
    "pyqtgraph.console",
    "pyqtgraph.examples",
    "pyqtgraph.jupyter",
    "pyqtgraph.opengl",
    # readline is under the GPL alone and edits lines of a terminal; the others need libraries that differ by system
    "_crypt",
    "_curses",
    "_dbm",
    "_gdbm",
    "_tkinter",
    "_uuid",
    "crypt",
    "curses",
    "nis",
    "ossaudiodev",
    "readline",
    "spwd",
    "tkinter",
    # what packages offer beside the parts that are used here
    "pooch",
    "requests",
    "tornado",
    "urllib3",
    "yaml",
    # benchmarks of development
    "essentia",
    "jams",
    "mido",
    "mir_eval",
    # tests and tools of development
    "IPython",
    "_pytest",
    "_ctypes_test",
    "_testcapi",
    "_testinternalcapi",
    "coverage",
    "hypothesis",
    "idlelib",
    "lib2to3",
    "matplotlib",
    "mypy",
    "mypyc",
    "numpy.f2py.tests",
    "onnx.backend.test",
    "pandas.tests",
    "pip",
    "pyarrow.tests",
    "pytest",
    "setuptools",
    "sklearn.datasets.tests",
    # training of nets, and other languages of onnx
    "onnxruntime.quantization",
    "onnxruntime.tools",
    "onnxruntime.transformers",
)
"""Modules that are not collected, with all that only they need."""

MODULES_INSTEAD: Final = tuple(sorted((Path(__file__).parent / "pyside").glob("*.py")))
"""Small modules of our own in the place of some of these, in the package PySide6."""

LEFT_OUT: Final = (
    # Arrow beyond tables and Parquet: stores on the network, engines of queries, its C++ headers
    "pyarrow/_acero*",
    "pyarrow/_azurefs*",
    "pyarrow/_dataset*",
    "pyarrow/_feather*",
    "pyarrow/_flight*",
    "pyarrow/_gcsfs*",
    "pyarrow/_hdfs*",
    "pyarrow/_json*",
    "pyarrow/_orc*",
    "pyarrow/_parquet_encryption*",
    "pyarrow/_pyarrow_cpp_tests*",
    "pyarrow/_s3fs*",
    "pyarrow/_substrait*",
    "pyarrow/include/*",
    "pyarrow/includes/*",
    "pyarrow/src/*",
    "pyarrow/tests/*",
    "pyarrow/*libarrow_flight*",
    "pyarrow/*libarrow_python_flight*",
    "pyarrow/*libarrow_python_parquet_encryption*",
    "pyarrow/*libarrow_s3*",
    "*.pxd",
    "*.pxi",
    "*.pyx",
    # the second form of ONNX Runtime, for programs in C: the module for Python has all of it inside
    "onnxruntime/capi/libonnxruntime.so*",
    "onnxruntime/capi/libonnxruntime.*dylib",
    "onnxruntime/datasets/*",
    "onnx/backend/test/*",
    "sklearn/datasets/data/*",
    "sklearn/datasets/images/*",
    "sklearn/datasets/descr/*",
    "scipy/datasets/*",
    "*/tests/*",
    "resources/languages/*.ts",  # the compiled ones are read
    # parts of Qt that its plugins pull in
    *(
        f"PySide6/{folder}translations/{name}"  # all but Qt's own texts in the languages of the window
        for folder in ("", "**/") for name in ("[!q]*", "qt[!b]*", "qtbase_[!de]*")
    ),
    "PySide6/**/qml/*",
    *(
        f"*Qt*{part}*"
        for part in ("6Qml", "6Quick", "63D", "6WebEngine", "6Pdf", "6VirtualKeyboard", "6Designer", "6Labs", "6Lottie")
    ),
    *(f"PySide6/**/plugins/{folder}/*" for folder in (
        "designer", "egldeviceintegrations", "generic", "networkinformation", "printsupport", "qmllint", "qmltooling",
        "sqldrivers", "tls", "vectorimageformats", "wayland-graphics-integration-server",
    )),
    *(f"PySide6/**/platforms/*q{name}.*" for name in (
        "eglfs", "linuxfb", "minimal", "minimalegl", "vkkhrdisplay", "vnc",
    )),
    *(f"PySide6/**/imageformats/*q{name}.*" for name in ("gif", "icns", "pdf", "tga", "tiff", "wbmp", "webp")),
    "PySide6/**/platforminputcontexts/*virtualkeyboard*",
    "PySide6/**/platformthemes/*gtk*",
    "PySide6/**/*Qt6EglF*",
    "PySide6/**/*Qt6PrintSupport*",
    "PySide6/**/*Qt6Sql*",
    "PySide6/**/*Qt6Test*",
    "PySide6/**/*Qt6WaylandCompositor*",
    "PySide6/**/*Qt6WlShell*",
    "PySide6/**/*wl-shell-plugin*",
)  # fmt: skip
"""Patterns of what the frozen program leaves out; `*` stands for anything, slashes too."""

OWN_COPIES: Final = (
    "libpython3*", "libcrypto.so*", "libssl.so*", "libffi.so*", "liblzma.so*", "libbz2.so*", "libsqlite3.so*",
    "libzstd.so*",
    "libxcb-*.so*", "libxkbcommon*.so*",
)  # fmt: skip
"""Libraries of the system that builds that go along: Python needs them, and few systems have all of XCB.

Every other one is what a Linux desktop has in its own version: the graphics driver, fonts, sound and settings of the
computer expect that, and a copy would need the C library of the system that built it. Debian's `libstdc++` needs one of
2.36, which Ubuntu 22.04 lacks. With them go readline, libdb and GTK.
"""


def is_wanted(name: str, *, is_library: bool = False) -> bool:
    """Return whether a file belongs in the frozen program.

    Parameters
    ----------
    name : str
        Its path there.
    is_library : bool
        Whether it is a shared library; those in the top folder come from the system that builds.
    """
    path = name.replace("\\", "/")
    if is_library and "/" not in path and re.search(r"\.so(\.|$)", path):
        return any(fnmatch(path, pattern) for pattern in OWN_COPIES)
    return not any(fnmatch(path, pattern) for pattern in LEFT_OUT) and not is_second_copy(path)


def is_second_copy(path: str) -> bool:
    """Return whether a file of Arrow is the same library under another name: `libarrow_python.so` and `.so.2600.1.0`.

    Programs load the name of two parts, `libarrow_python.so.2600`; the wheel carries each as a file of its own.
    """
    name = path.rpartition("/")[2]
    return path.startswith("pyarrow/") and re.search(r"^lib(arrow|parquet)\w*\.so(\.\d+\.\d+\.\d+)?$", name) is not None
