"""A track of the library as a whole analysis, without its audio: what a window shows the moment the track is opened."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.errors import AudioError, CatalogueError
from core.features.recipe import RECIPE, RECIPE_2, RECIPES, recipes_holding
from core.library.connection import Connections
from core.library.grids import stored_grid
from core.library.packing import unpack, unpack_activations, unpack_text
from core.library.picture_packing import unpack_chords, unpack_estimate, unpack_loudness, unpack_picture
from core.library.stored_tables import tables_of_row
from core.structure.sections import sections_from_facts

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis, ClipSource
    from core.analysis.result import GenreFindings, Harmony


@dataclass(frozen=True, eq=False)
class StoredClip:
    """A piece as it was stored.

    Attributes
    ----------
    analysis : everything that was found; its picture is coarser than that of an analysis
    n_samples : length of the analysis signal
    is_judged : whether its genres are those of the model that was asked for
    follows : whether the tables follow the beats as they are now; else those of bars and beats are of former beats
    """

    analysis: "ClipAnalysis"
    n_samples: int
    is_judged: bool
    follows: bool


def stored_clip(library: Path, path: Path, model: Path | None = None) -> StoredClip | None:
    """Return what a library knows of a file.

    Parameters
    ----------
    library : Path
        File of the catalogue.
    path : Path
        The file.
    model : Path, optional
        The genre model that is in use; the shipped one if None.

    Returns
    -------
    StoredClip or None
        None where the file has changed or is gone, where it was analysed by another recipe or into another cut, where
        its picture is not stored, where the model reads what was not measured then, and where the library cannot be
        read: it is to be analysed then.
    """
    if not library.exists():
        return None
    try:
        connections = Connections(library, read_only=True)
    except CatalogueError:
        return None
    try:
        with connections.reading() as db:
            return _read(db, path, model)
    except (CatalogueError, AudioError, ValueError, KeyError, TypeError, IndexError):
        return None  # damaged, or of another version: an analysis tells more than this could
    finally:
        connections.close()


_QUERY = """
SELECT t.content_id, a.filename, f.songs, a.bars, a.beats, f.genre, w.rows, p.facts, p.picture, p.rhythm, p.loudness,
    p.chords, p.sections, c.packed,
    a.grid_revision = COALESCE(e.revision, 0),
    (SELECT value FROM edits WHERE track_id = t.id AND field = 'key')
FROM files l JOIN tracks t ON t.id = l.track_id
JOIN analyses a ON a.track_id = t.id AND a.recipe = :recipe AND a.cut = 'bars'
JOIN features f ON f.track_id = t.id AND f.recipe = a.recipe
JOIN windows w ON w.track_id = t.id AND w.recipe IN (:recipe, :extended)
JOIN pictures p ON p.content_id = t.content_id AND p.recipe = a.recipe AND p.loudness IS NOT NULL
    AND p.chords IS NOT NULL
LEFT JOIN beat_edits e ON e.content_id = t.content_id
LEFT JOIN activations c ON c.content_id = t.content_id
WHERE l.location = :location AND l.size = :size AND l.mtime_ns = :mtime_ns
"""


def _read(db: sqlite3.Connection, path: Path, model: Path | None) -> StoredClip | None:
    from core.analysis import ClipAnalysis
    from core.analysis.result import Rhythm
    from core.audio.locations import location_of
    from core.library.analysing import state_of

    state = state_of(path)
    asked = {
        "recipe": RECIPE,
        "extended": RECIPE_2,
        "location": location_of(path),
        "size": state.size,
        "mtime_ns": state.mtime_ns,
    }
    row = db.execute(_QUERY, asked).fetchone()
    if row is None:
        return None
    content_id, filename, songs, bars, beats, genre, windows, text, picture, rhythm, loudness, *others = row
    chords, sections, packed, follows, key = others
    facts = json.loads(text)
    estimate = unpack_estimate(rhythm, facts["beats"], None if packed is None else unpack_activations(packed))
    found = stored_grid(db, content_id)
    grid = estimate.grid if found is None or found[1] == "tracked" else found[0]
    tempo = None if np.isnan(grid.tempo) else grid.tempo
    tables = tables_of_row(filename, content_id, songs, bars, beats, genre, tempo, 1)
    analysis = ClipAnalysis(
        source=_source(path, content_id, facts),
        picture=unpack_picture(picture),
        rhythm=Rhythm(grid, estimate),
        harmony=_harmony(facts, key),
        tables=tables,
        genre=_genre(facts, windows),
        recipe=RECIPE,
        sections=None if sections is None else sections_from_facts(json.loads(unpack_text(sections))),
        loudness=unpack_loudness(loudness),
        chords=None if chords is None else unpack_chords(chords),
    )
    prediction = analysis.genre.prediction
    digest, model_recipe = _identity_of(model)
    if analysis.genre.windows.recipe not in recipes_holding(model_recipe):
        return None
    is_judged = prediction is not None and prediction.model_digest == digest
    return StoredClip(analysis, facts["n_samples"], is_judged, bool(follows))


def _identity_of(model: Path | None) -> tuple[str, str]:
    """Return digest and recipe of a model file without loading its graph.

    One that cannot be used has no digest; it is told when it is asked, not here.
    """
    from core.errors import ModelError
    from core.genre.model import identity_of
    from models import shipped_model_path

    try:
        digest, recipe = identity_of(model or shipped_model_path())
    except ModelError:
        return "", RECIPE
    return digest, recipe if recipe in RECIPES else RECIPE


def _source(path: Path, content_id: str, facts: Mapping[str, Any]) -> "ClipSource":
    from core.analysis import ClipSource
    from core.audio.clip import ANALYSIS_SR, SourceFormat, display_name

    return ClipSource(
        path=path,
        name=display_name(path),
        filename=path.stem.encode("utf-8", "replace").decode("utf-8"),
        content_id=content_id,
        duration=facts["n_samples"] / ANALYSIS_SR,
        format=SourceFormat(**facts["format"]),
        tags=facts["tags"],
        notes=_notes(facts["notes"]),
    )


def _notes(stored: list[tuple[str, dict[str, object]]]) -> tuple[Any, ...]:
    from core.messages import note_of

    return tuple(note_of(code, arguments) for code, arguments in stored)


def _harmony(facts: Mapping[str, Any], edited: str | None) -> "Harmony":
    from core.analysis.result import Harmony
    from core.harmony.key import KeyEstimate

    return Harmony(None if facts["key"] is None else KeyEstimate(**facts["key"]), edited)


def _genre(facts: Mapping[str, Any], windows: bytes) -> "GenreFindings":
    from core.analysis.result import GenreFindings
    from core.genre.model import GenrePrediction
    from core.genre.windows import GenreWindows

    said, prediction = facts["genre"], None
    if said is not None:
        arrays = ("probabilities", "windows", "window_probabilities", "window_novelty")
        values = said | {name: np.array(said[name], np.float64) for name in arrays if name in said}
        prediction = GenrePrediction(**values | {"classes": tuple(said["classes"]), "notes": _notes(said["notes"])})
    return GenreFindings(GenreWindows.from_rows(unpack(windows)), prediction, _notes(facts["genre_notes"]))
