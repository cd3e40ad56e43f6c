import shutil
from pathlib import Path

import numpy as np
import pytest

from tools.onset_lag import SOUND_FONT, main, midi


def test_a_midi_file_has_its_notes_at_the_milliseconds_given() -> None:
    content = midi(np.array([0.2, 1.5]), [60, 62], [100, 90], program=4, channel=0)
    track = content[content.index(b"MTrk") + 8 :]
    program, first, end, second = (
        b"\x00\xc0\x04",
        b"\x81\x48\x90\x3c\x64",
        b"\x82\x2c\x80\x3c\x00",
        b"\x87\x68\x90\x3e\x5a",
    )
    assert track.startswith(program + first + end + second)
    assert content.endswith(b"\xff\x2f\x00")


def test_a_sound_font_that_is_missing_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["/nowhere/font.sf2"]) == 1
    assert capsys.readouterr().out.count("\n") == 1


def test_drums_of_a_sound_font_are_found_within_milliseconds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    font = next((font for font in (SOUND_FONT, Path("/usr/share/sounds/sf2/TimGM6mb.sf2")) if font.exists()), None)
    if font is None or shutil.which("fluidsynth") is None:
        pytest.skip("needs fluidsynth and a sound font")
    monkeypatch.setattr("tools.onset_lag.DRUMS", {"snare drum": 38})
    monkeypatch.setattr("tools.onset_lag.PROGRAMS", {})
    assert main([str(font)]) == 0
    last = capsys.readouterr().out.splitlines()[-1].split()
    assert last[2] == "40/40"
    assert abs(float(last[-1])) < 2.5
