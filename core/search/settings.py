"""What makes a run what it is: fits made under other settings do not belong to it."""

import json
from pathlib import Path
from typing import Any

from core.dataset.dataset import Dataset
from core.errors import SearchError
from core.estimators.allowed import problem_of
from core.estimators.grids import GRIDS, Family, Grid
from core.training.protocols import Protocol


def settings_of(dataset: Dataset, grid: Grid, protocol: Protocol, n_folds: int, seed: int) -> dict[str, Any]:
    """By the words in which a person is told what differs."""
    import sklearn

    own = grid.base.settings
    return {
        "data": dataset.fingerprint,
        "family": grid.key,
        "grid": {name: list(values) for name, values in sorted(grid.param_grid.items())},
        "protocol": protocol,
        "folds": n_folds,
        "seed": seed,
        "scikit-learn": sklearn.__version__,
        **({} if own is None else {"preparation": own.to_json()}),
    }


def read_grid(family: Family, path: Path | None) -> Grid:
    """Return the study's grid of a family, with the values of a JSON file where it has some.

    Parameters
    ----------
    path : an object of lists, `{"max_depth": [5, null], "n_estimators": [100]}`; an empty list leaves a parameter at
        scikit-learn's default, lists within lists are tuples

    Raises
    ------
    SearchError : one line, for a file that is no such thing
    """
    grid = GRIDS[family]
    if path is None:
        return grid
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except OSError as problem:
        raise SearchError("search.not_read", path=path, reason=problem.strerror) from None
    except (ValueError, RecursionError) as problem:
        raise SearchError("search.no_json", path=path, reason=problem, example=_EXAMPLE) from None
    if not isinstance(values, dict) or not all(isinstance(entries, list) for entries in values.values()):
        raise SearchError("search.no_grid", path=path, example=_EXAMPLE)
    known = grid.build((), 0, {})[-1].get_params()
    for name, entries in values.items():
        if name not in known:
            raise SearchError("search.unknown_parameter", path=path, name=name, known=", ".join(sorted(known)))
        if name in ("random_state", "warm_start", "n_jobs", "verbose"):
            raise SearchError("search.own_parameter", path=path, name=name)
        if any(isinstance(entry, dict) for entry in entries):
            raise SearchError("search.object_value", path=path, name=name)
    edited = grid.edited(**_allowed(family, path, values))
    if len(edited) > _MOST:
        raise SearchError("search.many_combinations", path=path, count=len(edited), most=_MOST)
    return edited


def _allowed(family: Family, path: Path, values: dict[str, list[Any]]) -> dict[str, tuple[Any, ...]]:
    """Return the values as a grid holds them; SearchError for one that the classifier would refuse in every fit."""
    tupled = {name: tuple(_tupled(entry) for entry in entries) for name, entries in values.items()}
    refused = problem_of(family, tupled)
    if refused is not None:
        name, value, rule = refused
        raise SearchError("search.value_refused", path=path, name=name, value=value, rule=rule)
    return tupled


_EXAMPLE = '{"max_depth": [5, 10], "n_estimators": [100]}'
_MOST = 100_000


def _tupled(entry: Any) -> Any:
    return tuple(_tupled(part) for part in entry) if isinstance(entry, list) else entry
