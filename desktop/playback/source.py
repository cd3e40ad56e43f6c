"""Audio files as streams of stereo blocks: opened at once, read from any sample, never loaded whole.

Frame 0 is the first sample that a full decode yields, so that times agree with the analysis. A seek lands on the
very sample, and what follows it equals a decode from the start; `_PREROLL` says what that takes.
"""

import os
from pathlib import Path
from typing import Final, Protocol

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
        """Let the next `read` begin at `frame`; past the end there is nothing to read. SourceError if it breaks."""

    def read(self, n_frames: int) -> Block:
        """The next frames: `n_frames` of them, fewer only at the end, none after it. SourceError if it breaks."""

    def prepare(self) -> bool:
        """Do a part of what makes later seeks fast, some hundredths of a second of work; whether more is to be done."""

    def close(self) -> None:
        """Let go of the file."""


def open_source(path: Path) -> Source:
    """The decoder that reads `path`: libsndfile if it can, else libav; SourceError when neither does."""
    import soundfile

    from desktop.playback.libav import LibavSource

    try:
        with path.open("rb"):
            pass
        return SoundFileSource(path)
    except FileNotFoundError:
        raise SourceError(f"{path.name} is no longer there; open it again from where it is now.") from None
    except (soundfile.SoundFileError, TypeError):  # TypeError: a name in .raw, of which soundfile wants to know more
        return LibavSource(path)
    except OSError as error:
        raise SourceError(f"{path.name} cannot be opened: {error.strerror}.") from None


class SoundFileSource:
    """Everything that libsndfile reads: WAV, FLAC, MP3, Ogg, Opus, AIFF and more."""

    def __init__(self, path: Path) -> None:
        import soundfile

        # Reads of a plain SoundFile each end in a seek, which would break an MP3's bit reservoir.
        from core.decoding.libsndfile import ForwardSoundFile

        self._name = path.name
        self._error = soundfile.SoundFileError
        self._file = ForwardSoundFile(os.fsencode(path) if os.name == "posix" else str(path))
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
            self._file.seek(start)
        except (self._error, OSError) as error:
            raise SourceError(f"{self._name} cannot be played from here: {error}") from None
        self._position = start
        while self._position < frame and len(self._decode(min(frame - self._position, _SKIPPED_AT_ONCE))):
            pass

    def read(self, n_frames: int) -> Block:
        return to_stereo(self._decode(n_frames), self._weights)

    def _decode(self, n_frames: int) -> Block:
        try:
            samples: Block = self._file.read(n_frames, dtype="float32", always_2d=True)
        except (self._error, OSError) as error:
            raise SourceError(f"{self._name} cannot be read any further: {error}") from None
        self._position += len(samples)
        return samples

    def close(self) -> None:
        self._file.close()
