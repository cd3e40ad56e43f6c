"""How fast a quantity grows, and how surely."""

import subprocess
import sys

import numpy as np
import psutil
import pytest

from tools.growth import BLOCKS, QUANTITIES, Samples, growth, growth_lines

TIMES = np.arange(0.0, 3600.0, 5.0)


def test_a_line_has_its_slope_without_doubt() -> None:
    found = growth("memory", "MB", TIMES, 100 + 12 * TIMES / 3600)
    assert found.slope == pytest.approx(12)
    assert found.margin == pytest.approx(0, abs=1e-6)
    assert found.is_certain
    assert found.first == pytest.approx(100.5, abs=0.1) and found.last == pytest.approx(111.5, abs=0.1)


def test_noise_grows_with_no_certainty_in_all_but_a_few_cases() -> None:
    random = np.random.default_rng(0)
    certain = [growth("", "", TIMES, random.normal(size=len(TIMES))).is_certain for _ in range(200)]
    assert sum(certain) / len(certain) < 0.06  # 2.5 % are expected above


def test_neighbours_that_are_alike_make_no_slope_sure() -> None:
    random = np.random.default_rng(0)
    kernel = np.ones(40) / 40  # much longer than a sample, shorter than a block
    waves = (np.convolve(random.normal(size=len(TIMES) + 39), kernel, "valid") for _ in range(200))
    assert sum(growth("", "", TIMES, wave).is_certain for wave in waves) / 200 < 0.10


def test_a_sample_counts_the_process_and_its_children() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        samples = Samples()
        samples.take()
        child.communicate(b"\n")
    own, every, handles, threads, processes = samples.rows[0]
    assert every > own > 1
    assert handles >= 3 and threads >= 1
    assert processes == 1 + len([*psutil.Process().children(recursive=True), child])


def test_too_few_samples_tell_nothing_and_enough_name_every_quantity() -> None:
    samples = Samples(times=list(range(10)), rows=[(1.0, 2.0, 3.0, 4.0, 5.0)] * 10)
    assert samples.growths() == []
    many = 4 * BLOCKS
    samples = Samples(times=list(range(many)), rows=[(1.0, 2.0, 3.0, 4.0, 5.0)] * many)
    assert [one.name for one in samples.growths()] == list(QUANTITIES)
    assert len(growth_lines(samples.growths())) == 1 + len(QUANTITIES)
