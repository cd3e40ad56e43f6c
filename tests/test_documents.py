"""Files that describe the program, held against the program."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))

AT_MOST_LISTED = 129  # lower this with the list of pyproject.toml, never raise it


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
