"""One batch at a time for each catalogue."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from core.errors import CatalogueError
from core.file_lock import TakenError, locked


@contextmanager
def batch_lock(catalogue: Path) -> Iterator[None]:
    """Keep other batches off a catalogue while the block runs; CatalogueError when another has it."""
    path = catalogue.with_name(f"{catalogue.name}.batch")
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(path))
        except TakenError:
            raise CatalogueError("library.in_use", path=catalogue) from None
        except OSError as problem:
            raise CatalogueError("library.not_written", path=path, reason=problem.strerror) from None
        yield
