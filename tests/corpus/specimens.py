"""The corpus itself: which files there are, and how they are made."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import soundfile as sf

from tests.core.sound_files import music
from tests.corpus.encoded import FFMPEG, SOX, Row
from tests.corpus.handmade import HANDMADE, SECONDS, write_handmade

_ROWS: dict[str, tuple[str, Row]] = {
    **{row[0]: ("ffmpeg", row) for row in FFMPEG},
    **{row[0]: ("sox", row) for row in SOX},
}
_MISSING = ("Unknown encoder", "Unable to find a suitable output format", "no handler for", "Requested output format")

NAMES: tuple[str, ...] = (*_ROWS, *HANDMADE)
"""Every file of the corpus by its name; each holds 1.5 s of music."""


class Corpus:
    """Makes files of the corpus in a folder, each once.

    Attributes
    ----------
    missing : names of files that the programs of this machine cannot write
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.missing: list[str] = []
        self._raw = folder / "sources"
        self._raw.mkdir(parents=True, exist_ok=True)

    def make(self, names: Iterable[str] = NAMES) -> list[Path]:
        """The files of these names, without those that cannot be made here."""
        made = [self.path(name) for name in names]
        return [path for path in made if path is not None]

    def path(self, name: str) -> Path | None:
        """The file of this name; None where the program that writes it is missing, or cannot."""
        path = self.folder / name
        if path.exists():
            return path
        if name in HANDMADE:
            write_handmade(path)
            return path
        program, row = _ROWS[name]
        if name not in self.missing and shutil.which(program) and self._convert(program, row, path):
            return path
        path.unlink(missing_ok=True)
        self.missing.append(name)
        return None

    def _convert(self, program: str, row: Row, path: Path) -> bool:
        _, (sr, channels), options = row
        source = self._source(sr, channels)
        if program == "sox":
            command = ["sox", "-D", str(source), *options.split(), str(path)]
        else:
            command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", str(source)]
            if "-map" in options or "-target" in options:
                command += self._more_inputs(source)
            command += ["-fflags", "+bitexact", *options.split(), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0 or any(text in done.stderr for text in _MISSING), (path.name, done.stderr)
        return done.returncode == 0

    def _source(self, sr: int, channels: int) -> Path:
        path = self._raw / f"{sr}-{channels}.wav"
        if not path.exists():
            sf.write(path, music(sr, channels, SECONDS), sr, subtype="PCM_24")
        return path

    def _more_inputs(self, source: Path) -> list[str]:
        moving = f"testsrc=duration={SECONDS}:size=64x48:rate=25"
        other = self._source(32000, 1)
        late = ["-itsoffset", "0.5", "-i", str(source)]
        cover = ["-f", "lavfi", "-i", "testsrc=duration=0.04:size=320x240:rate=25"]
        return ["-f", "lavfi", "-i", moving, "-i", str(other), *late, *cover]
