"""Reading data in a worker process: plain functions for `core.workers.pool`, importing what they need when they run."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from core.dataset.dataset import Dataset
from core.errors import ColumnsError, DatasetError
from core.features.recipe import RECIPE, RECIPES
from core.language import tr
from core.messages import Note
from core.workers.pool import Emitter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from core.workers.limits import Executor

SourceKind = Literal["table", "folder", "library"]


@dataclass(frozen=True)
class DataRequest:
    """What to read, and how its columns are meant.

    Attributes
    ----------
    kind, path : a table, a folder whose subfolders are the classes, or a library's catalogue
    label, groups, split : columns; found or left out when None. `groups` may also be "folder" or "duplicates"
    groups_table : a second table that holds the groups
    labels : of a library, those to tell apart; all of them when empty
    left_out : columns of a table that are not even read
    one_hot : columns of text that are taken as columns of 0 and 1
    recipe : which features are measured of a folder or a library
    """

    kind: SourceKind
    path: Path
    label: str | None = None
    groups: str | None = None
    split: str | None = None
    groups_table: Path | None = None
    labels: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    one_hot: tuple[str, ...] = ()
    recipe: str = RECIPE


def request_to_json(request: DataRequest) -> dict[str, Any]:
    """Return a request as plain data."""
    table = request.groups_table
    return {
        "kind": request.kind,
        "path": str(request.path),
        "label": request.label,
        "groups": request.groups,
        "split": request.split,
        "groups_table": None if table is None else str(table),
        "labels": list(request.labels),
        "left_out": list(request.left_out),
        "one_hot": list(request.one_hot),
        "recipe": request.recipe,
    }


def request_from_json(content: Mapping[str, Any]) -> DataRequest | None:
    """Return the request of such data; None where they are none, as of another version."""
    kind = next((one for one in get_args(SourceKind) if one == content.get("kind")), None)
    texts = [content.get(name) for name in ("label", "groups", "split", "groups_table")]
    lists = [content.get("labels"), content.get("left_out"), content.get("one_hot", [])]
    recipe = next((one for one in RECIPES if one == content.get("recipe", RECIPE)), None)
    if kind is None or recipe is None or not isinstance(content.get("path"), str):
        return None
    if not all(one is None or isinstance(one, str) for one in texts) or not all(isinstance(one, list) for one in lists):
        return None
    label, groups, split, table = texts
    labels, left_out, one_hot = (tuple(str(name) for name in one or ()) for one in lists)
    groups_table = None if table is None else Path(table)
    return DataRequest(
        kind, Path(content["path"]), label, groups, split, groups_table, labels, left_out, one_hot, recipe
    )


@dataclass(frozen=True, eq=False)
class DataAnswer:
    """What came of reading.

    Attributes
    ----------
    request : what had been asked for
    columns : all columns of a table, whatever they are; the labels of a library; nothing for a folder
    dataset : None where it cannot be learned from as asked; then `problem` says why, in one line
    tables_of_groups : second tables beside a table that could hold its groups
    obstacles : columns without which the table could be read
    """

    request: DataRequest
    columns: tuple[str, ...]
    dataset: Dataset | None
    problem: str = ""
    tables_of_groups: tuple[Path, ...] = ()
    obstacles: tuple[str, ...] = ()


def read_data(emit: Emitter, request: DataRequest) -> DataAnswer:
    """Read a table or the labels of a library.

    Raises
    ------
    DatasetError : where not even the columns can be read
    """
    if request.kind == "library":
        return _read_library(emit, request)
    from core.dataset.grouping import tables_beside
    from core.dataset.loading import load_table
    from core.dataset.tables import column_names

    emit.report(0.0, tr("Reading {name}", name=request.path.name))
    columns = column_names(request.path)
    others = tuple(tables_beside(request.path))
    try:
        dataset = load_table(
            request.path, label=request.label, groups=request.groups, split=request.split,
            groups_table=request.groups_table, drop=request.left_out, one_hot=request.one_hot, report=emit.report,
        )  # fmt: skip
    except DatasetError as problem:
        obstacles = problem.columns if isinstance(problem, ColumnsError) else ()
        return DataAnswer(request, columns, None, str(problem), others, obstacles)
    if request.left_out:
        dataset = replace(
            dataset, notes=(*dataset.notes, Note("dataset.left_out_on_reading", columns=", ".join(request.left_out)))
        )
    return DataAnswer(request, columns, dataset, tables_of_groups=others)


def read_folder(emit: Emitter, request: DataRequest, executor: "Executor") -> DataAnswer:
    """Analyse a folder of folders on `executor`; what was analysed before is not analysed again."""
    from core.dataset.folders import load_folder

    emit.report(0.0, tr("Searching {name} for audio files", name=request.path.name))
    dataset = load_folder(request.path, executor, emit.report, groups=request.groups, recipe=request.recipe)
    return DataAnswer(request, (), dataset)


def make_demo(emit: Emitter, folder: Path) -> Path:
    """Write the demo data set, whole or not at all, unless it is there; returns its folder."""
    import shutil
    import tempfile

    from core.synthesis.demo import write_dataset

    if not folder.exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(dir=folder.parent))
        try:
            write_dataset(scratch, emit.report)
            scratch.rename(folder)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
    return folder


def _read_library(emit: Emitter, request: DataRequest) -> DataAnswer:
    from core.dataset.from_library import load_library
    from core.errors import CatalogueError
    from core.library import Catalogue

    try:
        with Catalogue.open(request.path, read_only=True) as catalogue:
            known = tuple(catalogue.labels())
            try:
                dataset = load_library(
                    catalogue, request.labels or None, groups=request.groups or "artist", recipe=request.recipe,
                    report=emit.report,
                )  # fmt: skip
            except DatasetError as problem:
                return DataAnswer(request, known, None, str(problem))
            return DataAnswer(request, known, dataset)
    except CatalogueError as problem:
        raise DatasetError("dataset.failed", reason=problem) from None


def write_rows(emit: Emitter, dataset: Dataset, order: "NDArray[np.int64]", path: Path) -> Path:
    """Write rows of the data in an order as CSV: name, class, group and all numbers; whole or not at all."""
    from core.atomic import replacing
    from core.export.csv_file import CsvWriter

    groups = dataset.groups
    with replacing(path, sync=False) as part, part.open("w", newline="", encoding="utf-8") as stream:
        writer = CsvWriter(stream)
        writer.writerow(["name", "class", *([] if groups is None else ["group"]), *dataset.columns])
        for done, row in enumerate(order.tolist()):
            group = [] if groups is None else [dataset.group_names[groups[row]]]
            numbers = dataset.X[row].tolist()
            writer.writerow([dataset.row_names[row], dataset.classes[dataset.y[row]], *group, *numbers])
            if done % 1000 == 0:
                emit.report(done / len(order), tr("Writing {name}", name=path.name))
    return path
