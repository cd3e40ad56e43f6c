"""Frames keep their order and their places in the file, and can be taken back before they are played."""

import numpy as np

from desktop.playback.ring import Loop, Ring

SR = 1000


def numbered(first: int, n_frames: int) -> np.ndarray:
    """A block whose samples are their places in the file."""
    return np.repeat(np.arange(first, first + n_frames, dtype=np.float32)[:, None], 2, axis=1)


def write(ring: Ring, first: int, n_frames: int) -> None:
    ring.write(numbered(first, n_frames), first)


def take(ring: Ring, n_frames: int) -> list[int]:
    out = np.full((n_frames, 2), -1, dtype=np.float32)
    return out[: ring.copy_to(out), 0].astype(int).tolist()


def fill(ring: Ring, place: int, loop: Loop | None, n_frames: int) -> int:
    """Write as the deck does; returns the place to go on from."""
    while n_frames:
        n = min(n_frames, 7) if loop is None or place >= loop[1] else min(n_frames, 7, loop[1] - place)
        write(ring, place, n)
        n_frames, place = n_frames - n, place + n
        if loop is not None and place == loop[1]:
            place = loop[0]
    return place


def test_frames_come_out_in_order_across_the_ring_s_end() -> None:
    ring = Ring(10, SR, 0)
    heard = []
    for first in range(0, 60, 6):
        write(ring, first, 6)
        heard += take(ring, 6)
    assert heard == list(range(60))


def test_no_more_comes_out_than_was_written() -> None:
    ring = Ring(10, SR, 5)
    write(ring, 5, 4)
    assert take(ring, 8) == [5, 6, 7, 8]
    assert take(ring, 8) == []
    assert ring.room == 10


def test_each_frame_knows_its_place_across_jumps() -> None:
    ring = Ring(100, SR, 20)
    write(ring, 20, 10)
    write(ring, 3, 5)
    write(ring, 90, 5)
    assert [ring.place(index) for index in (0, 9, 10, 14, 15, 19, 20)] == [20, 29, 3, 7, 90, 94, 95]


def test_a_loop_set_while_playing_takes_back_only_what_lies_past_its_end() -> None:
    ring = Ring(100, SR, 0)
    fill(ring, 0, None, 80)
    assert take(ring, 30) == list(range(30))
    place = ring.take_back((20, 50))
    assert (place, ring.written) == (20, 50)
    fill(ring, place, (20, 50), 40)
    assert take(ring, 60) == [*range(30, 50), *range(20, 50), *range(20, 30)]


def test_leaving_a_loop_plays_on_past_its_end() -> None:
    ring = Ring(200, SR, 20)
    fill(ring, 20, (20, 50), 100)
    assert take(ring, 10) == list(range(20, 30))
    place = ring.take_back(None)
    assert place == 50
    fill(ring, place, None, 20)
    assert take(ring, 40) == list(range(30, 70))


def test_a_loop_that_is_kept_takes_nothing_back() -> None:
    for n_frames in (60, 75, 90):
        ring = Ring(200, SR, 20)
        expected = fill(ring, 20, (20, 50), n_frames)
        assert ring.take_back((20, 50)) == expected
        assert ring.written == n_frames


def test_a_loop_s_end_is_known_where_decoding_stopped_exactly_there() -> None:
    ring = Ring(100, SR, 0)
    fill(ring, 0, None, 50)
    assert ring.take_back((20, 50)) == 20
    assert ring.written == 50


def test_past_the_loop_s_end_it_plays_on() -> None:
    ring = Ring(100, SR, 60)
    fill(ring, 60, None, 30)
    assert ring.take_back((20, 50)) == 90


def test_some_frames_can_be_kept_while_the_rest_is_decoded_anew() -> None:
    ring = Ring(200, SR, 0)
    fill(ring, 30, (20, 50), 100)
    take(ring, 5)
    place = ring.take_back((20, 50), keep=25)
    assert (place, ring.written) == (30, 30)
    fill(ring, place, (20, 50), 10)
    assert take(ring, 100) == [*range(35, 50), *range(20, 40)]


def test_nothing_played_is_ever_taken_back() -> None:
    ring = Ring(100, SR, 0)
    fill(ring, 0, None, 60)
    take(ring, 55)
    ring.take_back((10, 40), keep=0)
    assert ring.written >= ring.read == 55


def test_an_ended_ring_goes_on_after_something_was_taken_back() -> None:
    ring = Ring(100, SR, 0)
    fill(ring, 0, None, 40)
    ring.ended = True
    take(ring, 40)
    assert ring.exhausted
    ring.take_back((0, 40))
    assert not ring.exhausted
