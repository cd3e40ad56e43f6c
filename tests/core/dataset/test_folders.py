"""Folders of music become a data set through the library's batch, and files that fail do not stop it."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.dataset.folders import load_folder
from core.errors import DatasetError
from core.features.recipe import GENRE_COLUMNS, RECIPE, RECIPE_2, RECIPES
from core.library import Catalogue
from core.library.packing import pack, unpack
from core.messages import texts
from core.progress import Cancelled
from core.synthesis import synthesise
from core.synthesis.styles import STYLES
from core.workers.pool import WorkerPool


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("music")
    for style in ("drift", "stomp"):
        (folder / style).mkdir()
        for number in range(2):
            clip = synthesise(4.0, 100 + 10 * number, number, sr=22050, style=STYLES[style])
            soundfile.write(folder / style / f"{number}.wav", clip.y, clip.sr)
    (folder / "stomp" / "broken.wav").write_bytes(b"RIFF and nothing else")
    return folder


class NoWork:
    """An executor that is given no work."""

    max_workers = 1

    def submit(self, *arguments: object, **options: object) -> None:
        pytest.fail("analysed again")


def test_subfolders_are_labels_and_a_second_time_nothing_is_analysed(music: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    with WorkerPool(1, threads_per_worker=1) as pool:
        dataset = load_folder(music, pool, catalogue=store, groups="folder")
    assert dataset.classes == ("drift", "stomp") and dataset.y.tolist() == [0, 0, 1, 1]
    assert dataset.columns == GENRE_COLUMNS and dataset.recipe == RECIPE
    assert dataset.row_names[0] == "drift/0.wav" and dataset.locations[0] == str(music / "drift" / "0.wav")
    assert dataset.groups is not None and dataset.groups.tolist() == [0, 0, 1, 1]
    assert any("1 of 5 files could not be analysed" in note for note in texts(dataset.notes))

    again = load_folder(music, NoWork(), catalogue=store)  # type: ignore[arg-type]
    np.testing.assert_array_equal(again.X, dataset.X)


def test_extended_features_are_measured_of_files_that_lack_them_and_of_no_others(music: Path, tmp_path: Path) -> None:
    store = tmp_path / "store.sqlite"
    with WorkerPool(1, threads_per_worker=1) as pool:
        basic = load_folder(music, pool, catalogue=store)
        with Catalogue.open(store) as catalogue, catalogue.raw_writing() as db:  # as a former version stored them
            for track, rows in db.execute("SELECT track_id, rows FROM windows WHERE track_id < 3").fetchall():
                former = (RECIPE, pack(unpack(rows)[:, :60]), track)
                db.execute("UPDATE windows SET recipe = ?, rows = ? WHERE track_id = ?", former)
        told: list[str] = []
        extended = load_folder(music, pool, lambda fraction, text: told.append(text), catalogue=store, recipe=RECIPE_2)
    assert extended.columns == RECIPES[RECIPE_2] and extended.recipe == RECIPE_2
    np.testing.assert_array_equal(extended.X[:, :58], basic.X)
    assert np.isfinite(extended.X[:, 58:]).all() and len(set(extended.X[:, 100].tolist())) == len(extended)
    assert extended.source.sha256 != basic.source.sha256
    with Catalogue.open(store) as catalogue:
        assert catalogue.judgements.count_deaf(RECIPE_2) == 0
        pieces = catalogue.find()
    assert len(pieces) == 5
    again = load_folder(music, NoWork(), catalogue=store, recipe=RECIPE_2)  # type: ignore[arg-type]
    np.testing.assert_array_equal(again.X, extended.X)


def test_a_folder_without_labels_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "a.wav").write_bytes(b"")
    (tmp_path / "b.wav").write_bytes(b"")
    with WorkerPool(1) as pool:
        with pytest.raises(DatasetError, match="has music in 1 subfolder; give a folder with one subfolder"):
            load_folder(tmp_path, pool)
        with pytest.raises(DatasetError, match="There is no folder"):
            load_folder(tmp_path / "none", pool)
        assert pool.pids() == ()


def test_analysing_a_folder_can_be_cancelled(music: Path, tmp_path: Path) -> None:
    def stop(fraction: float, text: str) -> None:
        raise Cancelled

    with WorkerPool(1, threads_per_worker=1) as pool, pytest.raises(Cancelled):
        load_folder(music, pool, stop, catalogue=tmp_path / "store.sqlite")
