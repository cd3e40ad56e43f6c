"""One batch at a time for each catalogue."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from core.file_lock import TakenError, locked
from core.library.errors import CatalogueError


@contextmanager
def batch_lock(catalogue: Path) -> Iterator[None]:
    """Keep other batches off a catalogue while the block runs; CatalogueError when another has it."""
    path = catalogue.with_name(f"{catalogue.name}.batch")
    with ExitStack() as stack:
        try:
            stack.enter_context(locked(path))
        except TakenError:
            raise CatalogueError(
                f"Another window or run is analysing into {catalogue}; wait for it, or use another library."
            ) from None
        except OSError as problem:
            raise CatalogueError(
                f"{path} cannot be written: {problem.strerror}; check the folder's permissions."
            ) from None
        yield
