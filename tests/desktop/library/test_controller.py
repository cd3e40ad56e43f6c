import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from core.errors import CatalogueError
from core.library import Catalogue
from core.library.synthetic import fill_synthetic
from desktop.library import controller as controller_module
from desktop.library.controller import Found, LibraryController, Query
from desktop.threads import call
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


class Ear:
    """Hears what a controller says."""

    def __init__(self, controller: LibraryController) -> None:
        self.found: list[Found] = []
        self.filter_errors: list[str] = []
        self.failures: list[str] = []
        self.threads: set[threading.Thread] = set()
        controller.found.connect(self._take)
        controller.filter_failed.connect(self.filter_errors.append)
        controller.failed.connect(self.failures.append)

    def _take(self, found: Found) -> None:
        self.threads.add(threading.current_thread())
        self.found.append(found)


@pytest.fixture
def closed_controller(qapp: object) -> Iterator[LibraryController]:
    """A controller without a catalogue."""
    parent = QObject()  # as in the window: it lives until its parent goes, not until the last task lets go of it
    controller = LibraryController(parent)
    yield controller
    controller.shut_down()
    parent.deleteLater()


@pytest.fixture
def controller(qtbot: QtBot, closed_controller: LibraryController, library: Path) -> LibraryController:
    """A controller of 300 tracks."""
    with qtbot.waitSignal(closed_controller.found, timeout=TIMEOUT):
        closed_controller.open(library)
    return closed_controller


def find(qtbot: QtBot, controller: LibraryController, text: str) -> Found:
    with qtbot.waitSignal(controller.found, timeout=TIMEOUT) as answer:
        controller.set_filter(text)
    assert answer.args is not None
    found = answer.args[0]
    assert isinstance(found, Found)
    return found


def test_a_filter_is_answered_on_the_main_thread_with_counts(qtbot: QtBot, controller: LibraryController) -> None:
    ear = Ear(controller)
    found = find(qtbot, controller, "is:failed")
    assert (len(found.ids), found.total, found.query.text) == (3, 300, "is:failed")
    assert ear.threads == {threading.main_thread()}


def test_of_several_questions_only_the_last_is_answered(qtbot: QtBot, controller: LibraryController) -> None:
    ear = Ear(controller)
    for text in ("b", "bi", "bir", "birds"):
        controller.set_filter(text)
    qtbot.waitUntil(lambda: bool(ear.found), timeout=TIMEOUT)
    find(qtbot, controller, "jazz")  # answered by the same thread, after all before it
    assert [found.query.text for found in ear.found] == ["birds", "jazz"]


def test_a_filter_that_makes_no_sense_is_explained_until_it_does(qtbot: QtBot, controller: LibraryController) -> None:
    ear = Ear(controller)
    with qtbot.waitSignal(controller.filter_failed, timeout=TIMEOUT):
        controller.set_filter("bpm:fast")
    assert "bpm" in ear.filter_errors[-1]
    assert ear.found == []
    find(qtbot, controller, "bpm:100-120")
    assert ear.filter_errors[-1] == ""


def test_similar_tracks_begin_with_the_one_they_resemble_and_there_is_a_way_back(
    qtbot: QtBot, controller: LibraryController
) -> None:
    find(qtbot, controller, "genre:jazz")
    with qtbot.waitSignal(controller.found, timeout=TIMEOUT) as answer:
        controller.show_similar(7)
    assert answer.args is not None
    similar = answer.args[0].ids
    assert similar[0] == 7
    assert len(similar) == len(set(similar.tolist())) > 50
    with qtbot.waitSignal(controller.found, timeout=TIMEOUT) as answer:
        controller.leave_similar()
    assert answer.args is not None
    assert answer.args[0].query == Query("genre:jazz")


def test_what_another_process_writes_is_shown_after_a_moment(
    qtbot: QtBot, controller: LibraryController, library: Path
) -> None:
    ear = Ear(controller)
    labels: list[dict[str, int]] = []
    controller.labels_changed.connect(labels.append)
    with Catalogue.open(library) as other:
        other.add_label([1, 2], "from elsewhere")
    qtbot.waitUntil(lambda: bool(labels) and labels[-1].get("from elsewhere") == 2, timeout=TIMEOUT)
    qtbot.waitUntil(lambda: bool(ear.found) and not controller.is_finding)
    n_answers = len(ear.found)
    for _ in range(2):
        with qtbot.waitSignal(controller._watch.timeout):
            pass
        qtbot.waitUntil(lambda: not controller._is_looking)
    assert len(ear.found) == n_answers  # and not asked again when nothing was written


def test_labels_and_edits_are_written_for_all_given_tracks(
    qtbot: QtBot, controller: LibraryController, library: Path
) -> None:
    ids = np.array([3, 5, 8])
    controller.add_label(ids, "set one")
    controller.edit(ids, "bpm", 99.5)
    controller.remove_label(np.array([5]), "set one")
    with Catalogue.open(library, read_only=True) as catalogue:
        qtbot.waitUntil(lambda: len(catalogue.find('label:"set one"')) == 2, timeout=TIMEOUT)
        assert find(qtbot, controller, 'label:"set one"').ids.tolist() == [3, 8]
        assert catalogue.find('label:"set one"').tolist() == [3, 8]
        assert catalogue.values([3, 5, 8], ["bpm"]) == [(99.5,)] * 3


def test_removed_tracks_come_back_by_undo_and_go_by_redo(
    qtbot: QtBot, controller: LibraryController, library: Path
) -> None:
    with qtbot.waitSignal(controller.removed, timeout=TIMEOUT):
        controller.remove(np.array([1, 2]))
    assert find(qtbot, controller, "").total == 298
    with qtbot.waitSignal(controller.restored, timeout=TIMEOUT):
        controller.undo()
    assert len(find(qtbot, controller, "").ids) == 300
    with qtbot.waitSignal(controller.restored, timeout=TIMEOUT):
        controller.redo()
    with Catalogue.open(library, read_only=True) as catalogue:
        assert catalogue.count() == 298
    assert find(qtbot, controller, "").ids[0] == 3


def test_shutting_down_finishes_a_removal(controller: LibraryController, library: Path) -> None:
    controller.remove(np.array([1]))
    controller.shut_down()
    with Catalogue.open(library, read_only=True) as catalogue:
        assert catalogue.count() == 299


def test_a_catalogue_of_a_newer_program_is_explained(
    qtbot: QtBot, closed_controller: LibraryController, library: Path
) -> None:
    with closing(sqlite3.connect(library)) as db:
        db.execute("PRAGMA user_version = 99")
    with qtbot.waitSignal(closed_controller.troubled, timeout=TIMEOUT) as trouble:
        closed_controller.open(library)
    assert trouble.args is not None
    assert "newer Groovescope" in trouble.args[0]


def test_a_damaged_catalogue_is_explained_and_left_alone(
    qtbot: QtBot, closed_controller: LibraryController, tmp_path: Path
) -> None:
    path = tmp_path / "damaged.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    with qtbot.waitSignal(closed_controller.troubled, timeout=TIMEOUT) as trouble:
        closed_controller.open(path)
    assert trouble.args is not None
    assert "not a Groovescope library" in trouble.args[0]
    assert path.read_bytes().startswith(b"not a database")


def test_another_catalogue_opened_at_once_replaces_the_first(
    qtbot: QtBot, closed_controller: LibraryController, library: Path, tmp_path: Path
) -> None:
    ear = Ear(closed_controller)
    closed_controller.open(library)
    with qtbot.waitSignal(closed_controller.found, timeout=TIMEOUT):
        closed_controller.open(tmp_path / "other.sqlite")
    find(qtbot, closed_controller, "jazz")
    assert [found.total for found in ear.found] == [0, 0]


def is_closed(catalogue: Catalogue) -> bool:
    try:
        catalogue.count()
    except CatalogueError:
        return True
    return False


def test_a_question_to_a_library_that_was_left_fails_in_silence(
    qtbot: QtBot, controller: LibraryController, tmp_path: Path
) -> None:
    ear = Ear(controller)
    left, go_on = controller.catalogue, threading.Event()
    assert left is not None
    answers: list[object] = []
    task = controller.ask(answers.append, lambda: go_on.wait(20) and left.count())
    with qtbot.waitSignal(controller.found, timeout=TIMEOUT):
        controller.open(tmp_path / "other.sqlite")
    qtbot.waitUntil(lambda: is_closed(left), timeout=TIMEOUT)
    with qtbot.waitSignal(task.failed, timeout=TIMEOUT):
        go_on.set()
    assert (answers, ear.failures) == ([], [])


def test_a_filter_on_a_library_that_was_left_fails_in_silence(
    qtbot: QtBot, controller: LibraryController, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = Ear(controller)
    left = controller.catalogue
    began, go_on, ended = threading.Event(), threading.Event(), threading.Event()
    assert left is not None

    def find_late(*args: Any) -> Found:
        began.set()
        try:
            go_on.wait(20)
            return real_find(*args)
        finally:
            ended.set()

    real_find = controller_module.find
    monkeypatch.setattr(controller_module, "find", find_late)
    controller.set_filter("birds")
    assert began.wait(20)  # else it would be cancelled before it fails
    controller.let_go()
    qtbot.waitUntil(lambda: is_closed(left), timeout=TIMEOUT)
    assert not controller.is_finding
    go_on.set()
    assert ended.wait(20)
    with qtbot.waitSignal(controller._readers.run(call, int).succeeded, timeout=TIMEOUT):
        pass  # what was queued for the main thread before has arrived
    assert (ear.failures, ear.filter_errors) == ([], [])


def test_a_removal_that_is_still_being_written_hides_nothing_in_the_next_library(
    qtbot: QtBot, controller: LibraryController, library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.sqlite"
    with Catalogue.open(other) as catalogue:
        fill_synthetic(catalogue, 300)
    forgotten: list[object] = []
    with closing(sqlite3.connect(library, isolation_level=None)) as blocker:
        blocker.execute("BEGIN IMMEDIATE")
        controller.remove(np.array([1, 2]))
        controller.forget_analyses(np.array([5]), forgotten.append)
        left = controller.catalogue
        assert left is not None
        with qtbot.waitSignal(controller.found, timeout=TIMEOUT) as answer:
            controller.open(other)
        blocker.execute("ROLLBACK")
    assert answer.args is not None
    assert (answer.args[0].total, len(answer.args[0].ids)) == (300, 300)
    qtbot.waitUntil(lambda: is_closed(left), timeout=TIMEOUT)  # after all that was to be written
    with qtbot.waitSignal(controller.found, timeout=TIMEOUT):
        controller.refresh()
    assert forgotten == []  # else they would be analysed into this library
    with Catalogue.open(library, read_only=True) as catalogue:
        assert catalogue.count() == 298


def test_while_another_program_writes_a_label_fails_in_words_and_nothing_hangs(
    qtbot: QtBot, controller: LibraryController, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ear = Ear(controller)
    monkeypatch.setattr("core.library.connection.BUSY_SECONDS", 0.2)
    blocker = sqlite3.connect(library, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    controller.add_label(np.array([1]), "late")
    qtbot.waitUntil(lambda: bool(ear.failures), timeout=TIMEOUT)
    assert "another program" in ear.failures[0]
    blocker.execute("ROLLBACK")
    blocker.close()
