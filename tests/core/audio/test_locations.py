import os
import tempfile
from pathlib import Path

import fsspec
import pytest

from core.audio.locations import find_remote_audio, is_address, local_file, location_of, name_of, path_of, remote_state
from core.errors import AudioError


def test_a_path_is_its_own_absolute_location(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert location_of(Path("a b.wav")) == str(tmp_path / "a b.wav")
    assert path_of(location_of("a b.wav")) == tmp_path / "a b.wav"


def test_a_path_that_is_no_text_survives_as_one() -> None:
    path = Path(os.fsdecode(b"/music/caf\xe9.wav"))
    location = location_of(path)
    assert location.isprintable() and location.isascii()
    assert path_of(location) == path
    assert not is_address(location)


@pytest.mark.parametrize("text", ["s3://bucket/a.wav", "memory://a.wav", "http://host/a.wav"])
def test_addresses_are_kept_as_they_are(text: str) -> None:
    assert is_address(text)
    assert location_of(text) == text
    assert path_of(text) is None


@pytest.mark.parametrize("text", ["/music/a.wav", "a:/b.wav", "C:\\music\\a.wav", "://", "what is://this"])
def test_paths_are_no_addresses(text: str) -> None:
    assert not is_address(text)


@pytest.fixture
def temporary_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.mark.parametrize(
    "name",
    ["..%2Fx%2Fescaped.flac", "..%2fescaped.flac", "%2e%2e%2Fescaped.flac", "..", "..%5Cx%5Cescaped.flac", "%00"],
)
def test_no_name_leads_out_of_the_folder_of_copies(tmp_path: Path, temporary_folder: Path, name: str) -> None:
    (temporary_folder / "x").mkdir()
    with fsspec.open(f"memory://shop/{name}", "wb") as file:
        file.write(b"bytes")
    before = set(tmp_path.rglob("*"))
    with local_file(f"memory://shop/{name}") as path:
        assert path.resolve() == path and path.parent.parent == temporary_folder
        assert path.read_bytes() == b"bytes"
        assert set(tmp_path.rglob("*")) == before | {path, path.parent}
    assert set(tmp_path.rglob("*")) == before
    assert "\0" not in name_of(f"memory://shop/{name}")


@pytest.mark.parametrize(
    ("name", "extension"),
    [("a.FLAC", ".flac"), ("a.exe", ""), ("song", ""), ("a.mp3?token=a.b", ".mp3"), ("a%2Ewav", ".wav")],
)
def test_a_copy_has_the_extension_of_audio_alone(name: str, extension: str) -> None:
    with fsspec.open(f"memory://shop/{name}", "wb") as file:
        file.write(b"bytes")
    with local_file(f"memory://shop/{name}") as path:
        assert path.suffix == extension


def test_a_remote_file_is_a_local_one_while_it_is_needed() -> None:
    with fsspec.open("memory://shop/some song.wav", "wb") as file:
        file.write(b"bytes")
    before = set(Path(tempfile.gettempdir()).glob("groovescope-*"))
    with local_file("memory://shop/some song.wav") as path:
        assert path.suffix == ".wav"
        assert path.read_bytes() == b"bytes"
    assert not path.exists()
    assert set(Path(tempfile.gettempdir()).glob("groovescope-*")) <= before
    assert name_of("memory://shop/some%20song.wav") == "some song.wav"
    assert remote_state("memory://shop/some song.wav")[0] == 5


def test_folders_elsewhere_are_searched_to_any_depth() -> None:
    for name in ("b.wav", "deep/a.FLAC", "notes.txt"):
        with fsspec.open(f"memory://store/{name}", "wb") as file:
            file.write(b"x")
    assert find_remote_audio("memory://store") == ["memory:///store/b.wav", "memory:///store/deep/a.FLAC"]
    assert find_remote_audio("memory:///store/b.wav") == ["memory:///store/b.wav"]


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("memory://nowhere/a.wav", "There is no file"),
        ("nonsense://a/b.wav", "is not a readable address"),
        ("file:///no/such/folder/a.wav", "There is no file"),
    ],
)
def test_what_cannot_be_fetched_is_said_in_a_line(address: str, reason: str) -> None:
    with pytest.raises(AudioError, match=reason) as caught, local_file(address):
        pass
    assert "\n" not in str(caught.value)
