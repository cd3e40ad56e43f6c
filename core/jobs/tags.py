"""What a worker does for writing tags from the library tab."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.library.tagging import TagChange, TagOutcome


def plan_tags(emit: Emitter, catalogue: Path, ids: Sequence[int]) -> "tuple[list[TagChange], int]":
    """Return what would change in the files of some tracks, and how many files could be restored."""
    from core.library import Catalogue
    from core.library.tagging import n_to_undo
    from core.library.tagging import plan_tags as plan

    with Catalogue.open(catalogue, read_only=True) as opened:
        return plan(opened, ids, emit.report), n_to_undo(catalogue)


def write_tags(emit: Emitter, catalogue: Path, changes: "Sequence[TagChange]") -> "TagOutcome":
    """Write what was planned; see `core.library.tagging.write_tags`."""
    from core.library import Catalogue
    from core.library.tagging import write_tags as write

    with Catalogue.open(catalogue) as opened:
        return write(opened, changes, emit.report)


def undo_tags(emit: Emitter, catalogue: Path) -> "TagOutcome":
    """Take back what was written last; see `core.library.tagging.undo_tags`."""
    from core.library import Catalogue
    from core.library.tagging import undo_tags as undo

    with Catalogue.open(catalogue) as opened:
        return undo(opened, emit.report)
