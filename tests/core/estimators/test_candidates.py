"""Which columns the members of the committee read."""

from core.estimators.candidates import ALL_COLUMNS, BROAD, WITHOUT_OFFSETS
from core.features.recipe import GENRE_COLUMNS

SOUND = GENRE_COLUMNS[1:]


def test_a_column_set_keeps_the_order_and_says_why_it_leaves_columns_out() -> None:
    assert ALL_COLUMNS.columns(SOUND) == SOUND
    assert len(WITHOUT_OFFSETS.columns(SOUND)) == 55
    columns = BROAD.columns(SOUND)
    assert len(columns) == 41
    assert columns == tuple(name for name in SOUND if name in columns)
    assert "DC offset" in str(BROAD.reason("harmony_mean"))
    assert BROAD.reason("mfcc14_var") == BROAD.reason("mfcc20_mean")
    assert BROAD.reason("mfcc13_var") is None
    assert BROAD.reason("harmony_var") is None
