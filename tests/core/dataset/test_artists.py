"""Which rows one artist plays on."""

from core.dataset.artists import artist_key, group_rows


def test_an_artist_is_one_group_however_spelled() -> None:
    names = [
        "Rage Against The Machine",
        "Rage against the machine",
        "Earth, Wind & Fire",
        "Earth Wind and Fire",
        "Dio",
    ]
    first, second, third, fourth, fifth = group_rows(names, [])
    assert first == second
    assert third == fourth
    assert len({first, third, fifth}) == 3


def test_a_collaboration_joins_its_artists() -> None:
    groups = group_rows(["Bob Marley", "Lauryn Hill and Bob Marley", "Lauryn Hill", "Archie Bell and The Drells"], [])
    assert groups[0] == groups[1] == groups[2]
    assert groups[3] != groups[0]


def test_rows_of_unknown_artist_stand_alone_unless_nearly_the_same() -> None:
    assert len(set(group_rows([None, None, "a"], []))) == 3
    groups = group_rows([None, None, "a", None], [(0, 2), (1, 3)])
    assert groups[0] == groups[2]
    assert groups[1] == groups[3]
    assert groups[0] != groups[1]


def test_an_artists_key_ignores_case_articles_and_punctuation() -> None:
    assert artist_key("The Beach Boys") == artist_key("beach boys") == "beach boys"
    assert artist_key("Guns N' Roses") == artist_key("Guns n Roses")
    assert artist_key("2Pac") != artist_key("50 Cent")
