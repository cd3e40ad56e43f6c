"""A private PulseAudio server with a silent sink, for tests that must hear what the program plays.

The sink keeps real time and its monitor records every sample, so that a test compares what a listener would have
heard with the file. `norewinds` matters: without it each start of a stream stalls.
"""

import os
import shutil
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tests.waiting import PATIENCE

SINK = "groovescope_test"
SR = 44100
CHANNELS = 2
SECOND = "second"
"""Another sink, without a monitor that is recorded: a device that can be chosen, and taken away."""
_ASOUND = """
pcm.second {{ type pulse server "unix:{socket}" device "{second}" hint {{ show on description "second" }} }}
pcm.!default {{ type pulse server "unix:{socket}" device "{sink}" }}
ctl.!default {{ type pulse server "unix:{socket}" }}
"""


def missing_tools() -> list[str]:
    """The programs that these tests need and that are not installed."""
    return [tool for tool in ("pulseaudio", "parec") if shutil.which(tool) is None]


@dataclass(frozen=True)
class SoundServer:
    """A running server; `environment` makes a child process play to it and to nothing else."""

    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def socket(self) -> Path:
        return self.folder / "native"

    @property
    def environment(self) -> dict[str, str]:
        """Variables for the playing process; PortAudio reads them once, when it is initialised."""
        return private_environment(self.folder) | {"PULSE_SERVER": f"unix:{self.socket}"}

    @contextmanager
    def recording(self) -> Iterator["Recording"]:
        """Record the sink's monitor while the block runs."""
        recording = Recording(self)
        try:
            yield recording
        finally:
            recording.stop()


class Recording:
    """What the sink played, from the start of the recording on."""

    def __init__(self, server: SoundServer) -> None:
        command = ["parec", "--raw", f"--device={SINK}.monitor", "--format=float32le", f"--rate={SR}"]
        command += [f"--channels={CHANNELS}", "--latency-msec=5"]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=os.environ | server.environment)
        self._raw = bytearray()
        self._began_at = float("inf")
        self._thread = threading.Thread(target=self._read)
        self._thread.start()
        _wait_until(lambda: len(self._raw) > 0, "the recorder did not start")

    def _read(self) -> None:
        assert self._process.stdout is not None
        while chunk := os.read(self._process.stdout.fileno(), 1 << 16):
            self._raw += chunk
            # A chunk arrives late or in time, never early: the earliest guess is the best.
            self._began_at = min(self._began_at, time.perf_counter() - len(self._raw) / (4 * CHANNELS * SR))

    @property
    def began_at(self) -> float:
        """When the first frame was heard, as `time.perf_counter` has it in every process."""
        return self._began_at

    def stop(self) -> None:
        """Record no more."""
        self._process.terminate()
        self._process.wait(timeout=PATIENCE)
        self._thread.join(timeout=PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def samples(self) -> npt.NDArray[np.float32]:
        """Everything recorded so far [shape=(n_frames, 2)]."""
        raw = bytes(self._raw)  # which grows meanwhile
        return np.frombuffer(raw, dtype="<f4", count=len(raw) // (4 * CHANNELS) * CHANNELS).reshape(-1, CHANNELS)


def private_environment(folder: Path) -> dict[str, str]:
    """Variables that keep PulseAudio's client and server, and ALSA, inside `folder`."""
    return {
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "PULSE_RUNTIME_PATH": str(folder),
        "PULSE_STATE_PATH": str(folder),
        "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
    }


@contextmanager
def sound_server(folder: Path) -> Iterator[SoundServer]:
    """Start a server whose files all live in `folder` (a short path: sockets allow some 100 characters)."""
    socket = folder / "native"
    (folder / "asound.conf").write_text(_ASOUND.format(socket=socket, sink=SINK, second=SECOND))
    format_ = f"format=float32le rate={SR} channels={CHANNELS}"
    modules = [
        f"module-null-sink sink_name={SINK} norewinds=1 {format_}",
        f"module-null-sink sink_name={SECOND} norewinds=1 {format_}",
        f"module-native-protocol-unix socket={socket} auth-anonymous=1",
    ]
    command = ["pulseaudio", "-n", "--daemonize=no", "--system=no", "--exit-idle-time=-1", "--use-pid-file=no"]
    command += ["--disable-shm=yes", *(part for module in modules for part in ("-L", module))]
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, env=os.environ | private_environment(folder), stdout=log, stderr=log)
    try:
        _wait_until(lambda: socket.exists() or process.poll() is not None, "PulseAudio did not start")
        if process.poll() is not None:
            raise RuntimeError("PulseAudio ended at once: " + (folder / "server.log").read_text().strip())
        yield SoundServer(folder, process)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until(condition: Callable[[], bool], failure: str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError(failure)
        time.sleep(0.01)
