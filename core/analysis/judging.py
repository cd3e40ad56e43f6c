"""Asking a genre model about what was measured."""

from functools import lru_cache
from pathlib import Path

from core.analysis.result import GenreFindings
from core.errors import ModelError
from core.genre.model import GenreModel, load_model
from core.genre.windows import GenreWindows
from models import shipped_model_path


def judge(windows: GenreWindows, duration: float, model: Path | None = None) -> GenreFindings:
    """Ask a genre model about a piece.

    Parameters
    ----------
    windows : GenreWindows
        What the model reads of the piece.
    duration : float
        Length of the piece, seconds.
    model : Path, optional
        File of the model. The shipped one is asked if None.

    Returns
    -------
    GenreFindings
        Without a prediction where the model cannot be used; its note says why.
    """
    try:
        asked = _model(model or shipped_model_path())
        prediction = asked.predict(*windows.for_model(asked.passport, duration), duration)
    except ModelError as problem:
        return GenreFindings(windows, None, (problem.as_note(),))
    return GenreFindings(windows, prediction, prediction.notes)


def _model(path: Path) -> GenreModel:
    return _loaded_model(path, path.stat().st_mtime_ns if path.exists() else 0)


@lru_cache(maxsize=4)
def _loaded_model(path: Path, _changed: int) -> GenreModel:
    return load_model(path)  # the time of change is part of the key, so that a replaced file is read again
