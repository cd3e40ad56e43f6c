"""A passage of a file as an audio file of its own: the very samples, all channels, at the file's own rate."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.atomic import replacing, temporary_beside
from core.audio.decoding.decode import listen
from core.audio.files import display_name
from core.errors import AudioError
from core.progress import Report, silent

KINDS: Final = {".wav": "WAV", ".flac": "FLAC", ".aiff": "AIFF", ".ogg": "OGG", ".mp3": "MP3"}
"""What can be written, by the ending of the name."""
_LOSSY: Final = {"OGG": "VORBIS", "MP3": "MPEG_LAYER_III"}


def save_passage(
    path: Path, passage: tuple[float, float], target: Path, *, bits: int = 24, report: Report = silent
) -> None:
    """Write a passage of `path` to `target`; the ending of its name says as what.

    What is there is replaced only by a file that is whole.

    Parameters
    ----------
    path : the file, which is decoded from its beginning
    passage : start and end, seconds from its first sample; both are rounded to samples
    target : a name that ends in one of `KINDS`
    bits : of a sample in WAV, FLAC and AIFF, 16 or 24; of a file with 16 bits, 16 keep them as they are
    report : told the fraction done; may raise `Cancelled`

    Raises
    ------
    AudioError
        If the file cannot be read, holds nothing there, or changes its rate or channels within the passage; or if the
        kind of `target` is unknown or does not hold such sound.
    OSError
        If it cannot be written.
    """
    kind = KINDS.get(target.suffix.lower())
    if kind is None:
        raise AudioError("export.passage_kind", name=display_name(target), kinds=" ".join(KINDS))
    with temporary_beside(target) as probe:
        probe.touch()  # where nothing can be written, this says so, and not that the file cannot be read
    with ExitStack() as stack:

        def new_writer() -> _PassageWriter:
            temporary = stack.enter_context(temporary_beside(target))
            writer = _PassageWriter(temporary, passage, kind, _LOSSY.get(kind, f"PCM_{bits}"))
            stack.callback(writer.close)
            return writer

        writer = listen(path, new_writer, lambda fraction, _: report(fraction, f"Saving {display_name(target)}"))
        writer.close()
        if writer.n_written == 0:
            raise AudioError("export.passage_empty", name=display_name(path))
        if writer.has_changed:
            raise AudioError("export.passage_changes", name=display_name(path))
        if writer.refusal:
            raise AudioError("export.passage_refused", name=display_name(target), reason=writer.refusal)
        with replacing(target) as whole:
            writer.path.replace(whole)


class _PassageWriter:
    """Writes what of the blocks of a file lies in the passage."""

    def __init__(self, path: Path, passage: tuple[float, float], kind: str, subtype: str) -> None:
        self.path = path
        self.n_written = 0
        self.has_changed = False
        self.refusal = ""
        self._passage, self._kind, self._subtype = passage, kind, subtype
        self._shape: tuple[int, int] | None = None
        self._seconds = 0.0
        self._frame = 0
        self._file: Any = None

    def add(self, block: NDArray[np.float32], sr: int) -> None:
        """Take a block [shape=(n_frames, n_channels)]."""
        shape = (sr, block.shape[1])
        if self._shape is not None and shape[0] != self._shape[0]:
            self._seconds, self._frame = self._seconds + self._frame / self._shape[0], 0
        self._shape = shape
        start, end = (round((edge - self._seconds) * sr) - self._frame for edge in self._passage)
        self._frame += len(block)
        part = block[max(start, 0) : max(end, 0)]
        if len(part) and not self.refusal:
            self._write(part, sr)

    def _write(self, part: NDArray[np.float32], sr: int) -> None:
        import soundfile

        try:
            if self._file is None:
                self._file = soundfile.SoundFile(
                    self.path, "w", sr, part.shape[1], format=self._kind, subtype=self._subtype
                )
            if (sr, part.shape[1]) != (self._file.samplerate, self._file.channels):
                self.has_changed = True
                return
            self._file.write(np.clip(part, -1.0, 1.0))
        except soundfile.SoundFileError as error:
            self.refusal = str(error).strip(" .") or "unknown"
        self.n_written += len(part)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
