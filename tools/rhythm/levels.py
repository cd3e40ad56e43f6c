"""`python -m tools rhythm-levels CLIPS NET`: learn which metrical level is the beat, and how sure a grid is.

The net has to be one that did not learn from these clips. Written is `core/rhythm/level_model.py`; the same clips and
the same net give the same file.
"""

import argparse
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.optimize
from numpy.typing import NDArray

from core.atomic import replacing
from core.rhythm import level_model, levels
from core.rhythm.bars import downbeat_probabilities, labels_of
from core.rhythm.confidence import bar_numbers, beat_numbers, logistic, whole_numbers
from core.rhythm.estimate import Activations
from core.rhythm.model import load_beat_model
from core.rhythm.net import BeatNet
from core.rhythm.tempo import log_mel
from core.rhythm.tracking import Piece, Reading, half_beat_off, read
from core.spectrum.slices import measure_slices
from tools.rhythm.unmusical import KINDS, unmusical
from tools.system import say

_SOUNDS_OF_A_KIND, _SOUND_SECONDS = 4, 20.0
_HIT = 0.07  # seconds
_RIGHT = 0.8  # F-measure from which a reading is at the annotated level
_WHOLE = 0.9  # F-measure from which a grid is right as a whole
_EXPECTED = {"speed_squared": -1.0, "net": 1.0, "total_gain": 1.0, "beats": 1.0, "alternation": -1.0, "bars": 6.0}
"""Coefficients of the level model before anything is learned: people tap at about 112 BPM, give or take half an octave,
on what stands out."""

_LEVEL_PENALTY, _CERTAINTY_PENALTY = 100.0, 0.1

Column = NDArray[np.float64]


@dataclass(frozen=True, eq=False)
class Example:
    """A clip as the net heard it, and the truth.

    Attributes
    ----------
    activations : Activations
    beat_times : NDArray[np.float64] [shape=(n_beats,)], seconds; none where there is no beat to tap
    positions : NDArray[np.int64] [shape=(n_beats,)]
    """

    activations: Activations
    beat_times: NDArray[np.float64]
    positions: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class _Decoded:
    example: Example
    piece: Piece
    readings: list[Reading]
    right: int | None  # the reading at the level of the truth


def main(arguments: Sequence[str]) -> int:
    """Learn from a folder of held-out clips; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools rhythm-levels", description=__doc__)
    parser.add_argument("clips", type=Path, help="folder of held-out rendered clips, clip-*.npz")
    parser.add_argument("net", type=Path, help="a beat net's model file")
    parser.add_argument("--out", type=Path, default=Path(level_model.__file__), help="module to write")
    parser.add_argument("--only-phase", action="store_true", help="learn which phase is the beat, and keep the rest")
    parser.add_argument("--at-most", type=int, help="so many clips only")
    given = parser.parse_args(arguments)
    net = BeatNet(load_beat_model(given.net).graph)
    examples = [*rendered(given.clips, net, given.at_most)]
    if given.only_phase:
        learn_phase(examples, given.out, say)
    else:
        learn([*examples, *beatless(net)], given.out, say)
    return 0


def rendered(folder: Path, net: BeatNet, at_most: int | None = None) -> Iterator[Example]:
    """Yield the clips of a folder as a net hears them; without their sound, so without onsets."""
    for path in sorted(folder.glob("clip-*.npz"))[:at_most]:
        with np.load(path, allow_pickle=False) as clip:
            heard = net.hear(clip["decibels"].astype(np.float32))
            yield Example(heard, clip["beat_times"], clip["positions"])


def beatless(net: BeatNet) -> Iterator[Example]:
    """Yield sounds without a beat as a net hears them."""
    for kind in KINDS:
        for seed in range(_SOUNDS_OF_A_KIND):
            y = unmusical(kind, seed, _SOUND_SECONDS)
            (slices,) = measure_slices(y, [(0, len(y))])
            heard = net.hear(log_mel(slices.frames.mel))
            yield Example(heard, np.empty(0), np.empty(0, np.int64))


def learn(examples: Sequence[Example], out: Path, report: Callable[[str], None]) -> None:
    """Learn all coefficients and write them.

    Parameters
    ----------
    examples : sequence of Example
        Rendered music, and sounds without a beat.
    out : Path
        The module to write.
    report : callable
        Told what was found.
    """
    decoded = [_decoded(example) for example in examples]
    told = [one for one in decoded if one.right is not None]
    weights = _fit_levels([(_features(one.readings), one.right) for one in told if one.right is not None])
    chosen = [int(np.argmax(_features(one.readings) @ weights)) for one in told]
    agreed = np.mean([choice == one.right for choice, one in zip(chosen, told, strict=True)])
    report(f"{len(told)} of {len(decoded)} clips have a reading that is right; {agreed:.3f} of them are chosen.")
    phase = _fit_phase(decoded, weights, report)
    beat, bar, whole = _fit_certainty(decoded, weights, report)
    _write(out, weights, phase, beat, bar, whole)


def learn_phase(examples: Sequence[Example], out: Path, report: Callable[[str], None]) -> None:
    """Learn which phase is the beat under the present level model, and write it beside the other coefficients.

    See `learn` for the parameters.
    """
    weights = np.array(level_model.WEIGHTS)
    phase = _fit_phase([_decoded(example) for example in examples], weights, report)
    _write(out, weights, phase, *map(np.array, (level_model.BEAT, level_model.BAR, level_model.WHOLE)))


def _decoded(example: Example) -> _Decoded:
    piece = Piece.of(example.activations)
    readings, _ = read(piece)
    scores = [f_measure(example.beat_times, reading.frames / piece.rate) for reading in readings]
    best = int(np.argmax(scores))
    return _Decoded(example, piece, readings, best if scores[best] >= _RIGHT else None)


def f_measure(truth: Column, found: Column) -> float:
    """F-measure of found beats, those within 70 ms of a true one being right."""
    if not len(truth) or not len(found):
        return 0.0
    return float(2 * _hits(found, truth).sum() / (len(truth) + len(found)))


def _hits(found: Column, truth: Column) -> NDArray[np.bool_]:
    if not len(truth):
        return np.zeros(len(found), bool)
    return np.asarray(np.abs(truth[:, np.newaxis] - found).min(axis=0) <= _HIT)


def _features(readings: Sequence[Reading]) -> Column:
    return np.array([reading.features for reading in readings])


def _fit_levels(told: Sequence[tuple[Column, int]]) -> Column:
    """Fit a conditional logit: of the readings of a clip, which is the right one.

    What is expected beforehand holds until the clips say otherwise: rendered music has tempi of its own.
    """
    spread = np.maximum(np.concatenate([features for features, _ in told]).std(axis=0), 1e-6)

    expected = np.array([_EXPECTED.get(name, 0.0) for name in levels.FEATURES]) * spread

    def loss(weights: Column) -> tuple[float, Column]:
        away = weights - expected
        total, slope = _LEVEL_PENALTY * float(away @ away), 2 * _LEVEL_PENALTY * away
        for features, right in told:
            scaled = features / spread
            score = scaled @ weights
            odds = np.exp(score - score.max())
            odds /= odds.sum()
            total -= float(np.log(max(odds[right], 1e-300)))
            slope = slope + odds @ scaled - scaled[right]
        return total, slope

    found = scipy.optimize.minimize(loss, expected, jac=True, method="L-BFGS-B")
    return np.asarray(found.x / spread)


def _fit_phase(decoded: Sequence[_Decoded], weights: Column, report: Callable[[str], None]) -> Column:
    """Fit how probable it is that the chosen reading is half a beat off, from clips where its level is right."""
    rows, hits = [], []
    for one in decoded:
        chosen = one.readings[int(np.argmax(_features(one.readings) @ weights))]
        shifted, numbers = half_beat_off(one.piece, chosen)
        scores = [f_measure(one.example.beat_times, each.frames / one.piece.rate) for each in (chosen, shifted)]
        if numbers is not None and max(scores) >= _RIGHT:
            rows.append(numbers[np.newaxis])
            hits.append(np.array([scores[1] > scores[0]]))
    return _fit_logistic(rows, hits, "half a beat off", report)


def _fit_certainty(
    decoded: Sequence[_Decoded], weights: Column, report: Callable[[str], None]
) -> tuple[Column, Column, Column]:
    """Fit the confidences of the grids that the level model chooses."""
    grids = []
    for one in decoded:
        score = _features(one.readings) @ weights
        odds = np.exp(score - score.max())
        best = int(odds.argmax())
        grids.append((one, one.readings[best], float(odds[best] / odds.sum())))
    grids = [grid for grid in grids if len(grid[1].frames) > 1]
    rows = [beat_numbers(reading.beat, reading.frames, level) for _, reading, level in grids]
    hits = [_hits(reading.frames / one.piece.rate, one.example.beat_times) for one, reading, _ in grids]
    beat = _fit_logistic(rows, hits, "beats", report)
    bar_rows, bar_hits, whole_rows, whole_hits = [], [], [], []
    for (one, reading, level), numbers in zip(grids, rows, strict=True):
        beats = logistic(numbers @ beat)
        downbeats = one.example.beat_times[one.example.positions == 1]
        first = reading.bars.positions == 1
        probable = downbeat_probabilities(reading.bar_evidence, labels_of())
        bar_rows.append(bar_numbers(probable, beats)[first])
        bar_hits.append(_hits(reading.frames[first] / one.piece.rate, downbeats))
        whole_rows.append(whole_numbers(beats, reading.frames, level)[np.newaxis])
        whole_hits.append(np.array([f_measure(one.example.beat_times, reading.frames / one.piece.rate) >= _WHOLE]))
    bar = _fit_logistic(bar_rows, bar_hits, "bars", report)
    whole = _fit_logistic(whole_rows, whole_hits, "wholes", report)
    return beat, bar, whole


def _fit_logistic(
    rows: Sequence[Column], hits: Sequence[NDArray[np.bool_]], what: str, report: Callable[[str], None]
) -> Column:
    """Fit a logistic model in which each clip weighs the same."""
    X, y = np.concatenate(rows), np.concatenate(hits).astype(np.float64)
    share = np.concatenate([np.full(len(row), 1.0 / max(1, len(row))) for row in rows])
    spread = np.maximum(X.std(axis=0), 1e-6)
    spread[0] = 1.0

    def loss(weights: Column) -> tuple[float, Column]:
        score = (X / spread) @ weights
        missed = np.logaddexp(0.0, score) - y * score
        pulled = np.append(0.0, weights[1:])
        slope = (X / spread).T @ (share * (logistic(score) - y)) + 2 * _CERTAINTY_PENALTY * pulled
        return float(share @ missed + _CERTAINTY_PENALTY * pulled @ pulled), slope

    weights = scipy.optimize.minimize(loss, np.zeros(X.shape[1]), jac=True, method="L-BFGS-B").x / spread
    said = logistic(X @ weights)
    report(
        f"{what}: {y.mean():.3f} are right, {float(share @ said / share.sum()):.3f} said; error of calibration "
        f"{_calibration_error(said, y, share):.3f}"
    )
    return np.asarray(weights)


def _calibration_error(said: Column, y: Column, share: Column) -> float:
    """Mean distance between what is said and what is, over ten bins of what is said."""
    bins = np.minimum((said * 10).astype(int), 9)
    error = [abs(float(share[bins == i] @ (said - y)[bins == i])) for i in range(10)]
    return float(np.sum(error) / share.sum())


def _write(out: Path, weights: Column, phase: Column, beat: Column, bar: Column, whole: Column) -> None:
    def line(name: str, values: Column) -> str:
        return f"{name} = ({', '.join(f'{value:.4g}' for value in values)})"

    text = "\n".join([
        '"""Coefficients learned by `python -m tools rhythm-levels` on rendered music; not to be written by hand."""',
        "",
        line("WEIGHTS", weights),
        '"""Of the level model, one for each of `core.rhythm.levels.FEATURES`."""',
        "",
        line("PHASE", phase),
        '"""Of the reading half a beat off, one for each of `core.rhythm.half_beats.shift_numbers`."""',
        "",
        line("BEAT", beat),
        '"""Of a beat\'s confidence, one for each of `core.rhythm.confidence.beat_numbers`."""',
        "",
        line("BAR", bar),
        '"""Of a bar\'s confidence, one for each of `core.rhythm.confidence.bar_numbers`."""',
        "",
        line("WHOLE", whole),
        '"""Of the confidence of the whole, one for each of `core.rhythm.confidence.whole_numbers`."""',
        "",
    ])  # fmt: skip
    with replacing(out) as part:
        part.write_text(text, encoding="utf-8")
