"""Clicks land on their samples, whatever blocks the music comes in."""

import numpy as np
import pytest

from desktop.playback.click_track import CLICK_SECONDS, ClickTrack, click_sound

SR = 44100


def rendered(track: ClickTrack, n_frames: int, block: int) -> np.ndarray:
    music = np.zeros((n_frames, 2), dtype=np.float32)
    for start in range(0, n_frames, block):
        track.mix_into(music[start : start + block], start)
    return music


def dominant_frequency(click: np.ndarray) -> float:
    spectrum = np.abs(np.fft.rfft(click, 1 << 15))
    return float(np.argmax(spectrum) * SR / (1 << 15))


def test_a_click_begins_on_the_sample_of_its_beat() -> None:
    music = rendered(ClickTrack([0.5, 1.25], None, SR), 2 * SR, 2048)
    sounding = np.flatnonzero(music[:, 0])
    starts = sounding[np.flatnonzero(np.diff(sounding, prepend=-SR) > SR // 10)]
    # The attack rises from zero, so the first sample that is not zero is the second one.
    assert starts.tolist() == [22050 + 1, 55125 + 1]


@pytest.mark.parametrize("block", [1, 333, 4096])
def test_clicks_do_not_depend_on_where_blocks_are_cut(block: int) -> None:
    track = ClickTrack([0.0, 0.1, 0.13, 0.2], [True, False, False, True], SR)
    whole = rendered(track, 15000, 15000)
    assert np.max(np.abs(rendered(track, 15000, block) - whole)) < 1e-6
    assert np.max(np.abs(whole)) > 0.2


def test_a_downbeat_is_higher_than_a_beat() -> None:
    music = rendered(ClickTrack([0.0, 0.5], [False, True], SR), SR, 1000)[:, 0]
    beat, downbeat = music[: SR // 4], music[SR // 2 : 3 * SR // 4]
    assert dominant_frequency(downbeat) > 1.3 * dominant_frequency(beat)


def test_a_click_ends_without_a_step() -> None:
    click = click_sound(1000.0, SR)
    assert len(click) == int(CLICK_SECONDS * SR)
    assert abs(click[0]) < 1e-6 and np.max(np.abs(click[-8:])) < 1e-3


def test_clicks_over_loud_music_stay_within_full_scale() -> None:
    music = np.ones((SR, 2), dtype=np.float32)
    ClickTrack([0.1], [True], SR).mix_into(music, 0)
    assert np.max(np.abs(music)) == 1.0


def test_as_many_marks_as_beats_are_wanted() -> None:
    with pytest.raises(ValueError, match="2 beats but 1 marks"):
        ClickTrack([0.0, 1.0], [True], SR)
