"""How `groovescope predict` prints what a model says: as lines of JSON, or as one table."""

import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.audio.files import display_name
from core.commandline.files import Failure, Predicted
from core.messages import texts

if TYPE_CHECKING:
    from core.genre.model import GenrePrediction


class JsonLines:
    """Prints predictions in the order of the files, each as soon as those before it are known."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._order = list(files)
        self._known: dict[Path, Any] = {}

    def take(self, path: Path, result: Predicted | Failure) -> None:
        """Take a result, in any order."""
        self._known[path] = result
        while self._order and self._order[0] in self._known:
            self._show(self._order[0], self._known.pop(self._order.pop(0)))

    def finish(self) -> None:
        """Print what is left after an interruption."""
        for path in self._order:
            if path in self._known:
                self._show(path, self._known[path])

    def _show(self, path: Path, result: Predicted | Failure) -> None:
        if not isinstance(result, Failure):
            print(json.dumps(prediction_json(path, result)), flush=True)  # noqa: T201  standard output is where it belongs


def prediction_json(path: Path, result: Predicted) -> dict[str, Any]:
    """Return what `predict --json` prints of one file; `genres` and `windows` are empty where `notes` say why.

    `outside` says whether it is none of the genres, `novelty` how far off it is (above 1: outside); both are null where
    the model cannot tell.
    """
    prediction = result.prediction
    return {
        "path": str(path),
        "genres": _by_label(prediction, prediction.probabilities) if prediction else {},
        "windows": [
            {"start": float(start), "end": float(end), "genres": _by_label(prediction, probabilities)}
            for (start, end), probabilities in zip(prediction.windows, prediction.window_probabilities, strict=True)
        ]
        if prediction
        else [],
        "notes": texts(result.notes),
        "outside": None if prediction is None or math.isnan(prediction.novelty) else prediction.is_outside,
        "novelty": None if prediction is None or math.isnan(prediction.novelty) else round(prediction.novelty, 4),
    }


def _by_label(prediction: "GenrePrediction", probabilities: Any) -> dict[str, float]:
    return {label: float(probability) for label, probability in zip(prediction.classes, probabilities, strict=True)}


class GenreTable:
    """Prints one table at the end: file, the three likeliest genres, notes."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._order = list(files)
        self._known: dict[Path, Any] = {}

    def take(self, path: Path, result: Predicted | Failure) -> None:
        """Take a result, in any order."""
        self._known[path] = result

    def finish(self) -> None:
        """Print the table of all that came."""
        from rich import box
        from rich.console import Console
        from rich.table import Table
        from rich.text import Text

        table = Table(box=box.SIMPLE_HEAD)
        for heading in ("File", "Genre", "Next", "Then", "Notes"):
            table.add_column(heading, overflow="fold", ratio=2 if heading == "Notes" else None)
        for path in self._order:
            result = self._known.get(path)
            if result is not None and not isinstance(result, Failure):
                cells = [display_name(path), *_likeliest(result.prediction, 3), " ".join(texts(result.notes))]
                table.add_row(*(Text(cell) for cell in cells))
        if table.row_count:
            console = Console()
            (console if console.is_terminal else Console(width=160)).print(table)


def _likeliest(prediction: "GenrePrediction | None", count: int) -> list[str]:
    if prediction is None:
        return ["–"] + [""] * (count - 1)
    ranked = sorted(zip(prediction.probabilities, prediction.classes, strict=True), reverse=True)[:count]
    cells = [f"{label} {probability:.0%}" for probability, label in ranked]
    if prediction.is_outside:
        cells = ["none of these", f"nearest: {cells[0]}", *cells[1:]][:count]
    return cells + [""] * (count - len(cells))
