"""Errors as a person reads them."""

import errno
from pathlib import Path

DISK_TROUBLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""Errors of writing that the next file would meet as well."""


def in_words(problem: OSError, path: Path) -> str:
    """An error of the file system as one line: what, where, what to do."""
    where = one_line(str(problem.filename or path))
    if problem.errno in DISK_TROUBLE:
        return f"{where} could not be written: {problem.strerror}. Free some space or choose another place."
    if isinstance(problem, PermissionError):
        return f"{where} may not be written: {problem.strerror}. Change its permissions or choose another place."
    return f"{where}: {problem.strerror or one_line(problem)}."


def one_line(text: object) -> str:
    """Anything's text on one line."""
    return " ".join(str(text).split()) or type(text).__name__
