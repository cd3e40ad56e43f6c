"""Memory that a long job has freed, given back to the system: a process would keep a gigabyte of it."""

import contextlib
import ctypes
import sys


def give_back_memory() -> None:
    """Give back what the C library and Arrow hold for later, where they can; it takes milliseconds."""
    if "pyarrow" in sys.modules:
        import pyarrow as pa

        pa.default_memory_pool().release_unused()
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):  # a C library without it
            ctypes.CDLL(None).malloc_trim(0)
