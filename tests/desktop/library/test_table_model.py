import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.library import LIBRARY_COLUMNS
from desktop.library.table_model import AHEAD, MOST_KEPT, TrackTableModel
from tests.waiting import settle

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


class Shelf:
    """Answers a model's questions when told to."""

    def __init__(self, model: TrackTableModel) -> None:
        self.model = model
        self.asked: list[tuple[list[int], tuple[str, ...]]] = []
        model.values_wanted.connect(lambda ids, names: self.asked.append((ids.tolist(), names)))

    def answer(self, version: str = "") -> None:
        ids, names = self.asked[-1]
        rows = [tuple(self.value(track, name, version) for name in names) for track in ids]
        self.model.take_values(np.array(ids), names, rows)

    @staticmethod
    def value(track: int, name: str, version: str) -> object:
        values = {"duration": 60.0 + track, "state": "failed" if track % 5 == 0 else "analysed"}
        return values.get(name, f"{name} {track}{version}")


@pytest.fixture
def model(qapp: object) -> TrackTableModel:
    model = TrackTableModel(LIBRARY_COLUMNS)
    model.set_shown(["name", "artist", "duration", "state", "genre"])
    return model


def look_at(model: TrackTableModel, rows: range, name: str = "name") -> list[str]:
    model.look(rows.start, rows.stop)
    return [model.index(row, model.place_of(name)).data() for row in rows]


def test_the_model_keeps_the_rules_of_item_models(qtbot: QtBot, model: TrackTableModel) -> None:
    tester = QAbstractItemModelTester(model, FATAL)
    shelf = Shelf(model)
    for ids in (np.arange(1, 40), np.arange(30, 5, -1), np.empty(0, dtype=np.int64), np.arange(1, 9)):
        model.set_ids(ids)
        look_at(model, range(len(ids)))
        settle()
        if shelf.asked:
            shelf.answer()
        model.set_playing(5)
        model.forget_values()
    assert model.rowCount() == 8
    del tester


def test_a_cell_is_empty_until_its_value_comes(qtbot: QtBot, model: TrackTableModel) -> None:
    shelf = Shelf(model)
    model.set_ids(np.array([7, 3, 5]))
    assert look_at(model, range(3)) == ["", "", ""]
    qtbot.waitUntil(lambda: bool(shelf.asked))
    shelf.answer()
    assert look_at(model, range(3)) == ["name 7", "name 3", "name 5"]
    assert look_at(model, range(1), "duration") == ["1:07"]
    assert len(shelf.asked) == 1


def test_only_what_is_looked_at_is_asked_for_and_one_answer_at_a_time(qtbot: QtBot, model: TrackTableModel) -> None:
    shelf = Shelf(model)
    model.set_ids(np.arange(100_000))
    look_at(model, range(50_000, 50_040))
    qtbot.waitUntil(lambda: bool(shelf.asked))
    assert shelf.asked[0][0] == list(range(50_000 - AHEAD, 50_040 + AHEAD))
    look_at(model, range(10, 50))
    look_at(model, range(90_000, 90_040))
    settle()
    assert len(shelf.asked) == 1
    shelf.answer()
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    assert shelf.asked[1][0] == list(range(90_000 - AHEAD, 90_040 + AHEAD))


def test_scrolling_on_asks_ahead_before_unknown_rows_come_into_sight(qtbot: QtBot, model: TrackTableModel) -> None:
    shelf = Shelf(model)
    model.set_ids(np.arange(1000))
    look_at(model, range(40))
    qtbot.waitUntil(lambda: bool(shelf.asked))
    shelf.answer()
    for top in range(0, 200, 5):
        texts = look_at(model, range(top, top + 40))
        assert texts[-1] == f"name {top + 39}"
        if len(shelf.asked) == 1:
            settle()
        if len(shelf.asked) == 2:
            break
    assert top + 40 < 40 + AHEAD
    assert shelf.asked[1][0][0] == 40 + AHEAD


def test_after_a_change_the_former_values_stand_until_the_new_ones_come(qtbot: QtBot, model: TrackTableModel) -> None:
    shelf = Shelf(model)
    model.set_ids(np.arange(1, 5))
    look_at(model, range(4))
    qtbot.waitUntil(lambda: bool(shelf.asked))
    shelf.answer()
    model.forget_values()
    assert look_at(model, range(1)) == ["name 1"]
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    shelf.answer(" (edited)")
    assert look_at(model, range(1)) == ["name 1 (edited)"]


def test_a_column_shown_later_is_asked_for(qtbot: QtBot, model: TrackTableModel) -> None:
    shelf = Shelf(model)
    model.set_ids(np.arange(1, 5))
    look_at(model, range(4))
    qtbot.waitUntil(lambda: bool(shelf.asked))
    shelf.answer()
    model.set_shown(["name", "album"])
    assert look_at(model, range(1), "album") == [""]
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)
    assert "album" in shelf.asked[1][1]
    shelf.answer()
    assert look_at(model, range(1), "album") == ["album 1"]


def test_when_no_answer_comes_the_next_look_asks_again(qtbot: QtBot, model: TrackTableModel) -> None:
    shelf = Shelf(model)
    model.set_ids(np.arange(1, 5))
    look_at(model, range(4))
    qtbot.waitUntil(lambda: bool(shelf.asked))
    model.stop_waiting()
    look_at(model, range(4))
    qtbot.waitUntil(lambda: len(shelf.asked) == 2)


def test_rows_are_found_by_id_and_missing_ids_are_passed_over(model: TrackTableModel) -> None:
    model.set_ids(np.array([40, 10, 30, 20]))
    assert sorted(model.rows_of(np.array([20, 40, 99, -1])).tolist()) == [0, 3]
    assert model.rows_of(np.empty(0, dtype=np.int64)).tolist() == []
    model.set_ids(np.empty(0, dtype=np.int64))
    assert model.rows_of(np.array([20])).tolist() == []


def test_what_failed_is_coloured_and_genres_have_their_dot(qtbot: QtBot, model: TrackTableModel) -> None:
    shelf = Shelf(model)
    model.set_ids(np.array([4, 5]))
    look_at(model, range(2))
    qtbot.waitUntil(lambda: bool(shelf.asked))
    shelf.answer()
    foreground, decoration = Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.DecorationRole
    assert model.index(0, model.place_of("state")).data(foreground) is None
    assert model.index(1, model.place_of("state")).data(foreground) is not None
    assert model.index(0, model.place_of("genre")).data(decoration) is not None
    assert model.index(0, model.place_of("name")).data(decoration) is None
    model.set_playing(4)
    assert model.index(0, model.place_of("name")).data(decoration) is not None


def test_a_pencil_marks_the_tempo_of_edited_beats(model: TrackTableModel) -> None:
    model.set_ids(np.array([1, 2, 3]))
    model.take_values(model.ids, ("edited", "bpm"), [("beats", 128.04), (None, 90.0), ("beats", None)])
    edited, tracked, without = (model.index(row, model.place_of("bpm")) for row in range(3))
    decoration, tip = Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.ToolTipRole
    assert (edited.data(), tracked.data(), without.data()) == ("128.0", "90.0", "")
    assert edited.data(decoration) is not None and tracked.data(decoration) is None
    assert (edited.data(tip), without.data(tip)) == ("128.0 BPM · beats edited", "Beats edited")


def test_values_do_not_pile_up_without_end(model: TrackTableModel) -> None:
    model.set_ids(np.arange(MOST_KEPT * 2))
    for start in range(0, MOST_KEPT + 2000, 1000):
        ids = np.arange(start, start + 1000)
        model.take_values(ids, ("name",), [(f"name {i}",) for i in ids])
    assert sum(model.value(track, "name") is not None for track in range(MOST_KEPT * 2)) <= MOST_KEPT
    assert model.value(MOST_KEPT + 1999, "name") == f"name {MOST_KEPT + 1999}"


def test_the_heading_tells_how_the_filter_names_a_column(model: TrackTableModel) -> None:
    place = model.place_of("spectral_centroid_mean")
    tip = model.headerData(place, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert "spectral_centroid_mean:" in tip
    assert "Hz" in tip
