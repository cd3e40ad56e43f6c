"""Why a genre model names the genres it names: what speaks for and against the first two, in words, for one piece.

Shares come from `core.explanation.reasons`, against the typical row of each genre, which a model keeps as its probes.
Of each group of columns one is shown, with its value and what is usual in the genre (the middle 80 % of its training
rows).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from core.explanation.column_groups import ColumnGroup
from core.explanation.reasons import Reasons, reasons_for
from core.features.columns import UNITS
from core.features.words import feature_words
from core.genre.model import GenreModel
from core.genre.novelty import Ranges
from core.progress import Report, silent

ORDERS: Final = 40
EXPLAINED: Final = 2
"""Genres that are explained."""

MOST_GROUNDS: Final = 3
"""Of each side of a genre."""

LEAST_SHARE: Final = 0.01
"""In probability; what moves it less is not worth a line."""

Place = Literal["usual", "above", "below"]
MINUS: Final = "\N{MINUS SIGN}"


@dataclass(frozen=True)
class Ground:
    """What a group of columns says about a genre.

    Attributes
    ----------
    group : its name, "Brightness", say
    share : in probability; positive speaks for the genre
    column, words, unit : the column that shows it best, in words, and its unit
    value : of the piece; for a variance its root, in the unit of what varies
    low, high : what is usual in the genre, likewise; NaN where the model does not know
    place : where the value lies
    """

    group: str
    share: float
    column: str
    words: str
    unit: str
    value: float
    low: float
    high: float
    place: Place

    @property
    def headline(self) -> str:
        """What the group does, in per cent: "+10 Brightness"."""
        points = max(round(abs(100 * self.share)), 1)
        return f"{'+' if self.share > 0 else MINUS}{points} {self.group}"


@dataclass(frozen=True)
class GenreReasons:
    """What speaks for a genre, the strongest first, and what against it; `typical` is its usual probability."""

    genre: str
    probability: float
    typical: float
    speaking: tuple[Ground, ...]
    against: tuple[Ground, ...]


@dataclass(frozen=True)
class ClipReasons:
    """Reasons for the first genres of a piece, found in the window from `start` to `end` (seconds)."""

    start: float
    end: float
    genres: tuple[GenreReasons, ...]


def explain_clip(
    model: GenreModel,
    features: NDArray[np.float64],
    windows: NDArray[np.float64],
    at: float | None = None,
    report: Report = silent,
) -> ClipReasons:
    """Find what speaks for and against the first genres of a piece.

    Parameters
    ----------
    model : the model that was asked
    features : of its windows [shape=(n_windows, n_columns)], as `GenreWindows.for_model` gives them
    windows : start and end of each, seconds [shape=(n_windows, 2)]
    at : the window whose middle is nearest to this time is explained, seconds; else the one most like the whole piece
    report : told how far it is; may raise `Cancelled`

    Raises
    ------
    ModelError : where the model cannot be evaluated, or says nothing of the piece
    """
    rows, spans = model.heard(features, windows)
    said = model.predict_proba(rows)
    whole = said.mean(axis=0)
    if at is None:
        place = int(np.abs(said - whole).sum(axis=1).argmin())
    else:
        place = int(np.abs(spans.mean(axis=1) - at).argmin())
    passport = model.passport
    background = np.array([probe.features for probe in passport.probes] or [passport.medians])
    found = reasons_for(
        rows[place], background, model.predict_proba, model.columns, model.classes, orders=ORDERS, report=report
    )
    order = (said[place] if at is not None else whole).argsort()[::-1][:EXPLAINED]
    genres = tuple(_of_genre(model, rows[place], found, int(number)) for number in order)
    return ClipReasons(float(spans[place, 0]), float(spans[place, 1]), genres)


def _of_genre(model: GenreModel, row: NDArray[np.float64], found: Reasons, number: int) -> GenreReasons:
    name = model.classes[number]
    usual = model.passport.ranges.get(name)
    ranked = [(group, share) for group, share in found.of_class(number) if abs(share) >= LEAST_SHARE]
    grounds = [_ground(model, row, usual, group, share) for group, share in ranked]
    return GenreReasons(
        name,
        float(found.probabilities[number]),
        float(found.typical[number]),
        tuple(one for one in grounds if one.share > 0)[:MOST_GROUNDS],
        tuple(one for one in reversed(grounds) if one.share < 0)[:MOST_GROUNDS],
    )


def _ground(
    model: GenreModel, row: NDArray[np.float64], usual: Ranges | None, group: ColumnGroup, share: float
) -> Ground:
    columns = model.columns
    place = _telling(model, row, usual, group.places, speaks=share > 0)
    low, high = (float("nan"), float("nan")) if usual is None else (usual[0][place], usual[2][place])
    value = float(row[place])
    where: Place = "above" if value > high else "below" if value < low else "usual"
    column = columns[place]
    if column.endswith("_var"):
        value, low, high = (float(np.sqrt(np.maximum(one, 0.0))) for one in (value, low, high))  # NaN stays NaN
    return Ground(
        group.name, share, column, feature_words(column), _unit(column), value, float(low), float(high), where
    )


def _telling(
    model: GenreModel, row: NDArray[np.float64], usual: Ranges | None, places: Sequence[int], *, speaks: bool
) -> int:
    """Return the column of a group that shows best why it speaks for a genre, or against it.

    For: one that is as in the genre, and far from what is usual in all of them. Against: the furthest from the genre.
    """
    if usual is None:
        return places[0]
    ranges = np.array(list(model.passport.ranges.values()))[:, :, list(places)]  # [classes, 3, columns]
    low, middle, high = np.array(usual)[:, list(places)]
    width = np.maximum((ranges[:, 2] - ranges[:, 0]).mean(axis=0), 1e-12)
    values = row[list(places)]
    outside = np.maximum(np.maximum(low - values, values - high), 0) / width
    if not speaks:
        return places[int((outside + 0.1 * np.abs(values - middle) / width).argmax())]
    unusual = np.abs(values - np.median(ranges[:, 1], axis=0)) / width
    return places[int((np.minimum(unusual, 3.0) - 4 * outside).argmax())]


def _unit(column: str) -> str:
    return "BPM" if column == "tempo" else UNITS.get(column, "").removesuffix("²")
