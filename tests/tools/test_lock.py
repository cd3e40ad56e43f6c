import pytest

from tools.lock import DEVELOPMENT, USE
from tools.system import ROOT


@pytest.mark.parametrize("name", [USE, DEVELOPMENT])
def test_the_locks_hold_a_hash_for_every_package_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    entries = [entry for entry in text.replace("\\\n", " ").splitlines() if entry[:1].isalnum()]
    assert len(entries) > 40
    assert all("--hash=sha256:" in entry for entry in entries)


def test_development_has_the_very_packages_of_use() -> None:
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(";")[0].rstrip("\\ ") for line in lines if line[:1].isalnum()}

    assert pins(USE) <= pins(DEVELOPMENT)
