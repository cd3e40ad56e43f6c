"""Plays the original file: play, pause, seek, seamless loops, speed, volume, clicks on the beats. No Qt.

A thread of its own decodes ahead into a ring; PortAudio's callback (`playback_renderer`) only copies. The callers'
side never waits for a disk or a device: each call leaves a command, and `position` and `state` answer at once.
"""

import logging
import queue
import threading
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from time import perf_counter
from typing import Final

import numpy as np
from numpy.typing import ArrayLike

from core.messages import Message, Note
from desktop.playback.deck import Beats, Deck
from desktop.playback.output import OutputError, device_names, device_number, look_again, playable_rate
from desktop.playback.renderer import Renderer
from desktop.playback.resampling import ResampledSource
from desktop.playback.ring import Ring
from desktop.playback.source import SourceError, open_source
from desktop.playback.stretching import FASTEST, SLOWEST

SHORTEST_LOOP: Final = 0.02
"""Shorter passages are not repeated, in seconds."""
_TICK: Final = 0.01
_CLOSING_SECONDS: Final = 5.0
_TO_THE_END: Final = 1 << 60
_ALLOWANCE: Final = 0.5
"""By how many seconds a file may end before the length that its analysis found."""

_log = logging.getLogger(__name__)


class State(Enum):
    """What the player is doing."""

    STOPPED = "stopped"
    PLAYING = "playing"
    PAUSED = "paused"
    UNAVAILABLE = "unavailable"
    """Nothing can be heard: `error` says why. `play` looks for a device, and for the file, once more."""


def _nobody_listens() -> None:
    """Do nothing, as the listener of a player without one."""


def _nobody_chooses(_names: tuple[str, ...]) -> None:
    """Do nothing with the names of devices."""


class Player:
    """Plays one file at a time. Every method may be called from any thread, and all but `close` return at once.

    Attributes
    ----------
    on_change : called on the player's own thread when `path`, `state` or `error` has changed
    on_devices : called on the player's own thread with the names of devices, after `look_for_devices`
    """

    def __init__(self) -> None:
        self.on_change: Callable[[], None] = _nobody_listens
        self.on_devices: Callable[[tuple[str, ...]], None] = _nobody_chooses
        self._lock = threading.RLock()
        self._commands: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._deck: Deck | None = None
        self._path: Path | None = None
        self._duration = 0.0
        self._decoder = ""
        self._state = State.STOPPED
        self._trouble: Message | None = None
        self._told: tuple[Path | None, State, str | None] | None = None
        self._volume = 1.0
        self._speed = 1.0
        self._device = ""
        self._fell_back = False
        self._devices: tuple[str, ...] = ()
        self._loop: tuple[float, float] | None = None
        self._end: float | None = None
        self._clicks: Beats | None = None
        self._clicking = False
        self._target = 0.0
        self._aims = 0
        self._followed: Ring | None = None

    @property
    def state(self) -> State:
        """What the player is doing; `PLAYING` as soon as `play` was called."""
        return self._state

    @property
    def error(self) -> str | None:
        """Why nothing is heard, as one line for a person; None when nothing is wrong."""
        trouble = self._trouble
        return None if trouble is None else str(trouble)

    @property
    def trouble(self) -> Message | None:
        """Why nothing is heard, with its code; None when nothing is wrong."""
        return self._trouble

    @property
    def path(self) -> Path | None:
        """The file that was opened; None when there is none."""
        return self._path

    @property
    def duration(self) -> float:
        """Length of the piece in seconds, as given to `open`."""
        return self._duration

    @property
    def position(self) -> float:
        """What is heard now, in seconds from the file's first sample; after `seek` its target, until that is heard."""
        deck, followed = self._deck, self._followed
        heard = deck.renderer.heard(perf_counter()) if deck is not None else None
        if deck is None or heard is None or heard[0] is not followed:
            return self._target
        return min(max(followed.place(heard[1]) / deck.sr, 0.0), self._duration)

    def open(self, path: Path, duration: float, decoder: str = "") -> None:
        """Open a file of `duration` seconds, stopped at its beginning, without loop or clicks.

        `decoder` is what its analysis was decoded with, so that the same sound is heard.
        """
        with self._lock:
            self._path, self._duration, self._decoder = path, max(duration, 0.0), decoder
            self._loop = self._end = self._clicks = None
            self._state, self._trouble, self._told = State.STOPPED, None, None
            self._aim(0.0)
            self._begin()
            self._commands.put(self._take_up)

    def _begin(self) -> None:
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, args=(self._commands,), name="player", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Stop at once, close file and device, end the thread; `open` starts again."""
        with self._lock:
            self._path, self._duration = None, 0.0
            self._state, self._trouble = State.STOPPED, None
            self._aim(0.0)
            thread, self._thread = self._thread, None
            commands, self._commands = self._commands, queue.SimpleQueue()
        if thread is not None:
            commands.put(None)
            thread.join(_CLOSING_SECONDS)

    def play(self) -> None:
        """Play from `position`; after the end, from the beginning. While unavailable, look for a device again."""
        with self._lock:
            if self._path is None or self._state is State.PLAYING:
                return
            look = self._state is State.UNAVAILABLE or self._fell_back
            if self.position >= self._duration:
                self.seek(self._loop[0] if self._loop is not None else 0.0)
            self._state, self._trouble, self._told = State.PLAYING, None, None
            self._commands.put(lambda: self._start(look))

    def pause(self) -> None:
        """Stop playing and keep the place."""
        with self._lock:
            if self._state is State.PLAYING:
                self._state, self._told = State.PAUSED, None
                self._commands.put(self._halt)

    def seek(self, seconds: float) -> None:
        """Go on from `seconds`, playing or not."""
        with self._lock:
            self._aim(min(max(seconds, 0.0), self._duration))
            aims = self._aims
            self._commands.put(lambda: self._jump(aims))

    def set_loop(self, loop: tuple[float, float] | None) -> None:
        """Repeat a passage (start, end in seconds) to the sample, or play on to the end.

        From outside the passage the player jumps to its start. A seek past the passage plays on from there.
        """
        with self._lock:
            self._loop = loop if loop is not None and loop[1] - loop[0] >= SHORTEST_LOOP else None
            if self._loop is not None and not self._loop[0] <= self.position < self._loop[1]:
                self.seek(self._loop[0])
            self._commands.put(self._apply_passage)

    def set_end(self, seconds: float | None) -> None:
        """Pause at `seconds`, or play on to the end of the piece. From beyond it plays on; a loop goes first."""
        with self._lock:
            self._end = seconds
            self._commands.put(self._apply_passage)

    @property
    def speed(self) -> float:
        """How fast the piece plays, 1 as it is."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Play at half to one and a half times the speed, at the same pitch; clicks and `position` follow."""
        with self._lock:
            self._speed = min(max(speed, SLOWEST), FASTEST)
            self._commands.put(self._apply_speed)

    def set_volume(self, volume: float) -> None:
        """Loudness as a gain in [0, 1]; a change glides."""
        self._volume = min(max(volume, 0.0), 1.0)
        deck = self._deck
        if deck is not None:
            deck.renderer.volume = self._volume

    def set_device(self, name: str) -> None:
        """Play through a device of this name, as `on_devices` has it; "" is the system's default.

        Where it is not there, `error` says so and the default plays; `play` looks for it once more.
        """
        with self._lock:
            if name != self._device:
                self._device, self._fell_back = name, False
                was_playing = self._state is State.PLAYING  # what is asked for later has its own command
                self._commands.put(lambda: self._change_device(was_playing))

    def look_for_devices(self) -> None:
        """List the devices there are now; `on_devices` is called with them."""
        with self._lock:
            self._begin()
            self._commands.put(self._list_devices)

    def set_clicks(self, beat_times: ArrayLike | None, downbeats: ArrayLike | None = None) -> None:
        """Where `set_clicking` clicks (seconds), higher where the mask `downbeats` is true; None for nowhere."""
        if beat_times is not None and downbeats is not None and np.shape(beat_times) != np.shape(downbeats):
            raise ValueError(f"{np.size(beat_times)} beats but {np.size(downbeats)} marks of downbeats")
        with self._lock:
            self._clicks = None if beat_times is None else (beat_times, downbeats)
            self._commands.put(self._apply_clicks)

    def set_clicking(self, clicking: bool) -> None:
        """Switch the clicks of `set_clicks` on or off; a new player has them off."""
        with self._lock:
            self._clicking = clicking
            self._commands.put(self._apply_clicks)

    def forget_listener(self) -> None:
        """Call no listener from now on."""
        self.on_change, self.on_devices = _nobody_listens, _nobody_chooses

    def _aim(self, seconds: float) -> None:
        self._aims += 1
        self._target, self._followed = seconds, None

    # What follows runs on the player's own thread.

    def _run(self, commands: "queue.SimpleQueue[Callable[[], None] | None]") -> None:
        while True:
            sounding = self._deck is not None and self._deck.is_open
            try:
                command = commands.get(timeout=_TICK if sounding else None)
            except queue.Empty:
                command = self._watch
            if command is None:
                break
            self._attempt(command)
            while commands.empty() and (self._attempt(self._fill) or self._attempt(self._prepare)):
                pass
        self._unload()

    def _attempt(self, command: Callable[[], bool | None]) -> bool:
        """Run a command; what goes wrong becomes a state with a line. Whether there is more of it to do."""
        more = False
        try:
            more = bool(command())
        except OutputError as error:
            self._give_up(State.UNAVAILABLE, error.with_traceback(None))
        except SourceError as error:
            self._give_up(State.STOPPED if self._deck is not None else State.UNAVAILABLE, error.with_traceback(None))
        except Exception as error:  # noqa: BLE001 - whatever a decoder or a device thinks of, the thread goes on
            _log.exception("playback failed")
            self._give_up(State.UNAVAILABLE, Note("playback.failed", reason=error))
        told = (self._path, self._state, self.error)
        if told != self._told:
            self._told = told
            self.on_change()
        return more

    def _give_up(self, state: State, trouble: Message) -> None:
        with self._lock:
            self._unload()
            if self._path is not None:
                self._state, self._trouble = state, trouble

    def _take_up(self) -> None:
        with self._lock:
            if self._state is State.UNAVAILABLE:
                self._state, self._trouble = State.STOPPED, None
        self._unload()
        self._load()

    def _load(self) -> None:
        """Open the file, and find out whether and at which rate a device would play it."""
        path = self._path
        if path is None:
            return
        source = open_source(path, self._decoder)
        try:
            device = self._find_device()
            rate = playable_rate(source.sr, device)
        except OutputError:
            source.close()
            raise
        if rate != source.sr:
            source = ResampledSource(source, rate)
        renderer = Renderer(rate)
        renderer.volume = self._volume
        self._deck = Deck(source, renderer, device)
        self._apply_speed()
        self._jump(self._aims)
        self._apply_passage()
        self._apply_clicks()

    def _find_device(self) -> int | None:
        """Return the number of the chosen device; None for the default, also where the chosen one is not there."""
        if not self._device or self._fell_back:
            return None
        number = device_number(self._device)
        if number is None:
            self._fall_back()
        return number

    def _fall_back(self) -> None:
        """Play through the system's default from now on, and say so."""
        with self._lock:
            self._fell_back = True
            self._trouble = Note("playback.device_gone", name=self._device.rpartition(",")[0] or self._device)

    def _change_device(self, was_playing: bool) -> None:
        if self._deck is None:
            return
        with self._lock:
            self._trouble = None
        self._unload()
        self._load()
        if was_playing and self._state is State.PLAYING:
            self._start_deck()

    def _list_devices(self) -> None:
        try:
            if self._deck is None or not self._deck.is_open:
                look_again()
            self._devices = device_names()
        except OutputError:
            self._devices = ()
        self.on_devices(self._devices)

    def _unload(self) -> None:
        with self._lock:
            deck = self._deck
            self._target, self._followed, self._deck = self.position, None, None
        if deck is not None:
            deck.close()

    def _start(self, look: bool) -> None:
        if self._state is not State.PLAYING:
            return
        if look:
            self._fell_back = False
            self._reload()
        try:
            self._start_deck()
        except OutputError:
            self._reload()
            try:
                self._start_deck()
            except OutputError:
                if not self._device or self._fell_back:
                    raise
                self._fall_back()
                self._reload()
                self._start_deck()

    def _start_deck(self) -> None:
        if self._deck is not None:
            self._deck.start()

    def _reload(self) -> None:
        """List the devices again, so that new headphones are found: PortAudio lists them once, when it starts."""
        self._unload()
        look_again()
        self._load()

    def _halt(self) -> None:
        if self._deck is not None and self._state is not State.PLAYING:
            self._deck.stop()

    def _jump(self, aims: int) -> None:
        deck = self._deck
        if deck is None or aims != self._aims:
            return
        ring = deck.jump(round(self._target * deck.sr))
        with self._lock:
            if aims == self._aims:
                self._followed = ring

    def _apply_passage(self) -> None:
        deck, loop, end = self._deck, self._loop, self._end
        if deck is None:
            return
        if loop is None:
            deck.set_passage(None, None if end is None else round(end * deck.sr))
        else:
            to_the_end = loop[1] >= self._duration - 0.001
            deck.set_passage((round(loop[0] * deck.sr), _TO_THE_END if to_the_end else round(loop[1] * deck.sr)))

    def _apply_speed(self) -> None:
        if self._deck is not None:
            self._deck.set_speed(self._speed)

    def _apply_clicks(self) -> None:
        if self._deck is not None:
            self._deck.set_clicks(self._clicks if self._clicking else None)

    def _fill(self) -> bool:
        return self._deck is not None and self._deck.fill()

    def _prepare(self) -> bool:
        return self._deck is not None and self._deck.prepare()

    def _watch(self) -> None:
        """Look after an open device: whether it is gone, the piece has ended, a pause has faded out."""
        deck = self._deck
        if deck is None:
            return
        if deck.has_lost_device and self._device and not self._fell_back:
            self._fall_back()
            self._reload()
            if self._state is State.PLAYING:
                self._start_deck()
        elif deck.has_lost_device:
            self._give_up(State.PAUSED, Note("playback.lost_device"))
        elif deck.is_quiet and deck.ring.exhausted and self._followed is deck.ring:
            self._finish(deck)
        elif deck.is_quiet and not deck.renderer.sounding:
            deck.release()

    def _finish(self, deck: Deck) -> None:
        """Stop at the end, after everything was heard."""
        with self._lock:
            if self._followed is not deck.ring or not self._commands.empty():
                return
            reached = deck.ring.place(deck.ring.written) / deck.sr
            if deck.stops_early:
                self._aim(reached)
                self._state = State.PAUSED
            else:
                self._aim(self._duration)
                self._state = State.STOPPED
            if self._state is State.STOPPED and reached < self._duration - _ALLOWANCE and self._path is not None:
                self._aim(reached)
                self._trouble = Note("playback.ended_early", name=self._path.name)
        deck.stop()
        deck.release()
