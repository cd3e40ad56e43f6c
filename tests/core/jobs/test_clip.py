"""Clips analysed in stages by several processes."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.analysis import ClipAnalysis, ClipPreview, PartialAnalysis, Stage
from core.analysis.shared_signal import SignalFolder, open_signal
from core.analysis.stages import (
    BarsStage,
    BeatsStage,
    ChordsStage,
    GenreStage,
    GridStage,
    LoudnessStage,
    PictureStage,
    RhythmStage,
    SectionsStage,
    SignalStage,
    SongStage,
)
from core.errors import AudioError
from core.jobs import clip as clip_jobs
from core.jobs import rhythm as rhythm_jobs
from core.progress import Cancelled
from core.synthesis import synthesise
from core.workers.pool import Emitter, Event, Partial, Progress, WorkerPool
from tests.core.synthetic_genres import CLASSES, write_linear_model

BEFORE_ROWS = [
    ClipPreview,
    SignalStage,
    PictureStage,
    GridStage,
    RhythmStage,
    ChordsStage,
    SectionsStage,
    SongStage,
    GenreStage,
    LoudnessStage,
]


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    with WorkerPool(2, initializer=clip_jobs.prepare_analysis) as running:
        yield running


@pytest.fixture
def signals(tmp_path: Path) -> Iterator[SignalFolder]:
    folder = SignalFolder(tmp_path)
    yield folder
    folder.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clip = synthesise(seconds=40.0, seed=3, sr=22050)
    path = tmp_path_factory.mktemp("clips") / "longer.wav"
    soundfile.write(path, clip.y, clip.sr)
    return path


@pytest.fixture(scope="module")
def alone(pool: WorkerPool, file: Path) -> ClipAnalysis:
    """The piece analysed by one process."""
    analysis: ClipAnalysis = pool.submit(clip_jobs.analyse, file).result()
    return analysis


class Listener:
    """Takes the events of a job; it stops the job once a stage of some kind has come."""

    def __init__(self, stop_at: type | None = None) -> None:
        self.stages: list[Stage] = []
        self.shares: list[float] = []
        self._stop_at = stop_at
        self.emit = Emitter(self._take, self._is_stopped)

    def _take(self, event: Event) -> None:
        match event:
            case Partial(value):
                self.stages.append(value)
            case Progress(fraction, _):
                self.shares.append(fraction)

    def _is_stopped(self) -> bool:
        return self._stop_at is not None and any(isinstance(stage, self._stop_at) for stage in self.stages)

    def kinds(self) -> list[type]:
        return [type(stage) for stage in self.stages]

    def joined(self) -> PartialAnalysis:
        assert isinstance(self.stages[0], ClipPreview)
        found = PartialAnalysis(self.stages[0])
        for stage in self.stages[1:]:
            found = found.with_stage(stage)
        return found


def in_stages(pool: WorkerPool, path: Path, signals: SignalFolder, model: Path | None = None) -> Listener:
    """The stages as the window has them: those of the analysis, then those of its rows."""
    listener = Listener()
    clip_jobs.analyse_in_stages(listener.emit, pool, path, model, signals)
    found = listener.joined()
    for stage in list(listener.stages):
        if isinstance(stage, SignalStage):
            assert found.rhythm is not None
            n_samples = found.preview.peaks.n_samples
            piece = rhythm_jobs.Piece(found.preview.source, n_samples, stage.path, found.rhythm.grid)
            rhythm_jobs.follow(listener.emit, pool, piece, found.rhythm.grid)
    return listener


def assert_same_bits(mine: ClipAnalysis, theirs: ClipAnalysis) -> None:
    for name in ("songs", "bars", "beats"):
        assert getattr(mine.tables, name).values.tobytes() == getattr(theirs.tables, name).values.tobytes()
        assert getattr(mine.tables, name).uuids == getattr(theirs.tables, name).uuids
    assert mine.tables.genre_features.tobytes() == theirs.tables.genre_features.tobytes()
    assert mine.genre.windows.to_rows().tobytes() == theirs.genre.windows.to_rows().tobytes()
    assert mine.genre.notes == theirs.genre.notes
    assert (mine.picture.mel == theirs.picture.mel).all() and (mine.picture.chroma == theirs.picture.chroma).all()
    assert (mine.rhythm.grid.beat_times == theirs.rhythm.grid.beat_times).all()
    assert mine.loudness is not None and theirs.loudness is not None
    assert mine.loudness.momentary.tobytes() == theirs.loudness.momentary.tobytes()
    assert mine.loudness.true_peak == theirs.loudness.true_peak
    assert (mine.source, mine.harmony.key, mine.recipe) == (theirs.source, theirs.harmony.key, theirs.recipe)


@pytest.mark.parametrize("cores", [1, 2])
def test_several_processes_give_the_bits_of_one(
    pool: WorkerPool,
    file: Path,
    alone: ClipAnalysis,
    signals: SignalFolder,
    cores: int,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clip_jobs, "usable_cores", lambda: cores)
    listener = in_stages(pool, file, signals)
    # The loudness is measured beside the rest, and may be there before the rhythm.
    assert [kind for kind in listener.kinds() if kind is not LoudnessStage][:4] == BEFORE_ROWS[:4]
    assert sorted(kind.__name__ for kind in listener.kinds()) == sorted(
        kind.__name__ for kind in (*BEFORE_ROWS, BarsStage, BeatsStage)
    )
    mine = listener.joined().complete()
    assert mine is not None
    assert_same_bits(mine, alone)


def test_a_piece_of_one_window_is_that_window(pool: WorkerPool, signals: SignalFolder, tmp_path: Path) -> None:
    clip = synthesise(seconds=9.0, seed=3, sr=22050)
    soundfile.write(tmp_path / "short.wav", clip.y, clip.sr)
    mine = in_stages(pool, tmp_path / "short.wav", signals).joined().complete()
    assert mine is not None
    assert_same_bits(mine, pool.submit(clip_jobs.analyse, tmp_path / "short.wav").result())


def test_where_the_signal_cannot_be_shared_one_process_tells_every_stage(
    pool: WorkerPool, file: Path, alone: ClipAnalysis, signals: SignalFolder
) -> None:
    signals.close()
    listener = in_stages(pool, file, signals)
    assert listener.kinds() == [kind for kind in BEFORE_ROWS if kind is not SignalStage] + [BarsStage, BeatsStage]
    mine = listener.joined().complete()
    assert mine is not None
    assert_same_bits(mine, alone)


def test_the_signal_is_that_of_the_file(pool: WorkerPool, file: Path, signals: SignalFolder) -> None:
    from core.audio.clip import content_id_of

    listener = Listener()
    clip_jobs.analyse_in_stages(listener.emit, pool, file, None, signals)
    (path,) = [stage.path for stage in listener.stages if isinstance(stage, SignalStage)]
    assert content_id_of(open_signal(path)) == listener.joined().preview.source.content_id


@pytest.mark.parametrize("kind", [ClipPreview, PictureStage, RhythmStage])
def test_a_stopped_analysis_has_told_what_it_had(
    pool: WorkerPool, file: Path, signals: SignalFolder, kind: type
) -> None:
    listener = Listener(stop_at=kind)
    with pytest.raises(Cancelled):
        clip_jobs.analyse_in_stages(listener.emit, pool, file, None, signals)
    assert listener.kinds()[-1] is kind and GenreStage not in listener.kinds()


def test_progress_never_falls_and_stays_within_one(pool: WorkerPool, file: Path, signals: SignalFolder) -> None:
    listener = Listener()
    clip_jobs.analyse_in_stages(listener.emit, pool, file, None, signals)
    assert listener.shares == sorted(listener.shares)
    assert 0 <= listener.shares[0] < 0.5 < listener.shares[-1] == 1


def test_what_is_no_audio_is_the_error_of_the_job(pool: WorkerPool, signals: SignalFolder, tmp_path: Path) -> None:
    (tmp_path / "text.wav").write_text("no sound")
    with pytest.raises(AudioError):
        clip_jobs.analyse_in_stages(Listener().emit, pool, tmp_path / "text.wav", None, signals)


def test_another_model_is_asked_and_one_that_is_gone_is_said_with_the_genres(
    pool: WorkerPool, file: Path, signals: SignalFolder, tmp_path: Path
) -> None:
    write_linear_model(tmp_path / "three.gsm")
    for model in (tmp_path / "three.gsm", tmp_path / "gone.gsm"):
        listener = Listener()
        clip_jobs.analyse_in_stages(listener.emit, pool, file, model, signals)
        genre = listener.joined().genre
        assert genre is not None and genre.prediction is not None
        assert (genre.warning is None) == model.exists()
        assert (genre.prediction.classes == CLASSES) == model.exists()
        assert np.isfinite(genre.prediction.probabilities).all()


def test_what_is_heard_before_the_clip_is_known_is_told_after_it(
    pool: WorkerPool, signals: SignalFolder, tmp_path: Path
) -> None:
    short = synthesise(seconds=2.5, seed=4, sr=22050)
    soundfile.write(tmp_path / "short.wav", short.y, short.sr)
    listener = Listener()
    running = clip_jobs._Analysis(listener.emit, pool, None)
    running._loudness = pool.submit(clip_jobs.hear_loudness, tmp_path / "short.wav").result()
    running._tell_loudness()
    assert listener.stages == []
    running.run(tmp_path / "short.wav", signals.new_path())
    assert listener.kinds()[:2] == [ClipPreview, LoudnessStage]
    assert listener.kinds().count(LoudnessStage) == 1
