"""What is found out about a piece, on one line."""

from core.export.song_findings import SongFindings


def test_a_line_names_the_likeliest_genre() -> None:
    facts = {"tempo": 120.0, "metre": 4, "genres": {"rock": 0.34, "pop": 0.2}, "novelty": 0.8}
    assert SongFindings.of_facts("/a.wav", facts).line().endswith("no loudness, rock 34 %")


def test_a_line_says_that_a_piece_is_none_of_the_genres() -> None:
    facts = {"genres": {"rock": 0.34, "pop": 0.2}, "novelty": 1.3}
    assert SongFindings.of_facts("/a.wav", facts).line().endswith("none of the model's genres (nearest: rock 34 %)")
