"""Time of a frame while a two-hour piece is panned and zoomed with the handles of its beats in sight.

python -m desktop.benchmarks.frames
"""

import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from core.analysis import ClipAnalysis, ClipSource, GenreFindings, Harmony, Picture, Rhythm
from core.audio.clip import ANALYSIS_SR, SourceFormat, WaveformPeaks
from core.features.table import FeatureTable, Tables
from core.genre.model import GenrePrediction
from core.genre.windows import GenreWindows
from core.rhythm.edits import MoveBeat
from core.rhythm.estimate import uncertain_estimate
from core.rhythm.grid import BeatGrid
from desktop.clip.beats.desk import BeatDesk
from desktop.clip.picture.canvas import ClipCanvas
from desktop.clip.timeline import Timeline
from desktop.clip.transport import Transport
from desktop.playback.player import Player
from desktop.widgets.theme import GENRE_COLOURS

AIM_BLITS = 10.0
"""What the 95th percentile should stay below, in blits of a picture of the same size."""

EDIT_MS = 50.0
"""How soon grid and picture should show an edit of the beats."""

WINDOW = (1280, 800)
SAMPLES_PER_BIN = 64
SECONDS_PER_FRAME = 512 / ANALYSIS_SR


@dataclass(frozen=True)
class FrameTimes:
    """Times of complete repaints, in milliseconds.

    Attributes
    ----------
    p50_ms, p95_ms, max_ms : median, 95th percentile and longest
    blit_ms : median time in which a widget of the same size paints a ready picture, measured between the frames
    """

    p50_ms: float
    p95_ms: float
    max_ms: float
    blit_ms: float

    @property
    def p50_blits(self) -> float:
        """The median, in blits."""
        return self.p50_ms / self.blit_ms

    @property
    def p95_blits(self) -> float:
        """The 95th percentile, in blits."""
        return self.p95_ms / self.blit_ms

    def __str__(self) -> str:
        return (
            f"frame time: median {self.p50_ms:.1f} ms, p95 {self.p95_ms:.1f} ms, longest {self.max_ms:.1f} ms; "
            f"a blit of the same size: {self.blit_ms:.2f} ms; p95 is {self.p95_blits:.0f} blits"
        )


class Blit(QWidget):
    """A widget that does nothing but paint a ready picture of its own size: the reference for a frame."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.resize(width, height)
        self._picture = QImage(width, height, QImage.Format.Format_RGB32)
        self._picture.fill(Qt.GlobalColor.darkCyan)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture."""
        painter = QPainter(self)
        painter.drawImage(0, 0, self._picture)
        painter.end()


def measure_frame_times(seconds: float = 7200.0, n_beats: int = 15_000, n_frames: int = 300) -> FrameTimes:
    """Pan and zoom through a made-up piece in a real window, and time every repaint of all of it.

    Each frame is drawn at once, into the window's backing store, from the new view range on; lanes whose exact
    picture is not there yet may stretch the one they have (`desktop.clip.picture.kept`). After each comes a blit of
    the same size, so that both meet the same machine, and then a turn of the event loop, as between two frames.
    """
    application = QApplication.instance() or QApplication(sys.argv[:1])
    timeline = Timeline()
    canvas = ClipCanvas(timeline)
    analysis = long_analysis(seconds, n_beats)
    canvas.resize(*WINDOW)
    edit_beats(canvas, analysis)
    canvas.show_analysis(analysis)
    canvas.show()
    blit = Blit(*WINDOW)
    blit.show()
    application.processEvents()
    times, blits = [], []
    for start, end in view_ranges(seconds, n_frames):
        before = time.perf_counter()
        timeline.show(start, end)
        paint(canvas)
        times.append(1000 * (time.perf_counter() - before))
        before = time.perf_counter()
        blit.repaint()
        blits.append(1000 * (time.perf_counter() - before))
        # What is left over (posted updates of the same picture) is not part of the frame.
        application.processEvents()
    for widget in (canvas, blit):
        widget.close()
        widget.deleteLater()
    return FrameTimes(*map(float, (np.median(times), np.percentile(times, 95), max(times), np.median(blits))))


def measure_edit_ms(seconds: float = 300.0, n_edits: int = 9) -> float:
    """Move beats of a piece of some minutes; returns the median time until grid and picture show it, ms."""
    application = QApplication.instance() or QApplication(sys.argv[:1])
    canvas = ClipCanvas(Timeline())
    analysis = long_analysis(seconds, round(2 * seconds))
    canvas.resize(*WINDOW)
    desk = edit_beats(canvas, analysis)
    canvas.show_analysis(analysis)
    canvas.show()
    middle = seconds / 2
    canvas.timeline.show(middle - 5.0, middle + 5.0)
    times = []
    for number in range(n_edits):
        application.processEvents()
        paint(canvas)
        before = time.perf_counter()
        moved = float(desk.editor.grid.beat_times[len(desk.editor.grid) // 2 + number % 5])
        if not desk.editor.perform(MoveBeat(moved, moved + 0.02)):
            raise RuntimeError("the beat could not be moved")
        paint(canvas)
        times.append(1000 * (time.perf_counter() - before))
    canvas.close()
    canvas.deleteLater()
    return float(np.median(times))


def edit_beats(canvas: ClipCanvas, analysis: ClipAnalysis) -> BeatDesk:
    """Add the beat bar with its handles, which are what one sees most of while one pans and zooms for a reason."""
    player = Player()
    transport = Transport(player, canvas.timeline, canvas)
    transport.hide()
    desk = BeatDesk(canvas.timeline, player, canvas, transport, canvas)
    desk.tools.setParent(canvas)
    desk.show_rhythm(analysis.rhythm, analysis.source)
    desk.editor.set_editing(True)
    desk.tools.hide()
    return desk


def paint(canvas: ClipCanvas) -> None:
    """Repaint all of the picture now. Painting the canvas would leave out its opaque children."""
    for view in (canvas.overview, canvas.lane_view):
        view.viewport().repaint()


def view_ranges(seconds: float, n_frames: int) -> Iterator[tuple[float, float]]:
    """Yield views from the whole piece down to 0.25 s, panning by a twentieth of the view at each depth."""
    n_depths = 10
    spans = np.geomspace(seconds, 0.25, n_depths)
    per_depth = max(n_frames // n_depths, 1)
    for depth, span in enumerate(spans):
        # Zooming comes frame by frame as well: the step from one depth to the next is spread over the panning.
        deeper = spans[min(depth + 1, n_depths - 1)] / span
        for step in range(per_depth):
            now = span * deeper ** (step / per_depth)
            start = (0.31 * seconds + step * now / 20) % max(seconds - now, 1e-9)
            yield float(start), float(start + now)


def long_analysis(seconds: float, n_beats: int) -> ClipAnalysis:
    """Return an analysis of a given length and number of beats, made of random numbers that paint like music."""
    random = np.random.default_rng(0)
    n_frames = int(seconds / SECONDS_PER_FRAME) + 1
    beats = np.linspace(0.4, max(seconds - 0.4, 0.5), n_beats)
    grid = BeatGrid(beats, np.arange(n_beats) % 4 + 1, 60 * n_beats / seconds, 4)
    # A minute of noise, repeated: rough everywhere, and quickly made.
    mel = np.resize(random.integers(0, 256, (2584, 128), dtype=np.uint8), (n_frames, 128))
    chroma = np.resize(random.integers(0, 256, (2584, 12), dtype=np.uint8), (n_frames, 12))
    nothing = FeatureTable((), (), (), np.zeros((0, 0)))
    return ClipAnalysis(
        source=ClipSource(
            path=Path("long.wav"),
            name="long.wav",
            filename="long",
            content_id="0" * 32,
            duration=seconds,
            format=SourceFormat("WAV", "PCM_16", ANALYSIS_SR, 1),
            tags={},
            notes=(),
        ),
        picture=Picture(rough_peaks(seconds), mel, np.geomspace(30, 10500, 128), chroma, SECONDS_PER_FRAME),
        rhythm=Rhythm(grid, uncertain_estimate(grid)),
        harmony=Harmony(None),
        tables=Tables(nothing, nothing, nothing, np.zeros((1, 58))),
        genre=GenreFindings(
            GenreWindows(np.zeros((1, 58)), np.array([[0.0, seconds]]), np.zeros(58)), wandering_genres(seconds), ()
        ),
        recipe="",
    )


def rough_peaks(seconds: float) -> WaveformPeaks:
    """Peaks of noise that swells and fades."""
    n_samples = round(seconds * ANALYSIS_SR)
    n_bins = -(-n_samples // SAMPLES_PER_BIN)
    roughness = np.resize(np.random.default_rng(1).beta(2.0, 3.0, (65_536, 2)), (n_bins, 2))
    swell = 0.3 + 0.7 * np.abs(np.sin(np.linspace(0.0, 40.0, n_bins)))
    levels = [(32767 * roughness * swell[:, None] * (-1, 1)).astype(np.int16)]
    while len(levels[-1]) > 1024:
        levels.append(_coarser(levels[-1]))
    sizes = tuple(SAMPLES_PER_BIN * 2**level for level in range(len(levels)))
    return WaveformPeaks(tuple(levels), sizes, ANALYSIS_SR, n_samples)


def wandering_genres(seconds: float) -> GenrePrediction:
    """Windows of 30 s, each half covered by the next, with probabilities that change from one to the next."""
    starts = np.arange(0.0, max(seconds - 15.0, 1.0), 15.0)
    windows = np.stack([starts, starts + 30.0], axis=1)
    classes = tuple(GENRE_COLOURS)
    probabilities = np.random.default_rng(2).dirichlet(np.full(len(classes), 0.5), len(starts))
    return GenrePrediction(classes, probabilities.mean(axis=0), windows, probabilities, "", ())


def _coarser(level: NDArray[np.int16]) -> NDArray[np.int16]:
    starts = np.arange(0, len(level), 2)
    lowest, highest = np.minimum.reduceat(level[:, 0], starts), np.maximum.reduceat(level[:, 1], starts)
    coarser: NDArray[np.int16] = np.stack([lowest, highest], axis=1)
    return coarser


if __name__ == "__main__":
    sys.stdout.write(f"{measure_frame_times()} (aim: \u2264 {AIM_BLITS:g})\n")
