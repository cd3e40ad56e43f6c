"""The net that hears beats: from the log mel spectrum and the signal to `Activations`."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from core.audio.clip import ANALYSIS_SR
from core.errors import ModelError
from core.progress import Report, silent, sub_range
from core.rhythm.estimate import FINDING, Activations
from core.rhythm.grid import FRAME_RATE
from core.rhythm.harmonic_change import with_harmony
from core.rhythm.model import load_beat_model
from core.rhythm.net_input import TEMPI, net_input
from core.rhythm.onsets import find_onsets
from core.rhythm.soft_onsets import novelty_of
from models import shipped_beat_net_path

if TYPE_CHECKING:
    import onnxruntime

INPUT: Final = "features"
OUTPUTS: Final = ("beats", "tempo")

_PIECE_FRAMES: Final = 5168
"""Frames for which the net is run at a time, two minutes."""

_CONTEXT_FRAMES: Final = 1034
"""Frames on either side that a piece is given besides, 24 s: as far as the net can hear."""


class BeatNet:
    """A net ready to be run.

    Parameters
    ----------
    graph : bytes
        ONNX, with the input `features` (1, n_frames, n_inputs) and the outputs `beats` (1, n_frames, 2), logits of
        beat and downbeat, and `tempo` (1, n_tempi), logits of the classes `core.rhythm.net_input.TEMPI`.
    """

    def __init__(self, graph: bytes) -> None:
        self._session = _open_session(graph)

    def listen(self, decibels: NDArray[np.float32], y: NDArray[np.float32], report: Report = silent) -> Activations:
        """Return how likely each frame is to hold a beat and a downbeat.

        Parameters
        ----------
        decibels : NDArray[np.float32] [shape=(n_frames, 128)]
            Log mel spectrum, from `core.rhythm.tempo.log_mel`.
        y : NDArray[np.float32] [shape=(n_samples,)]
            The analysis signal, in which the onsets are found.
        report : Report
            Told the fraction done; may raise `Cancelled`.

        Returns
        -------
        Activations
        """
        onset_times, onset_strengths = find_onsets(y, sub_range(report, 0.0, 0.5))
        heard = replace(self.hear(decibels, sub_range(report, 0.5, 1.0)), duration=len(y) / ANALYSIS_SR)
        if len(onset_times) < 2:  # silence, or one sound that goes on
            return replace(heard, beat=np.zeros_like(heard.beat), downbeat=np.zeros_like(heard.downbeat))
        return replace(heard, onset_times=onset_times.astype(np.float32), onset_strengths=onset_strengths)

    def hear(self, decibels: NDArray[np.float32], report: Report = silent) -> Activations:
        """Return what the spectrum alone says, without the exact times of the onsets."""
        beats, tempo = self._run(net_input(decibels, sub_range(report, 0.0, 0.4)), sub_range(report, 0.4, 0.9))
        report(0.9, FINDING)
        probability = (1.0 / (1.0 + np.exp(-np.clip(beats, -30, 30)))).astype(np.float32)
        beat, downbeat = probability[:, 0], with_harmony(probability[:, 0], probability[:, 1], decibels)
        report(1.0, FINDING)
        none = np.empty(0, np.float32)
        return Activations(
            beat=np.rint(255 * beat).astype(np.uint8),
            downbeat=np.rint(255 * downbeat).astype(np.uint8),
            tempo=tempo,
            onset_times=none,
            onset_strengths=none,
            duration=len(decibels) / FRAME_RATE,
            frame_rate=FRAME_RATE,
            novelty=novelty_of(decibels),
        )

    def _run(self, features: NDArray[np.float32], report: Report) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Run the net piece by piece; of what it says of the tempo the mean is taken."""
        n_frames = len(features)
        parts, heard, weights = [np.empty((0, 2), np.float32)], [np.zeros(len(TEMPI), np.float32)], [1e-9]
        for start in range(0, n_frames, _PIECE_FRAMES):
            stop = min(start + _PIECE_FRAMES, n_frames)
            report(start / n_frames, FINDING)
            before = max(0, start - _CONTEXT_FRAMES)
            piece = features[np.newaxis, before : stop + _CONTEXT_FRAMES]
            beats, tempo = self._session.run(list(OUTPUTS), {INPUT: piece})
            parts.append(beats[0, start - before : stop - before])
            heard.append(tempo[0])
            weights.append(stop - start)
        return np.concatenate(parts), np.average(heard, axis=0, weights=weights).astype(np.float32)


@cache
def beat_net(path: Path | None = None) -> BeatNet | None:
    """Return the net of a model file, of the shipped one if None; None where there is none that can be used.

    Kept for the life of the process: opening it takes as long as running it on several clips.
    """
    try:
        return BeatNet(load_beat_model(path or shipped_beat_net_path()).graph)
    except ModelError:
        return None


def _open_session(graph: bytes) -> "onnxruntime.InferenceSession":
    import onnxruntime

    options: Any = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    try:
        return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    except Exception:  # noqa: BLE001 (onnxruntime raises many private types)
        raise ModelError("model.malformed_onnx") from None
