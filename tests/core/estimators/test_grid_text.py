import pytest

from core.estimators.grid_text import values_from, values_text
from core.estimators.grids import GRIDS


@pytest.mark.parametrize("values", [values for grid in GRIDS.values() for values in grid.param_grid.values()])
def test_the_studys_values_survive_being_written_and_read(values: tuple[object, ...]) -> None:
    assert values_from(values_text(values)) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("", ()),
        ("5, none", (5, None)),
        ("0.1,1e-3", (0.1, 0.001)),
        ("sqrt, 'log2'", ("sqrt", "log2")),
        ("(64,), (64, 32)", ((64,), (64, 32))),
        ("[16, 8]", ((16, 8),)),
        ("1, 1, 1.0, true", (1, 1.0, True)),
        ("5,", (5,)),
    ],
)
def test_what_a_person_writes_is_understood(text: str, values: tuple[object, ...]) -> None:
    assert values_from(text) == values


@pytest.mark.parametrize(
    "text", ["5, (2", "5 6", "a b", "(1.5, 2)", "{}", "__import__('os')", "1,,2", ", ".join(map(str, range(60)))]
)
def test_what_cannot_be_understood_is_named(text: str) -> None:
    with pytest.raises(ValueError, match="“|too many"):
        values_from(text)
