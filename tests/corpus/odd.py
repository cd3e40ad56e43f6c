"""Odd files of many kinds, made from whole ones: cut off, chained, mislabelled, with a foreign tag in front.

Each kind says by which notes the program tells of it; none may lose sound in silence.
"""

import struct
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile as sf

from tests.core.sound_files import music

SECONDS = 3.0
_PICTURE = ["-f", "lavfi", "-i", f"testsrc=duration={SECONDS}:size=64x48:rate=25"]
_CUT = frozenset({"audio.ends_early", "audio.damaged"})


@dataclass(frozen=True)
class Odd:
    """One kind.

    Attributes
    ----------
    make : from the maker of files to the path of one
    notes : codes of which at least one is to be told; empty where no sound is lost and nothing is to be said
    seconds : of sound; None where it is what ffmpeg decodes
    """

    make: Callable[["Maker"], Path]
    notes: frozenset[str] = frozenset()
    seconds: float | None = None


class Maker:
    """Writes files into a folder; the same music at every rate."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def wav(self, sr: int = 44100, channels: int = 2) -> Path:
        """The music as PCM."""
        path = self.folder / f"source-{sr}-{channels}.wav"
        if not path.exists():
            sf.write(path, music(sr, channels, SECONDS), sr, subtype="PCM_16")
        return path

    def ffmpeg(self, name: str, options: str = "", *, sr: int = 44100, channels: int = 2, video: str = "") -> Path:
        """The music as ffmpeg writes it; `video` adds a moving picture of a codec."""
        path = self.folder / name
        more = [*_PICTURE, "-c:v", video] if video else []
        command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", str(self.wav(sr, channels)), *more]
        done = subprocess.run([*command, *options.split(), str(path)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (name, done.stderr)
        return path

    def cut(self, path: Path, share: float = 0.57) -> Path:
        """The beginning of a file, as a broken download leaves it."""
        content = path.read_bytes()
        return self.write(f"cut {path.name}", content[: int(len(content) * share) | 1])

    def write(self, name: str, content: bytes) -> Path:
        """A file of these bytes."""
        path = self.folder / name
        path.write_bytes(content)
        return path


def _cut(name: str, options: str = "", **others: object) -> Odd:
    return Odd(lambda maker: maker.cut(maker.ffmpeg(name, options, **others)), _CUT)  # type: ignore[arg-type]


def _tagged(name: str, options: str = "", **others: object) -> Odd:
    def make(maker: Maker) -> Path:
        whole = maker.ffmpeg(name, options, **others)  # type: ignore[arg-type]
        title = b"TIT2\x00\x00\x00\x05\x00\x00\x00abcd"
        tag = b"ID3\x03\x00\x00" + bytes([0, 0, 3, 12]) + title + bytes(396 - len(title))
        return maker.write(f"id3 {name}", tag + whole.read_bytes())

    return Odd(make, seconds=None)


def _chain(name: str, *links: tuple[str, int, int], serials: tuple[int, ...] = ()) -> Odd:
    """Links one after the other, each by its options, rate and channels; `serials` replace their numbers."""

    def make(maker: Maker) -> Path:
        parts = []
        for number, (options, sr, channels) in enumerate(links):
            part = maker.ffmpeg(f"link {number}.ogg", options, sr=sr, channels=channels).read_bytes()
            parts.append(_with_serial(part, serials[number]) if serials else part)
        return maker.write(name, b"".join(parts))

    return Odd(make, seconds=SECONDS * len(links))


def _with_serial(content: bytes, serial: int) -> bytes:
    pages, at = [], 0
    while at < len(content):
        n = content[at + 26]
        size = 27 + n + sum(content[at + 27 : at + 27 + n])
        page = bytearray(content[at : at + size])
        page[14:18] = struct.pack("<I", serial)
        page[22:26] = bytes(4)
        page[22:26] = struct.pack("<I", _ogg_checksum(bytes(page)))
        pages.append(bytes(page))
        at += size
    return b"".join(pages)


def _ogg_checksum(page: bytes) -> int:
    value = 0
    for byte in page:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1 ^ (0x04C11DB7 if value & 0x80000000 else 0)) & 0xFFFFFFFF
    return value


def _small_count(maker: Maker) -> Path:
    content = bytearray(maker.ffmpeg("count.flac").read_bytes())
    head = int.from_bytes(content[18:26], "big")
    stated = head & (1 << 36) - 1
    content[18:26] = (head - stated + stated // 4).to_bytes(8, "big")
    return maker.write("small count.flac", bytes(content))


def _changed_rate(maker: Maker) -> Path:
    first = maker.ffmpeg("first.flac").read_bytes()
    second = maker.ffmpeg("second.flac", sr=22050).read_bytes()
    at = 4
    while True:
        last, at = second[at] & 0x80, at + 4 + int.from_bytes(second[at + 1 : at + 4], "big")
        if last:
            break
    return maker.write("changed rate.flac", first + second[at:])


def _vbri(maker: Maker) -> Path:
    content = maker.ffmpeg("vbri.mp3", "-b:a 128k -write_xing 0 -id3v2_version 0").read_bytes()
    n_frames = round(SECONDS * 44100 / 1152) + 1
    info = b"VBRI" + struct.pack(">HHHIIHHHH", 1, 0, 75, len(content), n_frames, 0, 1, 2, 1)
    first = content[:4] + bytes(32) + info + bytes(417 - 36 - len(info))
    return maker.cut(maker.write("vbri.mp3", first + content))


def _two_tracks(name: str, codecs: str) -> Odd:
    """The second track is the default one, and twice as long as the first."""

    def make(maker: Maker) -> Path:
        path = maker.folder / name
        source = str(maker.wav())
        command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-t", str(SECONDS / 2), "-i", source, "-i", source,
                   "-map", "0:a", "-map", "1:a", *codecs.split(), "-disposition:a:0", "0", "-disposition:a:1",
                   "default", str(path)]  # fmt: skip
        subprocess.run(command, check=True)
        return path

    return Odd(make, frozenset({"audio.several_tracks"}), SECONDS)


def _opposite(name: str, options: str) -> Odd:
    def make(maker: Maker) -> Path:
        path = maker.folder / "opposite.wav"
        mono = music(44100, 1, SECONDS)
        sf.write(path, np.column_stack([mono, -mono]), 44100, subtype="PCM_16")
        if not options:
            return path
        out = maker.folder / name
        subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", path, *options.split(), out], check=True)
        return out

    return Odd(make, frozenset({"audio.opposite_phase"}), SECONDS)


def _unfinished(maker: Maker) -> Path:
    """As a recording to a pipe leaves it: no length anywhere."""
    path = maker.folder / "piped.mkv"
    command = ["ffmpeg", "-nostdin", "-v", "error", "-i", str(maker.wav()), "-c:a", "aac", "-f", "matroska", "-"]
    path.write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
    return maker.cut(path)


_VORBIS, _OPUS, _FLAC, _SPEEX = "-c:a libvorbis", "-c:a libopus -f ogg", "-c:a flac", "-c:a libspeex"

KINDS: dict[str, Odd] = {
    "chained, another rate": _chain("rate.ogg", (_VORBIS, 44100, 2), (_VORBIS, 32000, 2)),
    "chained, another rate and back": _chain("back.ogg", *((_VORBIS, sr, 2) for sr in (44100, 22050, 44100))),
    "chained, other channels": _chain("channels.ogg", (_VORBIS, 44100, 2), (_VORBIS, 44100, 1)),
    "chained, another codec": _chain("codec.ogg", (_VORBIS, 44100, 2), (_FLAC, 44100, 2), (_SPEEX, 16000, 1)),
    "chained, Opus behind": _chain("opus.ogg", (_VORBIS, 44100, 2), (_OPUS, 48000, 2)),
    "chained, the last has the first one's number": _chain(
        "serial.ogg", *((_VORBIS, 44100, 2),) * 3, serials=(5, 6, 5)
    ),
    "chained, one number": _chain("one.ogg", (_VORBIS, 44100, 2), (_VORBIS, 44100, 2), serials=(5, 5)),
    "FLAC with too small a count": Odd(_small_count, frozenset({"audio.longer_than_stated"}), SECONDS),
    "FLAC that changes its rate": Odd(_changed_rate, frozenset(), 2 * SECONDS),
    "cut AVI": _cut("a.avi", "-c:a libmp3lame", video="mpeg4"),
    "cut AVI of PCM": _cut("b.avi", "-c:a pcm_s16le", video="mpeg4"),
    "cut FLV": _cut("a.flv", "-c:a aac", video="flv"),
    "cut WMV": _cut("a.wmv", "-c:a wmav2", video="wmv2"),
    "cut CAF": _cut("a.caf"),
    "cut VOC": _cut("a.voc", "-c:a pcm_u8"),
    "cut IRCAM": _cut("a.sf", "-f ircam"),
    "cut Ogg FLAC": _cut("a.oga", _FLAC),
    "cut Speex": _cut("a.spx", _SPEEX, sr=16000, channels=1),
    "cut MP3 with a VBRI header": Odd(_vbri, _CUT),
    "cut Matroska": _cut("a.mkv", "-c:a aac", video="mpeg4"),
    "cut Matroska without a length": Odd(_unfinished, _CUT),
    "cut WAV of a codec": _cut("a.wav", "-c:a adpcm_swf"),
    "a tag before WavPack": _tagged("a.wv"),
    "a tag before WMA": _tagged("a.wma", "-c:a wmav2"),
    "a tag before CAF": _tagged("a.caf"),
    "a tag before compressed CAF": _tagged("b.caf", "-c:a alac"),
    "a tag before Matroska": _tagged("a.mka", _VORBIS),
    "a tag before TTA": _tagged("a.tta"),
    "a tag before Ogg": _tagged("a.ogg", _VORBIS),
    "two tracks in Matroska": _two_tracks("two.mkv", "-c:a flac"),
    "two tracks in MP4": _two_tracks("two.mp4", "-c:a alac"),
    "opposite phase": _opposite("o.wav", ""),
    "opposite phase, compressed": _opposite("o.mp3", "-c:a libmp3lame -b:a 128k"),
    "opposite phase, by libav": _opposite("o.m4a", "-c:a aac"),
}
"""Every kind by what it is."""


def bare_samples(kind: str, name: str, folder: Path) -> Path:
    """A file without a header, whatever its name says: the music, with a little silence in front, or noise."""
    silence = np.zeros((400, 2))
    sound = {
        "music": music(44100, 2, SECONDS),
        "silence first": np.vstack([silence, music(44100, 2, SECONDS)]),
        "noise": np.random.default_rng(3).normal(0.0, 0.1, (int(44100 * SECONDS), 2)),
    }[kind]
    path = folder / name
    path.write_bytes((np.clip(sound, -1, 1) * 32000).astype("<i2").tobytes())
    return path
