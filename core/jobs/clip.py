"""What the window lets workers do: plain functions for `core.workers.pool`, importing what they need when they run."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core.file_names import numbered
from core.freed_memory import give_back_memory
from core.jobs.crew import Crew, Result
from core.jobs.library import new_folder
from core.language import tr
from core.progress import sub_range
from core.workers.limits import Executor
from core.workers.machine import FILES_PER_PROCESS, usable_cores
from core.workers.opening import executor_for
from core.workers.pool import Emitter, Partial, Progress
from core.workers.starting import prepare_with

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.analysis import ClipAnalysis, ClipPreview, GenreFindings, Picture, Stage
    from core.analysis.measuring import SongNumbers
    from core.analysis.shared_signal import SignalFolder
    from core.export.annotation_files import AnnotationFormat
    from core.genre.windows import GenreWindows
    from core.harmony.pitches import Voices
    from core.messages import Note
    from core.reference.check import LibrosaCheck
    from core.rhythm.grid import BeatGrid
    from core.structure.loudness import Loudness
    from core.structure.sections import Sections

_FIRST_SHARE = 0.5
"""What the part of one process takes of an analysis without bars and beats, as measured on a piece of 4 minutes."""

_DECODED = 0.13  # of the part of one process
_LONG_SECONDS = 1200.0
_WINDOWS_TOGETHER = 2  # a quarter of a second, for a job that was cancelled or is to wait


ANALYSIS_MODULES = ("core.analysis",)
"""What an analysis imports; see `core.workers.starting.prepare_with`."""


def prepare_analysis() -> None:
    """Import what an analysis needs, as the initializer of a worker process."""
    import core.analysis  # noqa: F401


def analysis_executor(count: int | None = None, cluster: str | None = None) -> AbstractContextManager[Executor]:
    """Open an executor that analyses many files, for the length of a block; see `core.workers.opening.executor_for`.

    A process is replaced after some hundred files, against libraries that lose memory.
    """
    prepare_with(ANALYSIS_MODULES)
    return executor_for(count, cluster, initializer=prepare_analysis, jobs_per_process=FILES_PER_PROCESS)


def analyse(emit: Emitter, path: Path, model: Path | None = None) -> "ClipAnalysis":
    """Analyse a clip in one process, with its stages as partial results.

    The shipped model is asked where `model` cannot be used; the warning of the genres says so then.
    """
    from core.analysis import analyse_clip
    from core.genre.store import usable_model

    usable, warning = usable_model(model)
    tell = partial(_tell_with_warning, emit, warning)
    analysis = analyse_clip(path, model=usable, report=emit.report, on_stage=tell)
    return replace(analysis, genre=replace(analysis.genre, warning=warning))


def _tell_with_warning(emit: Emitter, warning: "Note | None", stage: "Stage") -> None:
    from core.analysis.stages import GenreStage

    emit.partial(GenreStage(replace(stage.genre, warning=warning)) if isinstance(stage, GenreStage) else stage)


def analyse_in_stages(
    emit: Emitter, executor: Executor, path: Path, model: Path | None, signals: "SignalFolder"
) -> None:
    """Analyse a clip in as many processes as there are, but for its bars and beats; run it in a thread.

    Its stages are partial results. A `SignalStage` comes before the beats, so that the caller can have the
    rows measured (`core.jobs.rhythm.follow`) while the song and the genres are. Where the signal cannot be shared
    there is no such stage, and one process measures everything, bars and beats as well.

    Parameters
    ----------
    emit : Emitter
        Told the fraction done and the stages.
    executor : Executor
        Where the work is done.
    path : Path
        The file.
    model : Path, optional
        Genre model to ask; see `analyse`.
    signals : SignalFolder
        Where the analysis signal is put for all processes.
    """
    _Analysis(emit, executor, model).run(path, _new_path(signals))


def _new_path(signals: "SignalFolder") -> Path | None:
    try:
        return signals.new_path()
    except OSError:
        return None


@dataclass(frozen=True)
class _Windows:
    """Some of the windows for a genre model, as the job that measures them is known."""

    first: int
    bounds: tuple[tuple[int, int], ...]


class _Analysis:
    """What `analyse_in_stages` knows while jobs are running: windows are several jobs, the others one each."""

    def __init__(self, emit: Emitter, executor: Executor, model: Path | None) -> None:
        self._emit, self._model = emit, model
        self._crew: Crew[_Windows | Literal["first", "genre", "loudness"]] = Crew(executor, emit)
        self._preview: ClipPreview | None = None
        self._song: SongNumbers | None = None
        self._signal: Path | None = None
        self._windows: list[tuple[int, int]] = []
        self._rows: dict[int, NDArray[np.float64]] = {}
        self._first_share, self._first_done = _FIRST_SHARE, 0.0
        self._path: Path | None = None
        self._loudness: Loudness | None = None
        self._is_loudness_told = False

    def run(self, path: Path, signal: Path | None) -> None:
        from core.analysis.stages import GenreStage

        self._path = path
        self._crew.add("first", first_stages, path, self._model, signal)
        if usable_cores() > 1 and signal is not None:
            self._add_loudness()  # it needs nothing of the first process, and others are idle until that has decoded
        for key, item in self._crew.items():
            match key, item:
                case "first", Progress(fraction, text):
                    self._first_done = fraction
                    self._report(text)
                case "first", Partial(stage):
                    self._tell(stage)
                    self._take(stage)
                case "first", Result(song):
                    self._song = song
                    self._first_done = 1.0
                case _Windows(first), Result(rows):
                    self._rows |= {first + i: row for i, row in enumerate(rows)}
                    self._report(tr("Listening for genres"))
                case "genre", Result(genre):
                    self._emit.partial(GenreStage(genre))
                case "loudness", Result(loudness):
                    self._loudness = loudness
                    self._tell_loudness()
                case _:
                    continue
            if self._song is not None and len(self._rows) == len(self._windows):
                self._judge(self._song)
                self._song = None
        self._emit.report(
            1.0, tr("Listening for genres")
        )  # the last report but this may have come too soon after another

    def _tell(self, stage: "Stage") -> None:
        """Tell a stage of the first process, and after the first of all what was heard before it."""
        from core.analysis import ClipPreview
        from core.analysis.stages import LoudnessStage

        if isinstance(stage, LoudnessStage):  # the signal could not be shared, so that it measured everything
            self._loudness = stage.loudness
            self._tell_loudness()
            return
        self._emit.partial(stage)
        if isinstance(stage, ClipPreview):
            self._preview = stage
            self._tell_loudness()

    def _tell_loudness(self) -> None:
        """Tell the loudness once, and not before what the clip is."""
        from core.analysis.stages import LoudnessStage

        if self._loudness is not None and self._preview is not None and not self._is_loudness_told:
            self._is_loudness_told = True
            self._emit.partial(LoudnessStage(self._loudness))

    def _report(self, text: str) -> None:
        others = len(self._rows) / max(1, len(self._windows))
        self._emit.report(self._first_share * self._first_done + (1 - self._first_share) * others, text)

    def _take(self, stage: "Stage") -> None:
        from core.analysis.stages import PictureStage, RhythmStage, SignalStage
        from core.features.passages import genre_windows

        # On one core the beats, which a person waits for, come before the windows; else both are measured at once.
        alone = usable_cores() == 1
        match stage:
            case SignalStage(path) if self._preview is not None:
                windows = genre_windows(self._preview.peaks.n_samples)
                if len(windows) > 1:
                    self._signal, self._windows = path, windows
                if not alone:
                    self._add_windows()
            case PictureStage() if not self._windows:
                self._first_share = 1.0
            case RhythmStage() if alone:
                self._add_windows()

    def _add_windows(self) -> None:
        for first in range(0, len(self._windows), _WINDOWS_TOGETHER):
            bounds = tuple(self._windows[first : first + _WINDOWS_TOGETHER])
            self._crew.add(_Windows(first, bounds), measure_windows, self._signal, bounds)

    def _add_loudness(self) -> None:
        self._crew.add("loudness", hear_loudness, self._path)

    def _judge(self, song: "SongNumbers") -> None:
        import numpy as np

        from core.analysis.measuring import windows_of

        assert self._preview is not None
        rows = np.stack([self._rows[i] for i in range(len(self._windows))]) if self._windows else None
        windows = windows_of(self._preview.peaks.n_samples, song, rows)
        self._crew.add("genre", judge_again, windows, self._preview.source.duration, self._model)
        if usable_cores() == 1:
            self._add_loudness()


def first_stages(emit: Emitter, path: Path, model: Path | None, signal: Path | None) -> "SongNumbers | None":
    """Decode a clip and measure what one process has to, in a worker; the stages are partial results.

    Returns
    -------
    SongNumbers
        What a genre model reads of the whole piece; None if the signal could not be shared, and this process has told
        all the other stages itself.
    """
    from core.analysis import analyse_signal, preview_of
    from core.analysis.clip import first_stages as measure
    from core.analysis.shared_signal import share_signal
    from core.analysis.stages import SignalStage
    from core.audio.clip import load_clip
    from core.genre.store import usable_model

    clip = load_clip(path, sub_range(emit.report, 0.0, _DECODED))
    emit.partial(preview_of(clip))
    shared = None if signal is None else share_signal(clip.y, signal)
    if signal is None or shared is None:
        usable, warning = usable_model(model)
        tell = partial(_tell_with_warning, emit, warning)
        analyse_signal(clip, model=usable, report=sub_range(emit.report, _DECODED, 1.0), on_stage=tell)
        return None
    clip = replace(clip, y=shared)
    emit.partial(SignalStage(signal))
    song = measure(clip, sub_range(emit.report, _DECODED, 1.0), emit.partial).song
    if clip.duration > _LONG_SECONDS:
        give_back_memory()  # a quarter of a gigabyte of two hours; of a song it would be taken again at once
    return song


@dataclass(frozen=True, eq=False)
class ReadSignal:
    """The audio of a piece that the library has.

    Attributes
    ----------
    path : file of the analysis signal, which other processes can map
    voices : what chords are found in
    """

    path: Path
    voices: "Voices"


def read_again(emit: Emitter, path: Path, content_id: str, signal: Path | None) -> "Picture | None":
    """Decode a piece that was shown as the library has it, in a worker.

    A `ReadSignal` is a partial result, as soon as rows and chords can follow an edit.

    Parameters
    ----------
    emit : Emitter
        Told the fraction done.
    path : Path
        The file.
    content_id : str
        The audio that the library has of it.
    signal : Path, optional
        Where the analysis signal is put for all processes.

    Returns
    -------
    Picture
        As an analysis makes it; None where the file holds other audio by now.
    """
    from core.analysis.measuring import measure_picture
    from core.analysis.shared_signal import share_signal
    from core.audio.clip import load_clip
    from core.harmony.pitches import measure_pitches, voices_of

    clip = load_clip(path, sub_range(emit.report, 0.0, _DECODED))
    if clip.content_id != content_id:
        return None
    shared = None if signal is None else share_signal(clip.y, signal)
    if signal is not None and shared is not None:
        clip = replace(clip, y=shared)
        emit.partial(ReadSignal(signal, voices_of(measure_pitches(shared))))
    return measure_picture(clip, sub_range(emit.report, _DECODED, 1.0))


def measure_windows(emit: Emitter, signal: Path, windows: Sequence[tuple[int, int]]) -> "NDArray[np.float64]":
    """Measure windows for a genre model on a shared signal, in a worker [shape=(n_windows, n_columns)]."""
    from core.analysis.measuring import window_rows
    from core.analysis.shared_signal import open_signal

    return window_rows(open_signal(signal), windows, emit.report)


def hear_loudness(emit: Emitter, path: Path) -> "Loudness":
    """Measure the loudness of a file that has been decoded; unknown where it cannot be any more."""
    from core.structure.loudness import loudness_of

    return loudness_of(path, emit.report)


def judge_again(emit: Emitter, windows: "GenreWindows", duration: float, model: Path | None) -> "GenreFindings":
    """Ask another genre model about a clip that was measured; see `analyse` for a model that cannot be used."""
    from core.analysis import judge
    from core.genre.store import usable_model

    emit.report(0.0, tr("Asking the genre model"))
    usable, warning = usable_model(model)
    return replace(judge(windows, duration, usable), warning=warning)


def check(emit: Emitter, path: Path) -> "LibrosaCheck":
    """Compare the numbers of a clip with librosa's; see `core.reference.check.check_clip`."""
    from core.reference.check import check_clip

    return check_clip(path, emit.report)


def write_tables(emit: Emitter, analysis: "ClipAnalysis", folder: Path) -> Sequence[Path]:
    """Write songs.csv, bars.csv, beats.csv and genre.csv into `folder`; returns them."""
    from core.export.tables import write_tables as write

    emit.report(0.0, tr("Writing tables"))
    return write([analysis], folder)


def export_tables(emit: Emitter, analysis: "ClipAnalysis", parent: Path) -> Path:
    """Write the tables and what their columns mean into a new folder in `parent`, named after the clip; returns it."""
    from core.export.song_findings import FINDING_COLUMNS
    from core.export.tables import write_data_dictionary
    from core.features.columns import BEAT_COLUMNS

    folder = new_folder(parent, analysis.source.path.stem)
    write_tables(emit, analysis, folder)
    write_data_dictionary((*BEAT_COLUMNS, *FINDING_COLUMNS), folder / "columns.csv")
    return folder


def write_annotations(
    emit: Emitter, analysis: "ClipAnalysis", grid: "BeatGrid", path: Path, kind: "AnnotationFormat"
) -> Sequence[Path]:
    """Write beats, bars, key and more of a clip; files that get an ending of their own never replace another.

    Parameters
    ----------
    grid : the beats as they are shown
    path : the file; for label tracks and layers, of which there are several, its name without the ending is the start
        of theirs
    """
    from core.export import annotation_files
    from core.export.annotations import annotations_of_clip

    emit.report(0.0, tr("Writing annotations"))
    found = annotations_of_clip(analysis, grid)
    stem = path.stem
    if kind in annotation_files.SEVERAL:
        taken = [other.name for other in path.parent.iterdir()]
        stem = next(name for name in numbered(stem) if not any(other.startswith(f"{name} ") for other in taken))
    return annotation_files.write_annotations(found, path.parent, stem, kind)


def read_beats(emit: Emitter, path: Path, duration: float, found: "BeatGrid") -> "tuple[BeatGrid, Note | None]":
    """Read the beats of a file for a piece of some seconds, with a warning where they disagree with those found."""
    from core.export import beat_files

    emit.report(0.0, tr("Reading beats"))
    grid = beat_files.read_beats(path, duration)
    return grid, beat_files.disagreement(grid, found)


def read_sections(emit: Emitter, path: Path, duration: float) -> "Sections":
    """Read the sections of a file for a piece of some seconds; what it leaves out is called "–"."""
    from core.export import annotation_files
    from core.structure.sections import Sections

    emit.report(0.0, tr("Reading sections"))
    spans = annotation_files.read_sections(path, duration)
    return Sections(spans.times, tuple(" ".join(label.split()) or "–" for label in spans.labels))


def write_beats(emit: Emitter, grid: "BeatGrid", path: Path) -> None:
    """Write beats; the ending of the name says as what."""
    from core.export import beat_files

    emit.report(0.0, tr("Writing beats"))
    beat_files.write_beats(grid, path)


def save_passage(emit: Emitter, path: Path, passage: tuple[float, float], target: Path, bits: int) -> None:
    """Write a passage of a file as audio; the ending of the name says as what."""
    from core.export import passage_audio

    passage_audio.save_passage(path, passage, target, bits=bits, report=emit.report)
