"""When the stand-alone program has to be built again."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tools import build, frozen_test
from tools.build import digest


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A small checkout: a module in a folder, and one file that says how to build."""
    (tmp_path / "core" / "audio").mkdir(parents=True)
    (tmp_path / "core" / "audio" / "clip.py").write_text("a = 1\n", encoding="utf-8")
    (tmp_path / "build.spec").write_text("built\n", encoding="utf-8")
    return tmp_path


def change_content(root: Path) -> None:
    (root / "core/audio/clip.py").write_text("a = 2\n", encoding="utf-8")


def change_name(root: Path) -> None:
    (root / "core/audio/clip.py").rename(root / "core/audio/clips.py")


def change_place(root: Path) -> None:
    (root / "core/audio/clip.py").rename(root / "core/clip.py")


def add_file(root: Path) -> None:
    (root / "core" / "new.py").touch()


def change_recipe(root: Path) -> None:
    (root / "build.spec").write_text("built otherwise\n", encoding="utf-8")


@pytest.mark.parametrize("change", [change_content, change_name, change_place, add_file, change_recipe])
def test_any_change_of_the_sources_is_another_digest(sources: Path, change: Callable[[Path], None]) -> None:
    before = digest(sources)
    change(sources)
    assert digest(sources) != before


def test_what_is_no_source_changes_nothing(sources: Path) -> None:
    before = digest(sources)
    (sources / "core" / "__pycache__").mkdir()
    (sources / "core" / "__pycache__" / "clip.cpython-311.pyc").write_bytes(b"compiled")
    (sources / "tests").mkdir()
    (sources / "tests" / "test_clip.py").touch()
    (sources / "core" / "audio" / "clip.py").touch()
    assert digest(sources) == before


def test_every_source_that_is_named_is_there() -> None:
    assert [name for name in build.SOURCES if not (build.ROOT / name).exists()] == []


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    """A checkout without a program, whose PyInstaller makes an empty one; its calls."""
    calls: list[Sequence[str]] = []
    monkeypatch.setattr(build, "PROGRAM", tmp_path / "groovescope")
    monkeypatch.setattr(build, "STAMP", tmp_path / "groovescope.sources")
    monkeypatch.setattr(build, "digest", lambda: "as it is now")

    def call(command: Sequence[str], **_: object) -> int:
        calls.append(command)
        build.PROGRAM.touch()
        return 0

    monkeypatch.setattr(build.subprocess, "call", call)
    return calls


def test_a_program_is_fresh_after_its_build_until_the_sources_change(
    built: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not build.is_fresh()
    assert build.main([]) == 0
    assert build.is_fresh()
    monkeypatch.setattr(build, "digest", lambda: "changed")
    assert not build.is_fresh()


def test_a_build_with_arguments_may_be_another_and_is_not_taken_for_fresh(built: list[Sequence[str]]) -> None:
    build.main([])
    build.main(["--distpath", "elsewhere"])
    assert not build.is_fresh()


def test_the_frozen_tests_build_once_for_the_same_sources(
    built: list[Sequence[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frozen_test, "install_system_packages", lambda packages: True)
    assert [frozen_test.main([]) for _ in range(2)] == [0, 0]
    assert ["PyInstaller" in command for command in built] == [True, False, False]
