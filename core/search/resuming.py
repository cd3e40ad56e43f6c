"""Earlier runs that made the very fits that a new search would make."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.errors import SearchError
from core.search.store import FILE, read_store


@dataclass(frozen=True)
class EarlierSearch:
    """The folder of a run, and how many fits it holds."""

    folder: Path
    n_fits: int


def earlier_search(runs: Path, settings: Mapping[str, Any]) -> EarlierSearch | None:
    """Return the run in `runs` with these settings and the most fits; None where there is none.

    Runs that cannot be read are passed over: their own folder says what is wrong with them when they are opened.
    """
    found = []
    for path in runs.glob(f"*/{FILE}"):
        try:
            known, fits = read_store(path.parent)
        except SearchError:
            continue
        if fits and all(known.get(name) == _plain(value) for name, value in settings.items()):
            found.append(EarlierSearch(path.parent, len(fits)))
    return max(found, key=lambda one: one.n_fits, default=None)


def _plain(value: Any) -> Any:
    """Return a setting as JSON gives it back."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value
