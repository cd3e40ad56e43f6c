"""Keys as people write them, and the one way in which files have them."""

from collections.abc import Callable

import pytest

from core.harmony.key_names import SPELLED, camelot, key_name, neighbours, open_key


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


_EVERY_KEY = [f"{tonic} {mode}" for mode, tonics in SPELLED.items() for tonic in tonics]


@pytest.mark.parametrize(
    ("name", "place", "opened"),
    [
        ("C major", "8B", "1d"),
        ("A minor", "8A", "1m"),
        ("Bb minor", "3A", "8m"),
        ("E major", "12B", "5d"),
        ("Db major", "3B", "8d"),
        ("G# minor", "1A", "6m"),
        ("B major", "1B", "6d"),
        ("F minor", "4A", "9m"),
        ("F major", "7B", "12d"),
    ],
)
def test_keys_have_their_place_on_the_camelot_wheel_and_in_open_key(name: str, place: str, opened: str) -> None:
    assert (camelot(name), open_key(name)) == (place, opened)


def test_no_two_keys_share_a_place() -> None:
    assert len({camelot(name) for name in _EVERY_KEY}) == len({open_key(name) for name in _EVERY_KEY}) == 24


def test_a_key_goes_with_itself_its_relative_and_the_keys_a_fifth_away() -> None:
    assert neighbours("A minor") == ("A minor", "C major", "E minor", "D minor")
    assert neighbours("Db major") == ("Db major", "Bb minor", "Ab major", "F# major")


@pytest.mark.parametrize("name", _EVERY_KEY)
def test_going_together_is_mutual(name: str) -> None:
    assert all(name in neighbours(other) for other in neighbours(name))


@pytest.mark.parametrize("function", [camelot, open_key, neighbours])
@pytest.mark.parametrize("name", ["", "A# minor", "a minor", "C", "C dorian"])
def test_a_name_that_files_do_not_have_has_no_place(function: Callable[[str], object], name: str) -> None:
    with pytest.raises(ValueError, match="not the name of a key"):
        function(name)
