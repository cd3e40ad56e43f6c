"""Files laid byte by byte: what encoders rarely write, but archives hold."""

import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import soundfile as sf
from numpy.typing import NDArray

from tests.core.sound_files import music

SECONDS = 1.5
_GUID = bytes.fromhex("000000001000800000aa00389b71")


def chunk(name: bytes, content: bytes, size: int | None = None, pad: bool = True) -> bytes:
    """A RIFF chunk; `size` is what it claims, where that is not the truth."""
    return name + struct.pack("<I", len(content) if size is None else size) + content + bytes(pad and len(content) % 2)


def riff(*chunks: bytes, size: int | None = None) -> bytes:
    body = b"WAVE" + b"".join(chunks)
    return b"RIFF" + struct.pack("<I", len(body) if size is None else size) + body


def fmt(tag: int = 1, channels: int = 2, sr: int = 44100, bits: int = 16, more: bytes = b"") -> bytes:
    frame = channels * ((bits + 7) // 8)
    return chunk(b"fmt ", struct.pack("<HHIIHH", tag, channels, sr, sr * frame, frame, bits) + more)


def extensible(tag: int, bits: int, valid: int, channels: int = 2, mask: int = 3) -> bytes:
    guid = struct.pack("<H", tag) + _GUID
    return fmt(0xFFFE, channels, bits=bits, more=struct.pack("<HHI", 22, valid, mask) + guid)


def pcm(channels: int = 2, sr: int = 44100) -> NDArray[np.int16]:
    return np.round(music(sr, channels, SECONDS) * 32000).astype("<i2")


def pcm24() -> bytes:
    return (pcm().astype("<i4").ravel() * 256).view(np.uint8).reshape(-1, 4)[:, :3].tobytes()


def id3(*frames: bytes, size: int | None = None) -> bytes:
    """An ID3v2.3 tag; `size` is what it claims."""
    body = b"".join(frames)
    claimed = len(body) if size is None else size
    return b"ID3\x03\x00\x00" + bytes(claimed >> shift & 0x7F for shift in (21, 14, 7, 0)) + body


def id3_frame(name: bytes, content: bytes, size: int | None = None) -> bytes:
    return name + struct.pack(">IH", len(content) if size is None else size, 0) + content


def title() -> bytes:
    return id3_frame(b"TIT2", b"\x00A title")


def picture(n_bytes: int = 10_000_000) -> bytes:
    return b"\x00image/jpeg\x00\x03\x00\xff\xd8\xff\xe0" + bytes(n_bytes)


def info() -> bytes:
    return chunk(b"LIST", b"INFO" + chunk(b"INAM", b"Title") + chunk(b"IART", b"Somebody\0"))


def data(n: int = 1) -> bytes:
    content = pcm().tobytes()
    return chunk(b"data", content[: len(content) // n // 4 * 4])


def aiff_chunk(name: bytes, content: bytes, size: int | None = None) -> bytes:
    return name + struct.pack(">I", len(content) if size is None else size) + content + bytes(len(content) % 2)


def aiff(*chunks: bytes) -> bytes:
    body = b"AIFF" + b"".join(chunks)
    return b"FORM" + struct.pack(">I", len(body)) + body


def aiff_common(n_frames: int) -> bytes:
    rate = struct.pack(">HQ", 16383 + 15, 44100 << 48)  # 80 bits of floating point
    return aiff_chunk(b"COMM", struct.pack(">HIH", 2, n_frames, 16) + rate)


def aiff_sound() -> bytes:
    return aiff_chunk(b"SSND", struct.pack(">II", 0, 0) + pcm().astype(">i2").tobytes())


def au(size: int, annotation: bytes = b"") -> bytes:
    head = struct.pack(">4sIIIII", b".snd", 24 + len(annotation), size, 3, 44100, 2)
    return head + annotation + pcm().astype(">i2").tobytes()


def rifx() -> bytes:
    big = struct.pack(">HHIIHH", 1, 2, 44100, 176400, 4, 16)
    content = pcm().astype(">i2").tobytes()
    body = b"WAVEfmt " + struct.pack(">I", 16) + big + b"data" + struct.pack(">I", len(content)) + content
    return b"RIFX" + struct.pack(">I", len(body)) + body


def encoded(name: str, **options: object) -> bytes:
    """The music as libsndfile writes it."""
    import io

    stream = io.BytesIO()
    sf.write(stream, music(44100, 2, SECONDS), 44100, format=name, **options)
    return stream.getvalue()


def flac_with(kind: int, content: bytes) -> bytes:
    """A FLAC file with another block of metadata behind its first."""
    plain = encoded("FLAC")
    return plain[:42] + bytes([kind]) + len(content).to_bytes(3, "big") + content + plain[42:]


def flac_of_unknown_length() -> bytes:
    content = bytearray(encoded("FLAC"))
    content[21] &= 0xF0
    content[22:26] = bytes(4)
    return bytes(content)


def flac_picture() -> bytes:
    image = b"\xff\xd8\xff\xe0" + bytes(10_000_000)
    head = struct.pack(">II", 3, 10) + b"image/jpeg" + struct.pack(">IIIIII", 0, 600, 600, 24, 0, len(image))
    return flac_with(6, head + image)


def caf_of_unknown_length() -> bytes:
    describe = struct.pack(">d4sIIIII", 44100.0, b"lpcm", 0, 4, 1, 2, 16)
    head = b"caff" + struct.pack(">HH", 1, 0) + b"desc" + struct.pack(">q", len(describe)) + describe
    return head + b"data" + struct.pack(">qI", -1, 0) + pcm().astype(">i2").tobytes()


def ape_tag() -> bytes:
    item = struct.pack("<II", 5, 0) + b"Title\0" + b"Hello"
    size = len(item) + 32
    return item + b"APETAGEX" + struct.pack("<IIII", 2000, size, 1, 0) + bytes(8)


def id3v1() -> bytes:
    return b"TAG" + b"Title".ljust(30, b"\0") + bytes(95)


def chained_ogg() -> bytes:
    """Two Vorbis files, one behind the other, as a radio station sends them; the serial numbers differ."""
    return encoded("OGG") + _renumbered(encoded("OGG"), 4711)


def _renumbered(ogg: bytes, serial: int) -> bytes:
    pages, position = [], 0
    while position < len(ogg):
        segments = ogg[position + 26]
        length = 27 + segments + sum(ogg[position + 27 : position + 27 + segments])
        page = bytearray(ogg[position : position + length])
        page[14:18] = struct.pack("<I", serial)
        page[22:26] = bytes(4)
        page[22:26] = struct.pack("<I", _ogg_checksum(page))
        pages.append(bytes(page))
        position += length
    return b"".join(pages)


_CRC = [0] * 256
for _index in range(256):
    _value = _index << 24
    for _ in range(8):
        _value = (_value << 1 ^ 0x04C11DB7) & 0xFFFFFFFF if _value & 0x80000000 else _value << 1
    _CRC[_index] = _value


def _ogg_checksum(page: bytes | bytearray) -> int:
    value = 0
    for byte in page:
        value = (value << 8 & 0xFFFFFFFF) ^ _CRC[value >> 24 ^ byte]
    return value


HANDMADE: dict[str, Callable[[], bytes]] = {
    "list behind.wav": lambda: riff(fmt(), data(), info()),
    "list in front.wav": lambda: riff(info(), fmt(), data()),
    "junk first.wav": lambda: riff(chunk(b"JUNK", bytes(28)), fmt(), chunk(b"PAD ", bytes(1000)), data()),
    "odd chunk.wav": lambda: riff(fmt(), chunk(b"note", b"odd"), data(), chunk(b"note", b"odd")),
    "cue and fact.wav": lambda: riff(
        fmt(), chunk(b"fact", struct.pack("<I", 1)), chunk(b"cue ", struct.pack("<I", 0)), data()
    ),
    "no length.wav": lambda: riff(fmt(), chunk(b"data", pcm().tobytes(), size=0xFFFFFFFF), size=0xFFFFFFFF),
    "zero length.wav": lambda: riff(fmt(), chunk(b"data", pcm().tobytes(), size=0), size=0),
    "riff size zero.wav": lambda: riff(fmt(), data(), size=0),
    "riff size short.wav": lambda: riff(fmt(), data(), size=100),
    "length a little long.wav": lambda: riff(fmt(), chunk(b"data", pcm().tobytes(), size=len(pcm().tobytes()) + 64)),
    "half a frame more.wav": lambda: riff(fmt(), chunk(b"data", pcm().tobytes() + b"\1\0")),
    "extensible 16.wav": lambda: riff(extensible(1, 16, 16), data()),
    "extensible float.wav": lambda: riff(
        extensible(3, 32, 32), chunk(b"data", music(44100, 2, SECONDS).astype("<f4").tobytes())
    ),
    "20 of 24 bits.wav": lambda: riff(extensible(1, 24, 20), chunk(b"data", pcm24())),
    "24 bits plain.wav": lambda: riff(fmt(bits=24), chunk(b"data", pcm24())),
    "12 of 16 bits.wav": lambda: riff(fmt(bits=12), chunk(b"data", (pcm() & ~15).tobytes())),
    "no mask.wav": lambda: riff(extensible(1, 16, 16, mask=0), data()),
    "big end.wav": rifx,
    "garbage behind.wav": lambda: riff(fmt(), data()) + np.random.default_rng(1).bytes(5000),
    "id3 chunk.wav": lambda: riff(fmt(), data(), chunk(b"id3 ", id3(title()))),
    "id3 in front.wav": lambda: id3(title()) + riff(fmt(), data()),
    "id3 in front.flac": lambda: id3(title()) + encoded("FLAC"),
    "id3 behind.flac": lambda: encoded("FLAC") + id3v1(),
    "id3 in front.aiff": lambda: id3(title()) + aiff(aiff_common(len(pcm())), aiff_sound()),
    "cover of 10 MB.mp3": lambda: id3(title(), id3_frame(b"APIC", picture())) + encoded("MP3"),
    "cover of 10 MB.flac": flac_picture,
    "cover of 10 MB.wav": lambda: riff(fmt(), chunk(b"id3 ", id3(id3_frame(b"APIC", picture()))), data()),
    "comment of 1 MB.flac": lambda: flac_with(
        4, struct.pack("<I", 4) + b"test" + struct.pack("<II", 1, 1_000_008) + b"COMMENT=" + b"x" * 1_000_000
    ),
    "padding of 16 MB.flac": lambda: flac_with(1, bytes((1 << 24) - 1)),
    "unknown length.flac": flac_of_unknown_length,
    "two tags in front.mp3": lambda: id3(title()) + id3(title(), bytes(500)) + encoded("MP3"),
    "tags behind.mp3": lambda: encoded("MP3") + ape_tag() + id3v1(),
    "silence in front.mp3": lambda: bytes(3000) + encoded("MP3"),
    "aiff sound first.aiff": lambda: aiff(aiff_sound(), aiff_common(len(pcm()))),
    "aiff with marks.aiff": lambda: aiff(
        aiff_chunk(b"NAME", b"odd"), aiff_common(len(pcm())), aiff_chunk(b"ANNO", b"hello"), aiff_sound()
    ),
    "unknown length.au": lambda: au(0xFFFFFFFF),
    "long head.au": lambda: au(len(pcm().tobytes()), b"annotation".ljust(1000, b"\0")),
    "unknown length.caf": caf_of_unknown_length,
    "chained.ogg": chained_ogg,
    "really flac.mp3": lambda: encoded("FLAC"),
    "really mp3.wav": lambda: encoded("MP3"),
    "really ogg.flac": lambda: encoded("OGG"),
    "really wav.m4a": lambda: riff(fmt(), data()),
    "really wav": lambda: riff(fmt(), data()),
    "LOUD NAME.WAV": lambda: riff(fmt(), data()),
    "LOUD NAME.Mp3": lambda: encoded("MP3"),
    "🎵 Größe 音楽 — “quoted”.flac": lambda: encoded("FLAC"),
    "line\nbreak.wav": lambda: riff(fmt(), data()),
    "%s percent & <b> 'quote'.ogg": lambda: encoded("OGG"),
    "-i.wav": lambda: riff(fmt(), data()),
    "http:__x.wav": lambda: riff(fmt(), data()),
}
"""Valid files by name; each has the music of `SECONDS` seconds in it, or twice it where its name says so."""


def compressed_bomb() -> bytes:
    """A small file that would grow to gigabytes, were compressed tags unpacked without a bound."""
    packed = zlib.compress(bytes(50_000_000), 9)
    frame = b"COMM" + len(packed).to_bytes(4, "big") + b"\0\x80" + packed
    return id3(frame) + encoded("MP3")


def write_handmade(path: Path) -> None:
    """Write the file of that name."""
    path.write_bytes(HANDMADE[path.name]())
