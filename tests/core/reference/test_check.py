"""One clip's numbers beside those of librosa."""

import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile

from core.commandline import app as cli
from core.errors import AudioError, ReferenceMissingError
from core.features.columns import SONG_COLUMNS
from core.reference.check import CheckedFeature, LibrosaCheck, check_clip
from core.synthesis import synthesise

pytestmark = pytest.mark.timeout(600)  # librosa compiles at its first calls, for minutes where others work as well


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("clips") / "three.wav"
    soundfile.write(path, synthesise(seconds=3.0, sr=22050, seed=2).y, 22050)
    return path


@pytest.fixture(scope="module")
def found(clip: Path) -> LibrosaCheck:
    return check_clip(clip)


def test_all_features_of_a_clip_agree_and_the_summary_says_so(found: LibrosaCheck) -> None:
    assert [one.name for one in found.features] == [column.name for column in SONG_COLUMNS]
    assert found.agrees
    assert found.summary().code == "reference.agrees"
    assert str(found.summary()).startswith(f"All 63 features agree with librosa {found.librosa_version}")


def test_progress_rises_to_one(clip: Path) -> None:
    fractions: list[float] = []
    check_clip(clip, lambda fraction, text: fractions.append(fraction))
    assert fractions == sorted(fractions)
    assert fractions[-1] == 1.0


def test_a_number_beyond_its_tolerance_is_named(found: LibrosaCheck) -> None:
    tempo = next(one for one in found.features if one.name == "tempo")
    other = replace(tempo, ours=tempo.ours + 2 * tempo.tolerance)
    assert not other.agrees
    wrong = replace(found, features=(other, *(one for one in found.features if one is not tempo)))
    assert not wrong.agrees
    assert wrong.summary().code == "reference.beyond"
    assert "1 of 63 features differs" in str(wrong.summary()) and str(wrong.summary()).endswith(": tempo.")


def test_a_missing_number_of_ours_is_no_agreement() -> None:
    assert not CheckedFeature("rms_mean", "", float("nan"), 0.1, 1e-6).agrees


def test_what_one_of_both_has_no_number_for_is_not_compared(tmp_path: Path) -> None:
    path = tmp_path / "silence.wav"
    soundfile.write(path, np.zeros(22050), 22050)
    silent = check_clip(path)
    undefined = {one.name for one in silent.features if not one.is_compared}
    assert undefined == {"tempo", "dynamic_range"}
    assert silent.agrees
    assert silent.summary().code == "reference.agrees_where_defined"


def test_without_librosa_it_says_where_it_can_be_done(clip: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "librosa", None)
    with pytest.raises(ReferenceMissingError, match="stand-alone program"):
        check_clip(clip)
    assert cli.main(["check", str(clip)]) == 2


def test_a_file_that_is_no_audio_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no music")
    with pytest.raises(AudioError):
        check_clip(tmp_path / "notes.txt")


def test_the_command_prints_both_numbers_and_ends_with_0(clip: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(clip)]) == 0
    captured = capsys.readouterr()
    lines = captured.out.splitlines()
    assert len(lines) == 64
    assert lines[0].split() == ["feature", "unit", "groovescope", "librosa", "difference", "tolerance"]
    assert "agree with librosa" in captured.err


def test_the_command_ends_with_1_when_numbers_differ(
    clip: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("core.reference.check.SONG", 0.0)
    assert cli.main(["check", str(clip)]) == 1
    assert "beyond" in capsys.readouterr().out
