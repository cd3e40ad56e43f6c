"""From a trained graph to the file that ships: judged on held-out clips, with its passport, its card beside it."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np

from core.rhythm.grid import FRAME_RATE
from core.rhythm.model import BeatModel, load_beat_model, save_beat_model
from core.rhythm.net_input import N_INPUTS, NET_INPUT, TEMPI, net_input
from core.rhythm.passport import BeatPassport, Source
from tools.rhythm.corpus import RenderedClip, read_corpus
from tools.rhythm.styles import STYLES

_TRAINED_STYLES = sum(not style.is_held_out for style in STYLES)
SOURCES = (
    Source(
        "arranger's patterns",
        "this project",
        "that of this project",
        f"drum, bass and chord patterns of {_TRAINED_STYLES} styles",
    ),
    Source(
        "core.synthesis",
        "this project",
        "that of this project",
        "drums, basses, keys and a singer in part of the clips",
    ),
    Source("Groove MIDI Dataset", "Google LLC", "CC BY 4.0", "human drumming, with a generated band added"),
    Source(
        "POP909", "Z. Wang, K. Chen, J. Jiang and others", "MIT", "songs as MIDI with beats and chords, a band added"
    ),
    Source("FluidR3 GM", "Frank Wen", "MIT", "sampled instruments"),
    Source("MuseScore General", "S. Christian Collins and others", "MIT", "sampled instruments"),
)
LIMITS = (
    "It has heard no recording: voices, distortion, rooms and mixes are imitations of them.",
    "Which of two tempi an octave apart people would tap is often a matter of habit; it says what its styles notate.",
    "Beats that nobody marks by playing (free time, recitative, rubato without accompaniment) are guesses.",
    "Bars of 5 and 7 and compound metres are rare in what it learned from, bars that change are absent.",
    "It was made for music; on speech and noise it says something all the same.",
)
_NEAR = 0.1  # octaves within which a tempo counts as found
_CREATED_BY = (
    "python -m tools rhythm render CLIPS --groove GROOVE --pop909 POP909; the same with HELD_OUT --held-out; "
    "python -m tools rhythm train CLIPS HELD_OUT RUN; python -m tools rhythm export RUN/net-STEP.onnx CLIPS HELD_OUT"
)


def ship(graph: Path, clips: Path, held_out: Path, out: Path, note: str, report: Callable[[str], None]) -> Path:
    """Write `beats.gsm` and its card `beats.md` from a trained graph; return the former.

    Parameters
    ----------
    graph : an ONNX file of `train`, with `log.jsonl` beside it
    clips, held_out : what it was trained on and is judged by
    out : folder of the two files
    note : what else is to be known of the training
    report : told what is done
    """
    content, training = graph.read_bytes(), _training_of(graph)
    report("Judging on held-out clips.")
    corpus = read_corpus(held_out)
    scores = judge(content, corpus)
    passport = BeatPassport(
        name="Beats and bars, learned from rendered music",
        input=NET_INPUT,
        n_inputs=N_INPUTS,
        tempi=tuple(float(tempo) for tempo in TEMPI),
        sources=SOURCES,
        limits=LIMITS,
        data=_counts(clips, len(corpus)),
        scores=scores,
        training=training | {"note": note},
        seed=int(training.get("seed", 0)),
        versions={name: version(name) for name in ("numpy", "scipy", "onnx")} | {"torch": "2.13.0"},
        created_by=_CREATED_BY,
    )
    path = out / "beats.gsm"
    save_beat_model(path, BeatModel(passport, content))
    (out / "beats.md").write_text(card_of(load_beat_model(path)), encoding="utf-8")
    return path


def judge(graph: bytes, corpus: Iterable[RenderedClip]) -> dict[str, float]:
    """Say how well a net does on clips, by itself, without a decoder.

    Returns
    -------
    dict[str, float]
        Share of clips whose tempo class is right, doubled, halved, by metre and tempo; beats F and downbeats F of the
        peaks of its activations (70 ms), and the median of their time errors in seconds.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
    found: dict[str, list[float]] = defaultdict(list)
    for clip in corpus:
        beats, tempo = session.run(["beats", "tempo"], {"features": net_input(clip.decibels)[np.newaxis]})
        true = 60 / float(np.median(np.diff(clip.beat_times)))
        off = float(np.log2(TEMPI[int(tempo[0].argmax())] / true))
        right = abs(off) < _NEAR
        for group in ("all", _metre(clip), _speed(true), str(clip.facts["kind"])):
            found[f"tempo right, {group}"].append(right)
        found["tempo doubled, all"].append(abs(off - 1) < _NEAR)
        found["tempo halved, all"].append(abs(off + 1) < _NEAR)
        for column, name, times in (
            (0, "beat", clip.beat_times),
            (1, "downbeat", clip.beat_times[clip.positions == 1]),
        ):
            peaks = peaks_of(1 / (1 + np.exp(-beats[0, :, column].astype(np.float64))))
            hits, errors = _matched(times, peaks)
            found[f"{name} F of peaks"].append(2 * hits / max(1, len(times) + len(peaks)))
            if column == 0:
                found["time error, s"] += errors
    means = {name: float(np.mean(values)) for name, values in found.items() if name != "time error, s"}
    return {name: round(value, 4) for name, value in sorted(means.items())} | {
        "median time error, s": round(float(np.median(found["time error, s"])), 5)
    }


def peaks_of(probability: np.ndarray) -> np.ndarray:
    """Return the times of the peaks of an activation above a third of its 95th percentile, seconds."""
    inner = probability[1:-1]
    is_peak = (inner > probability[:-2]) & (inner >= probability[2:]) & (inner > np.percentile(probability, 95) / 3)
    frames = np.flatnonzero(is_peak) + 1
    left, centre, right = (np.log(np.maximum(probability[frames + i], 1e-9)) for i in (-1, 0, 1))
    bend = np.minimum(left - 2 * centre + right, -1e-9)
    return np.asarray((frames + np.clip(0.5 * (left - right) / bend, -0.5, 0.5)) / FRAME_RATE)


def _matched(times: np.ndarray, peaks: np.ndarray) -> tuple[int, list[float]]:
    """Count the beats with a peak within 70 ms, and return those peaks' errors."""
    if not len(times) or not len(peaks):
        return 0, []
    errors = np.array([peaks[np.abs(peaks - time).argmin()] - time for time in times])
    near = np.abs(errors) < 0.07
    return int(near.sum()), errors[near].tolist()


def _metre(clip: RenderedClip) -> str:
    return f"{clip.facts['beats_per_bar']} beats a bar"


def _speed(tempo: float) -> str:
    return (
        "below 70 BPM"
        if tempo < 70
        else "70 to 95 BPM"
        if tempo < 95
        else "95 to 130 BPM"
        if tempo < 130
        else "130 BPM up"
    )


def _training_of(graph: Path) -> dict[str, Any]:
    """Return the entry of the log for the step that a graph is of."""
    log, step = graph.parent / "log.jsonl", int(graph.stem.split("-")[-1])
    entries = [json.loads(line) for line in log.read_text().splitlines()]
    entry = [entry for entry in entries if entry["step"] == step][-1]
    plan = dict(entry["plan"])
    return {"step": step, "train": entry["train"], "beats": entry["beats"], "tempo": entry["tempo"], **plan}


def _counts(clips: Path, n_held_out: int) -> dict[str, object]:
    kinds: dict[str, int] = defaultdict(int)
    fonts: dict[str, int] = defaultdict(int)
    numbers = []
    for path in sorted(clips.glob("clip-*.npz")):
        with np.load(path, allow_pickle=False) as stored:
            facts = json.loads(str(stored["facts"]))
        kinds[facts["kind"]] += 1
        fonts[facts["font"]] += 1
        numbers.append(int(path.stem.split("-")[1]))
    return {
        "clips": len(numbers),
        "numbers": _ranges(numbers),
        "held_out": n_held_out,
        "kinds": dict(kinds),
        "fonts": dict(fonts),
    }


def _ranges(numbers: list[int]) -> str:
    """Write numbers as ranges: 0-12 15 20-29."""
    parts: list[list[int]] = []
    for number in numbers:
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return " ".join(str(low) if low == high else f"{low}-{high}" for low, high in parts)


def card_of(model: BeatModel) -> str:
    """Return the card of a net, from its passport."""
    passport = model.passport
    sources = "\n".join(f"| {s.name} | {s.by} | {s.licence} | {s.used_for} |" for s in passport.sources)
    scores = "\n".join(f"| {name} | {value:.3g} |" for name, value in passport.scores.items())
    limits = "\n".join(f"- {limit}" for limit in passport.limits)
    return f"""# The beat net: {passport.name}

This card is written by `python -m tools rhythm export`; its numbers come from the passport in `beats.gsm`.

- **What it does:** from {passport.n_inputs} numbers a frame (`{passport.input}`, 43 frames a second) to the
  probability of a beat and of a downbeat in each frame, and of {len(passport.tempi)} classes of tempo for the whole.
  `core/rhythm` decodes that.
- **File:** one archive of two stored members, an ONNX graph of {len(model.graph) / 1000:.0f} kB and a JSON passport.
  Loading it executes nothing.
- **It learned from** {passport.data["clips"]} rendered clips of 31 s, from no recording. Not from what it is judged
  by either: {passport.data["held_out"]} clips with another sound font, other drummers and songs, and some styles of
  their own.
- **Training:** {passport.training["step"]} steps of {passport.training["batch"]} passages in each of
  {passport.training["n_processes"]} processes. {passport.training["note"]}
- **Rebuild:** `{passport.created_by}`

## What it learned from

| material | by | licence | used for |
|---|---|---|---|
{sources}

## How good it is by itself

On held-out rendered music, without the decoder behind it. Real music is harder; `groovescope benchmark rhythm`
measures it.

| | |
|---|---|
{scores}

## What it cannot do

{limits}
"""
