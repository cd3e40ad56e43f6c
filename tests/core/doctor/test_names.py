"""The doctor on names of classes: one class in several spellings, classes called like a missing entry."""

from dataclasses import replace

import numpy as np
import pytest

from core.dataset import Dataset, Remedy, apply
from core.dataset.finding import Finding
from core.doctor.names import class_names
from core.errors import DatasetError
from core.messages import Note
from core.progress import silent
from tests.core.training.data import made_dataset


def called(*names: str) -> Dataset:
    """Sound data whose rows are called so, one after the other."""
    made = made_dataset()
    classes, y = np.unique(np.resize(names, len(made)), return_inverse=True)
    return replace(made, classes=tuple(str(name) for name in classes), y=y.astype(np.int64))


def found(dataset: Dataset) -> dict[str, Finding]:
    return {finding.key: finding for finding in class_names(dataset, 5, 20, silent)}


@pytest.mark.parametrize(
    "names",
    [
        ("rock", "Rock", "ROCK", "jazz", "rock"),
        ("Hip Hop", "hip-hop", "HipHop", "jazz", "Hip Hop"),
        ("1", "1.0", "2", "3", "1"),
        ("pop", "\uff50\uff4f\uff50", "jazz", "rock", "pop"),
    ],
)
def test_one_class_in_several_spellings_is_found_and_can_be_merged(names: tuple[str, ...]) -> None:
    dataset = called(*names)
    finding = found(dataset)["class-spellings"]
    (merge,) = finding.remedies
    merged = apply(dataset, merge)
    assert names[0] in merged.classes, "the spelling of most rows is the name of all"
    assert len(merged) == len(dataset) and sorted(merged.classes) == list(merged.classes)
    assert found(merged) == {} and merged.remedies == (merge,)
    kept = [row for row in range(len(dataset)) if dataset.classes[dataset.y[row]] not in merge.classes[0]]
    assert [merged.classes[merged.y[row]] for row in kept] == [dataset.classes[dataset.y[row]] for row in kept]
    assert merged.counts.sum() == len(dataset)


@pytest.mark.parametrize("names", [("rock", "jazz", "pop"), ("C", "C#", "c++"), ("1", "2", "10"), ("-", "--", "x")])
def test_different_classes_are_left_alone(names: tuple[str, ...]) -> None:
    assert "class-spellings" not in found(called(*names))


def test_a_class_that_is_called_like_nothing_is_told_and_can_be_left_out() -> None:
    dataset = called("None", "rock", "jazz")
    finding = found(dataset)["classes-called-nothing"]
    (leave_out,) = finding.remedies
    assert "None" in finding.explanation and apply(dataset, leave_out).classes == ("jazz", "rock")


def test_merging_to_a_single_class_is_refused() -> None:
    with pytest.raises(DatasetError):
        apply(called("rock", "Rock"), Remedy("merge_classes", "Merge", classes=(("rock", "Rock"),)))


def test_numbers_that_were_read_in_another_way_are_a_warning() -> None:
    from core.doctor.examine import examine

    note = Note("dataset.thousands", column="plays", text="2,436", number=2436.0)
    (reading,) = [one for one in examine(replace(made_dataset(), notes=(note,))) if one.key == "reading"]
    assert reading.severity == "warning" and "2,436" in reading.title
