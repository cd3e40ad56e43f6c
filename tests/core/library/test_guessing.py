import pytest

from core.library.guessing import guessed_tags


@pytest.mark.parametrize(
    ("name", "artist", "title"),
    [
        ("Fern Choir - A walk.flac", "Fern Choir", "A walk"),
        ("03 - Fern Choir - A walk.flac", "Fern Choir", "A walk"),
        ("1-03 Fern Choir – A walk.mp3", "Fern Choir", "A walk"),
        ("12. A walk.ogg", None, "A walk"),
        ("(07) A walk.ogg", None, "A walk"),
        ("07_a_walk.ogg", None, "a walk"),
        ("Fern - Green LP - 04 - A walk.wav", "Fern", "A walk"),
        ("Fern Choir - A walk (2019 remaster).flac", "Fern Choir", "A walk (2019 remaster)"),
        ("A walk.flac", None, None),
        ("blues.00003.flac", None, None),
        ("99 - 12.wav", None, None),
        ("2020-01-03 take.wav", None, None),
        ("Re-use.wav", None, None),
        (".flac", None, None),
        ("", None, None),
    ],
)
def test_names_suggest_artist_and_title(name: str, artist: str | None, title: str | None) -> None:
    expected = {key: value for key, value in (("artist", artist), ("title", title)) if value is not None}
    assert guessed_tags(name) == expected
