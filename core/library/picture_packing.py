"""What a window shows of a piece before its audio is read, as some hundred kilobytes.

The picture is coarser than the one that an analysis makes: at most `MOST_FRAMES` columns, 32 steps of loudness and 16
of chroma, a waveform of some thousand bins. A window is no wider; who zooms in waits for the audio. Grids, candidates
and certainties of the beats are exact.
"""

import json
import zlib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core.library.packing import pack_text
from core.structure.sections import sections_to_facts

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis, Picture
    from core.analysis.result import Rhythm
    from core.audio.clip import WaveformPeaks
    from core.harmony.chords import Chords
    from core.messages import Note
    from core.rhythm.estimate import Activations, BeatEstimate
    from core.rhythm.grid import BeatGrid
    from core.spectrum.balance import Balance
    from core.structure.loudness import Loudness

MOST_FRAMES = 2048
"""Columns of a stored spectrogram; a clip of 30 s has 1,292 of its own."""

_MOST_BINS = 8192  # of the waveform
_MEL_STEP, _CHROMA_STEP = 8, 16
_PEAK_STEP = 256
_LOUDNESS_STEP, _NO_LOUDNESS = 0.01, -32768
_ENERGY_STEP, _FAINTEST_DB, _FAINTEST_ENERGY = 0.5, -120.0, 1e-12  # of harmonic and percussive parts
_LEVEL = 6
T = TypeVar("T")


@dataclass(frozen=True)
class PackedClip:
    """A piece as the table `pictures` holds it.

    Attributes
    ----------
    facts : JSON: format, tags, notes, key, certainty of the beats, genres
    picture : waveform, mel spectrogram and chroma
    rhythm : the tracked grid, the other readings, confidences
    loudness : integrated, range, true peak, and the course; None where it was not measured
    chords : on the beats; None if they were not searched
    sections : JSON, as found; None if they were not searched
    """

    facts: str
    picture: bytes
    rhythm: bytes
    loudness: bytes | None = None
    chords: bytes | None = None
    sections: bytes | None = None

    @property
    def n_bytes(self) -> int:
        """What it takes."""
        blobs = (self.facts.encode(), self.picture, self.rhythm, self.loudness, self.chords, self.sections)
        return sum(len(blob) for blob in blobs if blob is not None)


def pack_clip(analysis: "ClipAnalysis") -> PackedClip:
    """Return what a window needs of an analysis, beside what a catalogue stores anyway."""
    source, estimate, genre = analysis.source, analysis.rhythm.estimate, analysis.genre
    key, prediction = analysis.harmony.key, genre.prediction
    facts: dict[str, Any] = {
        "n_samples": analysis.picture.peaks.n_samples,
        "format": asdict(source.format),
        "tags": dict(source.tags),
        "notes": _plain_notes(source.notes),
        "key": None if key is None else asdict(key),
        "beats": {name: getattr(estimate, name) for name in ("confidence", "is_steady", "has_bars", "tracker")},
        "genre_notes": _plain_notes(genre.notes),
        "genre": None,
    }
    if prediction is not None:
        values = {field.name: getattr(prediction, field.name) for field in fields(prediction)}
        facts["genre"] = values | {"notes": _plain_notes(prediction.notes)}
    return PackedClip(
        facts=json.dumps(facts, default=_as_json),
        picture=pack_picture(analysis.picture),
        rhythm=pack_rhythm(analysis.rhythm),
        loudness=None if analysis.loudness is None else pack_loudness(analysis.loudness),
        chords=None if analysis.chords is None else pack_chords(analysis.chords),
        sections=None if analysis.sections is None else pack_text(json.dumps(sections_to_facts(analysis.sections))),
    )


def _as_json(value: object) -> object:
    return value.tolist() if isinstance(value, np.ndarray | np.generic) else str(value)


def _plain_notes(notes: "tuple[Note, ...]") -> list[tuple[str, dict[str, object]]]:
    return [(note.code, note.arguments) for note in notes]


# --- pictures ---------------------------------------------------------------------------------------------------------


def pack_picture(picture: "Picture") -> bytes:
    """Return a coarser picture as bytes."""
    peaks = picture.peaks
    level = next((i for i, one in enumerate(peaks.levels) if len(one) <= _MOST_BINS), len(peaks.levels) - 1)
    lows, highs = peaks.levels[level].T.astype(np.int32)
    bounds = np.clip([lows // _PEAK_STEP, -(-highs // _PEAK_STEP)], -127, 127).astype(np.int8)
    together = -(-len(picture.mel) // MOST_FRAMES) or 1
    mel = np.diff(_coarse(picture.mel, together) // _MEL_STEP, axis=0, prepend=np.uint8(0))  # along time: the smallest
    arrays: dict[str, NDArray[Any]] = {
        "peaks": bounds,
        "mel": mel.T,
        "frequencies": picture.mel_frequencies,
        "chroma": _coarse(picture.chroma, together).T // _CHROMA_STEP,
    }
    more = {"seconds_per_frame": picture.seconds_per_frame * together, "samples_per_bin": peaks.samples_per_bin[level]}
    if picture.balance is not None:
        arrays |= _balance_arrays(picture.balance)
        more["seconds_per_step"] = picture.balance.seconds_per_step
    return pack_arrays(arrays, {**more, "sr": peaks.sr, "n_samples": peaks.n_samples})


def unpack_picture(data: bytes) -> "Picture":
    """Return the picture of `pack_picture`; ValueError where the bytes are damaged."""
    from core.analysis import Picture

    arrays, more = unpack_arrays(data)
    mel = np.cumsum(arrays["mel"].T, axis=0, dtype=np.uint8) * _MEL_STEP
    chroma = arrays["chroma"].T * _CHROMA_STEP
    return Picture(
        peaks=_peaks(arrays["peaks"], more["samples_per_bin"], more["sr"], more["n_samples"]),
        mel=np.ascontiguousarray(np.where(mel, mel + _MEL_STEP // 2, 0).astype(np.uint8)),
        mel_frequencies=arrays["frequencies"],
        chroma=np.ascontiguousarray(np.where(chroma, chroma + _CHROMA_STEP - 1, 0).astype(np.uint8)),
        seconds_per_frame=more["seconds_per_frame"],
        balance=_balance(arrays, more),
    )


def _balance_arrays(balance: "Balance") -> dict[str, NDArray[np.uint8]]:
    """Return energies in steps of half a decibel, of 120 dB, along time: the smallest."""
    arrays = {}
    for name in ("harmonic", "percussive"):
        decibels = 10 * np.log10(np.maximum(getattr(balance, name), _FAINTEST_ENERGY))
        steps = np.rint((decibels - _FAINTEST_DB) / _ENERGY_STEP).clip(0, 255).astype(np.uint8)
        arrays[name] = np.diff(steps, prepend=np.uint8(0))
    return arrays


def _balance(arrays: Mapping[str, NDArray[Any]], more: Mapping[str, Any]) -> "Balance | None":
    from core.spectrum.balance import Balance

    if "harmonic" not in arrays:  # stored by a version that did not measure it
        return None
    parts: list[NDArray[np.float32]] = []
    for name in ("harmonic", "percussive"):
        steps = np.cumsum(arrays[name], dtype=np.uint8)
        energies = 10 ** ((_FAINTEST_DB + _ENERGY_STEP * steps.astype(np.float32)) / 10)
        parts.append(np.where(steps, energies, 0).astype(np.float32))
    return Balance(parts[0], parts[1], more["seconds_per_step"])


def _coarse(frames: NDArray[np.uint8], together: int) -> NDArray[np.uint8]:
    """Return the mean of every few frames."""
    if together == 1 or not len(frames):
        return frames
    starts = np.arange(0, len(frames), together)
    sums = np.add.reduceat(frames.astype(np.uint32), starts, axis=0)
    counts = np.diff(np.append(starts, len(frames)))[:, np.newaxis]
    return np.asarray(sums // counts, np.uint8)


def _peaks(bounds: NDArray[np.int8], samples_per_bin: int, sr: int, n_samples: int) -> "WaveformPeaks":
    from core.audio.clip import WaveformPeaks
    from core.audio.waveform import COARSEST_BINS, LEVEL_FACTOR

    lows, highs = bounds.astype(np.int16) * _PEAK_STEP
    levels, sizes = [np.stack((lows, highs), axis=1)], [samples_per_bin]
    while len(lows) > COARSEST_BINS:
        starts = np.arange(0, len(lows), LEVEL_FACTOR)
        lows, highs = np.minimum.reduceat(lows, starts), np.maximum.reduceat(highs, starts)
        levels.append(np.stack((lows, highs), axis=1))
        sizes.append(sizes[-1] * LEVEL_FACTOR)
    return WaveformPeaks(tuple(levels), tuple(sizes), sr, n_samples)


# --- beats ------------------------------------------------------------------------------------------------------------


def pack_rhythm(rhythm: "Rhythm") -> bytes:
    """Return what the tracker found, as bytes, without loss; its activations are stored apart."""
    estimate = rhythm.estimate
    grids = [estimate.grid, *(candidate.grid for candidate in estimate.candidates)]
    arrays: dict[str, NDArray[Any]] = {
        "beat_confidence": estimate.beat_confidence,
        "bar_confidence": estimate.bar_confidence,
    }
    for i, grid in enumerate(grids):
        arrays |= {f"times {i}": grid.beat_times, f"positions {i}": grid.positions}
    more = {
        "grids": [(grid.tempo, int(grid.beats_per_bar)) for grid in grids],
        "candidates": [(candidate.tempo, candidate.probability) for candidate in estimate.candidates],
    }
    return pack_arrays(arrays, more)


def unpack_estimate(data: bytes, certainty: Mapping[str, Any], activations: "Activations | None") -> "BeatEstimate":
    """Return what the tracker found, of bytes and of what the facts say; ValueError where they are damaged."""
    from core.rhythm.estimate import BeatEstimate, TempoCandidate

    arrays, more = unpack_arrays(data)
    first, *others = (_grid(arrays, i, *numbers) for i, numbers in enumerate(more["grids"]))
    candidates = [
        TempoCandidate(_number(tempo), _number(probability), grid)
        for (tempo, probability), grid in zip(more["candidates"], others, strict=True)
    ]
    if candidates:  # the grid of the first is that of the estimate
        first = candidates[0].grid
    return BeatEstimate(
        grid=first,
        candidates=tuple(candidates),
        beat_confidence=arrays["beat_confidence"],
        bar_confidence=arrays["bar_confidence"],
        confidence=_number(certainty["confidence"]),
        is_steady=certainty["is_steady"],
        has_bars=certainty["has_bars"],
        activations=activations,
        tracker=certainty["tracker"],
    )


def _grid(arrays: Mapping[str, NDArray[Any]], place: int, tempo: float | None, beats_per_bar: int) -> "BeatGrid":
    from core.rhythm.grid import BeatGrid

    return BeatGrid(arrays[f"times {place}"], arrays[f"positions {place}"], _number(tempo), beats_per_bar)


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def pack_loudness(loudness: "Loudness") -> bytes:
    """Return loudness as bytes, its course in hundredths of a LU, which is finer than any meter."""
    courses = {"momentary": loudness.momentary, "short_term": loudness.short_term}
    steps = {
        name: np.where(np.isnan(course), _NO_LOUDNESS, np.rint(np.nan_to_num(course) / _LOUDNESS_STEP)).astype("<i2")
        for name, course in courses.items()
    }
    arrays = {name: np.diff(values, prepend=np.int16(0)) for name, values in steps.items()}
    return pack_arrays(arrays, {"whole": [loudness.integrated, loudness.range, loudness.true_peak]})


def unpack_loudness(data: bytes) -> "Loudness":
    """Return the loudness of `pack_loudness`; ValueError where the bytes are damaged."""
    from core.structure.loudness import Loudness

    arrays, more = unpack_arrays(data)
    integrated, loudness_range, true_peak = map(_number, more["whole"])
    momentary, short_term = (_course(arrays[name]) for name in ("momentary", "short_term"))
    return Loudness(integrated, loudness_range, true_peak, momentary, short_term)


def pack_chords(chords: "Chords") -> bytes:
    """Return chords as bytes."""
    return pack_arrays({"times": chords.times, "strengths": chords.strengths}, {"labels": chords.labels})


def unpack_chords(data: bytes) -> "Chords":
    """Return the chords of `pack_chords`; ValueError where the bytes are damaged."""
    from core.harmony.chords import Chords

    arrays, more = unpack_arrays(data)
    return Chords(arrays["times"], tuple(map(str, more["labels"])), arrays["strengths"])


def _course(steps: NDArray[np.int16]) -> NDArray[np.float32]:
    values = np.cumsum(steps, dtype=np.int16)
    return np.where(values == _NO_LOUDNESS, np.nan, values * _LOUDNESS_STEP).astype(np.float32)


# --- bytes ------------------------------------------------------------------------------------------------------------


def pack_arrays(arrays: Mapping[str, NDArray[Any]], more: Mapping[str, Any]) -> bytes:
    """Return arrays and some JSON as bytes."""
    parts = [np.ascontiguousarray(array) for array in arrays.values()]
    shapes = [(name, part.dtype.str, part.shape) for name, part in zip(arrays, parts, strict=True)]
    head = json.dumps([shapes, more]).encode()
    return len(head).to_bytes(4, "little") + head + zlib.compress(b"".join(part.tobytes() for part in parts), _LEVEL)


def unpack_arrays(data: bytes) -> tuple[dict[str, NDArray[Any]], dict[str, Any]]:
    """Return what `pack_arrays` was given, the arrays read-only; ValueError where the bytes are damaged."""
    try:
        length = int.from_bytes(data[:4], "little")
        shapes, more = json.loads(data[4 : 4 + length])
        body, offset, arrays = zlib.decompress(data[4 + length :]), 0, {}
        for name, kind, shape in shapes:
            count = int(np.prod(shape))
            arrays[name] = np.frombuffer(body, kind, count, offset).reshape(shape)
            offset += count * np.dtype(kind).itemsize
    except (zlib.error, TypeError, KeyError, UnicodeDecodeError) as problem:
        raise ValueError(f"stored picture is damaged: {problem}") from None
    return arrays, more
