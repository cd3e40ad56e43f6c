"""MP3 through libsndfile, which needs watching: what it takes for MP3, where its length comes from, what it prints."""

import contextlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from core.audio.decoding.id3_tag import bytes_before, bytes_of_tag
from core.audio.decoding.native_file import NativeFile

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_EMPTY_TAG = b"ID3\x03" + bytes(5) + b"\x10" + bytes(16)
_OTHERS = (b"RIFF", b"RIFX", b"RF64", b"FORM", b"fLaC", b"OggS", b"riff", b".snd", b"caff")


def stated_frames(path: Path) -> int | None:
    """Return the samples that a VBRI header counts; None without one. mpg123 knows Xing's header alone."""
    with path.open("rb") as file:
        file.seek(bytes_of_tag(file.read(10)))
        head = file.read(64)
    if head[36:40] != b"VBRI" or len(head) < 54:
        return None
    is_mpeg_1 = head[1] & 0x18 == 0x18
    return int.from_bytes(head[50:54], "big") * (1152 if is_mpeg_1 else 576)


def states_length(path: Path) -> bool:
    """Whether an MP3 file begins with a frame that counts the others; without one its length is an estimate."""
    with path.open("rb") as file:
        file.seek(bytes_of_tag(file.read(10)))
        first_frame = file.read(4096)
    return any(mark in first_frame for mark in (b"Xing", b"Info", b"VBRI"))


def may_be_mpeg(path: Path) -> bool:
    """Whether the file begins as MP3 files do, with an ID3 tag or a frame, or is named like one.

    Some programs write an ID3 tag in front of other formats; what follows it decides.
    """
    if bytes_before(path):
        return False
    with path.open("rb") as file:
        head = file.read(10)
        while size := bytes_of_tag(head):
            file.seek(size - len(head), os.SEEK_CUR)
            head = file.read(10)
            if not head:
                return True
        at_start = file.tell() == len(head)
    if head.startswith(_OTHERS):
        return False
    if head[:3] == b"ID3":  # cut off in the middle
        return True
    is_frame = len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0
    return is_frame or not at_start or path.suffix.lower() in (".mp1", ".mp2", ".mp3", ".mpga")


def bytes_of_tags_behind(path: Path) -> int:
    """How many bytes at the end of an MP3 file are ID3v1 and APE tags, and no sound."""
    with path.open("rb") as file:
        size = end = file.seek(0, os.SEEK_END)
        while length := _bytes_of_tag_before(file, end):
            end -= length
    return size - end


def _bytes_of_tag_before(file: BinaryIO, end: int) -> int:
    if end >= 128:
        file.seek(end - 128)
        if file.read(3) == b"TAG":
            return 128
    if end >= 32:
        file.seek(end - 32)
        foot = file.read(32)
        if foot[:8] == b"APETAGEX":
            size = int.from_bytes(foot[12:16], "little") + (32 if foot[23] & 0x80 else 0)
            return size if 32 <= size <= end else 32
    return 0


class MpegFile(NativeFile):
    """An MP3 file as libsndfile knows one through callbacks: with an ID3 tag in front, if only an empty one.

    By its first frame it would know it only together with a file name.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(path, start=0)
        self._front = b"" if super().read(3) == _EMPTY_TAG[:3] else _EMPTY_TAG
        super().seek(0)
        self._at = 0  # place in `_front`; beyond it, the file's own position counts

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        if self._at >= len(self._front):
            return super().readinto(buffer)
        view = memoryview(buffer)
        part = self._front[self._at : self._at + len(view)]
        view[: len(part)] = part
        self._at += len(part)
        return len(part) + super().readinto(view[len(part) :])

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        if whence == os.SEEK_SET:
            self._at = min(max(offset, 0), len(self._front))
            offset = max(0, offset - len(self._front)) if offset >= 0 else offset
        elif whence == os.SEEK_END:
            self._at = len(self._front)
        else:
            return self.seek(self.tell() + offset)
        reached = super().seek(offset, whence)
        return reached if reached < 0 else reached + self._at

    def tell(self) -> int:
        return self._at + super().tell()


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
