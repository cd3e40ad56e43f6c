import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.clip.picture.lane import LaneHeight, shared_heights

WISHES = st.lists(
    st.builds(lambda weight, least, more: LaneHeight(weight, least, least + more), st.floats(0.5, 5.0),
              st.integers(10, 80), st.integers(0, 500)),
    min_size=1, max_size=6,
)  # fmt: skip


@given(st.integers(0, 3000), WISHES)
def test_lanes_share_the_height_within_their_bounds(available: int, wishes: list[LaneHeight]) -> None:
    heights = shared_heights(available, wishes)
    assert sum(heights) == min(available, sum(heights))
    assert all(height >= 0 for height in heights)
    if available >= sum(wish.least for wish in wishes):
        assert all(wish.least - 1 <= height <= wish.most + 1 for height, wish in zip(heights, wishes, strict=True))
        if available <= sum(wish.most for wish in wishes):
            assert sum(heights) == available


def test_a_small_window_shows_a_little_of_everything() -> None:
    heights = shared_heights(90, [LaneHeight(3, 60), LaneHeight(3, 60), LaneHeight(1, 60)])
    assert heights == [30, 30, 30]


def test_no_lanes_take_no_height() -> None:
    assert shared_heights(500, []) == []


def test_lanes_of_one_height_keep_it_in_a_small_window_and_the_others_are_squeezed() -> None:
    heights = shared_heights(160, [LaneHeight(3, 100), LaneHeight(0.01, 44, 44), LaneHeight(2, 60)])
    assert heights[1] == 44
    assert sum(heights) == 160
    assert heights[0] / heights[2] == pytest.approx(100 / 60, rel=0.05)
    assert max(shared_heights(60, [LaneHeight(3, 100), LaneHeight(0.01, 44, 44)])) < 44


def test_names_are_not_cut_in_a_small_window_while_there_is_room_for_them() -> None:
    picture, names = LaneHeight(3, 100), LaneHeight(0.6, 20, 26, floor=13)
    heights = shared_heights(80, [picture, picture, names])
    assert heights[2] >= 13
    assert sum(heights) == 80
    assert shared_heights(15, [picture, picture, names])[2] < 13
