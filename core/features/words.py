"""What features are called where a person reads them: beside their names, and as reasons for a likeness."""

import re

from core.language import tr

WORDS = {
    "chroma_stft": "density of notes",
    "rms": "level",
    "spectral_centroid": "brightness",
    "spectral_bandwidth": "bandwidth",
    "rolloff": "treble",
    "zero_crossing_rate": "noisiness",
    "harmony": "sustained sound",
    "perceptr": "percussion",
    "tempo": "tempo of onsets",
    # only in the tables of songs, sections, bars and beats
    "duration": "length",
    "dynamic_range": "range of level",
    "harmonic_rms": "level of sustained sound",
    "percussive_rms": "level of percussion",
    "HPR": "sustained sound to percussion",
    "spectral_rolloff": "treble",
    "chroma_cens": "density of notes, smoothed",
    "spectral_contrast": "peaks above valleys",
    "spectral_flatness": "likeness to noise",
    "bpm": "tempo of beats",
}
_MFCC = re.compile(r"mfcc_?(\d+)")
_STATISTIC = re.compile(r"(.+)_(mean|var|std)")


def feature_words(column: str) -> str:
    """Return a column of features in words: "brightness", "change of level", "timbre (MFCC 3)"."""
    match = _STATISTIC.fullmatch(column)
    name, statistic = match.groups() if match else (column, "mean")
    found = _MFCC.fullmatch(name)
    words = tr("timbre (MFCC {number})", number=found[1]) if found else tr(WORDS.get(name, name))
    return words if statistic == "mean" else tr("change of {words}", words=words)
