"""Notes as sound by sampled instruments: fluidsynth in this process, without effects, and always the same."""

import ctypes
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from tools.rhythm.music import DRUMS
from tools.rhythm.performing import CLIP_SECONDS, Performance

BLOCK = 64
"""Samples that fluidsynth renders at a time; notes start at the nearest such boundary, 1.5 ms off at most."""

_DRUM_BANK = 128
_KITS = (0, 8, 16, 24, 25, 26, 32, 40, 48)
_VOLUME, _PAN, _EXPRESSION = 7, 10, 11


class Sampler:
    """A sound font, loaded once for many clips.

    Every clip is played by a synthesiser of its own, because voices that have sounded before start a little
    differently; the first one stays open, so that the samples are shared and opening another takes a tenth of a second.

    Parameters
    ----------
    font : an SF2 or SF3 file
    """

    def __init__(self, font: Path) -> None:
        self._font = font
        self._keeper = _Player(font)

    def render(self, performance: Performance, parts: set[int]) -> NDArray[np.float32]:
        """Return the sound of some parts of a performance, mono [shape=(n_samples,)] at 22,050 Hz."""
        player = _Player(self._font)
        try:
            return player.play(performance, parts)
        finally:
            player.close()


class _Player:
    """One synthesiser with one sound font, good for one clip."""

    def __init__(self, font: Path) -> None:
        import fluidsynth

        effects = {"synth.reverb.active": 0, "synth.chorus.active": 0}
        self._synth: Any = fluidsynth.Synth(gain=0.5, samplerate=float(ANALYSIS_SR), **effects)
        self._write: Any = fluidsynth._fl.fluid_synth_write_float  # the 16-bit one adds dither
        self._font = self._synth.sfload(str(font))
        if self._font < 0:
            raise OSError(f"{font} is no sound font")

    def close(self) -> None:
        """Give its memory back."""
        self._synth.delete()

    def play(self, performance: Performance, parts: set[int]) -> NDArray[np.float32]:
        """Return the sound of some parts of a performance, mono [shape=(n_samples,)] at 22,050 Hz."""
        synth, channels = self._synth, self._seat(performance, parts)
        events = []
        for note in performance.notes:
            if note.part in parts:
                channel = channels[note.part]
                events.append((round(note.start * ANALYSIS_SR / BLOCK), 1, channel, note.pitch, note.velocity))
                events.append((max(1, round(note.end * ANALYSIS_SR / BLOCK)), 0, channel, note.pitch, 0))
        events.sort()
        n_blocks = int(CLIP_SECONDS * ANALYSIS_SR) // BLOCK
        sound, now = [], 0
        for block, is_start, channel, pitch, velocity in events:
            if block >= n_blocks:
                break
            if block > now:
                sound.append(self._samples(block - now))
                now = block
            if is_start:
                synth.noteon(channel, pitch, velocity)
            else:
                synth.noteoff(channel, pitch)
        sound.append(self._samples(n_blocks - now))
        return np.concatenate(sound)

    def _seat(self, performance: Performance, parts: set[int]) -> dict[int, int]:
        """Give every part a channel of its own."""
        synth = self._synth
        free = iter(channel for channel in range(16) if channel != DRUMS)
        channels = {}
        for number in sorted(parts):
            part = performance.parts[number]
            is_drums = part.role == "drums"
            channel = channels[number] = DRUMS if is_drums else next(free)
            bank, program = (_DRUM_BANK if is_drums else 0), part.program
            if is_drums and (program not in _KITS or not self._has_preset(bank, program)):
                program = 0
            synth.program_select(channel, self._font, bank, program)
            for controller, value in ((_VOLUME, part.volume), (_PAN, 64), (_EXPRESSION, 127)):
                synth.cc(channel, controller, value)
        return channels

    def _has_preset(self, bank: int, program: int) -> bool:
        return bool(self._synth.sfpreset_name(self._font, bank, program))

    def _samples(self, n_blocks: int) -> NDArray[np.float32]:
        """Render some blocks, both channels mixed to one."""
        size = n_blocks * BLOCK
        left, right = np.empty(size, np.float32), np.empty(size, np.float32)
        pointers = [side.ctypes.data_as(ctypes.c_void_p) for side in (left, right)]
        self._write(ctypes.c_void_p(self._synth.synth), size, pointers[0], 0, 1, pointers[1], 0, 1)
        return np.asarray((left + right) / 2)
