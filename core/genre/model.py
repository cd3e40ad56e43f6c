"""The model file: save, load, and predict over time.

A model is one file (see `core.model_file.container`): an ONNX graph and its passport. Loading it executes nothing:
container, passport and graph are checked first, then onnxruntime evaluates the graph's arithmetic on one thread.
"""

import hashlib
import math
import threading
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core.errors import ModelError, NoPredictionError
from core.features.recipe import RECIPE, RECIPES
from core.genre.passport import Passport, passport_from_json
from core.messages import Note
from core.model_file.container import read_model_file, write_model_file
from core.model_file.graph import BATCH, INPUT, OUTPUT, check_graph

if TYPE_CHECKING:
    import onnxruntime

__all__ = ["GenreModel", "GenrePrediction", "ModelError", "NoPredictionError", "Passport", "load_model", "save_model"]

AGREEMENT = 1e-4
"""Largest difference allowed between a saved model's probabilities and its estimator's."""

_SECONDS_AT_MOST = 20.0
_OTHER_LENGTH = 1.5
"""So many times as long or as short as what a model was trained on is worth a word."""

_MANY_OUTSIDE = 5


@dataclass(frozen=True, eq=False)
class GenrePrediction:
    """What a model says about a piece, as a whole and along it.

    Attributes
    ----------
    classes : the genres' names
    probabilities : NDArray[np.float64] [shape=(n_classes,)], for the whole piece, summing to 1
    windows : NDArray[np.float64] [shape=(n_windows, 2)], start and end of each window, seconds
    window_probabilities : NDArray[np.float64] [shape=(n_windows, n_classes)]
    model_name : which model spoke
    notes : what to keep in mind (a short clip, say)
    accuracy_on_new_artists, accuracy_on_known_artists : how often the model was right in cross-validation with artists
        kept apart and with artists shared, in [0, 1]; NaN where its passport does not say
    model_digest : tells the model that spoke from every other
    novelty : distance of the piece from the model's training music as a multiple of what is usual, the median over its
        windows; NaN where the model cannot tell
    window_novelty : NDArray[np.float64] [shape=(n_windows,)], the same of each window
    """

    classes: tuple[str, ...]
    probabilities: NDArray[np.float64]
    windows: NDArray[np.float64]
    window_probabilities: NDArray[np.float64]
    model_name: str
    notes: tuple[Note, ...]
    accuracy_on_new_artists: float = math.nan
    accuracy_on_known_artists: float = math.nan
    model_digest: str = ""
    novelty: float = math.nan
    window_novelty: NDArray[np.float64] = field(default_factory=lambda: np.empty(0))

    @property
    def is_outside(self) -> bool:
        """Whether the piece is unlike all the music that the model learned from: none of its genres."""
        return self.novelty > 1.0


@dataclass(frozen=True, eq=False)
class GenreModel:
    """A genre classifier that was loaded from a file: `passport` says what it is, `graph` (ONNX) what it does."""

    passport: Passport
    graph: bytes

    @property
    def classes(self) -> tuple[str, ...]:
        """The genres it tells apart, in the order of its probabilities."""
        return self.passport.classes

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns it reads, in order: those of its recipe that its passport names."""
        return self.passport.columns

    def __reduce__(self) -> tuple[type["GenreModel"], tuple[Passport, bytes]]:
        """Travel to another process without the open session, which cannot."""
        return GenreModel, (self.passport, self.graph)

    @cached_property
    def digest(self) -> str:
        """Tells this model from every other, 32 hexadecimal digits."""
        return hashlib.blake2b(self.passport.to_json().encode() + self.graph, digest_size=16).hexdigest()

    @cached_property
    def _session(self) -> "onnxruntime.InferenceSession":
        return _open_session(self.graph)

    def predict_proba(self, X: ArrayLike) -> NDArray[np.float64]:
        """Class probabilities of feature rows.

        Parameters
        ----------
        X : finite numbers [shape=(n_rows, len(columns))], in the order of `columns`

        Returns
        -------
        NDArray[np.float64] [shape=(n_rows, len(classes))], each row summing to 1

        Raises
        ------
        ModelError : for another shape, for numbers that are not finite, and for a graph that cannot be evaluated
        """
        rows = np.asarray(X, dtype=np.float64)
        if rows.ndim != 2 or rows.shape[1] != len(self.columns):
            raise ModelError("model.other_shape", features=len(self.columns), shape=rows.shape)
        if not np.isfinite(rows).all():
            raise NoPredictionError("model.not_finite")
        whole = len(rows) - len(rows) % BATCH  # only numbers of rows for which the graph was checked
        parts = [self._run(rows[i : i + BATCH]) for i in range(0, whole, BATCH)]
        parts += [self._run(rows[i : i + 1]) for i in range(whole, len(rows))]
        return np.concatenate([np.empty((0, len(self.classes))), *parts])

    def _run(self, rows: NDArray[np.float64]) -> NDArray[np.float64]:
        """Evaluate the graph on a few rows, for a limited time."""
        import onnxruntime

        session, options = self._session, onnxruntime.RunOptions()
        watchdog = threading.Timer(_SECONDS_AT_MOST, setattr, (options, "terminate", True))
        watchdog.daemon = True
        watchdog.start()
        try:
            (answer,) = session.run([OUTPUT], {INPUT: rows.astype(np.float32)}, options)
        except Exception:  # noqa: BLE001 (onnxruntime raises many private types)
            raise ModelError("model.not_evaluated", seconds=_SECONDS_AT_MOST) from None
        finally:
            watchdog.cancel()
        probabilities = np.asarray(answer, dtype=np.float64)
        totals = probabilities.sum(axis=1, keepdims=True)
        if probabilities.shape != (len(rows), len(self.classes)) or not np.allclose(totals, 1, atol=1e-3):
            raise ModelError("model.no_probabilities")
        return np.asarray(probabilities.clip(0) / probabilities.clip(0).sum(axis=1, keepdims=True))

    def predict(self, features: ArrayLike, windows: ArrayLike, duration: float) -> GenrePrediction:
        """Return what the model says about a piece from the features of its windows.

        Windows without a prediction (silence) are left out and counted in a note. The whole piece is the mean of
        the other windows' probabilities, each weighted by its length; with one window it is that window's.

        Parameters
        ----------
        features : numbers [shape=(n_windows, n_columns)], in the order of its recipe; a tempo may be missing (NaN, 0)
        windows : start and end of each window in seconds [shape=(n_windows, 2)]
        duration : length of the piece in seconds

        Raises
        ------
        NoPredictionError : where no window has features to predict from
        ModelError : for shapes that do not fit, or a model that cannot be evaluated
        """
        rows, spans, found, n_silent = self._usable(features, windows)
        if not len(rows):
            raise NoPredictionError("model.silent")
        probabilities, novelty = self.predict_proba(rows), self.novelty_of(rows)
        of_whole = _middle(novelty, spans)
        return GenrePrediction(
            classes=self.classes,
            probabilities=_of_whole(probabilities, spans),
            windows=spans,
            window_probabilities=probabilities,
            model_name=self.passport.name,
            notes=self._notes(rows, spans, found, n_silent, duration, of_whole),
            accuracy_on_new_artists=self._accuracy("grouped"),
            accuracy_on_known_artists=self._accuracy("random"),
            model_digest=self.digest,
            novelty=of_whole,
            window_novelty=novelty,
        )

    def novelty_of(self, X: ArrayLike) -> NDArray[np.float64]:
        """Distance of feature rows from the training music, above 1 where they are unlike it.

        Parameters
        ----------
        X : finite numbers [shape=(n_rows, len(columns))], in the order of `columns`

        Returns
        -------
        NDArray[np.float64] [shape=(n_rows,)], NaN where the model cannot tell
        """
        rows = np.asarray(X, dtype=np.float64)
        measure = self.passport.novelty
        return np.full(len(rows), np.nan) if measure is None else measure.of_rows(rows)

    def answers(self, pieces: Sequence[tuple[ArrayLike, ArrayLike]]) -> list[tuple[NDArray[np.float64], float] | None]:
        """Return what `predict` says of many pieces; all windows are asked together, which is faster.

        Parameters
        ----------
        pieces : for each its windows' features, as for `predict`, and times [shape=(n_windows, 2)]

        Returns
        -------
        list[tuple[NDArray[np.float64] [shape=(n_classes,)], float] | None]
            Class probabilities and novelty of each; None where no window has features to predict from
        """
        usable = [self._usable(features, windows)[:2] for features, windows in pieces]
        ends = np.cumsum([len(rows) for rows, _ in usable], dtype=np.int64)
        heard = np.concatenate([np.empty((0, len(self.columns))), *(rows for rows, _ in usable)])
        every, novelty = self.predict_proba(heard), self.novelty_of(heard)
        return [
            (_of_whole(every[start:end], spans), _middle(novelty[start:end], spans)) if end > start else None
            for start, end, (_, spans) in zip([0, *ends], ends, usable, strict=False)
        ]

    def heard(self, features: ArrayLike, windows: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return what the model reads of the windows that are not silent [shape=(n, len(columns))], and their times.

        Raises
        ------
        NoPredictionError : where there is none
        """
        rows, spans, _, _ = self._usable(features, windows)
        if not len(rows):
            raise NoPredictionError("model.silent")
        return rows, spans

    def _usable(
        self, features: ArrayLike, windows: ArrayLike
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.bool_], int]:
        """Return what the model reads of the windows that are not silent, their spans, which have a tempo, and how many
        are silent.
        """
        spans = np.asarray(windows, dtype=np.float64).reshape(-1, 2)
        rows, found = self._filled(self._selected(features, len(spans)))
        usable = np.isfinite(rows).all(axis=1)
        return rows[usable], spans[usable], found[usable], int((~usable).sum())

    def _accuracy(self, protocol: str) -> float:
        score = self.passport.scores.get(protocol)
        return score.accuracy if score else math.nan

    def _selected(self, features: ArrayLike, n_windows: int) -> NDArray[np.float64]:
        """Return the columns this model reads, out of all of its recipe."""
        rows, measured = np.asarray(features, dtype=np.float64), RECIPES.get(self.passport.recipe, RECIPES[RECIPE])
        if rows.shape != (n_windows, len(measured)):
            raise ModelError("model.other_windows", windows=n_windows, features=len(measured), shape=rows.shape)
        foreign = [name for name in self.columns if name not in measured]
        if foreign:
            raise ModelError("model.foreign_column", column=foreign[0])
        return rows[:, [measured.index(name) for name in self.columns]]

    def _filled(self, rows: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Rows whose missing tempo is the training data's median, and which rows had a tempo of their own."""
        found = np.ones(len(rows), dtype=bool)
        if "tempo" in self.columns:
            place = self.columns.index("tempo")
            found = np.isfinite(rows[:, place]) & (rows[:, place] > 0)
            rows = rows.copy()
            rows[~found, place] = self.passport.medians[place]
        return rows, found

    def _notes(
        self,
        rows: NDArray[np.float64],
        spans: NDArray[np.float64],
        found: NDArray[np.bool_],
        n_silent: int,
        duration: float,
        novelty: float,
    ) -> tuple[Note, ...]:
        """Return what a person should keep in mind about a prediction."""
        notes = []
        trained_on, heard = self.passport.window, float(np.median(np.diff(spans, axis=1)))
        if duration < trained_on - 0.5:
            length = f"{duration:.0f}" if duration >= 1 else f"{duration:.1g}"
            notes.append(Note("genre.short_clip", duration=length, trained_on=trained_on))
        elif not 1 / _OTHER_LENGTH <= heard / trained_on <= _OTHER_LENGTH:
            notes.append(Note("genre.other_length", heard=heard, trained_on=trained_on))
        if n_silent:
            notes.append(Note("genre.silent_windows", silent=n_silent, windows=n_silent + len(rows)))
        if not found.all():
            notes.append(Note("genre.no_tempo"))
        if not math.isnan(novelty):
            return (Note("genre.none_of_these", count=len(self.classes)), *notes) if novelty > 1.0 else tuple(notes)
        lowest, highest = (np.array(self.passport.lowest), np.array(self.passport.highest))
        outside = int(np.median(((rows < lowest) | (rows > highest)).sum(axis=1)))
        if outside >= _MANY_OUTSIDE:
            notes.append(Note("genre.unlike_training", outside=outside, features=len(self.columns)))
        return tuple(notes)


def _of_whole(probabilities: NDArray[np.float64], spans: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what the windows say together, each weighted by its length."""
    if len(probabilities) == 1:
        return np.asarray(probabilities[0])
    lengths = np.diff(spans, axis=1).clip(1e-9)
    return np.asarray((probabilities * lengths).sum(axis=0) / lengths.sum())


def _middle(novelty: NDArray[np.float64], spans: NDArray[np.float64]) -> float:
    """Return the median of the windows' novelty, each weighted by its length: what more than half of the piece is."""
    order = np.argsort(novelty, kind="stable")
    reached = np.cumsum(np.diff(spans, axis=1).clip(1e-9)[order, 0])
    return float(novelty[order][int(np.searchsorted(reached, reached[-1] / 2))])


def load_model(path: Path, *, recipes: Collection[str] | None = tuple(RECIPES)) -> GenreModel:
    """Load a model file after checking container, passport and graph.

    Parameters
    ----------
    path : a file that `save_model` wrote
    recipes : definitions of the features it is to be applied to; None accepts any

    Raises
    ------
    ModelError : one line, for every file that is not a sound model for one of these recipes
    """
    text, graph = read_model_file(path)
    passport = passport_from_json(text)
    if recipes is not None and passport.recipe not in recipes:
        raise ModelError("model.other_recipe", name=path.name, recipe=passport.recipe[:60], measured=", ".join(recipes))
    check_graph(graph, len(passport.columns), len(passport.classes))
    model = GenreModel(passport, graph)
    model.predict_proba([passport.medians])
    return model


def identity_of(path: Path) -> tuple[str, str]:
    """Return the digest of the model in a file, as `GenreModel.digest` has it, and its recipe; its graph is not read.

    Raises
    ------
    ModelError : when it is no model file
    """
    text, graph = read_model_file(path)
    passport = passport_from_json(text)
    return GenreModel(passport, graph).digest, passport.recipe


def save_model(
    path: Path, passport: Passport, graph: bytes, X: NDArray[np.float64], expected: NDArray[np.float64]
) -> Passport:
    """Write a model file, after comparing what it says with what its estimator says.

    Parameters
    ----------
    path : where to write; replaced as a whole, or not touched at all
    passport : its `agreement` is measured here
    graph : ONNX bytes from `core.genre.onnx_export.to_graph`
    X : rows to compare on [shape=(n_rows, n_columns)]
    expected : the estimator's `predict_proba(X)`

    Returns
    -------
    Passport : as written

    Raises
    ------
    ModelError : where the two disagree by more than `AGREEMENT`, or the file would not load
    """
    check_graph(graph, len(passport.columns), len(passport.classes))
    difference = float(np.abs(GenreModel(passport, graph).predict_proba(X) - expected).max())
    if not difference <= AGREEMENT:
        raise ModelError("model.differs", difference=difference)
    # One digit, rounded up: the last bits depend on the machine, and the file should not.
    magnitude = 10.0 ** np.floor(np.log10(max(difference, 1e-12)))
    passport = replace(passport, agreement=float(f"{np.ceil(difference / magnitude) * magnitude:.0e}"))
    text = passport.to_json()
    passport_from_json(text)
    write_model_file(path, text, graph)
    return passport


def _open_session(graph: bytes) -> "onnxruntime.InferenceSession":
    import onnxruntime

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception:  # noqa: BLE001 (onnxruntime raises many private types)
        raise ModelError("model.malformed_onnx") from None
