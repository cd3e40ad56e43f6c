"""Clicks on the beats, mixed into the music to the sample, the downbeat higher than the rest."""

from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from desktop.playback.stereo import Block

CLICK_SECONDS: Final = 0.06
_BEAT_HZ: Final = 1050.0
_DOWNBEAT_HZ: Final = 1575.0  # a fifth above, so that both sound together with most music
_LEVEL: Final = 0.4
_ATTACK_SECONDS: Final = 0.001
_DECAY_SECONDS: Final = 0.011


def click_sound(frequency: float, sr: int) -> NDArray[np.float32]:
    """One click, like a knock on wood [shape=(CLICK_SECONDS * sr,)]: a tone and its overtone that die away at once."""
    time = np.arange(int(CLICK_SECONDS * sr)) / sr
    tone = np.sin(2 * np.pi * frequency * time) + 0.4 * np.sin(2 * np.pi * 2.76 * frequency * time) * np.exp(
        -time / 0.004
    )
    envelope = np.minimum(time / _ATTACK_SECONDS, 1.0) * np.exp(-time / _DECAY_SECONDS)
    envelope *= np.minimum((CLICK_SECONDS - time) / 0.005, 1.0)
    click: NDArray[np.float32] = (_LEVEL * tone * envelope).astype(np.float32)
    return click


class ClickTrack:
    """The clicks of one piece.

    Parameters
    ----------
    beat_times : seconds, rising [shape=(n_beats,)]
    downbeats : which of them are downbeats [shape=(n_beats,)], or None where unknown
    sr : sampling rate of the blocks to come, Hz
    speed : how fast the piece plays; the clicks move together or apart, and sound as always
    """

    def __init__(self, beat_times: ArrayLike, downbeats: ArrayLike | None, sr: int, speed: float = 1.0) -> None:
        times = np.asarray(beat_times, dtype=np.float64) / speed
        self._frames = np.round(times * sr).astype(np.int64)
        self._is_downbeat = np.zeros(len(times), dtype=bool) if downbeats is None else np.asarray(downbeats, dtype=bool)
        if self._is_downbeat.shape != self._frames.shape:
            raise ValueError(f"{len(times)} beats but {self._is_downbeat.size} marks of downbeats")
        self._beat, self._downbeat = click_sound(_BEAT_HZ, sr), click_sound(_DOWNBEAT_HZ, sr)

    def mix_into(self, block: Block, frame: int) -> None:
        """Add the clicks, whole or in part, that sound in `block`, which begins at `frame` of the file."""
        first = int(np.searchsorted(self._frames, frame - len(self._beat), side="right"))
        last = int(np.searchsorted(self._frames, frame + len(block), side="left"))
        for index in range(first, last):
            click = self._downbeat if self._is_downbeat[index] else self._beat
            at = int(self._frames[index]) - frame
            start, end = max(at, 0), min(at + len(click), len(block))
            block[start:end] += click[start - at : end - at, np.newaxis]
        if last > first:
            np.clip(block, -1.0, 1.0, out=block)
