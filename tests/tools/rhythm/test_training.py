"""A toy training of seconds: it learns, is the same every time, and its file is one the program accepts."""

from pathlib import Path

import numpy as np
import pytest

torch = pytest.importorskip("torch", reason="needs PyTorch (tools/rhythm/requirements.lock), which only training uses")

from core.rhythm.grid import FRAME_RATE
from core.rhythm.model import check_beat_graph
from core.rhythm.net_input import N_INPUTS, net_input
from tools.rhythm.corpus import RenderedClip, clip_path, write_clip
from tools.rhythm.export import to_graph
from tools.rhythm.net import BeatNet, Shape
from tools.rhythm.training import POSITIVE_WEIGHTS, Plan, train

TOY = Shape(first=8, channels=8, dilations=(1, 2, 4))


def toy_corpus(folder: Path, n_clips: int) -> None:
    folder.mkdir()
    for number in range(n_clips):
        rng = np.random.default_rng(number)
        frames = np.arange(rng.uniform(5, 20), 500, rng.uniform(15, 30))
        since = np.arange(520.0)[:, np.newaxis] - frames
        decay = np.where(since >= -1, -2.0 * np.maximum(since, 0), -80.0).max(axis=1)
        decibels = (np.maximum(decay, -60)[:, np.newaxis] + rng.normal(0, 1, (520, 128))).astype(np.float16)
        positions = np.arange(len(frames)) % 4 + 1
        write_clip(clip_path(folder, number), RenderedClip(decibels, frames / FRAME_RATE, positions, {"style": "toy"}))


def plan(n_processes: int, n_steps: int = 30) -> Plan:
    return Plan(n_steps=n_steps, batch=4, n_frames=256, n_processes=n_processes, every=10, shape=TOY)


@pytest.fixture(scope="module")
def clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("toy") / "clips"
    toy_corpus(folder, 12)
    return folder


@pytest.mark.parametrize("n_processes", [1, 2])
def test_the_same_seed_gives_the_same_weights(n_processes: int, clips: Path, tmp_path: Path) -> None:
    made = [train(clips, clips, tmp_path / name, plan(n_processes), None, print).read_bytes() for name in ("a", "b")]
    assert made[0] == made[1]


def test_training_that_was_stopped_goes_on_to_the_same_weights(clips: Path, tmp_path: Path) -> None:
    whole = train(clips, clips, tmp_path / "whole", plan(1), None, print).read_bytes()
    lines: list[str] = []

    class Stop(Exception):
        pass

    def stop_early(line: str) -> None:
        lines.append(line)
        if len(lines) == 2:  # after the number of clips comes the first checkpoint
            raise Stop

    with pytest.raises(Stop):
        train(clips, clips, tmp_path / "parts", plan(1), None, stop_early)
    torch.distributed.destroy_process_group()
    assert train(clips, clips, tmp_path / "parts", plan(1), None, print).read_bytes() == whole


def test_it_learns(clips: Path, tmp_path: Path) -> None:
    lines: list[str] = []
    train(clips, clips, tmp_path / "run", plan(1, 60), None, lines.append)
    losses = [float(line.split('"beats": ')[1].split(",")[0]) for line in lines if '"beats"' in line]
    assert losses[-1] < 0.9 * losses[0]


def test_the_graph_says_what_the_net_says() -> None:
    import onnxruntime

    torch.manual_seed(0)
    net = BeatNet(Shape())
    features = net_input(np.random.default_rng(0).normal(0, 10, (300, 128)).astype(np.float32))[np.newaxis]
    net.train()
    net(torch.from_numpy(features))  # so that the normalisations have statistics
    net.eval()
    graph = to_graph(net, POSITIVE_WEIGHTS)
    check_beat_graph(graph)
    session = onnxruntime.InferenceSession(graph, providers=["CPUExecutionProvider"])
    beats, tempo = session.run(["beats", "tempo"], {"features": features})
    with torch.no_grad():
        wanted, wanted_tempo = net(torch.from_numpy(features))
    assert features.shape[2] == N_INPUTS
    assert np.allclose(beats, wanted.numpy() - np.log(POSITIVE_WEIGHTS), atol=1e-4)
    assert np.allclose(tempo, wanted_tempo.numpy(), atol=1e-4)
