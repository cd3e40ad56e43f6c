"""Features in words: every column of a song has them, and no two the same."""

import pytest

from core.features.columns import SONG_TABLE_COLUMNS
from core.features.recipe import EXTENDED_COLUMNS, GENRE_COLUMNS, RECIPE_2, RECIPES
from core.features.words import feature_words


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("spectral_centroid_mean", "brightness"),
        ("rms_var", "change of level"),
        ("mfcc3_mean", "timbre (MFCC 3)"),
        ("mfcc_3_std", "change of timbre (MFCC 3)"),
        ("HPR", "sustained sound to percussion"),
        ("modulation_1_4", "changes 4 to 8 times a second at 26 to 310 Hz"),
        ("pulse_half", "pulse at 1/2 of the strongest period"),
        ("mfcc3_p90", "highest timbre (MFCC 3) (10 %)"),
        ("contrast_2_std", "change of peaks above valleys at 200 to 400 Hz"),
    ],
)
def test_a_column_is_said_in_words(column: str, words: str) -> None:
    assert feature_words(column) == words


def test_every_column_of_a_song_has_words_of_its_own() -> None:
    words = [feature_words(column.name) for column in SONG_TABLE_COLUMNS]
    assert len(set(words)) == len(words)
    assert not [column.name for column in SONG_TABLE_COLUMNS if feature_words(column.name) == column.name]


def test_every_column_of_the_genre_table_but_its_length_has_words() -> None:
    assert [name for name in GENRE_COLUMNS if feature_words(name) == name] == ["length"]


def test_every_column_of_the_second_recipe_has_words_of_its_own() -> None:
    words = [feature_words(name) for name in RECIPES[RECIPE_2]]
    assert len(set(words)) == len(words)
    assert not [name for name in EXTENDED_COLUMNS if feature_words(name) == name]
