"""Whether Qt will find a screen, asked before Qt is imported: it aborts the process where there is none.

`run.py` imports this module before there is an environment, so it needs the standard library alone.
"""

import os
import stat
import sys


def display_fault() -> str | None:
    """Return why no window can be shown, as a sentence; None where one can.

    Outside Linux there is always a screen. On Linux Qt tries the platforms of QT_QPA_PLATFORM, or else Wayland and X11
    where their variables are set, and takes the first that answers.
    """
    if not sys.platform.startswith("linux"):
        return None
    unreachable = []
    for platform, name in _platforms():
        if platform not in ("wayland", "xcb"):
            return None  # offscreen and its like draw without a screen
        if name and (_wayland_answers(name) if platform == "wayland" else _x11_answers()):
            return None
        unreachable += [name] if name else []
    if unreachable:
        return f"The display {unreachable[-1]} cannot be reached."
    return "There is no display for a window."


def _platforms() -> list[tuple[str, str]]:
    """Return Qt's platforms in the order in which Qt tries them, each with the name of its display or ""."""
    wayland, x11 = os.environ.get("WAYLAND_DISPLAY", ""), os.environ.get("DISPLAY", "")
    chosen = os.environ.get("QT_QPA_PLATFORM", "")
    if not chosen:
        return [("wayland", wayland), ("xcb", x11)]
    names = {"wayland": wayland or "wayland-0", "xcb": x11}
    platforms = [name.split(":")[0].split("-")[0] for name in chosen.split(";")]
    return [(platform, names.get(platform, "")) for platform in platforms]


def _wayland_answers(name: str) -> bool:
    path = os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), name)  # noqa: PTH118  pathlib would slow the start
    try:
        return stat.S_ISSOCK(os.stat(path).st_mode)  # noqa: PTH116
    except OSError:
        return False


def _x11_answers() -> bool:
    """Return whether the X server of DISPLAY lets this user in, asked with the library that Qt itself will use."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # Qt lacks its library, which is another fault with another cure
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    try:
        return bool(xcb.xcb_connection_has_error(connection) == 0)
    finally:
        xcb.xcb_disconnect(connection)
