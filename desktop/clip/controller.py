"""What happens when a clip is opened: one analysis at a time, in stages, never losing the earlier result."""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from core.errors import AudioError, WorkerDiedError, reason_for
from core.jobs import clip as clip_jobs
from core.language import tr
from core.messages import Note
from core.pace import Pace
from desktop.clip.following import Following
from desktop.tasks import Task, TaskRunner
from desktop.threads import ThreadWorkers, call

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis, GenreFindings, PartialAnalysis, Picture, Stage
    from core.analysis.shared_signal import SignalFolder
    from core.analysis.stages import RhythmStage
    from core.jobs.rhythm import Piece
    from core.library.stored_clip import StoredClip
    from core.rhythm.grid import BeatGrid
    from core.structure.sections import Sections

_ROWS_SHARE = 0.5
"""What bars and beats take of an analysis, as measured on a piece of 4 minutes."""


@dataclass(eq=False)
class _Opened:
    """A clip that was opened, and what there is of it.

    Attributes
    ----------
    model : the genre model that its analysis asks
    found : what has been told so far; None before the preview
    signal : the file that its analysis signal is shared in; None before it is, or where it cannot be
    stored : what the library had of it; None where it is analysed
    piece : what its rows are measured on; None before there are beats
    analysis : the whole; None until the last stage has come
    """

    model: Path | None
    found: "PartialAnalysis | None" = None
    signal: Path | None = None
    stored: "StoredClip | None" = None
    piece: "Piece | None" = None
    analysis: "ClipAnalysis | None" = None


class ClipController(QObject):
    """Opens clips. Opening another cancels the one before; what arrives of a cancelled one is dropped.

    Two jobs run side by side: the analysis up to song and genre, and `following`, which has the rows of bars and
    beats measured as soon as there are beats, and again whenever a person has corrected them.
    """

    opening = Signal(object)
    """The path, when an analysis starts."""
    preview_ready = Signal(object)
    stage_ready = Signal(object)
    """A `core.analysis.Stage` of the clip that was opened last, as soon as it is there; previews come by their own."""
    analysis_ready = Signal(object)
    """The whole analysis, once its last stage has come."""
    tables_changed = Signal(object)
    """The whole analysis, when its tables have followed an edit of the beats."""
    failed = Signal(str)
    """One line for a person."""
    cancelled = Signal()
    progress_changed = Signal(float, str, float)
    """Fraction done, what is being done, seconds left (NaN when unknown)."""
    genres_changed = Signal(object)
    """The analysis, when another model has judged the same piece."""
    key_changed = Signal(object)
    """The `Harmony`, when a person's key is known, or none any more."""
    picture_refined = Signal(object)
    signal_ready = Signal(object)
    """The analysis signal of the clip that is open lies in a file of this `Path`."""
    """The analysis, when the picture of a clip that the library had is as fine as its audio."""
    warned = Signal(str)
    """One line for a person about the model, or about tables that could not follow."""

    def __init__(
        self,
        runner: TaskRunner,
        parent: QObject | None = None,
        analyse: Callable[..., Any] = clip_jobs.analyse_in_stages,
        look_up: "Callable[[Path, Path | None], StoredClip | None] | None" = None,
    ) -> None:
        """Make a controller.

        Parameters
        ----------
        runner : where analyses run
        parent : its owner
        analyse : the job that analyses a clip
        look_up : finds what the library has of a file, for a genre model, in a thread; None where there is no library
        """
        super().__init__(parent)
        self._runner = runner
        self._analyse = analyse
        self._look_up = look_up
        # Two threads: one may still be ending the analysis that was replaced.
        self._threads = TaskRunner(ThreadWorkers(2, "clip-analysis"), self)
        self._signals: SignalFolder | None = None
        self.following = Following(runner, self)
        self.path: Path | None = None
        self._opened: _Opened | None = None
        self._earlier: _Opened | None = None
        """A whole clip that is still shown until there is something of the one that was opened after it."""
        self._task: Task | None = None
        self._reading: Task | None = None
        """Reads the audio of a clip that the library had."""
        self._generation = 0
        self._pace, self._text = Pace(), ""
        self._share = self._rows_share = 0.0
        self.is_busy = False
        """Whether an analysis runs."""
        self._by_hand: Sections | None = None
        self.model: Path | None = None
        """Which model says the genres; None for the shipped one."""
        self._judging: Task | None = None
        self.following.grid_changed.connect(self._take_grid)
        self.following.stage_ready.connect(self._take_rows)
        self.following.progress_changed.connect(self._take_rows_progress)
        self.following.failed.connect(self._take_rows_failure)

    @property
    def found(self) -> "PartialAnalysis | None":
        """What there is of the clip that was opened last; None before its preview."""
        return None if self._opened is None else self._opened.found

    @property
    def analysis(self) -> "ClipAnalysis | None":
        """The whole analysis of the clip that is shown; while another is opened, that of the earlier one."""
        return None if self._shown is None else self._shown.analysis

    @property
    def _shown(self) -> _Opened | None:
        return self._earlier or self._opened

    # --- what is asked of it ---------------------------------------------------------------------------------------

    def open(self, path: Path, *, again: bool = False) -> None:
        """Show `path` as the library has it, or analyse it.

        It ends with exactly one of analysis_ready, failed, cancelled, or with another `open`.

        Parameters
        ----------
        path : the file
        again : analyse it whatever the library has
        """
        self._stop()
        self.following.stop()
        if self._opened is not None and self._opened.analysis is not None:
            self._earlier = self._opened
        else:
            self._forget(self._opened)
        self._generation += 1
        generation = self._generation
        self.path, self.is_busy, self._by_hand = path, True, None
        self._opened = _Opened(self.model)
        self._pace, self._text = Pace(), ""
        self._share = self._rows_share = 0.0
        self.opening.emit(path)
        if self._look_up is None or again:
            self._analyse_now(generation, path)
            return
        task = self._task = self._threads.run(call, self._look_up, path, self.model)
        task.succeeded.connect(lambda stored: self._take_stored(generation, path, stored))
        task.failed.connect(lambda _: self._take_stored(generation, path, None))

    def _analyse_now(self, generation: int, path: Path) -> None:
        task = self._task = self._threads.run(self._analyse, self._runner.pool, path, self.model, self._folder())
        # A task that was replaced may still have an answer in the queue: the generation tells it apart.
        task.progressed.connect(lambda *values: self._take_progress(generation, *values))
        task.delivered.connect(lambda stage: self._take_stage(generation, stage))
        task.succeeded.connect(lambda _: self._take_end(generation))
        task.failed.connect(lambda error: self._take_error(generation, error))

    def use_model(self, model: Path | None) -> None:
        """Classify the open clip, without analysing it again, and later ones with another model."""
        self.model = model
        if self.analysis is not None:
            self._judge_again()

    def use_key(self, content_id: str, name: str | None) -> None:
        """Take the key that a person set for some audio; None for the measured one."""
        from core.analysis.stages import RhythmStage

        opened, found = self._opened, self.found
        if opened is None or found is None or found.preview.source.content_id != content_id:
            return
        if found.rhythm is None or found.harmony is None or found.harmony.edited == name:
            return
        harmony = replace(found.harmony, edited=name)
        opened.found = found.with_stage(RhythmStage(found.rhythm, harmony))
        if opened.analysis is not None:
            opened.analysis = replace(opened.analysis, harmony=harmony)
        self.key_changed.emit(harmony)

    def cancel(self) -> None:
        """Stop the analysis that runs, if any; what it has found is kept if it got as far as the beats."""
        if self.is_busy:
            self._stop()
            self._settle()
            self.cancelled.emit()

    def close(self) -> None:
        """Forget the clip."""
        self.cancel()
        self._stop()
        self._stop_judging()
        self.following.stop()
        for opened in (self._opened, self._earlier):
            self._forget(opened)
        self.path, self._opened, self._earlier = None, None, None

    def shutdown(self) -> None:
        """Forget the clip for good: end the threads and remove what was shared; no signal comes after this."""
        self.blockSignals(True)
        self.close()
        self.following.shutdown()
        self._threads.shutdown()
        if self._signals is not None:
            self._signals.close()

    def _folder(self) -> "SignalFolder":
        if self._signals is None:
            from core.analysis.shared_signal import SignalFolder

            self._signals = SignalFolder()
        return self._signals

    def _forget(self, opened: _Opened | None) -> None:
        if opened is not None:
            self._folder().remove(opened.signal)

    # --- ends ------------------------------------------------------------------------------------------------------

    def _stop(self) -> None:
        if self.is_busy:
            self.following.pause()
        for task in (self._task, self._reading):
            if task is not None:
                task.cancel()
        self._task, self._reading, self.is_busy = None, None, False
        self._generation += 1

    def _settle(self) -> None:
        """After an analysis without its end: keep what it has found, or go back to the earlier one."""
        found = self.found
        if self._earlier is not None and (found is None or found.rhythm is None):
            self._forget(self._opened)
            self._opened, self._earlier = self._earlier, None
            if self._opened.piece is not None:
                self.following.begin(self._opened.piece)
        else:
            self._forget(self._earlier)
            self._earlier = None

    def _finish(self, opened: _Opened, whole: "ClipAnalysis") -> None:
        self._task, self.is_busy = None, False
        self._forget(self._earlier)
        self._earlier = None
        self._stop_judging()
        opened.analysis = whole
        self.analysis_ready.emit(whole)
        # Another one was chosen meanwhile, or another one had judged what the library has.
        if opened.model != self.model or (opened.stored is not None and not opened.stored.is_judged):
            self._judge_again()

    def _take_end(self, generation: int) -> None:
        if generation == self._generation:
            self._task = None  # bars and beats may still be missing

    def _take_error(self, generation: int, error: Exception) -> None:
        if generation == self._generation:
            self._fail(describe(error, self.path))

    def _fail(self, text: str) -> None:
        self._stop()
        self._settle()
        self.failed.emit(text)

    # --- what the library has --------------------------------------------------------------------------------------

    def _take_stored(self, generation: int, path: Path, stored: "StoredClip | None") -> None:
        """Show a stored analysis; what still needs its audio waits for that."""
        from core.analysis import PartialAnalysis

        opened = self._opened
        if generation != self._generation or opened is None:
            return
        self._task = None
        if stored is None:
            self._analyse_now(generation, path)
            return
        opened.stored, whole = stored, stored.analysis
        opened.found = PartialAnalysis.of(whole)
        if not stored.follows:  # measured for former beats: they come with the audio
            opened.found = replace(opened.found, bars=None, beats=None)
        self.preview_ready.emit(whole.preview)
        for stage in _stages_of(whole, with_rows=stored.follows):
            if generation != self._generation:
                return  # a slot of the stage may cancel, or open another
            self.stage_ready.emit(stage)
        if stored.follows:
            self._finish(opened, whole)
        self._read_again(opened, whole)

    def _read_again(self, opened: _Opened, whole: "ClipAnalysis") -> None:
        """Have the audio decoded: for rows after an edit, and for a picture as fine as it."""
        generation = self._generation
        try:
            signal = self._folder().new_path()
        except OSError:
            signal = None
        source = whole.source
        task = self._reading = self._runner.run(clip_jobs.read_again, source.path, source.content_id, signal)
        task.delivered.connect(lambda read: self._take_signal(generation, opened, read))
        task.succeeded.connect(lambda picture: self._take_picture(generation, opened, picture))
        task.failed.connect(lambda error: self._take_unread(generation, opened, error))

    def _take_signal(self, generation: int, opened: _Opened, read: "clip_jobs.ReadSignal") -> None:
        from core.analysis.tabling import stored_rows
        from core.jobs.rhythm import Piece

        stored, found = opened.stored, opened.found
        if generation != self._generation or stored is None or found is None or found.rhythm is None:
            self._folder().remove(read.path)
            return
        opened.signal = read.path
        self.signal_ready.emit(read.path)
        harmony = replace(found.harmony or stored.analysis.harmony, voices=read.voices)
        source, first = stored.analysis.source, stored.analysis.rhythm.grid
        opened.piece = Piece(source, stored.n_samples, read.path, first, harmony=harmony)
        if stored.follows:
            bars, beats = stored_rows(stored.analysis.tables)
            opened.piece.bars.add(*bars)
            opened.piece.beats.add(*beats)
        self.following.begin(opened.piece)
        if not stored.follows or found.rhythm.grid is not first:  # corrected while there was no audio
            self.following.follow(found.rhythm.grid)
        known = found.sections if found.rhythm.grid is first else None
        self._want_sections(opened, self._by_hand or known, find=known is None)

    def _take_picture(self, generation: int, opened: _Opened, picture: "Picture | None") -> None:
        if generation != self._generation or opened.found is None:
            return
        if picture is None:
            assert self.path is not None
            self.warned.emit(
                tr("{name} holds other audio than the library has: it is analysed again.", name=self.path.name)
            )
            self.open(self.path, again=True)
            return
        opened.found = replace(opened.found, picture=picture)
        if opened.analysis is not None:
            opened.analysis = replace(opened.analysis, picture=picture)
            self.picture_refined.emit(opened.analysis)

    def _take_unread(self, generation: int, opened: _Opened, error: Exception) -> None:
        if generation == self._generation:
            if self.is_busy:
                self._fail(describe(error, self.path))
            else:
                self.warned.emit(tr("{problem} What is shown is from the library.", problem=describe(error, self.path)))

    # --- what the analysis says ------------------------------------------------------------------------------------

    def _take_progress(self, generation: int, fraction: float, text: str, _left: float) -> None:
        if generation == self._generation:
            self._share, self._text = fraction, text
            self._show_progress()

    def _take_rows_progress(self, fraction: float, text: str) -> None:
        if self.is_busy:
            self._rows_share = fraction
            if self._task is None:  # else what that says is said; the tables say how far their rows are
                self._text = text
            self._show_progress()

    def _show_progress(self) -> None:
        rows = _ROWS_SHARE if self._opened is not None and self._opened.signal is not None else 0.0
        done = (1 - rows) * (1.0 if self._task is None else self._share) + rows * self._rows_share
        self.progress_changed.emit(done, self._text, self._pace.update(done, 1.0, time.monotonic()))

    def _take_stage(self, generation: int, stage: "Stage") -> None:
        from core.analysis import ClipPreview, PartialAnalysis
        from core.analysis.stages import RhythmStage, SectionsStage, SignalStage, SongStage
        from core.analysis.tabling import with_tempo

        opened = self._opened
        if generation != self._generation or opened is None:
            return
        match stage:
            case ClipPreview():
                opened.found = PartialAnalysis(stage)
                self.preview_ready.emit(stage)
            case SignalStage(path):
                opened.signal = path
                self.signal_ready.emit(path)
            case RhythmStage():
                self._begin_to_follow(opened, stage)  # first, since a slot of the stage may cancel
                self._add(opened, stage)
            case SectionsStage(sections):
                self._add(opened, stage)
                self._want_sections(opened, self._by_hand or sections)
            case SongStage(songs, features) if opened.found is not None and opened.found.rhythm is not None:
                # The beats may have been corrected since, or a stored correction may have come.
                self._add(opened, SongStage(with_tempo(songs, opened.found.rhythm.grid), features))
            case _:
                self._add(opened, stage)

    def _add(self, opened: _Opened, stage: "Stage") -> None:
        """Take up a stage of the clip that was opened last, and the whole once it is complete."""
        from core.analysis.stages import BeatsStage

        assert opened.found is not None
        opened.found = opened.found.with_stage(stage)
        self.stage_ready.emit(stage)
        whole = opened.found.complete()
        if whole is None:
            return
        if self.is_busy:
            self._finish(opened, whole)
        elif opened.analysis is not None and isinstance(stage, BeatsStage):  # the last table that follows an edit
            opened.analysis = whole
            self.tables_changed.emit(whole)

    # --- beats and their rows --------------------------------------------------------------------------------------

    def _begin_to_follow(self, opened: _Opened, stage: "RhythmStage") -> None:
        from core.jobs.rhythm import Piece

        if opened.signal is None or opened.found is None:  # one process measures everything
            return
        preview = opened.found.preview
        opened.piece = Piece(
            preview.source, preview.peaks.n_samples, opened.signal, stage.rhythm.grid, harmony=stage.harmony
        )
        self.following.begin(opened.piece)
        self.following.follow(stage.rhythm.grid)

    def _take_grid(self, grid: "BeatGrid") -> None:
        """Take up a grid that was corrected."""
        from core.analysis.stages import RhythmStage, SongStage
        from core.analysis.tabling import with_tempo

        opened, found = self._opened, self.found
        if opened is None or found is None or found.rhythm is None or found.harmony is None:
            return
        if grid is not found.rhythm.grid:
            opened.found = found.with_stage(RhythmStage(replace(found.rhythm, grid=grid), found.harmony))
            if found.songs is not None and found.genre_features is not None:
                self._add(opened, SongStage(with_tempo(found.songs, grid), found.genre_features))
            self._want_sections(opened, self._by_hand, find=True)

    def use_sections(self, by_hand: "Sections | None") -> None:
        """Have the rows of sections follow those that a person made; None for those that were found."""
        self._by_hand = by_hand
        found = self.found
        if self._opened is not None and found is not None:
            self._want_sections(self._opened, by_hand or found.sections)

    def _want_sections(self, opened: _Opened, sections: "Sections | None", *, find: bool = False) -> None:
        """Have sections measured after bars and beats; those of other beats are to be found first."""
        from core.jobs.sections import Wanted

        if opened.found is None or opened.found.rhythm is None or opened.piece is None:
            return
        picture = opened.found.picture if find else None
        if sections is not None or picture is not None:
            self.following.follow_sections(Wanted(opened.found.rhythm.grid, picture, sections))

    def _take_rows(self, stage: "Stage") -> None:
        if self._opened is not None and self._opened.found is not None:
            self._add(self._opened, stage)

    def _take_rows_failure(self, text: str) -> None:
        if self.is_busy:
            self._fail(text)
        else:
            self.warned.emit(text)

    # --- other models ----------------------------------------------------------------------------------------------

    def _judge_again(self) -> None:
        self._stop_judging()
        judged = self.analysis
        assert judged is not None
        task = self._judging = self._runner.run(
            clip_jobs.judge_again, judged.genre.windows, judged.source.duration, self.model
        )
        task.succeeded.connect(lambda genre: self._take_judgement(task, genre))
        task.failed.connect(lambda error: self._take_judgement(task, self._no_genres(judged, error)))

    def _stop_judging(self) -> None:
        if self._judging is not None:
            self._judging.cancel()
            self._judging = None

    def _no_genres(self, judged: "ClipAnalysis", error: Exception) -> "GenreFindings":
        return replace(
            judged.genre,
            prediction=None,
            notes=(Note("genre.unavailable", reason=describe(error, self.path)),),
            warning=None,
        )

    def _take_judgement(self, task: Task, genre: "GenreFindings") -> None:
        from core.analysis.stages import GenreStage

        shown = self._shown
        if task is not self._judging or shown is None or shown.analysis is None or shown.found is None:
            return
        self._judging = None
        shown.found = shown.found.with_stage(GenreStage(genre))
        shown.analysis = replace(shown.analysis, genre=genre)
        self.genres_changed.emit(shown.analysis)
        if genre.warning is not None:
            self.warned.emit(str(genre.warning))


def _stages_of(whole: "ClipAnalysis", *, with_rows: bool) -> "Iterator[Stage]":
    """Yield a whole analysis as an analysis tells it, but for its preview."""
    from core.analysis import stages

    tables = whole.tables
    yield stages.PictureStage(whole.picture)
    yield stages.RhythmStage(whole.rhythm, whole.harmony)
    if whole.chords is not None:
        yield stages.ChordsStage(whole.chords)
    if whole.sections is not None:
        yield stages.SectionsStage(whole.sections)
    yield stages.SongStage(tables.songs, tables.genre_features)
    yield stages.GenreStage(whole.genre)
    if whole.loudness is not None:
        yield stages.LoudnessStage(whole.loudness)
    if with_rows:
        yield stages.BarsStage(tables.bars)
        yield stages.BeatsStage(tables.beats)


def describe(error: Exception, path: Path | None) -> str:
    """Return one line for a person about why `path` could not be analysed."""
    reason = reason_for(error)
    if isinstance(error, AudioError | WorkerDiedError):
        return reason
    return tr("{name} could not be analysed: {reason}", name=path.name if path else tr("The clip"), reason=reason)
