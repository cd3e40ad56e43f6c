import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage

from core.audio.clip import ANALYSIS_SR, WaveformPeaks
from core.audio.waveform import waveform_peaks
from desktop.clip.picture.time_item import Frame
from desktop.clip.picture.waveform import WaveformItem, columns, full_scale
from desktop.widgets.theme import LIGHT
from tests.desktop.synthetic import synthetic_peaks


def opacity(picture: QImage) -> np.ndarray:
    """How much of the colour of the waveform each pixel has, 0 to 255, the rest being the surface of the window."""
    pixels = np.frombuffer(picture.constBits(), dtype=np.uint8).reshape(picture.height(), -1, 4)
    ground, colour = QColor(LIGHT.surface), QColor(LIGHT.waveform)
    return np.rint(255 * (ground.red() - pixels[:, :, 2].astype(float)) / (ground.red() - colour.red())).astype(int)


def steady_peaks(amplitude: float, duration: float = 10.0) -> WaveformPeaks:
    n_samples = round(duration * ANALYSIS_SR)
    n_bins = -(-n_samples // 64)
    bins = np.tile(np.array([-1, 1]) * round(32767 * amplitude), (n_bins, 1)).astype(np.int16)
    return WaveformPeaks((bins, bins[::4], bins[::16]), (64, 256, 1024), ANALYSIS_SR, n_samples)


@pytest.mark.parametrize("pixel_ratio", [1.0, 2.0])
@pytest.mark.parametrize("span", [10.0, 1.0, 0.05])
def test_a_steady_amplitude_fills_the_rows_it_should(qapp: object, span: float, pixel_ratio: float) -> None:
    item = WaveformItem()
    item.set_peaks(steady_peaks(0.5))
    rows = opacity(
        item.picture(Frame(100, 200, 3.0 if span < 10 else 0.0, 3.0 + span if span < 10 else 10.0, pixel_ratio))
    )
    height = rows.shape[0]
    middle_column = rows[:, rows.shape[1] // 2]
    expected = height / 2 * (0.5 / full_scale(steady_peaks(0.5)))
    drawn = np.flatnonzero(middle_column > 127)
    assert drawn.min() == pytest.approx(height / 2 - expected, abs=1.5)
    assert drawn.max() == pytest.approx(height / 2 + expected, abs=1.5)
    assert (middle_column[drawn] > 127).all()


def test_the_loud_half_is_higher(qapp: object) -> None:
    item = WaveformItem()
    item.set_peaks(synthetic_peaks(20.0, np.array([0.1, 0.1, 0.1, 0.8, 0.8, 0.8])))
    drawn = (opacity(item.picture(Frame(400, 100, 0.0, 20.0))) > 0).sum(axis=0)
    assert drawn[:150].max() < drawn[250:].min() / 2


def test_silence_is_a_line_and_beyond_the_end_is_nothing(qapp: object) -> None:
    item = WaveformItem()
    item.set_peaks(steady_peaks(0.0))
    rows = opacity(item.picture(Frame(200, 100, 5.0, 15.0)))
    assert (rows[:, :99].max(axis=0) > 200).all()
    assert (rows[:, :99] > 0).sum(axis=0).max() <= 2
    assert not rows[:, 101:].any()


def test_a_single_loud_sample_is_seen_at_every_zoom() -> None:
    samples = np.zeros((20_000, 2), dtype=np.int16)
    samples[12_345] = (-20_000, 30_000)
    levels = [samples]
    while len(levels[-1]) > 64:
        starts = np.arange(0, len(levels[-1]), 2)
        finer = levels[-1]
        pair = np.minimum.reduceat(finer[:, 0], starts), np.maximum.reduceat(finer[:, 1], starts)
        levels.append(np.stack(pair, axis=1))
    peaks = WaveformPeaks(tuple(levels), tuple(64 * 2**i for i in range(len(levels))), ANALYSIS_SR, 64 * 20_000)
    at = 12_345.5 * 64 / ANALYSIS_SR
    for span in (peaks.duration, 20.0, 2.0, 0.25):
        start = max(min(at - span / 3, peaks.duration - span), 0.0)
        edges = np.linspace(start, start + span, 801)
        outline, body = columns(peaks, edges)
        loudest = int(outline[:, 1].argmax())
        assert outline[loudest, 1] == pytest.approx(30_000, rel=0.02)
        assert abs(edges[loudest] - at) <= 2 * span / 800 + 64 / ANALYSIS_SR
        assert (body[:, 1] <= outline[:, 1] + 1).all()


def test_a_piece_of_one_bin_is_drawn(qapp: object) -> None:
    item = WaveformItem()
    item.set_peaks(WaveformPeaks((np.array([[-9000, 9000]], dtype=np.int16),), (64,), ANALYSIS_SR, 40))
    assert opacity(item.picture(Frame(50, 40, 0.0, 40 / ANALYSIS_SR))).any()


def test_no_samples_draw_nothing(qapp: object) -> None:
    item = WaveformItem()
    item.set_peaks(WaveformPeaks((np.zeros((0, 2), dtype=np.int16),), (64,), ANALYSIS_SR, 0))
    assert not np.frombuffer(item.picture(Frame(50, 40, 0.0, 1.0)).constBits(), np.uint8).any()


def sine_of(hertz: float, seconds: float = 10.0) -> tuple[np.ndarray, WaveformPeaks]:
    samples = (0.5 * np.sin(2 * np.pi * hertz * np.arange(round(seconds * ANALYSIS_SR)) / ANALYSIS_SR)).astype("f4")
    return samples, waveform_peaks(samples)


def middle_rows(item: WaveformItem, frame: Frame) -> np.ndarray:
    """Where the wave is in each column, from the upper edge, weighted by how opaque it is."""
    drawn = opacity(item.picture(frame)).astype(float)
    return np.asarray((drawn * (np.arange(len(drawn))[:, None] + 0.5)).sum(axis=0) / drawn.sum(axis=0))


def test_a_sine_at_deep_zoom_is_a_line_through_its_samples(qapp: object) -> None:
    samples, peaks = sine_of(440.0)
    item = WaveformItem()
    item.set_peaks(peaks)
    item.set_samples(samples)
    frame = Frame(800, 200, 3.0, 3.01)
    drawn = opacity(item.picture(frame))
    assert (drawn > 127).sum(axis=0).max() <= 12  # a line, and no filled columns
    times = frame.start + (np.arange(800) + 0.5) / frame.pixels_per_second
    expected = 100 * (1 - 0.5 * np.sin(2 * np.pi * 440 * times) / full_scale(peaks))
    assert np.abs(middle_rows(item, frame) - expected).max() < 4


def test_samples_are_points_where_there_is_room(qapp: object) -> None:
    samples, peaks = sine_of(1000.0)
    item = WaveformItem()
    item.set_peaks(peaks)
    item.set_samples(samples)
    frame = Frame(1000, 200, 2.0, 2.002)
    thick = (opacity(item.picture(frame)) > 127).sum(axis=0)
    at = frame.xs(np.arange(44_102, 44_140) / ANALYSIS_SR).round().astype(int)
    between = (at[1:] + at[:-1]) // 2
    assert thick[at[5:30]].mean() > thick[between[5:30]].mean() + 0.5


def test_columns_of_few_samples_reach_from_the_least_to_the_greatest(qapp: object) -> None:
    samples, peaks = sine_of(2000.0)
    item = WaveformItem()
    item.set_peaks(peaks)
    item.set_samples(samples)
    # Four samples a column: what the finest bins of 64 samples would fill whole.
    rows = (opacity(item.picture(Frame(1000, 200, 2.0, 2.0 + 4000 / ANALYSIS_SR))) > 127).sum(axis=0)
    assert 20 < rows.mean() < 0.8 * 200 * 0.5 / full_scale(peaks)


def test_samples_of_another_piece_are_not_drawn(qapp: object) -> None:
    samples, peaks = sine_of(440.0)
    item = WaveformItem()
    item.set_peaks(peaks)
    item.set_samples(samples[:-1])
    assert item.samples is None
