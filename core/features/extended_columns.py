"""The columns that the second recipe adds: their units and what they mean, in the order of `EXTENDED_COLUMNS`.

Frames are 2,048 samples long and 512 apart, at 22,050 Hz. Levels are relative to the piece, so that a gain changes no
number; chroma is relative to its strongest note, so that a transposition changes none.
"""

from collections.abc import Iterator
from itertools import pairwise

from core.features.recipe import (
    CIRCLES,
    MODULATIONS_HZ,
    N_CONTRAST_BANDS,
    N_EXTENDED_MFCC,
    N_MODULATED_BANDS,
    ONSET_BANDS,
    PULSE_BPM,
    PULSE_RATIOS,
)
from core.features.table import Column
from core.spectrum.filter_banks import N_MELS, mel_frequencies

_TRACKS = {
    "centroid": ("Hz", "Centre of mass of the magnitude spectrum"),
    "bandwidth": ("Hz", "Spread of the magnitude spectrum around its centroid"),
    "rolloff": ("Hz", "Frequency below which 85 % of the magnitude lies"),
    "crossings": ("", "Share of neighbouring samples with opposite signs"),
}
_RATIO_WORDS = {
    "quarter": "a quarter of", "third": "a third of", "half": "half", "two_thirds": "two thirds of",
    "three_halves": "one and a half times", "double": "twice", "triple": "three times", "fourfold": "four times",
}  # fmt: skip
_PERCENTILES = {"p10": "10th percentile of the frames", "p90": "90th percentile of the frames"}
_SHARE_STATISTICS = (
    ("mean", "mean"), ("std", "standard deviation"), ("p10", "10th percentile"), ("p90", "90th percentile"),
)  # fmt: skip
_ONSETS_HZ = {"low": "below 200 Hz", "mid": "from 200 to 2,000 Hz", "high": "above 2,000 Hz"}


def modulated_band_hz(band: int) -> tuple[float, float]:
    """Return the centres of the lowest and the highest mel band of one of the ten wider bands, counted from 1, Hz."""
    edge = [number * N_MELS // N_MODULATED_BANDS for number in (band - 1, band)]
    centres = mel_frequencies()
    return float(centres[edge[0]]), float(centres[edge[1] - 1])


def contrast_band_hz(band: int) -> tuple[float, float]:
    """Return the edges of one of the seven bands of the spectral contrast, counted from 1, Hz."""
    edges = [0.0, *(200.0 * 2.0**octave for octave in range(N_CONTRAST_BANDS - 1)), 11025.0]
    return edges[band - 1], edges[band]


def pulse_range(bpm: int) -> tuple[int, int]:
    """Return the lowest and the highest tempo of the range of pulses that begins at `bpm`, BPM."""
    edges = (*PULSE_BPM, 320)
    return bpm, edges[edges.index(bpm) + 1]


def _modulation() -> Iterator[Column]:
    for band in range(1, N_MODULATED_BANDS + 1):
        low, high = modulated_band_hz(band)
        where = f"of the mel bands from {low:.0f} to {high:.0f} Hz"
        for part, (slow, fast) in enumerate(pairwise(MODULATIONS_HZ), 1):
            yield Column(
                f"modulation_{band}_{part}",
                "",
                f"Share of {slow:g} to {fast:g} Hz in the changes of the level {where} at 0.5 to 20 Hz; windows of 6 s",
            )
        yield Column(f"modulation_{band}_depth", "dB", f"Standard deviation of the level {where} in windows of 6 s")


def _rhythm() -> Iterator[Column]:
    what = "autocorrelation of the onset strength, in windows of 8 s"
    for bpm in PULSE_BPM:
        yield Column(f"pulse_{bpm}_bpm", "", f"Highest {what}, from {bpm} to {pulse_range(bpm)[1]} BPM")
    for name in PULSE_RATIOS:
        yield Column(f"pulse_{name}", "", f"{what.capitalize()}, at {_RATIO_WORDS[name]} the strongest period")
    yield Column("pulse_clarity", "", f"Highest {what}, from 40 to 258 BPM")
    yield Column("pulse_entropy", "", f"Entropy of the {what}; 0: one pulse, 1: all alike")
    yield Column("onset_rate", "1/s", "Onsets a second")
    yield Column("onset_interval_spread", "", "Standard deviation of the time between onsets over its mean")
    for statistic, words in (("mean", "mean"), ("std", "standard deviation"), ("p90", "90th percentile")):
        yield Column(f"onset_strength_{statistic}", "dB", f"Rise of the log mel spectrum; {words} over the frames")
    for band in ONSET_BANDS:
        yield Column(f"onset_rate_{band}", "1/s", f"Onsets a second {_ONSETS_HZ[band]}")
        yield Column(f"pulse_clarity_{band}", "", f"Highest {what}, of what lies {_ONSETS_HZ[band]}")
    yield Column("onset_low_high_correlation", "", "Correlation of the onset strengths below 200 and above 2,000 Hz")


def _tonal() -> Iterator[Column]:
    for step in range(12):
        yield Column(
            f"chroma_from_strongest_{step}", "", f"Share of the pitch class {step} semitones above the strongest"
        )
    yield Column("chroma_entropy_mean", "", "Entropy of the pitch classes in steps of 0.26 s; mean over the steps")
    yield Column("chroma_entropy_std", "", "Entropy of the pitch classes in steps of 0.26 s; standard deviation")
    yield Column("chroma_flux_mean", "", "Sum of the changes of the twelve shares from step to step, mean")
    for circle in CIRCLES:
        what = f"Distance of the tonal centroid from the middle of the circle of {circle.replace('_', ' ')}"
        yield Column(f"tonal_{circle}_mean", "", f"{what}; mean over steps of 0.26 s")
        yield Column(f"tonal_{circle}_std", "", f"{what}; standard deviation over steps of 0.26 s")
        yield Column(f"tonal_{circle}_whole", "", f"{what}; of the mean chroma")
    yield Column("tonal_movement_mean", "", "Distance of the tonal centroids of neighbouring steps of 0.26 s; mean")
    yield Column("tonal_movement_std", "", "Distance of the tonal centroids of neighbouring steps; standard deviation")
    yield Column("tonal_clarity", "", "Highest correlation of the mean chroma with the profile of a key")
    yield Column("tonal_majorness", "", "Highest correlation with a major key less the highest with a minor one")


def _texture() -> Iterator[Column]:
    for band in range(1, N_CONTRAST_BANDS + 1):
        low, high = contrast_band_hz(band)
        where = f"from {low:.0f} to {high:.0f} Hz"
        yield Column(f"contrast_{band}_mean", "dB", f"Peaks above valleys {where}; mean over the frames")
        yield Column(f"contrast_{band}_std", "dB", f"Peaks above valleys {where}; standard deviation over the frames")
        yield Column(f"contrast_{band}_valley", "dB", f"Mean valley {where}, relative to the highest peak of all bands")
    for number in range(1, N_EXTENDED_MFCC + 1):
        what = f"Mel-frequency cepstral coefficient {number - 1} of the log mel spectrum in dB"
        for statistic, words in _PERCENTILES.items():
            yield Column(f"mfcc{number}_{statistic}", "", f"{what}; {words}, less the mean")
        yield Column(f"mfcc{number}_delta_std", "", f"{what}; standard deviation of its change from frame to frame")
    for name, (unit, what) in _TRACKS.items():
        for statistic, words in _PERCENTILES.items():
            yield Column(f"{name}_{statistic}", unit, f"{what}; {words}")
    yield Column("centroid_delta_std", "Hz", "Change of the centroid from frame to frame; standard deviation")
    flatness = "Geometric over arithmetic mean of the power"
    yield Column("flatness_mean", "dB", f"{flatness}; mean over the frames")
    yield Column("flatness_std", "dB", f"{flatness}; standard deviation over the frames")
    for statistic, words in _PERCENTILES.items():
        yield Column(f"flatness_{statistic}", "dB", f"{flatness}; {words}")
    for statistic, words in _PERCENTILES.items():
        yield Column(f"level_{statistic}", "dB", f"Level relative to that of the whole piece; {words}")
    yield Column("level_delta_std", "dB", "Change of the level from frame to frame; standard deviation")
    yield Column("level_below_mean", "", "Share of the frames whose root mean square is below the mean")
    yield from _percussion()


def _percussion() -> Iterator[Column]:
    share = "Share of the percussive part in the energy"
    yield Column("percussive_share_whole", "", f"{share} of the whole piece")
    for statistic, words in _SHARE_STATISTICS:
        yield Column(f"percussive_share_{statistic}", "", f"{share} of steps of 0.26 s; {words}")
    for part in ("percussive", "harmonic"):
        yield Column(f"{part}_peak", "dB", f"95th percentile of the energy of the {part} part over its mean")


EXTENDED: tuple[Column, ...] = (*_modulation(), *_rhythm(), *_tonal(), *_texture())
"""What each of the columns of `EXTENDED_COLUMNS` is, in their order."""
