"""The sound card, through PortAudio: found when it is needed, never required.

A device is called by its name and its system ("USB Audio, ALSA"), which outlive a restart as its number does not.
"""

import ctypes
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import ModuleType
from typing import Any, Final

from core.errors import ProgramError
from desktop.playback.renderer import Renderer

_LATENCY_SECONDS: Final = 0.12
"""How much the device keeps in store, so that the callback may be late while Python is busy elsewhere."""

_STDERR: Final = 2

_SAY_NOTHING: Final = ctypes.CFUNCTYPE(None)(lambda: None)
"""What ALSA calls with its messages; it is held here, since ALSA keeps no Python object alive."""

_open: "set[Output]" = set()
"""Streams that play now, of whatever player: listing the devices again would end them."""

_log = logging.getLogger(__name__)


class OutputError(ProgramError):
    """There is no way to be heard."""


@contextmanager
def _quiet_libraries() -> Iterator[None]:
    """Discard what ALSA and JACK print about missing devices while PortAudio searches: one line of ours replaces it."""
    try:
        own = os.dup(_STDERR)
    except OSError:  # there is no standard error to keep clean
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, _STDERR)
        yield
    finally:
        os.dup2(own, _STDERR)
        os.close(own)
        os.close(nowhere)


def _sounddevice() -> ModuleType:
    try:
        with _quiet_libraries():
            import sounddevice
    except OSError:
        raise OutputError("playback.no_library") from None
    _silence_alsa()
    module: ModuleType = sounddevice
    return module


@cache
def _silence_alsa() -> None:
    """Discard what ALSA prints while it plays, such as that a busy machine was late, once in this process."""
    if not sys.platform.startswith("linux"):
        return
    try:
        alsa = ctypes.CDLL("libasound.so.2")  # the one that PortAudio has loaded
    except OSError:
        return
    for name in ("snd_lib_error_set_handler", "snd_lib_log_set_handler"):  # ALSA has the latter since 1.2.14
        if hasattr(alsa, name):
            getattr(alsa, name)(_SAY_NOTHING)


def device_names() -> tuple[str, ...]:
    """Return what can be chosen beside the system's default, as PortAudio has listed it. OutputError without it."""
    numbers = _numbers()
    return tuple(sorted(numbers, key=numbers.__getitem__))


def device_number(name: str) -> int | None:
    """Return PortAudio's number of a device; None when it is not there."""
    return _numbers().get(name)


def _numbers() -> dict[str, int]:
    sounddevice = _sounddevice()
    try:
        systems = [str(system["name"]) for system in sounddevice.query_hostapis()]
        return {
            f"{device['name']}, {systems[device['hostapi']]}": number
            for number, device in reversed(list(enumerate(sounddevice.query_devices())))
            if device["max_output_channels"] > 0
        }
    except (sounddevice.PortAudioError, ValueError) as error:
        _log.info("no list of sound devices: %s", error)
        return {}


def playable_rate(sr: int, device: int | None = None) -> int:
    """`sr` where a device takes it, else the device's own rate; None is the default. OutputError when there is none."""
    sounddevice = _sounddevice()
    try:
        facts: Any = sounddevice.query_devices(device, kind="output")
        n_channels = min(2, int(facts["max_output_channels"]))
        try:
            sounddevice.check_output_settings(device=device, channels=n_channels, samplerate=sr, dtype="float32")
        except sounddevice.PortAudioError:
            return int(facts["default_samplerate"])
    except (sounddevice.PortAudioError, ValueError) as error:
        _log.info("no sound device: %s", error)
        raise OutputError("playback.no_device") from None
    return sr


def look_again() -> None:
    """Make PortAudio list the devices again, unless a stream is open, since it would end."""
    if _open:
        return
    sounddevice = _sounddevice()
    try:
        with _quiet_libraries():
            sounddevice._terminate()
            sounddevice._initialize()
    except sounddevice.PortAudioError as error:
        _log.info("PortAudio did not start again: %s", error)
        raise OutputError("playback.no_device") from None


class Output:
    """An open stream that asks a `Renderer` for frames, from its creation until `close`; None is the default device."""

    def __init__(self, renderer: Renderer, device: int | None = None) -> None:
        sounddevice = _sounddevice()
        self._error: type[Exception] = sounddevice.PortAudioError
        try:
            facts: Any = sounddevice.query_devices(device, kind="output")
            self._stream: Any = sounddevice.OutputStream(
                device=device,
                samplerate=renderer.sr,
                channels=min(2, int(facts["max_output_channels"])),
                dtype="float32",
                latency=_LATENCY_SECONDS,
                callback=renderer,
            )
            self._stream.start()
        except (self._error, ValueError) as error:
            _log.info("the sound device did not open: %s", error)
            raise OutputError("playback.no_device") from None
        _open.add(self)

    @property
    def active(self) -> bool:
        """Whether the device still asks for frames; False once it is gone."""
        try:
            return bool(self._stream.active)
        except self._error:
            return False

    def close(self) -> None:
        """Stop at once, whatever the device still holds."""
        _open.discard(self)
        try:
            self._stream.abort()
            self._stream.close()
        except self._error as error:
            _log.info("the sound device did not close: %s", error)
