"""Tags that the name of a file suggests, where the file itself has none."""

import re
from pathlib import PurePath

_NUMBER = re.compile(
    r"^\s*(?:(?:cd|disc)\s*\d+\s*[-_.]\s*)?[\[(]?\d{1,3}[\])]?(?:\s*[-_.)]\s*|\s+)(?=\S)", re.IGNORECASE
)
"""A track number in front, perhaps with that of the disc: "03 ", "3. ", "(03) ", "1-03 - "."""

_DISC = re.compile(r"^\s*\d{1,2}-(?=\d{2}\D)")
_DASH = re.compile(r"\s+[-–—]\s+")


def guessed_tags(name: str) -> dict[str, str]:
    """Return the artist and title in a file's name.

    Parameters
    ----------
    name : name of the file, with its ending, such as "03 - Fern Choir - A walk.flac"

    Returns
    -------
    "artist" and "title", "title" alone after a track number, or nothing: a name without either is no better as a title
    """
    stem = PurePath(name).stem
    if " " not in stem:
        stem = stem.replace("_", " ")
    rest = _NUMBER.sub("", _DISC.sub("", stem), count=1)
    parts = [part.strip() for part in _DASH.split(rest)]
    parts = [part for part in parts if any(character.isalpha() for character in part)]
    if len(parts) >= 2:
        return {"artist": parts[0], "title": parts[-1]}
    return {"title": parts[0]} if parts and rest != stem else {}
