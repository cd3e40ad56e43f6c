"""The order in which two checkouts are measured, and what is read of their output."""

from pathlib import Path

import pytest

from tools.compare import in_turn, seconds_in

ONE, OTHER = Path("one"), Path("other")


def test_checkouts_take_turns_in_going_first_after_an_uncounted_run_of_each() -> None:
    asked: list[Path] = []

    def measure(checkout: Path) -> float:
        asked.append(checkout)
        return float(len(asked))

    here, other = in_turn(measure, ONE, OTHER, rounds=2)
    assert asked == [ONE, OTHER, OTHER, ONE, ONE, OTHER]
    assert (here, other) == ([4.0, 5.0], [3.0, 6.0])


def test_a_program_that_did_not_run_is_named() -> None:
    assert seconds_in("first paint 0.5\n", ONE) == 0.5
    with pytest.raises(SystemExit, match="in one did not run"):
        seconds_in("", ONE)
