from pathlib import Path

import pytest

from desktop.settings import GEOMETRY, HIDDEN_LANES, RECENT, RECENT_FILES, THEME, VOLUME, Settings


def test_what_was_put_is_there_in_the_next_run(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.ini")
    settings.put(THEME, "dark")
    settings.put(VOLUME, 0.25)
    settings.put(GEOMETRY, b"\x00\xff geometry")
    settings.put(HIDDEN_LANES, ("chroma",))
    settings.save()
    again = Settings(tmp_path / "window.ini")
    assert again.get(THEME) == "dark"
    assert again.get(VOLUME) == 0.25
    assert again.get(GEOMETRY) == b"\x00\xff geometry"
    assert again.get(HIDDEN_LANES) == ("chroma",)


@pytest.mark.parametrize(
    "line", ['theme="\\"purple\\""', "theme=17", "theme=@Invalid()", 'volume="1e9"', 'volume="[]"', "recent=7"]
)
def test_a_bad_field_is_dropped_and_the_others_stay(tmp_path: Path, line: str) -> None:
    path = tmp_path / "window.ini"
    path.write_text(f'[General]\nfolder="\\"/music\\""\n{line}\n', encoding="utf-8")
    settings = Settings(path)
    assert settings.get(THEME) == "system"
    assert settings.get(VOLUME) == VOLUME.default
    assert settings.get(RECENT) == ()
    assert Settings(path).get(RECENT) == ()


def test_a_file_of_garbage_means_defaults(tmp_path: Path) -> None:
    path = tmp_path / "window.ini"
    path.write_bytes(bytes(range(256)) * 40)
    assert Settings(path).get(THEME) == "system"


def test_a_place_that_cannot_be_written_is_let_be(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    settings = Settings(blocked / "window.ini")
    settings.put(THEME, "dark")
    settings.save()
    assert settings.get(THEME) == "dark"


def test_recent_files_are_few_each_once_and_the_newest_first(settings: Settings) -> None:
    for number in range(RECENT_FILES + 5):
        settings.add_recent(Path(f"/music/{number}.wav"))
    settings.add_recent(Path("/music/10.wav"))
    recent = settings.recent()
    assert recent[0] == Path("/music/10.wav")
    assert len(recent) == len(set(recent)) == RECENT_FILES


def test_file_names_with_odd_characters_survive(settings: Settings, tmp_path: Path) -> None:
    odd = Path('/music/a "quoted", 🎵 \\ name;with\nbreak.wav')
    settings.add_recent(odd)
    settings.save()
    assert Settings(tmp_path / "window.ini").recent() == [odd]
