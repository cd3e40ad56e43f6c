"""Tempo, key and genre in the tags of a file, by mutagen: what is there, and other values in their place.

Nothing else of a file's tags is touched: ID3 frames that are not meant are not even decoded, and a file whose other
tags could not be kept as they are is refused.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

from core.audio.decoding.id3_tag import bytes_before
from core.errors import TagError

TagField = Literal["bpm", "key", "genre"]
TAG_FIELDS: Final[tuple[TagField, ...]] = get_args(TagField)

TagValues = Mapping[TagField, tuple[str, ...]]
"""Texts of a file's tags by field, none where there is no such tag."""

_COMMENTS: Final[Mapping[TagField, tuple[str, ...]]] = {
    "bpm": ("BPM", "TEMPO"),
    "key": ("INITIALKEY", "KEY"),
    "genre": ("GENRE",),
}
"""Names in Vorbis comments and APEv2; the first one where a file has none of them."""

_MP4: Final[Mapping[TagField, str]] = {"bpm": "tmpo", "key": "----:com.apple.iTunes:initialkey", "genre": "\xa9gen"}
_ID3: Final[Mapping[TagField, str]] = {"bpm": "TBPM", "key": "TKEY", "genre": "TCON"}
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"
_ID3V1: Final = 128  # bytes


@dataclass(frozen=True)
class _Container:
    """How the tags of one kind of file are opened, read, changed and saved."""

    open: Callable[[Path], Any]
    read: Callable[[Any], dict[TagField, tuple[str, ...]]]
    change: Callable[[Any, TagValues], None]
    save: Callable[[Any, Path], None]
    has_whole_bpm: bool = False


def read_fields(path: Path) -> dict[TagField, tuple[str, ...]]:
    """Return tempo, key and genre of a file as its tags have them.

    Raises
    ------
    TagError
        If tags of such a file cannot be written, or they are damaged.
    OSError
        If it cannot be read.
    """
    container = _container_of(path)
    with _translated(path):
        return container.read(container.open(path))


def fitted(path: Path, values: TagValues) -> dict[TagField, tuple[str, ...]]:
    """Return values as the tags of a file can say them: those of MP4 have whole BPM. Errors as `read_fields`."""
    found = dict(values)
    if "bpm" in found and _container_of(path).has_whole_bpm:
        found["bpm"] = tuple(str(round(float(text))) for text in found["bpm"])
    return found


def write_fields(path: Path, values: TagValues) -> None:
    """Put other values into a file's tags, in place: for a copy, since a failure leaves it half written.

    Parameters
    ----------
    path : Path
    values : mapping of field to texts
        No texts remove the tag; fields that are not in it stay.

    Raises
    ------
    TagError
        If tags of such a file cannot be written, or its others could not be kept.
    OSError
        If it cannot be read or written.
    """
    container = _container_of(path)
    with _translated(path):
        file = container.open(path)
        container.change(file, values)
        container.save(file, path)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """Turn whatever mutagen stumbles over in a damaged file into a TagError."""
    try:
        yield
    except (TagError, OSError):
        raise
    except Exception as problem:  # noqa: BLE001 (mutagen raises whatever a damaged file makes it stumble over)
        cause = problem.__context__ if isinstance(problem.__context__, OSError) else None
        if cause is not None and cause.errno is not None:
            raise cause from None
        raise TagError("tags.damaged", name=path.name) from None


def _container_of(path: Path) -> _Container:
    with path.open("rb") as file:
        head = file.read(64)
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return _id3_within("mutagen.wave", "WAVE")
    if head[:4] == b"FORM" and head[8:12] in (b"AIFF", b"AIFC"):
        return _id3_within("mutagen.aiff", "AIFF")
    if head[:3] == b"ID3" and not bytes_before(path):
        return _WITH_ID3
    kinds = _kinds()
    import mutagen

    with _translated(path):
        found: Any = mutagen.File(path, options=list(kinds))
    if found is None:
        raise TagError("tags.kind", name=path.name)
    return kinds[type(found)]


def _kinds() -> dict[Any, _Container]:
    from mutagen.flac import FLAC
    from mutagen.monkeysaudio import MonkeysAudio
    from mutagen.mp3 import MP3
    from mutagen.mp4 import MP4
    from mutagen.musepack import Musepack
    from mutagen.oggflac import OggFLAC
    from mutagen.oggopus import OggOpus
    from mutagen.oggspeex import OggSpeex
    from mutagen.oggvorbis import OggVorbis
    from mutagen.wavpack import WavPack

    return {
        MP3: _WITH_ID3,
        MP4: _Container(MP4, _read_mp4, _change_mp4, _save, has_whole_bpm=True),
        **{kind: _Container(kind, _read_comments, _change_vorbis, _save) for kind in (
            FLAC, OggFLAC, OggOpus, OggSpeex, OggVorbis
        )},
        **{kind: _Container(kind, _read_comments, _change_comments, _save) for kind in (
            MonkeysAudio, Musepack, WavPack
        )},
    }  # fmt: skip


def _save(file: Any, _path: Path) -> None:
    file.save()


# --- Vorbis comments, APEv2, MP4 --------------------------------------------------------------------------------------


def _name_in(tags: Any, field: TagField) -> str:
    names = _COMMENTS[field]
    return next((name for name in names if name in tags), names[0])


def _read_comments(file: Any) -> dict[TagField, tuple[str, ...]]:
    tags = {} if file.tags is None else file.tags
    names = {field: _name_in(tags, field) for field in TAG_FIELDS}
    return {field: tuple(tags[name]) if name in tags else () for field, name in names.items()}


def _change_comments(file: Any, values: TagValues) -> None:
    if file.tags is None:
        file.add_tags()
    _change_mapping(file.tags, {_name_in(file.tags, field): list(texts) for field, texts in values.items()})


def _change_vorbis(file: Any, values: TagValues) -> None:
    """Change Vorbis comments unless some are no Unicode, which mutagen would write as replacement characters."""
    if file.tags is not None and any(_REPLACEMENT in text for _, text in file.tags):
        raise TagError("tags.encoding", name=Path(file.filename).name)
    _change_comments(file, values)


def _read_mp4(file: Any) -> dict[TagField, tuple[str, ...]]:
    tags = file.tags or {}
    return {field: tuple(map(_mp4_text, tags.get(name, ()))) for field, name in _MP4.items()}


def _mp4_text(value: Any) -> str:
    return bytes(value).decode("utf-8", "replace") if isinstance(value, bytes) else str(value)


def _change_mp4(file: Any, values: TagValues) -> None:
    from mutagen import mp4

    free_form: Any = mp4.MP4FreeForm
    if file.tags is None:
        file.add_tags()
    written: dict[str, list[Any]] = {}
    for field, texts in values.items():
        match field:
            case "bpm":
                written[_MP4[field]] = [round(float(text)) for text in texts]
            case "key":
                written[_MP4[field]] = [free_form(text.encode()) for text in texts]
            case "genre":
                file.tags.pop("gnre", None)  # the number of a genre, which would contradict
                written[_MP4[field]] = list(texts)
    _change_mapping(file.tags, written)


def _change_mapping(tags: Any, values: Mapping[str, Sequence[Any]]) -> None:
    for name, texts in values.items():
        if texts:
            tags[name] = texts
        elif name in tags:
            del tags[name]


# --- ID3 --------------------------------------------------------------------------------------------------------------


def _known_frames() -> dict[str, Any]:
    """Return the only frames that are decoded; all others are kept as they are.

    A compressed frame may become as large as it likes, so these do not decode any.
    """
    from core.audio.decoding.tags import uncompressed_frames

    return uncompressed_frames(_ID3.values())


def _open_id3(path: Path) -> Any:
    from mutagen import id3

    kind: Any = id3.ID3
    try:
        tags = kind(path, known_frames=_known_frames(), translate=False, load_v1=False)
    except id3.ID3NoHeaderError:
        tags = kind()
        _take_id3v1(tags, path)
    _check_version(tags, path)
    return tags


def _take_id3v1(tags: Any, path: Path) -> None:
    """Let a new tag say what the old one at the end of the file says, since readers look at one alone."""
    from mutagen import id3

    parse: Any = id3.ParseID3v1
    with path.open("rb") as file:
        found = parse(_tail(file))
    for frame in (found or {}).values():
        tags.add(frame)
    tags.version = (2, 4, 0) if found else (2, 3, 0)


def _check_version(tags: Any, path: Path) -> None:
    if tags.version[1] not in (3, 4):  # 2.2: its frames have other names, which mutagen only writes as 2.3
        raise TagError("tags.id3_version", name=path.name)


def _read_id3(tags: Any) -> dict[TagField, tuple[str, ...]]:
    return {field: _frame_texts(tags, name) for field, name in _ID3.items()}


def _frame_texts(tags: Any, name: str) -> tuple[str, ...]:
    frames = tags.getall(name)
    return tuple(str(text) for frame in frames for text in (frame.genres if name == "TCON" else frame.text))


def _change_id3(tags: Any, values: TagValues) -> None:
    from mutagen import id3

    for field, texts in values.items():
        name = _ID3[field]
        plain = all(text.isascii() for text in texts)
        encoding = 0 if plain else 3 if tags.version[1] == 4 else 1  # Latin-1, UTF-8, UTF-16
        frame: Any = getattr(id3, name)
        tags.setall(name, [frame(encoding=encoding, text=list(texts))] if texts else [])


def _save_id3(tags: Any, path: Path) -> None:
    with path.open("rb") as file:
        former = _tail(file)
    tags.save(path, v2_version=tags.version[1], v23_sep=None)
    if former[:3] == b"TAG":  # mutagen writes it again from the frames and drops what they do not hold
        with path.open("r+b") as file:
            file.seek(-_ID3V1, 2)
            file.write(former)


def _tail(file: Any) -> bytes:
    size = file.seek(0, 2)
    file.seek(max(0, size - _ID3V1))
    return bytes(file.read(_ID3V1))


_WITH_ID3: Final = _Container(_open_id3, _read_id3, _change_id3, _save_id3)


def _id3_within(module: str, name: str) -> _Container:
    """Return how a file is handled that has an ID3 tag in a chunk of its own."""
    from importlib import import_module

    kind: Any = getattr(import_module(module), name)

    def open_file(path: Path) -> Any:
        file: Any = kind(path, known_frames=_known_frames(), translate=False)
        is_new = file.tags is None
        if is_new:
            file.add_tags()
        tags: Any = file.tags
        if is_new:
            tags.version = (2, 3, 0)
        _check_version(tags, path)
        return file

    def save(file: Any, path: Path) -> None:
        file.tags.save(path, v2_version=file.tags.version[1], v23_sep=None)

    return _Container(
        open_file, lambda file: _read_id3(file.tags), lambda file, values: _change_id3(file.tags, values), save
    )
