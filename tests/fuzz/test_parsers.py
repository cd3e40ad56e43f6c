"""A short run over damaged files of every kind, as `python -m tests.fuzz --parsers N` makes long ones."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.fuzz.parsers import Parser, fuzz
from tests.fuzz.readers import parsers

NAMES = (
    "tables", "models", "libraries", "beats", "sections", "beat edits", "section edits", "search grids", "runs",
    "searches", "settings", "addresses", "drops",
)  # fmt: skip


@pytest.fixture(scope="module")
def by_name(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Parser]:
    made = {parser.name: parser for parser in parsers(tmp_path_factory.mktemp("whole"))}
    assert tuple(made) == NAMES
    return made


@pytest.mark.parametrize("name", NAMES)
def test_whole_files_are_read(name: str, by_name: dict[str, Parser], tmp_path: Path) -> None:
    for sample, content in by_name[name].samples.items():
        folder = tmp_path / f"for {sample}"
        folder.mkdir()
        (folder / sample).write_bytes(content)
        by_name[name].read(folder / sample)


@pytest.mark.parametrize("name", NAMES)
def test_damaged_files_are_read_or_refused_in_one_line(name: str, by_name: dict[str, Parser], tmp_path: Path) -> None:
    outcome = fuzz(by_name[name], 40, 5, tmp_path)
    assert outcome.faults == []
    assert outcome.read + outcome.refused.total() == 40
