"""A file for C libraries that read through callbacks."""

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING

from core.audio.decoding.id3_tag import bytes_before

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class NativeFile(io.FileIO):
    """A file whose errors look like its end: no exception can pass through C, it would only be printed.

    Parameters
    ----------
    start, end : the part of the file that is shown as if it were all; without `start`, what stands behind a tag that
        does not belong in front of such a file
    """

    def __init__(self, path: Path, start: int | None = None, end: int | None = None) -> None:
        super().__init__(path)
        self.start = bytes_before(path) if start is None else start
        self._end = end
        if self.start:
            super().seek(self.start)

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(self._left(-1 if size is None else size))
        except OSError:
            return b""

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        try:
            view = memoryview(buffer)
            return super().readinto(view[: self._left(len(view))])
        except OSError:
            return 0

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        try:
            if whence == os.SEEK_SET:
                if offset < 0:
                    return -1
                return super().seek(offset + self.start) - self.start
            if whence == os.SEEK_END and self._end is not None:
                return super().seek(self._end + offset) - self.start
            return super().seek(offset, whence) - self.start
        except (OSError, OverflowError):  # a damaged file may send its reader anywhere
            return -1

    def tell(self) -> int:
        return super().tell() - self.start

    def unread(self) -> float:
        """Return the part of the file behind the present position, in [0, 1]."""
        end = os.fstat(self.fileno()).st_size if self._end is None else self._end
        size = end - self.start
        return 1.0 - min(1.0, (super().tell() - self.start) / size) if size > 0 else 0.0

    def _left(self, size: int) -> int:
        """Return how much of `size` bytes may be read; -1 for all."""
        if self._end is None:
            return size
        left = max(0, self._end - super().tell())
        return left if size < 0 else min(size, left)
