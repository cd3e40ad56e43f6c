"""Edited sections in a catalogue."""

from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from core.errors import CatalogueError
from core.library.connection import Connections
from core.library.edit_store import open_section_store
from core.structure.section_edits import move_border
from core.structure.sections import Sections

FOUND = Sections(np.array([0.0, 8.0, 16.0]), ("A", "B"), (("B", "chorus?"),))


def test_sections_are_read_as_they_were_left_in_no_library_or_in_one(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    edited = move_border(FOUND, 1, 9.0)
    with closing(open_section_store(path)) as store:
        assert store.states("audio") == () and store.edited("audio") is None
        store.store("audio", (FOUND, edited))
    with closing(open_section_store(path)) as store:
        found = store.edited("audio")
        assert found is not None and found.same_as(edited) and found.names == FOUND.names
        store.store("audio", (FOUND,))
        assert store.edited("audio") is None


def test_damaged_edits_are_told_and_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / "library.sqlite"
    connections = Connections(path)
    with connections.writing() as db:
        db.execute("INSERT INTO section_edits (content_id, edits, changed) VALUES ('audio', '{', 0)")
    connections.close()
    with closing(open_section_store(path)) as store:
        with pytest.raises(CatalogueError) as told:
            store.states("audio")
        assert told.value.code == "library.damaged_sections"
        store.store("audio", (FOUND, move_border(FOUND, 1, 9.0)))
        assert store.edited("audio") is not None
