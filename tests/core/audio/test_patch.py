"""Patches: the former bytes come back, and what only moved is not kept twice."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.audio import patch as module
from core.audio.patch import apply_patch, patch_between


@settings(max_examples=60, deadline=None)
@given(
    sound=st.binary(max_size=400), heads=st.tuples(st.binary(max_size=90), st.binary(max_size=90)),
    tails=st.tuples(st.binary(max_size=30), st.binary(max_size=30)),
)  # fmt: skip
def test_the_former_bytes_come_back(
    tmp_path_factory: pytest.TempPathFactory, sound: bytes, heads: tuple[bytes, bytes], tails: tuple[bytes, bytes]
) -> None:
    folder = tmp_path_factory.getbasetemp()
    former, new = (part[0] + sound + part[1] for part in zip(heads, tails, strict=True))
    (folder / "former").write_bytes(former)
    (folder / "new").write_bytes(new)
    found = patch_between(folder / "new", folder / "former")
    assert found is not None
    apply_patch(folder / "new", found, folder / "back")
    assert (folder / "back").read_bytes() == former


def test_sound_that_moved_behind_a_longer_tag_is_not_kept(tmp_path: Path) -> None:
    sound = bytes(range(256)) * 40_000
    (tmp_path / "former").write_bytes(b"tag" + sound + b"old end")
    (tmp_path / "new").write_bytes(b"a longer tag" + sound + b"new end")
    found = patch_between(tmp_path / "new", tmp_path / "former")
    assert found is not None and len(found) < 3 * module._BLOCK


def test_what_differs_as_a_whole_is_not_worth_a_patch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_LARGEST", 1000)
    (tmp_path / "former").write_bytes(b"a" * 5000)
    (tmp_path / "new").write_bytes(b"b" * 5000)
    assert patch_between(tmp_path / "new", tmp_path / "former") is None
