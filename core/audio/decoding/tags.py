"""What a file says about its music: title, artist, tempo and the like, by mutagen, made safe to show.

mutagen knows more tags than the decoders do (tempo, key, track, all of ID3, MP4 and APE). What it cannot read, such as
the INFO of RIFF or Matroska, is left to the decoder that read the sound.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

KEYS: Final = ("title", "artist", "album", "genre", "date", "tracknumber", "bpm", "key", "comment")
"""What is kept of a file's tags, in the order in which it is shown."""

LONGEST_TAG: Final = 200
"""Characters kept of one tag; some files carry whole documents in them."""

_OTHER_NAMES: Final = {
    "track": "tracknumber", "year": "date", "description": "comment", "initialkey": "key", "initial key": "key",
    "tempo": "bpm",
    "tit2": "title", "tpe1": "artist", "talb": "album", "tcon": "genre", "tdrc": "date", "trck": "tracknumber",
    "tbpm": "bpm", "tkey": "key", "comm": "comment",
    "©nam": "title", "©art": "artist", "©alb": "album", "©gen": "genre", "©day": "date", "trkn": "tracknumber",
    "tmpo": "bpm", "©cmt": "comment", "----:com.apple.itunes:initialkey": "key",
    "author": "artist", "wm/albumtitle": "album", "wm/genre": "genre", "wm/year": "date",
    "wm/tracknumber": "tracknumber", "wm/beatsperminute": "bpm", "wm/initialkey": "key",
}  # fmt: skip
"""Names that formats have for the same: Vorbis and APE, ID3, MP4, ASF."""

_ID3_NAMES: Final = {
    "TIT2": "TT2", "TPE1": "TP1", "TALB": "TAL", "TCON": "TCO", "TRCK": "TRK", "TBPM": "TBP", "TKEY": "TKE",
    "COMM": "COM", "TYER": "TYE", "TDAT": "TDA", "TIME": "TIM", "TDRC": "",
}  # fmt: skip
"""Frames that are read, by their names in ID3 2.3 and later, with those of 2.2."""

_WITH_CHUNKS: Final = (b"WAVE", b"AIFF", b"AIFC")

_COMPRESSED: Final = 0x0088
"""Flags of a compressed frame: 0x80 in ID3 2.3, 0x08 in 2.4."""


def read_tags(path: Path, found: Mapping[str, str]) -> dict[str, str]:
    """Read the tags of a file.

    Parameters
    ----------
    path : Path
        A regular file.
    found : Mapping[str, str]
        What a decoder found, by its names; it stands for what mutagen does not find.

    Returns
    -------
    dict[str, str]
        Those of `KEYS` that the file has, each on one line and at most `LONGEST_TAG` characters long.
    """
    tags = clean_tags(found) | clean_tags(dict(_native(path)))
    return {key: tags[key] for key in KEYS if key in tags}


def clean_tags(raw: Mapping[str, str]) -> dict[str, str]:
    """Return the tags of `KEYS` that `raw` has, each on one line and of bounded length; empty ones are left out."""
    found: dict[str, str] = {}
    for key, value in raw.items():
        name = key.lower()
        text = _one_line(value)
        if text:
            found.setdefault(_OTHER_NAMES.get(name, name), text)
    return {key: found[key] for key in KEYS if key in found}


def _one_line(value: str) -> str:
    # A tag of a megabyte is cut before it is looked at; four times, as runs of blanks become one.
    visible = (character if character.isprintable() else " " for character in value[: LONGEST_TAG * 4])
    text = " ".join("".join(visible).split())
    return text if len(text) <= LONGEST_TAG else text[: LONGEST_TAG - 1] + "…"


def _native(path: Path) -> Iterator[tuple[str, str]]:
    """Yield names and texts as the file has them; nothing from a file that mutagen does not understand."""
    try:
        with path.open("rb") as file:
            head = file.read(12)
        within = {b"RIFF": "wave", b"FORM": "aiff"}.get(head[:4]) if head[8:] in _WITH_CHUNKS else None
        is_id3 = head[:3] == b"ID3" or within is not None
        tags = _chunk_tags(path, within) if within else _id3_tags(path) if is_id3 else _other_tags(path)
        for key, value in [] if tags is None else tags.items():
            yield key.split(":")[0] if is_id3 else key, _text(value)
    except Exception:  # noqa: BLE001 (mutagen raises whatever a damaged file makes it stumble over)
        return


def _text(value: Any) -> str:
    """Return the first of a tag's values: an ID3 frame, or a list of texts, numbers, bytes, pairs or attributes."""
    if hasattr(value, "genres"):  # "(17)" and "17" are "Rock"
        value = value.genres
    elif hasattr(value, "text"):
        value = value.text
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, tuple):  # MP4's track and number of tracks
        return "/".join(str(one) for one in first if one)
    return first.decode("utf-8", "replace") if isinstance(first, bytes) else str(first)


def _other_tags(path: Path) -> Any:
    import mutagen
    from mutagen.asf import ASF
    from mutagen.flac import FLAC
    from mutagen.monkeysaudio import MonkeysAudio
    from mutagen.mp4 import MP4
    from mutagen.musepack import Musepack
    from mutagen.oggflac import OggFLAC
    from mutagen.oggopus import OggOpus
    from mutagen.oggspeex import OggSpeex
    from mutagen.oggvorbis import OggVorbis
    from mutagen.wavpack import WavPack

    kinds = (FLAC, OggVorbis, OggOpus, OggFLAC, OggSpeex, MP4, ASF, MonkeysAudio, Musepack, WavPack)
    file: Any = mutagen.File(path, options=kinds)
    return None if file is None else file.tags


def _chunk_tags(path: Path, module: str) -> Any:
    """Return the ID3 tag that a WAV or AIFF file has in a chunk."""
    from importlib import import_module

    found = import_module(f"mutagen.{module}")
    kind: Any = found.WAVE if module == "wave" else found.AIFF
    return kind(path, known_frames=_id3_frames()).tags


def _id3_tags(path: Path) -> Any:
    from mutagen import id3

    kind: Any = id3.ID3
    return kind(path, known_frames=_id3_frames())


@cache
def _id3_frames() -> dict[str, type]:
    """Return the frames to decode, none of them compressed.

    mutagen inflates a compressed frame to whatever size it has: ten megabytes may become ten gigabytes.
    """
    from mutagen import id3

    frames: dict[str, type] = {}
    for name, former in _ID3_NAMES.items():
        frames[name] = _uncompressed(getattr(id3, name))
        if former:
            frames[former] = type(former, (frames[name],), {})
    return frames


def uncompressed_frames(names: Iterable[str]) -> dict[str, type]:
    """Return classes for some frames, of which none decodes a compressed one."""
    from mutagen import id3

    return {name: _uncompressed(getattr(id3, name)) for name in names}


def _uncompressed(base: Any) -> type:
    """Return a frame class of the same name that does not decode compressed frames."""
    from mutagen.id3 import ID3JunkFrameError

    class Frame(base):  # type: ignore[misc]
        @classmethod
        def _fromData(cls, header: Any, flags: int, data: bytes) -> Any:  # noqa: N802 (mutagen's name)
            if flags & _COMPRESSED:
                raise ID3JunkFrameError("compressed")
            return super()._fromData(header, flags, data)

    Frame.__name__ = base.__name__  # mutagen knows a frame by the name of its class
    return Frame
