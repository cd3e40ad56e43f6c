"""Names of keys, spelled one way: "Bb minor" in files and in the catalogue."""

import re

SPELLED = {
    "major": ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"),
    "minor": ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"),
}
"""The tonics by mode, from C upwards in semitones."""

_FIRST_TONIC = {"major": 0, "minor": 9}
"""The tonics of the keys without accidentals, C major and A minor, where Open Key begins to count."""

_CAMELOT_OF_C = 8
"""The number of C major and of A minor on the Camelot wheel."""

_NATURALS = {"c": 0, "d": 2, "e": 4, "f": 5, "g": 7, "a": 9, "b": 11}
_ACCIDENTALS = {"": 0, "#": 1, "♯": 1, "b": -1, "♭": -1}
_KEY = re.compile(r"([a-g])(#|b|♯|♭)?\s*(m|min|minor|maj|major)?", re.IGNORECASE)


def key_name(text: str) -> str | None:
    """Return the name of the key that a text denotes.

    Parameters
    ----------
    text : str
        A key as people write it: "B♭ minor", "bbm", "A# min", "C".

    Returns
    -------
    str or None
        The name as files have it, such as "Bb minor"; None if the text denotes no key.
    """
    found = _KEY.fullmatch(text.strip())
    if found is None:
        return None
    natural, accidental, quality = (part or "" for part in found.groups())
    mode = "minor" if quality == "m" or quality.casefold() in ("min", "minor") else "major"
    tonic = _NATURALS[natural.casefold()] + _ACCIDENTALS[accidental.casefold()]
    return f"{SPELLED[mode][tonic % 12]} {mode}"


def camelot(name: str) -> str:
    """Return where a key stands on the Camelot wheel.

    Parameters
    ----------
    name : str
        A key as files have it, such as "Bb minor".

    Returns
    -------
    str
        A number from 1 to 12 that goes up by one with each fifth, with B for major and A for minor: "3A".

    Raises
    ------
    ValueError
        If the name is not spelled as files have it; `key_name` spells it so.
    """
    fifths, mode = _on_the_wheel(name)
    return f"{(fifths + _CAMELOT_OF_C - 1) % 12 + 1}{'B' if mode == 'major' else 'A'}"


def open_key(name: str) -> str:
    """Return a key in Open Key notation.

    Parameters
    ----------
    name : str
        A key as files have it, such as "Bb minor".

    Returns
    -------
    str
        A number from 1 (C major, A minor) to 12 that goes up by one with each fifth, with d for major and m for
        minor: "8m".

    Raises
    ------
    ValueError
        If the name is not spelled as files have it; `key_name` spells it so.
    """
    fifths, mode = _on_the_wheel(name)
    return f"{fifths + 1}{'d' if mode == 'major' else 'm'}"


def neighbours(name: str) -> tuple[str, ...]:
    """Return the keys that go well with a key: those beside it on the Camelot wheel.

    Parameters
    ----------
    name : str
        A key as files have it, such as "A minor".

    Returns
    -------
    tuple of str
        The key itself, its relative key, the key a fifth above and the key a fifth below.

    Raises
    ------
    ValueError
        If the name is not spelled as files have it; `key_name` spells it so.
    """
    fifths, mode = _on_the_wheel(name)
    other = "minor" if mode == "major" else "major"
    places = ((fifths, mode), (fifths, other), (fifths + 1, mode), (fifths - 1, mode))
    return tuple(_off_the_wheel(*place) for place in places)


def _on_the_wheel(name: str) -> tuple[int, str]:
    """Return how many fifths above C major or A minor a key lies, 0 to 11, and its mode."""
    tonic, _, mode = name.partition(" ")
    if tonic not in SPELLED.get(mode, ()):
        raise ValueError(f"{name!r} is not the name of a key as files have it")
    semitones = SPELLED[mode].index(tonic) - _FIRST_TONIC[mode]
    return semitones * 7 % 12, mode  # seven semitones are a fifth, and seven is its own inverse modulo twelve


def _off_the_wheel(fifths: int, mode: str) -> str:
    return f"{SPELLED[mode][(fifths * 7 + _FIRST_TONIC[mode]) % 12]} {mode}"
