"""A file for C libraries that read through callbacks."""

import io
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class NativeFile(io.FileIO):
    """A file whose errors look like its end: no exception can pass through C, it would only be printed."""

    def read(self, size: int | None = -1, /) -> bytes:
        try:
            return super().read(-1 if size is None else size)
        except OSError:
            return b""

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        try:
            return super().readinto(buffer)
        except OSError:
            return 0

    def seek(self, offset: int, whence: int = os.SEEK_SET, /) -> int:
        try:
            return super().seek(offset, whence)
        except (OSError, OverflowError):  # a damaged file may send its reader anywhere
            return -1

    def unread(self) -> float:
        """Return the part of the file behind the present position, in [0, 1]."""
        size = os.fstat(self.fileno()).st_size
        return 1.0 - min(1.0, super().tell() / size) if size else 0.0
