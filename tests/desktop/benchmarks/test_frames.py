import pytest

from desktop.benchmarks.frames import measure_edit_ms, measure_frame_times, view_ranges

BOUND_BLITS = 100.0
"""Ten times the aim, which `benchmark window` measures; of the median, since a busy machine interrupts some frames."""


def test_frames_of_a_long_piece_stay_short(qapp: object) -> None:
    times = measure_frame_times(seconds=1800.0, n_beats=4000, n_frames=60)
    assert 0 < times.p50_ms <= times.p95_ms <= times.max_ms
    assert times.p50_blits < BOUND_BLITS


def test_the_views_cover_every_depth_within_the_piece() -> None:
    views = list(view_ranges(7200.0, 100))
    spans = [end - start for start, end in views]
    assert len(views) == 100
    assert max(spans) == pytest.approx(7200.0)
    assert min(spans) == pytest.approx(0.25)
    assert all(0 <= start < end <= 7200.0 + 1e-6 for start, end in views)


def test_edits_are_measured_from_the_gesture_to_the_picture(qapp: object) -> None:
    assert measure_edit_ms(seconds=60.0, n_edits=3) > 0
