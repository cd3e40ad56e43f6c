"""MP3 files under observation: whether they state a length, and silence on the terminal."""

import os
from pathlib import Path

import pytest

from core.audio.decoding.mpeg_file import may_be_mpeg, quiet_stderr, states_length
from core.audio.decoding.native_file import NativeFile
from tests.core.sound_files import convert, write_wav


def test_a_header_frame_states_the_length(tmp_path: Path) -> None:
    source = write_wav(tmp_path / "source.wav")
    picture = "x" * 20_000  # a tag in front that is longer than what is searched
    assert states_length(convert(source, "a.mp3"))
    assert states_length(convert(source, "b.mp3", "-metadata", f"comment={picture}"))
    assert not states_length(convert(source, "c.mp3", "-write_xing", "0"))


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.wav", b"RIFF", False),
        ("a.bin", b"ID3\x04", True),
        ("a.bin", b"\xff\xfb\x90", True),
        ("a.bin", b"\xff", False),
        ("a.MP3", b"", True),
    ],
)
def test_mpeg_is_known_by_its_head_or_its_name(tmp_path: Path, name: str, head: bytes, expected: bool) -> None:
    (tmp_path / name).write_bytes(head)
    assert may_be_mpeg(tmp_path / name) is expected


def test_what_a_library_prints_is_dropped_and_what_others_print_is_not(capfd: pytest.CaptureFixture[str]) -> None:
    with quiet_stderr():
        os.write(2, b"doubts\n")
    os.write(2, b"news\n")
    assert capfd.readouterr().err == "news\n"


def test_stderr_comes_back_after_an_exception(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(RuntimeError), quiet_stderr():
        raise RuntimeError
    os.write(2, b"news\n")
    assert capfd.readouterr().err == "news\n"


def test_a_native_file_never_raises_while_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"12345678")
    with NativeFile(tmp_path / "a") as file:
        assert file.seek(-5) == -1
        assert file.seek(1 << 80) == -1
        assert file.seek(2) == 2
        assert file.unread() == 0.75
        assert file.read(3) == b"345"
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, file.fileno())  # from here on every read fails
        os.close(nowhere)
        assert file.read(3) == b""
        assert file.readinto(bytearray(3)) == 0
