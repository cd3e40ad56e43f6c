"""What a file is that no decoder can read: the commonest things which are taken for music, known by how they begin."""

from pathlib import Path
from typing import Final

_ARCHIVE: Final = "is an archive, not audio; unpack it and open the files in it."
_PICTURE: Final = "is a picture, not audio; choose the music itself."
_DOCUMENT: Final = "is a document, not audio; choose the music itself."
_PROGRAM: Final = "is a program, not audio; choose the music itself."
_KINDS: Final = (
    (b"PK\x03\x04", _ARCHIVE),
    (b"Rar!\x1a\x07", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"\x1f\x8b\x08", _ARCHIVE),
    (b"\x89PNG\r\n", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"%PDF-", _DOCUMENT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _DOCUMENT),
    (b"\x7fELF", _PROGRAM),
    (b"MZ\x90\x00", _PROGRAM),
    (b"MThd", "holds notes (MIDI), not sound; play it with instruments and export that as WAV."),
    (b"SQLite format 3\0", "is a database, not audio; choose the music itself."),
)
_UNKNOWN: Final = (
    "cannot be read as audio: it is damaged, incomplete or of an unknown kind. If it plays elsewhere, convert it to "
    "WAV or FLAC; if not, get it again."
)
_HEAD_BYTES: Final = 1024


def what_it_is_instead(path: Path) -> str:
    """What is wrong and what to do, as it goes on after the file's name; raises OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    for beginning, words in _KINDS:
        if head.startswith(beginning):
            return words
    if not any(head):
        return "begins with nothing but zeros: a copy or download of it was not finished. Get it again."
    if head[4:8] == b"ftyp":
        return "lacks its index: the recording or download was not finished. Get it again."
    if _is_text(head):
        start = head.lstrip()[:15].lower()
        if start.startswith((b"<!doctype html", b"<html")):
            return "is a web page, not audio; the download went wrong. Get the file again."
        return "is a text file, not audio; choose the music itself."
    return _UNKNOWN


def is_no_sound(path: Path) -> bool:
    """Whether the file is one of these, or a text; formats without a header would take it for sound."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    return _is_text(head) or head.startswith(tuple(beginning for beginning, _ in _KINDS))


def _is_text(head: bytes) -> bool:
    for n_cut in range(4):  # the last character may be cut
        try:
            text = head[: len(head) - n_cut].decode()
        except UnicodeDecodeError:
            if len(head) < _HEAD_BYTES:
                return False
        else:
            return all(character.isprintable() or character.isspace() for character in text)
    return False
