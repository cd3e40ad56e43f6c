"""Small files whose headers claim what no file has: gigabytes of tags, a billion channels, streams without number."""

import struct
from collections.abc import Callable

import numpy as np

from tests.corpus.handmade import (
    aiff,
    aiff_chunk,
    aiff_common,
    aiff_sound,
    chunk,
    compressed_bomb,
    data,
    encoded,
    extensible,
    flac_with,
    fmt,
    id3,
    id3_frame,
    pcm,
    riff,
    title,
)

_HUGE = 0xFFFFFFF0


def _wav_format(channels: int = 2, sr: int = 44100, align: int = 4, bits: int = 16) -> bytes:
    return chunk(b"fmt ", struct.pack("<HHIIHH", 1, channels, sr, sr * align & 0xFFFFFFFF, align, bits))


def _au(channels: int, sr: int, offset: int = 24) -> bytes:
    return struct.pack(">4sIIIII", b".snd", offset, 0xFFFFFFFF, 3, sr, channels) + pcm().tobytes()


def _caf(channels: int, sr: float, size: int = -1, packet: int = 4) -> bytes:
    describe = struct.pack(">d4sIIIII", sr, b"lpcm", 0, packet, 1, channels, 16)
    head = b"caff" + struct.pack(">HH", 1, 0) + b"desc" + struct.pack(">q", len(describe)) + describe
    return head + b"data" + struct.pack(">qI", size, 0) + pcm().tobytes()


def _rf64(n_table: int) -> bytes:
    sizes = struct.pack("<QQQI", 1 << 62, 1 << 62, 1 << 61, n_table)
    body = b"WAVE" + chunk(b"ds64", sizes) + fmt() + chunk(b"data", pcm().tobytes(), size=0xFFFFFFFF)
    return b"RF64" + struct.pack("<I", 0xFFFFFFFF) + body


def _ogg_comment(ogg: bytes, count: int, length: int) -> bytes:
    """Vorbis comments that claim so many entries of such a length; the checksums are left as they were."""
    where = ogg.index(b"\x03vorbis") + 7
    vendor = int.from_bytes(ogg[where : where + 4], "little")
    at = where + 4 + vendor
    return ogg[:at] + struct.pack("<II", count, length) + ogg[at + 8 :]


def _ogg_page(serial: int, content: bytes, flags: int = 2) -> bytes:
    head = b"OggS\0" + bytes([flags]) + bytes(8) + struct.pack("<III", serial, 0, 0) + bytes([1, len(content)])
    page = bytearray(head + content)
    from tests.corpus.handmade import _ogg_checksum

    page[22:26] = struct.pack("<I", _ogg_checksum(page))
    return bytes(page)


def _streams_in_ogg(n: int = 20_000) -> bytes:
    vorbis = b"\x01vorbis" + struct.pack("<IBIiiiBB", 0, 2, 44100, 0, 128_000, 0, 0xB8, 1)
    return b"".join(_ogg_page(serial, vorbis) for serial in range(n)) + encoded("OGG")


def _streams_in_avi(n: int = 100_000) -> bytes:
    sound = struct.pack("<HHIIHH", 1, 2, 44100, 176400, 4, 16)
    header = struct.pack("<4s4sIHHIIIIIIII", b"auds", bytes(4), 0, 0, 0, 0, 4, 176400, 0, 1000, 0, 0, 4) + bytes(8)
    stream = chunk(b"LIST", b"strl" + chunk(b"strh", header) + chunk(b"strf", sound))
    main = chunk(b"avih", struct.pack("<IIIIII", 40000, 0, 0, 0x10, 1, 0) + struct.pack("<I", n) + bytes(28))
    lists = chunk(b"LIST", b"hdrl" + main + stream * n)
    movie = chunk(b"LIST", b"movi" + chunk(b"01wb", pcm().tobytes()))
    body = b"AVI " + lists + movie
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _element(name: bytes, content: bytes) -> bytes:
    return name + (0x0100000000000000 | len(content)).to_bytes(8, "big") + content


def _streams_in_matroska(n: int = 100_000) -> bytes:
    tracks = []
    for number in range(1, n + 1):
        sound = _element(b"\xe1", b"\xb5\x84" + struct.pack(">f", 44100.0) + b"\x9f\x81\x02" + b"\x62\x64\x81\x10")
        track = b"\xd7\x84" + struct.pack(">I", number) + b"\x83\x81\x02" + _element(b"\x86", b"A_PCM/INT/LIT") + sound
        tracks.append(_element(b"\xae", track))
    head = _element(b"\x1a\x45\xdf\xa3", _element(b"\x42\x82", b"matroska"))
    return head + _element(b"\x18\x53\x80\x67", _element(b"\x16\x54\xae\x6b", b"".join(tracks)))


def _matroska_of(size: int) -> bytes:
    """Tags whose one binary value claims so many bytes."""
    head = _element(b"\x1a\x45\xdf\xa3", _element(b"\x42\x82", b"matroska"))
    value = b"\x44\x85" + (0x0100000000000000 | size).to_bytes(8, "big") + b"short"
    tags = b"\x12\x54\xc3\x67\x01" + bytes([0xFF] * 7) + b"\x73\x73\x01" + bytes([0xFF] * 7) + value
    return head + b"\x18\x53\x80\x67\x01" + bytes([0xFF] * 7) + tags + bytes(1000)


def _box(name: bytes, content: bytes, size: int | None = None) -> bytes:
    return struct.pack(">I", len(content) + 8 if size is None else size) + name + content


def _mp4(count: int) -> bytes:
    """An index whose tables claim so many entries."""
    table = struct.pack(">II", 0, count)
    entry = struct.pack(">IHHIIHHHHI", 0, 0, 1, 0, 0, 2, 16, 0, 0, 44100 << 16)
    described = _box(b"stsd", struct.pack(">II", 0, 1) + _box(b"sowt", entry))
    sizes = _box(b"stsz", struct.pack(">III", 0, 4, count))
    tables = described + _box(b"stts", table + struct.pack(">II", count, 1)) + sizes
    tables += _box(b"stsc", table + struct.pack(">III", 1, count, 1)) + _box(b"stco", table + bytes(4))
    tables += _box(b"ctts", table) + _box(b"stss", table)
    handler = _box(b"hdlr", bytes(8) + b"soun" + bytes(13))
    media = _box(b"mdhd", bytes(12) + struct.pack(">II", 44100, 66150) + bytes(4)) + handler
    media += _box(b"minf", _box(b"smhd", bytes(8)) + _box(b"stbl", tables))
    track = _box(b"trak", _box(b"tkhd", bytes(84)) + _box(b"mdia", media))
    edits = _box(b"udta", _box(b"\xa9nam", b"x", size=0x7FFFFFF0))
    return _box(b"ftyp", b"qt  " + bytes(8)) + _box(b"mdat", pcm().tobytes()) + _box(b"moov", track + edits)


def _many_tracks(n: int = 100_000) -> bytes:
    track = _box(b"trak", _box(b"tkhd", bytes(84)))
    return _box(b"ftyp", b"qt  " + bytes(8)) + _box(b"moov", track * n) + _box(b"mdat", pcm().tobytes())


def _ape(frames: int) -> bytes:
    head = struct.pack("<4sHHIIIIIIII", b"MAC ", 3990, 0, 52, 24, 0x7FFFFFFF, 0, 0x7FFFFFFF, 0x7FFFFFFF, 0, 0)
    return head + bytes(8) + struct.pack("<HHIIIHHI", 2000, 0, 73728, 1000, frames, 16, 2, 44100) + bytes(4000)


def _tta(samples: int) -> bytes:
    import zlib

    head = struct.pack("<4sHHHII", b"TTA1", 1, 2, 16, 44100, samples)
    return head + struct.pack("<I", zlib.crc32(head)) + bytes(4000)


def _wavpack(samples: int) -> bytes:
    return struct.pack("<4sIHBBIIIII", b"wvpk", 0xFFFFF, 0x410, 0, 0, samples, 0, samples, 0x1801, 0) + bytes(4000)


def _asf(size: int) -> bytes:
    guid = bytes.fromhex("3026b2758e66cf11a6d900aa0062ce6c")
    return guid + struct.pack("<QIBB", size, 0xFFFFFFFF, 1, 2) + bytes(2000)


def _flac_comment(count: int, length: int) -> bytes:
    return flac_with(4, struct.pack("<I", 4) + b"test" + struct.pack("<II", count, length) + b"TITLE=T")


ABSURD: dict[str, Callable[[], bytes]] = {
    "tag of 256 MB.mp3": lambda: id3(title(), size=0x0FFFFFFF) + encoded("MP3"),
    "frame of 4 GB.mp3": lambda: id3(id3_frame(b"APIC", b"\0image/png\0\3\0", size=_HUGE), bytes(500)) + encoded("MP3"),
    "packed frame.mp3": compressed_bomb,
    "list of 4 GB.wav": lambda: riff(fmt(), chunk(b"LIST", b"INFOINAM" + struct.pack("<I", _HUGE), size=_HUGE), data()),
    "id3 of 4 GB.wav": lambda: riff(fmt(), chunk(b"id3 ", id3(title(), size=0x0FFFFFFF), size=_HUGE), data()),
    "bext of 4 GB.wav": lambda: riff(fmt(), chunk(b"bext", bytes(602), size=_HUGE), data()),
    "cart of 4 GB.wav": lambda: riff(fmt(), chunk(b"cart", bytes(2048), size=_HUGE), data()),
    "cue of 4 GB.wav": lambda: riff(fmt(), chunk(b"cue ", struct.pack("<I", _HUGE), size=_HUGE), data()),
    "smpl of 4 GB.wav": lambda: riff(fmt(), chunk(b"smpl", struct.pack("<9I", *[_HUGE] * 9), size=_HUGE), data()),
    "peak of 4 GB.wav": lambda: riff(fmt(), chunk(b"PEAK", struct.pack("<II", 1, 0), size=_HUGE), data()),
    "format of 4 GB.wav": lambda: riff(chunk(b"fmt ", fmt()[8:], size=_HUGE), data()),
    "65535 channels.wav": lambda: riff(_wav_format(channels=65535, align=65534), data()),
    "32767 channels of 8 bits.wav": lambda: riff(_wav_format(channels=32767, align=32767, bits=8), data()),
    "1024 channels.wav": lambda: riff(_wav_format(channels=1024, align=2048), data()),
    "0 channels.wav": lambda: riff(_wav_format(channels=0, align=0), data()),
    "rate 0.wav": lambda: riff(_wav_format(sr=0), data()),
    "rate of 2^31.wav": lambda: riff(_wav_format(sr=1 << 31), data()),
    "rate of 1000.wav": lambda: riff(_wav_format(sr=1000), data()),
    "rate of 10 MHz.wav": lambda: riff(_wav_format(sr=10_000_000), data()),
    "65535 bits.wav": lambda: riff(_wav_format(bits=65535, align=65535), data()),
    "mask of all.wav": lambda: riff(extensible(1, 16, 16, mask=0xFFFFFFFF), data()),
    "data of 2^62.rf64": lambda: _rf64(0),
    "table of 2^32.rf64": lambda: _rf64(0xFFFFFFFF),
    "32767 channels.aiff": lambda: aiff(
        aiff_chunk(b"COMM", struct.pack(">HIH", 32767, 1 << 31, 16) + struct.pack(">HQ", 16398, 44100 << 48)),
        aiff_sound(),
    ),
    "rate of infinity.aiff": lambda: aiff(
        aiff_chunk(b"COMM", struct.pack(">HIH", 2, 66150, 16) + struct.pack(">HQ", 0x7FFF, 0)), aiff_sound()
    ),
    "marks of 4 GB.aiff": lambda: aiff(
        aiff_common(66150), aiff_chunk(b"MARK", struct.pack(">H", 0xFFFF), size=_HUGE), aiff_sound()
    ),
    "2^31 channels.au": lambda: _au(1 << 31, 44100),
    "rate of 2^31.au": lambda: _au(2, 1 << 31),
    "rate 0.au": lambda: _au(2, 0),
    "head of 4 GB.au": lambda: _au(2, 44100, offset=_HUGE),
    "2^31 channels.caf": lambda: _caf((1 << 31) - 1, 44100.0),
    "rate of infinity.caf": lambda: _caf(2, float("inf")),
    "data of 2^62.caf": lambda: _caf(2, 44100.0, size=1 << 62),
    "packets of 2^32.caf": lambda: _caf(2, 44100.0, packet=0xFFFFFFFF),
    "vendor of 4 GB.flac": lambda: flac_with(4, struct.pack("<I", _HUGE) + b"test"),
    "comments by the billion.flac": lambda: _flac_comment(_HUGE, 7),
    "comment of 4 GB.flac": lambda: _flac_comment(1, _HUGE),
    "picture of 4 GB.flac": lambda: flac_with(6, struct.pack(">III", 3, _HUGE, _HUGE) + bytes(100)),
    "seek points of 16 MB.flac": lambda: encoded("FLAC")[:42] + b"\x03\xff\xff\xff" + encoded("FLAC")[42:],
    "comments by the billion.ogg": lambda: _ogg_comment(encoded("OGG"), _HUGE, 7),
    "comment of 4 GB.ogg": lambda: _ogg_comment(encoded("OGG"), 1, _HUGE),
    "20,000 streams.ogg": _streams_in_ogg,
    "100,000 streams.avi": _streams_in_avi,
    "100,000 streams.mkv": _streams_in_matroska,
    "100,000 tracks.mov": _many_tracks,
    "value of 2 GB.mkv": lambda: _matroska_of(0x7FFFFFF0),
    "value of 2^50.mkv": lambda: _matroska_of(1 << 50),
    "tables of 2^31.mov": lambda: _mp4(0x7FFFFFFF),
    "tables of 2^24.mov": lambda: _mp4(1 << 24),
    "frames of 2^32.ape": lambda: _ape(0xFFFFFFFF),
    "frames of 2^26.ape": lambda: _ape(1 << 26),
    "samples of 2^32.tta": lambda: _tta(0xFFFFFFFF),
    "samples of 2^32.wv": lambda: _wavpack(0xFFFFFFF0),
    "header of 2^63.wma": lambda: _asf(1 << 62),
    "noise behind a head.w64": lambda: encoded("W64")[:104] + np.random.default_rng(3).bytes(20_000),
}
"""By file name; each is a few megabytes at most."""
