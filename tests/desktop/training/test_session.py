import pytest

from desktop.training.session import new_run_folder, runs_folder


@pytest.mark.parametrize(
    "name", ["../../outside", "/absolute", "a\\b", "𠀀" * 90, ""], ids=lambda name: ascii(name[:12])
)
def test_a_run_lies_among_the_runs_whatever_its_data_are_called(name: str) -> None:
    made = [new_run_folder(name) for _ in range(1)]
    made[0].mkdir(parents=True)
    made.append(new_run_folder(name))
    made[1].mkdir()
    assert sorted(runs_folder().iterdir()) == sorted(made)
