from pathlib import Path

import pytest

from desktop.updates import ADDRESS_FILE, updates_address
from tools.release.command import name_updates
from tools.system import SetupError


@pytest.fixture
def program(tmp_path: Path) -> Path:
    (tmp_path / "_internal" / "resources").mkdir(parents=True)
    (tmp_path / "_internal" / "resources" / "report-style.html").touch()
    return tmp_path


def test_a_release_knows_where_to_ask_for_updates(program: Path) -> None:
    name_updates(program, "https://example.org/newest.json")
    written = program / "_internal" / "resources" / ADDRESS_FILE
    assert updates_address(written) == "https://example.org/newest.json"


@pytest.mark.parametrize("address", ["http://example.org/newest.json", "example.org", "file:///tmp/newest.json"])
def test_an_address_that_anybody_could_answer_for_is_refused(program: Path, address: str) -> None:
    with pytest.raises(SetupError, match="https://"):
        name_updates(program, address)
    assert not list(program.rglob(ADDRESS_FILE))
