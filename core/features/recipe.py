"""The recipes of the genre features: their identities and their columns, for everything that stores or checks them.

A model file and a stored analysis carry the name of a recipe. Two sets of numbers may be compared, and a model may be
applied to features, only where it is the same. A definition changed in `core.features.rows`, or in the modules that
`core.features.extended` puts together, is changed here, too.
"""

from collections.abc import Iterable, Mapping
from typing import Literal

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

RECIPE_2 = "groovescope-features-2"
"""Identity of the extended features: the 58 numbers of `RECIPE`, unchanged, then those of `EXTENDED_COLUMNS`."""

N_MODULATED_BANDS = 10
MODULATIONS_HZ = (0.5, 1.0, 2.0, 4.0, 8.0, 20.0)
"""Edges of the five ranges of modulation frequencies, Hz."""

PULSE_BPM = tuple(round(40 * 2 ** (step / 4)) for step in range(12))
"""Lowest tempo of each of the twelve ranges of pulses, a quarter of an octave wide: 40 to 269, up to 320 BPM."""

PULSE_RATIOS: Mapping[str, float] = {
    "quarter": 1 / 4, "third": 1 / 3, "half": 1 / 2, "two_thirds": 2 / 3,
    "three_halves": 3 / 2, "double": 2.0, "triple": 3.0, "fourfold": 4.0,
}  # fmt: skip
"""Periods of the pulse as multiples of the period of the strongest one."""

ONSET_BANDS = ("low", "mid", "high")
N_CONTRAST_BANDS = 7
N_EXTENDED_MFCC = 13
CIRCLES = ("fifths", "minor_thirds", "major_thirds")

_MODULATION = tuple(
    name
    for band in range(1, N_MODULATED_BANDS + 1)
    for name in (*(f"modulation_{band}_{part}" for part in range(1, len(MODULATIONS_HZ))), f"modulation_{band}_depth")
)
_RHYTHM = (
    *(f"pulse_{bpm}_bpm" for bpm in PULSE_BPM),
    *(f"pulse_{name}" for name in PULSE_RATIOS),
    "pulse_clarity",
    "pulse_entropy",
    "onset_rate",
    "onset_interval_spread",
    "onset_strength_mean",
    "onset_strength_std",
    "onset_strength_p90",
    *(f"{name}_{band}" for band in ONSET_BANDS for name in ("onset_rate", "pulse_clarity")),
    "onset_low_high_correlation",
)
_TONAL = (
    *(f"chroma_from_strongest_{step}" for step in range(12)),
    "chroma_entropy_mean",
    "chroma_entropy_std",
    "chroma_flux_mean",
    *(f"tonal_{circle}_{statistic}" for circle in CIRCLES for statistic in ("mean", "std", "whole")),
    "tonal_movement_mean",
    "tonal_movement_std",
    "tonal_clarity",
    "tonal_majorness",
)
_TEXTURE = (
    *(
        f"contrast_{band}_{statistic}"
        for band in range(1, N_CONTRAST_BANDS + 1)
        for statistic in ("mean", "std", "valley")
    ),
    *(
        f"mfcc{number}_{statistic}"
        for number in range(1, N_EXTENDED_MFCC + 1)
        for statistic in ("p10", "p90", "delta_std")
    ),
    *(f"{name}_{p}" for name in ("centroid", "bandwidth", "rolloff", "crossings") for p in ("p10", "p90")),
    "centroid_delta_std",
    *(f"flatness_{statistic}" for statistic in ("mean", "std", "p10", "p90")),
    *(f"level_{statistic}" for statistic in ("p10", "p90", "delta_std", "below_mean")),
    *(f"percussive_share_{statistic}" for statistic in ("whole", "mean", "std", "p10", "p90")),
    "percussive_peak",
    "harmonic_peak",
)

EXTENDED_COLUMNS: tuple[str, ...] = (*_MODULATION, *_RHYTHM, *_TONAL, *_TEXTURE)
"""What the second recipe adds: modulation of the mel bands, rhythm, tonality, and timbre beyond means and variances.

`core.features.extended_columns` says what each of them is.
"""

RECIPES: Mapping[str, tuple[str, ...]] = {RECIPE: GENRE_COLUMNS, RECIPE_2: (*GENRE_COLUMNS, *EXTENDED_COLUMNS)}
"""The columns of each recipe that this program measures, in the order of its files."""

Features = Literal["basic", "extended"]
"""What a person calls a recipe on the command line."""

RECIPE_OF: Mapping[Features, str] = {"basic": RECIPE, "extended": RECIPE_2}


def recipes_holding(recipe: str) -> tuple[str, ...]:
    """Return the recipes whose rows hold all that a model of `recipe` may read; of one that is not known, itself."""
    columns = RECIPES.get(recipe)
    if columns is None:
        return (recipe,)
    return tuple(name for name, others in RECIPES.items() if others[: len(columns)] == columns)


def narrowest_recipe(columns: Iterable[str]) -> str | None:
    """Return the first recipe that has all of these columns; None where none has."""
    names = set(columns)
    return next((recipe for recipe, others in RECIPES.items() if names <= set(others)), None)


def recipe_of_width(n_columns: int) -> str:
    """Return the recipe that has so many columns; ValueError where none has."""
    for recipe, columns in RECIPES.items():
        if len(columns) == n_columns:
            return recipe
    raise ValueError(f"no recipe has {n_columns} columns")
