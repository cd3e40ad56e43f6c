"""What a file is that no decoder can read: the commonest things which are taken for music, known by how they begin."""

from pathlib import Path
from typing import Final

from core.errors import UnreadableError

_KINDS: Final = (
    (b"PK\x03\x04", "audio.is_archive"),
    (b"Rar!\x1a\x07", "audio.is_archive"),
    (b"7z\xbc\xaf\x27\x1c", "audio.is_archive"),
    (b"\x1f\x8b\x08", "audio.is_archive"),
    (b"\x89PNG\r\n", "audio.is_picture"),
    (b"\xff\xd8\xff", "audio.is_picture"),
    (b"GIF8", "audio.is_picture"),
    (b"%PDF-", "audio.is_document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "audio.is_document"),
    (b"\x7fELF", "audio.is_program"),
    (b"MZ\x90\x00", "audio.is_program"),
    (b"MThd", "audio.is_midi"),
    (b"SQLite format 3\0", "audio.is_database"),
)
_HEAD_BYTES: Final = 1024
_MP4_BOXES: Final = (b"ftyp", b"moov", b"mdat", b"wide", b"skip", b"free")
_PICTURE_BRANDS: Final = (b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis", b"crx ", b"jp2 ")
_LARGEST_INDEX: Final = 1 << 26


def what_it_is_instead(path: Path) -> UnreadableError:
    """Return what is wrong with a file that no decoder can read; raises OSError."""
    with path.open("rb") as file:
        head = file.read(_HEAD_BYTES)
    for beginning, code in _KINDS:
        if head.startswith(beginning):
            return UnreadableError(code)
    if not any(head):
        return UnreadableError("audio.is_zeros")
    if head[4:8] in _MP4_BOXES:
        return _what_lacks_in_mp4(path, head)
    if _is_text(head):
        start = head.lstrip()[:15].lower()
        is_web_page = start.startswith((b"<!doctype html", b"<html"))
        return UnreadableError("audio.is_web_page" if is_web_page else "audio.is_text")
    return UnreadableError("audio.unknown_kind")


def _what_lacks_in_mp4(path: Path, head: bytes) -> UnreadableError:
    """Say whether the index is missing, or what it says: no sound at all, or sound that is encrypted."""
    if head[4:8] == b"ftyp" and head[8:12] in _PICTURE_BRANDS:
        return UnreadableError("audio.is_picture")
    index = _mp4_index(path)
    if index is None:
        return UnreadableError("audio.lacks_index")
    if _says_encrypted(index):
        return UnreadableError("audio.encrypted")
    return UnreadableError("audio.unknown_kind" if b"soun" in index else "audio.no_track")


def is_encrypted(path: Path) -> bool:
    """Whether the file is an MP4 file whose index says that its sound is encrypted."""
    with path.open("rb") as file:
        if file.read(8)[4:] not in _MP4_BOXES:
            return False
    index = _mp4_index(path)
    return index is not None and _says_encrypted(index)


def _says_encrypted(index: bytes) -> bool:
    return any(mark in index for mark in (b"enca", b"drms", b"aavd", b"pssh"))


def _mp4_index(path: Path) -> bytes | None:
    """Return the box "moov" of an MP4 file; None where it is missing or cut off."""
    size = path.stat().st_size
    at = 0
    with path.open("rb") as file:
        while at + 8 <= size:
            file.seek(at)
            head = file.read(16)
            length = int.from_bytes(head[:4], "big")
            if length == 1:
                length = int.from_bytes(head[8:16], "big")
            elif length == 0:
                length = size - at
            if head[4:8] == b"moov":
                file.seek(at)
                content = file.read(min(length, _LARGEST_INDEX))
                return content if at + length <= size else None
            if length < 8:
                return None
            at += length
    return None


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
