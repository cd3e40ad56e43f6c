import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from desktop.clip.picture.pyramid import ImagePyramid, interpolated


def edges(start: float, end: float, n_columns: int) -> np.ndarray:
    return np.linspace(start, end, n_columns + 1)


def test_a_frame_is_drawn_around_its_own_time() -> None:
    image = np.zeros((200, 3), dtype=np.uint8)
    image[100] = 255
    columns = ImagePyramid(image, 0.1).columns(edges(9.0, 11.0, 2000))
    assert abs(columns[:, 0].argmax() - 1000) <= 5
    assert not columns[:900].any()


@given(st.integers(1, 5000), st.integers(1, 300))
def test_no_frame_is_lost_and_none_is_made_up_at_any_zoom(n_frames: int, n_columns: int) -> None:
    image = np.full((n_frames, 2), 90, dtype=np.uint8)
    columns = ImagePyramid(image, 0.02).columns(edges(0.0, n_frames * 0.02, n_columns))
    assert columns.shape == (n_columns, 2)
    inside = (np.arange(n_columns) + 0.5) / n_columns * n_frames < n_frames - 0.5
    assert (columns[inside] == 90).all()


def test_zoomed_out_columns_are_means() -> None:
    image = np.random.default_rng(0).integers(0, 256, (40_000, 4), dtype=np.uint8)
    columns = ImagePyramid(image, 1.0).columns(edges(0.0, 40_000.0, 100))
    # The mean of hundreds of uniform values is near 127, whichever few of them a nearest neighbour would pick.
    assert np.abs(columns.astype(float) - 127).max() < 40


def test_a_click_survives_in_its_place_when_zoomed_out() -> None:
    image = np.zeros((32_768, 1), dtype=np.uint8)
    image[20_000:20_032] = 255
    columns = ImagePyramid(image, 1.0).columns(edges(0.0, 32_768.0, 512))
    assert abs(int(columns[:, 0].argmax()) - 20_016 * 512 / 32_768) < 2


def test_levels_take_no_more_memory_than_the_picture() -> None:
    image = np.zeros((310_000, 16), dtype=np.uint8)
    pyramid = ImagePyramid(image, 1.0)
    assert pyramid.levels[0] is image
    assert sum(level.nbytes for level in pyramid.levels[1:]) <= 1.01 * image.nbytes


@given(st.floats(0.0, 9.0))
def test_interpolation_follows_a_straight_line(place: float) -> None:
    ramp = np.arange(0, 250, 25, dtype=np.uint8)[:, None]
    assert abs(float(interpolated(ramp, np.array([place]))[0, 0]) - 25 * place) <= 1.1
