import os
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.errors import CatalogueError, FilterError
from core.features.recipe import GENRE_COLUMNS
from core.library import Catalogue, FileState, Sort
from core.library.columns import LIBRARY_COLUMNS
from core.library.records import FileCheck
from core.structure.sections import Sections
from tests.core.library.records import analysed


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.sqlite") as opened:
        yield opened


def test_an_analysis_comes_back_to_the_last_bit(catalogue: Catalogue) -> None:
    found = analysed(3)
    track = catalogue.store("/music/a.wav", found)
    tables = catalogue.tables([track])
    assert np.array_equal(tables.songs.values[0, :-1], found.songs, equal_nan=True)
    assert tables.songs.column("bpm").tolist() == [found.grid.tempo]
    assert np.array_equal(tables.bars.values, found.bars)
    assert np.array_equal(tables.beats.values, found.beats)
    assert np.array_equal(tables.genre_features[0], found.genre_features)
    assert tables.songs.filenames == ("song 3",)
    assert tables.bars.uuids[2] == f"{tables.songs.uuids[0]}_2"


def test_tables_come_in_the_order_asked_for(catalogue: Catalogue) -> None:
    tracks = [catalogue.store(f"/{i}.wav", analysed(i)) for i in range(4)]
    assert catalogue.tables(tracks[::-1]).songs.filenames == ("song 3", "song 2", "song 1", "song 0")


def test_the_same_audio_in_two_files_is_one_track_with_one_analysis(catalogue: Catalogue) -> None:
    first = catalogue.store("/a.wav", analysed(1))
    again = catalogue.store("/b.flac", analysed(2, content=analysed(1).content_id))
    assert first == again
    assert catalogue.count() == 1
    assert np.array_equal(catalogue.tables([first]).bars.values, analysed(1).bars)


def test_a_changed_file_leaves_its_old_track_as_missing(catalogue: Catalogue) -> None:
    old = catalogue.store("/a.wav", analysed(1))
    new = catalogue.store("/a.wav", analysed(2))
    assert new != old
    assert catalogue.values([old, new], ["state"]) == [("missing",), ("analysed",)]


def test_an_unchanged_file_is_known_and_a_touched_one_is_not(catalogue: Catalogue) -> None:
    catalogue.store("/a.wav", analysed(1, state=FileState(10, 20)))
    assert catalogue.is_known("/a.wav", FileState(10, 20))
    assert not catalogue.is_known("/a.wav", FileState(10, 21))
    assert not catalogue.is_known("/a.wav", FileState(10, 20), cut="fixed")
    assert not catalogue.is_known("/a.wav", FileState(10, 20), recipe="another")


def test_a_failure_is_a_row_that_a_later_success_takes_over(catalogue: Catalogue) -> None:
    track = catalogue.fail("/a.wav", FileState(1, 2), "a.wav holds no audio.")
    catalogue.fail("/a.wav", FileState(1, 2), "a.wav holds no audio.")
    assert catalogue.find("is:failed").tolist() == [track]
    assert catalogue.failures()[0].attempts == 2
    assert catalogue.has_failed("/a.wav", FileState(1, 2)) and not catalogue.has_failed("/a.wav", FileState(1, 3))
    assert catalogue.store("/a.wav", analysed(1)) == track
    assert catalogue.failures() == []
    assert catalogue.values([track], ["state", "reason"]) == [("analysed", None)]


def test_a_failed_file_with_known_audio_leaves_no_row_behind(catalogue: Catalogue) -> None:
    known = catalogue.store("/a.wav", analysed(1))
    catalogue.fail("/b.wav", None, "b.wav is damaged.")
    assert catalogue.store("/b.wav", analysed(1)) == known
    assert catalogue.count() == 1


def test_labels_are_counted_found_and_taken_back(catalogue: Catalogue) -> None:
    tracks = [catalogue.store(f"/{i}.wav", analysed(i)) for i in range(3)]
    catalogue.add_label(tracks, " late  night ")
    catalogue.add_label(tracks[:1], "Ärger")
    assert catalogue.labels() == {"late night": 3, "Ärger": 1}
    assert catalogue.find("label:arger").tolist() == tracks[:1]
    assert catalogue.find("-label:arger label:night").tolist() == tracks[1:]
    catalogue.remove_label(tracks[1:], "late night")
    assert catalogue.values(tracks, ["labels"]) == [("late night, Ärger",), (None,), (None,)]
    with pytest.raises(CatalogueError, match="at least one"):
        catalogue.add_label(tracks, "  ")


def test_the_users_word_stands_until_it_is_taken_back(catalogue: Catalogue) -> None:
    track = catalogue.store("/a.wav", analysed(1, tempo=60.0, tags={"title": "Old"}))
    catalogue.edit([track], "title", "New")
    catalogue.edit([track], "bpm", 120.0)
    catalogue.edit([track], "bpm", 121.0)
    catalogue.forget_analyses([track])
    assert catalogue.store("/a.wav", analysed(1, tempo=61.0, tags={"title": "Older"})) == track
    assert catalogue.values([track], ["title", "bpm"]) == [("New", pytest.approx(121.0))]
    assert catalogue.find("new").tolist() == [track]
    catalogue.edit([track], "title", None)
    catalogue.edit([track], "bpm", None)
    assert catalogue.values([track], ["title", "bpm"]) == [("Older", 61.0)]
    assert catalogue.find("new").tolist() == []


def test_sorting_puts_empty_cells_last_both_ways(catalogue: Catalogue) -> None:
    slow, fast = (catalogue.store(f"/{i}.wav", analysed(i, tempo=tempo)) for i, tempo in enumerate((70.0, 140.0)))
    failed = catalogue.fail("/c.wav", None, "gone")
    assert catalogue.find("", Sort("bpm")).tolist() == [slow, fast, failed]
    assert catalogue.find("", Sort("bpm", descending=True)).tolist() == [fast, slow, failed]
    by_feature = catalogue.find("", Sort("rms_mean"))
    values = [analysed(i).songs[4] for i in range(2)]
    assert by_feature.tolist() == [*([slow, fast] if values[0] < values[1] else [fast, slow]), failed]
    assert catalogue.find("", Sort("rms_mean", descending=True)).tolist()[-1] == failed
    with pytest.raises(FilterError, match="no column"):
        catalogue.find("", Sort("loudness"))


def test_features_can_be_filtered_and_read(catalogue: Catalogue) -> None:
    tracks = [catalogue.store(f"/{i}.wav", analysed(i)) for i in range(5)]
    values = [analysed(i).songs[4] for i in range(5)]
    assert catalogue.find("rms_mean:>0").tolist() == [t for t, v in zip(tracks, values, strict=True) if v > 0]
    assert catalogue.find("-rms_mean:>0").tolist() == [t for t, v in zip(tracks, values, strict=True) if not v > 0]
    assert catalogue.values(tracks[:1], ["rms_mean", "tempo", "name"]) == [(values[0], None, "0.wav")]
    assert catalogue.find("tempo:60-200").tolist() == []


def test_the_nearest_tracks_come_first_and_never_itself(catalogue: Catalogue) -> None:
    tracks = [catalogue.store(f"/{i}.wav", analysed(i)) for i in range(6)]
    found = catalogue.similar(tracks[2], 10)
    assert [one.distance for one in found] == sorted(one.distance for one in found)
    assert sorted(one.track for one in found) == sorted(set(tracks) - {tracks[2]})
    assert all(len({*one.agree, *one.differ}) == 6 for one in found)
    assert catalogue.similar(999) == []
    both = catalogue.similar(tracks[:2], 10)
    assert sorted(one.track for one in both) == tracks[2:]


def test_a_copy_under_another_sound_is_no_distance_away_and_half_of_all_tracks_lie_beyond_100_per_cent(
    catalogue: Catalogue,
) -> None:
    first = catalogue.store("/first.wav", analysed(0))
    copy = catalogue.store("/copy.wav", replace(analysed(0), content_id="f" * 32))
    for i in range(1, 20):
        catalogue.store(f"/{i}.wav", analysed(i))
    found = catalogue.similar(first, 30)
    assert (found[0].track, found[0].distance) == (copy, 0.0)
    assert sum(one.distance > 1 for one in found) in (10, 11)


def test_reasons_name_what_agrees_and_what_differs(catalogue: Catalogue) -> None:
    usual = analysed(0).genre_features
    for i in range(1, 30):
        catalogue.store(f"/{i}.wav", analysed(i))
    bright = GENRE_COLUMNS.index("spectral_centroid_mean")
    seed, other = usual.copy(), usual.copy()
    seed[bright] = other[bright] = 9.0  # unusual in both
    other[GENRE_COLUMNS.index("mfcc3_mean")] += 5.0
    one = catalogue.store("/one.wav", replace(analysed(40), genre_features=seed))
    two = catalogue.store("/two.wav", replace(analysed(41), genre_features=other))
    nearest = catalogue.similar(one, 1)[0]
    assert nearest.track == two
    assert nearest.agree[0] == "spectral_centroid_mean"
    assert nearest.differ[0] == "mfcc3_mean"


def test_similar_tracks_can_be_limited_to_keys_and_tempi_that_mix(catalogue: Catalogue) -> None:
    facts: list[tuple[str, float]] = [
        ("A minor", 120.0), ("E minor", 124.0), ("C major", 61.0), ("F# major", 120.0), ("A minor", 140.0)
    ]  # fmt: skip
    first, near, half, other_key, fast = [
        catalogue.store(f"/{i}.wav", analysed(i, key=key, tempo=bpm)) for i, (key, bpm) in enumerate(facts)
    ]

    def found(**limits: Any) -> set[int]:
        return {one.track for one in catalogue.similar(first, 10, **limits)}

    assert found(compatible_keys=True) == {near, half, fast}
    assert found(tempo_within=0.06) == {near, half, other_key}
    assert found(compatible_keys=True, tempo_within=0.06) == {near, half}
    unknown = catalogue.store("/unknown.wav", analysed(9))
    assert catalogue.similar(unknown, 10, compatible_keys=True) == []


def test_removing_takes_everything_that_belongs_to_a_track(catalogue: Catalogue) -> None:
    tracks = [catalogue.store(f"/{i}.wav", analysed(i)) for i in range(3)]
    catalogue.add_label(tracks, "x")
    catalogue.remove(tracks[:2])
    assert catalogue.count() == 1
    assert catalogue.labels() == {"x": 1}
    assert catalogue.problems() == []


def test_a_file_that_is_gone_makes_its_track_missing_until_it_is_back(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.touch()
    track = catalogue.store(str(path), analysed(1))
    path.rename(tmp_path / "elsewhere.wav")
    assert catalogue.mark_missing() == FileCheck(n_missing=1, n_found=0)
    assert catalogue.mark_missing() == FileCheck(n_missing=1, n_found=0)
    assert catalogue.find("is:missing").tolist() == [track]
    (tmp_path / "elsewhere.wav").rename(path)
    assert catalogue.mark_missing() == FileCheck(n_missing=0, n_found=1)
    assert catalogue.find("is:analysed").tolist() == [track]


def test_a_moved_file_shows_its_new_place(catalogue: Catalogue, tmp_path: Path) -> None:
    track = catalogue.store(str(tmp_path / "gone.wav"), analysed(1))
    (tmp_path / "here.wav").touch()
    catalogue.attach(str(tmp_path / "here.wav"), track, FileState(1, 1), "bytes-1")
    assert catalogue.values([track], ["name", "path"]) == [("here.wav", str(tmp_path / "here.wav"))]
    assert catalogue.locations([track]) == [tmp_path / "here.wav"]


def test_a_failed_file_is_let_go_with_the_row_that_stood_for_it(catalogue: Catalogue) -> None:
    track = catalogue.store("/copy.wav", analysed(1))
    catalogue.fail("/text.wav", None, "It is no music.")
    catalogue.fail("/copy.wav", FileState(2, 2), "It was cut off.")
    catalogue.forget_failures(["/text.wav", "/copy.wav", "/never seen.wav"])
    assert catalogue.failures() == []
    assert catalogue.find().tolist() == [track]


def test_the_counter_is_the_same_for_every_thread(catalogue: Catalogue) -> None:
    with ThreadPoolExecutor(1) as writer, ThreadPoolExecutor(1) as reader:
        before = [thread.submit(catalogue.change_counter).result() for thread in (writer, reader)]
        writer.submit(catalogue.fail, "/gone.wav", None, "It is gone.").result()
        after = [thread.submit(catalogue.change_counter).result() for thread in (writer, reader)]
    assert len(set(before)) == len(set(after)) == 1
    assert before != after


def test_the_counter_tells_of_every_change_also_by_others(catalogue: Catalogue) -> None:
    seen = {catalogue.change_counter()}
    catalogue.store("/a.wav", analysed(1))
    seen.add(catalogue.change_counter())
    with Catalogue.open(catalogue.path) as other:
        other.store("/b.wav", analysed(2))
    seen.add(catalogue.change_counter())
    assert len(seen) == 3
    assert catalogue.change_counter() in seen


def test_threads_read_while_one_writes(catalogue: Catalogue) -> None:
    problems: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(50):
                catalogue.find("song", Sort("name"))
        except BaseException as problem:
            problems.append(problem)

    readers = [threading.Thread(target=read) for _ in range(3)]
    for reader in readers:
        reader.start()
    for i in range(50):
        catalogue.store(f"/{i}.wav", analysed(i))
    for reader in readers:
        reader.join()
    assert problems == []
    assert catalogue.count() == 50


def test_a_catalogue_of_a_newer_version_is_refused_in_a_line(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Catalogue.open(path).close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    with pytest.raises(CatalogueError, match="newer Groovescope.*update the program"):
        Catalogue.open(path)


def make_older(path: Path) -> None:
    """Take from a catalogue what the later versions of its tables brought."""
    with sqlite3.connect(path) as db:
        for table in ("pictures", "section_edits", "removed", "actions"):
            db.execute(f"DROP TABLE {table}")
        for column in (
            "bpm_confidence",
            "key_strength",
            "key_origin",
            "lufs",
            "lra",
            "true_peak",
            "guessed",
            "genre_novelty",
        ):
            db.execute(f"DROP INDEX tracks_{column}")
            db.execute(f"ALTER TABLE tracks DROP COLUMN {column}")
        db.execute("DROP TABLE beat_edits")
        db.execute("DROP TABLE activations")
        db.execute("ALTER TABLE analyses DROP COLUMN grid_revision")
        db.execute("DROP TABLE windows")
        db.execute("DROP TABLE grids")
        db.execute("DROP INDEX tracks_edited")
        db.execute("ALTER TABLE tracks DROP COLUMN edited")
        db.execute("DROP INDEX tracks_genre_model")
        db.execute("ALTER TABLE tracks DROP COLUMN genre_model")
        db.execute("PRAGMA user_version = 1")
    db.close()


def schema_of(path: Path) -> set[tuple[str, str]]:
    with sqlite3.connect(path) as db:
        found = set(db.execute("SELECT type, name FROM sqlite_master"))
        found |= {("column", row[1]) for row in db.execute("PRAGMA table_info(tracks)")}
    db.close()
    return found


def test_a_catalogue_of_an_older_version_is_brought_up_to_date_with_all_that_is_in_it(tmp_path: Path) -> None:
    path, new = tmp_path / "library.sqlite", tmp_path / "new.sqlite"
    with Catalogue.open(path) as catalogue:
        catalogue.store("/a.wav", analysed(1, genres={"polka": 0.9}))
        catalogue.add_label([1], "mine")
        before = catalogue.values([1], [column.name for column in LIBRARY_COLUMNS])
    make_older(path)
    with Catalogue.open(path) as catalogue:
        assert catalogue.values([1], [column.name for column in LIBRARY_COLUMNS]) == before
        catalogue.store("/b.wav", analysed(2))
        assert catalogue.judgements.count_deaf() == 1
        assert catalogue.problems() == []
    Catalogue.open(new).close()
    assert schema_of(path) == schema_of(new)


def test_an_older_catalogue_that_cannot_be_written_says_what_it_needs(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    Catalogue.open(path).close()
    make_older(path)
    with pytest.raises(CatalogueError, match="older Groovescope; open it once where it can be written"):
        Catalogue.open(path, read_only=True)
    with Catalogue.open(path) as catalogue:
        assert catalogue.count() == 0


@pytest.mark.parametrize("content", [b"This is no database." * 100, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_catalogue_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.sqlite"
    path.write_bytes(content)
    with pytest.raises(CatalogueError) as caught:
        Catalogue.open(path)
    assert "\n" not in str(caught.value)
    assert path.read_bytes() == content


def test_a_foreign_database_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE other (x)")
    db.close()
    with pytest.raises(CatalogueError, match="not a Groovescope library"):
        Catalogue.open(path)


def test_a_damaged_catalogue_says_so(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        for i in range(200):
            catalogue.store(f"/{i}.wav", analysed(i))
    content = bytearray(path.read_bytes())
    for start in range(8192, len(content), 4096):
        content[start : start + 2048] = os.urandom(2048)
    path.write_bytes(content)
    with pytest.raises(CatalogueError, match=r"damaged|not a Groovescope library"), Catalogue.open(path) as damaged:
        damaged.find("song", Sort("artist"))
        damaged.tables(list(range(1, 200)))


@pytest.mark.unprivileged
@pytest.mark.parametrize("locked_folder", [False, True])
def test_a_catalogue_that_may_not_be_written_can_be_read(tmp_path: Path, locked_folder: bool) -> None:
    folder = tmp_path / "folder"
    with Catalogue.open(folder / "library.sqlite") as catalogue:
        track = catalogue.store("/a.wav", analysed(1))
    (folder / "library.sqlite").chmod(0o444)
    if locked_folder:
        folder.chmod(0o555)
    try:
        with Catalogue.open(folder / "library.sqlite") as catalogue:
            assert catalogue.is_read_only
            assert catalogue.find("").tolist() == [track]
            with pytest.raises(CatalogueError, match="is read-only"):
                catalogue.add_label([track], "x")
    finally:
        folder.chmod(0o755)


def test_a_read_only_catalogue_refuses_to_change_anything(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        track = catalogue.store("/a.wav", analysed(1))
    with Catalogue.open(tmp_path / "library.sqlite", read_only=True) as catalogue:
        assert catalogue.find("").tolist() == [track]
        with pytest.raises(CatalogueError, match="is read-only"):
            catalogue.remove([track])


def test_a_catalogue_that_another_program_writes_says_so_after_a_while(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = sqlite3.connect(catalogue.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with catalogue._connections.reading() as db:
        db.execute("PRAGMA busy_timeout = 100")
    with pytest.raises(CatalogueError, match="another program.*try again"):
        catalogue.store("/a.wav", analysed(1))
    other.execute("ROLLBACK")
    other.close()
    catalogue.store("/a.wav", analysed(1))


def test_a_full_disk_loses_nothing_that_was_stored(catalogue: Catalogue) -> None:
    catalogue.store("/a.wav", analysed(1))
    with catalogue._connections.reading() as db:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(CatalogueError, match="disk is full.*nothing stored was lost"):
        for i in range(2, 500):
            catalogue.store(f"/{i}.wav", analysed(i))
    assert 1 <= catalogue.count() < 500
    assert catalogue.problems() == []


def test_what_waits_keeps_its_order_and_is_taken_out_by_its_result(catalogue: Catalogue) -> None:
    catalogue.queue.add([f"/{i}.wav" for i in (3, 1, 2)])
    catalogue.queue.add(["/1.wav", "/4.wav"])
    assert catalogue.waiting() == ["/3.wav", "/1.wav", "/2.wav", "/4.wav"]
    catalogue.store("/1.wav", analysed(1))
    catalogue.fail("/2.wav", None, "no")
    assert catalogue.waiting() == ["/3.wav", "/4.wav"]


def test_a_catalogue_can_be_copied_while_it_is_open(catalogue: Catalogue, tmp_path: Path) -> None:
    catalogue.store("/a.wav", analysed(1))
    catalogue.close()
    shutil.copy(catalogue.path, tmp_path / "copy.sqlite")
    with Catalogue.open(tmp_path / "copy.sqlite") as copy:
        assert copy.count() == 1


def test_a_track_whose_analysis_was_forgotten_comes_back_as_outdated(catalogue: Catalogue, tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    path.touch()
    track = catalogue.store(str(path), analysed(1))
    catalogue.forget_analyses([track])
    path.rename(tmp_path / "b.wav")
    catalogue.mark_missing()
    (tmp_path / "b.wav").rename(path)
    catalogue.mark_missing()
    assert catalogue.values([track], ["state"]) == [("outdated",)]


def test_tracks_that_only_an_older_recipe_measured_are_outdated(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        old, new = (catalogue.store(f"/{i}.wav", analysed(i)) for i in range(2))
        with catalogue.raw_writing() as db:
            db.execute("UPDATE analyses SET recipe = 'older' WHERE track_id = ?", (old,))
    with Catalogue.open(tmp_path / "library.sqlite") as catalogue:
        assert catalogue.values([old, new], ["state"]) == [("outdated",), ("analysed",)]


def test_files_that_wait_are_rows_until_they_are_tracks(catalogue: Catalogue) -> None:
    catalogue.store("/music/known.wav", analysed(1))
    catalogue.queue.add(["/music/B side.wav", "/music/known.wav", "https://host/a.flac"])
    rows = catalogue.find_waiting().tolist()
    assert len(rows) == 2  # one that is measured again has a row already
    assert all(row < 0 for row in rows)
    shown = catalogue.values([*rows, 1], ["name", "folder", "state", "bpm"])
    assert shown[0] == ("B side.wav", "/music", "waiting", None)
    assert shown[1][:3] == ("a.flac", "https://host", "waiting")
    assert shown[2][2] == "analysed"
    assert catalogue.places(rows) == ["/music/B side.wav", "https://host/a.flac"]
    assert catalogue.find_waiting("SIDE is:waiting").tolist() == rows[:1]
    for text in ("bpm:120", "-side", "is:failed", "state:waiting"):
        assert not len(catalogue.find_waiting(text)), text
    catalogue.store("/music/B side.wav", analysed(2))
    assert catalogue.find_waiting().tolist() == rows[1:]


def test_a_name_fills_tags_that_the_file_lacks_and_never_others(catalogue: Catalogue) -> None:
    cells = ["title", "artist", "guessed"]
    bare = catalogue.store("/music/03 - Fern Choir - A walk.wav", analysed(1))
    half = catalogue.store("/music/Fern Choir - Another.wav", analysed(2, tags={"title": "Its own"}))
    full = catalogue.store("/music/X - Y.wav", analysed(3, tags={"title": "Its own", "artist": "Its artist"}))
    assert catalogue.values([bare, half, full], cells) == [
        ("A walk", "Fern Choir", "artist, title"),
        ("Its own", "Fern Choir", "artist"),
        ("Its own", "Its artist", None),
    ]
    assert catalogue.find("artist:fern").tolist() == [bare, half]
    catalogue.edit([bare], "title", "Mine")
    assert catalogue.values([bare], ["title"]) == [("Mine",)]
    catalogue.edit([bare], "title", None)
    assert catalogue.values([bare], ["title"]) == [("A walk",)]


def test_a_copy_is_a_further_place_of_one_track_and_found_by_its_name(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "first.wav").touch()
    first, second = str(tmp_path / "first.wav"), "/backup/Second name.wav"
    track = catalogue.store(first, analysed(1))
    other = catalogue.store("/music/other.wav", analysed(2))
    catalogue.attach(second, track, FileState(1001, 9), "bytes-1")
    assert catalogue.values([track], ["path"]) == [(first,)]
    assert catalogue.copies(track) == [second]
    assert catalogue.copies(other) == []
    assert catalogue.find("second name").tolist() == [track]
    assert catalogue.find("is:duplicate").tolist() == [track]
    assert catalogue.find("-is:duplicate").tolist() == [other]


def test_tracks_are_found_by_what_their_sections_are_called(catalogue: Catalogue) -> None:
    found = {"times": [0.0, 10.0, 20.0, 30.0], "labels": ["A", "B", "A"], "names": [["B", "chorus?"]]}
    with_chorus = catalogue.store("/music/one.wav", analysed(1, sections=found))
    edited = catalogue.store("/music/two.wav", analysed(2, content="edited", sections=found))
    without = catalogue.store("/music/three.wav", analysed(3))
    before = Sections(np.array([0.0, 30.0]), ("A",))
    after = Sections(np.array([0.0, 30.0]), ("A",), (("A", "Vers Über"),))
    catalogue.sections.store("edited", (before, after))
    assert catalogue.find("section:chorus").tolist() == [with_chorus]
    assert catalogue.find("section:Chorus?").tolist() == [with_chorus]
    assert catalogue.find("section:a").tolist() == [with_chorus, edited]
    assert catalogue.find("section:b -is:failed").tolist() == [with_chorus]
    assert catalogue.find("section:uber").tolist() == [edited]
    assert catalogue.find("-section:a").tolist() == [without]
    assert catalogue.find("section:h").tolist() == []


def test_damaged_section_edits_leave_a_track_to_be_found_by_what_was_measured(catalogue: Catalogue) -> None:
    found = {"times": [0.0, 30.0], "labels": ["A"], "names": []}
    track = catalogue.store("/music/one.wav", analysed(1, content="audio", sections=found))
    with catalogue.raw_writing() as db:
        db.execute("INSERT INTO section_edits (content_id, edits, changed) VALUES ('audio', '{', 0)")
    assert catalogue.find("section:a").tolist() == [track]
