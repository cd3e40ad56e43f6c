"""Text as UTF-8 on Linux, whichever locale is set or missing.

Qt takes UTF-8 in any case, but says so in four lines on standard error where the locale has another encoding or, as in
a container, there is none. Python spares it that by a locale of its own, though not where LC_ALL is set, nor in a
frozen program.
"""

import locale
import os
import sys
from contextlib import suppress
from typing import Final

UTF8: Final = "C.UTF-8"


def use_utf8() -> None:
    """Choose a locale whose text is UTF-8, before Qt looks at it; how it writes numbers, say, stays as it is."""
    if not sys.platform.startswith("linux"):
        return
    with suppress(locale.Error):  # one that this system does not have
        locale.setlocale(locale.LC_CTYPE, "")
    if locale.nl_langinfo(locale.CODESET).upper() in ("UTF-8", "UTF8"):
        return
    if os.environ.get("LC_ALL"):  # goes before all others
        os.environ["LANG"] = os.environ.pop("LC_ALL")
    os.environ["LC_CTYPE"] = UTF8
    with suppress(locale.Error):
        locale.setlocale(locale.LC_CTYPE, UTF8)
