"""An analysis that tells its stages: their order, and what is kept of one that is stopped."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.analysis import ClipAnalysis, ClipPreview, PartialAnalysis, Stage, analyse_clip
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
    SongStage,
)
from core.progress import Cancelled
from core.synthesis import synthesise

ORDER = [
    ClipPreview,
    PictureStage,
    GridStage,
    RhythmStage,
    ChordsStage,
    SectionsStage,
    SongStage,
    GenreStage,
    LoudnessStage,
    BarsStage,
    BeatsStage,
]


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    clip = synthesise(seconds=40.0, seed=3, sr=22050)  # of several windows
    path = tmp_path_factory.mktemp("clips") / "forty.wav"
    soundfile.write(path, clip.y, clip.sr)
    return path


@pytest.fixture(scope="module")
def told(file: Path) -> tuple[list[Stage], list[float], ClipAnalysis]:
    """The stages, the fraction done at each, and what the analysis returned."""
    stages: list[Stage] = []
    shares: list[float] = []
    done = [0.0]

    def note(stage: Stage) -> None:
        stages.append(stage)
        shares.append(done[0])

    analysis = analyse_clip(file, report=lambda fraction, _: done.__setitem__(0, fraction), on_stage=note)
    return stages, shares, analysis


def joined(stages: list[Stage]) -> PartialAnalysis:
    assert isinstance(stages[0], ClipPreview)
    partial = PartialAnalysis(stages[0])
    for stage in stages[1:]:
        partial = partial.with_stage(stage)
    return partial


def test_every_part_is_told_once_and_the_beats_within_the_first_quarter(
    told: tuple[list[Stage], list[float], ClipAnalysis],
) -> None:
    stages, shares, _ = told
    assert [type(stage) for stage in stages] == ORDER
    assert shares[ORDER.index(GridStage)] <= 0.25
    drawn, found = stages[ORDER.index(GridStage)], stages[ORDER.index(RhythmStage)]
    assert isinstance(drawn, GridStage) and isinstance(found, RhythmStage) and drawn.grid is found.rhythm.grid


def test_the_stages_together_are_the_analysis(told: tuple[list[Stage], list[float], ClipAnalysis]) -> None:
    stages, _, analysis = told
    whole = joined(stages).complete()
    assert whole is not None
    assert whole.source.content_id == analysis.source.content_id
    assert whole.picture is analysis.picture and whole.rhythm is analysis.rhythm and whole.genre is analysis.genre
    assert whole.loudness is analysis.loudness
    for name in ("songs", "bars", "beats"):
        mine, theirs = getattr(whole.tables, name), getattr(analysis.tables, name)
        assert mine.values.tobytes() == theirs.values.tobytes()
        assert (mine.uuids, mine.columns) == (theirs.uuids, theirs.columns)
    assert (whole.tables.genre_features == analysis.tables.genre_features).all()
    assert whole.recipe == analysis.recipe


# A stored clip of a former version has no chords and sections, and is whole all the same; the rhythm has the grid.
@pytest.mark.parametrize("missing", [kind for kind in ORDER[1:] if kind not in (GridStage, ChordsStage, SectionsStage)])
def test_without_any_one_stage_an_analysis_is_not_complete(
    told: tuple[list[Stage], list[float], ClipAnalysis], missing: type
) -> None:
    assert joined([stage for stage in told[0] if not isinstance(stage, missing)]).complete() is None


def test_a_stopped_analysis_has_told_what_it_had(file: Path) -> None:
    stages: list[Stage] = []

    def report(fraction: float, text: str) -> None:
        if any(isinstance(stage, RhythmStage) for stage in stages):
            raise Cancelled

    with pytest.raises(Cancelled):
        analyse_clip(file, report=report, on_stage=stages.append)
    kept = joined(stages)
    assert kept.picture is not None and kept.rhythm is not None and len(kept.rhythm.grid) > 40
    assert kept.bars is None and kept.tables is None and kept.complete() is None


def test_silence_has_its_stages_too(tmp_path: Path) -> None:
    soundfile.write(tmp_path / "silence.wav", np.zeros(22050 * 3), 22050)
    stages: list[Stage] = []
    analyse_clip(tmp_path / "silence.wav", on_stage=stages.append)
    whole = joined(stages).complete()
    assert whole is not None and len(whole.tables.bars) == len(whole.tables.beats) == 0
