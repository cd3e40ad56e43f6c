"""The container of a model file: a zip archive with exactly two stored members, and nothing that executes.

`passport.json` says what the model is, `model.onnx` is the model. Stored, not compressed, so that no small file
unfolds into a large one; fixed dates and order, so that the same model always gives the same bytes.
"""

import zipfile
from hashlib import file_digest
from pathlib import Path

from core.atomic import replacing
from core.errors import ModelError

SUFFIX = ".gsm"
MAX_FILE_BYTES = 64 * 1024 * 1024
MAX_PASSPORT_BYTES = 4 * 1024 * 1024  # fifty classes of 264 columns, with what is usual in each, are 1.6 MB

_PASSPORT = "passport.json"
_MODEL = "model.onnx"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_model_file(path: Path, passport: str, graph: bytes) -> None:
    """Write `passport` (JSON) and `graph` (ONNX) to `path`: the whole file or nothing."""
    with replacing(path) as temporary, zipfile.ZipFile(temporary, "w", zipfile.ZIP_STORED) as archive:
        for name, content in ((_PASSPORT, passport.encode()), (_MODEL, graph)):
            archive.writestr(_member(name), content)


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _EPOCH)
    member.create_system = 3  # always "Unix": zipfile would otherwise write the system it runs on
    member.external_attr = 0o644 << 16
    return member


def read_model_file(path: Path) -> tuple[str, bytes]:
    """Return the passport's text and the ONNX bytes of `path`; `ModelError` for anything but a sound model file."""
    name = path.name
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise ModelError("model.too_large", name=name, size=size / 2**20, most=MAX_FILE_BYTES // 2**20)
        with zipfile.ZipFile(path) as archive:
            _check_members(name, archive.infolist())
            return archive.read(_PASSPORT).decode(), archive.read(_MODEL)
    except FileNotFoundError:
        raise ModelError("model.no_file", path=path) from None
    except IsADirectoryError:
        raise ModelError("model.is_folder", path=path) from None
    except OSError as problem:
        raise ModelError("model.not_read", name=name, reason=problem.strerror or problem) from None
    except (zipfile.BadZipFile, EOFError, UnicodeDecodeError, NotImplementedError, RuntimeError, ValueError):
        raise ModelError("model.damaged", name=name) from None


def _check_members(name: str, members: list[zipfile.ZipInfo]) -> None:
    if sorted(member.filename for member in members) != sorted((_PASSPORT, _MODEL)):
        raise ModelError("model.other_members", name=name, passport=_PASSPORT, model=_MODEL)
    for member in members:
        limit = MAX_PASSPORT_BYTES if member.filename == _PASSPORT else MAX_FILE_BYTES
        if member.compress_type != zipfile.ZIP_STORED or member.file_size != member.compress_size:
            raise ModelError("model.compressed_member", name=name, member=member.filename)
        if member.file_size > limit:
            raise ModelError("model.large_member", name=name, member=member.filename)


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of a file's bytes, in hexadecimal."""
    with path.open("rb") as stream:
        return file_digest(stream, "sha256").hexdigest()
