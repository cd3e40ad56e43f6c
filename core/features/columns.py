"""The columns of the three tables: names, units, definitions, in the order of their files."""

from collections.abc import Mapping

from core.features.extended_columns import EXTENDED
from core.features.recipe import GENRE_COLUMNS, LENGTH_COLUMN
from core.features.table import Column

N_MFCC = 20


def _pair(name: str, unit: str, definition: str) -> list[Column]:
    return [
        Column(f"{name}_mean", unit, f"{definition}; mean over the frames"),
        Column(f"{name}_std", unit, f"{definition}; standard deviation over the frames"),
    ]


SONG_COLUMNS: tuple[Column, ...] = (
    Column("duration", "s", "Length of the passage"),
    Column("zero_crossing_rate", "", "Share of neighbouring samples with opposite signs, mean over the frames"),
    Column(
        "tempo",
        "BPM",
        "Onset tempo (as in the study): strongest periodicity of the onsets, weighted towards 120 BPM, whatever the "
        "beats are; empty without onsets",
        "onset tempo",
    ),
    Column("dynamic_range", "dB", "Loudest minus quietest level, in moving windows of 0.2 s"),
    Column("rms_mean", "", "Root mean square of the samples (1 = full scale); mean over the frames"),
    Column("rms_std", "", "Root mean square of the samples (1 = full scale); standard deviation over the frames"),
    Column("harmonic_rms", "", "Root mean square of the harmonic part; mean over the frames"),
    Column("percussive_rms", "", "Root mean square of the percussive part; mean over the frames"),
    *_pair("spectral_centroid", "Hz", "Centre of mass of the magnitude spectrum"),
    Column("HPR", "", "Ratio of samples above 1e-5 in the harmonic part to those in the percussive part"),
    *_pair("spectral_bandwidth", "Hz", "Spread of the magnitude spectrum around its centroid"),
    *_pair("spectral_rolloff", "Hz", "Frequency below which 85 % of the magnitude lies"),
    *_pair("chroma_stft", "", "Strength of the twelve pitch classes relative to the frame's strongest, from the STFT"),
    *_pair(
        "chroma_cens", "", "Strength of the twelve pitch classes, quantised and smoothed, from a constant-Q transform"
    ),
    *_pair("spectral_contrast", "dB", "Peaks above valleys in seven octave bands"),
    *_pair("spectral_flatness", "", "Geometric over arithmetic mean of the power; 0: tone, 1: white noise"),
    *(
        column
        for i in range(N_MFCC)
        for column in _pair(f"mfcc_{i}", "", f"Mel-frequency cepstral coefficient {i} of the log mel spectrum in dB")
    ),
)
"""The 63 numbers measured of a song, bar or beat; `filename` and `uuid` stand before them in a file."""

_START = Column("start", "s", "Start of the passage")
_END = Column("end", "s", "End of the passage")
_BAR = Column("bar", "", "Number of the bar; 1 starts at the first downbeat, 0 is the pick-up")
_POSITION = Column("position", "", "Position of the beat in its bar; 1 is the downbeat")
_BPM = Column(
    "bpm",
    "BPM",
    "Tempo of the beat grid: 60 / time to the next beat; of a bar, the mean over its beats; of a song, the tempo of "
    "its grid; empty where no beat follows",
    "BPM",
)

_SECTION = Column("section", "", "Place of the section in the piece, from 1; its label stands beside it")
_LUFS = Column("lufs", "LUFS", "Loudness of the passage by ITU-R BS.1770, gated", "loudness")
_LU = Column("lufs_difference", "LU", "Loudness of the passage less that of the whole piece", "louder than the song")

SONG_TABLE_COLUMNS: tuple[Column, ...] = (*SONG_COLUMNS, _BPM)
BAR_COLUMNS: tuple[Column, ...] = (*SONG_COLUMNS, _START, _END, _BAR, _BPM)
SECTION_COLUMNS: tuple[Column, ...] = (*SONG_COLUMNS, _START, _END, _SECTION, _LUFS, _LU, _BPM)
BEAT_COLUMNS: tuple[Column, ...] = (*SONG_COLUMNS, _START, _END, _BAR, _POSITION, _BPM)
"""The columns of the song, section, bar and beat tables; those after the 63 follow from where the passage is."""


def _genre_unit(name: str) -> str:
    if name.startswith(("spectral_", "rolloff_")):
        return "Hz²" if name.endswith("_var") else "Hz"
    return "samples" if name == LENGTH_COLUMN else ""


UNITS: Mapping[str, str] = {
    **{name: _genre_unit(name) for name in GENRE_COLUMNS},
    **{column.name: column.unit for column in EXTENDED},
    **{column.name: column.unit for column in SONG_COLUMNS},
}
"""The unit of every feature by its name, "" for a plain number: of the song table and of all recipes."""
