"""What the sound card is given: exact samples, fades where sound begins or ends, and the place that is heard."""

import itertools

import numpy as np
import pytest

from desktop.playback.renderer import FADE_SECONDS, VOLUME_SECONDS, Renderer
from desktop.playback.ring import Ring

SR = 44100
FADE = round(FADE_SECONDS * SR)


def ring_of(value: float, n_frames: int = SR, place: int = 0) -> Ring:
    ring = Ring(n_frames, SR, place)
    ring.write(np.full((n_frames, 2), value, dtype=np.float32), place)
    return ring


def renderer_of(ring: Ring) -> Renderer:
    renderer = Renderer(SR)
    renderer.sounding = True
    renderer.play_next(ring)
    return renderer


def render(
    renderer: Renderer, n_frames: int, block: int = 512, heard_at: float = 0.0, n_channels: int = 2
) -> np.ndarray:
    out = np.full((n_frames, n_channels), np.nan, dtype=np.float32)
    for start in range(0, n_frames, block):
        renderer.render(out[start : start + block], heard_at + start / SR)
    return out


def steepest(samples: np.ndarray) -> float:
    return float(np.max(np.abs(np.diff(samples[:, 0], prepend=0.0))))


@pytest.mark.parametrize("block", [64, 512, 441, 10_000])
def test_after_the_fade_in_samples_are_the_ring_s_own(block: int) -> None:
    ring = Ring(SR, SR, 0)
    noise = np.random.default_rng(0).uniform(-1, 1, (SR, 2)).astype(np.float32)
    ring.write(noise, 0)
    out = render(renderer_of(ring), SR, block)
    assert np.array_equal(out[FADE + 1 :], noise[FADE + 1 :])
    assert abs(out[0, 0]) < 0.02


def test_a_pause_fades_out_and_play_goes_on_from_there() -> None:
    renderer = renderer_of(ring_of(0.5))
    first = render(renderer, 2048)
    renderer.sounding = False
    faded = render(renderer, 2048)
    assert steepest(np.concatenate([first, faded])) < 0.5 / FADE * 1.5
    assert not faded[FADE + 1 :].any()
    ring = renderer.ring
    assert ring is not None and abs(ring.read - 2048 - FADE) <= 1
    renderer.sounding = True
    assert steepest(render(renderer, 2048)) < 0.5 / FADE * 1.5


def test_a_jump_fades_from_one_place_to_the_other() -> None:
    renderer = renderer_of(ring_of(0.5))
    render(renderer, 4096)
    renderer.play_next(ring_of(-0.5))
    out = render(renderer, 4096)
    assert float(np.max(np.abs(np.diff(out[:, 0])))) < 0.5 / FADE * 1.5
    assert (out[2 * FADE + 2 :] == -0.5).all()


def test_a_change_of_volume_glides() -> None:
    renderer = renderer_of(ring_of(0.8))
    render(renderer, 4096)
    renderer.volume = 0.25
    out = render(renderer, 4096)
    assert float(np.max(np.abs(np.diff(out[:, 0], prepend=0.8)))) <= 0.8 / (VOLUME_SECONDS * SR) * 1.1
    assert out[-1, 0] == pytest.approx(0.2)


def test_silence_follows_where_frames_are_missing() -> None:
    renderer = renderer_of(ring_of(0.5, 1000))
    out = render(renderer, 2048)
    assert not out[1000:].any()
    assert renderer.underruns > 0


def test_the_end_of_the_piece_is_no_underrun() -> None:
    ring = ring_of(0.5, 1000)
    ring.ended = True
    renderer = renderer_of(ring)
    renderer.quiet_at = None
    render(renderer, 2048, heard_at=10.0)
    assert renderer.underruns == 0
    assert renderer.quiet_at == pytest.approx(10.0 + 1000 / SR)


def test_one_loudspeaker_gets_the_mean() -> None:
    ring = Ring(SR, SR, 0)
    ring.write(np.tile(np.array([0.2, 0.6], dtype=np.float32), (SR, 1)), 0)
    out = render(renderer_of(ring), 2048, n_channels=1)
    assert out[-1, 0] == pytest.approx(0.4)


def test_heard_is_what_leaves_the_loudspeakers_not_what_was_handed_over() -> None:
    ring = ring_of(0.5, SR, place=5 * SR)
    renderer = renderer_of(ring)
    render(renderer, 8192, heard_at=100.0)
    heard = renderer.heard(100.0 + 0.05)
    assert heard is not None and heard[0] is ring
    assert ring.place(heard[1]) / SR == pytest.approx(5.05, abs=1e-4)
    assert renderer.heard(99.0) == (ring, 0)
    assert renderer.heard(200.0) == (ring, 8192)


def test_heard_never_goes_back_when_the_device_s_clock_jitters() -> None:
    renderer = renderer_of(ring_of(0.5))
    rng = np.random.default_rng(1)
    heard: list[int] = []
    for number in range(60):
        render(renderer, 512, heard_at=0.1 + number * 512 / SR + rng.uniform(-0.004, 0.004))
        for step in range(5):
            place = renderer.heard(number * 512 / SR + step / 5 * 512 / SR)
            assert place is not None
            heard.append(place[1])
    assert all(later >= earlier for earlier, later in itertools.pairwise(heard))
    assert heard[-1] > 20_000
