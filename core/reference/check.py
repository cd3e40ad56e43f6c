"""The 63 numbers of one clip beside those of librosa, with the differences and what they may be."""

import warnings
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import load_clip
from core.errors import ReferenceMissingError
from core.features.columns import SONG_COLUMNS
from core.features.rows import measure_rows
from core.language import tr
from core.messages import Note
from core.progress import Report, silent, sub_range
from core.reference.tolerances import SONG, WIDER_SONG, allowed

_MAY_BE_EMPTY = "tempo"
"""Column that is empty by its definition where nothing starts; librosa then gives the tempo it thinks likeliest."""


@dataclass(frozen=True)
class CheckedFeature:
    """One number of the song table, measured by this program and by librosa.

    Attributes
    ----------
    name, unit : str
        The column and its unit, "" for a plain number.
    ours, librosas : float
        Both numbers; not finite where there is none.
    tolerance : float
        Largest absolute difference at which they count as the same.
    """

    name: str
    unit: str
    ours: float
    librosas: float
    tolerance: float

    @property
    def difference(self) -> float:
        """Absolute difference; NaN where it is not compared."""
        return abs(self.ours - self.librosas) if self.is_compared else float("nan")

    @property
    def is_compared(self) -> bool:
        """Whether both have a number, which silence does not give in both."""
        return bool(np.isfinite(self.librosas)) and not (self.name == _MAY_BE_EMPTY and np.isnan(self.ours))

    @property
    def agrees(self) -> bool:
        """Whether the numbers are the same within the tolerance, as far as they are compared."""
        return not self.is_compared or self.difference <= self.tolerance


@dataclass(frozen=True)
class LibrosaCheck:
    """What came of a check.

    Attributes
    ----------
    name : str
        Name of the file.
    librosa_version : str
        Which librosa was asked.
    features : tuple[CheckedFeature, ...]
        The columns of the song table, in their order.
    """

    name: str
    librosa_version: str
    features: tuple[CheckedFeature, ...]

    @property
    def agrees(self) -> bool:
        """Whether every number agrees."""
        return all(one.agrees for one in self.features)

    def summary(self) -> Note:
        """Return the outcome in a sentence."""
        compared = [one for one in self.features if one.is_compared]
        beyond = [one.name for one in compared if not one.agrees]
        count, version = len(compared), self.librosa_version
        if beyond:
            names = ", ".join(beyond[:5]) + (", …" if len(beyond) > 5 else "")
            return Note("reference.beyond", count=count, n_beyond=len(beyond), version=version, names=names)
        if count < len(self.features):
            return Note("reference.agrees_where_defined", count=count, all=len(self.features), version=version)
        return Note("reference.agrees", count=count, version=version)


def require_librosa() -> None:
    """Raise `ReferenceMissingError` where librosa is not installed, as in the stand-alone program."""
    if find_spec("librosa") is None or find_spec("numba") is None:
        raise ReferenceMissingError("reference.missing")


def check_clip(path: Path, report: Report = silent) -> LibrosaCheck:
    """Measure a clip by this program and by librosa.

    Parameters
    ----------
    path : Path
        A file of any format.
    report : Report
        Progress; may raise `Cancelled`.

    Returns
    -------
    LibrosaCheck
        Both numbers of each of the 63 features.

    Raises
    ------
    ReferenceMissingError
        If librosa is not installed.
    AudioError
        If the file cannot be analysed.
    """
    require_librosa()
    clip = load_clip(path, report=sub_range(report, 0.0, 0.1))
    report(0.1, tr("Measuring"))
    ours = measure_rows(clip.y, [(0, len(clip.y))])[0]
    report(0.2, tr("Measuring with librosa; its first calls compile"))
    theirs = _by_librosa(clip.y)
    report(1.0, tr("Done"))
    features = tuple(
        CheckedFeature(column.name, column.unit, float(one), value, _tolerance(column.name, value))
        for column, one, value in zip(SONG_COLUMNS, ours, (theirs[column.name] for column in SONG_COLUMNS), strict=True)
    )
    return LibrosaCheck(path.name, metadata.version("librosa"), features)


def _by_librosa(y: NDArray[np.float32]) -> dict[str, float]:
    from core.reference.librosa_rows import song_row

    with warnings.catch_warnings(), np.errstate(divide="ignore", invalid="ignore"):
        warnings.simplefilter("ignore")  # a clip shorter than a frame, silence: the numbers say so
        return song_row(y)


def _tolerance(name: str, theirs: float) -> float:
    return float(allowed(name, theirs, SONG, WIDER_SONG)) if np.isfinite(theirs) else float("nan")
