"""The study's five pictures of a song, for networks that learn from pictures: as arrays and as PNG files.

A batch is done in two passes, since all pictures are padded to the widest song's width: each song's arrays go to disk
as they are measured, and are padded and drawn when the last one is known. PNG is written here in a few lines of zlib:
with a palette, one byte a pixel, a third of what an encoder fed with RGB makes, and no dependency for it.
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.atomic import replacing
from core.audio.clip import ANALYSIS_SR
from core.features.recipe import RECIPE
from core.file_names import numbered, safe_name
from core.progress import Report, silent
from core.spectrum.filter_banks import HOP_LENGTH

Picture = NDArray[np.float32]


@dataclass(frozen=True)
class PictureKind:
    """How one of the pictures is to be read and drawn.

    Attributes
    ----------
    rows, unit : what a row is, from row 0 on, and what its values are
    pixels_per_row : height of a row in the PNG
    span : values drawn as darkest and brightest; a single number is a range below the picture's own maximum
    is_logarithmic : drawn by its logarithm to base 10
    """

    rows: str
    unit: str
    pixels_per_row: int
    span: tuple[float, float] | float
    is_logarithmic: bool = False


KINDS: Mapping[str, PictureKind] = {
    "mel": PictureKind("128 mel bands from 0 to 11,025 Hz", "dB", 2, 80.0),
    "chroma_stft": PictureKind("12 pitch classes from C to B", "share of the frame's strongest", 16, (0.0, 1.0)),
    "chroma_cens": PictureKind("12 pitch classes from C to B", "normalised energy", 16, (0.0, 1.0)),
    "contrast": PictureKind("below 200 Hz, then 6 octaves upwards", "dB", 24, (0.0, 60.0)),
    "flatness": PictureKind("1 row", "0 a tone, 1 white noise", 48, (1e-5, 1.0), is_logarithmic=True),
}
"""The pictures by name, in the order of the study."""

_COLOURS = (
    (4, 5, 20),
    (38, 22, 92),
    (98, 32, 122),
    (160, 48, 108),
    (214, 82, 74),
    (246, 140, 48),
    (251, 205, 88),
    (254, 252, 214),
)


@dataclass(frozen=True)
class SongPictures:
    """One song's unpadded arrays on disk, and the name of its folder among the pictures."""

    folder: str
    filename: str
    uuid: str
    path: str
    arrays: Path


def save_arrays(pictures: Mapping[str, Picture], path: Path) -> None:
    """Write a song's unpadded pictures into one file (.npz)."""
    with replacing(path) as part, part.open("wb") as file:
        np.savez(file, allow_pickle=False, **dict(pictures))


def folder_names(filenames: Sequence[str], uuids: Sequence[str]) -> list[str]:
    """Return a folder for each song's pictures: its file name where that is unique, else with some of its identity."""
    names: list[str] = []
    safe = [safe_name(name, "song") for name in filenames]
    taken = {name.casefold(): 0 for name in safe}
    for name in safe:
        taken[name.casefold()] += 1
    used: set[str] = set()
    for name, uuid in zip(safe, uuids, strict=True):
        wanted = name if taken[name.casefold()] == 1 else f"{name}-{uuid[:8]}"
        unique = next(one for one in numbered(wanted, "-") if one.casefold() not in used)
        used.add(unique.casefold())
        names.append(unique)
    return names


def write_pictures(songs: Sequence[SongPictures], folder: Path, report: Report = silent) -> int:
    """Pad, save and draw the pictures of a batch, each song in its own folder below `folder`; returns their width.

    A song's folder holds each picture as `<name>.npy` [shape=(n_rows, width)], float32, and as `<name>.png` with row 0
    at the bottom. `images.json` says what rows, columns and colours are.

    Raises
    ------
    OSError : when a file cannot be written; finished ones are whole
    """
    folder.mkdir(parents=True, exist_ok=True)
    n_frames = [_width(song.arrays) for song in songs]
    width = max(n_frames)
    entries = []
    for i, song in enumerate(songs):
        report(i / len(songs), f"Drawing {song.filename}")
        entries.append(_write_song(song, folder, n_frames[i], width))
    with replacing(folder / "images.json") as part:
        part.write_text(json.dumps(_description(width, entries), indent=1) + "\n", encoding="utf-8")
    report(1.0, "Pictures written")
    return width


def _width(arrays: Path) -> int:
    with np.load(arrays, allow_pickle=False) as pictures:
        return int(pictures["flatness"].shape[1])


def _write_song(song: SongPictures, folder: Path, n_frames: int, width: int) -> dict[str, Any]:
    target = folder / song.folder
    target.mkdir(exist_ok=True)
    spans, padding = {}, {}  # ten files that the arrays can give again: none is worth a wait for the disk
    with np.load(song.arrays, allow_pickle=False) as pictures:
        for name, kind in KINDS.items():
            picture = padded(pictures[name], width)
            with replacing(target / f"{name}.npy", sync=False) as part, part.open("wb") as file:
                np.save(file, picture, allow_pickle=False)
            spans[name] = drawn_span(picture, kind)
            padding[name] = float(picture.min())
            with replacing(target / f"{name}.png", sync=False) as part:
                part.write_bytes(png(draw(picture, kind)))
    return {
        "folder": song.folder, "filename": song.filename, "uuid": song.uuid, "path": song.path,
        "frames": n_frames, "padding": padding, "drawn_from_to": spans,
    }  # fmt: skip


def padded(picture: Picture, width: int) -> Picture:
    """Return the picture, on the right filled up to `width` columns with its minimum."""
    missing = width - picture.shape[1]
    filled = np.pad(picture, ((0, 0), (0, missing)), constant_values=picture.min()) if missing else picture
    return np.ascontiguousarray(filled, dtype=np.float32)


def drawn_span(picture: Picture, kind: PictureKind) -> tuple[float, float]:
    """Return the values that are drawn darkest and brightest."""
    if isinstance(kind.span, tuple):
        return kind.span
    highest = float(picture.max())
    return highest - kind.span, highest


def draw(picture: Picture, kind: PictureKind) -> NDArray[np.uint8]:
    """Palette indices of a picture, row 0 at the bottom [shape=(n_rows * pixels_per_row, width)]."""
    low, high = drawn_span(picture, kind)
    if kind.is_logarithmic:
        picture, low, high = np.log10(np.maximum(picture, low)), np.log10(low), np.log10(high)
    share = np.clip((picture - low) / (high - low), 0.0, 1.0)
    indices = np.rint(255.0 * share).astype(np.uint8)
    return np.repeat(indices[::-1], kind.pixels_per_row, axis=0)


def palette() -> NDArray[np.uint8]:
    """256 colours from dark blue over red to pale yellow, ever lighter [shape=(256, 3)]."""
    anchors = np.array(_COLOURS, dtype=np.float64)
    at = np.linspace(0.0, len(anchors) - 1.0, 256)
    channels = [np.interp(at, np.arange(len(anchors)), anchors[:, i]) for i in range(3)]
    return np.rint(np.stack(channels, axis=1)).astype(np.uint8)


def png(indices: NDArray[np.uint8]) -> bytes:
    """Return a PNG file of palette indices [shape=(height, width)], 0 = darkest (RFC 2083)."""
    height, width = indices.shape
    scanlines = np.zeros((height, width + 1), dtype=np.uint8)  # each begins with its filter: 0, none
    scanlines[:, 1:] = indices
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)  # 8 bits, palette
    chunks = (
        (b"IHDR", header),
        (b"PLTE", palette().tobytes()),
        (b"IDAT", zlib.compress(scanlines.data, 6)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def _description(width: int, songs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    return {
        "recipe": RECIPE,
        "width": width,
        "columns": "frames; frame 0 is centred at 0 s; right of a song's own frames its padding",
        "seconds_per_frame": HOP_LENGTH / ANALYSIS_SR,
        "pictures": {
            name: {
                "rows": kind.rows,
                "values": kind.unit,
                "png": "row 0 at the bottom, palette from dark to bright",
                "png_pixels_per_row": kind.pixels_per_row,
                "png_scale": "logarithmic" if kind.is_logarithmic else "linear",
            }
            for name, kind in KINDS.items()
        },
        "songs": list(songs),
    }
