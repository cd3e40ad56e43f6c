"""What a search costs beside scikit-learn's `GridSearchCV` for identical scores, and racing beside all of it."""

import tempfile
import time
import warnings
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from core.benchmarks.replay import FitMissing, Replay, replay
from core.dataset.dataset import Dataset
from core.errors import SearchError
from core.estimators.grids import GRIDS, Family, Grid
from core.search.grid_fits import fit_places
from core.search.racing import racing
from core.search.results import SearchResult
from core.search.rounds import Fit, Request, Results
from core.search.search import search
from core.search.sharing import Plan, make_plan
from core.search.store import read_store
from core.training.protocols import FOLDS, SEED, Fold, Protocol, folds
from core.workers.pool import Emitter

SAMPLES: dict[Family, dict[str, Sequence[Any]]] = {
    "forest": {
        "n_estimators": (10, 50),
        "max_depth": (5, 50, 100),
        "min_samples_split": (2, 10, 100),
        "min_samples_leaf": (2, 10, 50),
        "max_features": (3, "sqrt"),
    },
    "boosting": {
        "learning_rate": (0.1,),
        "n_estimators": (5, 25),
        "subsample": (0.5,),
        "min_samples_split": (2, 100),
        "min_samples_leaf": (1, 40),
        "max_depth": (5, 10, 50),
        "max_features": ("sqrt",),
    },
    "mlp": {"hidden_layer_sizes": ((64,), (64, 64)), "alpha": (0.001, 0.1), "max_iter": (200,)},
}
"""Parts of the study's grids that end in minutes."""


def against_sklearn(dataset: Dataset, family: Family, *, full: bool, seed: int = SEED) -> Iterator[str]:
    """Lines of the comparison with `GridSearchCV` on random folds, on one core."""
    from threadpoolctl import threadpool_limits

    grid = GRIDS[family] if full else GRIDS[family].edited(**SAMPLES[family])
    held_out = folds(dataset, "random", seed=seed)
    with threadpool_limits(1), tempfile.TemporaryDirectory() as folder:
        start = time.process_time()
        ours = search(dataset, grid, Path(folder) / "run", None, seed=seed)
        our_seconds = time.process_time() - start
        start = time.process_time()
        scores, ranks = _by_sklearn(dataset, grid, held_out, seed)
        their_seconds = time.process_time() - start
    same = _agree(ours, scores, ranks)
    yield (
        f"{family:9} {len(grid):5,} combinations, {len(held_out)} folds: {our_seconds:8.1f} s of processor time, "
        f"GridSearchCV {their_seconds:8.1f} s, ratio {our_seconds / their_seconds:.3f}, "
        f"every mean and rank {'identical' if same else 'NOT IDENTICAL'}"
    )


def _by_sklearn(
    dataset: Dataset, grid: Grid, held_out: Sequence[Fold], seed: int
) -> tuple[Sequence[float], Sequence[int]]:
    from sklearn.model_selection import GridSearchCV

    parameters = {f"classify__{name}": list(values) for name, values in grid.param_grid.items()}
    cv = [(fold.train, fold.test) for fold in held_out]
    whole = GridSearchCV(grid.build(dataset.columns, seed, {}), parameters, cv=cv, refit=False)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        whole.fit(dataset.X, dataset.y)
    return whole.cv_results_["mean_test_score"], whole.cv_results_["rank_test_score"]


def _agree(ours: SearchResult, means: Sequence[float], ranks: Sequence[int]) -> bool:
    standings = sorted(ours.standings, key=lambda one: one.candidate)
    same_means = np.array_equal([one.mean for one in standings], means)
    return bool(same_means and np.array_equal([one.rank for one in standings], ranks))


def races(dataset: Dataset, run: Path, n_seeds: int) -> Iterator[str]:
    """Lines about racing over the recorded fits of an exhaustive run on these data, with seeds from 0."""
    settings, fits = read_store(run)
    if settings.get("data") != dataset.fingerprint:
        raise SearchError("search.other_data", run=run)
    plan, held_out = _plan_of(dataset, settings)
    recorded = Results()
    recorded.add(fits)
    wanted = {(place, fold) for place in plan.places for fold in range(plan.n_folds)}
    missing = sum(recorded.find(place, fold) is None for place, fold in wanted)
    if missing:
        raise SearchError("search.incomplete", run=run, missing=missing, wanted=len(wanted))
    fit_missing = partial(_fit_now, dataset, plan, held_out, settings["seed"])
    yield from summary(plan, race_all(plan, recorded, fit_missing, n_seeds))


def race_all(plan: Plan, recorded: Results, fit_missing: FitMissing, n_seeds: int) -> list[Replay]:
    """One replay for each seed."""
    return [
        replay(lambda plan, known, seed=seed: racing(plan, known, seed), plan, recorded, fit_missing)  # type: ignore[misc]
        for seed in range(n_seeds)
    ]


def summary(plan: Plan, replays: Sequence[Replay]) -> Iterator[str]:
    """Return what the replays come to."""
    shares = np.array([one.share for one in replays])
    distances = np.array([one.distance for one in replays])
    total = np.array([one.seconds / one.separate_seconds for one in replays])
    first = replays[0]
    yield (
        f"{plan.grid.key}: {len(plan.candidates):,} combinations, {plan.n_folds} folds; exhaustive "
        f"{first.all_seconds:,.0f} fit-seconds, one by one {first.separate_seconds:,.0f} "
        f"(ratio {first.all_seconds / first.separate_seconds:.3f}); best {first.best.mean:.4f}, standard error "
        f"{first.best.standard_error:.4f}"
    )
    yield (
        f"racing, {len(replays)} seeds: {100 * shares.mean():.1f} % of the exhaustive fit-seconds (at most "
        f"{100 * shares.max():.1f} %), {100 * total.mean():.2f} % of those one by one; "
        f"{distances.mean():.2f} standard errors from the best (at most {distances.max():.2f}), "
        f"{(distances <= 1).sum()} of {len(replays)} within one"
    )


def _plan_of(dataset: Dataset, settings: dict[str, Any]) -> tuple[Plan, list[Fold]]:
    family: Family = settings["family"]
    values = {name: [_tupled(value) for value in entries] for name, entries in settings["grid"].items()}
    left_out: dict[str, list[Any]] = {name: [] for name in GRIDS[family].param_grid if name not in values}
    grid = GRIDS[family].edited(**values, **left_out)
    protocol: Protocol = settings["protocol"]
    held_out = folds(dataset, protocol, n_folds=settings.get("folds", FOLDS), seed=settings["seed"], held_out="valid")
    return make_plan(grid, dataset.columns, settings["seed"], len(held_out)), held_out


def _tupled(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _fit_now(dataset: Dataset, plan: Plan, held_out: list[Fold], seed: int, request: Request) -> Fit:
    """Return a fit that the exhaustive search has no use for: a perceptron stopped early."""
    emit = Emitter(lambda _event: None, lambda: False)
    place = request.place
    fold = held_out[request.fold]
    return fit_places(emit, dataset, plan.grid, plan.parameters(place), plan.kind, [place], fold, request.fold, seed)[0]


def sample_races(dataset: Dataset, family: Family, n_seeds: int, *, full: bool, seed: int = SEED) -> Iterator[str]:
    """Search a part of a grid (or all) to the end, then race over what was recorded."""
    grid = GRIDS[family] if full else GRIDS[family].edited(**SAMPLES[family])
    with tempfile.TemporaryDirectory() as folder:
        run = Path(folder) / "run"
        search(dataset, grid, run, None, seed=seed)
        yield from races(dataset, run, n_seeds)
