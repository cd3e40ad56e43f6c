"""Sections in the window: found again when the beats are others, and their rows measured after those of the beats."""

from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from core.jobs.crew import Crew, Result
from core.jobs.rhythm import Piece, measure_passages
from core.language import tr
from core.workers.limits import Executor
from core.workers.pool import Emitter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.analysis import Picture
    from core.analysis.row_store import Bounds
    from core.rhythm.grid import BeatGrid
    from core.structure.sections import Sections


@dataclass(frozen=True, eq=False)
class Wanted:
    """Whose sections are wanted.

    Attributes
    ----------
    grid : the beats that sections follow
    picture : what they are found in; None where the sections of these beats are known
    sections : sections to measure in place of those to be found: known or edited ones
    """

    grid: "BeatGrid"
    picture: "Picture | None" = field(repr=False, default=None)
    sections: "Sections | None" = None


def follow_sections(emit: Emitter, executor: Executor, piece: Piece, wanted: Wanted) -> None:
    """Find the sections of a grid and measure the rows of those that are wanted; run it in a thread.

    `SectionsStage`, where they were to be found, and `SectionRowsStage` are partial results. What was measured when it
    is cancelled is kept in `piece`.
    """
    from core.analysis.stages import SectionRowsStage, SectionsStage
    from core.analysis.tabling import section_passages

    shown = wanted.sections
    if wanted.picture is not None:
        found = _found(emit, executor, piece, wanted.picture, wanted.grid)
        emit.partial(SectionsStage(found))
        shown = shown or found
    if shown is None:
        return
    bounds = section_passages(shown, piece.n_samples)
    if len(bounds) < 2:  # the whole piece, whose row is that of the song
        emit.partial(SectionRowsStage(shown, None))
        return
    crew: Crew[Bounds] = Crew(executor, emit)
    missing = piece.sections.missing(bounds)
    for passage in missing:
        crew.add(passage, measure_passages, piece.signal, [passage])
    done = 0
    for passage, item in crew.items():
        if isinstance(item, Result):
            piece.sections.add([passage], item.value)
            done += 1
            emit.report(done / len(missing), tr("Measuring sections"))
    emit.partial(SectionRowsStage(shown, piece.sections.rows(bounds)))


def _found(emit: Emitter, executor: Executor, piece: Piece, picture: "Picture", grid: "BeatGrid") -> "Sections":
    crew: Crew[str] = Crew(executor, emit)
    frames = picture.mel, picture.chroma, picture.seconds_per_frame
    crew.add("sections", find_in_frames, frames, grid, piece.source.duration)
    results = [item for item in map(itemgetter(1), crew.items()) if isinstance(item, Result)]
    found: Sections = results[-1].value
    return found


def find_in_frames(
    emit: Emitter, frames: "tuple[NDArray[np.uint8], NDArray[np.uint8], float]", grid: "BeatGrid", duration: float
) -> "Sections":
    """Find the sections of a piece in its mel spectrogram, its chroma and their seconds per frame, in a worker."""
    from core.structure.section_search import find_sections
    from core.structure.section_units import section_frames

    emit.report(0.0, tr("Finding sections"))
    return find_sections(section_frames(*frames, duration), grid.downbeat_times)
