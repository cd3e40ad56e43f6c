"""The benchmark of the tables: it compares what it says it compares, and prints a line a clip."""

import re
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.benchmarks.extraction import NAMES, Tables, differences, librosas, ours, run
from core.features.passages import fixed_passages
from core.features.recipe import GENRE_COLUMNS
from core.synthesis import synthesise

pytestmark = pytest.mark.timeout(600)  # librosa compiles at its first calls, for minutes where others work as well


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clips") / "six.wav"
    soundfile.write(path, synthesise(seconds=6.0, sr=22050, seed=2).y, 22050)
    return path


def test_both_ways_agree_on_a_clip_and_the_report_says_so(clip: Path) -> None:
    *lines, total, essentia, tempo = run([clip])
    assert len(lines) == 1
    assert "ssentia" in essentia
    assert "every number within tolerance" in lines[0]
    ratio = re.search(r"([\d.]+) times faster", total)
    assert ratio is not None and float(ratio[1]) > 2
    assert tempo.startswith("tempo equal on")


def test_a_number_beyond_its_tolerance_is_named() -> None:
    y = np.random.default_rng(0).normal(scale=0.1, size=22050 * 3).astype(np.float32)
    mine, theirs = ours(y), librosas(y)
    song, bars, genre = mine.song.copy(), mine.bars.copy(), mine.genre.copy()
    song[NAMES.index("rms_mean")] *= 1 + 1e-4
    bars[0, NAMES.index("HPR")] *= 1.1
    genre[3] *= 1.01
    wrong, _ = differences(Tables(song, bars, genre), theirs)
    assert {"song rms_mean", "bar HPR", "genre rms_mean"} <= set(wrong)


def test_a_last_slice_of_silence_is_no_difference() -> None:
    y = synthesise(seconds=8.0, sr=22050, seed=2).y.mean(axis=1).astype(np.float32)
    tempo = float(ours(y).song[NAMES.index("tempo")])
    _, end = fixed_passages(tempo, len(y)).bounds[1]
    clip = np.concatenate([y[:end], np.zeros(441, np.float32)])  # ratios, levels and norms of 0 / 0
    mine, theirs = ours(clip), librosas(clip)
    assert np.all(clip[fixed_passages(tempo, len(clip)).bounds[-1][0] :] == 0.0)
    wrong, _ = differences(mine, theirs)
    assert wrong == ()


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_only_a_number_that_librosa_has_and_we_lack_is_a_difference(number: float) -> None:
    row = np.ones(len(NAMES))
    theirs = Tables(row, np.stack([row] * 3), np.ones(len(GENRE_COLUMNS)))
    song, bars, genre = row.copy(), theirs.bars.copy(), theirs.genre.copy()
    song[3] = bars[2, 5] = genre[7] = number
    mine = Tables(song, bars, genre)
    named = (f"song {NAMES[3]}", f"bar {NAMES[5]}", f"genre {GENRE_COLUMNS[7]}")
    assert differences(mine, theirs) == (named, 0)
    assert differences(theirs, mine) == differences(mine, mine) == ((), 0)
