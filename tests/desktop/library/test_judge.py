"""The genres of the library are those of the model in use."""

import itertools
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.genre.store import models_folder
from core.library import Catalogue
from desktop.library import judge as judge_module
from desktop.library.page import LibraryPage
from desktop.settings import MODEL, Settings
from desktop.widgets.notices import NoticeBar
from tests.core.library.records import analysed
from tests.core.synthetic_genres import CLASSES, write_linear_model
from tests.waiting import PATIENCE_MS, wait_for

TIMEOUT = PATIENCE_MS
OpenPage = Callable[[Path], LibraryPage]


@pytest.fixture
def model(private_home: Path) -> str:
    models_folder().mkdir(parents=True)
    write_linear_model(models_folder() / "three.gsm")
    return "three"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Nine tracks; one of them was analysed before windows were kept."""
    path = tmp_path / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        for seed in range(9):
            catalogue.store(f"/music/{seed}.wav", analysed(seed, genres={"waltz": 0.5}, model="An older one"))
        with catalogue.raw_writing() as db:
            db.execute("DELETE FROM windows WHERE track_id = 9")
    return path


def genres(page: LibraryPage) -> list[tuple[str | None, str | None]]:
    catalogue = page.controller.catalogue
    assert catalogue is not None
    return [(row[0], row[1]) for row in catalogue.values(catalogue.find(), ("genre", "genre_model"))]


def wait(qtbot: QtBot, page: LibraryPage) -> None:
    qtbot.waitUntil(lambda: not page.judge.is_busy, timeout=TIMEOUT)


def test_a_library_follows_the_model_that_is_chosen_and_says_which_tracks_cannot(
    qtbot: QtBot, open_page: OpenPage, library: Path, settings: Settings, model: str, notices: NoticeBar
) -> None:
    page = open_page(library)
    wait(qtbot, page)
    assert {said_by for _, said_by in genres(page)[:8]} == {"Ten genres"}
    assert notices.notices() == []
    settings.put(MODEL, model)
    page.use_model()
    qtbot.waitUntil(lambda: bool(notices.notices()), timeout=TIMEOUT)
    wait(qtbot, page)
    assert {said_by for _, said_by in genres(page)[:8]} == {"Three genres"}
    assert {genre for genre, _ in genres(page)[:8]} <= set(CLASSES)
    assert genres(page)[8] == ("waltz", "An older one")
    (said,) = [notice.text for notice in notices.notices()]
    assert said == (
        "1 track was analysed by an earlier version and keeps its genre. "
        "Analyse it again to classify it with “Three genres”."
    )
    page.view.grid.select_ids(np.array([1]))
    qtbot.waitUntil(lambda: "(Three genres)" in page.view.details._facts.text(), timeout=TIMEOUT)


def test_a_library_that_was_not_open_follows_when_it_is(
    qtbot: QtBot, open_page: OpenPage, library: Path, settings: Settings, model: str, notices: NoticeBar
) -> None:
    settings.put(MODEL, model)
    page = open_page(library)
    wait(qtbot, page)
    assert {said_by for _, said_by in genres(page)[:8]} == {"Three genres"}
    assert notices.notices() == []


def test_tracks_of_a_batch_are_judged_by_the_model_in_use(
    qtbot: QtBot, open_page: OpenPage, tmp_path: Path, clip: Path, settings: Settings, model: str
) -> None:
    settings.put(MODEL, model)
    page = open_page(tmp_path / "new.sqlite")
    page.add([clip])
    qtbot.waitUntil(lambda: [said_by for _, said_by in genres(page)] == ["Three genres"], timeout=TIMEOUT)
    wait(qtbot, page)


def test_a_large_library_is_judged_in_slices_with_a_strip_that_can_be_cancelled(
    qtbot: QtBot,
    open_page: OpenPage,
    library: Path,
    settings: Settings,
    model: str,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    page = open_page(library)
    wait(qtbot, page)
    gate = tmp_path / "gate"
    monkeypatch.setattr(judge_module.library_jobs, "judge_library", partial(judge_two, gate))
    settings.put(MODEL, model)
    page.use_model()
    qtbot.waitUntil(lambda: not page.judge_strip.isHidden(), timeout=TIMEOUT)
    assert page.judge_strip.text.startswith("Classifying ")
    page.judge_strip.cancel_requested.emit()
    gate.touch()
    wait(qtbot, page)
    assert page.judge_strip.isHidden()
    assert ("Three genres" in {said_by for _, said_by in genres(page)[:8]}) is True
    page.judge.ask()
    wait(qtbot, page)
    assert {said_by for _, said_by in genres(page)[:8]} == {"Three genres"}


def judge_two(gate: Path, emit: object, catalogue: Path, model: Path | None) -> object:
    """Judge one slice of two tracks, in a worker; from the second slice on, only once `gate` is there."""
    from core.jobs import library as library_jobs
    from core.library import judging

    def gated(*args: object) -> list[object]:
        began = gate.with_name("began")
        assert not began.exists() or wait_for("the gate", gate.exists) is None
        began.touch()
        return asked(*args)  # type: ignore[arg-type]

    ticks = itertools.chain([0.0, 0.0], itertools.repeat(1e9))  # the time is over after the first slice
    asked, clock = judging._asked, judging.time
    judging._TOGETHER, judging._asked = 2, gated  # type: ignore[assignment]
    judging.time = SimpleNamespace(monotonic=lambda: next(ticks))  # type: ignore[assignment]
    try:
        return library_jobs.judge_library(emit, catalogue, model)  # type: ignore[arg-type]
    finally:
        judging._TOGETHER, judging._asked, judging.time = 500, asked, clock


def test_the_failure_of_a_library_that_was_left_keeps_none_from_being_judged(
    qtbot: QtBot, open_page: OpenPage, library: Path, settings: Settings, model: str, notices: NoticeBar
) -> None:
    other = library.with_name("other.sqlite")
    with Catalogue.open(other) as catalogue:
        for seed in range(3):
            catalogue.store(f"/music/{seed}.wav", analysed(seed, genres={"waltz": 0.5}, model="An older one"))
    page = open_page(library)
    wait(qtbot, page)
    settings.put(MODEL, model)
    with closing(sqlite3.connect(library, isolation_level=None)) as blocker:
        blocker.execute("BEGIN IMMEDIATE")  # the worker waits for it, and then gives up
        page.judge.ask()
        with qtbot.waitSignal(page.controller.opened, timeout=TIMEOUT):
            page.controller.open(other)
        qtbot.waitUntil(lambda: {said_by for _, said_by in genres(page)} == {"Three genres"}, timeout=TIMEOUT)
        blocker.execute("ROLLBACK")
    assert notices.notices() == []
