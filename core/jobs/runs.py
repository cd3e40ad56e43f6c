"""What the window asks of the folders of runs: plain functions for `core.workers.pool`."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from core.dataset.dataset import Dataset
from core.language import tr
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.search.reopening import ReopenedSearch
    from core.training.reopening import ReopenedTraining
    from core.training.runs import Listing, Run


@dataclass(frozen=True, eq=False)
class OpenedRun:
    """A run with all that its folder holds of it: of a training, or of a search and its rows without numbers."""

    run: "Run"
    training: "ReopenedTraining | None"
    search: "ReopenedSearch | None"
    rows: Dataset


def list_job(emit: Emitter, root: Path) -> "Listing":
    """Return the list of runs."""
    from core.training.runs import list_runs

    emit.report(0.0, "")
    return list_runs(root)


def add_job(emit: Emitter, root: Path, folder: Path) -> "Run":
    """Have the list of runs in `root` point to the run in another folder, and return that run.

    Raises
    ------
    DatasetError : one line, where the folder holds no run that can be shown
    """
    from core.training.runs import add_elsewhere, read_run

    emit.report(0.0, tr("Opening {name}", name=folder.name))
    add_elsewhere(root, folder)
    return read_run(folder.resolve())


def open_job(emit: Emitter, folder: Path) -> OpenedRun:
    """Return a run as its folder has it, without fitting.

    Raises
    ------
    DatasetError, SearchError : one line, where nothing was finished or something is damaged
    """
    from core.training.fit_store import reading_fits
    from core.training.runs import read_run

    emit.report(0.0, tr("Opening {name}", name=folder.name))
    run = read_run(folder)
    if run.experiment.kind == "search":
        from core.search.reopening import reopen_search

        with reading_fits(folder) as store:
            rows = store.rows()
        return OpenedRun(run, None, reopen_search(folder, run.experiment), rows)
    from core.training.reopening import reopen_training

    training = reopen_training(folder, run.experiment)
    return OpenedRun(run, training, None, training.rows)
