"""That Qt has nothing to say about the locale, started as in the frozen program: Python leaves it as it is."""

import os
import subprocess
import sys

import pytest

from tests.waiting import PATIENCE
from tools.system import ROOT

CODE = """
from desktop.text_encoding import use_utf8
use_utf8()
from PySide6.QtCore import QCoreApplication
app = QCoreApplication([])
import locale
print(locale.nl_langinfo(locale.CODESET))
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt does not ask the locale")
@pytest.mark.parametrize(
    "variables",
    [{}, {"LANG": "C"}, {"LC_ALL": "C"}, {"LC_ALL": "POSIX", "LANG": "C.UTF-8"}, {"LC_CTYPE": "C", "LANG": "C.UTF-8"},
     {"LANG": "xx_YY.UTF-8"}, {"LC_ALL": "xx_YY"}, {"LANG": "C.UTF-8"}],
)  # fmt: skip
def test_qt_says_nothing_whatever_the_locale_is(variables: dict[str, str]) -> None:
    plain = {name: value for name, value in os.environ.items() if name != "LANG" and not name.startswith("LC_")}
    done = subprocess.run(
        [sys.executable, "-c", CODE],
        cwd=ROOT,
        env={**plain, "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "1", **variables},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=True,
    )
    assert (done.stdout, done.stderr) == ("UTF-8\n", "")
