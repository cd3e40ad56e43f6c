"""Analysis of one piece of music: the front door for the window, the batch, the command line and the tests.

The way of a song is `load_clip` -> `measure` -> `find_beats` -> `judge` and `tables` -> `ClipAnalysis`. What `measure`
returns does not depend on the beat grid; what `tables` returns does, and takes over each row whose passage another
grid has left unchanged. What is found first is told first: `core.analysis.stages`.
"""

from core.analysis.clip import analyse_clip, analyse_signal, preview_of
from core.analysis.judging import judge
from core.analysis.measuring import Measured, find_beats, measure
from core.analysis.result import ClipAnalysis, ClipPreview, ClipSource, GenreFindings, Harmony, Picture, Rhythm
from core.analysis.stages import PartialAnalysis, Stage
from core.analysis.tabling import tables

__all__ = [
    "ClipAnalysis",
    "ClipPreview",
    "ClipSource",
    "GenreFindings",
    "Harmony",
    "Measured",
    "PartialAnalysis",
    "Picture",
    "Rhythm",
    "Stage",
    "analyse_clip",
    "analyse_signal",
    "find_beats",
    "judge",
    "measure",
    "preview_of",
    "tables",
]
