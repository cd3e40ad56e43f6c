"""Loudness as this program measures it beside that of `ffmpeg -af ebur128`, file by file."""

import math
import re
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.audio.files import display_name
from core.errors import AudioError
from core.structure.loudness import measure_loudness

_NUMBER = re.compile(r"\b(I|LRA|Peak): +(-?[\d.]+|-inf|nan)")
_NO_LOUDNESS = -70.0  # what ffmpeg says of silence


@dataclass(frozen=True)
class Numbers:
    """Integrated loudness (LUFS), loudness range (LU) and true peak (dBTP); NaN where there is none."""

    integrated: float
    range: float
    true_peak: float


def lines(files: Sequence[Path]) -> Iterator[str]:
    """Yield one line a file: LUFS, range and true peak, ours, ffmpeg's and the difference; then the largest of all.

    Raises
    ------
    FileNotFoundError : where there is no program ffmpeg
    """
    yield f"{'':40}{'LUFS':^23}{'range, LU':^23}{'true peak, dBTP':^23}"
    yield f"{'file':40}" + f"{'ours':>8}{'ffmpeg':>8}{'diff':>7}" * 3
    largest = [0.0, 0.0, 0.0]
    for path in files:
        name = display_name(path)[:38]
        try:
            pairs = _pairs(path)
        except AudioError as problem:
            yield f"{name:40}{problem}"
            continue
        differences = [_difference(*pair) for pair in pairs]
        largest = [max(one) for one in zip(largest, map(abs, differences), strict=True)]
        cells = zip(pairs, differences, strict=True)
        yield f"{name:40}" + "".join(f"{a:8.2f}{b:8.1f}{d:+7.2f}" for (a, b), d in cells)
    yield f"{'largest difference':40}" + "".join(f"{'':16}{one:7.2f}" for one in largest)


def by_ffmpeg(path: Path) -> Numbers:
    """Return what the program ffmpeg says, to one decimal; AudioError where it cannot read the file."""
    command = ["ffmpeg", "-nostdin", "-nostats", "-i", str(path), "-vn", "-af", "ebur128=peak=true", "-f", "null", "-"]
    told = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False).stderr
    found = dict(_NUMBER.findall(told[told.rfind("Summary:") :])) if "Summary:" in told else {}
    if len(found) < 3:
        raise AudioError("audio.hopeless", name=display_name(path))
    integrated, peak = float(found["I"]), float(found["Peak"])
    return Numbers(
        math.nan if integrated <= _NO_LOUDNESS else integrated,
        math.nan if integrated <= _NO_LOUDNESS else float(found["LRA"]),
        peak if math.isfinite(peak) else math.nan,
    )


def _pairs(path: Path) -> list[tuple[float, float]]:
    ours, theirs = measure_loudness(path), by_ffmpeg(path)
    return [(ours.integrated, theirs.integrated), (ours.range, theirs.range), (ours.true_peak, theirs.true_peak)]


def _difference(ours: float, theirs: float) -> float:
    """Return ours minus theirs; 0 where both say that there is no number."""
    return 0.0 if math.isnan(ours) and math.isnan(theirs) else ours - theirs
