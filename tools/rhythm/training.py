"""Training of the beat net: processes that average their gradients, so that the same seed gives the same weights."""

import json
import os
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path

import numpy as np
import torch
import torch.distributed
import torch.multiprocessing
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from core.rhythm.grid import FRAME_RATE
from core.rhythm.net_input import N_INPUTS, TEMPI, net_input
from tools.rhythm.augmentation import Excerpt, masked, varied
from tools.rhythm.corpus import RenderedClip, read_corpus
from tools.rhythm.export import to_graph
from tools.rhythm.net import BeatNet, Shape
from tools.rhythm.targets import target_of

POSITIVE_WEIGHTS = (3.0, 6.0)
"""How much more a frame with a beat or a downbeat counts; the exported logits are corrected for it."""

_TEMPO_SHARE = 0.06  # of the tempo head in the loss
_BEAT_SHARE = 3.0
_VALIDATION_CLIPS = 96


@dataclass(frozen=True)
class Plan:
    """How to train.

    Attributes
    ----------
    n_steps : gradient steps in all
    seed : of weights, order and variations
    batch : passages in a step and process
    n_frames : of a passage
    rate : highest learning rate
    n_processes : that average their gradients
    every : steps between two checkpoints
    shape : of the net
    """

    n_steps: int = 6000
    seed: int = 1
    batch: int = 8
    n_frames: int = 1024
    rate: float = 3e-3
    n_processes: int = 2
    every: int = 300
    shape: Shape = field(default_factory=Shape)


Batch = tuple[Tensor, Tensor, Tensor, Tensor]
"""Features, beats, weights, tempo."""


def train(
    clips: Path, held_out: Path, out: Path, plan: Plan, at_most: int | None, report: Callable[[str], None]
) -> Path:
    """Train a net, or go on where a former run stopped; return the ONNX file of the last checkpoint.

    Parameters
    ----------
    clips, held_out : folders of rendered clips, to train on and to judge by
    out : gets `state.pt`, `log.jsonl` and `net-STEP.onnx`
    plan : how
    at_most : read so many clips only
    report : told a line at every checkpoint
    """
    out.mkdir(parents=True, exist_ok=True)
    corpus = read_corpus(clips, at_most)
    report(f"{len(corpus)} clips to train on.")
    with tempfile.TemporaryDirectory() as folder:
        meeting = Path(folder) / "meeting"
        arguments = (plan, corpus, held_out, out, meeting, report)
        context = torch.multiprocessing.get_context("fork")  # the corpus is shared, not copied
        others = [context.Process(target=_work, args=(rank, *arguments)) for rank in range(1, plan.n_processes)]
        for process in others:
            process.start()
        _work(0, *arguments)
        for process in others:
            process.join()
    return out / f"net-{plan.n_steps:05d}.onnx"


def _work(
    rank: int,
    plan: Plan,
    corpus: list[RenderedClip],
    held_out: Path,
    out: Path,
    meeting: Path,
    report: Callable[[str], None],
) -> None:
    torch.set_num_threads(1)
    torch.use_deterministic_algorithms(True)
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
    torch.distributed.init_process_group(
        "gloo", init_method=f"file://{meeting}", rank=rank, world_size=plan.n_processes
    )
    torch.manual_seed(plan.seed)
    net = BeatNet(plan.shape)
    optimiser = torch.optim.AdamW(net.parameters(), lr=plan.rate, weight_decay=1e-3, betas=(0.9, 0.98))
    averaged = {name: value.clone() for name, value in net.state_dict().items()}
    # Every process goes on from the first one's state: their weights are the same, their batch statistics nearly.
    first = _restore(out / "state.pt", net, optimiser, averaged)
    if plan.n_processes > 1:
        torch.distributed.barrier()  # before the first checkpoint replaces the state
    validation = validation_batch(read_corpus(held_out, _VALIDATION_CLIPS), plan) if rank == 0 else None
    losses: list[tuple[float, float]] = []
    started = time.monotonic()
    for step in range(first, plan.n_steps):
        rng = np.random.default_rng([plan.seed, rank, step])
        torch.manual_seed(plan.seed + 1000 * step + rank)  # of dropout
        for group in optimiser.param_groups:
            group["lr"] = _rate(plan, step)
        losses.append(_step(net, optimiser, training_batch(rng, corpus, plan), plan.n_processes))
        _average(averaged, net, step)
        if (step + 1) % plan.every == 0 or step + 1 == plan.n_steps:
            if validation is not None:
                _store(out / "state.pt", step + 1, net, optimiser, averaged)
                judged = _judge(plan, averaged, validation)
                seconds = time.monotonic() - started
                mean = np.mean(losses, axis=0).round(4).tolist()
                entry = {"step": step + 1, "seconds": round(seconds), "train": mean, **judged}
                _checkpoint(out, plan, averaged, entry)
                report(json.dumps(entry))
            losses = []
    torch.distributed.destroy_process_group()


def _rate(plan: Plan, step: int) -> float:
    """Learning rate of a step: a short rise, then half a cosine."""
    return float(plan.rate * min(1.0, (step + 1) / 100) * (0.5 * (1 + np.cos(np.pi * step / plan.n_steps)) + 0.005))


def _step(net: BeatNet, optimiser: torch.optim.Optimizer, batch: Batch, n_processes: int) -> tuple[float, float]:
    """Make one step with the mean gradient of all processes; return this one's losses."""
    net.train()
    beat_loss, tempo_loss = losses_of(net(batch[0]), batch)
    optimiser.zero_grad()
    (_BEAT_SHARE * beat_loss + _TEMPO_SHARE * tempo_loss).backward()
    gradients = [p.grad for p in net.parameters() if p.grad is not None]
    if n_processes > 1:
        flat = torch.cat([gradient.reshape(-1) for gradient in gradients])
        torch.distributed.all_reduce(flat)
        flat /= n_processes
        for gradient, part in zip(gradients, flat.split([g.numel() for g in gradients]), strict=True):
            gradient.copy_(part.view_as(gradient))
    torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
    optimiser.step()
    return float(beat_loss.detach()), float(tempo_loss.detach())


def losses_of(answers: tuple[Tensor, Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    """Return the loss of beats and downbeats, and that of the tempo."""
    beats, tempo = answers
    _, wanted, weights, wanted_tempo = batch
    positive = torch.tensor(POSITIVE_WEIGHTS)
    frame_weights = weights[:, :, None] * (1 + wanted * (positive - 1))
    beat_loss = functional.binary_cross_entropy_with_logits(beats, wanted, weight=frame_weights)
    return beat_loss, -(functional.log_softmax(tempo, 1) * wanted_tempo).sum(1).mean()


def training_batch(rng: np.random.Generator, corpus: list[RenderedClip], plan: Plan) -> Batch:
    """Return passages of random clips, each varied differently."""
    rows = []
    for number in rng.integers(0, len(corpus), plan.batch):
        clip, other = corpus[int(number)], corpus[int(rng.integers(len(corpus)))]
        excerpt = Excerpt(clip.decibels, clip.beat_times * FRAME_RATE, clip.positions)
        excerpt = varied(rng, excerpt, other.decibels, plan.n_frames)
        features = masked(rng, net_input(excerpt.decibels))
        rows.append(_example(features, excerpt, plan.n_frames))
    return _stacked(rows)


def validation_batch(corpus: list[RenderedClip], plan: Plan) -> Batch:
    """Return the beginnings of clips as they are."""
    rows = []
    for clip in corpus:
        excerpt = Excerpt(
            clip.decibels[: plan.n_frames].astype(np.float32), clip.beat_times * FRAME_RATE, clip.positions
        )
        rows.append(_example(net_input(excerpt.decibels), excerpt, plan.n_frames))
    return _stacked(rows)


def _example(features: NDArray[np.float32], excerpt: Excerpt, length: int) -> tuple[NDArray[np.float32], ...]:
    n_frames = min(len(features), length)
    padded = np.zeros((length, N_INPUTS), np.float32)
    padded[:n_frames] = features[:n_frames]
    target = target_of(excerpt.beat_frames, excerpt.positions, n_frames, length)
    return padded, target.beats, target.weights, target.tempo


def _stacked(rows: list[tuple[NDArray[np.float32], ...]]) -> Batch:
    features, beats, weights, tempo = (torch.from_numpy(np.stack(part)) for part in zip(*rows, strict=True))
    return features, beats, weights, tempo


def _average(averaged: dict[str, Tensor], net: BeatNet, step: int) -> None:
    """Move the averaged weights, which are what is exported, towards those of this step."""
    keep = min(0.995, (step + 1) / (step + 10))
    for name, value in net.state_dict().items():
        if value.dtype.is_floating_point:
            averaged[name].mul_(keep).add_(value, alpha=1 - keep)
        else:
            averaged[name].copy_(value)


def _judge(plan: Plan, averaged: dict[str, Tensor], validation: Batch) -> dict[str, float]:
    """Losses on held-out clips, and the share of them whose tempo is right, and right but for the level."""
    net = BeatNet(plan.shape)
    net.load_state_dict(averaged)
    net.eval()
    with torch.no_grad():
        answers = net(validation[0])
        beat_loss, tempo_loss = losses_of(answers, validation)
    found = TEMPI[answers[1].argmax(1).numpy()]
    off = np.log2(found / TEMPI[validation[3].argmax(1).numpy()])
    return {
        "beats": round(float(beat_loss), 4),
        "tempo": round(float(tempo_loss), 3),
        "right": round(float(np.mean(np.abs(off) < 0.1)), 3),
        "doubled": round(float(np.mean(np.abs(off - 1) < 0.1)), 3),
        "halved": round(float(np.mean(np.abs(off + 1) < 0.1)), 3),
    }


def _checkpoint(out: Path, plan: Plan, averaged: dict[str, Tensor], entry: dict[str, object]) -> None:
    net = BeatNet(plan.shape)
    net.load_state_dict(averaged)
    (out / f"net-{entry['step']:05d}.onnx").write_bytes(to_graph(net.eval(), POSITIVE_WEIGHTS))
    with (out / "log.jsonl").open("a") as log:
        log.write(json.dumps({**entry, "plan": asdict(plan)}) + "\n")


def _store(path: Path, step: int, net: BeatNet, optimiser: torch.optim.Optimizer, averaged: dict[str, Tensor]) -> None:
    part = path.with_suffix(".part")
    state = {"step": step, "net": net.state_dict(), "optimiser": optimiser.state_dict(), "averaged": averaged}
    torch.save(state, part)
    part.replace(path)


def _restore(path: Path, net: BeatNet, optimiser: torch.optim.Optimizer, averaged: dict[str, Tensor]) -> int:
    """Take up a former run; return the step to go on with."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    net.load_state_dict(state["net"])
    optimiser.load_state_dict(state["optimiser"])
    for name, value in state["averaged"].items():
        averaged[name].copy_(value)
    return int(state["step"])
