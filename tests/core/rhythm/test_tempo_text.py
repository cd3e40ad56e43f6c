"""How a tempo reads."""

import pytest

from core.rhythm.tempo_text import tempo_text


@pytest.mark.parametrize(("tempo", "text"), [(119.96, "120.0"), (97.34, "97.3"), (float("nan"), "")])
def test_a_tempo_has_one_decimal_and_none_is_empty(tempo: float, text: str) -> None:
    assert tempo_text(tempo) == text
