"""What a window manager does when the close button in the frame of a window is pressed, on a display without one.

It sends the window WM_DELETE_WINDOW, and the program closes or does not. xdotool can only destroy windows or kill their
programs, so this speaks X11 itself: three requests, as in the protocol's specification.
"""

import socket
import struct

_INTERN_ATOM, _SEND_EVENT, _CLIENT_MESSAGE = 16, 25, 33
_REPLY_SIZE = 32


def press_close_button(display: str, window: int) -> None:
    """Ask a window of a display such as ":87" to close, as its frame would."""
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(f"/tmp/.X11-unix/X{display.removeprefix(':')}")
        connection.sendall(struct.pack("<cxHHHHxx", b"l", 11, 0, 0, 0))
        accepted, length = struct.unpack("<BxxxxxH", _receive(connection, 8))
        _receive(connection, 4 * length)
        assert accepted == 1, "the display refuses"
        protocols, delete = (_atom(connection, name) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
        message = struct.pack("<BBHII5I", _CLIENT_MESSAGE, 32, 0, window, protocols, delete, 0, 0, 0, 0)
        connection.sendall(struct.pack("<BBHII", _SEND_EVENT, 0, 11, window, 0) + message)
        _atom(connection, b"WM_PROTOCOLS")  # answered after what was sent before


def _atom(connection: socket.socket, name: bytes) -> int:
    padded = name + bytes(-len(name) % 4)
    connection.sendall(struct.pack("<BBHHxx", _INTERN_ATOM, 0, 2 + len(padded) // 4, len(name)) + padded)
    reply = _receive(connection, _REPLY_SIZE)
    assert reply[0] == 1, f"the display answers {reply[:2].hex()}"
    return int(struct.unpack_from("<I", reply, 8)[0])


def _receive(connection: socket.socket, size: int) -> bytes:
    content = b""
    while len(content) < size:
        part = connection.recv(size - len(content))
        assert part, "the display hung up"
        content += part
    return content
