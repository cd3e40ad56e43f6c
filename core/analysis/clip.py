"""The whole way of one song: a file in, a `ClipAnalysis` out."""

from collections.abc import Callable
from pathlib import Path

from core.analysis.judging import judge
from core.analysis.measuring import find_beats, measure, source_of
from core.analysis.result import ClipAnalysis, ClipPreview, Rhythm
from core.analysis.tabling import tables
from core.audio.clip import AudioClip, load_clip
from core.audio.waveform import waveform_peaks
from core.features.passages import Cut
from core.features.recipe import RECIPE
from core.progress import Report, silent, sub_range

_DECODED = 0.04
_MEASURED, _JUDGED = 0.34, 0.38
"""Where in the time of an analysis each part ends, as measured on pieces of 5 and 40 minutes."""


def analyse_clip(
    path: Path,
    *,
    model: Path | None = None,
    cut: Cut = "bars",
    report: Report = silent,
    on_preview: Callable[[ClipPreview], None] | None = None,
) -> ClipAnalysis:
    """Analyse one piece of music.

    Parameters
    ----------
    path : Path
        Any file with sound in it.
    model : Path, optional
        Genre model to ask. The one that the program ships with if None.
    cut : {"bars", "beats", "fixed"}
        What a row of the bar table is: a tracked bar, a tracked beat, or a bar of the study's fixed grid.
    report : Report
        Told the fraction done; may raise `Cancelled`.
    on_preview : callable, optional
        Called with what is known as soon as the file is decoded.

    Returns
    -------
    ClipAnalysis

    Raises
    ------
    AudioError
        If the file cannot be used.
    """
    clip = load_clip(path, sub_range(report, 0.0, _DECODED))
    if on_preview is not None:
        on_preview(preview_of(clip))
    return analyse_signal(clip, model=model, cut=cut, report=sub_range(report, _DECODED, 1.0))


def preview_of(clip: AudioClip) -> ClipPreview:
    """Return what can be shown of a clip before it is analysed."""
    return ClipPreview(source_of(clip), waveform_peaks(clip.y))


def analyse_signal(
    clip: AudioClip, *, model: Path | None = None, cut: Cut = "bars", report: Report = silent
) -> ClipAnalysis:
    """Analyse a clip that is decoded already; see `analyse_clip`."""
    measured = measure(clip, sub_range(report, 0.0, _MEASURED))
    report(_MEASURED, "Finding beats and bars")
    estimate = find_beats(measured)
    report(_JUDGED, "Asking the genre model")
    genre = judge(measured.windows, clip.duration, model)
    return ClipAnalysis(
        source=measured.source,
        picture=measured.picture,
        rhythm=Rhythm(estimate.grid, estimate),
        harmony=measured.harmony,
        tables=tables(measured, estimate.grid, cut, report=sub_range(report, _JUDGED, 1.0)),
        genre=genre,
        recipe=RECIPE,
    )
