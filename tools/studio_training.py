"""The training tab in the states that are photographed, on made-up data."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from core.dataset.dataset import Dataset
    from desktop.main_window import MainWindow

Until = Callable[[Callable[[], bool]], None]
CLASSES = ("ambient", "cumbia", "drum and bass", "fado", "highlife", "polka")
N_SONGS = 360
QUICK = ("knn", "svm-rbf", "tree", "bayes", "logistic", "lda")


class TrainingStudio:
    """Bring the training tab of a window into a state."""

    def __init__(self, window: "MainWindow", scratch: Path, until: Until) -> None:
        self._page = window.training
        self._window = window
        self._scratch = scratch
        self._until = until

    def empty(self) -> None:
        """Show the tab without data."""
        self._window.show_page("training")
        self._page.prepare()

    def data(self) -> None:
        """Show the doctor's findings."""
        self._open()
        self._page.session.examine()
        self._wait()

    def column(self) -> None:
        """Show the four charts of one column."""
        self._open()
        step = self._step("explore")
        step.tabs.setCurrentIndex(3)
        step.show_column("tempo")

    def song_map(self) -> None:
        """Show the map."""
        self._open()
        step = self._step("explore")
        step.tabs.setCurrentIndex(4)
        self._until(lambda: bool(step.map.boxes))

    def scores(self) -> None:
        """Show random and grouped scores."""
        self._train()
        self._step("baselines")

    def bars(self) -> None:
        """Show the scores as bars."""
        self._train()
        self._step("baselines").tabs.setCurrentIndex(1)

    def search(self) -> None:
        """Show the leader board of a finished race."""
        from core.estimators.grids import GRIDS
        from core.jobs.training import SearchRequest

        self._open()
        step = self._step("search")
        grid = GRIDS["forest"].edited(n_estimators=[10, 50], max_depth=[5, 10], min_samples_leaf=[2, 10, 50])
        self._page.session.search(SearchRequest(grid, "racing", "grouped", 5, 20, self._scratch / "search"))
        self._wait()
        step.table.selectRow(0)

    def confusion(self) -> None:
        """Show confusion matrices with the rows of the largest mistake."""
        self._train()
        step = self._step("evaluation")
        step.tabs.setCurrentWidget(step.confusion)
        counts = step.confusion.matrices[0].counts.copy()
        np.fill_diagonal(counts, 0)
        true, predicted = np.unravel_index(int(counts.argmax()), counts.shape)
        step.confusion.matrices[0].cell = (int(true), int(predicted))
        step.confusion.matrices[0].cell_opened.emit(int(true), int(predicted))

    def tree(self) -> None:
        """Show a tree with the path of one row."""
        self._train()
        step = self._step("evaluation")
        step.reasons.choose(7)
        step.tabs.setCurrentWidget(step.tree)
        step.tree.button.click()
        self._wait()

    def reasons(self) -> None:
        """Show reasons for and against a class, for one row."""
        self._train()
        step = self._step("evaluation")
        step.reasons.choose(11)
        step.tabs.setCurrentWidget(step.reasons)
        step.reasons.button.click()
        self._wait()

    def models(self) -> None:
        """Show the models with the passport of the shipped one."""
        self._open()
        step = self._step("models")
        self._until(lambda: bool(step.model.models))
        step.table.selectRow(0)

    def _open(self) -> None:
        self._window.show_page("training")
        self._page.prepare()
        self._page.session.use(made_songs())

    def _train(self) -> None:
        from core.estimators.baselines import find_baselines
        from core.training.train import TrainingOptions

        self._open()
        options = TrainingOptions(find_baselines(QUICK), ("random", "grouped"))
        self._page.session.train(options, self._scratch / "run")
        self._wait()

    def _step(self, key: str) -> Any:
        self._page.show_step(key)
        return self._page.steps[key]

    def _wait(self) -> None:
        self._until(lambda: not self._page.session.is_busy)


def made_songs() -> "Dataset":
    """Return 360 rows of six genres by ninety artists: random numbers under the names of real features."""
    from core.benchmarks.made_dataset import made_dataset
    from core.features.recipe import GENRE_COLUMNS

    columns = tuple(GENRE_COLUMNS)
    drawn = made_dataset(N_SONGS, len(columns), len(CLASSES))
    random = np.random.default_rng(8)
    groups = np.arange(N_SONGS) // 24 * 6 + drawn.y  # each artist plays one genre
    artists = int(groups.max()) + 1
    X = drawn.X + random.normal(0, 0.5, (artists, len(columns)))[groups]
    X[:, columns.index("tempo")] = 118 + 17 * X[:, columns.index("tempo")]
    X[:, columns.index("length")] = 660_000 + 40 * drawn.y + random.integers(0, 60, N_SONGS)
    X[200:204] = X[20:24]
    return replace(
        drawn,
        name="made-up songs",
        X=X,
        columns=columns,
        classes=CLASSES,
        row_names=tuple(f"{CLASSES[label]} {row:03d}" for row, label in enumerate(drawn.y)),
        groups=groups.astype(np.int64),
        group_names=tuple(f"artist {number + 1}" for number in range(artists)),
        source=replace(drawn.source, path="made-up songs.csv", groups="artist"),
    )
