"""The sound card, through PortAudio: found when it is needed, never required."""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any, Final

from core.errors import ProgramError
from desktop.playback.renderer import Renderer

_LATENCY_SECONDS: Final = 0.12
"""How much the device keeps in store, so that the callback may be late while Python is busy elsewhere."""

_STDERR: Final = 2

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
    module: ModuleType = sounddevice
    return module


def playable_rate(sr: int) -> int:
    """`sr` where the default device takes it, else the device's own rate. OutputError when there is no device."""
    sounddevice = _sounddevice()
    try:
        device: Any = sounddevice.query_devices(kind="output")
        n_channels = min(2, int(device["max_output_channels"]))
        try:
            sounddevice.check_output_settings(channels=n_channels, samplerate=sr, dtype="float32")
        except sounddevice.PortAudioError:
            return int(device["default_samplerate"])
    except (sounddevice.PortAudioError, ValueError) as error:
        _log.info("no sound device: %s", error)
        raise OutputError("playback.no_device") from None
    return sr


def look_again() -> None:
    """Make PortAudio list the devices again; only while no stream is open, since it ends them all."""
    sounddevice = _sounddevice()
    try:
        with _quiet_libraries():
            sounddevice._terminate()
            sounddevice._initialize()
    except sounddevice.PortAudioError as error:
        _log.info("PortAudio did not start again: %s", error)
        raise OutputError("playback.no_device") from None


class Output:
    """An open stream to the default device that asks a `Renderer` for frames, from its creation until `close`."""

    def __init__(self, renderer: Renderer) -> None:
        sounddevice = _sounddevice()
        self._error: type[Exception] = sounddevice.PortAudioError
        try:
            device: Any = sounddevice.query_devices(kind="output")
            self._stream: Any = sounddevice.OutputStream(
                samplerate=renderer.sr,
                channels=min(2, int(device["max_output_channels"])),
                dtype="float32",
                latency=_LATENCY_SECONDS,
                callback=renderer,
            )
            self._stream.start()
        except (self._error, ValueError) as error:
            _log.info("the sound device did not open: %s", error)
            raise OutputError("playback.no_device") from None

    @property
    def active(self) -> bool:
        """Whether the device still asks for frames; False once it is gone."""
        try:
            return bool(self._stream.active)
        except self._error:
            return False

    def close(self) -> None:
        """Stop at once, whatever the device still holds."""
        try:
            self._stream.abort()
            self._stream.close()
        except self._error as error:
            _log.info("the sound device did not close: %s", error)
