"""Chords as columns of the tables of bars and beats."""

import numpy as np

from core.analysis.chording import with_chords
from core.export.tables import sheet_of, to_tsv
from core.features.table import Column, FeatureTable
from core.harmony.chords import Chords


def table_of(*spans: tuple[float, float]) -> FeatureTable:
    columns = (Column("start", "s", ""), Column("end", "s", ""))
    names = tuple(str(row) for row in range(len(spans)))
    return FeatureTable(names, names, columns, np.array(spans, dtype=np.float64).reshape(-1, 2))


CHORDS = Chords(
    np.array([0.0, 1.0, 2.0, 4.0, 5.0]),
    ("C:maj", "A:min", "N", "C:maj"),
    np.array([0.8, 0.6, 1.0, 0.4], dtype=np.float32),
)


def test_each_row_has_the_chord_that_sounds_longest_in_it() -> None:
    table = with_chords(table_of((0.0, 1.0), (0.0, 1.6), (0.9, 2.0), (2.0, 4.0), (1.5, 4.2)), CHORDS)
    assert table.texts["chord"] == ("C:maj", "C:maj", "A:min", "", "")
    np.testing.assert_allclose(table.column("chord_strength"), [0.8, 0.8, 0.6, np.nan, np.nan], rtol=1e-6)
    assert np.isnan(table.column("chord")).tolist() == [False, False, False, True, True]


def test_the_same_chord_in_two_places_of_a_row_counts_together() -> None:
    table = with_chords(
        table_of((0.4, 5.0)), Chords(CHORDS.times, ("C:maj", "A:min", "A:min", "C:maj"), CHORDS.strengths)
    )
    assert table.texts["chord"] == ("A:min",)
    table = with_chords(
        table_of((0.0, 5.0)), Chords(CHORDS.times, ("C:maj", "A:min", "C:maj", "C:maj"), CHORDS.strengths)
    )
    assert table.texts["chord"] == ("C:maj",)
    np.testing.assert_allclose(table.column("chord_strength"), [(0.8 + 2 * 1.0 + 0.4) / 4], rtol=1e-6)


def test_numbers_order_the_rows_as_the_labels_do() -> None:
    table = with_chords(table_of((0.0, 1.0), (1.0, 2.0), (4.0, 5.0)), CHORDS)
    numbers = table.column("chord")
    assert numbers[1] < numbers[0] == numbers[2]  # A:min, C:maj, C:maj


def test_rows_beyond_the_chords_have_none() -> None:
    table = with_chords(table_of((-2.0, -1.0), (7.0, 8.0), (3.0, 3.0)), CHORDS)
    assert table.texts["chord"] == ("", "", "")


def test_labels_are_written_in_place_of_their_numbers() -> None:
    table = with_chords(table_of((0.0, 1.0), (2.0, 3.0)), CHORDS)
    assert sheet_of(table)["chord"] == ["C:maj", ""]
    assert to_tsv(table, [0], ("start", "chord")).split("\n")[1].split("\t")[1] == "C:maj"


def test_without_chords_or_rows_nothing_is_made_up() -> None:
    table = table_of((0.0, 1.0))
    assert with_chords(table, None) is table
    nothing = Chords(np.zeros(0), (), np.zeros(0, np.float32))
    assert with_chords(table, nothing) is table
    assert with_chords(table_of(), CHORDS).texts["chord"] == ()
    again = with_chords(table, CHORDS)
    assert with_chords(again, CHORDS) is again
