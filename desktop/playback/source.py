"""Audio files as streams of stereo blocks: opened at once, read from any sample, never loaded whole.

Frame 0 is the first sample that a full decode yields, so that times agree with the analysis. A seek lands on the
very sample, and what follows it equals a decode from the start; `_PREROLL` says what that takes.
"""

import contextlib
import stat
from functools import partial
from pathlib import Path
from typing import Final, Protocol

import numpy as np

from core.audio.decoding.id3_tag import bytes_before
from core.audio.decoding.ogg_file import is_ogg, pages_of
from core.audio.files import display_name
from core.errors import UnreadableError
from desktop.playback.stereo import Block, SourceError, stereo_weights, to_stereo

_PREROLL: Final = {"MPEG_LAYER_I": 2304, "MPEG_LAYER_II": 2304, "MPEG_LAYER_III": 40_000, "VORBIS": 96_000}
"""Frames to decode and discard before a seek's target, by libsndfile's name of the codec.

An MP3 frame borrows up to 511 bytes from frames before it, of which at the lowest bit rates some fifty are needed
to hold as much; libsndfile's seek into the last page of a Vorbis file lands on a wrong sample. Starting this much
earlier, both are exact.
"""
_SKIPPED_AT_ONCE: Final = 65_536
_PREPARED_SECONDS: Final = 600
"""How much of an MP3 is looked through at once. A first seek far into two hours would look through all of it."""

__all__ = ["Block", "SoundFileSource", "Source", "SourceError", "open_source"]


class Source(Protocol):
    """A file that is being read.

    Attributes
    ----------
    sr : frames a second
    n_frames : length as the file states it; a stream may end earlier
    """

    sr: int
    n_frames: int

    def seek(self, frame: int) -> None:
        """Move the next `read` to `frame`; past the end there is nothing to read. SourceError if it fails."""

    def read(self, n_frames: int) -> Block:
        """Read the next frames: `n_frames` of them, fewer only at the end, none after it. SourceError if it breaks."""

    def prepare(self) -> bool:
        """Do a part of what makes later seeks fast, some hundredths of a second of work; whether more is to be done."""

    def close(self) -> None:
        """Close the file."""


def open_source(path: Path, decoder: str = "") -> Source:
    """Open `path` with the decoder that the analysis took, "libsndfile" or "libav", else with whichever can read it.

    SourceError when neither does.
    """
    import soundfile

    from desktop.playback.libav import LibavSource

    name = display_name(path)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would keep the player waiting for ever
            raise SourceError("playback.not_playable", name=name)
        with path.open("rb"):
            pass
    except FileNotFoundError:
        raise SourceError("playback.gone", name=name) from None
    except OSError as error:
        raise SourceError("playback.not_opened", name=name, reason=error.strerror) from None
    if is_ogg(path, start := bytes_before(path)) and len(links := pages_of(path, start).links) > 1:
        from desktop.playback.chained import ChainedSource

        return ChainedSource(path, links)
    if decoder == "libav":
        with contextlib.suppress(SourceError):
            return LibavSource(path)
    try:
        return SoundFileSource(path)
    except (soundfile.SoundFileError, UnreadableError, OSError):
        return LibavSource(path)


class SoundFileSource:
    """Everything that libsndfile reads: WAV, FLAC, MP3, Ogg, Opus, AIFF and more; or a part."""

    def __init__(self, path: Path, part: tuple[int, int] | None = None) -> None:
        import soundfile

        from core.audio.decoding.libsndfile import open_part, open_to_play, quietly_for

        self._name = display_name(path)
        self._error = soundfile.SoundFileError
        self._open = partial(open_to_play, path) if part is None else partial(open_part, path, *part)
        self._file = self._open()
        self._quietly = quietly_for(self._file)
        self._weights = stereo_weights(self._file.channels)
        self._preroll = _PREROLL.get(self._file.subtype, 0)
        self._position = 0
        self.sr = int(self._file.samplerate)
        self.n_frames = int(self._file.frames)
        self._prepared = 0 if self._file.subtype == "MPEG_LAYER_III" else self.n_frames

    def prepare(self) -> bool:
        if self._prepared >= self.n_frames:
            return False
        self._prepared += _PREPARED_SECONDS * self.sr
        position, self._position = self._position, -1
        try:
            with self._quietly():
                self._file.seek(max(min(self._prepared, self.n_frames) - 1, 0))
        except self._error:
            self._prepared = self.n_frames
        self.seek(position)
        return self._prepared < self.n_frames

    def seek(self, frame: int) -> None:
        if frame == self._position:
            return
        start = min(max(frame - self._preroll, 0), self.n_frames)
        try:
            with self._quietly():
                self._file.seek(start)
        except (self._error, OSError):
            self._begin_again()  # GSM and damaged files can only be read forward
            start = 0
        self._position = start
        while self._position < frame and len(self._decode(min(frame - self._position, _SKIPPED_AT_ONCE))):
            pass

    def _begin_again(self) -> None:
        try:
            again = self._open()
        except (self._error, OSError, UnreadableError) as error:
            raise SourceError("playback.broke_off", name=self._name, reason=error) from None
        self._file.close()
        self._file = again

    def read(self, n_frames: int) -> Block:
        return to_stereo(self._decode(n_frames), self._weights)

    def _decode(self, n_frames: int) -> Block:
        """Read the next frames; none where the file is damaged, which is where its analysis ends as well."""
        wanted = min(n_frames, max(0, self.n_frames - self._position))  # what lies behind may look like damage
        try:
            with self._quietly():
                samples: Block = self._file.read(wanted, dtype="float32", always_2d=True)
        except (self._error, OSError):
            return np.empty((0, self._file.channels), np.float32)
        self._position += len(samples)
        return samples

    def close(self) -> None:
        self._file.close()
