"""The genres of a library by another model, without hearing a file again."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.errors import ModelError
from core.features.recipe import RECIPE_2
from core.genre.model import GenreModel, load_model
from core.genre.novelty import fit_novelty
from core.genre.windows import GenreWindows
from core.jobs import clip as clip_jobs
from core.jobs import library as library_jobs
from core.library import Catalogue, judging
from core.library.batch import analyse_files
from core.library.judging import Judged, judge_library
from core.progress import silent
from core.workers.pool import WorkerPool
from models import shipped_model_path
from resources import resource_path
from tests.core.library.records import analysed
from tests.core.synthetic_genres import linear_passport, write_linear_model

SHOWN = ("genre", "genre_probability", "genre_model")


@pytest.fixture
def model(tmp_path: Path) -> GenreModel:
    write_linear_model(tmp_path / "three.gsm")
    return load_model(tmp_path / "three.gsm")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    """Seven tracks of two windows each."""
    with Catalogue.open(tmp_path / "library.sqlite") as made:
        for seed in range(7):
            made.store(f"/music/{seed}.wav", analysed(seed, genres={"waltz": 0.5, "polka": 0.3}, model="An older one"))
        yield made


def judge(catalogue: Catalogue, model: GenreModel, seconds: float = 60.0) -> Judged:
    return judge_library(catalogue.judgements, model, silent, seconds)


def test_every_track_shows_what_the_model_says_of_its_windows(catalogue: Catalogue, model: GenreModel) -> None:
    ids = catalogue.find()
    assert catalogue.values(ids[:1], SHOWN) == [("waltz", 0.5, "An older one")]
    assert judge(catalogue, model) == Judged("Three genres", 7, 0, 0)
    for seed, (genre, probability, said_by) in enumerate(catalogue.values(ids, SHOWN)):
        windows = analysed(seed).windows
        expected = model.predict(windows.features, windows.times, 30.0)
        assert genre == expected.classes[expected.probabilities.argmax()]
        assert probability == pytest.approx(expected.probabilities.max(), abs=1e-9)
        assert said_by == "Three genres"
    assert len(catalogue.find("genre_model:three")) == 7


def test_nothing_is_asked_twice_and_a_new_track_is_asked_alone(catalogue: Catalogue, model: GenreModel) -> None:
    judge(catalogue, model)
    assert judge(catalogue, model).n_judged == 0
    catalogue.store("/music/new.wav", analysed(99, model_digest="another"))
    assert judge(catalogue, model).n_judged == 1
    catalogue.store("/music/known.wav", analysed(100, genres={"polka": 0.9}, model_digest=model.digest))
    assert judge(catalogue, model).n_judged == 0


def test_what_does_not_fit_into_the_time_is_left_for_the_next(
    catalogue: Catalogue, model: GenreModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "_TOGETHER", 3)
    ticks = iter(range(1000))
    monkeypatch.setattr(judging.time, "monotonic", lambda: next(ticks))
    told: list[tuple[float, str]] = []
    first = judge_library(catalogue.judgements, model, lambda *progress: told.append(progress), 2)
    assert (first.n_judged, first.n_left) == (3, 4)
    assert told == [(0.0, "Classifying 7 tracks with Three genres")]
    assert judge(catalogue, model, 100) == Judged("Three genres", 4, 0, 0)


def test_a_silent_piece_and_a_damaged_one_have_no_genre_and_the_others_do(
    catalogue: Catalogue, model: GenreModel
) -> None:
    nothing = np.full((1, 58), np.nan)
    silent_piece = GenreWindows(nothing, np.array([[0.0, 20.0]]), nothing[0])
    quiet = catalogue.store("/music/silent.wav", replace(analysed(50), windows=silent_piece))
    with catalogue.raw_writing() as db:
        db.execute("UPDATE windows SET rows = x'0004' WHERE track_id = 3")
    assert judge(catalogue, model).n_judged == 8
    assert catalogue.values([quiet, 3], ["genre", "genre_probability"]) == [(None, None), (None, None)]
    assert None not in [genre for (genre,) in catalogue.values([1, 2, 4, 5, 6, 7], ["genre"])]


def test_a_model_of_whole_pieces_hears_the_whole(catalogue: Catalogue, tmp_path: Path) -> None:
    write_linear_model(tmp_path / "whole.gsm", replace(linear_passport(), window=200.0))
    model = load_model(tmp_path / "whole.gsm")
    judge(catalogue, model)
    whole = analysed(0).windows.whole[np.newaxis]
    expected = model.predict(whole, [[0.0, 30.0]], 30.0).probabilities.max()
    assert catalogue.values([1], ["genre_probability"])[0][0] == pytest.approx(expected, abs=1e-9)


def test_tracks_without_windows_keep_their_genre_and_are_counted(catalogue: Catalogue, model: GenreModel) -> None:
    with catalogue.raw_writing() as db:
        db.execute("DELETE FROM windows WHERE track_id IN (2, 5)")
    assert judge(catalogue, model) == Judged("Three genres", 5, 0, 2)
    assert catalogue.values([2], SHOWN) == [("waltz", 0.5, "An older one")]


def test_a_removed_track_leaves_no_windows_behind(catalogue: Catalogue, model: GenreModel) -> None:
    catalogue.remove([1, 2])
    assert judge(catalogue, model).n_judged == 5
    assert catalogue.problems() == []


def test_what_a_batch_stores_has_the_shipped_models_word_and_another_says_what_it_says_of_the_clip(
    tmp_path: Path, model: GenreModel
) -> None:
    shipped = load_model(shipped_model_path())
    with Catalogue.open(tmp_path / "real.sqlite") as catalogue, WorkerPool(1) as pool:
        analyse_files(catalogue, [resource_path("demo.flac")], pool)
        assert catalogue.judgements.count_left(shipped.digest) == 0
        (before,) = catalogue.values(catalogue.find(), SHOWN)
        assert before[2] == shipped.passport.name
        judged, note = pool.submit(library_jobs.judge_library, catalogue.path, tmp_path / "three.gsm").result(60)
        assert (judged.n_judged, note) == (1, None)
        (after,) = catalogue.values(catalogue.find(), SHOWN)
        analysis = pool.submit(clip_jobs.analyse, resource_path("demo.flac"), tmp_path / "three.gsm").result(60)
        assert after[0] == analysis.genre.prediction.classes[analysis.genre.prediction.probabilities.argmax()]
        assert after[1] == pytest.approx(analysis.genre.prediction.probabilities.max(), abs=1e-6)
        judged, note = pool.submit(library_jobs.judge_library, catalogue.path, tmp_path / "gone.gsm").result(60)
        assert note.code == "genre.substituted" and "no longer exists" in str(note)
        (again,) = catalogue.values(catalogue.find(), SHOWN)
        assert again[0] == before[0] and again[1] == pytest.approx(before[1], abs=1e-6)


def test_a_model_that_reads_other_columns_changes_nothing(catalogue: Catalogue, tmp_path: Path) -> None:
    write_linear_model(tmp_path / "foreign.gsm", linear_passport(("rms_mean", "tempo", "a column of mine")))
    with pytest.raises(ModelError, match="a column of mine"):
        judge(catalogue, load_model(tmp_path / "foreign.gsm"))
    assert catalogue.values([1], SHOWN) == [("waltz", 0.5, "An older one")]


def test_a_track_unlike_the_training_music_is_marked_and_found(catalogue: Catalogue, tmp_path: Path) -> None:
    columns = ("rms_mean", "tempo", "mfcc1_mean")
    X = np.exp(np.random.default_rng(0).normal(0, 0.1, (60, 3)))
    far = replace(linear_passport(columns), novelty=fit_novelty(X * 1e4, np.arange(60) % 3, columns))
    write_linear_model(tmp_path / "far.gsm", far)
    model = load_model(tmp_path / "far.gsm")
    judge(catalogue, model)
    assert len(catalogue.find("is:outside")) == 7
    assert len(catalogue.find("-is:outside")) == 0
    (novelty,) = catalogue.values([1], ["genre_novelty"])[0]
    windows = analysed(0).windows
    assert novelty == pytest.approx(model.predict(windows.features, windows.times, 30.0).novelty, rel=1e-9)
    write_linear_model(tmp_path / "old.gsm")
    judge(catalogue, load_model(tmp_path / "old.gsm"))
    assert len(catalogue.find("is:outside")) == 0
    assert catalogue.values([1], ["genre_novelty"]) == [(None,)]


def test_a_model_of_the_second_recipe_judges_what_has_its_features_and_counts_the_others(
    catalogue: Catalogue, tmp_path: Path
) -> None:
    columns = ("rms_mean", "tempo", "pulse_clarity")
    write_linear_model(tmp_path / "wide.gsm", replace(linear_passport(columns), recipe=RECIPE_2))
    model = load_model(tmp_path / "wide.gsm")
    assert judge(catalogue, model) == Judged("Three genres", 0, 0, 7)
    assert catalogue.values([1], SHOWN) == [("waltz", 0.5, "An older one")]
    wide = analysed(70, extended=True)
    new = catalogue.store("/music/new.wav", wide)
    assert judge(catalogue, model) == Judged("Three genres", 1, 0, 7)
    expected = model.predict(*wide.windows.for_model(model.passport, 30.0), 30.0)
    ((genre, probability, said_by),) = catalogue.values([new], SHOWN)
    assert genre == expected.classes[expected.probabilities.argmax()] and said_by == "Three genres"
    assert probability == pytest.approx(expected.probabilities.max(), abs=1e-9)


def test_a_model_of_the_first_recipe_judges_tracks_of_both(catalogue: Catalogue, model: GenreModel) -> None:
    new = catalogue.store("/music/new.wav", analysed(70, extended=True))
    assert judge(catalogue, model) == Judged("Three genres", 8, 0, 0)
    windows = analysed(70, extended=True).windows
    expected = model.predict(*windows.for_model(model.passport, 30.0), 30.0)
    assert catalogue.values([new], SHOWN)[0][1] == pytest.approx(expected.probabilities.max(), abs=1e-9)


def test_an_analysis_that_is_there_is_completed_by_what_it_lacks(catalogue: Catalogue, model: GenreModel) -> None:
    judge(catalogue, model)
    before = catalogue.values([1], SHOWN)
    catalogue.store("/music/0.wav", analysed(0, extended=True))
    assert catalogue.values([1], SHOWN) == before
    assert catalogue.judgements.count_deaf(RECIPE_2) == 6 and catalogue.judgements.count_left(model.digest) == 0
    catalogue.store("/music/0.wav", analysed(0))  # what a former version stores takes nothing away
    assert catalogue.judgements.count_deaf(RECIPE_2) == 6
