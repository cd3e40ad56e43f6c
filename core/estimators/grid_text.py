"""The values of a grid as a person writes them: `5, 10, none`, `(64, 64), (128,)`, `sqrt, 0.5`."""

import ast
import re
from collections.abc import Sequence
from typing import Any

_WORDS = {"none": None, "null": None, "true": True, "false": False}
_PART = re.compile(r"\s*(\([^()]*\)|\[[^\[\]]*\]|[^,()\[\]]+)\s*(,|$)")
MOST_VALUES = 50


def values_text(values: Sequence[Any]) -> str:
    """Values as `values_from` reads them."""
    return ", ".join(_text(value) for value in values)


def values_from(text: str) -> tuple[Any, ...]:
    """Return the values in a text, each once; none for an empty text.

    Raises
    ------
    ValueError : one line that says which part cannot be read
    """
    values: list[Any] = []
    place = 0
    stripped = text.strip().rstrip(",;")
    while place < len(stripped):
        match = _PART.match(stripped, place)
        if match is None:
            raise ValueError(f"“{stripped[place:].strip()[:40]}” cannot be read; write values with commas between them")
        value = _value(match[1].strip())
        if not any(value == one and type(value) is type(one) for one in values):
            values.append(value)
        place = match.end()
    if len(values) > MOST_VALUES:
        raise ValueError(f"{len(values)} values are too many for one parameter; {MOST_VALUES} can be tried")
    return tuple(values)


def _text(value: Any) -> str:
    if isinstance(value, tuple):
        return f"({', '.join(_text(one) for one in value)}{',' if len(value) == 1 else ''})"
    return "none" if value is None else str(value)


def _value(text: str) -> Any:
    word = text.strip("'\"")
    if word.casefold() in _WORDS:
        return _WORDS[word.casefold()]
    try:
        value = ast.literal_eval(text)
    except (ValueError, SyntaxError):
        if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", word):
            return word
        raise ValueError(f"“{text[:40]}” is neither a number nor a word") from None
    if isinstance(value, list):
        value = tuple(value)
    if isinstance(value, tuple) and not all(isinstance(one, int) and not isinstance(one, bool) for one in value):
        raise ValueError(f"“{text[:40]}” should hold whole numbers only, the units of each layer")
    if not isinstance(value, tuple | int | float | str):
        raise ValueError(f"“{text[:40]}” is neither a number nor a word")
    return value
