"""MP3 through libsndfile, which needs watching: where its length comes from and what it prints."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path


def states_length(path: Path) -> bool:
    """Whether an MP3 file begins with a frame that counts the others; without one its length is an estimate."""
    with path.open("rb") as file:
        head = file.read(10)
        if head[:3] == b"ID3" and len(head) == 10:
            size = 0
            for byte in head[6:10]:
                size = size << 7 | byte & 0x7F
            file.seek(10 + size)
        first_frame = file.read(4096)
    return any(mark in first_frame for mark in (b"Xing", b"Info", b"VBRI"))


def may_be_mpeg(path: Path) -> bool:
    """Whether the file begins as MP3 files do, with an ID3 tag or a frame, or is named like one."""
    with path.open("rb") as file:
        head = file.read(3)
    is_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return is_frame or head == b"ID3" or path.suffix.lower() in (".mp1", ".mp2", ".mp3", ".mpga")


_stderr_lock = threading.Lock()


@contextlib.contextmanager
def quiet_stderr() -> Iterator[None]:
    """Keep mpg123, which libsndfile decodes MP3 with, from writing its doubts to the terminal.

    It knows no other way than file descriptor 2, which is therefore turned away for the length of one call.
    """
    with _stderr_lock:
        try:
            terminal = os.dup(2)
        except OSError:  # a program without a console
            yield
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
        try:
            yield
        finally:
            os.dup2(terminal, 2)
            os.close(terminal)
