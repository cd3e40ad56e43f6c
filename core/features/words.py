"""What features are called where a person reads them: beside their names, and as reasons for a likeness."""

import re
from fractions import Fraction

from core.features.extended_columns import contrast_band_hz, modulated_band_hz, pulse_range
from core.features.recipe import EXTENDED_COLUMNS, MODULATIONS_HZ, PULSE_RATIOS
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
    # only in the second recipe
    "pulse_clarity": "clarity of the pulse",
    "pulse_clarity_low": "clarity of the pulse in the bass",
    "pulse_clarity_mid": "clarity of the pulse in the middle",
    "pulse_clarity_high": "clarity of the pulse in the treble",
    "pulse_entropy": "variety of pulses",
    "onset_rate": "onsets a second",
    "onset_rate_low": "onsets a second in the bass",
    "onset_rate_mid": "onsets a second in the middle",
    "onset_rate_high": "onsets a second in the treble",
    "onset_interval_spread": "irregularity of onsets",
    "onset_strength": "strength of onsets",
    "onset_low_high_correlation": "bass and treble starting together",
    "chroma_entropy": "spread over the notes",
    "chroma_flux": "change of notes",
    "tonal_fifths": "harmony on the circle of fifths",
    "tonal_minor_thirds": "harmony on the circle of minor thirds",
    "tonal_major_thirds": "harmony on the circle of major thirds",
    "tonal_movement": "movement of the harmony",
    "tonal_clarity": "clarity of the key",
    "tonal_majorness": "major rather than minor",
    "centroid": "brightness",
    "bandwidth": "bandwidth",
    "crossings": "noisiness",
    "flatness": "likeness to noise",
    "level": "level",
    "level_below_mean": "share of quiet frames",
    "percussive_share": "share of percussion",
    "percussive_peak": "peaks of percussion",
    "harmonic_peak": "peaks of sustained sound",
}
_EXTENDED = frozenset(EXTENDED_COLUMNS)
_MFCC = re.compile(r"mfcc_?(\d+)")
_STATISTIC = re.compile(r"(.+)_(mean|var|delta_std|std|p10|p90|whole)")
_MODULATION = re.compile(r"modulation_(\d+)_(\d|depth)")
_CONTRAST = re.compile(r"contrast_(\d)_(mean|std|valley)")


def feature_words(column: str) -> str:
    """Return a column of features in words: "brightness", "change of level", "timbre (MFCC 3)"."""
    if column in WORDS:
        return tr(WORDS[column])
    if column in _EXTENDED:
        found = _pulse_words(column) or _band_words(column)
        if found is not None:
            return found
    match = _STATISTIC.fullmatch(column)
    name, statistic = match.groups() if match else (column, "mean")
    mfcc = _MFCC.fullmatch(name)
    words = tr("timbre (MFCC {number})", number=mfcc[1]) if mfcc else tr(WORDS.get(name, name))
    match statistic:
        case "mean":
            return words
        case "p10":
            return tr("lowest {words} (10 %)", words=words)
        case "p90":
            return tr("highest {words} (10 %)", words=words)
        case "delta_std":
            return tr("{words}, from frame to frame", words=words)
        case "whole":
            return tr("{words}, as a whole", words=words)
    return tr("change of {words}", words=words)


def _pulse_words(column: str) -> str | None:
    """Return what a pulse or an interval is; None for another column."""
    kind, _, rest = column.partition("_")
    if kind == "pulse" and rest in PULSE_RATIOS:
        return tr("pulse at {ratio} of the strongest period", ratio=Fraction(PULSE_RATIOS[rest]).limit_denominator(9))
    if kind == "pulse" and rest.endswith("_bpm"):
        low, high = pulse_range(int(rest.removesuffix("_bpm")))
        return tr("pulse at {low} to {high} BPM", low=low, high=high)
    if column.startswith("chroma_from_strongest_"):
        return tr("note {semitones} semitones above the strongest", semitones=column.rpartition("_")[2])
    return None


def _band_words(column: str) -> str | None:
    """Return what is measured of a band of frequencies; None for another column."""
    modulation, contrast = _MODULATION.fullmatch(column), _CONTRAST.fullmatch(column)
    if modulation is not None:
        low, high = (round(edge) for edge in modulated_band_hz(int(modulation[1])))
        if modulation[2] == "depth":
            return tr("depth of changes at {low} to {high} Hz", low=low, high=high)
        slow, fast = (f"{edge:g}" for edge in MODULATIONS_HZ[int(modulation[2]) - 1 : int(modulation[2]) + 1])
        return tr(
            "changes {slow} to {fast} times a second at {low} to {high} Hz", slow=slow, fast=fast, low=low, high=high
        )
    if contrast is not None:
        low, high = (round(edge) for edge in contrast_band_hz(int(contrast[1])))
        if contrast[2] == "valley":
            return tr("valleys at {low} to {high} Hz", low=low, high=high)
        words = tr("peaks above valleys at {low} to {high} Hz", low=low, high=high)
        return words if contrast[2] == "mean" else tr("change of {words}", words=words)
    return None
