from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from core.analysis import ClipAnalysis, Stage
from core.analysis.stages import (
    BarsStage,
    BeatsStage,
    ChordsStage,
    GenreStage,
    GridStage,
    LoudnessStage,
    PictureStage,
    RhythmStage,
    SectionsStage,
    SongStage,
)
from core.structure.loudness import Loudness
from core.structure.sections import whole_piece
from desktop.clip.picture.spectrum_look import SpectrumLook
from desktop.clip.view import ClipView, bar_start, describe_duration
from desktop.settings import HIDDEN_LANES, Settings
from desktop.widgets.theme import DARK
from tests.desktop.synthetic import synthetic_analysis

DOWNBEATS = [1.0, 3.0, 5.0, 7.0]


@pytest.fixture(scope="module")
def analysis() -> ClipAnalysis:
    return synthetic_analysis(duration=30.0, tempo=120.0)


@pytest.fixture
def view(qtbot: QtBot) -> Iterator[ClipView]:
    view = ClipView()
    qtbot.addWidget(view)
    view.resize(1000, 700)
    view.show()
    yield view
    view.clear()


def show(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    view.show_analysis(analysis)
    qtbot.waitUntil(lambda: view.is_complete)


@pytest.mark.parametrize(
    ("position", "bars", "expected"),
    [(0.0, 1, 1.0), (1.0, 1, 3.0), (3.2, -1, 1.0), (4.5, -1, 3.0), (0.4, -1, 0.0), (8.0, 1, 7.0), (6.9, 1, 7.0)],
)
def test_stepping_by_bars_lands_on_their_starts(position: float, bars: int, expected: float) -> None:
    assert bar_start(DOWNBEATS, position, bars) == expected


def test_everything_is_shown_in_the_end(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    show(qtbot, view, analysis)
    assert view.path == analysis.source.path
    assert view.timeline.duration == analysis.source.duration
    assert [len(page.table or ()) for page in view.tables.pages] == [
        1,
        0,
        len(analysis.tables.bars),
        len(analysis.tables.beats),
    ]


def test_a_clip_that_is_replaced_while_it_is_shown_leaves_nothing_behind(
    qtbot: QtBot, view: ClipView, analysis: ClipAnalysis
) -> None:
    view.show_analysis(analysis)
    other = synthetic_analysis(duration=12.0, tempo=90.0)
    view.show_preview(other.preview)
    qtbot.waitUntil(lambda: not view._step_timer.isActive())
    assert view.analysis is None
    assert view.timeline.duration == 12.0
    assert [page.table for page in view.tables.pages] == [None] * 4


def test_a_passage_chosen_in_a_table_is_selected_and_gone_to(
    qtbot: QtBot, view: ClipView, analysis: ClipAnalysis
) -> None:
    show(qtbot, view, analysis)
    view.tables.passage_chosen.emit(4.0, 6.0)
    assert view.timeline.selection == (4.0, 6.0)
    assert view.timeline.position == pytest.approx(4.0, abs=0.2)


def test_seeking_stays_inside_the_piece(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    show(qtbot, view, analysis)
    view.skip(-5)
    assert view.timeline.position == 0.0
    view.seek(1000)
    assert view.timeline.position == analysis.source.duration


def test_keys_zoom_and_show_the_selection(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    show(qtbot, view, analysis)
    view.zoom(2.0)
    start, end = view.timeline.view_range
    assert end - start == pytest.approx(15.0)
    view.timeline.selection = (10.0, 14.0)
    view.zoom_to_selection()
    assert view.timeline.view_range == (10.0, 14.0)


def test_what_a_person_arranged_is_there_the_next_time(qtbot: QtBot, view: ClipView, settings: Settings) -> None:
    view.transport.volume = 0.3
    view.canvas.hidden_lanes = ("genre",)
    view.tables.tabs.setCurrentIndex(2)
    view.remember(settings)
    again = ClipView()
    qtbot.addWidget(again)
    again.restore(settings)
    assert again.transport.volume == pytest.approx(0.3)
    assert again.canvas.hidden_lanes == ("genre",)
    assert again.tables.tabs.currentIndex() == 2


def test_every_part_takes_the_theme(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    show(qtbot, view, analysis)
    light = view.canvas.grab().toImage()
    view.set_theme(DARK)
    dark = view.canvas.grab().toImage()
    assert dark.pixelColor(4, dark.height() // 2).lightness() < 80 < light.pixelColor(4, 200).lightness()


def test_a_length_is_told_as_fits_it() -> None:
    assert describe_duration(0.04) == "0.04 s"
    assert describe_duration(30.0) == "0:30"
    assert describe_duration(7200.0) == "2:00:00"


def stages_of(analysis: ClipAnalysis) -> list[Stage]:
    return [
        PictureStage(analysis.picture),
        RhythmStage(analysis.rhythm, analysis.harmony),
        ChordsStage(analysis.chords),
        SongStage(analysis.tables.songs, analysis.tables.genre_features),
        GenreStage(analysis.genre),
        LoudnessStage(analysis.loudness or Loudness.unknown()),
        BarsStage(analysis.tables.bars),
        BeatsStage(analysis.tables.beats),
    ]


def test_beats_are_drawn_before_they_can_be_edited(view: ClipView, analysis: ClipAnalysis) -> None:
    view.show_preview(analysis.preview)
    view.show_stage(GridStage(analysis.rhythm.grid))
    assert view.canvas.lane_view.beat_grid is analysis.rhythm.grid
    assert not view.transport.edit_button.isEnabled()
    view.show_stage(RhythmStage(analysis.rhythm, analysis.harmony))
    assert view.transport.edit_button.isEnabled()


def test_each_stage_is_shown_when_it_comes(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    lanes = view.canvas.lane_view
    view.show_preview(analysis.preview)
    seen = []
    for stage in stages_of(analysis):
        view.show_stage(stage)
        qtbot.waitUntil(lambda: view.is_complete)
        seen.append(
            (
                lanes.mel.pyramid is not None and lanes.chroma.pyramid is not None,
                lanes.beat_grid is not None and view.transport.tempo.value.text() != "—",
                view.chords.item.chords is not None,
                view.tables.pages[0].table is not None,
                view.genres.stack.currentWidget() is view.genres.scroll_area,
                view.loudness.item.loudness is not None,
                view.tables.pages[2].table is not None,
                view.tables.pages[3].table is not None,
            )
        )
    assert seen == [tuple(place <= number for place in range(8)) for number in range(8)]
    view.show_stage(SectionsStage(whole_piece(30.0)))
    view.show_analysis(analysis)
    assert view.analysis is analysis and view.is_complete
    assert {lane.furniture.note for lane in lanes.lanes} == {""}


def test_a_stopped_analysis_keeps_what_is_there_and_says_what_is_not_coming(
    qtbot: QtBot, view: ClipView, analysis: ClipAnalysis
) -> None:
    view.show_preview(analysis.preview)
    for stage in stages_of(analysis)[:4]:
        view.show_stage(stage)
    qtbot.waitUntil(lambda: view.is_complete)
    view.show_unfinished()
    lanes = {lane.key: lane.furniture.note for lane in view.canvas.lane_view.lanes}
    assert lanes == {
        "waveform": "",
        "loudness": "Not analysed",
        "balance": "",
        "beats": "",
        "sections": "Not analysed",
        "tempo": "",
        "mel": "",
        "chroma": "",
        "chords": "",
        "genre": "Not analysed",
    }
    assert view.transport.tempo.value.text() == "120.0"
    assert view.genres.message.text() == "Not analysed"
    view.tables.tabs.setCurrentIndex(2)
    assert "Not analysed" in view.tables.message.text()
    view.tables.tabs.setCurrentIndex(0)
    assert not view.tables.message.isVisible()


def test_lanes_and_spectrogram_stand_as_they_were_left(qtbot: QtBot, view: ClipView, settings: Settings) -> None:
    view.canvas.lane_view.move_lane("mel", "waveform")
    view.canvas.lane_view.arrange_lanes(view.canvas.lane_layout.sized({"mel": 210.0}).toggled("chroma"))
    view.canvas.set_look(SpectrumLook("log", 60, 10))
    view.remember(settings)
    again = ClipView()
    qtbot.addWidget(again)
    again.restore(settings)
    assert again.canvas.lane_layout == view.canvas.lane_layout
    assert again.canvas.lane_view.lanes[0].key == "mel"
    assert again.canvas.look == SpectrumLook("log", 60, 10)


def test_lanes_that_a_former_version_hid_stay_hidden_and_new_ones_wait(view: ClipView, settings: Settings) -> None:
    settings.put(HIDDEN_LANES, ("genre",))
    view.restore(settings)
    assert view.canvas.hidden_lanes == ("balance", "tempo", "genre")


def test_the_excerpt_is_selected_and_played(view: ClipView, analysis: ClipAnalysis) -> None:
    view.show_analysis(analysis)
    view.timeline.position = 20.0
    view.play_excerpt()
    assert view.timeline.selection == (0.0, 30.0)
    assert view.timeline.position == 0.0


def test_in_silence_there_is_nothing_characteristic(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    silent = replace(analysis, picture=replace(analysis.picture, mel=np.zeros_like(analysis.picture.mel)))
    view.show_analysis(silent)
    with qtbot.waitSignal(view.said):
        view.play_excerpt()
    assert view.timeline.selection is None


def test_the_tempo_curve_follows_an_edit(view: ClipView, analysis: ClipAnalysis, qtbot: QtBot) -> None:
    view.show_analysis(analysis)
    qtbot.waitUntil(lambda: view.is_complete)
    before = view.tempo.item.curve.tempi[10]
    view.beats.scale(Fraction(2))
    assert view.tempo.item.curve.tempi[20] == pytest.approx(2 * before, rel=1e-6)


def test_samples_of_the_open_clip_are_let_go_of_with_it(view: ClipView, analysis: ClipAnalysis, tmp_path: Path) -> None:
    view.show_preview(analysis.preview)
    path = tmp_path / "signal.f32"
    np.zeros(analysis.picture.peaks.n_samples, np.float32).tofile(path)
    view.show_samples(path)
    waveform = view.canvas.lane_view.waveform
    assert waveform.samples is not None
    view.show_samples(tmp_path / "gone.f32")
    assert waveform.samples is None
    view.show_samples(path)
    view.clear()
    assert waveform.samples is None


def test_stages_of_a_clip_that_made_way_are_not_shown(qtbot: QtBot, view: ClipView, analysis: ClipAnalysis) -> None:
    view.show_stage(PictureStage(analysis.picture))
    qtbot.waitUntil(lambda: view.is_complete)
    assert view.canvas.lane_view.mel.pyramid is None and view.found is None
