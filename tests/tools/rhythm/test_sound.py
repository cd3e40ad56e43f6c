"""Rendered sound: notes at the stated time, the same clip every time, the program's own spectrum of it."""

from importlib.util import find_spec

import numpy as np
import pytest
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.rhythm.tempo import log_mel
from core.spectrum.slices import measure_slices
from tools.rhythm.electronic import render_part, sing
from tools.rhythm.music import Part
from tools.rhythm.performing import Performance, TimedNote
from tools.rhythm.rendering import FONTS, spectrum_of
from tools.rhythm.sampling import BLOCK, Sampler

TIMES = 0.5 + 0.7313 * np.arange(30)
FONT = FONTS[0].path
needs_fluidsynth = pytest.mark.skipif(
    find_spec("fluidsynth") is None or not FONT.exists(),
    reason="needs pyfluidsynth (tools/rhythm/requirements.lock) and Debian's fluid-soundfont-gm",
)


def hits(pitch: int, is_electronic: bool, program: int = 0) -> Performance:
    notes = [TimedNote(float(time), float(time) + 0.1, 0, pitch, 110) for time in TIMES]
    part = Part("drums", program, [], 100, is_electronic)
    return Performance(notes, [part], TIMES, np.arange(len(TIMES)) % 4 + 1)


def delays(sound: NDArray[np.float32]) -> NDArray[np.float64]:
    """Seconds from each stated time to where the sound first is at a tenth of its peak."""
    found = []
    for time in TIMES:
        start = int((time - 0.02) * ANALYSIS_SR)
        window = np.abs(sound[start : start + 2200])
        found.append((start + int(np.argmax(window > 0.1 * window.max()))) / ANALYSIS_SR - time)
    return np.array(found)


@pytest.mark.parametrize("pitch", [36, 37, 38, 42])
def test_own_drums_sound_at_the_stated_time(pitch: int) -> None:
    late = delays(render_part(np.random.default_rng(0), hits(pitch, True), 0))
    assert np.abs(late).max() < 0.003


@needs_fluidsynth
@pytest.mark.parametrize("pitch", [37, 42])
def test_sampled_drums_sound_at_the_stated_time(pitch: int) -> None:
    late = delays(Sampler(FONT).render(hits(pitch, False), {0}))
    assert np.abs(late - np.median(late)).max() < BLOCK / ANALYSIS_SR
    assert -0.001 < np.median(late) < 0.004  # the attack of the sample is part of it


@needs_fluidsynth
def test_a_clip_is_the_same_whatever_was_rendered_before() -> None:
    sampler = Sampler(FONT)
    first = sampler.render(hits(38, False), {0})
    sampler.render(hits(49, False, program=16), {0})
    assert np.array_equal(first, sampler.render(hits(38, False), {0}))


def test_a_sung_note_begins_softly_but_not_late() -> None:
    notes = [TimedNote(float(time), float(time) + 0.5, 0, 62, 100) for time in TIMES]
    voice = sing(np.random.default_rng(1), notes)
    assert np.isfinite(voice).all()
    late = delays(voice.astype(np.float32))
    assert np.median(np.abs(late)) < 0.06


def test_the_spectrum_is_the_one_the_program_measures() -> None:
    sound = render_part(np.random.default_rng(0), hits(38, True), 0)
    (tracks,) = measure_slices(sound, [(0, len(sound))])
    assert np.allclose(spectrum_of(sound), log_mel(tracks.frames.mel), atol=0.01)
