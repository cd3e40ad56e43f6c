"""Work of the Models step that runs in a worker: save a classifier into the store, compare two models on rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.dataset.finding import Finding
from core.dataset.one_hot import text_column_of
from core.errors import ModelError
from core.estimators.baselines import Baseline
from core.features.recipe import recipes_holding
from core.genre.model import GenreModel, load_model
from core.genre.passport import Passport
from core.genre.store import StoredModel, add_model, keep, list_models, look_at, share_model
from core.language import tr
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.training.train import TrainingOptions
    from core.workers.limits import Executor

Seen = Literal["these rows", "this table", "other rows", "unknown"]
"""Whether a model has been fitted on rows that it is now asked about, as far as its passport tells."""


def save_to_store(
    emit: Emitter,
    executor: "Executor",
    dataset: Dataset,
    baseline: Baseline,
    findings: Sequence[Finding] | None,
    name: str,
    options: "TrainingOptions | None" = None,
    folder: Path | None = None,
) -> StoredModel:
    """`core.training.saving.save_classifier` into the store, with the folds and the seed of `options`.

    Raises
    ------
    ModelError, DatasetError : one line; nothing is in the store then
    """
    from core.training.saving import save_classifier

    settings = {} if options is None else {name: getattr(options, name) for name in ("n_folds", "repeats", "seed")}

    def report(fraction: float, text: str) -> None:
        emit.report(fraction, text or tr("Scoring {name}", name=baseline.name))

    def write(part: Path) -> Passport:
        return save_classifier(
            part, dataset, baseline, executor, findings, **settings, command="made in the window", name=name,
            report=report,
        )  # fmt: skip

    return look_at(keep(name, write, folder))


@dataclass(frozen=True, eq=False)
class Answers:
    """Predictions of one model for the rows.

    Attributes
    ----------
    path, name, passport : which model
    words : what it says of each row, by name
    right : NDArray[np.bool_] [shape=(n_rows,)]
    sure : the probability of what it says [shape=(n_rows,)], in [0, 1]
    seen : whether it was fitted on them
    """

    path: Path
    name: str
    passport: Passport
    words: tuple[str, ...]
    right: NDArray[np.bool_]
    sure: NDArray[np.float64]
    seen: Seen

    @property
    def accuracy(self) -> float:
        """Share of right answers, in [0, 1]."""
        return float(self.right.mean())


@dataclass(frozen=True, eq=False)
class ModelComparison:
    """Two models on the same rows.

    Attributes
    ----------
    dataset : the rows, each with a label that both models know
    left_out : how many rows have a label that one of them does not know
    chance : probability that equally good models differ at least so much on these rows (two-sided sign test)
    """

    dataset: Dataset
    old: Answers
    new: Answers
    left_out: int
    chance: float

    @property
    def disagreements(self) -> NDArray[np.int64]:
        """Rows of which they say different things; those that the new one has right first, then those it has lost."""
        differ = [
            row for row, (a, b) in enumerate(zip(self.old.words, self.new.words, strict=True)) if a != b
        ]  # fmt: skip
        rank = {(False, True): 0, (True, False): 1, (False, False): 2}
        return np.array(sorted(differ, key=lambda row: rank[bool(self.old.right[row]), bool(self.new.right[row])]), int)

    @property
    def gained(self) -> int:
        """Rows that only the new model has right."""
        return only_right(self.new, self.old)

    @property
    def lost(self) -> int:
        """Rows that only the old model has right."""
        return only_right(self.old, self.new)

    def recalls(self) -> list[tuple[str, int, float, float]]:
        """Of each class: its name, its rows, and which share of them each model has right."""
        rows = []
        for number, name in enumerate(self.dataset.classes):
            inside = self.dataset.y == number
            old, new = (float(one.right[inside].mean()) for one in (self.old, self.new))
            rows.append((name, int(inside.sum()), old, new))
        return rows


def only_right(one: Answers, other: Answers) -> int:
    """Count the rows that one model has right and the other has not."""
    return int((one.right & ~other.right).sum())


def sign_test(gained: int, lost: int) -> float:
    """Return the two-sided p-value of an exact sign test, 1 where nothing differs.

    Parameters
    ----------
    gained, lost : int
        Rows that only the one, and only the other model has right.
    """
    from scipy.stats import binomtest

    return float(binomtest(gained, gained + lost).pvalue) if gained + lost else 1.0


def compare_models(
    emit: Emitter, dataset: Dataset, read: Dataset, old: StoredModel, new: StoredModel
) -> ModelComparison:
    """Ask two models about the rows of `dataset`.

    Parameters
    ----------
    read : the data before columns were left out, since a model may read one that was

    Raises
    ------
    ModelError : one line, where a model cannot be used, the data lack a column, or there is no label both know
    """
    emit.report(0.0, tr("Reading the models"))
    models = [load_model(one.path, recipes=None) for one in (old, new)]
    for stored, model in zip((old, new), models, strict=True):
        _check_columns(stored, model, read)
    known = set(models[0].classes) & set(models[1].classes) & set(dataset.classes)
    keeps = np.array([dataset.classes[label] in known for label in dataset.y], dtype=bool)
    if not keeps.any():
        raise ModelError("model.no_common_label", name=dataset.name, labels=", ".join(dataset.classes[:5]))
    rows = dataset.take(np.flatnonzero(keeps))
    places = {int(place): row for row, place in enumerate(read.places)}
    whole = read.X[[places[int(place)] for place in rows.places]]
    answers = []
    for number, (stored, model) in enumerate(zip((old, new), models, strict=True)):
        emit.report((1 + number) / 3, tr("Evaluating {title}", title=stored.title))
        answers.append(_ask(stored, model, rows, whole, read, dataset))
    chance = sign_test(only_right(answers[1], answers[0]), only_right(answers[0], answers[1]))
    return ModelComparison(rows, answers[0], answers[1], int((~keeps).sum()), chance)


def _check_columns(stored: StoredModel, model: GenreModel, read: Dataset) -> None:
    one_hot = read.source.one_hot
    missing = [name for name in model.columns if name not in read.columns and text_column_of(name, one_hot) is None]
    if missing:
        raise ModelError("model.lacks_column", model=stored.title, column=missing[0], name=read.name)
    if read.recipe is not None and read.recipe not in recipes_holding(model.passport.recipe):
        raise ModelError(
            "model.other_definitions",
            model=stored.title,
            recipe=model.passport.recipe[:60],
            name=read.name,
            measured=read.recipe,
        )


def _ask(
    stored: StoredModel, model: GenreModel, rows: Dataset, whole: NDArray[np.float64], read: Dataset, asked: Dataset
) -> Answers:
    X = np.zeros((len(whole), len(model.columns)))  # a category that these rows do not have is 0 in all of them
    for place, name in enumerate(model.columns):
        if name in read.columns:
            X[:, place] = whole[:, read.columns.index(name)]
    probabilities = model.predict_proba(np.where(np.isfinite(X), X, np.array(model.passport.medians)))
    words = tuple(model.classes[number] for number in probabilities.argmax(axis=1))
    right = np.array([word == rows.classes[label] for word, label in zip(words, rows.y, strict=True)], dtype=bool)
    return Answers(
        stored.path,
        stored.title,
        model.passport,
        words,
        right,
        probabilities.max(axis=1),
        has_seen(model.passport, asked),
    )


def has_seen(passport: Passport, dataset: Dataset) -> Seen:
    """Whether a model was fitted on rows of `dataset`, as far as the hashes in its passport tell."""
    if passport.data.get("fingerprint") == dataset.fingerprint:
        return "these rows"
    table = passport.data.get("table_sha256")
    if table == dataset.source.sha256:
        return "this table"
    return "other rows" if isinstance(table, str) and table else "unknown"


def list_job(_emit: Emitter, folder: Path | None) -> tuple[StoredModel, ...]:
    """`list_models` in a worker."""
    return list_models(folder)


def add_job(_emit: Emitter, file: Path, folder: Path | None) -> StoredModel:
    """`add_model` in a worker."""
    return add_model(file, folder)


def share_job(_emit: Emitter, path: Path, target: Path) -> None:
    """`share_model` in a worker."""
    share_model(path, target)
