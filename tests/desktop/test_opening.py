from pathlib import Path

import pytest

from desktop.opening import OpenQueue, first_folder, waiting_line

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


def test_a_clip_that_cannot_be_opened_makes_way() -> None:
    line = OpenQueue((A, B, C), 1)
    assert line.without_current(A) == OpenQueue((A, C), 0)
    assert line.without_current(None) == OpenQueue((A, C), 1)
    assert OpenQueue((A, B), 1).without_current(None) == OpenQueue((A,), 0)
    assert waiting_line([A]).without_current(None).current is None


def test_dialogs_start_where_the_last_one_ended_and_never_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert first_folder(str(tmp_path)) == str(tmp_path)
    monkeypatch.chdir(tmp_path)
    for remembered in ("", str(tmp_path / "gone")):
        chosen = Path(first_folder(remembered))
        assert chosen.is_absolute()
        assert chosen != tmp_path
