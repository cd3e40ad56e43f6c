"""Files that describe the program, held against the program."""

import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

AT_MOST_LISTED = 2  # lower this with the list of pyproject.toml, never raise it


def _files_still_to_come() -> list[str]:
    ignores: dict[str, list[str]] = PYPROJECT["tool"]["ruff"]["lint"]["per-file-ignores"]
    return [name for name, rules in ignores.items() if "D401" in rules]


def test_the_list_of_files_without_imperative_docstrings_only_gets_shorter() -> None:
    assert len(_files_still_to_come()) <= AT_MOST_LISTED


def test_a_listed_file_still_has_a_docstring_to_mend() -> None:
    listed = _files_still_to_come()
    missing = [name for name in listed if not (ROOT / name).is_file()]
    assert not missing, "listed for D401 in pyproject.toml, but not there (moved?)"
    if listed:  # without file names ruff would check everything
        assert not set(listed) - _failing(listed), "clean: take these out of the list for D401 in pyproject.toml"


def _failing(names: list[str]) -> set[str]:
    rule = ["--isolated", "--select", "D401", "--config", 'lint.pydocstyle.convention = "numpy"']
    command = [sys.executable, "-m", "ruff", "check", *rule, "--output-format", "json", "--no-cache", *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode in {0, 1}, done.stderr
    return {Path(finding["filename"]).relative_to(ROOT).as_posix() for finding in json.loads(done.stdout)}


DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), ROOT / "models" / "README.md"]
MOST_PICTURES, MOST_PICTURE_BYTES = 7, 1_500_000  # all others are made by `run.py screenshots DIR`


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_links_to_files_that_exist(document: Path) -> None:
    links = re.findall(r"\]\(([^)\s]+)\)", document.read_text("utf-8"))
    files = [link.partition("#")[0] for link in links if not re.match(r"[a-z]+:", link)]
    assert [name for name in files if name and not (document.parent / name).exists()] == []


def test_the_repository_keeps_a_handful_of_small_pictures_and_readme_or_guide_shows_them() -> None:
    pictures = [path for path in (ROOT / "docs").rglob("*") if path.suffix in {".png", ".jpg", ".gif", ".webp"}]
    assert len(pictures) <= MOST_PICTURES
    assert sum(path.stat().st_size for path in pictures) <= MOST_PICTURE_BYTES
    readme, guide = (ROOT / "README.md").read_text("utf-8"), GUIDE.replace("](pictures/", "](docs/pictures/")
    assert [path.name for path in pictures if f"]({path.relative_to(ROOT).as_posix()})" not in readme + guide] == []


GUIDE = (ROOT / "docs" / "guide.md").read_text("utf-8")


def test_the_guide_names_entries_that_the_menus_have() -> None:
    from desktop.clip.actions import CLIP_ACTIONS
    from desktop.library.actions import LIBRARY_ACTIONS
    from desktop.main_window import WINDOW_ACTIONS
    from desktop.menus import MENUS, SUBMENUS

    texts = {spec.key: spec.text for spec in (*CLIP_ACTIONS, *LIBRARY_ACTIONS, *WINDOW_ACTIONS)}
    texts |= {key: title for key, (title, _) in SUBMENUS.items()}
    entries = {
        (menu.replace("&", ""), texts[key].replace("&", ""))
        for menu, keys in MENUS.items()
        for key in keys
        if key in texts
    }
    named = re.findall(r"\*(\w+) › ([^*]+)\*", GUIDE)
    assert named
    assert [f"{menu} › {entry}" for menu, entry in named if (menu, entry) not in entries] == []


def test_the_guide_and_the_command_line_have_the_same_commands() -> None:
    from typer.main import get_command

    import core.commandline.benchmark  # noqa: F401  # adds its commands to the app when it is imported
    import desktop.benchmarks.command  # likewise
    import desktop.sheet.command  # noqa: F401  # likewise
    from core.commandline.app import app

    commands = set()
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        commands |= {f"{name} {part}" for part in getattr(command, "commands", {})} or {name}
    table = GUIDE.partition("## The command line")[2].partition("\nExit code")[0]
    described = {
        re.match(r"(?:model |benchmark )?[a-z]+", text).group() for text in re.findall(r"`([a-z][^`]*)`", table)
    }  # type: ignore[union-attr]
    described -= {"fixed", "groovescope", "novelty", "outside", "python"}  # words of the table that are no commands
    assert described == commands


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_document_names_files_that_exist(document: Path) -> None:
    """Paths only; names of modules may be those of the day when a decision was taken."""
    named = re.findall(
        r"(?<![\w/])((?:core|desktop|tools|tests)/[\w/]+(?:\.py)?)(?![\w.])", document.read_text("utf-8")
    )
    assert [name for name in named if not (ROOT / name).exists()] == []
