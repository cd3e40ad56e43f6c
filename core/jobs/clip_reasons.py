"""What a worker finds out when somebody asks why a clip has its genre: the reasons, and what sounds like it."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.language import tr
from core.progress import Report, silent, sub_range
from core.workers.pool import Emitter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.analysis import ClipAnalysis
    from core.explanation.clip_reasons import ClipReasons
    from core.genre.windows import GenreWindows

N_NEAREST = 5


@dataclass(frozen=True)
class NearTrack:
    """A track of the library that sounds like a clip: where it is, what it is called, its genre, how far it is.

    `distance` is 0 for the same sound, 1 for as far as half of all tracks are.
    """

    path: Path
    name: str
    genre: str
    distance: float


@dataclass(frozen=True)
class Explained:
    """Why a clip has its genre, and the tracks of the library that sound most like it."""

    reasons: "ClipReasons"
    nearest: tuple[NearTrack, ...]


def explain(
    emit: Emitter,
    windows: "GenreWindows",
    duration: float,
    model: Path | None,
    at: float | None,
    library: Path,
    content_id: str,
) -> Explained:
    """Find reasons and neighbours of a clip.

    Parameters
    ----------
    windows, duration : what was measured of it
    model : the genre model; the shipped one if None
    at : seconds; None for the whole piece
    library : file of the catalogue, which need not exist
    content_id : of the clip, which is not its own neighbour

    Raises
    ------
    ModelError : where the model cannot be used
    """
    from core.explanation.clip_reasons import explain_clip
    from core.genre.model import load_model
    from core.genre.store import usable_model
    from models import shipped_model_path

    asked = load_model(usable_model(model)[0] or shipped_model_path())
    features, times = windows.for_model(asked.passport, duration)
    reasons = explain_clip(asked, features, times, at, sub_range(emit.report, 0.0, 0.8))
    emit.report(0.8, tr("Looking for similar tracks"))
    return Explained(reasons, nearest_tracks(library, windows.basic, content_id))


def reasons_in_brief(analysis: "ClipAnalysis", model: Path | None, report: Report = silent) -> tuple[str, ...]:
    """Find what speaks for the first genre of an analysed clip and against it, a line each, the strongest first.

    There are none without genres, or where another model has named them.

    Parameters
    ----------
    analysis : of the clip
    model : the genre model in use; the shipped one if None
    report : told how far it is; may raise `Cancelled`
    """
    from core.errors import ModelError
    from core.explanation.clip_reasons import explain_clip
    from core.genre.model import load_model
    from core.genre.store import usable_model
    from models import shipped_model_path

    prediction = analysis.genre.prediction
    if prediction is None:
        return ()
    try:
        asked = load_model(usable_model(model)[0] or shipped_model_path())
        if asked.digest != prediction.model_digest:
            return ()
        features, times = analysis.genre.windows.for_model(asked.passport, analysis.source.duration)
        first = explain_clip(asked, features, times, report=report).genres[0]
    except ModelError:
        return ()
    return tuple(ground.headline for ground in (*first.speaking, *first.against))


def nearest_tracks(library: Path, features: "NDArray[np.float64]", content_id: str) -> tuple[NearTrack, ...]:
    """Return the tracks of a library that sound most like a piece, those whose file is there."""
    from core.errors import CatalogueError
    from core.library.connection import Connections
    from core.library.similar import nearest_to_features

    if not library.exists():
        return ()
    found = []
    try:
        connections = Connections(library, read_only=True)
    except CatalogueError:
        return ()
    try:
        with connections.reading() as db:
            for track, distance in nearest_to_features(db, features, 3 * N_NEAREST):
                path, name, title, artist, genre, content = db.execute(
                    "SELECT path, name, title, artist, genre, content_id FROM tracks WHERE id = ?", (track,)
                ).fetchone()
                if content != content_id and Path(path).exists():
                    shown = " – ".join(part for part in (artist, title) if part) if title else name
                    found.append(NearTrack(Path(path), shown, genre or "", distance))
    except CatalogueError:
        return ()
    finally:
        connections.close()
    return tuple(found[:N_NEAREST])
