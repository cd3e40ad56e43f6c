"""One open file on its way to the sound card: decodes ahead, loops, clicks, jumps. Belongs to one thread."""

from time import perf_counter
from typing import Final

from desktop.playback.click_track import ClickTrack
from desktop.playback.output import Output
from desktop.playback.renderer import Renderer
from desktop.playback.ring import Loop, Ring
from desktop.playback.source import Source

AHEAD_SECONDS: Final = 0.4
"""How much is decoded before it is played."""
_PREPARED_SECONDS: Final = 0.08
"""How much must be ready before a new place begins to sound."""
_KEPT_SECONDS: Final = 0.08
"""How much stays when clicks are switched on or off, so that there is time to decode the rest again."""
_BLOCK: Final = 2048


class Deck:
    """Decoder, ring, renderer and device of one file; all methods on the player's own thread.

    Attributes
    ----------
    ring : the frames that sound or are about to; its `place` says where in the file they come from
    renderer : what the device calls; thread-safe by itself
    """

    def __init__(self, source: Source, renderer: Renderer) -> None:
        self.source = source
        self.renderer = renderer
        self.sr = source.sr
        self._output: Output | None = None
        self._loop: Loop | None = None
        self._clicks: ClickTrack | None = None
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
            self._output = Output(self.renderer)

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
        self.source.seek(place)
        self._place = place
        self.ring = self._new_ring(place)
        self._fill_up_to(_PREPARED_SECONDS)
        self.renderer.play_next(self.ring)
        return self.ring

    def set_loop(self, loop: Loop | None) -> None:
        """Repeat a passage from now on, without a seam; what was decoded otherwise is decoded again."""
        self._loop = loop
        self._go_on_from(self.ring.take_back(loop))

    def set_clicks(self, clicks: ClickTrack | None) -> None:
        """Mix clicks in, or none, from some hundredths of a second on."""
        self._clicks = clicks
        self._go_on_from(self.ring.take_back(self._loop, int(_KEPT_SECONDS * self.sr)))

    def _go_on_from(self, place: int) -> None:
        if place != self._place:
            self.source.seek(place)
            self._place = place

    def fill(self) -> bool:
        """Decode one block, if there is room for it; whether there was anything to do."""
        n_frames = min(_BLOCK, self.ring.room)
        if self.ring.ended or n_frames < min(_BLOCK, self.ring.room + 1):
            return False
        loop = self._loop if self._loop is not None and self._place < self._loop[1] else None
        block = self.source.read(n_frames if loop is None else min(n_frames, loop[1] - self._place))
        if len(block) == 0:
            self._end_or_repeat(loop)
            return True
        if self._clicks is not None:
            self._clicks.mix_into(block, self._place)
        self.ring.write(block, self._place)
        self._place += len(block)
        if loop is not None and self._place == loop[1]:
            self._go_on_from(loop[0])
        return True

    def prepare(self) -> bool:
        """Make later jumps fast, a little at a time and while nothing plays; whether there is more of it."""
        return not self.is_open and self.source.prepare()

    def _end_or_repeat(self, loop: Loop | None) -> None:
        """Repeat at the end of the file if the loop reaches beyond it and holds any of it."""
        if loop is not None and loop[0] < self._place:
            self._loop = (loop[0], self._place)
            self._go_on_from(loop[0])
        else:
            self.ring.ended = True

    def _fill_up_to(self, seconds: float) -> None:
        while self.ring.written - self.ring.read < seconds * self.sr and self.fill():
            pass

    def close(self) -> None:
        """Stop at once and close the file."""
        self.release()
        self.source.close()
