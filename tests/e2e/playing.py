"""Runs a script with a `Player` in a process of its own, which hears of one sound server or of none.

PortAudio reads its surroundings once, when it is initialised; each scene has a process of its own. A script has
`player`, `wait(seconds)`, `until(condition)`, and `tell(**facts)`, whose facts come back as a list.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.waiting import PATIENCE

ROOT = Path(__file__).resolve().parents[2]
_PROLOGUE = """
import json, sys, threading, time
from pathlib import Path
import numpy as np
from desktop.playback.player import Player, State

wait = time.sleep
player = Player()
path = Path(sys.argv[1])
duration = float(sys.argv[2])

def tell(**facts):
    print(json.dumps(facts), flush=True)

def until(condition, seconds=120.0):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            tell(gave_up=True, state=player.state.value, position=player.position, error=player.error)
            sys.exit(3)
        time.sleep(0.002)

def open_piece():
    player.open(path, duration)
    until(lambda: player._deck is not None or player.error)

"""
_EPILOGUE = """
player.close()
tell(threads=[thread.name for thread in threading.enumerate()])
"""


def run_player(script: str, path: Path, duration: float, environment: dict[str, str]) -> list[dict[str, Any]]:
    """What `script` told, and at the end the threads that were left after `player.close()`."""
    finished = subprocess.run(
        [sys.executable, "-c", _PROLOGUE + script + _EPILOGUE, str(path), str(duration)],
        env={**os.environ, "PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    facts = [json.loads(line) for line in finished.stdout.splitlines()]
    assert finished.returncode == 0, f"{facts}\n{finished.stderr}"
    assert "Traceback" not in finished.stderr, finished.stderr
    return facts
