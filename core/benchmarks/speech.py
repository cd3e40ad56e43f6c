"""Speech that the program espeak-ng makes, for sounds that are no music."""

import io
import shutil
import subprocess
from typing import Final

import numpy as np
from numpy.typing import NDArray

VOICES: Final = ("en", "en-us", "de", "fr", "it", "ru", "es", "pl")
_VARIANTS = ("", "+m1", "+m3", "+m7", "+f1", "+f2", "+f4")
_SENTENCES = (
    "The morning train was late again, and nobody on the platform seemed to mind.",
    "Please put the blue boxes on the left and the green ones behind the door.",
    "Rain is expected over the northern hills until the early evening.",
    "He counted the coins twice before he closed the shop.",
    "A good report says what was measured, how, and what went wrong.",
    "Turn right after the bridge and follow the river for two miles.",
    "The committee will meet on Thursday to discuss the new budget.",
    "She had never seen so many lights in one small harbour.",
)


def can_speak() -> bool:
    """Whether espeak-ng is installed."""
    return shutil.which("espeak-ng") is not None


def speech(voice: str, seed: int, seconds: float = 30.0, sr: int = 22050) -> NDArray[np.float32]:
    """Return some sentences in a voice, at a pace, a pitch and a level that follow from `seed`.

    Raises
    ------
    FileNotFoundError : where espeak-ng is not installed
    """
    import soundfile
    import soxr

    random = np.random.default_rng([seed, *voice.encode()])
    order = random.permutation(len(_SENTENCES)).tolist() * (1 + int(seconds // 20))
    spoken = subprocess.run(
        [
            "espeak-ng", "--stdout", "-v", f"{voice}{random.choice(_VARIANTS)}", "-s", str(random.integers(120, 200)),
            "-p", str(random.integers(20, 80)), " ".join(_SENTENCES[place] for place in order),
        ],
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    y, rate = soundfile.read(io.BytesIO(spoken), dtype="float32")
    y = soxr.resample(y, rate, sr)[: round(seconds * sr)]
    level = 10.0 ** (random.uniform(-36.0, -3.0) / 20)
    return np.asarray(level * y / max(float(np.abs(y).max()), 1e-9), dtype=np.float32)
