"""What a training costs is said before its first fit, and what does not fit into memory is refused with a way out."""

import numpy as np
import pytest

from core.dataset import Dataset, DatasetSource
from core.doctor.quick_model import MOST_COLUMNS, quick_model
from core.errors import DatasetError
from core.estimators.baselines import NOTEBOOK, find_baselines
from core.training.cost import Cost, cost_of, duration, refuse_what_does_not_fit


def table(n_rows: int, n_columns: int) -> Dataset:
    """A data set of any size that takes no memory."""
    return Dataset(
        name="large",
        X=np.broadcast_to(np.array(0.0), (n_rows, n_columns)),
        y=np.broadcast_to(np.array(0), (n_rows,)),
        classes=("a", "b"),
        columns=("column",) * n_columns,
        places=np.broadcast_to(np.array(0), (n_rows,)),
        row_names=("row",) * n_rows,
        locations=(None,) * n_rows,
        source=DatasetSource("large.csv", "0" * 64),
    )


def cost(dataset: Dataset, *keys: str, processes: int = 2) -> Cost:
    return cost_of(
        dataset, find_baselines(keys), ("random", "grouped"), n_folds=5, repeats=1, processes=processes
    )  # fmt: skip


def test_an_ordinary_table_needs_no_warning() -> None:
    found = cost(table(1000, 58), "notebook")
    assert found.note is None and 30 < found.seconds < 120 and found.gigabytes < 1


def test_a_million_rows_are_said_to_take_days_and_which_estimators_would_not() -> None:
    found = cost(table(1_000_000, 60), "notebook")
    assert str(found.note).startswith("This takes about ") and "days with 2 processes, and 2.6 GB" in str(found.note)
    assert {"RBF SVM", "Linear SVM", "Polynomial SVM"} <= set(found.slow) < {one.name for one in NOTEBOOK}
    assert found.seconds_without < found.seconds / 5
    assert f"Without {', '.join(found.slow)} it takes about " in str(found.note)
    alone = cost(table(1_000_000, 60), "svm-rbf")
    assert alone.slow == () and "fewer rows or columns take less" in str(alone.note)
    assert cost(table(1_000_000, 60), "bayes", "tree").note is None


def test_more_processes_take_less_time() -> None:
    slow, quick = (cost(table(100_000, 60), "boosting", processes=number) for number in (1, 5))
    assert slow.seconds == pytest.approx(5 * quick.seconds)
    assert cost(table(100, 60), "bayes", processes=64).processes == 10  # there are no more fits


def test_what_weighs_every_column_against_every_other_is_refused_on_very_many_columns() -> None:
    wide, baselines = table(90, 20_000), find_baselines(["notebook", "kernel", "lda"])
    with pytest.raises(DatasetError, match="Kernel logistic regression, Linear discriminant analysis: a fit on 20,000"):
        refuse_what_does_not_fit(wide, baselines, 2, free=8.0)
    refuse_what_does_not_fit(wide, NOTEBOOK, 2, free=8.0)


@pytest.mark.parametrize(
    ("processes", "free", "said"),
    [
        (8, 10.0, "8 fits at a time need about 2.6 GB of memory each, and 10.0 GB are free; use 3 at a time"),
        (1, 2.0, "A fit on 1,000,000 rows of 60 columns needs about 2.6 GB of memory, and 2.0 GB are free; leave"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_would_work(processes: int, free: float, said: str) -> None:
    with pytest.raises(DatasetError, match=said):
        refuse_what_does_not_fit(table(1_000_000, 60), NOTEBOOK, processes, free=free)


def test_the_doctor_judges_very_many_columns_by_a_model_that_can() -> None:
    assert quick_model(MOST_COLUMNS).key == "kernel"
    assert not quick_model(20_000).weighs_pairs


@pytest.mark.parametrize(
    ("seconds", "text"), [(5, "1 min"), (3500, "58 min"), (7200, "2 h"), (200_000, "2 days"), (1e9, "11,574 days")]
)
def test_lengths_of_time_are_said_as_roughly_as_they_are_known(seconds: float, text: str) -> None:
    assert duration(seconds) == text
