import numpy as np
import pytest

from core.rhythm.grid import BeatGrid
from desktop.clip.picture.time_text import bar_and_beat, format_frequency, format_span, format_time, nearest_pitch


@pytest.mark.parametrize(
    ("seconds", "decimals", "text"),
    [(0, 0, "0:00"), (7.4, 0, "0:07"), (59.999, 1, "1:00.0"), (185.25, 2, "3:05.25"), (3723, 0, "1:02:03")],
)
def test_times_read_as_minutes_and_seconds(seconds: float, decimals: int, text: str) -> None:
    assert format_time(seconds, decimals) == text


@pytest.mark.parametrize(("seconds", "text"), [(0.85, "850 ms"), (4.2, "4.20 s"), (75, "1:15.0")])
def test_spans_choose_their_unit(seconds: float, text: str) -> None:
    assert format_span(seconds) == text


@pytest.mark.parametrize(
    ("hertz", "text"), [(62, "62 Hz"), (999.7, "1.00 kHz"), (1250, "1.25 kHz"), (11000, "11.0 kHz")]
)
def test_frequencies_choose_their_unit(hertz: float, text: str) -> None:
    assert format_frequency(hertz) == text


@pytest.mark.parametrize(("hertz", "pitch"), [(440, "A4"), (261.6, "C4"), (466.2, "A♯4"), (5, "")])
def test_frequencies_have_the_nearest_note(hertz: float, pitch: str) -> None:
    assert nearest_pitch(hertz) == pitch


def test_bar_and_beat_count_from_the_first_downbeat() -> None:
    grid = BeatGrid(np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0]), np.array([4, 1, 2, 3, 4, 1]), 60.0, 4)
    times = [0.5, 1.5, 2.0, 4.9, 6.5]
    assert [bar_and_beat(grid, seconds) for seconds in times] == ["", "pick-up", "1.1", "1.3", "2.1"]
