"""The readers of the program, each with whole files to be damaged."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication

from core.audio.locations import file_name_of, is_address, location_of, name_of
from core.dataset import load_table
from core.estimators.baselines import find_baselines
from core.estimators.grids import GRIDS
from core.export.annotation_files import ANNOTATION_FORMATS, SEVERAL, read_sections, write_annotations
from core.export.annotations import Annotations
from core.export.beat_files import read_beats
from core.export.spans import Spans
from core.genre.model import load_model
from core.genre.store import look_at
from core.library import LIBRARY_COLUMNS, Catalogue
from core.library.synthetic import fill_synthetic
from core.rhythm.edit_history import EditHistory
from core.rhythm.edit_json import history_from_json, history_to_json
from core.rhythm.edits import AddBeat, MakeDownbeat, MoveBeat, SetMetre, SetTempo
from core.rhythm.grid import BeatGrid
from core.search.reopening import reopen_search
from core.search.search import search
from core.search.settings import read_grid
from core.structure.section_edits import states_from_json, states_to_json
from core.structure.sections import Sections
from core.training.experiment import FILE, search_experiment, write_experiment
from core.training.reopening import reopen_training
from core.training.run_folder import RunFolder
from core.training.runs import list_runs, read_run
from core.training.train import TrainingOptions, experiment_of, train
from desktop import settings as window_settings
from desktop.settings import Field, Settings
from desktop.widgets.drop import local_paths
from models import shipped_model_path
from tests.core.training.data import made_dataset
from tests.fuzz.parsers import DURATION, Parser

GRID = BeatGrid(np.arange(0.5, DURATION, 0.5), np.arange(59) % 4 + 1, 120.0, 4)


def parsers(scratch: Path) -> list[Parser]:
    """Return every reader; their files are made in an empty folder."""
    makers: tuple[Callable[[Path], Parser], ...] = (
        tables, models, catalogues, beats, sections, beat_edits, section_edits, grids, runs, searches, settings,
        addresses, drops,
    )  # fmt: skip
    return [make(scratch) for make in makers]


def tables(scratch: Path) -> Parser:
    """Tables to train on, in the formats that other programs leave."""
    dataset = made_dataset()
    frame = pd.DataFrame(dataset.X, columns=list(dataset.columns)).assign(label=dataset.y)
    frame.to_parquet(scratch / "table.parquet")
    german = frame.to_csv(index=False, sep=";", decimal=",").encode("utf-8-sig")
    samples = {
        "table.csv": frame.to_csv(index=False).encode(),
        "table.tsv": b"# made by hand\r\n" + frame.to_csv(index=False, sep="\t", lineterminator="\r\n").encode(),
        "german.csv": b"\xef\xbb\xbfsep=;\n" + german[3:],
        "table.parquet": (scratch / "table.parquet").read_bytes(),
    }
    return Parser("tables", samples, load_table)


def models(scratch: Path) -> Parser:
    """Genre models, as the store looks at them and as they are loaded."""

    def read(path: Path) -> None:
        look_at(path)
        load_model(path, recipes=None)

    return Parser("models", {"genres.gsm": shipped_model_path().read_bytes()}, read)


def catalogues(scratch: Path) -> Parser:
    """Libraries: opened, shown, filtered, sorted, and read track by track."""
    path = scratch / "library.sqlite"
    with Catalogue.open(path) as catalogue:
        fill_synthetic(catalogue, 60)
        catalogue.add_label([1, 2, 3], "done")

    def read(path: Path) -> None:
        with Catalogue.open(path) as catalogue:
            ids = catalogue.find("-label:done bpm:>60")
            catalogue.values(ids[:20], [column.name for column in LIBRARY_COLUMNS])
            catalogue.similar(1)
            catalogue.tables(ids[:3].tolist())
            catalogue.problems()

    return Parser("libraries", {"library.sqlite": path.read_bytes()}, read)


def _annotations(scratch: Path, endings: tuple[str, ...], part: str) -> dict[str, bytes]:
    """Return the files of annotations with some endings that hold one part, such as "beats", alone or among others."""
    parts = Spans(np.array([0.0, 8.25, 24.0, DURATION]), ("A", "B (chorus?)", "A"))
    song = Annotations("song.mp3", DURATION, "0" * 32, grid=GRID, sections=parts, key="Bb minor", tempo=120.0)
    samples: dict[str, bytes] = {}
    for kind in ANNOTATION_FORMATS:
        folder = scratch / f"{kind} for {len(endings)}"
        folder.mkdir()
        for path in write_annotations(song, folder, "song", kind):
            if path.suffix.lower() in endings and (kind not in SEVERAL or part in path.name):
                samples[f"{len(samples)}{path.suffix}"] = path.read_bytes()
    return samples


def beats(scratch: Path) -> Parser:
    """Beats from other programs."""
    endings = (".beats", ".txt", ".mid", ".jams", ".svl")
    return Parser("beats", _annotations(scratch, endings, "beats"), lambda path: read_beats(path, DURATION))


def sections(scratch: Path) -> Parser:
    """Sections from other programs."""
    endings = (".txt", ".jams", ".svl")
    return Parser("sections", _annotations(scratch, endings, "sections"), lambda path: read_sections(path, DURATION))


def beat_edits(scratch: Path) -> Parser:
    """What was done to the beats of a piece, as a library keeps it."""
    history = EditHistory(GRID, DURATION)
    for edit in (MoveBeat(1.0, 1.02), AddBeat(0.75), MakeDownbeat(2.0), SetMetre(3), SetTempo(121.0, 5.0)):
        history = history.added(edit)
    sample = history_to_json(history).encode()
    return Parser("beat edits", {"edits.json": sample}, lambda path: history_from_json(_text(path)))


def section_edits(scratch: Path) -> Parser:
    """What was done to the sections of a piece, as a library keeps it."""
    first = Sections(np.array([0.0, 8.0, 16.0, DURATION]), ("A", "B", "A"), (("B", "chorus?"),))
    sample = states_to_json((first, Sections(np.array([0.0, 9.0, DURATION]), ("A", "B")))).encode()

    def read(path: Path) -> None:
        with contextlib.suppress(ValueError):  # as its documentation says; the library then takes those that were found
            states_from_json(_text(path))

    return Parser("section edits", {"sections.json": sample}, read)


def grids(scratch: Path) -> Parser:
    """Grids of a search."""
    sample = json.dumps({"max_depth": [5, None, 10], "n_estimators": [100, 200], "max_features": ["sqrt"]}).encode()
    return Parser("search grids", {"grid.json": sample}, lambda path: read_grid("forest", path))


def runs(scratch: Path) -> Parser:
    """Runs of the training tab, of which one file is damaged."""
    folder = scratch / "run"
    folder.mkdir()
    options = TrainingOptions(find_baselines(["bayes"]), n_folds=3)
    train(made_dataset(), options, None, RunFolder(folder))
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".json", ".sqlite")}
    assert FILE in files
    assert experiment_of(made_dataset(), options) == read_run(folder).experiment

    def read(path: Path) -> None:
        for name, content in files.items():
            if name != path.name:
                (path.parent / name).write_bytes(content)
        list_runs(path.parent.parent)
        reopen_training(path.parent, read_run(path.parent).experiment)

    return Parser("runs", files, read)


def searches(scratch: Path) -> Parser:
    """Runs of a search, of which one file is damaged."""
    folder = scratch / "search"
    grid = replace(GRIDS["forest"], param_grid={"max_depth": (2, 3), "n_estimators": (3, 5)})
    search(made_dataset(), grid, folder, None, n_folds=3)
    record = search_experiment(made_dataset(), grid, "exhaustive", "grouped", n_folds=3, seed=0)
    write_experiment(RunFolder(folder), record)
    files = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in (".json", ".sqlite")}
    assert len(files) > 1

    def read(path: Path) -> None:
        for name, content in files.items():
            if name != path.name:
                (path.parent / name).write_bytes(content)
        reopen_search(path.parent, read_run(path.parent).experiment)

    return Parser("searches", files, read)


def settings(scratch: Path) -> Parser:
    """What the window remembers."""
    fields = [one for one in vars(window_settings).values() if isinstance(one, Field)]
    remembered = Settings(scratch / "window.ini")
    for one in fields:
        remembered.put(one, one.default)
    remembered.add_recent(Path("/music/A walk.flac"))
    remembered.save()

    def read(path: Path) -> None:
        found = Settings(path)
        for one in fields:
            found.get(one)
        found.recent()

    return Parser("settings", {"window.ini": (scratch / "window.ini").read_bytes()}, read)


def addresses(scratch: Path) -> Parser:
    """Addresses of files, typed or from a list."""
    samples = {
        "a.txt": b"https://example.org/music/A%20walk.flac?key=1#t=3",
        "b.txt": b"s3://bucket/..%2Fx%2Fescaped.flac",
        "c.txt": b"C:\\Music\\A walk.flac",
    }

    def read(path: Path) -> None:
        text = _text(path)
        is_address(text)
        name_of(text)
        assert "/" not in file_name_of(text)
        location_of(text)

    return Parser("addresses", samples, read)


def drops(scratch: Path) -> Parser:
    """What is dragged from other programs; Qt wants an application for its events."""
    application = QGuiApplication.instance() or QGuiApplication(["fuzz", "-platform", "offscreen"])
    samples = {
        "a.txt": b"file:///music/A%20walk.flac\r\nfile:///music/B.mp3\r\n",
        "b.txt": b"https://example.org/a.mp3\r\n",
    }

    def read(path: Path) -> None:
        assert application is not None
        data = QMimeData()
        data.setData("text/uri-list", path.read_bytes())
        none = Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, none)
        for one in local_paths(event):
            str(one)

    return Parser("drops", samples, read)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "replace")
