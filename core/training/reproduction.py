"""The script of a run: plain scikit-learn that makes the same scores from the same table, without this program.

What a table alone does not say (which rows were used, their classes and groups after all remedies) stands in
`rows.csv` beside the script. A table that pandas does not read as this program did, or rows that never were in a
table, are kept beside it as `table.csv`.
"""

import importlib
import inspect
from collections.abc import Iterator, Sequence
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.dataset.dataset import Dataset
from core.dataset.dialect import sniffed
from core.dataset.tables import TABLES
from core.estimators.baselines import Baseline
from core.estimators.candidates import GROUPED_STEPS
from core.training.estimator_code import CodeWriter
from core.training.one_hot_frame import one_hot
from core.training.protocols import Protocol
from core.training.run_folder import RunFolder

SCRIPT, ROWS, TABLE = "reproduce.py", "rows.csv", "table.csv"
_WIDTH = 118
_UNUSUAL_MISSING = ("none", "?", "-", "#NV", "#NULL!")
"""Words for a missing number that pandas does not take for one by itself."""

_OWN_TABLE = "pd.read_csv(path)"


def write_script(
    folder: RunFolder,
    dataset: Dataset,
    baselines: Sequence[Baseline],
    protocols: Sequence[Protocol],
    *,
    n_folds: int,
    repeats: int,
    seed: int,
) -> Path:
    """Write `reproduce.py` with what it reads into the folder of a run.

    The script is called as `python reproduce.py TABLE [--out CSV]`, needs scikit-learn and pandas, and writes the
    columns of `scores.csv`. It refuses a table whose numbers are not those of the run.
    """
    columns = ("row", "class", "group", "part")
    groups = [""] * len(dataset) if dataset.groups is None else dataset.groups.tolist()
    parts = [""] * len(dataset) if dataset.split is None else dataset.split.tolist()
    labels = [dataset.classes[number] for number in dataset.y]
    folder.write_table(ROWS, columns, zip(dataset.places.tolist(), labels, groups, parts, strict=True))
    reading, name = _reading(dataset), _printable(Path(dataset.source.path).name)
    if reading is None:
        _write_table(folder, dataset)
        reading, name = _OWN_TABLE, f"{TABLE} beside this script"
    writer = CodeWriter(dataset.columns)
    made = {one.key: writer.expression(one.build(dataset.columns, seed)) for one in baselines}
    script = _TEMPLATE.format(
        table=name,
        versions=" and ".join(f"{one} {version(one)}" for one in ("scikit-learn", "pandas")),
        imports=_import_lines(writer),
        columns=_listed(dataset.columns),
        protocols=tuple(protocols),
        n_folds=n_folds,
        repeats=repeats,
        seed=seed,
        digest=numbers_digest(dataset.X),
        ours=_sources(writer.modules),
        estimators="\n".join(f"    {key!r}: {code}," for key, code in made.items()),
        reading=reading,
        one_hot=_one_hot_source() if reading.startswith("one_hot(") else "",
        grouped_steps=GROUPED_STEPS,
    )
    return folder.write_text(SCRIPT, script)


def numbers_digest(X: NDArray[np.float64]) -> str:
    """Return the SHA-256 of a table's numbers, by which the script knows that it has the right ones."""
    return sha256(np.ascontiguousarray(np.where(np.isfinite(X), X, np.nan), dtype="<f8").tobytes()).hexdigest()


def _printable(name: str) -> str:
    """Return a name without what would end the docstring that it stands in."""
    return "".join(letter for letter in name if letter.isprintable() and letter not in '"\\')


def _reading(dataset: Dataset) -> str | None:
    """Return the simplest expression by which pandas reads the very numbers of the run; None where there is none."""
    import pandas as pd

    path = Path(dataset.source.path)
    if path.suffix.casefold() not in TABLES or not path.is_file():
        return None
    texts = dataset.source.one_hot
    as_text = {"dtype": dict.fromkeys(texts, "str")} if texts else {}
    for function, usual in _ways_to_read(path):
        options = usual | (as_text if function == "read_csv" else {})
        try:
            frame = getattr(pd, function)(path, **options)
            if texts:
                frame = one_hot(frame, dataset.columns, texts)
            numbers = frame[list(dataset.columns)].to_numpy(float)[dataset.places]
        except (LookupError, OSError, TypeError, ValueError):
            continue
        if numbers_digest(numbers) == numbers_digest(dataset.X):
            given = ", ".join(["path", *(f"{name}={value!r}" for name, value in options.items())])
            code = f"pd.{function}({given})"
            return f"one_hot({code}, COLUMNS, {texts!r})" if texts else code
    return None


def _ways_to_read(path: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield functions of pandas and their options, the usual ones first."""
    with path.open("rb") as stream:
        if stream.read(4) == b"PAR1":
            yield "read_parquet", {}
            return
    yield "read_csv", {}
    dialect = sniffed(path)
    options: dict[str, Any] = {"sep": dialect.delimiter, "decimal": dialect.decimal, "encoding": dialect.encoding}
    options |= {"skiprows": dialect.header_line} if dialect.header_line else {}
    yield "read_csv", options
    yield "read_csv", options | {"skipinitialspace": True, "na_values": list(_UNUSUAL_MISSING)}


def _write_table(folder: RunFolder, dataset: Dataset) -> None:
    """Write the rows of the run as a table of their own, each at its place of the source."""
    rows = np.full((int(dataset.places.max()) + 1, len(dataset.columns)), np.nan)
    rows[dataset.places] = dataset.X
    folder.write_table(TABLE, dataset.columns, rows.tolist())


def _listed(names: Sequence[str]) -> str:
    """Return names as the lines of a tuple."""
    lines, line = [], ""
    for entry in (f"{name!r}, " for name in names):
        if len(line) + len(entry) > _WIDTH - 4:
            lines.append(line)
            line = ""
        line += entry
    return "\n".join(f"    {one.rstrip()}" for one in (*lines, line))


def _import_lines(writer: CodeWriter) -> str:
    needed = {module: set(names) for module, names in writer.imports.items()}
    for module, names in (
        ("sklearn.metrics", ("accuracy_score", "precision_recall_fscore_support")),
        ("sklearn.model_selection", ("StratifiedGroupKFold", "StratifiedKFold")),
    ):
        needed.setdefault(module, set()).update(names)
    return "\n".join(f"from {module} import {', '.join(sorted(names))}" for module, names in sorted(needed.items()))


def _one_hot_source() -> str:
    return "\n\n" + inspect.getsource(one_hot).rstrip()


def _sources(modules: set[str]) -> str:
    """Return the source of those modules of ours whose classes scikit-learn does not have, without their docstrings."""
    texts = []
    for name in sorted(modules):
        module = importlib.import_module(name)
        source, heading = inspect.getsource(module), module.__doc__ or ""
        texts.append(source.replace(f'"""{heading}"""', f"# {name}: what scikit-learn does not have.", 1).strip())
    return "\n\n\n".join(["", *texts]) if texts else ""


_TEMPLATE = '''"""Makes the scores of a Groovescope run again, with scikit-learn and pandas alone.

    python reproduce.py TABLE [--out CSV]

TABLE is {table}. rows.csv, which this script reads beside it, names the rows that were used, with their
classes and groups. Only fit_seconds differ from the scores.csv of the run, which was made with {versions}.
"""

import argparse
import hashlib
import sys
import time
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
{imports}
from threadpoolctl import threadpool_limits

COLUMNS = (
{columns}
)
PROTOCOLS = {protocols}
FOLDS, REPEATS, SEED = {n_folds}, {repeats}, {seed}
NUMBERS = "{digest}"
{one_hot}{ours}

ESTIMATORS = {{
{estimators}
}}


def read(path):
    """Return X with missing numbers as NaN, and the rows of the run with their classes, groups and parts."""
    rows = pd.read_csv(Path(__file__).with_name("rows.csv"), dtype={{"class": str}}, keep_default_na=False)
    frame = {reading}
    X = frame[list(COLUMNS)].to_numpy(float)[rows["row"].to_numpy()]
    X = np.where(np.isfinite(X), X, np.nan)
    if hashlib.sha256(X.astype("<f8").tobytes()).hexdigest() != NUMBERS:
        sys.exit(f"{{path}} does not hold the numbers of this run.")
    return X, rows


def folds(protocol, y, rows):
    """Yield repetition, fold, rows to fit on and rows to judge on."""
    if protocol == "split":
        parts = rows["part"].to_numpy()
        held_out = "test" if (parts == "test").any() else "valid"
        yield 0, 0, np.flatnonzero(parts == "train"), np.flatnonzero(parts == held_out)
        return
    groups = rows["group"].to_numpy() if protocol == "grouped" else None
    splitter = StratifiedGroupKFold if protocol == "grouped" else StratifiedKFold
    for repeat in range(REPEATS):
        parts = splitter(FOLDS, shuffle=True, random_state=SEED + repeat).split(y, y, groups)
        for fold, (train, test) in enumerate(parts):
            yield repeat, fold, train, test


def score(estimator, X, y, groups, train, test):
    """Fit on some rows, judge on others: accuracy, macro precision, recall and F1, and the seconds of the fit."""
    medians = np.nan_to_num(np.nanmedian(X[train], axis=0))  # of the rows that are fitted: no other may be seen
    filled = np.where(np.isnan(X), medians, X)
    known = {{f"{{step}}__groups": groups[train] for step in {grouped_steps} if step in estimator.named_steps}}
    started = time.thread_time()
    estimator.fit(filled[train], y[train], **(known if groups[0] != "" else {{}}))
    seconds = time.thread_time() - started
    if hasattr(estimator, "predict_proba"):
        predicted = estimator.predict_proba(filled[test]).argmax(axis=1)
    else:
        predicted = estimator.predict(filled[test])
    macro = precision_recall_fscore_support(y[test], predicted, average="macro", zero_division=0)[:3]
    return (accuracy_score(y[test], predicted), *macro, seconds)


def main():
    parser = argparse.ArgumentParser(description="Make the scores of a run again.")
    parser.add_argument("table", metavar="TABLE")
    parser.add_argument("--out", metavar="CSV", default="scores.csv")
    options = parser.parse_args()
    X, rows = read(options.table)
    classes, y = np.unique(rows["class"].to_numpy(str), return_inverse=True)
    scores = []
    for protocol in PROTOCOLS:
        for name, estimator in ESTIMATORS.items():
            for repeat, fold, train, test in folds(protocol, y, rows):
                numbers, error = (np.nan,) * 5, ""
                try:
                    with threadpool_limits(1), warnings.catch_warnings():
                        warnings.simplefilter("ignore")  # a network that has not converged is judged like any other
                        numbers = score(estimator, X, y, rows["group"].to_numpy(), train, test)
                except Exception as problem:
                    error = " ".join(str(problem).split())[:200]
                scores.append((name, protocol, fold + 1, *numbers[:4], repeat + 1, numbers[4], error))
    head = ["estimator", "protocol", "fold", "accuracy", "precision", "recall", "f1", "repeat", "fit_seconds", "error"]
    pd.DataFrame(scores, columns=head).to_csv(options.out, index=False)


if __name__ == "__main__":
    main()
'''
