"""Keys as people write them, and the one way in which files have them."""

import pytest

from core.harmony.key_names import SPELLED, key_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("B♭ minor", "Bb minor"),
        ("bbm", "Bb minor"),
        ("A# min", "Bb minor"),
        ("Am", "A minor"),
        ("AM", "A major"),
        ("c", "C major"),
        ("cb", "B major"),
        (" Gb maj ", "F# major"),
        ("g♯ Minor", "G# minor"),
    ],
)
def test_a_key_is_spelled_one_way_however_it_is_written(text: str, name: str) -> None:
    assert key_name(text) == name


@pytest.mark.parametrize("text", ["", "H minor", "A dorian", "8A", "minor", "A minor seventh"])
def test_other_texts_are_no_keys(text: str) -> None:
    assert key_name(text) is None


def test_every_name_is_its_own_spelling() -> None:
    for mode, tonics in SPELLED.items():
        assert [key_name(f"{tonic} {mode}") for tonic in tonics] == [f"{tonic} {mode}" for tonic in tonics]
