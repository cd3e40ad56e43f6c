"""What a worker answers when somebody asks why a clip has its genre."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np

from core.analysis import analyse_clip
from core.genre.windows import GenreWindows
from core.jobs.clip_reasons import explain, nearest_tracks, reasons_in_brief
from core.library import Catalogue
from core.workers.pool import Emitter
from resources import resource_path
from tests.core.library.records import analysed
from tests.core.synthetic_genres import write_linear_model


def library_of(folder: Path, n_tracks: int) -> Path:
    path = folder / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        for seed in range(n_tracks):
            file = folder / f"{seed}.wav"
            file.touch()
            catalogue.store(str(file), analysed(seed, genres={"polka": 0.9}))
    return path


def test_the_tracks_that_sound_alike_are_the_nearest_first_and_not_the_clip_itself(tmp_path: Path) -> None:
    path = library_of(tmp_path, 8)
    whole = analysed(3).genre_features
    found = nearest_tracks(path, whole, "another content")
    assert [one.path.name for one in found][:1] == ["3.wav"]
    assert found[0].distance == 0.0
    assert [one.distance for one in found] == sorted(one.distance for one in found)
    assert found[0].genre == "polka"
    others = nearest_tracks(path, whole, analysed(3).content_id)
    assert "3.wav" not in [one.path.name for one in others]
    (tmp_path / "3.wav").unlink()
    assert "3.wav" not in [one.path.name for one in nearest_tracks(path, whole, "another content")]


def test_without_a_library_there_are_reasons_and_no_neighbours(tmp_path: Path) -> None:
    write_linear_model(tmp_path / "model.gsm")
    features = np.abs(np.random.default_rng(0).normal(1, 0.3, (2, 58)))
    windows = GenreWindows(features, np.array([[0.0, 30.0], [30.0, 60.0]]), features.mean(axis=0))
    found = explain(
        Emitter(lambda _: None, lambda: False),
        windows,
        60.0,
        tmp_path / "model.gsm",
        None,
        tmp_path / "none.sqlite",
        "content",
    )
    assert len(found.reasons.genres) == 2
    assert any(one.speaking or one.against for one in found.reasons.genres)
    assert found.nearest == ()


def test_a_damaged_library_costs_the_neighbours_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(b"no catalogue")
    assert nearest_tracks(path, np.ones(58), "content") == ()


def test_an_analysed_clip_has_reasons_by_the_model_that_named_its_genre_and_none_by_another(tmp_path: Path) -> None:
    analysis = analyse_clip(resource_path("demo.flac"))
    lines = reasons_in_brief(analysis, None)
    assert lines and all(re.fullmatch(r"[+\N{MINUS SIGN}]\d+ \S.*", line) for line in lines)
    signs = [line[0] for line in lines]
    assert signs == sorted(signs)  # what speaks for it comes first
    write_linear_model(tmp_path / "model.gsm")
    assert reasons_in_brief(analysis, tmp_path / "model.gsm") == ()
    without = replace(analysis, genre=replace(analysis.genre, prediction=None))
    assert reasons_in_brief(without, None) == ()
