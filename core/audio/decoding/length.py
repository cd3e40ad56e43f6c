"""How long a file says that it is, without decoding it."""

from pathlib import Path

from core.audio.files import display_name
from core.errors import AudioError


def seconds_of(path: Path) -> float:
    """Return the length in seconds as the file's header has it; 0.0 where it does not say.

    Raises
    ------
    OSError : for a file that is not there or may not be read
    AudioError : for a file that is no audio
    """
    import soundfile

    try:
        return float(soundfile.info(str(path)).duration)
    except (soundfile.SoundFileError, RuntimeError):
        pass
    import av

    try:
        with av.open(str(path)) as container:
            return (container.duration or 0) / 1e6
    except av.FFmpegError as problem:
        if isinstance(problem, OSError) and not path.is_file():
            raise
        raise AudioError("audio.unknown_length", name=display_name(path)) from None
