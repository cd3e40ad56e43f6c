"""Short files of every kind that tags can be written into."""

from pathlib import Path

import av
import numpy as np
import soundfile

KINDS = ("mp3", "wav", "aiff", "flac", "ogg", "opus", "m4a", "wv")
SR = 24_000


def make(folder: Path, kind: str, name: str = "song") -> Path:
    """Write a second of noise."""
    path = folder / f"{name}.{kind}"
    y = np.random.default_rng(1).normal(0, 0.1, SR).astype(np.float32)
    if kind in ("m4a", "wv"):
        with av.open(str(path), "w") as container:
            stream = container.add_stream({"m4a": "aac", "wv": "wavpack"}[kind], rate=SR)
            frame = av.AudioFrame.from_ndarray(y[None], format="fltp", layout="mono")
            frame.sample_rate = SR
            for packet in (*stream.encode(frame), *stream.encode(None)):
                container.mux(packet)
    elif kind == "opus":
        soundfile.write(path, y, SR, format="OGG", subtype="OPUS")
    else:
        soundfile.write(path, y, SR)
    return path
