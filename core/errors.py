"""Errors that the program foresees: each has a code and its arguments, and a text for a person made from them.

What decides something looks at the class or the code of an error. Its text stands in `core.messages` and is made when
it is shown. An exception that none of these classes stands for is a fault of the program, and is logged.

This module is imported by the window before anything heavy, and imports nothing heavy itself.
"""

import errno
import logging
from pathlib import Path
from typing import Any, Final, TypeVar

from core.messages import Message, Note, plain

DISK_TROUBLE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS})
"""Errors of writing that the next file would meet as well."""

LOG_BYTES: Final = 1_000_000
_log = logging.getLogger("groovescope")

E = TypeVar("E", bound="ProgramError")


class ProgramError(Exception, Message):
    """Something that was foreseen and cannot be done; its text says in one line what is wrong and what to do.

    It survives the way to another process with code and arguments, and says the same there.

    Parameters
    ----------
    code : dotted, room first ("audio.empty"); a key of the tables in `core.messages`
    arguments : values of the template's fields, by name

    Attributes
    ----------
    code : what went wrong
    arguments : the particulars, as plain values (see `core.messages.plain`)
    """

    added: frozenset[str] = frozenset()
    """Fields of the template that another place fills in, which knows them."""

    beside: frozenset[str] = frozenset()
    """Arguments that the template does not show."""

    def __init__(self, code: str, /, **arguments: object) -> None:
        super().__init__(code)
        self.code = code
        self.arguments = plain(arguments)

    def __str__(self) -> str:
        return Message.__str__(self)

    def __reduce__(self) -> tuple[Any, ...]:
        others = {name: value for name, value in self.__dict__.items() if name not in ("code", "arguments")}
        return _remade, (type(self), self.code, self.arguments), others or None


def _remade(kind: type[E], code: str, arguments: dict[str, object]) -> E:
    """Make an error again from its parts, whatever the constructor of its class looks like."""
    error = kind.__new__(kind)
    ProgramError.__init__(error, code, **arguments)
    return error


class UpdateError(ProgramError):
    """It cannot be found out whether there is a newer version."""


class AudioError(ProgramError):
    """A file cannot be analysed."""


class DecodingError(ProgramError):
    """A decoder can do nothing with a file, of which it does not know what it is called."""

    added = frozenset({"name"})

    def __str__(self) -> str:
        return str(self.as_note())

    def as_note(self) -> Note:
        return Note(self.code, **{"name": "The file"} | self.arguments)

    def named(self, name: str, kind: type[E]) -> E:
        """Return the same as an error of another class that says which file it is."""
        return kind(self.code, **self.arguments | {"name": name})


class UnreadableError(DecodingError):
    """A decoder cannot read the file; another one may."""


class TooLongError(DecodingError):
    """More sound came than an analysis has memory for."""


class RhythmError(ProgramError):
    """An edit of beats makes no sense, or beats cannot be read."""


class AnnotationError(RhythmError):
    """A file of annotations cannot be read, or nothing is known that could be written into one."""


class TagError(ProgramError):
    """The tags of a file cannot be read or written."""


class ModelError(ProgramError):
    """A genre model cannot be used or saved."""


class NoPredictionError(ModelError):
    """The model is sound, but there is nothing that it could say about this piece."""


class DatasetError(ProgramError):
    """Data cannot be learned from."""


class ColumnsError(DatasetError):
    """Columns are in the way: without them the data can be read."""

    beside = frozenset({"columns"})

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns."""
        names = self.arguments.get("columns", ())
        return tuple(map(str, names)) if isinstance(names, tuple) else ()


class EstimatorError(ProgramError):
    """An estimator cannot be set as a person wants it."""


class SearchError(ProgramError):
    """A search cannot begin or go on."""


class CatalogueError(ProgramError):
    """A catalogue cannot be opened, read or written."""


class ConflictError(CatalogueError):
    """Somebody else has changed the same thing meanwhile; what is stored is theirs."""


class FilterError(ProgramError):
    """A filter text cannot be understood."""


class WorkerDiedError(ProgramError):
    """The process that ran a job ended before its result came."""


class TimeLimitError(WorkerDiedError):
    """A job took longer than it may."""


class MemoryLimitError(WorkerDiedError):
    """The process of a job grew beyond what it may."""


class VersionMismatchError(ProgramError):
    """A worker is another version of this program."""


class ExecutorLostError(ProgramError):
    """No worker can be reached any more, so that nothing further can be done."""


class CommandError(ProgramError):
    """A command can do nothing."""


class FolderInUseError(ProgramError):
    """Another run is writing into the same folder."""


class WritingError(ProgramError):
    """The output folder does not take what is written."""


class ReferenceMissingError(ProgramError):
    """The library to compare with is not installed."""


def in_words(problem: OSError, path: Path) -> str:
    """Return an error of the file system as one line: what, where, what to do."""
    where = one_line(str(problem.filename or path))
    if problem.errno in DISK_TROUBLE:
        return f"{where} could not be written: {problem.strerror}. Free some space or choose another place."
    if isinstance(problem, PermissionError):
        return f"{where} may not be written: {problem.strerror}. Change its permissions or choose another place."
    return f"{where}: {problem.strerror or one_line(problem)}."


def reason_for(problem: BaseException) -> str:
    """Return what to tell a person about any exception: what happened and what to do.

    The text of an exception that was not foreseen means something to programmers alone: it goes to the log with its
    traceback, and the person is told where that is.
    """
    if isinstance(problem, ProgramError):
        return str(problem)
    if isinstance(problem, MemoryError):
        return str(Note("program.no_memory"))
    if isinstance(problem, OSError) and problem.strerror:
        return in_words(problem, Path()) if problem.filename else f"{problem.strerror}."
    _log.error("Not foreseen", exc_info=problem)
    return str(Note("program.fault", log=log_path()))


def log_path() -> Path:
    """Return the log file of this user."""
    from platformdirs import user_log_path

    return user_log_path("groovescope", appauthor=False) / "groovescope.log"


def log_handler(path: Path) -> logging.Handler:
    """Return a handler that writes into `path`, made when there is something to write; none where it cannot be."""
    from logging.handlers import RotatingFileHandler

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    except OSError:  # a read-only home: what is told has to do
        return logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    return handler


def one_line(text: object) -> str:
    """Return the text of anything on one line."""
    return " ".join(str(text).split()) or type(text).__name__
