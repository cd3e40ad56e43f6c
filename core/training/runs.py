"""The runs of a user: a folder each, listed, named, annotated, deleted and brought back."""

import contextlib
import json
import secrets
import shutil
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, Literal

from core.errors import DatasetError
from core.file_lock import TakenError, locked
from core.training.experiment import FILE as EXPERIMENT
from core.training.experiment import Experiment, read_experiment, write_experiment
from core.training.fit_store import FILE, LOCK, count_fits
from core.training.run_folder import RUN, RunFolder, versions

HERE, NOTE, DELETED, ELSEWHERE = "here.json", "note.json", "deleted", "elsewhere.json"
DAYS_DELETED: Final = 30
"""After so many days a deleted run goes for good."""

RunState = Literal["finished", "stopped", "running", "interrupted"]
_STORES: Final = {"train": FILE, "search": "trials.sqlite"}
"""By the kind of a run, the file of its fits."""


@dataclass(frozen=True)
class RunScore:
    """A score of a run: whose, in which protocol, its mean accuracy and its standard deviation over the folds."""

    name: str
    protocol: str
    mean: float
    spread: float = 0.0


@dataclass(frozen=True)
class Run:
    """A run in the list.

    Attributes
    ----------
    folder : where it lies
    title, note : as a person wrote them; the title is at first the folder's name
    experiment : what it is of
    here : where its data lie on this computer, as `begin_run` was told
    began : in seconds since 1970
    state : "stopped" by a person or an error; "running" in some process; "interrupted" when that process is gone
    n_fits, n_expected : fits that it holds, and that it is to have; the latter is None for a search
    scores : none before the end
    is_elsewhere : whether it lies in a folder of a person's own, which the list only points to
    """

    folder: Path
    title: str
    note: str
    experiment: Experiment
    here: Mapping[str, Any]
    began: float
    state: RunState
    n_fits: int
    n_expected: int | None
    scores: tuple[RunScore, ...] = ()
    is_elsewhere: bool = False

    @property
    def best(self) -> RunScore | None:
        """The best score of the strictest protocol that was run."""
        for protocol in ("grouped", "split", "random"):
            if here := [one for one in self.scores if one.protocol == protocol]:
                return max(here, key=lambda one: one.mean)
        return None


@dataclass(frozen=True)
class Listing:
    """All runs, the newest first.

    Attributes
    ----------
    runs : those in the user's data directory, and those elsewhere that the list points to
    skipped : what cannot be shown, in a line each
    n_older : folders without a record, of versions before there were any
    missing : folders elsewhere that are no longer there
    """

    runs: tuple[Run, ...]
    skipped: tuple[str, ...] = ()
    n_older: int = 0
    missing: tuple[Path, ...] = ()


def begin_run(folder: Path, experiment: Experiment, here: Mapping[str, Any]) -> RunFolder:
    """Make the folder of a new run with its record inside; it appears whole or not at all.

    Raises
    ------
    DatasetError : where something is there already
    """
    if folder.exists():
        raise DatasetError("training.folder_holds_run", path=folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = folder.with_name(f".{secrets.token_hex(6)}.part")
    try:
        aside.mkdir()
        made = RunFolder(aside)
        write_experiment(made, experiment)
        made.write_json(HERE, {**here, "began": time.time()})
        made.write_json(RUN, {"kind": experiment.kind, "state": "running"})
        aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return RunFolder(folder)


def discard_empty(folder: Path) -> None:
    """Remove a run that was refused before its first fit."""
    if not any(count_fits(folder / store) for store in _STORES.values()):
        shutil.rmtree(folder, ignore_errors=True)


def list_runs(root: Path) -> Listing:
    """Return every run in `root`; what cannot be read is passed over, and said."""
    purge_deleted(root)
    runs, skipped, n_older = [], [], 0
    with contextlib.suppress(FileNotFoundError):
        for folder in sorted(root.iterdir()):
            if folder.name.startswith(".") or folder.name == DELETED or not folder.is_dir():
                continue
            try:
                runs.append(read_run(folder))
            except DatasetError as problem:
                if problem.code == "training.run_without_record":
                    n_older += 1
                else:
                    skipped.append(str(problem))
    missing = []
    for folder in elsewhere(root):
        try:
            if folder.is_dir():
                runs.append(replace(read_run(folder), is_elsewhere=True))
            else:
                missing.append(folder)
        except DatasetError as problem:
            skipped.append(str(problem))
        except OSError:  # of a drive or a network that is gone
            missing.append(folder)
    runs.sort(key=lambda one: -one.began)
    return Listing(tuple(runs), tuple(skipped), n_older, tuple(missing))


# --- elsewhere --------------------------------------------------------------------------------------------------------


def is_run_folder(folder: Path) -> bool:
    """Whether a folder holds the record of a run, or what a version before records wrote of one."""
    return any((folder / name).is_file() for name in (EXPERIMENT, RUN))


def elsewhere(root: Path) -> tuple[Path, ...]:
    """Return the folders elsewhere that the list of runs in `root` points to, those added last first."""
    told = _read(root / ELSEWHERE).get("folders")
    return tuple(Path(one) for one in told if isinstance(one, str)) if isinstance(told, list) else ()


def add_elsewhere(root: Path, folder: Path) -> None:
    """Have the list point to a run in another folder, which stays as it is; one that lies in `root` is there already.

    Raises
    ------
    DatasetError : where the folder holds no run that can be shown
    """
    folder = folder.resolve()
    if not folder.is_dir():
        raise DatasetError("training.no_run_folder", path=folder)
    read_run(folder)
    if folder.parent != root.resolve():
        _point_to(root, (folder, *(one for one in elsewhere(root) if one != folder)))


def forget_elsewhere(root: Path, *folders: Path) -> None:
    """Have the list point to these no more; the folders themselves stay as they are."""
    _point_to(root, tuple(one for one in elsewhere(root) if one not in folders))


def _point_to(root: Path, folders: Sequence[Path]) -> None:
    root.mkdir(parents=True, exist_ok=True)
    RunFolder(root).write_json(ELSEWHERE, {"folders": [str(one) for one in folders]})


def read_run(folder: Path) -> Run:
    """Return the run in a folder; DatasetError, one line, where it cannot be shown."""
    experiment = read_experiment(folder)
    here, note, told = (_read(folder / name) for name in (HERE, NOTE, RUN))
    began = here.get("began")
    return Run(
        folder,
        _text(note.get("title")) or folder.name,
        _text(note.get("note")),
        experiment,
        here,
        float(began) if isinstance(began, int | float) else (folder / EXPERIMENT).stat().st_mtime,
        _state(folder / LOCK, told),
        count_fits(folder / _STORES[experiment.kind]),
        _expected(experiment),
        _scores(experiment, told),
    )


def write_note(folder: Path, title: str, note: str) -> None:
    """Keep the name and the note that a person gave a run."""
    RunFolder(folder).write_json(NOTE, {"title": title, "note": note})


def delete_run(folder: Path) -> Path:
    """Move a run among the deleted ones, and return where it lies now.

    Raises
    ------
    DatasetError : while it is being made
    """
    if (folder / LOCK).exists() and _is_locked(folder / LOCK):
        raise DatasetError("training.run_in_use", name=folder.name)
    aside = folder.parent / DELETED / f"{int(time.time())} {secrets.token_hex(3)} {folder.name}"
    aside.parent.mkdir(exist_ok=True)
    folder.rename(aside)
    return aside


def restore_run(aside: Path, folder: Path) -> None:
    """Bring a deleted run back to where it was.

    Raises
    ------
    DatasetError : where another run has its name by now
    """
    if folder.exists():
        raise DatasetError("training.folder_holds_run", path=folder)
    aside.rename(folder)


def purge_deleted(root: Path, now: float | None = None) -> None:
    """Remove for good what was deleted long ago; what cannot be removed stays for another time."""
    oldest = (time.time() if now is None else now) - DAYS_DELETED * 86_400
    for folder in (root / DELETED).glob("*"):
        with contextlib.suppress(ValueError, OSError):
            if int(folder.name.split(" ")[0]) < oldest:
                shutil.rmtree(folder, ignore_errors=True)


def mark(folder: Path, state: RunState) -> None:
    """Say in its run.json how a run stands, whatever else is said there."""
    RunFolder(folder).write_json(RUN, {**_read(folder / RUN), "state": state})


def write_here(folder: Path, here: Mapping[str, Any]) -> None:
    """Say where the data of a run lie on this computer now; when it began stays as it was said first."""
    began = _read(folder / HERE).get("began", time.time())
    RunFolder(folder).write_json(HERE, {**here, "began": began})


def refuse_other_versions(folder: Path) -> None:
    """Raise DatasetError where a run was begun with other libraries: its fits would not go with those of today."""
    before, now = dict(read_experiment(folder).libraries), versions()
    other = sorted(name for name in now if before.get(name) != now[name])
    if other:
        was, is_now = (
            ", ".join(f"{name} {those.get(name, 'of an unknown version')}" for name in other) for those in (before, now)
        )
        raise DatasetError("training.run_of_other_versions", name=folder.name, before=was, now=is_now)


def day_and_time(run: Run) -> str:
    """Return when a run began, in this computer's time: `2026-11-28 14:05`."""
    return datetime.fromtimestamp(run.began, UTC).astimezone().strftime("%Y-%m-%d %H:%M")


# --- reading ----------------------------------------------------------------------------------------------------------


def _read(path: Path) -> dict[str, Any]:
    """Return an object of a JSON file; an empty one where it cannot be read: a run is more than its notes."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _state(lock: Path, told: Mapping[str, Any]) -> RunState:
    if lock.exists() and _is_locked(lock):
        return "running"
    said = told.get("state", "finished" if "best" in told or "summaries" in told else "running")
    return said if said in ("finished", "stopped") else "interrupted"


def _is_locked(lock: Path) -> bool:
    try:
        with locked(lock):
            return False
    except TakenError:
        return True
    except OSError:
        return False


def _expected(experiment: Experiment) -> int | None:
    if experiment.kind == "search":
        return None
    folds = (1 if one == "split" else experiment.n_folds * experiment.repeats for one in experiment.protocols)
    return len(experiment.estimators) * sum(folds)


def _scores(experiment: Experiment, told: Mapping[str, Any]) -> tuple[RunScore, ...]:
    try:
        if experiment.grid is not None:
            best = told.get("best")
            score = None if not best else (float(best["mean"]), float(best["spread"]))
            return () if score is None else (RunScore(experiment.grid.family, experiment.protocols[0], *score),)
        names = {one.key: one.name for one in experiment.estimators}
        return tuple(
            RunScore(
                names.get(one["estimator"], one["estimator"]), one["protocol"], float(one["accuracy"]["mean"]),
                float(one["accuracy"]["spread"]),
            )
            for one in told.get("summaries", ())
            if one["accuracy"] is not None
        )  # fmt: skip
    except (KeyError, TypeError, ValueError, AttributeError):
        return ()
