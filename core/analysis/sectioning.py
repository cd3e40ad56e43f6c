"""The sections of a piece under a beat grid, from the pictures of the one pass over its audio."""

from core.analysis.result import Picture
from core.rhythm.grid import BeatGrid
from core.structure.section_search import find_sections
from core.structure.section_units import section_frames
from core.structure.sections import Sections


def sections_of(picture: Picture, grid: BeatGrid, duration: float) -> Sections:
    """Find the sections of a piece; to be called again when its beats have been corrected.

    Parameters
    ----------
    picture : Picture
        Mel spectrogram and chroma of the piece.
    grid : BeatGrid
        Its beats; without bars, borders lie every two seconds.
    duration : float
        Of the piece, seconds.
    """
    frames = section_frames(picture.mel, picture.chroma, picture.seconds_per_frame, duration)
    return find_sections(frames, grid.downbeat_times)
