"""What the doctor finds: each fault that is put into sound data, and nothing grave in sound data."""

import json
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from core.dataset import Dataset, Remedy, apply, load_table
from core.dataset.finding import Finding
from core.doctor.columns import plain_faults
from core.doctor.examine import examine
from core.doctor.giveaways import giveaways
from core.errors import DatasetError
from core.progress import Cancelled, silent
from tests.core.training.data import made_dataset

N = 90


@cache
def examined(dataset: Dataset, **options: int) -> tuple[Finding, ...]:
    """What the doctor says of one and the same data, who is asked once."""
    return examine(dataset, **options)


def by_key(dataset: Dataset, key: str, **options: int) -> list[Finding]:
    return [finding for finding in examined(dataset, **options) if finding.key == key]


def the(dataset: Dataset, key: str, **options: int) -> Finding:
    (finding,) = by_key(dataset, key, **options)
    return finding


def with_column(dataset: Dataset, name: str, values: object) -> Dataset:
    X = np.column_stack([dataset.X, values])
    return replace(dataset, X=X, columns=(*dataset.columns, name))


def test_sound_data_has_nothing_grave() -> None:
    found = examine(made_dataset(group_spread=0.05, distance=0.4))
    assert [finding.key for finding in found if finding.severity != "note"] == []


def test_copies_are_found_in_sets_and_each_remedy_cures_them() -> None:
    dataset = made_dataset()
    X = dataset.X.copy()
    X[5], X[7], X[40] = X[2], X[2], X[39]
    dataset = replace(dataset, X=X)
    finding = the(dataset, "exact-copies")
    assert finding.sets == ((2, 5, 7), (39, 40))
    assert finding.numbers == {"pairs": 3}
    leave_out, keep = finding.remedies
    cured = apply(dataset, leave_out)
    assert len(cured) == N - 3 and by_key(cured, "exact-copies") == []
    assert cured.remedies == (leave_out,)
    together = apply(dataset, keep)
    assert together.groups is not None and len(set(together.groups[[2, 5, 7]])) == 1


def test_near_copies_and_contradicting_labels_are_found() -> None:
    dataset = made_dataset()
    X = dataset.X.copy()
    X[70] = X[1] + 0.005
    dataset = replace(dataset, X=X)
    near = by_key(dataset, "near-copies")
    assert any((1, 70) in finding.sets or {1, 70} <= set(finding.rows) for finding in near)
    across = the(dataset, "copies-across-classes")
    assert {1, 70} <= set(across.rows)
    assert "row 2 (class a)" in across.explanation and "row 71 (class c)" in across.explanation
    assert not {1, 70} & set(apply(dataset, across.remedies[0]).places)


def test_a_column_that_gives_the_source_away_is_found_with_its_accuracy() -> None:
    dataset = made_dataset(distance=0.2)
    random = np.random.default_rng(1)
    serial = dataset.y * 3 + random.integers(0, 3, N)  # three serial numbers a class, each its own
    finding = the(with_column(dataset, "equipment", serial.astype(float)), "giveaway-column")
    assert finding.columns == ("equipment",)
    assert finding.numbers["alone"] > 0.9
    assert finding.numbers["with"] > finding.numbers["without"] + 0.1
    assert finding.remedies[0].columns == ("equipment",)


def test_a_file_length_is_found_only_where_it_tells_something() -> None:
    dataset = made_dataset()
    random = np.random.default_rng(1)
    telling = 661_500 + 100 * ((dataset.y + random.integers(0, 2, N)) % 3)
    assert the(with_column(dataset, "length", telling.astype(float)), "giveaway-column").columns == ("length",)
    assert by_key(with_column(dataset, "length", random.normal(661_500, 100, N)), "giveaway-column") == []


def test_several_clear_features_of_the_sound_are_one_finding_about_the_recordings() -> None:
    dataset = made_dataset(distance=0.2)
    names = ("rms_var", "mfcc1_var", "mfcc9_var")
    for place, name in enumerate(names):
        dataset = with_column(dataset, name, dataset.y + np.random.default_rng(place).normal(0, 0.01, N))
    finding = the(dataset, "easy-classes")
    assert finding.columns == names
    assert finding.severity == "warning"
    assert finding.remedies[0].columns == names
    assert by_key(dataset, "giveaway-column") == []


def test_missing_constant_and_correlated_columns_are_found() -> None:
    dataset = made_dataset()
    X = np.column_stack([dataset.X, np.full(N, 3.0), dataset.X[:, 0] * 2 + 1])
    X[:12, 1] = np.nan
    dataset = replace(dataset, X=X, columns=(*dataset.columns, "still", "twice"))
    missing = the(dataset, "missing-numbers")
    assert missing.columns == ("column 1",) and missing.numbers == {"column 1": 12} and missing.severity == "warning"
    assert len(apply(dataset, missing.remedies[1])) == N - 12
    assert the(dataset, "constant-columns").columns == ("still",)
    assert the(dataset, "correlated-columns").columns == ("column 0", "twice")
    assert apply(dataset, the(dataset, "correlated-columns").remedies[0]).columns[-1] == "still"


def test_outliers_are_found_with_their_column() -> None:
    dataset = made_dataset()
    X = dataset.X.copy()
    X[33, 4] = 1000.0
    finding = the(replace(dataset, X=X), "outliers")
    assert finding.rows == (33,) and finding.columns == ("column 4",)


def test_a_wrong_label_is_doubted() -> None:
    dataset = made_dataset(distance=3.0, counts=(40, 40, 40))
    y = dataset.y.copy()
    y[10] = 2
    finding = the(replace(dataset, y=y), "doubtful-labels")
    assert 10 in finding.rows and "row 11 (class c, sounds like class a)" in finding.explanation


def test_balance_and_classes_too_small_for_the_folds_are_found() -> None:
    dataset = made_dataset(counts=(30, 15, 4))
    assert "from 4 to 30" in the(dataset, "unbalanced-classes").title
    small = the(dataset, "small-classes")
    assert small.severity == "error" and small.numbers == {"class c": 4} and "Use 4 folds" in small.explanation
    cured = apply(dataset, small.remedies[0])
    assert cured.classes == ("class a", "class b") and by_key(cured, "small-classes") == []
    assert by_key(dataset, "small-classes", n_folds=3) == []


def test_groups_are_missed_and_impossible_ones_are_found() -> None:
    dataset = made_dataset()
    assert the(replace(dataset, groups=None), "no-groups").severity == "warning"
    few = replace(dataset, groups=np.minimum(dataset.y * 2 + np.arange(N) % 2, 4))
    assert the(few, "few-groups").severity == "error"
    assert by_key(few, "shared-groups") == []


def test_the_gap_that_shared_groups_make_is_measured() -> None:
    dataset = made_dataset(group_spread=2.0, distance=0.5, group_size=5, counts=(60, 60, 60))
    finding = the(dataset, "shared-groups")
    assert finding.severity == "warning"
    assert finding.numbers["random"] > finding.numbers["grouped"] + 0.1


@pytest.mark.parametrize("groups", ["none", "others"])
def test_under_other_groups_what_does_not_depend_on_them_is_kept(groups: str) -> None:
    before = made_dataset(counts=(30, 20, 10))
    known = examine(before)
    other = replace(before, groups=None, group_names=())
    if groups == "others":
        numbers = np.arange(len(before)) // 5
        other = replace(before, groups=numbers, group_names=tuple(f"g {one}" for one in range(numbers.max() + 1)))
    told: list[str] = []
    found = examine(other, lambda fraction, text: told.append(text), known=known)
    assert {one.key: one for one in found} == {one.key: one for one in examine(other)}
    assert not any("copies" in text for text in told)


def test_examining_can_be_cancelled_and_tells_what_it_does() -> None:
    told: list[float] = []

    def stop(fraction: float, text: str) -> None:
        told.append(fraction)
        if fraction > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        examine(made_dataset(), stop)
    assert told == sorted(told)


def test_tiny_and_hollow_data_is_examined_without_a_failure() -> None:
    dataset = made_dataset(counts=(3, 1, 2), n_columns=1, group_size=1)
    assert {"small-classes"} <= {finding.key for finding in examine(dataset)}
    hollow = replace(dataset, X=np.full_like(dataset.X, np.nan))
    assert "missing-numbers" in {finding.key for finding in examine(hollow)}


def test_findings_are_plain_data() -> None:
    found = [finding.to_json() for finding in examine(made_dataset(counts=(60, 10, 3)))]
    assert json.loads(json.dumps(found))[0]["severity"] == "error"


def test_remedies_that_leave_nothing_are_refused() -> None:
    dataset = made_dataset()
    with pytest.raises(DatasetError, match="no feature column"):
        apply(dataset, Remedy("drop_columns", "Leave out all", columns=dataset.columns))
    with pytest.raises(DatasetError, match="fewer than two classes"):
        apply(dataset, Remedy("drop_rows", "Leave out most", rows=tuple(range(60))))


def test_remedies_can_be_made_in_any_order() -> None:
    dataset = made_dataset()
    one = Remedy("drop_rows", "one", rows=(3, 80))
    other = Remedy("drop_rows", "other", rows=(3, 10))
    first, second = apply(apply(dataset, one), other), apply(apply(dataset, other), one)
    np.testing.assert_array_equal(first.places, second.places)
    assert len(first) == N - 3


def test_the_reference_table_shows_its_known_faults(shared_data: Path) -> None:
    dataset = load_table(shared_data / "features.csv", groups_table=shared_data / "artists.csv")
    found = {finding.key: finding for finding in examine(dataset)}
    assert found["exact-copies"].numbers["pairs"] == 14
    assert found["copies-across-classes"].sets == ((658, 916),)
    length = found["giveaway-column"]
    assert length.columns == ("length",)
    assert length.numbers["alone"] > 0.18 and length.numbers["with"] > length.numbers["without"] + 0.02
    assert found["shared-groups"].numbers["random"] > found["shared-groups"].numbers["grouped"] + 0.1
    assert "Lauryn Hill" in found["dominating-groups"].explanation


def test_the_same_column_twice_is_found_among_very_many() -> None:
    X = np.random.default_rng(3).normal(size=(30, 700))
    X[:, 650] = -X[:, 3]
    dataset = replace(made_dataset(counts=(15, 15)), X=X, columns=tuple(f"column {number}" for number in range(700)))
    (found,) = (one for one in plain_faults(dataset, 5, 20, silent) if one.key == "correlated-columns")
    assert found.numbers == {"column 3, column 650": 1.0}


def test_of_very_many_columns_those_are_tried_that_may_tell_something(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.doctor.giveaways._MOST_ALONE", 20)
    dataset = made_dataset(n_columns=300, distance=0.0)
    ends = np.where(np.arange(N) % 2, 9.0, -9.0)  # the class in the middle is at both ends of the column
    shape = np.where(dataset.y == 1, ends, dataset.y - 1.0) + np.random.default_rng(1).normal(0, 0.01, N)
    telling = with_column(with_column(dataset, "telling", shape), "year", np.arange(N) * 1.0)
    findings = list(giveaways(telling, 5, 20, silent))
    assert [one.columns for one in findings if one.key == "giveaway-column"] == [("telling",), ("year",)]
    told = next(one for one in findings if one.key == "columns-not-examined")
    assert told.title == "20 of 302 columns examined one by one"


def test_very_many_columns_that_reveal_the_source_are_one_finding() -> None:
    dataset = made_dataset(n_columns=5)
    random = np.random.default_rng(2)
    for place in range(24):
        dataset = with_column(dataset, f"plate {place}", dataset.y + random.normal(0, 0.01, N))
    findings = list(giveaways(dataset, 5, 20, silent))
    assert sum(one.key == "giveaway-column" for one in findings) == 20
    many = next(one for one in findings if one.key == "giveaway-columns")
    assert many.title.endswith("columns more reveal the source") and len(many.columns) >= 4
    assert set(apply(dataset, many.remedies[0]).columns).isdisjoint(many.columns)


def test_outliers_are_found_in_any_of_many_columns() -> None:
    dataset = made_dataset(n_columns=50)
    dataset.X[7, 3], dataset.X[8, 41], dataset.X[8, 2] = 900.0, 800.0, 300.0
    finding = the(dataset, "outliers")
    assert finding.rows == (7, 8) or finding.rows == (8, 7)
    assert set(finding.columns) == {"column 3", "column 41"}
