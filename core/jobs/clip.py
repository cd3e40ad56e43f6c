"""What the window lets workers do: plain functions for `core.workers.pool`, importing what they need when they run."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from core.jobs.library import new_folder
from core.workers.limits import Executor
from core.workers.machine import FILES_PER_PROCESS
from core.workers.opening import executor_for
from core.workers.pool import Emitter

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis, GenreFindings, Stage
    from core.genre.windows import GenreWindows
    from core.reference.check import LibrosaCheck


def prepare_analysis() -> None:
    """Import what an analysis needs, as the initializer of a worker process."""
    import core.analysis  # noqa: F401


def analysis_executor(count: int | None = None, cluster: str | None = None) -> AbstractContextManager[Executor]:
    """Open an executor that analyses many files, for the length of a block; see `core.workers.opening.executor_for`.

    A process is replaced after some hundred files, against libraries that lose memory.
    """
    return executor_for(count, cluster, initializer=prepare_analysis, jobs_per_process=FILES_PER_PROCESS)


def analyse(emit: Emitter, path: Path, model: Path | None = None) -> "ClipAnalysis":
    """Analyse a clip in this process alone, with the preview as a partial result.

    The shipped model is asked where `model` cannot be used; the warning of the genres says so then.
    """
    from core.analysis import ClipPreview, analyse_clip
    from core.genre.store import usable_model

    usable, warning = usable_model(model)

    def tell(stage: "Stage") -> None:
        if isinstance(stage, ClipPreview):  # the window waits for the rest as yet
            emit.partial(stage)

    analysis = analyse_clip(path, model=usable, report=emit.report, on_stage=tell)
    return replace(analysis, genre=replace(analysis.genre, warning=warning))


def judge_again(emit: Emitter, windows: "GenreWindows", duration: float, model: Path | None) -> "GenreFindings":
    """Ask another genre model about a clip that was measured; see `analyse` for a model that cannot be used."""
    from core.analysis import judge
    from core.genre.store import usable_model

    emit.report(0.0, "Asking the genre model")
    usable, warning = usable_model(model)
    return replace(judge(windows, duration, usable), warning=warning)


def check(emit: Emitter, path: Path) -> "LibrosaCheck":
    """Compare the numbers of a clip with librosa's; see `core.reference.check.check_clip`."""
    from core.reference.check import check_clip

    return check_clip(path, emit.report)


def write_tables(emit: Emitter, analysis: "ClipAnalysis", folder: Path) -> Sequence[Path]:
    """Write songs.csv, bars.csv, beats.csv and genre.csv into `folder`; returns them."""
    from core.export.tables import write_tables as write

    emit.report(0.0, "Writing tables")
    return write([analysis], folder)


def export_tables(emit: Emitter, analysis: "ClipAnalysis", parent: Path) -> Path:
    """Write the tables and what their columns mean into a new folder in `parent`, named after the clip; returns it."""
    from core.export.tables import write_data_dictionary
    from core.features.columns import BEAT_COLUMNS

    folder = new_folder(parent, analysis.source.path.stem)
    write_tables(emit, analysis, folder)
    write_data_dictionary(BEAT_COLUMNS, folder / "columns.csv")
    return folder
