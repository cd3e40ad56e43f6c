"""The most characteristic half minute."""

import numpy as np
import pytest

from core.structure.excerpt import characteristic_excerpt
from core.structure.sections import Sections

SECONDS_PER_FRAME = 0.1
NO_BEATS = np.empty(0)


def piece(*parts: tuple[str, float]) -> tuple[np.ndarray, np.ndarray, float]:
    """Spectrogram, chroma and duration of a piece of parts, each a letter that sounds of its own, and its seconds."""
    mels, chromas = [], []
    for letter, seconds in parts:
        random = np.random.default_rng(ord(letter))
        n = round(seconds / SECONDS_PER_FRAME)
        level = 0 if letter == "-" else 1
        mels.append(np.tile(level * random.integers(60, 200, (1, 128)), (n, 1)))
        chromas.append(np.tile(level * random.integers(0, 256, (1, 12)), (n, 1)))
    mel, chroma = np.vstack(mels).astype(np.uint8), np.vstack(chromas).astype(np.uint8)
    return mel, chroma, len(mel) * SECONDS_PER_FRAME


def test_it_lies_where_the_piece_sounds_as_it_mostly_does() -> None:
    mel, chroma, duration = piece(("I", 40.0), ("A", 90.0), ("Z", 40.0))
    found = characteristic_excerpt(mel, chroma, SECONDS_PER_FRAME, duration, NO_BEATS)
    assert found is not None
    assert 39.0 <= found[0] <= found[1] <= 131.0
    assert found[1] - found[0] == pytest.approx(30.0)


def test_what_comes_again_is_preferred_to_what_comes_once() -> None:
    mel, chroma, duration = piece(("A", 40.0), ("B", 40.0), ("C", 40.0), ("B", 40.0))
    sections = Sections(np.array([0.0, 40.0, 80.0, 120.0, 160.0]), ("A", "B", "C", "B"))
    found = characteristic_excerpt(mel, chroma, SECONDS_PER_FRAME, duration, NO_BEATS, sections)
    assert found is not None
    assert sections.index_at(found[0] + 0.5) in (1, 3)
    assert sections.index_at(found[1] - 0.6) in (1, 3)


def test_it_begins_on_a_downbeat() -> None:
    mel, chroma, duration = piece(("A", 60.0), ("B", 90.0))
    downbeats = np.arange(0.7, duration, 2.1)
    found = characteristic_excerpt(mel, chroma, SECONDS_PER_FRAME, duration, downbeats)
    assert found is not None
    assert np.abs(downbeats - found[0]).min() == 0.0
    assert found[1] <= duration


def test_silence_is_not_characteristic_of_a_piece() -> None:
    mel, chroma, duration = piece(("-", 80.0), ("A", 35.0), ("-", 40.0))
    found = characteristic_excerpt(mel, chroma, SECONDS_PER_FRAME, duration, NO_BEATS)
    assert found is not None
    assert 79.0 <= found[0] <= 86.0


@pytest.mark.parametrize(("letter", "expected"), [("A", (0.0, 12.0)), ("-", None)])
def test_a_short_piece_is_taken_whole_and_a_silent_one_not_at_all(letter: str, expected: object) -> None:
    mel, chroma, duration = piece((letter, 12.0))
    assert characteristic_excerpt(mel, chroma, SECONDS_PER_FRAME, duration, NO_BEATS) == expected


def test_of_two_hours_a_few_frames_say_enough() -> None:
    frames = 310_000
    mel, chroma = np.full((frames, 128), 20, np.uint8), np.full((frames, 12), 90, np.uint8)
    mel[200_000:204_000, :40] = 220  # a minute and a half that is louder, and of another timbre than all the rest
    found = characteristic_excerpt(mel, chroma, 0.0232, 0.0232 * frames, NO_BEATS)
    assert found is not None
    assert 200_000 * 0.0232 - 5 <= found[0] <= 204_000 * 0.0232
