from pathlib import Path

import pytest

from core.jobs.library import new_folder


@pytest.mark.parametrize(
    "name",
    ["../../outside", "..", "/absolute", "a/b", ".hidden", "con", "曲" * 90, ""],
    ids=lambda name: ascii(name[:12]),
)
def test_a_new_folder_lies_where_it_was_asked_for(tmp_path: Path, name: str) -> None:
    parent = tmp_path / "exports"
    made = [new_folder(parent, name) for _ in range(2)]
    assert len(set(made)) == 2
    assert {folder.parent for folder in made} == {parent}
    assert sorted(parent.iterdir()) == sorted(made)
    assert list(tmp_path.iterdir()) == [parent]
    assert not any(folder.name.startswith(".") or folder.name.casefold() == "con" for folder in made)
