"""Whether there is a screen, asked before Qt is imported."""

import os
import sys


def has_display() -> bool:
    """Whether Qt will find something to show windows on; asked before, as Qt aborts the process when it does not."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM", "xcb").split(":")[0] != "xcb":
        return True
    if os.environ.get("WAYLAND_DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
        return True
    return bool(os.environ.get("DISPLAY"))
