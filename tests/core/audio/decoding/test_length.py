from pathlib import Path

import pytest

from core.audio.decoding.length import seconds_of
from core.errors import AudioError
from resources import resource_path


def test_the_header_says_how_long_a_file_is() -> None:
    assert seconds_of(resource_path("demo.flac")) == pytest.approx(30.0, abs=0.1)


def test_a_file_that_is_no_audio_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "notes.wav"
    path.write_text("not music", encoding="utf-8")
    with pytest.raises(AudioError, match=r"^notes\.wav is not audio"):
        seconds_of(path)


def test_a_missing_file_is_an_os_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file"):
        seconds_of(tmp_path / "gone.wav")
