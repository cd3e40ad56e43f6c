"""The clip tab: picture, transport, tables and genres of one piece, tied together by one timeline."""

from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from core.analysis import ClipAnalysis, ClipPreview, ClipSource, GenreFindings, Harmony, PartialAnalysis, Stage
from core.analysis.stages import (
    BarsStage,
    BeatsStage,
    ChordsStage,
    GenreStage,
    GridStage,
    LoudnessStage,
    PictureStage,
    RhythmStage,
    SectionRowsStage,
    SectionsStage,
    SongStage,
)
from core.analysis.tabling import section_table
from core.features.columns import SONG_COLUMNS
from core.features.table import FeatureTable
from core.language import tr
from core.messages import texts
from core.structure.section_loudness import section_loudness
from desktop.clip.beats.desk import BeatDesk
from desktop.clip.genre import GenrePanel
from desktop.clip.picture.balance import NAME as BALANCE
from desktop.clip.picture.balance import BalanceLane
from desktop.clip.picture.canvas import ClipCanvas
from desktop.clip.picture.chords import NAME as CHORDS
from desktop.clip.picture.chords import ChordLane
from desktop.clip.picture.lane_layout import LaneLayout
from desktop.clip.picture.loudness import NAME as LOUDNESS
from desktop.clip.picture.loudness import LoudnessLane
from desktop.clip.picture.spectrum_look import SpectrumLook
from desktop.clip.picture.tempo import NAME as TEMPO
from desktop.clip.picture.tempo import TempoLane
from desktop.clip.picture.time_text import format_time
from desktop.clip.sections.desk import SectionDesk
from desktop.clip.summary_text import format_text
from desktop.clip.tables.panel import FeatureTables
from desktop.clip.timeline import Timeline
from desktop.clip.transport import Transport
from desktop.playback.player import Player
from desktop.settings import (
    CLICKS,
    HIDDEN_LANES,
    LANE_LAYOUT,
    LOWER_SPLITTER,
    OUTPUT,
    SPECTRUM_LOOK,
    SPLITTER,
    TABLES,
    VOLUME,
    Settings,
    to_bytes,
)
from desktop.widgets.basic import ElidedLabel, label
from desktop.widgets.theme import UNIT, Theme

JUST_STARTED_SECONDS = 1.0
"""Going back a bar within this time after its start goes to the bar before, as players do with songs."""


class ClipView(QWidget):
    """Arranges the parts and carries messages between them."""

    exported = Signal(str)
    failed = Signal(str)
    said = Signal(str)
    """One line for a person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.timeline = Timeline(self)
        self.player = Player()
        self.canvas = ClipCanvas(self.timeline)
        self.transport = Transport(self.player, self.timeline)
        self.tables = FeatureTables(self.timeline)
        self.genres = GenrePanel()
        self.beats = BeatDesk(self.timeline, self.player, self.canvas, self.transport, self)
        self.chords = ChordLane()
        self.canvas.add_lane(self.chords, CHORDS, below="chroma")
        self.sections = SectionDesk(self.timeline, self.canvas, self.beats.editor.stack, self)
        self.loudness = LoudnessLane()
        self.canvas.add_lane(self.loudness, LOUDNESS, below="waveform")
        self.balance, self.tempo = BalanceLane(), TempoLane()
        self.canvas.add_lane(self.balance, BALANCE, below="loudness", shown=False)
        self.canvas.add_lane(self.tempo, TEMPO, below="sections", shown=False)
        self.path: Path | None = None
        self.analysis: ClipAnalysis | None = None
        self.found: PartialAnalysis | None = None
        """What there is of the piece that is shown."""
        self._section_rows: SectionRowsStage | None = None
        self._steps: deque[Iterator[None]] = deque()
        self._step_timer = QTimer(self)
        self._step_timer.timeout.connect(self._take_step)
        self._name = ElidedLabel("clipName", hugging=True)
        self._tags = ElidedLabel("muted", hugging=True)
        self._details = label(role="muted")
        self.edited_mark = label(tr("Beats edited"), "muted")
        self.edited_mark.setToolTip(tr("Beats corrected by hand; Edit › History lists what was done"))
        self.edited_mark.setVisible(False)
        self._arrange()
        self._connect()

    # --- what is shown ---------------------------------------------------------------------------------------------

    def show_preview(self, preview: ClipPreview) -> None:
        """Show and play what is known before the analysis."""
        self.clear()
        self._show_file(preview.source)
        self.found = PartialAnalysis(preview)
        self.canvas.show_preview(preview)
        self.transport.show_preview(preview)
        self.tables.begin(preview.source.path)
        self.tables.show_waiting()
        self.tables.show_found(self.found, is_awaited=True)
        self.genres.show_prediction(None, tr("Analysing…"))

    def show_stage(self, stage: Stage) -> None:
        """Show another part of the piece of which the preview is shown."""
        if self.found is None:
            return
        self.found = self.found.with_stage(stage)
        self.tables.show_found(self.found, is_awaited=True)
        match stage:
            case PictureStage(picture):
                self.balance.show_balance(picture.balance)
                self._add_steps(self.canvas.show_picture_in_steps(picture))
            case GridStage(grid):
                self.canvas.show_rhythm(grid)
            case RhythmStage(rhythm, harmony):
                self.canvas.show_rhythm(rhythm.grid)
                self.transport.show_key(harmony.key, harmony.edited)
                self.transport.show_rhythm(rhythm)
                self.tables.show_rhythm(rhythm)
                self.beats.show_rhythm(rhythm, self.found.preview.source)
                self.tempo.show_grid(self.beats.editor.grid)
            case ChordsStage(chords):
                self.chords.show_chords(chords)
                self.transport.now.show_chords(chords)
                self.tables.set_chords(chords)
            case SectionsStage() | SectionRowsStage() | LoudnessStage():
                self._show_sections(stage, self.found.preview.source)
            case SongStage(songs):
                self.transport.show_song(songs)
                self._add_steps(self.tables.show_table_in_steps("song", songs))
                self._add_steps(self._show_section_rows())
            case GenreStage(genre):
                self._show_genres(genre)
            case BarsStage(rows, measured_again) | BeatsStage(rows, measured_again):
                part: Literal["bars", "beats"] = "bars" if isinstance(stage, BarsStage) else "beats"
                self._add_steps(self.tables.show_table_in_steps(part, rows, measured_again))

    def show_progress(self, fraction: float, text: str) -> None:
        """Say how far the rows of the tables are that are not there yet."""
        self.tables.show_progress(fraction, text)

    def show_unfinished(self) -> None:
        """Say that what is not there is not coming."""
        self.canvas.show_unfinished()
        self.transport.show_unfinished()
        self.tables.show_unfinished()
        if self.found is not None:
            self.tables.show_found(self.found)
        if self.found is None or self.found.genre is None:
            self.genres.show_prediction(None, tr("Not analysed"))

    def show_analysis(self, analysis: ClipAnalysis) -> None:
        """Show everything that is known about a piece; what its stages have shown already is left as it is."""
        if self.found is not None and self.found.picture is analysis.picture and self.path == analysis.source.path:
            self.analysis = analysis
            self.tables.show_found(self.found)
            return
        if self.path != analysis.source.path:
            self.clear()
            self._show_file(analysis.source)
        self.analysis = analysis
        self.found = PartialAnalysis.of(analysis)
        self._steps.clear()
        self._add_steps(self._show_in_steps(analysis))

    def show_tables(self, analysis: ClipAnalysis) -> None:
        """Take the analysis whose tables, which its stages have shown, follow an edit of the beats."""
        if self.analysis is not None:
            self.analysis = analysis

    def show_finer_picture(self, analysis: ClipAnalysis) -> None:
        """Draw the same piece as finely as its audio is; nothing else changes."""
        if self.found is None or self.path != analysis.source.path:
            return
        self.analysis = analysis
        self.found = self.found.with_stage(PictureStage(analysis.picture))
        self.canvas.overview.show_preview(analysis.preview)
        self.canvas.lane_view.show_peaks(analysis.picture.peaks)  # the samples stay
        self.balance.show_balance(analysis.picture.balance)
        self.tables.show_found(self.found)
        self._add_steps(self.canvas.show_picture_in_steps(analysis.picture))

    def show_samples(self, path: Path | None) -> None:
        """Draw the waveform from the samples in a file where one zooms in deeply; None lets go of the file."""
        from core.analysis.shared_signal import open_signal

        samples = None
        with suppress(OSError, ValueError):  # gone again: the peaks will do
            samples = None if path is None else open_signal(path)
        self.canvas.lane_view.waveform.set_samples(samples)

    def show_key(self, harmony: Harmony) -> None:
        """Show the key of the clip that is shown, after a person has set another."""
        if self.found is not None and self.found.rhythm is not None:
            self.found = self.found.with_stage(RhythmStage(self.found.rhythm, harmony))
            self.transport.show_key(harmony.key, harmony.edited)
            self.tables.show_found(self.found)

    def show_genres(self, analysis: ClipAnalysis) -> None:
        """Show the prediction of another model for the clip that is shown."""
        self.analysis = analysis
        if self.found is not None:
            self.found = self.found.with_stage(GenreStage(analysis.genre))
            self.tables.show_found(self.found)
        self._add_steps(self._show_genres_in_steps(analysis.genre))

    def _show_genres_in_steps(self, genre: GenreFindings) -> Iterator[None]:
        self._show_genres(genre)
        yield

    def _show_genres(self, genre: GenreFindings) -> None:
        self.canvas.show_genres(genre)
        self.genres.show_prediction(genre.prediction, "" if genre.prediction else " ".join(texts(genre.notes)))

    @property
    def is_complete(self) -> bool:
        """Whether everything that is known is shown."""
        return not self._steps

    def _show_in_steps(self, analysis: ClipAnalysis) -> Iterator[None]:
        """Between two steps the window takes events: filling tables takes longer than a playhead should stand still."""
        self.canvas.show_analysis(analysis)
        self.beats.show_rhythm(analysis.rhythm, analysis.source)
        self.tempo.show_grid(self.beats.editor.grid)
        self.balance.show_balance(analysis.picture.balance)
        self.chords.show_chords(analysis.chords)
        self.transport.now.show_chords(analysis.chords)
        self.loudness.show_loudness(analysis.loudness)
        if analysis.sections is not None:
            self.sections.show_found(analysis.sections, analysis.source)
        yield
        self.transport.show_analysis(analysis)
        self._show_genres(analysis.genre)
        if self.found is not None:
            self.tables.show_found(self.found)
        yield from self.tables.show_in_steps(analysis)

    def _show_sections(self, stage: SectionsStage | SectionRowsStage | LoudnessStage, source: ClipSource) -> None:
        """Show sections, or what their table is made of: their rows and the loudness, which has a lane as well."""
        if isinstance(stage, SectionsStage):
            self.sections.show_found(stage.sections, source)
            return
        if isinstance(stage, SectionRowsStage):
            self._section_rows = stage
        else:
            self.loudness.show_loudness(stage.loudness)
        self._add_steps(self._show_section_rows())

    def _show_section_rows(self) -> Iterator[None]:
        """Show the table of sections once their rows and the row of the song are there."""
        found, stage = self.found, self._section_rows
        if stage is None or found is None or found.songs is None or found.rhythm is None:
            return
        table, song = sections_in_numbers(found, stage)
        yield from self.tables.show_sections_in_steps(table, song)

    def _add_steps(self, steps: Iterator[None]) -> None:
        """Do something in steps, after what is being done."""
        self._steps.append(steps)
        self._step_timer.start()

    def _take_step(self) -> None:
        if self._steps and next(self._steps[0], self) is self:
            self._steps.popleft()
        if not self._steps:
            self._step_timer.stop()

    def clear(self) -> None:
        """Show nothing."""
        self.path, self.analysis, self.found = None, None, None
        self._section_rows = None
        self._steps.clear()
        self.show_samples(None)
        self.player.close()
        self.timeline.selection = None
        for part in (
            self.beats, self.sections, self.canvas, self.chords, self.loudness, self.balance, self.tempo,
            self.transport, self.tables, self.genres,
        ):  # fmt: skip
            part.clear()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self.canvas, self.beats, self.transport, self.tables, self.genres):
            part.set_theme(theme)

    def details(self) -> str:
        """Format and length of the open clip as text."""
        return self._details.text()

    # --- what keys and menus do ------------------------------------------------------------------------------------

    def toggle_play(self) -> None:
        """Play, or pause."""
        self.transport.toggle_playback()

    def play_excerpt(self) -> None:
        """Select and play the 30 s that are most like the whole piece."""
        from core.structure.excerpt import characteristic_excerpt

        picture = None if self.found is None else self.found.picture
        if picture is None:
            return
        passage = characteristic_excerpt(
            picture.mel, picture.chroma, picture.seconds_per_frame, self.timeline.duration,
            self.beats.editor.grid.downbeat_times, self.sections.sections,
        )  # fmt: skip
        if passage is None:
            self.said.emit(tr("Nothing sounds in this piece."))
        else:
            self._play_passage(*passage)

    def seek(self, seconds: float) -> None:
        """Move the playhead, and the view with it."""
        seconds = min(max(seconds, 0.0), self.timeline.duration)
        self.player.seek(seconds)
        self.timeline.position = seconds

    def skip(self, seconds: float) -> None:
        """Move the playhead by some seconds."""
        self.seek(self.timeline.position + seconds)

    def skip_bars(self, bars: int) -> None:
        """Move the playhead to the start of another bar; by seconds where there are no bars."""
        downbeats = self.beats.editor.grid.downbeat_times
        if len(downbeats) == 0:
            self.skip(float(bars))
            return
        self.seek(bar_start(downbeats.tolist(), self.timeline.position, bars))

    def zoom(self, factor: float) -> None:
        """Zoom around the playhead where it is visible, around the middle otherwise."""
        start, end = self.timeline.view_range
        position = self.timeline.position
        self.timeline.zoom(factor, position if start <= position <= end else (start + end) / 2)

    def zoom_to_selection(self) -> None:
        """Fill the picture with the selected passage."""
        if self.timeline.selection is not None:
            self.timeline.show(*self.timeline.selection)

    # --- state -----------------------------------------------------------------------------------------------------

    def restore(self, settings: Settings) -> None:
        """Take up what was remembered."""
        self._splitter.restoreState(settings.get(SPLITTER))
        self._lower.restoreState(settings.get(LOWER_SPLITTER))
        self.player.set_device(settings.get(OUTPUT))
        self.transport.volume = settings.get(VOLUME)
        self.transport.set_click(settings.get(CLICKS))
        layout = settings.get(LANE_LAYOUT)
        if layout:
            self.canvas.lane_layout = LaneLayout.from_plain(layout)
        else:
            self.canvas.hidden_lanes = {*settings.get(HIDDEN_LANES), *self.canvas.hidden_lanes}
        look = settings.get(SPECTRUM_LOOK)
        self.canvas.set_look(SpectrumLook.from_plain(look))
        self.tables.restore_state(settings.get(TABLES))

    def remember(self, settings: Settings) -> None:
        """Leave what should be remembered."""
        settings.put(SPLITTER, to_bytes(self._splitter.saveState()))
        settings.put(LOWER_SPLITTER, to_bytes(self._lower.saveState()))
        settings.put(VOLUME, self.transport.volume)
        settings.put(CLICKS, self.transport.click_button.isChecked())
        settings.put(LANE_LAYOUT, self.canvas.lane_layout.to_plain())
        settings.put(SPECTRUM_LOOK, self.canvas.look.to_plain())
        settings.put(TABLES, self.tables.save_state())

    # --- building --------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._upper = upper = QFrame()
        upper.setObjectName("panel")
        column = QVBoxLayout(upper)
        column.setContentsMargins(1, UNIT // 2, 1, 1)  # inside the frame and its rounded corners
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.beats.tools)
        column.addWidget(self.transport)
        self._lower = QSplitter(Qt.Orientation.Horizontal)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        for splitter, parts in ((self._lower, (self.tables, self.genres)), (self._splitter, (upper, self._lower))):
            splitter.setHandleWidth(UNIT)
            splitter.setChildrenCollapsible(False)
            for part in parts:
                splitter.addWidget(part)
        self._lower.setSizes([700, 300])
        self._splitter.setSizes([600, 400])
        for splitter in (self._lower, self._splitter):
            splitter.setStretchFactor(0, 2)
            splitter.setStretchFactor(1, 1)
        heading = QHBoxLayout()
        heading.setContentsMargins(UNIT, 0, UNIT, 0)
        heading.setSpacing(2 * UNIT)
        heading.addWidget(self._name)
        heading.addWidget(self._tags)
        heading.addWidget(self.edited_mark)
        heading.addStretch(1)
        heading.addWidget(self._details)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(UNIT, UNIT, UNIT, 0)
        whole.setSpacing(UNIT)
        whole.addLayout(heading)
        whole.addWidget(self._splitter, 1)

    def _connect(self) -> None:
        self.timeline.seek_requested.connect(self.seek)
        self.timeline.position_changed.connect(self.tables.set_position)
        self.timeline.position_changed.connect(self.genres.set_position)
        self.beats.editor.mode_changed.connect(self._show_editing)
        self.beats.editor.grid_changed.connect(self.tempo.show_grid)
        self.beats.changed.connect(self._show_edited)
        self.sections.drawn.connect(self.transport.now.show_sections)
        self.beats.opened.connect(lambda _: self.sections.push_again())
        self.beats.editor.restored.connect(self.sections.push_again)
        self.transport.editing_requested.connect(self.beats.editor.set_editing)
        self.tables.passage_chosen.connect(self._play_passage)
        self.tables.summary.excerpt_wanted.connect(self.play_excerpt)
        self.tables.exported.connect(self.exported)
        self.tables.failed.connect(self.failed)

    def _show_edited(self) -> None:
        if self.found is not None and self.found.rhythm is not None:
            rhythm = replace(self.found.rhythm, grid=self.beats.editor.grid)
            self.found = self.found.with_stage(RhythmStage(rhythm, self.found.harmony or Harmony(None)))
            self.tables.show_found(self.found, is_awaited=self.analysis is None)
        self.edited_mark.setVisible(self.beats.editor.history.is_edited)

    def _show_editing(self, editing: bool) -> None:
        self.transport.edit_button.setChecked(editing)
        self._upper.setProperty("editing", editing)
        self._upper.style().polish(self._upper)
        if editing:
            self.canvas.lane_view.setFocus()

    def _show_file(self, source: ClipSource) -> None:
        self.path = source.path
        self._name.set_full_text(source.name)
        self._tags.set_full_text(" – ".join(source.tags[key] for key in ("artist", "title") if source.tags.get(key)))
        self._details.setText(f"{format_text(source.format)} · {describe_duration(source.duration)}")
        self.timeline.duration = source.duration
        self.timeline.show_all()
        self.timeline.position = 0.0
        self.player.open(source.path, source.duration, source.format.decoder)

    def _play_passage(self, start: float, end: float) -> None:
        self.timeline.selection = (start, end)
        self.seek(start)
        self.transport.play_selection()


def sections_in_numbers(found: PartialAnalysis, stage: SectionRowsStage) -> tuple[FeatureTable, NDArray[np.float64]]:
    """Return the table of the sections of a piece whose song is measured, and the row of the song [shape=(63,)]."""
    assert found.songs is not None and found.rhythm is not None
    song = found.songs.values[0, : len(SONG_COLUMNS)]
    rows = np.tile(song, (len(stage.shown), 1)) if stage.rows is None else stage.rows
    heard = found.loudness
    momentary = np.empty(0, np.float32) if heard is None else heard.momentary
    loudness = section_loudness(stage.shown, momentary)
    whole = float("nan") if heard is None else float(heard.integrated)
    return section_table(found.preview.source, found.rhythm.grid, stage.shown, rows, loudness, whole), song


def describe_duration(seconds: float) -> str:
    """Minutes and seconds, or fractions of a second where that is all there is."""
    return format_time(round(seconds)) if seconds >= 10 else tr("{seconds:.2f} s", seconds=seconds)


def bar_start(downbeats: list[float], position: float, bars: int) -> float:
    """Where a bar starts that is `bars` bars on (or back) from the one at `position`, seconds."""
    starts = [0.0, *downbeats] if downbeats[0] > 0 else downbeats
    current = max((index for index, start in enumerate(starts) if start <= position + 1e-3), default=0)
    if bars < 0 and position - starts[current] > JUST_STARTED_SECONDS:
        bars += 1
    return starts[min(max(current + bars, 0), len(starts) - 1)]
