"""Annotations for other programs: JAMS by the jams package, labels and layers read back, MIDI by mido."""

from pathlib import Path

import jams
import mido
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import AnnotationError, RhythmError
from core.export.annotation_files import ANNOTATION_FORMATS, read_sections, write_annotations
from core.export.annotations import Annotations
from core.export.beat_files import read_beats
from core.export.beat_midi import to_midi
from core.export.jams_file import to_jams
from core.export.label_text import to_region_labels
from core.export.spans import Spans, regions_of
from core.export.svl_file import span_layer
from core.rhythm.grid import NO_BEATS, BeatGrid, tempo_of

pytestmark = pytest.mark.filterwarnings("ignore:Passing a schema:DeprecationWarning")  # within jams

DURATION = 32.0
SECTIONS = Spans(np.array([0.0, 8.25, 24.0, DURATION]), ("A", "B (chorus?)", "A"))
CHORDS = Spans(np.array([0.0, 4.0, 8.0, DURATION]), ("C:maj", "Bb:min7", "N"))


def played(n: int = 55, seed: int = 3) -> BeatGrid:
    """Return beats that a person played, from the third one of a bar of four."""
    times = 0.3137 + np.cumsum(np.random.default_rng(seed).normal(0.5, 0.02, n))
    return BeatGrid(times, (np.arange(n) + 2) % 4 + 1, tempo_of(times), 4)


def song(**parts: object) -> Annotations:
    facts = {"grid": played(), "sections": SECTIONS, "chords": CHORDS, "key": "Bb minor", "tempo": 120.4}
    facts |= {"tempo_confidence": 0.9, "title": "Títle", "artist": "Some \ud800one"}
    return Annotations("sóng.mp3", DURATION, "0" * 32, **(facts | parts))


def test_jams_are_valid_and_hold_what_is_known(tmp_path: Path) -> None:
    (path,) = write_annotations(song(), tmp_path, "song", "jams")
    jam = jams.load(str(path), validate=True, strict=True)
    assert jam.file_metadata.duration == DURATION and jam.file_metadata.title == "Títle"
    grid = played()
    beats = jam.search(namespace="^beat$")[0].data
    np.testing.assert_allclose([one.time for one in beats], grid.beat_times, atol=1e-6)
    assert [one.value for one in beats] == grid.positions.tolist()
    bars = [one.value["measure"] for one in jam.search(namespace="beat_position")[0].data]
    assert bars == grid.bar_numbers.tolist()
    sections = jam.search(namespace="segment_open")[0].data
    assert [(one.time, one.time + one.duration, one.value) for one in sections] == [
        (0.0, 8.25, "A"), (8.25, 24.0, "B (chorus?)"), (24.0, 32.0, "A"),
    ]  # fmt: skip
    assert [one.value for one in jam.search(namespace="^chord$")[0].data] == list(CHORDS.labels)
    assert jam.search(namespace="key_mode")[0].data[0].value == "Bb:minor"
    assert jam.search(namespace="tempo")[0].data[0].confidence == 0.9


def test_a_song_of_which_little_is_known_has_valid_jams(tmp_path: Path) -> None:
    few = Annotations("a.wav", 3.5, key="C major")
    (path,) = write_annotations(few, tmp_path, "a", "jams")
    assert [part.namespace for part in jams.load(str(path)).annotations] == ["key_mode"]


@pytest.mark.parametrize("kind", ["jams", "audacity", "svl"])
def test_sections_come_back(tmp_path: Path, kind: str) -> None:
    paths = write_annotations(song(), tmp_path, "song", kind)
    path = next(one for one in paths if "sections" in one.name or kind == "jams")
    read = read_sections(path, DURATION)
    np.testing.assert_allclose(read.times, SECTIONS.times, atol=1 / 44_100)
    assert read.labels == SECTIONS.labels


@pytest.mark.parametrize("kind", ["jams", "svl", "beats", "midi", "audacity"])
def test_beats_come_back_within_a_millisecond(tmp_path: Path, kind: str) -> None:
    path = write_annotations(song(), tmp_path, "song", kind)[0]
    read = read_beats(path, DURATION)
    assert np.abs(read.beat_times - played().beat_times).max() < 1e-3
    assert read.positions.tolist() == played().positions.tolist()


@pytest.mark.parametrize("seed", range(5))
def test_beats_of_a_tempo_map_are_where_a_sequencer_puts_them(tmp_path: Path, seed: int) -> None:
    """mido counts the ticks: a quarter note between the two markers is a beat."""
    grid = played(900, seed)
    (tmp_path / "a.mid").write_bytes(to_midi(grid))
    file = mido.MidiFile(tmp_path / "a.mid")
    now, tempo, tick, beats, is_on = 0.0, 500_000, 0, [], False
    for message in file.tracks[0]:
        for _ in range(message.time // file.ticks_per_beat):  # every event is on a quarter note or before the first
            beats += [now] if is_on else []
            now += mido.tick2second(file.ticks_per_beat, file.ticks_per_beat, tempo)
        now += mido.tick2second(message.time % file.ticks_per_beat, file.ticks_per_beat, tempo)
        tick += message.time
        tempo = message.tempo if message.type == "set_tempo" else tempo
        is_on = message.text.startswith("beats") if message.type == "marker" else is_on
    assert np.abs(np.array(beats) - grid.beat_times).max() < 1e-3


def test_label_tracks_and_layers_are_one_file_for_each_kind(tmp_path: Path) -> None:
    names = [path.name for path in write_annotations(song(), tmp_path, "s", "audacity")]
    assert names == ["s beats.txt", "s bars.txt", "s sections.txt", "s chords.txt"]
    assert (tmp_path / "s bars.txt").read_text().splitlines()[0].split("\t")[2] == "1"
    names = [path.name for path in write_annotations(song(chords=None), tmp_path, "s", "svl")]
    assert names == ["s beats.svl", "s bars.svl", "s sections.svl"]


@pytest.mark.parametrize("kind", ANNOTATION_FORMATS)
def test_nothing_is_written_of_a_song_of_which_nothing_is_known(tmp_path: Path, kind: str) -> None:
    with pytest.raises(AnnotationError) as raised:
        write_annotations(Annotations("a.wav", 3.0, grid=NO_BEATS), tmp_path / "out", "a", kind)
    assert raised.value.code == "export.nothing_known" and not (tmp_path / "out").exists()


def test_labels_of_other_programs_become_sections_of_the_whole_piece(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("4,0\t8.0\tverse\n\\\t100\t200\n12.0\t12.0\tpoint\n20\t20\tlast\n", "utf-8")
    read = read_sections(path, DURATION)
    assert read.times.tolist() == [0.0, 4.0, 8.0, 12.0, 20.0, 32.0]
    assert read.labels == ("", "verse", "", "point", "last")


JAMS = to_jams(song())
SVL = b'<sv><data><model sampleRate="%s" dataset="0"/><dataset id="0">%s</dataset></data></sv>'


@pytest.mark.parametrize(("name", "content", "code"), [
    ("a.csv", b"", "export.sections_ending"),
    ("a.jams", b"", "export.jams_damaged"),
    ("a.jams", JAMS[:-100], "export.jams_damaged"),
    ("a.jams", b"[]", "export.jams_damaged"),
    ("a.jams", b"[" * 100_000, "export.jams_damaged"),
    ("a.jams", JAMS.replace(b'"segment_open"', b'"other"'), "export.no_regions"),
    ("a.jams", JAMS.replace(b"8.25", b"9" * 400), "export.jams_damaged"),
    ("a.jams", JAMS.replace(b'"duration": 32.0', b'"duration": ' + b"9" * 400), "export.jams_damaged"),
    ("a.jams", JAMS.replace(b'"value": "A"', b'"valu": "A"'), "export.jams_damaged"),
    ("a.jams", to_jams(Annotations("b.mp3", 40.0, sections=SECTIONS)), "export.other_length"),
    ("a.txt", b"1.0\tverse\n", "export.label_line"),
    ("a.txt", b"\xff\xfe\0", "export.label_line"),
    ("a.txt", b"\n", "export.no_regions"),
    ("a.txt", b"nan\tnan\tx\n", "export.no_times"),
    ("a.txt", b"5\t4\tx\n", "export.no_times"),
    ("a.txt", b"0\t99\tx\n", "export.beyond"),
    ("a.txt", b"0\t9\tx\n5\t12\ty\n", "export.overlapping"),
    ("a.svl", b"", "export.svl_damaged"),
    ("a.svl", b"<svg/>", "export.svl_damaged"),
    ("a.svl", SVL % (b"0", b'<point frame="3"/>'), "export.svl_damaged"),
    ("a.svl", SVL % (b"44100", b'<point frame="x"/>'), "export.svl_damaged"),
    ("a.svl", b'<!DOCTYPE sv [<!ENTITY a "b">]>' + SVL % (b"1", b""), "export.svl_damaged"),
    ("a.svl", SVL % (b"44100", b""), "export.no_regions"),
])  # fmt: skip
def test_what_holds_no_sections_of_this_piece_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(AnnotationError) as raised:
        read_sections(tmp_path / name, DURATION)
    assert raised.value.code == code and "a." in str(raised.value)


@pytest.mark.parametrize(("name", "content", "code"), [
    ("a.jams", JAMS[:50], "export.jams_damaged"),
    ("a.jams", to_jams(song(grid=None)), "rhythm.file_empty"),
    ("a.jams", JAMS.replace(b"beat_position", b"x").replace(b'"value": 3', b'"value": null'), "export.no_positions"),
    ("a.jams", JAMS.replace(b'"position": 4', b'"position": 0'), "rhythm.file_beat"),
    ("a.svl", SVL % (b"44100", b'<point frame="3" label="verse"/>'), "export.no_positions"),
    ("a.svl", SVL % (b"9", b'<point frame="3" label="1"/><point frame="3" label="2"/>'), "rhythm.file_beat_not_rising"),
    ("a.svl", SVL % (b"1", b'<point frame="99" label="1"/>'), "rhythm.file_beyond"),
])  # fmt: skip
def test_what_holds_no_beats_of_this_piece_is_refused(tmp_path: Path, name: str, content: bytes, code: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(RhythmError) as raised:
        read_beats(tmp_path / name, DURATION)
    assert raised.value.code == code


SECTION_FILES = {
    "a.jams": JAMS,
    "a.svl": span_layer("Sections", SECTIONS, 44_100),
    "a.txt": to_region_labels(regions_of(SECTIONS)).encode(),
}


@settings(derandomize=True, deadline=None, max_examples=150)
@given(
    name=st.sampled_from(sorted(SECTION_FILES)),
    places=st.lists(st.floats(0, 1), min_size=1, max_size=4),
    pieces=st.lists(st.sampled_from([b"", b"\0", b"9" * 400, b"-", b'"', b"NaN", b"[]", b"{", b"1e999", b"\t"])),
)
def test_a_damaged_file_is_refused_or_still_makes_sense(
    tmp_path_factory: pytest.TempPathFactory, name: str, places: list[float], pieces: list[bytes]
) -> None:
    content = SECTION_FILES[name]
    for place, piece in zip(places, pieces, strict=False):
        at = int(place * (len(content) - 1))
        content = content[:at] + piece + content[at + 1 :]
    path = tmp_path_factory.getbasetemp() / name
    path.write_bytes(content)
    for read in (read_sections, read_beats):
        try:
            found = read(path, DURATION)
        except RhythmError as refused:
            assert str(refused).startswith(name)
            continue
        times = found.times if isinstance(found, Spans) else found.beat_times
        assert np.isfinite(times).all() and (np.diff(times) > 0).all()
