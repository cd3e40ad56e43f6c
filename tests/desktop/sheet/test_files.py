"""Song sheets as files: a page for each piece, whatever is known of it, and there whole or not at all."""

import re
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from core.analysis import ClipAnalysis
from core.export.song_sheet import song_sheet
from core.harmony.chords import Chords
from core.rhythm.grid import NO_BEATS
from core.structure.sections import Sections
from desktop.sheet.files import write_pdf, write_png
from tests.desktop.synthetic import synthetic_analysis


def sections_of(n: int, duration: float) -> Sections:
    return Sections(np.linspace(0.0, duration, n + 1), tuple("ABC"[i % 3] for i in range(n)), names=(("B", "chorus?"),))


def chords_of(n: int, duration: float) -> Chords:
    labels = ("Bb:min", "C#:maj", "N", "F:maj")
    times = np.linspace(0.0, duration, n + 1)
    return Chords(times, tuple(labels[i % 4] for i in range(n)), np.full(n, 0.7, np.float32))


def full(duration: float = 60.0, n_sections: int = 6, n_chords: int = 40) -> ClipAnalysis:
    return replace(
        synthetic_analysis(duration),
        sections=sections_of(n_sections, duration),
        chords=chords_of(n_chords, duration),
    )


def bare() -> ClipAnalysis:
    """What is left of a piece in which nothing was found."""
    analysis = synthetic_analysis(20.0)
    estimate = replace(analysis.rhythm.estimate, grid=NO_BEATS, candidates=())
    return replace(
        analysis,
        rhythm=replace(analysis.rhythm, grid=NO_BEATS, estimate=estimate),
        harmony=replace(analysis.harmony, key=None),
        genre=replace(analysis.genre, prediction=None),
        sections=None,
        chords=None,
        loudness=None,
    )


def titled(analysis: ClipAnalysis, title: str) -> ClipAnalysis:
    return replace(analysis, source=replace(analysis.source, tags={"title": title, "artist": title}))


CASES = {
    "full": full(),
    "bare": bare(),
    "forty sections": full(240.0, 40, 500),
    "long title": titled(full(), "A song that somebody recorded live at the harbour with friends and family " * 4),
    "one word": titled(full(), "Donaudampfschifffahrtsgesellschaftskapitän" * 6),
    "an instant": synthetic_analysis(0.5),
}


@pytest.mark.parametrize("case", CASES)
def test_a_sheet_is_one_page_with_nothing_on_its_edges(qapp: object, tmp_path: Path, case: str) -> None:
    path = tmp_path / "sheet.png"
    write_png(song_sheet(CASES[case]), path)
    image = QImage(str(path)).convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())[:, : image.width()]
    assert rows.shape == (2339, 1653)
    inked = rows < 250
    assert inked[:, 100:1550].sum() > 10_000
    margin = 110  # pixels at 200 dpi: 40 points
    assert not inked[:margin].any() and not inked[-50:].any()
    assert not inked[:, :margin].any() and not inked[:, -margin:].any()


def test_a_pdf_has_a_page_for_each_piece_and_its_text_as_text(qapp: object, tmp_path: Path) -> None:
    path = tmp_path / "sheets.pdf"
    write_pdf([song_sheet(case) for case in CASES.values()], path)
    content = path.read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == len(CASES)
    assert b"/Font" in content
    assert [left.name for left in tmp_path.iterdir()] == ["sheets.pdf"]


def test_what_cannot_be_written_is_an_error_of_the_system_and_leaves_what_was_there(
    qapp: object, tmp_path: Path
) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(OSError, match="taken"):
        write_pdf([song_sheet(bare())], tmp_path / "taken" / "sheet.pdf")
    assert (tmp_path / "taken").read_text() == "a file"
