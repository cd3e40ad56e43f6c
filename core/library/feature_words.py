"""What a feature is called where a person reads why two tracks are alike."""

import re

_WORDS = {
    "chroma_stft": "density of notes",
    "rms": "level",
    "spectral_centroid": "brightness",
    "spectral_bandwidth": "bandwidth",
    "rolloff": "treble",
    "zero_crossing_rate": "noisiness",
    "harmony": "sustained sound",
    "perceptr": "percussion",
    "tempo": "tempo of onsets",
}
_MFCC = re.compile(r"mfcc(\d+)")


def feature_words(column: str) -> str:
    """Return a column of the genre table in words: "brightness", "change of level", "timbre (MFCC 3)"."""
    name, _, statistic = column.rpartition("_") if column.endswith(("_mean", "_var")) else (column, "", "")
    found = _MFCC.fullmatch(name)
    words = f"timbre (MFCC {found[1]})" if found else _WORDS.get(name, name)
    return f"change of {words}" if statistic == "var" else words
