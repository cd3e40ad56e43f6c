"""Edited sections of a catalogue, by the identity of the audio: they stay when the track is removed."""

import time

from core.errors import CatalogueError
from core.library.connection import Connections
from core.structure.section_edits import states_from_json, states_to_json
from core.structure.sections import Sections

_TABLE = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'section_edits'"


class StoredSections:
    """What a person did to sections. Every method raises CatalogueError when the file cannot be read or written."""

    def __init__(self, connections: Connections) -> None:
        self._connections = connections

    def close(self) -> None:
        """Close the file."""
        self._connections.close()

    def states(self, content_id: str) -> tuple[Sections, ...]:
        """Return the sections of some audio as they were found and after each edit; none if they were not edited.

        Raises
        ------
        CatalogueError
            If what is stored is damaged, or written by a newer version.
        """
        with self._connections.reading() as db:
            if db.execute(_TABLE).fetchone() is None:  # a former library that could only be opened for reading
                return ()
            row = db.execute("SELECT edits FROM section_edits WHERE content_id = ?", (content_id,)).fetchone()
        if row is None:
            return ()
        try:
            return states_from_json(row[0])
        except ValueError as problem:
            raise CatalogueError("library.damaged_sections", content_id=content_id, reason=problem) from None

    def edited(self, content_id: str) -> Sections | None:
        """Return the sections of some audio as a person left them; None if they were not edited."""
        states = self.states(content_id)
        return states[-1] if states else None

    def store(self, content_id: str, states: tuple[Sections, ...]) -> None:
        """Store what was done; fewer than two states take everything back."""
        with self._connections.writing() as db:
            if len(states) < 2:
                db.execute("DELETE FROM section_edits WHERE content_id = ?", (content_id,))
                return
            db.execute(
                "INSERT OR REPLACE INTO section_edits (content_id, edits, changed) VALUES (?, ?, ?)",
                (content_id, states_to_json(states), time.time()),
            )
