from pathlib import Path

from desktop.opening import OpenQueue, waiting_line

A, B, C = Path("a"), Path("b"), Path("c")


def test_the_first_is_open_and_each_waits_once() -> None:
    line = waiting_line([A, B, A, C])
    assert line.current == A
    assert line.paths == (A, B, C)


def test_going_on_and_back_ends_at_the_ends() -> None:
    line = waiting_line([A, B])
    following = line.moved(1)
    assert following is not None
    assert following.current == B
    assert following.moved(1) is None
    assert line.moved(-1) is None


def test_only_several_clips_are_worth_a_notice() -> None:
    assert waiting_line([A]).notice() == ""
    assert waiting_line([A, B, C]).notice() == "Queue: clip 1 of 3 · Ctrl+Page Down: next"
    assert waiting_line([A, B, C]).place() == "Queue: clip 1 of 3"
    assert waiting_line([A]).place() == ""
    assert OpenQueue().current is None
