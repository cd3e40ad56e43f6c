"""The genres of a library by whatever model is in use, from what every analysis leaves: nothing is heard again."""

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.genre.model import GenreModel
from core.genre.windows import GenreWindows
from core.language import tr
from core.library.judgements import Answer, GenreJudgements
from core.library.packing import unpack

_TOGETHER = 500


@dataclass(frozen=True)
class Judged:
    """What came of asking a model about a library.

    Attributes
    ----------
    title : what a person calls the model
    n_judged : tracks that have its word now
    n_left : tracks that wait for it still
    n_deaf : tracks that were analysed before their windows, or what this model reads of them, were kept: only a new
        analysis makes it possible to ask the model
    """

    title: str
    n_judged: int
    n_left: int
    n_deaf: int


def judge_library(
    judgements: GenreJudgements, model: GenreModel, report: Callable[[float, str], None], seconds: float = 5.0
) -> Judged:
    """Ask a model about the tracks that another one has judged, for some seconds: the rest is left for the next time.

    Raises
    ------
    ModelError : where the model cannot be evaluated
    CatalogueError : where the catalogue cannot be read or written; what was written before stays
    """
    recipe = model.passport.recipe
    left = total = judgements.count_left(model.digest, recipe)
    begun, last = time.monotonic(), 0
    while left and time.monotonic() - begun < seconds:
        report(1 - left / total, tr("Classifying {left:,} tracks with {name}", left=left, name=model.passport.name))
        rows = judgements.left(model.digest, last, _TOGETHER, recipe)
        if not rows:
            break
        ids = [track for track, _ in rows]
        judgements.store(ids, _asked(model, [_windows(packed) for _, packed in rows]), model)
        last, left = ids[-1], max(0, left - len(ids))
    return Judged(model.passport.name, total - left, left, judgements.count_deaf(recipe))


def _asked(model: GenreModel, pieces: Sequence[GenreWindows | None]) -> list[Answer | None]:
    """Return the most probable genre of each piece, how probable it is, and how far the piece is from all of them."""
    heard = [piece for piece in pieces if piece is not None]
    found = iter(model.answers([piece.for_model(model.passport, piece.times[-1, 1]) for piece in heard]))
    said = [next(found) if piece is not None else None for piece in pieces]
    return [None if one is None else _likeliest(model.classes, *one) for one in said]


def _likeliest(classes: Sequence[str], probabilities: NDArray[np.float64], novelty: float) -> Answer:
    place = int(probabilities.argmax())
    return classes[place], float(probabilities[place]), novelty if math.isfinite(novelty) else None


def _windows(packed: bytes) -> GenreWindows | None:
    """None where what is stored is damaged: such a track shows no genre until it is analysed again."""
    try:
        return GenreWindows.from_rows(unpack(packed))
    except ValueError:
        return None
