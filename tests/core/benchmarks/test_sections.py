"""The benchmark of sections."""

from pathlib import Path

import numpy as np
import pytest

from core.benchmarks.sections import (
    GUESS,
    METRICS,
    OURS,
    PEOPLE,
    SectionScores,
    annotated_pieces,
    annotation_of,
    guess,
    read_annotation,
    report,
    score,
)
from core.errors import CommandError
from core.structure.sections import Sections

FORM = Sections(np.array([0.0, 16.0, 32.0, 48.0]), ("A", "B", "A"))


def test_the_annotation_itself_has_full_marks() -> None:
    assert score(annotation_of(FORM), annotation_of(FORM)).tolist() == [1.0] * len(METRICS)


def test_borders_off_by_two_seconds_count_within_three_only() -> None:
    moved = Sections(np.array([0.0, 18.0, 34.0, 48.0]), FORM.labels)
    within_3, within_half, pairs = score(annotation_of(FORM), annotation_of(moved))
    assert within_3 == 1.0 and within_half == 0.0 and 0.5 < pairs < 1.0


def test_annotations_are_cut_to_the_piece_and_filled_up(tmp_path: Path) -> None:
    path = tmp_path / "song.sections.lab"
    path.write_text("2.0\t10.0\tverse one\n10.0\t30.0\tB\n30.0\t40.0\tC\n")
    intervals, labels = read_annotation(path, 20.0)
    assert intervals.tolist() == [[0.0, 2.0], [2.0, 10.0], [10.0, 20.0]]
    assert labels == ["outside", "verse one", "B"]


def test_the_guess_has_a_border_at_every_eighth_bar() -> None:
    intervals, labels = guess(np.arange(0.5, 48.0, 2.0), 48.0)
    assert intervals[:, 0].tolist() == [0.0, 0.5, 16.5, 32.5]
    assert labels == ["A", "B", "A", "B"]


def test_pieces_are_found_with_all_their_annotations(tmp_path: Path) -> None:
    for name in ("a[1].wav", "a[1].sections1.lab", "a[1].sections2.lab", "b.wav"):
        (tmp_path / name).touch()
    ((audio, annotations),) = annotated_pieces(tmp_path)
    assert audio.name == "a[1].wav"
    assert [path.name for path in annotations] == ["a[1].sections1.lab", "a[1].sections2.lab"]
    (tmp_path / "a[1].wav").unlink()
    with pytest.raises(CommandError):
        annotated_pieces(tmp_path)


def test_the_report_has_a_line_for_each_and_one_for_other_annotators_where_there_are_some() -> None:
    values = {who: np.array([0.5, 0.25, 0.75]) for who in (OURS, GUESS)}
    lines = list(report([SectionScores("song.wav", values, 5, 6.0)]))
    assert not any(line.startswith(PEOPLE) for line in lines)
    assert any(line.startswith(OURS) and "0.250" in line for line in lines)
    with_people = SectionScores("song.wav", values | {PEOPLE: np.ones(3)}, 5, 6.0)
    assert any(line.startswith(PEOPLE) for line in report([with_people]))
