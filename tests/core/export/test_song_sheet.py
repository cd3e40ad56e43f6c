"""What a song sheet says of a piece, and what it says where nothing is known."""

from dataclasses import replace

import numpy as np
import pytest

from core.export.song_sheet import clock, key_text, level, song_sheet
from core.harmony.chords import Chords
from core.rhythm.grid import NO_BEATS
from core.structure.sections import Sections
from tests.desktop.synthetic import synthetic_analysis


def test_it_names_the_piece_its_tempo_metre_key_and_length() -> None:
    analysis = synthetic_analysis(30.0)
    sheet = song_sheet(analysis)
    facts = {fact.name: fact.value for fact in sheet.facts}
    assert facts["Tempo"] == "120.0 BPM" and facts["Metre"] == "4/4" and facts["Duration"] == "0:30"
    assert analysis.harmony.key is not None and facts["Key"] == key_text(analysis.harmony.key.name)
    assert sheet.title == (analysis.source.tags.get("title") or analysis.source.path.stem)
    assert np.abs(sheet.waveform).max() == pytest.approx(1.0)


def test_what_is_missing_is_a_dash_with_its_reason() -> None:
    analysis = synthetic_analysis(30.0)
    analysis = replace(
        analysis,
        rhythm=replace(analysis.rhythm, grid=NO_BEATS),
        harmony=replace(analysis.harmony, key=None),
        sections=None,
        chords=None,
        loudness=None,
    )
    sheet = song_sheet(analysis)
    facts = {fact.name: (fact.value, *fact.details) for fact in sheet.facts}
    assert facts["Tempo"] == ("–", "no beats found") and facts["Key"] == ("–", "no clear key")
    assert facts["Loudness"] == ("–", "not measured")
    assert sheet.sections == () and sheet.bars == () and sheet.chords == ()


def test_each_bar_has_its_section_and_the_chords_that_begin_in_it() -> None:
    analysis = synthetic_analysis(20.0)
    downbeats = analysis.rhythm.grid.downbeat_times
    middle = float(downbeats[2])
    half = float(downbeats[3] + (downbeats[4] - downbeats[3]) / 2)
    chords = Chords(np.array([0.0, middle, half, 20.0]), ("C:maj", "A:min", "F:maj"), np.ones(3, np.float32))
    sections = Sections(np.array([0.0, middle, 20.0]), ("A", "B"))
    sheet = song_sheet(replace(analysis, chords=chords, sections=sections))
    assert [bar.chords for bar in sheet.bars[:5]] == [
        ("C:maj",), ("C:maj",), ("A:min",), ("A:min", "F:maj"), ("F:maj",)
    ]  # fmt: skip
    assert [(bar.section, bar.begins) for bar in sheet.bars[:4]] == [
        ("A", True), ("A", False), ("B", True), ("B", False)
    ]  # fmt: skip
    assert sum(section.bars or 0 for section in sheet.sections) == len(downbeats)


def test_a_piece_unlike_all_genres_is_said_to_be_one() -> None:
    analysis = synthetic_analysis(30.0)
    assert analysis.genre.prediction is not None
    assert not song_sheet(analysis).is_outside
    outside = replace(analysis, genre=replace(analysis.genre, prediction=replace(analysis.genre.prediction, novelty=2)))
    assert song_sheet(outside).is_outside


def test_numbers_are_set_as_on_paper() -> None:
    assert [level(-3.25), level(-0.01), level(0.04, signed=True), level(2.0, signed=True), level(float("nan"))] == [
        "−3.2", "0.0", "0.0", "+2.0", "–"
    ]  # fmt: skip
    assert [clock(7.4), clock(185), clock(3723)] == ["0:07", "3:05", "1:02:03"]
    assert [key_text("Bb minor"), key_text("F# major")] == ["B♭ minor", "F♯ major"]
