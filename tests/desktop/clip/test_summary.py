"""The summary of a song: what it says, also while that is still coming, and how it gives way to the features."""

from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis import Harmony, PartialAnalysis, Rhythm
from core.harmony.key import KeyEstimate
from core.rhythm.estimate import TempoCandidate, uncertain_estimate
from core.spectrum.balance import Balance
from core.structure.loudness import Loudness
from core.structure.sections import Sections
from desktop.clip.summary import SongSummary
from desktop.clip.summary_text import findings_of, loudness_finding, sections_finding, tempo_finding
from desktop.clip.tables.panel import FeatureTables
from desktop.clip.timeline import Timeline
from desktop.widgets.theme import DARK
from tests.desktop.synthetic import synthetic_analysis


@pytest.fixture(scope="module")
def found() -> PartialAnalysis:
    sections = Sections(np.array([0.0, 10.0, 20.0, 30.0]), ("A", "B", "A"))
    return replace(PartialAnalysis.of(synthetic_analysis(duration=30.0, tempo=120.0)), sections=sections)


def words(found: PartialAnalysis, *, is_awaited: bool = False) -> dict[str, tuple[str, str]]:
    return {one.name: (one.value, one.details) for one in findings_of(found, is_awaited=is_awaited)}


def test_every_finding_is_said_with_its_unit_and_its_runner_up(found: PartialAnalysis) -> None:
    said = words(found)
    assert said["Tempo"][0] == "120.0 BPM"
    assert said["Metre"][0] == "4/4"
    assert said["Key"] == ("A minor", "8A · 1m · strength 0.82 · else C major, 0.74")
    assert said["Loudness"] == ("\N{MINUS SIGN}14.2 LUFS", "range 7.1 LU · true peak \N{MINUS SIGN}0.6 dBTP")
    assert said["Duration"][0] == "0:30"
    assert said["Genre"][0].startswith("disco ")
    assert said["Sections"] == ("3", "A B A")


def test_the_runner_up_of_the_tempo_is_another_one_or_the_same_half_a_beat_off(found: PartialAnalysis) -> None:
    assert found.rhythm is not None
    grid = found.rhythm.grid
    same, off = TempoCandidate(grid.tempo, 0.7, grid), TempoCandidate(grid.tempo, 0.2, grid, is_shifted=True)
    slow = TempoCandidate(grid.tempo / 2, 0.1, grid)

    def said(*candidates: TempoCandidate) -> str:
        estimate = replace(uncertain_estimate(grid), candidates=candidates)
        return tempo_finding(Rhythm(grid, estimate)).details

    assert said(same, off, slow).endswith("else ½ beat off, 20\N{NARROW NO-BREAK SPACE}%")
    assert said(same, slow, off).endswith("else 60.0 BPM, 10\N{NARROW NO-BREAK SPACE}%")
    assert "else" not in said(same)


def test_what_is_not_known_yet_is_told_from_what_there_is_not(found: PartialAnalysis) -> None:
    early = PartialAnalysis(found.preview)
    assert {value for name, (value, _) in words(early, is_awaited=True).items() if name != "Duration"} == {"…"}
    assert {value for name, (value, _) in words(early).items() if name != "Duration"} == {"—"}


def test_a_key_that_a_person_set_stands_in_place_of_the_measured_one(found: PartialAnalysis) -> None:
    harmony = Harmony(KeyEstimate("A minor", 0.8, "C major", 0.7), edited="Bb minor")
    assert words(replace(found, harmony=harmony))["Key"] == ("B♭ minor", "3A · 8m · set by hand")


def test_silence_has_no_loudness_and_no_key(found: PartialAnalysis) -> None:
    assert loudness_finding(Loudness.unknown()).value == "—"
    assert words(replace(found, harmony=Harmony(None)))["Key"] == ("—", "No clear key")


def test_the_title_is_that_of_the_tags_or_the_name_of_the_file(qtbot: QtBot, found: PartialAnalysis) -> None:
    summary = SongSummary()
    qtbot.addWidget(summary)
    source = replace(found.preview.source, tags={"title": "So What", "artist": "Miles Davis"})
    summary.show_found(replace(found, preview=replace(found.preview, source=source)), is_awaited=False)
    assert summary.text().startswith("So What\nMiles Davis\nTempo: 120.0 BPM")
    source = replace(source, tags={})
    summary.show_found(replace(found, preview=replace(found.preview, source=source)), is_awaited=False)
    assert summary.text().startswith(source.name + "\nTempo")


@pytest.mark.parametrize(("width", "columns"), [(250, 1), (480, 2), (1400, 4)])
def test_findings_stand_side_by_side_where_there_is_room(
    qtbot: QtBot, found: PartialAnalysis, width: int, columns: int
) -> None:
    summary = SongSummary()
    qtbot.addWidget(summary)
    summary.resize(width, 600)
    summary.set_theme(DARK)
    summary.show_found(found, is_awaited=False)
    summary.show()
    qtbot.waitUntil(lambda: summary.cards[0].width() > 100)
    first_row = [card for card in summary.cards if card.y() == summary.cards[0].y()]
    assert len(first_row) == columns


def test_the_features_are_one_click_below_the_summary_and_the_summary_one_above(
    qtbot: QtBot, found: PartialAnalysis
) -> None:
    tables = FeatureTables(Timeline())
    qtbot.addWidget(tables)
    analysis = synthetic_analysis(duration=30.0, tempo=120.0)
    tables.show_analysis(analysis)
    tables.show_found(found)
    assert tables.stack.currentWidget() is tables.summary
    tables.summary.features_button.click()
    assert tables.stack.currentWidget() is tables.pages[0].view
    tables.summary_button.click()
    assert tables.stack.currentWidget() is tables.summary
    tables.tabs.setCurrentIndex(2)
    assert tables.stack.currentWidget() is tables.pages[2].view
    tables.tabs.setCurrentIndex(0)
    tables.clear()
    assert tables.stack.currentWidget() is tables.message


def test_whether_the_features_are_shown_is_remembered(qtbot: QtBot, found: PartialAnalysis) -> None:
    tables, again = FeatureTables(Timeline()), FeatureTables(Timeline())
    for one in (tables, again):
        qtbot.addWidget(one)
    tables.features_action.setChecked(True)
    again.restore_state(tables.save_state())
    again.show_found(found)
    assert again.features_action.isChecked()


def test_the_loudest_label_is_compared_beside_the_letters() -> None:
    sections = Sections(np.array([0.0, 10.0, 20.0, 30.0]), ("A", "B", "A"))
    momentary = np.repeat(np.array([-17.0, -23.0, -17.0], np.float32), 100)
    loudness = Loudness(-18.0, 6.0, -1.0, momentary, momentary)
    assert sections_finding(sections, loudness).details == "A B A · A is 6.0 LU louder than B."
    assert sections_finding(sections).details == "A B A"


def test_the_balance_names_the_section_that_stands_out(found: PartialAnalysis) -> None:
    assert found.picture is not None
    harmonic, percussive = np.full(40, 0.03, np.float32), np.full(40, 0.01, np.float32)
    percussive[20:30] = 0.03
    picture = replace(found.picture, balance=Balance(harmonic, percussive, 1.0))
    sections = Sections(np.array([0.0, 20.0, 30.0, 40.0]), ("A", "B", "A"))
    known = replace(found, picture=picture, sections=sections)
    assert words(known)["Balance"] == ("67\u202f% harmonic", "33\u202f% percussive · most in B, 50\u202f%")
    without = replace(found, picture=replace(found.picture, balance=None))
    assert words(without)["Balance"][0] == "—"
