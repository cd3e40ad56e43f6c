import numpy as np
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush
from PySide6.QtTest import QAbstractItemModelTester

from core.analysis.chording import with_chords
from core.features.table import Column, FeatureTable
from core.harmony.chords import Chords
from desktop.clip.tables.columns import clock, grouped, heading, leading_first, matches, number_format
from desktop.clip.tables.model import SORT_ROLE, FeatureTableModel, heat_levels
from desktop.clip.tables.song_model import SongModel
from desktop.widgets.theme import DARK
from tests.desktop.synthetic import synthetic_analysis

NAN = float("nan")
UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
STRICT = QAbstractItemModelTester.FailureReportingMode.Fatal

COLUMNS = (
    Column("tempo", "BPM", "Beats per minute."),
    Column("spectral_flatness_mean", "", "Noise against tone."),
    Column("start", "s", "Where the bar begins."),
    Column("end", "s", "Where the bar ends."),
    Column("bar", "", "Number of the bar."),
)


def table(tempi: list[float]) -> FeatureTable:
    n = len(tempi)
    starts = 2.0 * np.arange(n)
    values = np.column_stack([tempi, np.linspace(0.0001, 0.0009, n), starts, starts + 2, np.arange(1, n + 1)])
    return FeatureTable(("a.wav",) * n, tuple(f"id_{i}" for i in range(n)), COLUMNS, values)


def model_of(tempi: list[float]) -> FeatureTableModel:
    model = FeatureTableModel()
    model.set_table(table(tempi))
    return model


def texts(model: FeatureTableModel, name: str) -> list[str]:
    return [model.index(row, model.index_of(name)).data() for row in range(model.rowCount())]


def test_the_model_stands_qts_own_tester_through_every_change(qapp: object) -> None:
    model = FeatureTableModel()
    tester = QAbstractItemModelTester(model, STRICT)
    analysis = synthetic_analysis()
    model.set_table(analysis.tables.beats)
    model.sort(3, DOWN)
    model.set_heat(False)
    model.set_theme(DARK)
    model.set_table(analysis.tables.bars)
    model.sort(-1, UP)
    model.set_table(None)
    assert tester.model() is model
    assert model.rowCount() == 0
    assert model.columnCount() == 0


def test_the_song_model_stands_qts_own_tester_through_every_change(qapp: object) -> None:
    model = SongModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_table(synthetic_analysis().tables.songs)
    model.sort(2, DOWN)
    model.set_visible({"tempo", "rms_mean"})
    assert tester.model() is model
    assert model.rowCount() == 2
    model.set_table(None)
    assert model.rowCount() == 0


def test_what_names_the_passage_comes_first_then_tempo(qapp: object) -> None:
    names = [column.name for column in model_of([120.0]).columns()]
    assert names == ["bar", "start", "end", "tempo", "spectral_flatness_mean"]
    beats = synthetic_analysis().tables.beats.columns
    assert [beats[i].name for i in leading_first(beats)][:6] == ["bar", "position", "start", "end", "bpm", "tempo"]


def test_the_studys_tempo_is_called_by_what_it_is_and_found_by_either_name() -> None:
    tempo = Column("tempo", "BPM", "", "onset tempo")
    assert (heading(tempo), tempo.header) == ("onset tempo\nBPM", "onset tempo (BPM)")
    assert matches(tempo, "onset") and matches(tempo, "tempo")


def test_a_heading_that_is_a_unit_stands_alone() -> None:
    bpm = Column("bpm", "BPM", "", "BPM")
    assert (heading(bpm), bpm.header) == ("BPM\n", "BPM")


def test_the_two_tempi_of_a_song_stand_together(qapp: object) -> None:
    model = SongModel()
    model.set_table(synthetic_analysis().tables.songs)
    captions = [model.index(row, 0).data() for row in range(model.rowCount())]
    place = captions.index("BPM")
    assert captions[place : place + 2] == ["BPM", "onset tempo"] and len(set(captions)) == 64
    assert model.names_at([place, place + 1]) == ["bpm", "tempo"]


def test_every_tempo_reads_alike(qapp: object) -> None:
    values = np.array([9.97, 119.94, 240.0])
    for name in ("bpm", "tempo"):
        texts_of = number_format(Column(name, "BPM", ""), values)
        assert [texts_of(value) for value in values] == ["10.0", "119.9", "240.0"]


@pytest.mark.parametrize(
    ("order", "expected"), [(UP, ["90.0", "120.0", "150.0", "", ""]), (DOWN, ["150.0", "120.0", "90.0", "", ""])]
)
def test_missing_numbers_stay_last_whichever_way_one_sorts(
    qapp: object, order: Qt.SortOrder, expected: list[str]
) -> None:
    model = model_of([120.0, NAN, 90.0, NAN, 150.0])
    model.sort(model.index_of("tempo"), order)
    assert texts(model, "tempo") == expected


def test_equal_numbers_keep_their_order_in_time(qapp: object) -> None:
    model = model_of([100.0, 90.0, 100.0, 90.0])
    model.sort(model.index_of("tempo"), DOWN)
    assert texts(model, "bar") == ["1", "3", "2", "4"]
    assert model.table_rows([0, 3]).tolist() == [0, 3]
    assert [model.shown_row(row) for row in range(4)] == [0, 2, 1, 3]


def test_an_index_one_holds_follows_its_row_through_sorting(qapp: object) -> None:
    model = model_of([120.0, 90.0, 150.0])
    held = QPersistentModelIndex(model.index(2, model.index_of("tempo")))
    model.sort(model.index_of("tempo"), DOWN)
    assert held.row() == 0
    assert held.data() == "150.0"


def test_the_sort_role_gives_the_raw_float(qapp: object) -> None:
    model = model_of([123.456789, NAN])
    column = model.index_of("tempo")
    assert model.index(0, column).data(SORT_ROLE) == 123.456789
    assert np.isnan(model.index(1, column).data(SORT_ROLE))


def test_another_table_is_sorted_as_the_last_one_was(qapp: object) -> None:
    model = model_of([1.0, 2.0])
    model.sort(model.index_of("tempo"), DOWN)
    model.set_table(table([80.0, 95.0, 90.0]))
    assert texts(model, "bar") == ["2", "3", "1"]


def test_headings_carry_units_and_tips_carry_definitions(qapp: object) -> None:
    model = model_of([120.0])
    tempo = model.index_of("tempo")
    horizontal = Qt.Orientation.Horizontal
    assert model.headerData(tempo, horizontal) == "tempo\nBPM"
    assert model.headerData(tempo, horizontal, Qt.ItemDataRole.AccessibleTextRole) == "tempo (BPM)"
    assert model.headerData(tempo, horizontal, Qt.ItemDataRole.ToolTipRole) == "tempo (BPM)\nBeats per minute."
    assert heading(Column("spectral_centroid_mean", "Hz", "")) == "spectral_centroid\nmean · Hz"
    assert heading(Column("harmonic_rms", "", "")) == "harmonic_rms\n"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1804.2, 963.49], ["1804", "963"]),
        ([117.45383, 83.3], ["117.5", "83.3"]),
        ([0.94, 1.046, 1.006], ["0.940", "1.046", "1.006"]),
        ([0.00032108, 0.00080798], ["0.000321", "0.000808"]),
        ([2.5e-9, 0.0], ["2.50e−09", "0"]),
        ([-12.728, 1.973], ["−12.728", "1.973"]),
        ([NAN, NAN], ["", ""]),
        ([float("inf"), float("-inf")], ["∞", "−∞"]),
        ([0.0, 0.0], ["0.000", "0.000"]),
    ],
)
def test_a_column_reads_with_the_decimals_its_size_asks_for(values: list[float], expected: list[str]) -> None:
    text = number_format(Column("x", "", ""), np.array(values))
    assert [text(value) for value in values] == expected


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [(0.0, "0:00.00"), (12.34, "0:12.34"), (59.999, "1:00.00"), (3723.45, "1:02:03.45"), (-1.5, "−0:01.50")],
)
def test_times_read_like_a_clock(seconds: float, expected: str) -> None:
    assert clock(seconds) == expected
    assert number_format(Column("start", "s", ""), np.array([seconds]))(seconds) == expected


def test_a_duration_is_a_number_of_seconds_not_a_clock() -> None:
    assert number_format(Column("duration", "s", ""), np.array([30.65]))(30.65) == "30.65"


def test_shading_follows_the_numbers_and_spares_what_names_the_passage(qapp: object) -> None:
    model = model_of([90.0, 120.0, NAN, 150.0])
    shade = Qt.ItemDataRole.BackgroundRole
    tempo, bar = model.index_of("tempo"), model.index_of("bar")
    strongest = model.index(3, tempo).data(shade)
    assert isinstance(strongest, QBrush)
    assert strongest.color() != model.index(1, tempo).data(shade).color()
    assert model.index(0, tempo).data(shade) is None
    assert model.index(2, tempo).data(shade) is None
    assert model.index(3, bar).data(shade) is None
    model.set_heat(False)
    assert model.index(3, tempo).data(shade) is None


def test_one_outlier_does_not_take_all_the_shading() -> None:
    levels = heat_levels(np.append(np.linspace(0, 1, 99), 1e6))
    assert levels[49] == pytest.approx(levels.max() / 2, abs=1)
    assert heat_levels(np.full(4, 7.0)).tolist() == [0, 0, 0, 0]


def test_columns_are_found_by_name_unit_and_group() -> None:
    rolloff = Column("spectral_rolloff_mean", "Hz", "")
    assert matches(rolloff, "ROLL mean")
    assert matches(rolloff, "hz")
    assert matches(rolloff, "spectrum")
    assert matches(rolloff, "")
    assert not matches(rolloff, "roll std")


def test_every_column_of_a_song_stands_under_a_known_group() -> None:
    groups = dict(grouped(synthetic_analysis().tables.beats.columns))
    assert list(groups) == ["Passage", "Rhythm", "Loudness", "Spectrum", "Tonality", "MFCC"]
    assert len(groups["MFCC"]) == 40
    assert sum(map(len, groups.values())) == 68


def test_the_song_reads_downwards_with_words_value_unit_and_definition(qapp: object) -> None:
    model = SongModel()
    model.set_table(table([NAN]))
    row = [model.index(0, field).data() for field in range(5)]
    assert row == ["tempo", "tempo of onsets", "", "BPM", "Beats per minute."]
    model.sort(2, DOWN)
    assert [model.index(row, 0).data() for row in range(5)] == [
        "end",
        "bar",
        "spectral_flatness_mean",
        "start",
        "tempo",
    ]


def test_rows_measured_again_are_marked_and_say_so(qapp: object) -> None:
    model = model_of([100.0, 120.0, 110.0])
    start, shaded = model.index_of("start"), model.index_of("tempo")
    plain = model.index(1, start).data(Qt.ItemDataRole.BackgroundRole)
    model.mark(np.array([1]))
    marked = [model.index(row, start).data(Qt.ItemDataRole.BackgroundRole) for row in range(3)]
    assert plain is None and [brush is not None for brush in marked] == [False, True, False]
    assert (
        model.index(1, shaded).data(Qt.ItemDataRole.ToolTipRole).endswith("Measured again after an edit of the beats")
    )
    assert "again" not in model.index(0, shaded).data(Qt.ItemDataRole.ToolTipRole)
    model.sort(shaded, DOWN)
    assert model.index(0, start).data(Qt.ItemDataRole.BackgroundRole) is not None
    model.set_table(table([1.0, 2.0, 3.0]))
    assert all(model.index(row, start).data(Qt.ItemDataRole.BackgroundRole) is None for row in range(3))


@pytest.mark.parametrize("n_rows", [3, 5])
def test_other_rows_of_the_same_song_take_the_place_of_the_former_in_order(qapp: object, n_rows: int) -> None:
    model = model_of([100.0, 120.0, 110.0])
    QAbstractItemModelTester(model, STRICT)
    model.sort(model.index_of("tempo"), DOWN)
    other = table([90.0 + row for row in range(n_rows)])
    assert model.is_of_the_same_song(other)
    model.replace_table(other, np.array([n_rows - 1]))
    assert model.table is other
    assert texts(model, "tempo")[0] == f"{89 + n_rows:.1f}"
    assert model.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is not None


def test_tables_of_other_songs_or_without_rows_are_others(qapp: object) -> None:
    model = model_of([100.0, 120.0])
    other = FeatureTable(("b.wav",), ("other_0",), COLUMNS, np.ones((1, len(COLUMNS))))
    assert not model.is_of_the_same_song(other)
    assert not model.is_of_the_same_song(table([]))
    assert not FeatureTableModel().is_of_the_same_song(table([1.0]))


def test_loudness_reads_with_one_decimal() -> None:
    text = number_format(Column("lufs_difference", "LU", ""), np.array([0.2177, -0.0060]))
    assert [text(value) for value in (0.2177, -3.14, np.nan)] == ["0.2", "\N{MINUS SIGN}3.1", ""]


def test_a_chord_reads_as_musicians_write_it_is_ordered_by_its_label_and_never_shaded(qapp: object) -> None:
    spans = table([120.0] * 4)  # of two seconds each
    labels = ("C#:maj", "Bb:min", "N", "A:min")
    chords = Chords(np.arange(0.0, 10.0, 2.0), labels, np.array([0.9, 0.5, 1.0, 0.7], dtype=np.float32))
    model = FeatureTableModel()
    tester = QAbstractItemModelTester(model, STRICT)
    model.set_table(with_chords(spans, chords))
    place = model.index_of("chord")
    assert texts(model, "chord") == ["C♯", "B♭m", "", "Am"]
    assert texts(model, "chord_strength")[2] == ""
    model.sort(place, UP)
    assert texts(model, "chord") == ["Am", "B♭m", "C♯", ""]
    model.sort(place, DOWN)
    assert texts(model, "chord") == ["C♯", "B♭m", "Am", ""]
    assert model.index(0, place).data(Qt.ItemDataRole.BackgroundRole) is None
    assert model.index(0, place).data(Qt.ItemDataRole.ToolTipRole) == "chord: C♯"
    assert model.index(3, place).data(Qt.ItemDataRole.ToolTipRole) == "chord: no value"
    assert tester.model() is model
