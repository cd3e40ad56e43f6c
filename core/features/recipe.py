"""The recipe of the genre features: its identity and its columns, for everything that stores or checks them.

A model file and a stored analysis carry `RECIPE`. Two sets of numbers may be compared, and a model may be applied
to features, only where it is the same. A definition changed in `core.features.rows` is changed here, too.
"""

RECIPE = "groovescope-features-1"
"""Identity of the feature definitions: 22,050 Hz mono, frames of 2048/512 padded by reflection, 58 numbers a clip."""

LENGTH_COLUMN = "length"
"""Samples at 22,050 Hz: part of the genre table, but it tells which batch a clip was cut in, not how it sounds."""

GENRE_COLUMNS: tuple[str, ...] = (
    LENGTH_COLUMN,
    "chroma_stft_mean",
    "chroma_stft_var",
    "rms_mean",
    "rms_var",
    "spectral_centroid_mean",
    "spectral_centroid_var",
    "spectral_bandwidth_mean",
    "spectral_bandwidth_var",
    "rolloff_mean",
    "rolloff_var",
    "zero_crossing_rate_mean",
    "zero_crossing_rate_var",
    "harmony_mean",
    "harmony_var",
    "perceptr_mean",
    "perceptr_var",
    "tempo",
    *(f"mfcc{number}_{statistic}" for number in range(1, 21) for statistic in ("mean", "var")),
)
"""The 58 numbers of the genre table, in the order of its files: `length`, then the 57 that say how a clip sounds.

A model says in its passport which of them it reads; the shipped one reads all but `length`.
"""
