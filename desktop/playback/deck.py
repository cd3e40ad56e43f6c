"""One open file on its way to the sound card: decodes ahead, loops, clicks, jumps, at any speed. Belongs to one thread.

Its callers count in frames of the file. What is read, and what the ring holds, are frames as they are heard: at half
speed there are two of them for each of the file.
"""

from time import perf_counter
from typing import Final

import numpy as np
from numpy.typing import ArrayLike, NDArray

from desktop.playback.click_track import ClickTrack
from desktop.playback.output import Output
from desktop.playback.renderer import Renderer
from desktop.playback.ring import Loop, Ring
from desktop.playback.source import Block, Source
from desktop.playback.stretching import StretchedSource

AHEAD_SECONDS: Final = 0.4
"""How much is decoded before it is played."""
_PREPARED_SECONDS: Final = 0.08
"""How much must be ready before a new place begins to sound."""
_KEPT_SECONDS: Final = 0.08
"""How much stays when clicks are switched on or off, so that there is time to decode the rest again."""
_KEPT_AT_SPEED_SECONDS: Final = 0.15
"""The same for a change of speed, which also starts a filter."""
_BLOCK: Final = 2048
SEAM_SECONDS: Final = 0.005
"""Where one place follows another without a break, the sound goes over from one to the other in this time."""

Beats = tuple[ArrayLike, ArrayLike | None]
"""Times of beats in seconds, and which of them are downbeats, where that is known."""


class Deck:
    """Decoder, ring, renderer and device of one file; all methods on the player's own thread.

    Attributes
    ----------
    ring : the frames that sound or are about to; its `place` says where in the file they come from
    renderer : what the device calls; thread-safe by itself
    """

    def __init__(self, source: Source, renderer: Renderer, device: int | None = None) -> None:
        self._device = device
        self.source = self._file = source
        self.renderer = renderer
        self.sr = source.sr
        self.speed = 1.0
        self._output: Output | None = None
        self._loop: Loop | None = None
        self._end: int | None = None
        self._beats: Beats | None = None
        self._clicks: ClickTrack | None = None
        self._seam = round(SEAM_SECONDS * self.sr)
        self._fading = np.empty((0, 2), dtype=np.float32)
        self._faded_from: int | None = None
        self._place = 0
        self.ring = self._new_ring(0)

    def _new_ring(self, place: int) -> Ring:
        return Ring(int(AHEAD_SECONDS * self.sr), self.sr, place)

    @property
    def is_open(self) -> bool:
        """Whether the device is in use."""
        return self._output is not None

    @property
    def has_lost_device(self) -> bool:
        """Whether the device stopped asking for frames by itself."""
        return self._output is not None and not self._output.active

    @property
    def stops_early(self) -> bool:
        """Whether the end that `set_passage` gave is decoded, and nothing follows it."""
        return self._faded_from is not None

    @property
    def is_quiet(self) -> bool:
        """Whether all that was played has been heard."""
        quiet_at = self.renderer.quiet_at
        return quiet_at is not None and perf_counter() >= quiet_at

    def start(self) -> None:
        """Play from the present place. OutputError when no device opens."""
        self._fill_up_to(_PREPARED_SECONDS)
        self.renderer.sounding = True
        self.renderer.quiet_at = None
        if self._output is None:
            self._output = Output(self.renderer, self._device)

    def stop(self) -> None:
        """Fade out; `release` closes the device once it is quiet."""
        self.renderer.sounding = False

    def release(self) -> None:
        """Close the device, however much of the sound it still holds."""
        if self._output is not None:
            self._output.close()
            self._output = None

    def jump(self, place: int) -> Ring:
        """Go on at frame `place` of the file, as soon as the first of it is decoded."""
        self._place = round(place / self.speed)
        self.source.seek(self._place)
        self._fading, self._faded_from = self._fading[:0], None
        self.ring = self._new_ring(place)
        self._fill_up_to(_PREPARED_SECONDS)
        self.renderer.play_next(self.ring)
        return self.ring

    def set_passage(self, loop: Loop | None, end: int | None = None) -> None:
        """Repeat a passage from now on, or stop at `end`, without a seam; what was decoded otherwise is decoded again.

        Where the place is past the passage's end, or past `end`, it plays on.
        """
        self._loop, self._end = loop, end
        if self._faded_from is None:
            self._take_back(None)
        else:
            heard_of_fade = self.ring.read - self._faded_from
            self._take_back(max(-heard_of_fade, 0))
            if heard_of_fade <= 0:
                self._fading = self._fading[:0]  # the fade begins as what takes its place does

    def set_clicks(self, beats: Beats | None) -> None:
        """Mix clicks on beats in, or none, from some hundredths of a second on."""
        self._beats = beats
        self._take_back(round(_KEPT_SECONDS * self.sr))
        self._make_clicks()

    def set_speed(self, speed: float) -> None:
        """Play faster or slower at the same pitch, from some hundredths of a second on."""
        if speed == self.speed:
            return
        place = self._take_back(round(_KEPT_AT_SPEED_SECONDS * self.sr) if self.renderer.sounding else 0)
        self.speed = speed
        self.source = self._file if speed == 1.0 else StretchedSource(self._file, speed)
        self._place = round(place / speed)
        self.source.seek(self._place)
        self._make_clicks()

    def _make_clicks(self) -> None:
        self._clicks = None if self._beats is None else ClickTrack(*self._beats, self.sr, self.speed)

    def _take_back(self, keep: int | None) -> float:
        """Forget what was decoded for nothing; what follows instead fades in over its beginning. Returns the place."""
        passage = (self._end, self._end) if self._loop is None and self._end is not None else self._loop
        place = self.ring.take_back(passage, keep, self._seam)
        if len(self.ring.taken_back):
            self._fading = self.ring.taken_back
        self._faded_from = None
        self._go_on_from(round(place / self.speed))
        return place

    def _go_on_from(self, place: int) -> None:
        if place != self._place:
            self.source.seek(place)
            self._place = place

    def fill(self) -> bool:
        """Decode one block, if there is room for it; whether there was anything to do."""
        n_frames = min(_BLOCK, self.ring.room)
        if self.ring.ended or n_frames < min(_BLOCK, self.ring.room + 1):
            return False
        loop, end = self._passage_ahead()
        if end is None:
            self._continue(n_frames, loop)
        elif self._place < end - self._seam:
            self._continue(min(n_frames, end - self._seam - self._place), loop)
        else:
            self._come_to(end, loop)
        return True

    def _passage_ahead(self) -> tuple[Loop | None, int | None]:
        """Return the passage that repeats, if the place is before its end, and where it or the playing ends."""
        if self._loop is not None:
            border = round(self._loop[1] / self.speed)
            return (self._loop, border) if self._place < border else (None, None)
        if self._end is not None and self._place <= (border := round(self._end / self.speed)):
            return None, border
        return None, None

    def _continue(self, n_frames: int, loop: Loop | None) -> None:
        place = self._place
        block = self._read(n_frames)
        if len(block):
            self._write(block, place)
        else:
            self._end_or_repeat(loop)

    def _come_to(self, end: int, loop: Loop | None) -> None:
        """Write the last frames before `end`: they give way to those before the loop's beginning, or fade out."""
        place = self._place
        ending = self._read(end - place)
        if len(ending) < end - place:  # the file ends here
            self._write(ending, place)
            self._end_or_repeat(loop)
        elif loop is not None:
            self._repeat(ending, place, loop)
        else:
            self._faded_from = self.ring.written
            self._write(ending * _rising(len(ending))[::-1], place)
            self.ring.ended = True

    def _repeat(self, ending: Block, place: int, loop: Loop) -> None:
        start = round(loop[0] / self.speed)
        self._go_on_from(max(start - len(ending), 0))
        before = self._read(start - self._place)
        rising = _rising(len(ending))
        ending = ending * rising[::-1]
        if len(before):
            ending[-len(before) :] += before * rising[-len(before) :]
        self._write(ending, place)
        self._go_on_from(start)

    def _read(self, n_frames: int) -> Block:
        block = self.source.read(n_frames)
        if self._clicks is not None:
            self._clicks.mix_into(block, self._place)
        self._place += len(block)
        return block

    def _write(self, block: Block, place: int) -> None:
        n_frames = min(len(self._fading), len(block))
        if n_frames:
            rising = _rising(n_frames)
            block[:n_frames] = block[:n_frames] * rising + self._fading[:n_frames] * rising[::-1]
            self._fading = self._fading[:0]
        if len(block):
            self.ring.write(block, place * self.speed, self.speed)

    def prepare(self) -> bool:
        """Make later jumps fast, a little at a time and while nothing plays; whether there is more of it."""
        return not self.is_open and self.source.prepare()

    def _end_or_repeat(self, loop: Loop | None) -> None:
        """Repeat at the end of the file if the loop reaches beyond it and holds any of it."""
        end = round(self._place * self.speed)
        if loop is None or loop[0] >= end:
            self.ring.ended = True
            return
        keep = self.ring.written - self.ring.read - min(self._seam, self._place - round(loop[0] / self.speed))
        place = self.ring.take_back(loop, max(keep, 0), self._seam)
        self._loop = (loop[0], end)
        self._repeat(self.ring.taken_back, round(place / self.speed), loop)

    def _fill_up_to(self, seconds: float) -> None:
        while self.ring.written - self.ring.read < seconds * self.sr and self.fill():
            pass

    def close(self) -> None:
        """Stop at once and close the file."""
        self.release()
        self.source.close()


def _rising(n_frames: int) -> NDArray[np.float32]:
    """Return gains from 0 to 1 [shape=(n_frames, 1)]; with the same ones backwards they sum to 1."""
    rising: NDArray[np.float32] = np.sin(np.linspace(0.0, np.pi / 2, n_frames + 2)[1:-1]) ** 2
    return rising.astype(np.float32)[:, np.newaxis]
