"""Where a command keeps its run: in the folder of `--out`, or in the list that the window shows."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.errors import DatasetError, EstimatorError, SearchError

if TYPE_CHECKING:
    from core.dataset.dataset import Dataset
    from core.jobs.data import DataRequest
    from core.training.experiment import Experiment
    from core.training.run_folder import RunFolder


def training_folder(out: Path | None, experiment: "Experiment", request: "DataRequest", *, resume: bool) -> "RunFolder":
    """Return the folder of a training.

    Parameters
    ----------
    out : where a person wants it; None for the list of the window, which can then read the data of the run again
    resume : go on with the run of the very same record: that in `out`, where there is one, or the newest in the list

    Raises
    ------
    DatasetError : one line, where `out` holds something else, or the list no such run
    """
    from core.training.experiment import FILE
    from core.training.run_folder import RunFolder
    from core.training.run_places import new_run_folder, runs_folder
    from core.training.runs import begin_run

    if out is None:
        if resume:
            return RunFolder(run_to_resume(runs_folder(), experiment))
        return begin_run(new_run_folder(experiment.data.name), experiment, here(request))
    if resume and (out / FILE).exists():
        refuse_another_run(out, experiment)
        return RunFolder(out)
    return RunFolder.create(out)


@contextmanager
def search_folder(
    out: Path | None, experiment: "Experiment", dataset: "Dataset", request: "DataRequest", *, resume: bool
) -> Iterator[Path]:
    """Yield the folder of a search: `out`, or one in the list of the window, which is told how the search stands.

    Raises
    ------
    DatasetError : one line, where the list has no run to resume, or where `out` holds a training
    """
    from core.training.fit_store import open_fits
    from core.training.run_places import new_run_folder, runs_folder
    from core.training.runs import begin_run, discard_empty, mark

    if out is not None:
        with _recorded(out, experiment, dataset, resume=resume):
            yield out
        return
    if resume:
        folder = run_to_resume(runs_folder(), experiment)
    else:
        folder = begin_run(new_run_folder(experiment.data.name), experiment, here(request)).path
    mark(folder, "running")
    try:
        with open_fits(folder, dataset):  # keeps the rows, and tells a window that the run goes on
            yield folder
    except BaseException as problem:
        mark(folder, "stopped")
        if isinstance(problem, DatasetError | EstimatorError | SearchError):
            discard_empty(folder)  # it cannot be made as it is set, now or later
        raise


@contextmanager
def _recorded(out: Path, experiment: "Experiment", dataset: "Dataset", *, resume: bool) -> Iterator[None]:
    """Keep the record and the rows of a search in a folder of its own, so that a window can open it.

    A folder that the search will refuse stays as it is.
    """
    from core.search.store import FILE as TRIALS
    from core.training.experiment import FILE, read_experiment, write_experiment
    from core.training.fit_store import open_fits
    from core.training.run_folder import RunFolder
    from core.training.runs import mark

    if (out / FILE).exists() and read_experiment(out).kind != "search":
        raise DatasetError("training.folder_holds_run", path=out)
    is_there = (out / TRIALS).exists()
    if is_there and not (resume and (out / FILE).exists() and read_experiment(out).data == experiment.data):
        yield
        return
    out.mkdir(parents=True, exist_ok=True)
    if not is_there:
        write_experiment(RunFolder(out), experiment)
    try:
        with open_fits(out, dataset):
            yield
    except KeyboardInterrupt:
        mark(out, "stopped")
        raise


def here(request: "DataRequest") -> dict[str, object]:
    """Return where the data of a run lie on this computer, as the window keeps it."""
    from core.jobs.data import request_to_json

    table = request.groups_table
    whole = replace(request, path=request.path.resolve(), groups_table=None if table is None else table.resolve())
    return {"data": request_to_json(whole)}


def run_to_resume(root: Path, experiment: "Experiment") -> Path:
    """Return the newest run in `root` with this record that was stopped or interrupted; DatasetError without one."""
    from core.training.runs import list_runs

    for run in list_runs(root).runs:
        if run.state in ("stopped", "interrupted") and run.experiment == experiment:
            return run.folder
    raise DatasetError("training.none_to_resume")


def refuse_another_run(folder: Path, experiment: "Experiment") -> None:
    """Raise DatasetError where the run in `folder` has another record, with what is not the same."""
    from core.training.experiment import read_experiment
    from core.training.run_comparison import differences
    from core.training.runs import refuse_other_versions

    refuse_other_versions(folder)
    known = read_experiment(folder)
    if known != experiment:
        names = ", ".join(one.setting for one in differences([known, experiment])) or "Rows"
        raise DatasetError("training.resume_other_settings", path=folder, names=names)
