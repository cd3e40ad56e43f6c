import time
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from core.synthesis import synthesise
from core.synthesis.demo import ARTISTS, DEMO_TAGS, demo_clip, to_pcm16, write_dataset
from core.synthesis.mix import CEILING, TARGET_RMS_DB
from core.synthesis.styles import STYLES
from core.synthesis.voices import saw, seconds_axis
from resources import resource_path
from tests.pace import Pace


@pytest.fixture(scope="module")
def demo():
    return demo_clip()


def rms_db(y):
    return 10 * np.log10(np.mean(np.square(y, dtype=np.float64)))


def passage(clip, name):
    section = next(section for section in clip.sections if section.name == name)
    return clip.y[round(section.start * clip.sr) : round(section.end * clip.sr)].mean(axis=1)


def share_below(y, sr, frequency):
    power = np.abs(np.fft.rfft(y)) ** 2
    return power[np.fft.rfftfreq(len(y), 1 / sr) < frequency].sum() / power.sum()


def test_the_committed_demo_clip_is_what_the_program_synthesises(demo):
    committed, sr = soundfile.read(resource_path("demo.flac"), dtype="int16")
    fresh = to_pcm16(demo.y)
    assert (sr, committed.shape) == (44100, fresh.shape)
    # Another processor may round the last bit of a sine the other way.
    assert np.abs(committed.astype(int) - fresh).max() <= 2


def test_the_demo_clip_is_small_and_says_what_it_is():
    path = resource_path("demo.flac")
    assert path.stat().st_size < 4_000_000
    with soundfile.SoundFile(path) as file:
        assert (file.subtype, file.title, file.artist) == ("PCM_16", DEMO_TAGS["title"], "Groovescope")


def test_the_demo_clip_is_loud_but_never_clips(demo):
    assert rms_db(demo.y) == pytest.approx(TARGET_RMS_DB, abs=0.2)
    assert np.abs(demo.y).max() <= CEILING + 1e-6
    assert np.abs(demo.y.mean(axis=0)).max() < 1e-3


def test_the_demo_clip_fills_the_stage_without_losing_its_middle(demo):
    left, right = demo.y.T.astype(np.float64)
    assert 0.3 < np.corrcoef(left, right)[0, 1] < 0.98
    assert rms_db(left) == pytest.approx(rms_db(right), abs=1.0)


def test_the_sections_of_the_demo_clip_differ_and_leave_no_gap(demo):
    assert [section.name for section in demo.sections] == ["intro", "groove", "break", "full", "outro"]
    assert (demo.sections[0].start, demo.sections[-1].end) == (0.0, 30.0)
    for section, following in zip(demo.sections, demo.sections[1:], strict=False):
        assert section.end == following.start
        assert np.abs(demo.downbeat_times - section.end).min() < 1e-9
    low = {name: share_below(passage(demo, name), demo.sr, 70) for name in ("intro", "groove", "break", "full")}
    assert max(low["intro"], low["break"]) < 0.1 < min(low["groove"], low["full"])
    assert rms_db(passage(demo, "full")) > rms_db(passage(demo, "break")) + 2


def test_the_beats_of_the_demo_clip_are_its_tempo(demo):
    assert (demo.tempo, demo.meter, len(demo.beat_times), len(demo.downbeat_times)) == (112.0, 4, 56, 14)
    np.testing.assert_allclose(np.diff(demo.beat_times), 60 / 112)


@pytest.mark.parametrize("arguments", [{}, {"meter": 3}, {"tempo": 90.0, "first_beat": 0.4}, {"style": "stomp"}])
def test_drums_start_at_every_downbeat(arguments):
    clip = synthesise(6.0, parts=frozenset({"drums"}), sr=22050, **arguments)
    y = clip.y.mean(axis=1)
    for downbeat in clip.downbeat_times[clip.downbeat_times > 0.1]:
        at = round(downbeat * clip.sr)
        before, after = y[at - 700 : at - 50], y[at : at + 650]
        if len(after) == 650:
            assert np.mean(after**2) > 4 * np.mean(before**2)


def test_three_four_time_has_a_downbeat_every_third_beat():
    clip = synthesise(5.0, tempo=120.0, meter=3, sr=11025)
    np.testing.assert_array_equal(clip.downbeat_times, clip.beat_times[::3])
    assert clip.meter == 3


def test_it_is_silent_before_the_first_beat():
    clip = synthesise(3.0, first_beat=0.5, sr=11025, parts=frozenset({"drums", "bass"}))
    assert clip.beat_times[0] == 0.5
    assert np.abs(clip.y[: round(0.48 * clip.sr)]).max() < 1e-4 < np.abs(clip.y[round(0.5 * clip.sr) :]).max()


def test_the_same_arguments_give_the_same_samples_and_another_seed_other_ones():
    first, again, other = (synthesise(3.0, sr=11025, seed=seed) for seed in (5, 5, 6))
    np.testing.assert_array_equal(first.y, again.y)
    assert not np.array_equal(first.y, other.y)


@pytest.mark.parametrize("key", ["D major", "F# minor", "A# major", "C minor"])
def test_the_key_that_was_asked_for_is_heard(key):
    clip = synthesise(18.0, sr=22050, key=key, parts=frozenset({"bass", "chords", "pad", "lead"}))
    y = clip.y.mean(axis=1)
    power = np.abs(np.fft.rfft(y)) ** 2
    frequencies = np.fft.rfftfreq(len(y), 1 / clip.sr)
    inside = (frequencies > 60) & (frequencies < 1500)
    classes = np.rint(69 + 12 * np.log2(frequencies[inside] / 440)).astype(int) % 12
    strength = np.bincount(classes, power[inside], 12)
    tonic = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B").index(key.split()[0])
    scale = {"major": (0, 2, 4, 5, 7, 9, 11), "minor": (0, 2, 3, 5, 7, 8, 10)}[key.split()[1]]
    inside_key = strength[[(tonic + step) % 12 for step in scale]].sum() / strength.sum()
    assert inside_key > 0.8  # seven of twelve by chance would be 0.58
    third, other_third = (4, 3) if "major" in key else (3, 4)
    assert strength[(tonic + third) % 12] > 3 * strength[(tonic + other_third) % 12]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"meter": 5}, "3 beats|4 beats"),
        ({"style": "polka"}, "no style is called polka"),
        ({"key": "H major"}, "H major is not a key"),
        ({"tempo": 0.0}, "20 to 400 BPM"),
        ({"seconds": 0.0}, "0 to 3600 seconds"),
        ({"seconds": 2.0, "first_beat": 2.0}, "a beat within it"),
    ],
)
def test_music_that_cannot_be_played_is_refused(arguments, reason):
    with pytest.raises(ValueError, match=reason):
        synthesise(**arguments)


@settings(max_examples=12, deadline=None)
@given(
    seconds=st.floats(0.02, 3.0),
    tempo=st.floats(40.0, 260.0),
    style=st.sampled_from(sorted(STYLES)),
    seed=st.integers(0, 2**32),
)
def test_every_clip_has_its_length_and_beats_and_stays_below_the_ceiling(seconds, tempo, style, seed):
    clip = synthesise(seconds, tempo=tempo, style=style, seed=seed, sr=8000)
    assert clip.y.shape == (round(seconds * 8000), 2)
    assert clip.y.dtype == np.float32
    assert np.isfinite(clip.y).all()
    assert np.abs(clip.y).max() <= CEILING + 1e-6
    assert 0 <= clip.beat_times[0] <= clip.beat_times[-1] < seconds


def test_the_saw_has_hardly_anything_that_is_no_harmonic():
    sr, frequency = 44100, 2205.0
    spectrum = np.abs(np.fft.rfft(saw(frequency, seconds_axis(1.0, sr), sr)[: sr // 2] * np.hanning(sr // 2)))
    frequencies = np.fft.rfftfreq(sr // 2, 1 / sr)
    harmonic = np.abs(frequencies / frequency - np.rint(frequencies / frequency)) * frequency < 10
    heard = frequencies < 10_000
    assert spectrum[heard & ~harmonic].max() < 0.02 * spectrum[heard & harmonic].max()


def test_the_demo_data_set_is_labelled_by_folder_and_grouped_by_file_name(tmp_path: Path):
    pace, started = Pace(), time.perf_counter()
    entries = write_dataset(tmp_path)
    seconds = time.perf_counter() - started
    assert seconds < pace.limit(30.0)  # some 5 s on a quiet core
    assert len(entries) == 40
    for entry in entries:
        info = soundfile.info(tmp_path / entry.path)
        assert (info.samplerate, info.duration, info.format) == (22050, 10.0, "WAV")
        assert entry.path.parent.name == entry.label
        assert entry.path.stem.rpartition(" - ")[0] == entry.artist in ARTISTS[entry.label]
    lines = (tmp_path / "artists.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "file,label,artist"
    assert len(lines) == 41
    assert len({(tmp_path / entry.path).read_bytes() for entry in entries}) == 40
