from pathlib import Path

from core.audio.clip import load_clip
from core.benchmarks.made_song import write_song


def test_a_made_song_is_as_long_as_was_asked_and_sounds_to_its_end(tmp_path: Path) -> None:
    y = load_clip(write_song(tmp_path / "song.wav", 40)).y
    assert len(y) == 40 * 22050
    assert min(abs(part).max() for part in (y[: 22050 * 5], y[22050 * 30 : 22050 * 35], y[-22050 * 5 :])) > 0.05
