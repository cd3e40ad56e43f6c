import itertools
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from core.file_names import LONGEST, LONGEST_BYTES, numbered, safe_name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Jazz or not", "Jazz or not"),
        ("v1.2", "v1.2"),
        ("AC/DC: live?\n🎸", "AC DC live 🎸"),
        ("../../etc/passwd", "etc passwd"),
        ("..\\..\\windows", "windows"),
        ("/absolute", "absolute"),
        ("C:\\absolute", "C absolute"),
        ("a/b\\c:d\n*", "a b c d"),
        (".hidden", "hidden"),
        ("ends in dots...", "ends in dots"),
        ("nul\0l", "nul l"),
        ("caf\udce9", "caf"),
        ("right\u202eto left", "right to left"),
        ("...", "song"),
        ("", "song"),
        ("CON", "CON song"),
        ("con.txt", "con song.txt"),
        ("Aux .b", "Aux song.b"),
        ("COM¹", "COM¹ song"),
        ("CONTROL", "CONTROL"),
        ("x" * 300, "x" * LONGEST),
        ("𝄞" * 90, "𝄞" * 40),
        ("e\u0301tude", "étude"),
    ],
)
def test_any_text_becomes_a_name_that_every_system_takes(text: str, name: str) -> None:
    assert safe_name(text, "song") == name


@given(st.text(st.characters(exclude_categories=()), max_size=200))
@example("con" * 60)
@example("aux." + "x" * 90)
def test_a_safe_name_stays_where_it_is_put(text: str) -> None:
    name = safe_name(text, "song")
    assert Path(name).parts == (name,)
    assert name not in ("", ".", "..") and not name.startswith(".") and not name.endswith((".", " "))
    assert len(name) <= LONGEST and len(name.encode()) <= LONGEST_BYTES
    assert name.isprintable() and not set(name) & set('<>:"/\\|?*')
    assert safe_name(name, "song") == name


def test_names_are_numbered_from_the_second_on() -> None:
    assert list(itertools.islice(numbered("run"), 3)) == ["run", "run 2", "run 3"]
