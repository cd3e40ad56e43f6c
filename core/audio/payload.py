"""The sound in a file, without what stands around it: tells that nothing but tags has changed."""

import hashlib
from pathlib import Path

from core.errors import TagError


def payload_hash(path: Path) -> str:
    """Return a hash of a file's first audio stream: of its packets as they are stored, nothing is decoded.

    Raises
    ------
    TagError
        If no audio can be found in the file.
    OSError
        If it cannot be read.
    """
    import av

    digest = hashlib.blake2b(digest_size=16)
    try:
        with av.open(str(path)) as container:
            stream = container.streams.audio[0]
            digest.update(f"{stream.codec_context.name} {stream.codec_context.sample_rate}".encode())
            for packet in container.demux(stream):
                digest.update(bytes(packet))
    except (av.FFmpegError, IndexError, ValueError) as problem:
        if isinstance(problem, OSError) and problem.errno and not path.exists():
            raise FileNotFoundError(problem.errno, "No such file", str(path)) from None
        raise TagError("tags.no_audio", name=path.name) from None
    return digest.hexdigest()
