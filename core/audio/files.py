"""Which files are audio by name, where they are in a folder, and how their names are shown to people."""

import os
import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

_LIBSNDFILE = "wav wave bwf rf64 w64 flac mp3 mp2 mp1 mpga ogg oga opus aif aiff aifc caf au snd voc sf sph"
_LIBAV = "m4a m4b m4r aac latm wma asf ape wv mpc tta tak shn dsf ac3 eac3 dts dtshd mlp thd mka spx amr ra adx gsm"
_VIDEO = "mp4 m4v mov mkv webm avi flv 3gp 3g2 mpg mpeg vob wmv ogv ogm m2ts mxf gxf dv nut wtv rm oma"

AUDIO_EXTENSIONS = frozenset(f".{name}" for name in f"{_LIBSNDFILE} {_LIBAV} {_VIDEO}".split())
"""Extensions of files worth offering, in lower case with the dot. Content decides what can be decoded, not this."""

LONGEST_SHOWN_NAME = 80

_JOINERS = "\u200c\u200d"  # they hold emoji and Indic letters together


def is_audio_file(path: Path) -> bool:
    """Whether the name of `path` looks like audio or video, whatever the case of its extension."""
    return path.suffix.lower() in AUDIO_EXTENSIONS


def find_audio_files(folder: Path, on_folder: Callable[[], None] = lambda: None) -> list[Path]:
    """All audio files in `folder` and below, in natural order: "track 2" before "track 10".

    `on_folder` is called before each folder is looked into, and may raise to end a walk that takes too long.

    Hidden files and folders (a dot in front) are left out; a folder that is linked to from several places is
    walked once; what may not be read is passed over. Nothing found, or no such folder, gives an empty list.
    """
    found: list[Path] = []
    walked: set[tuple[int, int]] = set()
    for parent, folders, names in os.walk(folder, followlinks=True):
        on_folder()
        if not _is_first_visit(parent, walked):
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        candidates = (Path(parent, name) for name in names if not name.startswith("."))
        found.extend(path for path in candidates if is_audio_file(path) and path.is_file())
    return sorted(found, key=lambda path: [_natural(part) for part in path.relative_to(folder).parts])


def display_name(path: Path) -> str:
    """Return the file's name on one line: control characters replaced, the middle of a very long name left out."""
    name = "".join(_shown(character) for character in path.name or str(path))
    if len(name) <= LONGEST_SHOWN_NAME:
        return name
    kept = (LONGEST_SHOWN_NAME - 1) // 2
    return f"{name[:kept]}…{name[-kept:]}"


def _is_first_visit(folder: str, walked: set[tuple[int, int]]) -> bool:
    """Remember `folder` by its identity on disk, so that links in a circle come to an end."""
    try:
        status = Path(folder).stat()
    except OSError:
        return False
    identity = status.st_dev, status.st_ino
    if identity in walked:
        return False
    walked.add(identity)
    return True


def _natural(name: str) -> list[tuple[int, int, str]]:
    """Return a sort key in which digits count as numbers and case does not matter; the name itself breaks ties."""
    parts = re.split(r"([0-9]+)", name.casefold())
    key = [(0, int(part), "") if index % 2 else (1, 0, part) for index, part in enumerate(parts)]
    return [*key, (2, 0, name)]


def _shown(character: str) -> str:
    if character.isspace():
        return " "
    category = unicodedata.category(character)
    if category in ("Cc", "Cs") or (category == "Cf" and character not in _JOINERS):
        return "\N{REPLACEMENT CHARACTER}"
    return character
