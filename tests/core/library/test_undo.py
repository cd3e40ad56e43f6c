"""Undo of what a person does to tracks: exact after a thousand actions, after a restart, and after a kill."""

import random
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.errors import CatalogueError
from core.library import Catalogue, FileState
from tests.core.library.records import analysed

ROOT = Path(__file__).resolve().parents[3]
COUNTED = {"grids": ("changed",), "analyses": ("grid_revision",), "removed": ("removed", "rows")}
"""Columns that say when or how often something was written, and what is compared once it is back."""


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with Catalogue.open(tmp_path / "library.sqlite") as opened:
        for seed in range(12):
            tags = {"title": f"Song {seed}", "artist": "Fern"} if seed % 2 else {}
            opened.store(f"/music/{seed}.wav", analysed(seed, tags=tags, key="A minor", bpm=100.0 + seed))
        opened.fail("/music/broken.wav", FileState(1, 2), "broken.wav is damaged.")
        yield opened


def content(catalogue: Catalogue) -> dict[str, list[tuple[Any, ...]]]:
    """All rows of all tables that tell of tracks."""
    with catalogue.raw_writing() as db:
        names = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
        return {
            name: sorted(_rows(db, name), key=repr)
            for name in names
            if name not in ("actions", "beat_edits", "sqlite_sequence", "sqlite_stat1")
        } | {"edits of beats": [(seed, n_edits(catalogue, seed)) for seed in range(12)]}


def n_edits(catalogue: Catalogue, seed: int) -> int:
    stored = catalogue.grids.edits(f"{seed:032x}")
    return 0 if stored is None else len(stored.history.edits)


def _rows(db: sqlite3.Connection, table: str) -> list[tuple[Any, ...]]:
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({table})") if row[1] not in COUNTED.get(table, ())]
    return db.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchall()


def act(catalogue: Catalogue, chance: random.Random) -> None:
    """Do one of the things that a person can do."""
    ids = catalogue.find().tolist()
    some = chance.sample(ids, min(len(ids), chance.randint(1, 4)))
    kind = chance.choice(["label", "unlabel", "title", "key", "bpm", "remove", "undo", "undo", "redo"])
    before, after = catalogue.actions.next()
    if kind == "label":
        catalogue.add_label(some, chance.choice(["done", "for Monday", "louder"]))
    elif kind == "unlabel":
        catalogue.remove_label(some, chance.choice(["done", "for Monday", "louder"]))
    elif kind == "remove" and len(ids) > 6:
        catalogue.remove(some[:2])
    elif kind == "undo" and before is not None:
        catalogue.actions.undo()
    elif kind == "redo" and after is not None:
        catalogue.actions.redo()
    elif kind in ("title", "key"):
        catalogue.edit(some, kind, chance.choice(["D major", "F minor", None]))
    elif kind == "bpm":
        catalogue.edit(some[:1], "bpm", chance.choice([90.0, 120.0, None]))


def undo_all(catalogue: Catalogue) -> int:
    count = 0
    while catalogue.actions.next()[0] is not None:
        catalogue.actions.undo()
        count += 1
    return count


def test_a_thousand_random_actions_are_undone_and_done_again_exactly(catalogue: Catalogue) -> None:
    at_first = content(catalogue)
    chance = random.Random(11)
    for _ in range(2):  # each as many as the stack keeps
        for _ in range(500):
            act(catalogue, chance)
        at_last = content(catalogue)
        count = undo_all(catalogue)
        assert count > 50
        assert content(catalogue) == at_first
        for _ in range(count):
            catalogue.actions.redo()
        assert content(catalogue) == at_last
        undo_all(catalogue)
        assert content(catalogue) == at_first
    assert catalogue.problems() == []


def test_a_removed_track_comes_back_after_a_restart_with_labels_edits_and_analysis(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        track = catalogue.store("/a.wav", analysed(1))
        catalogue.add_label([track], "done")
        catalogue.edit([track], "title", "Mine")
        before = content(catalogue)
        catalogue.remove([track])
        assert catalogue.count() == 0
        assert catalogue.labels() == {}
    with Catalogue.open(path) as catalogue:
        assert catalogue.actions.undo().kind == "remove"
        assert content(catalogue) == before
        assert catalogue.tables([track]).bars.values.shape[0] == 3


def test_an_added_file_has_the_labels_and_edits_of_its_audio_again(catalogue: Catalogue) -> None:
    track = catalogue.find()[3]
    catalogue.add_label([track], "done")
    catalogue.edit([track], "title", "Mine")
    catalogue.remove([track])
    again = catalogue.store("/elsewhere/copy.flac", analysed(3))
    assert again == track
    assert catalogue.values([again], ["title", "labels"]) == [("Mine", "done")]


def test_what_was_undone_cannot_be_done_again_once_something_else_is_done(catalogue: Catalogue) -> None:
    catalogue.add_label([1], "one")
    catalogue.actions.undo()
    catalogue.add_label([1], "two")
    with pytest.raises(CatalogueError, match="again"):
        catalogue.actions.redo()
    catalogue.actions.undo()
    with pytest.raises(CatalogueError, match="undo"):
        catalogue.actions.undo()


def test_what_changes_nothing_is_no_action(catalogue: Catalogue) -> None:
    catalogue.add_label([1], "one")
    catalogue.add_label([1], "one")
    catalogue.remove_label([2], "one")
    catalogue.edit([1, 99], "title", None)
    catalogue.remove([99])
    undo_all(catalogue)
    assert catalogue.actions.next()[1] is not None
    catalogue.actions.redo()
    assert catalogue.actions.next()[1] is None


KINDS = {
    "add_label": "catalogue.add_label([1, 2], 'done')",
    "remove_label": "catalogue.remove_label([3], 'kept')",
    "edit": "catalogue.edit([1], 'title', 'Mine')",
    "edit_bpm": "catalogue.edit([1], 'bpm', 90.0)",
    "remove": "catalogue.remove([4, 5])",
    "undo": "catalogue.actions.undo()",
}


@pytest.mark.parametrize("kind", KINDS)
def test_a_kill_after_an_action_loses_neither_the_action_nor_its_undo(catalogue: Catalogue, kind: str) -> None:
    catalogue.add_label([3], "kept")
    before = content(catalogue)
    program = (
        "import os, signal, sys\nfrom pathlib import Path\nfrom core.library import Catalogue\n"
        f"catalogue = Catalogue.open(Path(sys.argv[1]))\n{KINDS[kind]}\nos.kill(os.getpid(), signal.SIGKILL)\n"
    )
    ended = subprocess.run([sys.executable, "-c", program, str(catalogue.path)], cwd=ROOT, check=False)
    assert ended.returncode == -9
    assert catalogue.problems() == []
    assert content(catalogue) != before
    if kind == "undo":
        catalogue.actions.redo()
    else:
        catalogue.actions.undo()
    assert content(catalogue) == before
