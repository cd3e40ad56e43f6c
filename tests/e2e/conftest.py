import shutil

import pytest

from tests.e2e.display import Display


@pytest.fixture
def display(windowed_environment: dict[str, str]) -> Display:
    """A real display to open the program on, and a hand to use it with."""
    if shutil.which("xdotool") is None:
        pytest.skip("needs xdotool")
    return Display(windowed_environment)
