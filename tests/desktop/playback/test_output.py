"""What reaches standard error of the library that plays."""

import subprocess
import sys

import pytest

from desktop.playback.output import OutputError, _sounddevice
from tests.waiting import PATIENCE

COMPLAINT = """
import ctypes
from desktop.playback.output import device_names
{before}
alsa, device = ctypes.CDLL("libasound.so.2"), ctypes.c_void_p()
alsa.snd_pcm_open(ctypes.byref(device), b"no-such-device", 0, 0)
"""


def complain(before: str) -> str:
    """What stands on standard error when ALSA is asked for a device that is not there."""
    command = [sys.executable, "-c", COMPLAINT.format(before=before)]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=True).stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ALSA is of Linux")
def test_alsa_says_nothing_once_there_is_sound() -> None:
    try:
        _sounddevice()
    except OutputError:
        pytest.skip("needs PortAudio")
    assert "no-such-device" in complain("")
    assert complain("device_names()") == ""
