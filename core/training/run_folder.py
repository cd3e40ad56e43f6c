"""The folder of a run: `run.json` says what was done, tables hold the numbers, the report shows them."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

from core import __version__
from core.atomic import replacing
from core.dataset.dataset import Dataset
from core.dataset.finding import Finding
from core.errors import DatasetError
from core.export.csv_file import CsvWriter
from core.messages import texts

RUN, SCORES, SUMMARY, PREDICTIONS, REPORT = "run.json", "scores.csv", "summary.csv", "predictions.csv", "report.html"
COMPARISONS = "comparisons.csv"


class RunFolder:
    """A folder that one run writes into; every file is there whole or not at all."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def create(cls, path: Path) -> "RunFolder":
        """Create a new run in an empty folder, made when absent; DatasetError where something is there already."""
        if path.exists() and not path.is_dir():
            raise DatasetError("training.folder_is_file", path=path)
        if path.is_dir() and any(path.iterdir()):
            holds_run = (path / RUN).exists()
            raise DatasetError("training.folder_holds_run" if holds_run else "training.folder_not_empty", path=path)
        path.mkdir(parents=True, exist_ok=True)
        return cls(path)

    def write_json(self, name: str, content: Mapping[str, Any]) -> Path:
        """`content` as readable JSON."""
        return self.write_text(name, json.dumps(content, indent=1, ensure_ascii=False, sort_keys=True) + "\n")

    def write_text(self, name: str, text: str) -> Path:
        """Write a text file in UTF-8."""
        with replacing(self.path / name) as part:
            part.write_text(text, encoding="utf-8")
        return self.path / name

    def write_table(
        self, name: str, columns: Sequence[str], rows: Iterable[Sequence[object]], *, made: bool = False
    ) -> Path:
        """Write a CSV table; see `core.export.csv_file`, also for rows that are `made` already."""
        with replacing(self.path / name) as part, part.open("w", newline="", encoding="utf-8") as stream:
            writer = CsvWriter(stream)
            writer.writerow(columns)
            (writer.write_made if made else writer.writerows)(rows)
        return self.path / name


def describe_dataset(dataset: Dataset) -> dict[str, Any]:
    """Return what a run or a passport keeps of its data, as plain data."""
    return {
        "name": dataset.name,
        "rows": len(dataset),
        "classes": dict(zip(dataset.classes, dataset.counts.tolist(), strict=True)),
        "columns": list(dataset.columns),
        "recipe": dataset.recipe,
        "fingerprint": dataset.fingerprint,
        "source": asdict(dataset.source) | {"path": Path(dataset.source.path).name} | _without_folder(dataset),
        "groups": None if dataset.groups is None else len(dataset.group_names),
        "remedies": [asdict(remedy) for remedy in dataset.remedies],
        "notes": texts(dataset.notes),
    }


def _without_folder(dataset: Dataset) -> dict[str, str | None]:
    """Return the second table by its name: a run does not disclose folders of this machine."""
    other = dataset.source.groups_path
    return {"groups_path": None if other is None else Path(other).name}


def describe_findings(findings: Sequence[Finding]) -> list[dict[str, Any]]:
    """Return the doctor's findings as plain data, without the rows of every remedy."""
    return [
        {
            "key": one.key,
            "severity": one.severity,
            "title": one.title,
            "explanation": one.explanation,
            "columns": list(one.columns),
            "rows": list(one.rows),
            "numbers": dict(one.numbers),
        }
        for one in findings
    ]


def versions() -> dict[str, str]:
    """Of this program and the libraries whose numbers these are."""
    names = ("numpy", "scipy", "scikit-learn", "pandas")
    return {"groovescope": __version__, **{name: version(name) for name in names}}
