"""Keys as the window writes them."""

import pytest

from desktop.widgets.key_text import key_text


@pytest.mark.parametrize(
    ("name", "text"),
    [("Bb minor", "B♭ minor"), ("F# major", "F♯ major"), ("A minor", "A minor"), ("8A", "8A"), ("bebop", "bebop")],
)
def test_a_key_has_the_signs_of_notation_and_other_texts_stay(name: str, text: str) -> None:
    assert key_text(name) == text
