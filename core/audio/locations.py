"""Where a file is, as text that travels between machines: a path, or an address that fsspec understands.

A path that is no valid Unicode is written as `bytes://` and its bytes, percent-encoded, since a catalogue and a cluster
hold text alone.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, unquote_to_bytes

from core.audio.files import AUDIO_EXTENSIONS, display_name, is_audio_file
from core.errors import AudioError

_BYTES = "bytes://"
_COPY = "copy"


def location_of(path: Path | str) -> str:
    """Return the location of a path, made absolute, or an address as it is."""
    if isinstance(path, str) and is_address(path):
        return path
    text = str(Path(path).absolute())
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _BYTES + quote(os.fsencode(text))
    return text


def is_address(location: str) -> bool:
    """Return whether a location is an address such as s3://bucket/song.flac, not a path."""
    scheme, separator, _ = location.partition("://")
    return bool(separator) and scheme.replace("+", "").isalnum() and not location.startswith(_BYTES)


def path_of(location: str) -> Path | None:
    """Return the path of a location on this machine; None for an address."""
    if location.startswith(_BYTES):
        return Path(os.fsdecode(unquote_to_bytes(location.removeprefix(_BYTES))))
    return None if is_address(location) else Path(location)


def name_of(location: str) -> str:
    """Return the file's name as it is shown: on one line, the middle of a long one left out."""
    return display_name(Path(file_name_of(location)))


def file_name_of(location: str) -> str:
    """Return the file's whole name, to be shown or stored; it is text from outside and must not become a path."""
    path = path_of(location)
    return Path(unquote(location.rstrip("/").rpartition("/")[2]) if path is None else path).name or location


@contextmanager
def local_file(location: str) -> Iterator[Path]:
    """Yield the file at `location` as a path on this machine.

    What lies elsewhere is copied for as long as the block runs. The copy has a name of its own: an address may hold
    separators and dots in any disguise. What people see comes from `name_of` and `file_name_of`.

    Raises
    ------
    AudioError
        The address is not understood, or the file cannot be fetched.
    """
    path = path_of(location)
    if path is not None:
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="groovescope-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder, f"{_COPY}{_audio_extension(location)}")
        with _translated(location):
            file_system, place = _file_system(location)
            file_system.get_file(place, str(copy))
        yield copy


def _audio_extension(location: str) -> str:
    """Return the extension of an address, which decoders ask about, as far as it is one of audio; else nothing."""
    name = file_name_of(location)
    extensions = (Path(part).suffix.lower() for part in (name, name.partition("?")[0]))  # http: song.mp3?token=…
    return next((one for one in extensions if one in AUDIO_EXTENSIONS), "")


def find_remote_audio(address: str) -> list[str]:
    """Return the audio files at an address and below it, or that one file. AudioError when it cannot be reached."""
    with _translated(address):
        file_system, place = _file_system(address)
        if file_system.isfile(place):
            return [address]
        found = [name for name in file_system.find(place) if is_audio_file(Path(name))]
        return sorted(file_system.unstrip_protocol(name) for name in found)


def remote_state(address: str) -> tuple[int, int]:
    """Return size and time of change (nanoseconds; 0 where the store does not say) of the file at an address."""
    with _translated(address):
        file_system, place = _file_system(address)
        facts = file_system.info(place)
    changed = facts.get("mtime") or facts.get("LastModified") or facts.get("created") or 0
    seconds = changed.timestamp() if hasattr(changed, "timestamp") else changed
    return int(facts.get("size") or 0), int(float(seconds) * 1e9) if isinstance(seconds, int | float) else 0


def _file_system(address: str) -> tuple[Any, str]:
    import fsspec

    file_system, place = fsspec.core.url_to_fs(address)
    return file_system, place


@contextmanager
def _translated(address: str) -> Iterator[None]:
    """Turn whatever goes wrong with an address into an AudioError of one line."""
    shown = " ".join(address.split())[:200]
    try:
        yield
    except AudioError:
        raise
    except FileNotFoundError:
        raise AudioError("audio.no_such_address", address=shown) from None
    except ImportError as problem:
        raise AudioError("audio.needs_package", address=shown, package=problem.name or problem) from None
    except ValueError as problem:
        raise AudioError("audio.no_address", address=shown, reason=_first_line(problem)) from None
    except Exception as problem:  # noqa: BLE001  every store has errors of its own
        raise AudioError("audio.not_fetched", address=shown, reason=_first_line(problem)) from None


def _first_line(problem: BaseException) -> str:
    lines = str(problem).strip().splitlines() or [type(problem).__name__]
    return lines[0][:200]
