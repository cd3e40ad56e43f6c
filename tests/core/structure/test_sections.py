"""Sections: what they must be, and what is found in music whose sections are known."""

import numpy as np
import pytest
from numpy.typing import NDArray

from core.structure.section_search import find_sections
from core.structure.section_units import MOST_UNITS, SectionFrames, section_frames, section_units
from core.structure.sections import NO_SECTIONS, Sections, label_of, whole_piece

BAR = 2.0
ROWS_PER_BAR = 20


def music(form: str, bars: int = 8, noise: float = 0.1) -> SectionFrames:
    """Return a piece of sections, each kind with chords and a timbre of its own."""
    rng = np.random.default_rng(5)
    kinds = {}
    for kind in sorted(set(form)):
        chords = [np.isin(np.arange(12), (root + np.array([0, 4, 7])) % 12) for root in rng.permutation(12)[:4]]
        kinds[kind] = chords, rng.normal(0, 6, 32)
    chroma = [chord for kind in form for bar in range(bars) for chord in [kinds[kind][0][bar % 4]] * ROWS_PER_BAR]
    bands = [row for kind in form for row in [kinds[kind][1]] * (bars * ROWS_PER_BAR)]
    return frames_of(
        np.abs(np.array(chroma, float) + rng.normal(0, noise, (len(chroma), 12))),
        40 + np.array(bands) + rng.normal(0, 10 * noise, (len(bands), 32)),
    )


def frames_of(chroma: NDArray[np.float64], bands: NDArray[np.float64]) -> SectionFrames:
    seconds = BAR / ROWS_PER_BAR
    return SectionFrames(chroma.astype(np.float32), bands.astype(np.float32), seconds, len(chroma) * seconds)


def downbeats(frames: SectionFrames) -> NDArray[np.float64]:
    return np.arange(0.0, frames.duration, BAR)


def test_sections_have_one_time_more_than_labels_and_times_that_rise() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        Sections(np.array([0.0, 1.0]), ("A", "B"))
    with pytest.raises(ValueError, match="rise"):
        Sections(np.array([0.0, 2.0, 2.0]), ("A", "B"))
    with pytest.raises(ValueError, match="rise"):
        Sections(np.array([0.0, np.nan]), ("A",))


def test_a_section_is_found_by_a_time_in_it() -> None:
    sections = Sections(np.array([0.0, 4.0, 9.0]), ("A", "B"))
    assert [sections.index_at(seconds) for seconds in (0.0, 3.99, 4.0, 8.9, 9.0, -1.0)] == [0, 0, 1, 1, None, None]
    assert NO_SECTIONS.index_at(0.0) is None


def test_sections_of_one_label_are_numbered_and_a_single_one_is_not() -> None:
    sections = Sections(np.arange(5.0), ("A", "B", "A", "C"))
    assert sections.captions() == ("A 1", "B", "A 2", "C")


def test_labels_go_on_after_z() -> None:
    assert [label_of(place) for place in (0, 1, 25, 26, 27, 52, 702)] == ["A", "B", "Z", "AA", "AB", "BA", "AAA"]


@pytest.mark.parametrize("form", ["AB", "ABAB", "AABA", "ABCBA"])
def test_sections_of_different_chords_and_timbre_are_told_apart(form: str) -> None:
    frames = music(form)
    found = find_sections(frames, downbeats(frames))
    expected = {BAR * 8 * place for place in range(1, len(form)) if form[place] != form[place - 1]}
    assert expected <= {float(time) for time in found.times}
    kinds = {found.labels[found.index_at(8 * BAR * place + 5.0) or 0] for place in range(len(form))}
    assert len(kinds) == len(set(form))
    by_place = [found.labels[found.index_at(8 * BAR * place + 5.0) or 0] for place in range(len(form))]
    assert all(by_place[i] == by_place[form.index(form[i])] for i in range(len(form)))


def test_forty_sections_are_found_in_a_piece_of_forty() -> None:
    rng = np.random.default_rng(2)
    form = "".join("ABCD"[(i + int(rng.integers(1, 3))) % 4] for i in range(40))
    changes = [16.0 * i for i in range(1, 40) if form[i] != form[i - 1]]
    frames = music(form)
    found = find_sections(frames, downbeats(frames))
    assert set(changes) <= {float(time) for time in found.times}


def test_borders_lie_on_downbeats() -> None:
    frames = music("ABAB")
    bars = downbeats(frames) + 0.37
    found = find_sections(frames, bars)
    assert set(found.times[1:-1]) <= set(bars)
    assert found.times[0] == 0.0 and found.times[-1] == frames.duration


def test_without_bars_borders_are_found_in_fixed_steps() -> None:
    frames = music("AB", bars=16)
    found = find_sections(frames, np.empty(0))
    assert np.abs(found.times - 32.0).min() <= 2.0


@pytest.mark.parametrize("kind", ["drone", "noise", "silence"])
def test_what_does_not_change_is_one_section(kind: str) -> None:
    rng = np.random.default_rng(1)
    n = 120 * ROWS_PER_BAR
    chroma, bands = np.zeros((n, 12)), np.zeros((n, 32))
    if kind == "drone":
        chroma[:, (0, 7)] = 1 + rng.normal(0, 0.05, (n, 2))
        bands += 40 + rng.normal(0, 1, (n, 32))
    if kind == "noise":
        chroma, bands = rng.uniform(0.3, 1, (n, 12)), 40 + rng.normal(0, 5, (n, 32))
    frames = frames_of(chroma, bands)
    for bars in (downbeats(frames), np.empty(0)):
        assert find_sections(frames, bars).same_as(whole_piece(frames.duration))


def test_what_neither_repeats_nor_differs_in_its_parts_is_one_section() -> None:
    """Speech changes all the time, and every stretch of it is as the others."""
    rng = np.random.default_rng(4)
    n = 60 * ROWS_PER_BAR
    chroma = np.repeat(rng.uniform(0, 1, (n // 5, 12)) ** 3, 5, axis=0)
    bands = 40 + np.repeat(rng.normal(0, 8, (n // 5, 32)), 5, axis=0)
    frames = frames_of(chroma, bands)
    assert find_sections(frames, np.empty(0)).same_as(whole_piece(frames.duration))


def test_a_short_clip_is_one_section_and_nothing_is_none() -> None:
    frames = music("AB", bars=2)
    assert find_sections(frames, downbeats(frames)).same_as(whole_piece(8.0))
    empty = section_frames(np.zeros((1, 128), np.uint8), np.zeros((1, 12), np.uint8), 0.023, 0.01)
    assert find_sections(empty, np.empty(0)).labels == ("A",)
    assert whole_piece(0.0) is NO_SECTIONS


def test_two_hours_are_looked_at_several_bars_at_a_time() -> None:
    frames = music("AB" * 30, bars=60)
    units = section_units(frames, downbeats(frames))
    assert len(units) <= MOST_UNITS and units.bars == 3
    assert find_sections(frames, downbeats(frames)).times[-1] == frames.duration


def test_pictures_are_made_small_without_losing_their_length() -> None:
    rng = np.random.default_rng(3)
    mel = rng.integers(0, 256, (1003, 128)).astype(np.uint8)
    frames = section_frames(mel, rng.integers(0, 256, (1003, 12)).astype(np.uint8), 0.0232, 1003 * 0.0232)
    assert frames.chroma.shape == (251, 12) and frames.bands.shape == (251, 32)
    assert frames.bands[0, 0] == pytest.approx(mel[:4, :4].mean() * 80 / 255, rel=1e-5)
    assert frames.bands[-1, 3] == pytest.approx(mel[1000:, 12:16].mean() * 80 / 255, rel=1e-5)
