"""Learning of levels and confidences from clips whose beats are known."""

import importlib.util
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from core.rhythm import confidence, level_model, levels
from tests.core.rhythm.activations import activations_of, steady
from tools.rhythm.levels import Example, f_measure, learn, learn_phase
from tools.rhythm.unmusical import KINDS, unmusical


def _examples() -> list[Example]:
    examples = []
    for seed in range(8):
        beats, positions, heard = steady(70.0 + 12 * seed, duration=20.0, between=0.3, noise=0.04, seed=seed)
        examples.append(Example(heard, beats, positions))
    none = np.empty(0)
    noise = [activations_of(none, [], 20.0, noise=0.04, seed=seed) for seed in range(4)]
    return [*examples, *(Example(heard, none, np.empty(0, np.int64)) for heard in noise)]


def _loaded(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("learned", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_same_clips_give_the_same_coefficients_of_the_known_length(tmp_path: Path) -> None:
    said: list[str] = []
    learn(_examples(), tmp_path / "first.py", said.append)
    learn(_examples(), tmp_path / "second.py", said.append)
    assert (tmp_path / "first.py").read_bytes() == (tmp_path / "second.py").read_bytes()
    learned = _loaded(tmp_path / "first.py")
    assert len(learned.WEIGHTS) == len(levels.FEATURES)
    frames, none = np.arange(0, 400, 40), np.full(400, 0.1, np.float32)
    assert len(learned.BEAT) == confidence.beat_numbers(none, frames, 0.5).shape[1]
    assert len(learned.BAR) == confidence.bar_numbers(np.full(10, 0.5), np.full(10, 0.5)).shape[1]
    assert len(learned.WHOLE) == len(confidence.whole_numbers(np.full(10, 0.5), frames, 0.5))


def test_the_phase_is_learned_from_clips_heard_half_a_beat_off_and_all_else_kept(tmp_path: Path) -> None:
    in_phase = _examples()[:8]
    off = [
        Example(one.activations, one.beat_times[:-1] + np.diff(one.beat_times) / 2, one.positions[:-1])
        for one in in_phase[:2]
    ]
    said: list[str] = []
    learn_phase([*in_phase, *off], tmp_path / "learned.py", said.append)
    learned = _loaded(tmp_path / "learned.py")
    assert len(learned.PHASE) == 3 and "0.200 are right" in said[-1]
    assert (learned.WEIGHTS, learned.BEAT) == (level_model.WEIGHTS, level_model.BEAT)


def test_the_shipped_coefficients_are_sure_of_clear_beats_and_not_of_noise() -> None:
    from core.rhythm.tracking import decode

    clear = decode(steady(112.0, noise=0.01)[2])
    assert clear.confidence > 0.7 and clear.is_steady
    noise = decode(activations_of(np.empty(0), [], 30.0, noise=0.04))
    assert noise.confidence < clear.confidence / 2
    assert noise.beat_confidence.mean() < clear.beat_confidence.mean()


def test_beats_within_70_ms_are_right() -> None:
    truth = np.arange(1.0, 11.0)
    assert f_measure(truth, truth + 0.06) == 1.0
    assert f_measure(truth, truth + 0.08) == 0.0
    assert f_measure(truth, truth[::2]) == pytest.approx(2 / 3)
    assert f_measure(truth, truth[:0]) == 0.0


@pytest.mark.parametrize("kind", KINDS)
def test_sounds_without_a_beat_are_the_same_each_time(kind: str) -> None:
    y = unmusical(kind, 3, 4.0)
    np.testing.assert_array_equal(y, unmusical(kind, 3, 4.0))
    assert len(y) == 4 * 22050
    assert 0.4 < np.abs(y).max() <= 0.5
    assert not np.array_equal(y, unmusical(kind, 4, 4.0))
