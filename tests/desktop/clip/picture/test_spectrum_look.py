"""Axis, range and gain of the spectrogram."""

from typing import Any

import numpy as np
import pytest

from desktop.clip.picture.colormap import N_COLOURS, _oklab
from desktop.clip.picture.spectrum_look import AXES, Axis, SpectrumLook
from desktop.widgets.theme import DARK, LIGHT, Theme

CENTRES = np.geomspace(30.0, 10_000.0, 128)


def lightness(colours: np.ndarray) -> np.ndarray:
    """Lightness of colours [shape=(n,)]."""
    return np.array([_oklab(f"#{int(colour) & 0xFFFFFF:06x}")[0] for colour in colours])


@pytest.mark.parametrize("axis", AXES)
def test_bands_and_heights_are_each_others_reverse(axis: Axis) -> None:
    look, hertz = SpectrumLook(axis), np.array([120.0, 440.0, 2000.0, 9000.0])
    bands = look.bands_at(look.shares_of(hertz, CENTRES), CENTRES)
    np.testing.assert_allclose(np.interp(bands, np.arange(128), CENTRES), hertz, rtol=0.01)


def test_octaves_are_even_on_a_log_axis_and_hertz_on_a_linear_one() -> None:
    octaves = SpectrumLook("log").shares_of(np.array([100.0, 200.0, 400.0, 800.0]), CENTRES)
    np.testing.assert_allclose(np.diff(octaves), np.diff(octaves)[0])
    steps = SpectrumLook("linear").shares_of(np.array([1000.0, 2000.0, 3000.0]), CENTRES)
    np.testing.assert_allclose(np.diff(steps), np.diff(steps)[0])


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("look", [SpectrumLook(), SpectrumLook("log", 30, -20), SpectrumLook("mel", 40, 40)])
def test_silence_is_palest_whatever_range_and_gain(theme: Theme, look: SpectrumLook) -> None:
    found = lightness(look.colours(theme))
    assert found[0] == found.max()
    assert (np.diff(found) <= 0.005).all()  # never lighter where it is louder, but for rounding


def test_a_narrower_range_leaves_out_the_quiet_and_gain_brings_it_back() -> None:
    quiet = round((N_COLOURS - 1) * 0.4)  # 48 dB below the loudest
    whole, narrow, raised = (look.colours(LIGHT)[quiet] for look in (
        SpectrumLook(), SpectrumLook(range=40), SpectrumLook(range=40, gain=20),
    ))  # fmt: skip
    silence = SpectrumLook().colours(LIGHT)[0]
    assert narrow == silence != whole
    assert raised != silence


@pytest.mark.parametrize("plain", [{}, {"axis": "bark", "range": 5, "gain": "loud"}, {"axis": 3, "range": True}])
def test_damaged_settings_are_the_default(plain: dict[str, Any]) -> None:
    assert SpectrumLook.from_plain(plain) == SpectrumLook()


def test_settings_give_back_what_they_were_given() -> None:
    look = SpectrumLook("linear", 45, 15)
    assert SpectrumLook.from_plain(look.to_plain()) == look
