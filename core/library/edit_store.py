"""Where the window keeps edits of beats: in the library, or beside it where that cannot be written."""

from pathlib import Path

from core.errors import CatalogueError
from core.library.connection import Connections
from core.library.grids import StoredGrids
from core.library.section_store import StoredSections
from core.rhythm.grid import BeatGrid
from core.structure.sections import Sections


def default_beats_path() -> Path:
    """Return where edits of beats are kept when no library can be written."""
    from platformdirs import user_data_path

    return user_data_path("groovescope", appauthor=False) / "beats.sqlite"


def open_edit_store(library: Path) -> StoredGrids:
    """Open the edits of beats; see `open_edit_connections`."""
    return StoredGrids(open_edit_connections(library))


def open_section_store(library: Path) -> StoredSections:
    """Open the edits of sections; see `open_edit_connections`."""
    return StoredSections(open_edit_connections(library))


def open_edit_connections(library: Path) -> Connections:
    """Open the file that edits are kept in; close it when it is not needed any more.

    A clip needs to be in no library for that: edits belong to audio.

    Parameters
    ----------
    library : Path
        The user's library. Where it cannot be opened or written, a catalogue of beats alone is opened in its place.

    Raises
    ------
    CatalogueError
        If neither can be written.
    """
    try:
        connections = Connections(library)
        if not connections.is_read_only:
            return connections
        connections.close()
    except CatalogueError:
        pass
    return Connections(default_beats_path())


def edited_sections(store: Path, content_id: str) -> Sections | None:
    """Return the sections of some audio as a person left them, as `corrected_grid` returns its beats."""
    if not store.exists():
        return None
    try:
        sections = StoredSections(Connections(store, read_only=True))
    except CatalogueError:
        return None
    try:
        return sections.edited(content_id)
    except CatalogueError:
        return None
    finally:
        sections.close()


def corrected_grid(store: Path, content_id: str) -> BeatGrid | None:
    """Return the beats of some audio as a person corrected them, for a worker that has no store open.

    None also where the store cannot be read: an analysis with the tracker's beats is better than none.

    Parameters
    ----------
    store : Path
        File of the catalogue; see `StoredGrids.path`.
    content_id : str
        The audio.
    """
    if not store.exists():
        return None
    try:
        grids = StoredGrids(Connections(store, read_only=True))
    except CatalogueError:
        return None
    try:
        found = grids.corrected(content_id)
    except CatalogueError:
        return None
    finally:
        grids.close()
    return None if found is None else found.grid
