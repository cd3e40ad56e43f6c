"""Names of keys, spelled one way: "Bb minor" in files and in the catalogue."""

import re

SPELLED = {
    "major": ("C", "Db", "D", "Eb", "E", "F", "F#", "G", "Ab", "A", "Bb", "B"),
    "minor": ("C", "C#", "D", "Eb", "E", "F", "F#", "G", "G#", "A", "Bb", "B"),
}
"""The tonics by mode, from C upwards in semitones."""

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
