import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from platformdirs import user_cache_path
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from core.jobs.data import DataRequest
from core.synthesis import demo
from desktop.training.baselines.step import BaselinesStep
from desktop.training.data.doctor_panel import SKIPPED
from desktop.training.data.form import MAKE_SPLIT
from desktop.training.data.step import DEMO, DataStep
from desktop.training.one_task import Activity
from desktop.training.opened_data import BY_HAND
from desktop.training.page import TrainingPage
from desktop.training.provenance import data_in_words
from desktop.training.search.step import SearchStep
from desktop.training.session import TrainingSession
from desktop.widgets.notices import NoticeBar
from tests.core.training.data import made_dataset
from tests.waiting import PATIENCE_MS

TIMEOUT = PATIENCE_MS


@pytest.fixture
def step(page: TrainingPage) -> DataStep:
    made = page.steps["data"]
    assert isinstance(made, DataStep)
    return made


def test_a_dropped_table_is_read_and_examined(
    qtbot: QtBot, page: TrainingPage, step: DataStep, table: Path, tmp_path: Path
) -> None:
    assert step.stack.currentWidget() is step.state
    page.take_drop([table])
    qtbot.waitUntil(lambda: page.session.findings is not None, timeout=TIMEOUT)
    assert step.stack.currentWidget() is step.splitter
    assert step.form.name.full_text == "songs.csv"
    assert step.form.label_box.currentText() == "label"
    titles = [card.finding.title for card in step.doctor.cards]
    assert any("copies" in title for title in titles)
    assert any("length" in title for title in titles)
    step.doctor.export_button.export(tmp_path / "findings.csv")
    with (tmp_path / "findings.csv").open(encoding="utf-8", newline="") as stream:
        assert [row["finding"] for row in csv.DictReader(stream)] == titles


def test_several_files_at_once_are_refused_in_words(
    page: TrainingPage, step: DataStep, table: Path, notices: NoticeBar
) -> None:
    page.take_drop([table, table.with_name("other.csv")])
    assert page.session.dataset is None
    assert "one table" in notices.notices()[0].text


def test_the_doctor_can_be_skipped_and_says_so(
    qtbot: QtBot, page: TrainingPage, step: DataStep, session: TrainingSession, table: Path
) -> None:
    page.take_drop([table])
    qtbot.waitUntil(lambda: session.activity is Activity.EXAMINING, timeout=TIMEOUT)
    assert not step.doctor.skip.isHidden()
    qtbot.mouseClick(step.doctor.skip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)
    assert session.findings is None
    assert step.doctor.skip.isHidden()
    assert step.doctor.state.text() == SKIPPED
    assert step.doctor.again.text() == "Examine"


def test_other_groups_repeat_only_what_depends_on_groups(qtbot: QtBot, loaded: TrainingSession, step: DataStep) -> None:
    assert loaded.findings is not None
    before = {one.key: one for one in loaded.findings}
    step.form.groups_box.setCurrentText("none")
    step.form.groups_box.activated.emit(step.form.groups_box.currentIndex())
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    after = {one.key: one for one in loaded.findings or ()}
    assert "no-groups" in after
    assert not {"shared-groups", "dominating-groups"} & set(after)
    same = set(after) - {"no-groups", "reading"}
    assert same
    assert {key: after[key] for key in same} == {key: before[key] for key in same}


def test_a_table_of_groups_that_lies_beside_is_one_click_on_the_finding(
    qtbot: QtBot, page: TrainingPage, step: DataStep, session: TrainingSession, table: Path
) -> None:
    lines = [line.split(",") for line in table.read_text(encoding="utf-8").splitlines()]
    artists = "\n".join(["features_row,artist", *(f"{row},{line[-2]}" for row, line in enumerate(lines[1:]))])
    table.with_name("artists.csv").write_text(artists, encoding="utf-8")
    table.write_text("\n".join(",".join([*line[:-2], line[-1]]) for line in lines), encoding="utf-8")
    page.take_drop([table])
    qtbot.waitUntil(lambda: session.findings is not None, timeout=TIMEOUT)
    card = next(one for one in step.doctor.cards if one.finding.key == "no-groups")
    button = next(one for one in card.findChildren(QPushButton) if one.text() == "Use artists.csv")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)
    assert session.dataset is not None
    assert len(session.dataset.group_names) == 30


def test_fewer_folds_are_one_click_where_a_class_is_too_small_for_more(
    qtbot: QtBot, page: TrainingPage, step: DataStep, session: TrainingSession
) -> None:
    session.use(made_dataset(counts=(30, 30, 3), group_size=1))
    session.examine()
    qtbot.waitUntil(lambda: session.findings is not None, timeout=TIMEOUT)
    card = next(one for one in step.doctor.cards if one.finding.key == "small-classes")
    button = next(one for one in card.findChildren(QPushButton) if one.text() == "Use 3 folds")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)
    assert "small-classes" not in {one.key for one in session.findings or ()}
    baselines, search = page.steps["baselines"], page.steps["search"]
    assert isinstance(baselines, BaselinesStep)
    assert isinstance(search, SearchStep)
    assert (baselines.choice.folds.value(), search.form.folds.value()) == (3, 3)


def test_a_remedy_is_on_record_and_can_be_undone(loaded: TrainingSession, step: DataStep) -> None:
    assert loaded.findings is not None
    remedy = next(one for finding in loaded.findings for one in finding.remedies if one.columns == ("length",))
    loaded.apply(remedy)
    assert loaded.dataset is not None
    assert "length" not in loaded.dataset.columns
    assert loaded.findings_are_old
    assert len(step.doctor.record) == 1
    assert all(remedy not in card.finding.remedies for card in step.doctor.cards)
    loaded.undo(0)
    assert "length" in loaded.dataset.columns
    assert not step.doctor.record


def test_spellings_of_a_class_are_merged_with_a_click_and_parted_again(
    qtbot: QtBot, page: TrainingPage, step: DataStep, session: TrainingSession, table: Path
) -> None:
    lines = table.read_text(encoding="utf-8").replace("calm", "Calm").splitlines()
    lines[1:20] = [line.replace("Calm", "CALM\u00a0") for line in lines[1:20]]
    table.write_text("\n".join(lines), encoding="utf-8")
    page.take_drop([table])
    qtbot.waitUntil(lambda: session.findings is not None, timeout=TIMEOUT)
    assert session.dataset is not None and session.findings is not None
    assert session.dataset.classes == ("CALM", "Calm", "loud", "odd")
    finding = next(one for one in session.findings if one.key == "class-spellings")
    session.apply(finding.remedies[0])
    qtbot.waitUntil(lambda: session.findings is not None and not session.is_busy, timeout=TIMEOUT)
    assert session.dataset.classes == ("Calm", "loud", "odd")
    assert "class-spellings" not in {one.key for one in session.findings}
    session.undo(0)
    qtbot.waitUntil(lambda: session.findings is not None and not session.is_busy, timeout=TIMEOUT)
    assert session.dataset.classes == ("CALM", "Calm", "loud", "odd")


def test_columns_left_out_by_hand_are_one_entry_on_record(loaded: TrainingSession) -> None:
    assert loaded.dataset is not None
    loaded.choose_columns(frozenset({"tempo", "rms_mean", "brightness"}))
    assert loaded.dataset.columns == ("tempo", "rms_mean", "brightness")
    loaded.choose_columns(frozenset({"tempo", "rms_mean"}))
    assert [one.title for one in loaded.dataset.remedies] == [f"{BY_HAND}: length, mfcc1_mean, mfcc2_mean, brightness"]
    loaded.choose_columns(frozenset({"length", "tempo", "rms_mean", "mfcc1_mean", "mfcc2_mean", "brightness"}))
    assert not loaded.dataset.remedies


def test_a_column_that_the_doctor_left_out_comes_back_by_hand(loaded: TrainingSession) -> None:
    assert loaded.findings is not None
    remedy = next(one for finding in loaded.findings for one in finding.remedies if one.columns == ("length",))
    loaded.apply(remedy)
    assert loaded.dataset is not None
    loaded.choose_columns(frozenset({*loaded.dataset.columns, "length"}))
    assert "length" in loaded.dataset.columns
    assert not loaded.dataset.remedies


def test_leaving_out_every_column_is_refused_and_nothing_changes(loaded: TrainingSession, notices: NoticeBar) -> None:
    assert loaded.dataset is not None
    before = loaded.dataset.columns
    loaded.choose_columns(frozenset())
    assert loaded.dataset.columns == before
    assert "no feature column" in notices.notices()[0].text


def test_another_meaning_of_the_columns_reads_again_and_keeps_the_remedies(
    qtbot: QtBot, loaded: TrainingSession, step: DataStep
) -> None:
    loaded.choose_columns(frozenset({"tempo", "rms_mean"}))
    step.form.groups_box.setCurrentText("near copies")
    step.form.groups_box.activated.emit(step.form.groups_box.currentIndex())
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    assert loaded.dataset is not None
    assert loaded.dataset.source.groups == "duplicates"
    assert loaded.dataset.columns == ("tempo", "rms_mean")


def test_a_table_without_a_label_says_which_columns_could_be_meant(
    qtbot: QtBot, page: TrainingPage, step: DataStep, table: Path
) -> None:
    table.write_text(table.read_text(encoding="utf-8").replace("artist,label", "artist,mood"), encoding="utf-8")
    page.take_drop([table])
    qtbot.waitUntil(lambda: page.session.answer is not None and not page.session.is_busy, timeout=TIMEOUT)
    assert page.session.dataset is None
    assert "mood" in step.trouble.text
    step.form.label_box.setCurrentText("mood")
    step.form.label_box.activated.emit(step.form.label_box.currentIndex())
    qtbot.waitUntil(lambda: page.session.findings is not None, timeout=TIMEOUT)
    assert page.session.dataset is not None
    assert page.session.dataset.classes == ("calm", "loud", "odd")


def test_a_column_with_text_between_its_numbers_can_be_left_out_with_a_click(
    qtbot: QtBot, page: TrainingPage, step: DataStep, session: TrainingSession, table: Path
) -> None:
    lines = table.read_text(encoding="utf-8").splitlines()
    cells = lines[7].split(",")
    lines[7] = ",".join([*cells[:3], "rather loud", *cells[4:]])
    table.write_text("\n".join(lines), encoding="utf-8")
    page.take_drop([table])
    qtbot.waitUntil(lambda: session.answer is not None and not session.is_busy, timeout=TIMEOUT)
    assert "rather loud" in step.trouble.text
    assert step.trouble.isVisible()
    qtbot.mouseClick(step.trouble.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: session.findings is not None, timeout=TIMEOUT)
    assert session.dataset is not None
    assert "rms_mean" not in session.dataset.columns
    assert "Left out while reading: rms_mean." in step.form.notes.text()
    assert step.doctor.isVisible()


def test_a_table_of_groups_that_lies_beside_is_offered(
    qtbot: QtBot, read: Callable[[DataRequest], None], session: TrainingSession, step: DataStep, table: Path
) -> None:
    lines = ["features_row,artist", *(f"{row},someone {row // 4}" for row in range(120))]
    table.with_name("who.csv").write_text("\n".join(lines), encoding="utf-8")
    read(DataRequest("table", table))
    assert "who.csv" in step.form.hint.text()
    step.form.hint.click()
    qtbot.waitUntil(lambda: session.dataset is not None and session.dataset.groups is not None, timeout=TIMEOUT)
    assert session.dataset is not None
    assert len(session.dataset.group_names) == 30
    qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)


def test_a_file_that_is_no_table_leaves_the_data_that_were_there(
    read: Callable[[DataRequest], None], loaded: TrainingSession, tmp_path: Path, notices: NoticeBar
) -> None:
    broken = tmp_path / "picture.csv"
    broken.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00")
    read(DataRequest("table", broken))
    assert loaded.dataset is not None
    assert loaded.dataset.name == "songs"
    assert notices.notices()[0].kind == "error"


def test_a_folder_without_subfolders_of_music_is_refused_in_a_line(
    read: Callable[[DataRequest], None], session: TrainingSession, tmp_path: Path, notices: NoticeBar
) -> None:
    (tmp_path / "empty").mkdir()
    read(DataRequest("folder", tmp_path / "empty"))
    assert session.dataset is None
    assert "subfolder" in notices.notices()[0].text


def test_closing_the_data_brings_the_invitation_back(loaded: TrainingSession, step: DataStep) -> None:
    loaded.close_data()
    assert step.stack.currentWidget() is step.state
    assert loaded.dataset is None


def test_the_demo_songs_come_with_their_artists_and_are_not_made_again(
    qtbot: QtBot, step: DataStep, session: TrainingSession, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = user_cache_path("groovescope", appauthor=False) / DEMO
    monkeypatch.setattr(demo, "DATASET_SECONDS", 1.0)
    demo.write_dataset(folder)
    made = {path: path.stat().st_mtime_ns for path in folder.rglob("*.wav")}
    step.open_demo()
    qtbot.waitUntil(lambda: not session.is_busy and session.dataset is not None)
    assert session.dataset is not None
    assert len(session.dataset) == 40
    assert session.dataset.source.groups == "artist"
    assert len(session.dataset.group_names) == 20
    assert set(session.dataset.locations) == {str(path) for path in made}
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.wav")} == made


def test_data_that_were_open_are_offered_again(
    qtbot: QtBot, loaded: TrainingSession, step: DataStep, table: Path
) -> None:
    loaded.close_data()
    assert "Recent…" in [button.text() for button in step.state.buttons]
    assert step.recent == [DataRequest("table", table, groups="artist")]
    other = table.with_name("other & more.csv")
    other.write_bytes(table.read_bytes())
    step.open(other)
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    assert [one.path for one in step.recent] == [other, table]
    (action,) = step.form._recent.actions()
    assert action.text() == f"songs.csv  ({table.parent.name})"
    action.trigger()
    qtbot.waitUntil(lambda: not loaded.is_busy, timeout=TIMEOUT)
    assert loaded.dataset is not None
    assert (loaded.dataset.name, loaded.dataset.source.groups) == ("songs", "artist")


def test_a_fixed_split_is_made_on_record_and_taken_back(loaded: TrainingSession, step: DataStep) -> None:
    box = step.form.split_box
    box.setCurrentText(MAKE_SPLIT)
    box.activated.emit(box.currentIndex())
    assert loaded.dataset is not None and loaded.dataset.split is not None
    assert [one.title for one in loaded.dataset.remedies] == ["Fixed split 80/10/10, grouped by artist, seed 20"]
    assert box.currentText() == "made: Fixed split 80/10/10, grouped by artist, seed 20"
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert loaded.dataset.split is None and not loaded.dataset.remedies
    assert box.currentText() == "none"


def test_a_column_of_text_is_taken_as_one_hot_by_its_menu_and_left_out_again(
    qtbot: QtBot, page: TrainingPage, step: DataStep, session: TrainingSession, table: Path
) -> None:
    def choose() -> None:
        (action,) = step.form.texts_button.menu().actions()
        assert action.text() == "artist"
        action.trigger()
        qtbot.waitUntil(lambda: session.activity is not Activity.READING, timeout=TIMEOUT)
        session.cancel()
        qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)

    page.take_drop([table])
    qtbot.waitUntil(lambda: session.activity is Activity.EXAMINING, timeout=TIMEOUT)
    session.cancel()
    qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)
    assert step.form.texts_button.text() == "0 of 1 as one-hot"
    choose()
    assert session.dataset is not None
    assert session.dataset.columns[6:8] == ("artist=artist 0", "artist=artist 1")
    assert step.form.texts_button.text() == "1 of 1 as one-hot"
    assert "artist one-hot" in data_in_words(session.dataset)
    choose()
    assert len(session.dataset.columns) == 6


def test_a_column_of_too_many_categories_can_be_left_out_again(
    qtbot: QtBot, read: Callable[[DataRequest], None], step: DataStep, session: TrainingSession, table: Path
) -> None:
    read(DataRequest("table", table, one_hot=("filename",)))
    assert session.dataset is None
    assert "has 120 different entries" in step.trouble.text
    (action,) = step.form.texts_button.menu().actions()
    with qtbot.waitSignal(step.form.request_changed) as asked:
        action.trigger()
    assert asked.args == [DataRequest("table", table)]
    session.cancel()
    qtbot.waitUntil(lambda: not session.is_busy, timeout=TIMEOUT)
