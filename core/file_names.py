"""Names for files and folders, made from any text: the name of a clip, a label, an address, a title that was typed."""

import itertools
import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 80
"""Most characters of a safe name."""

LONGEST_BYTES: Final = 160
"""Most bytes of a safe name in UTF-8; file systems take 255, and numbers, suffixes and temporary files use some."""

_FORBIDDEN: Final = frozenset('<>:"/\\|?*')
_RESERVED: Final = frozenset(
    ("con", "prn", "aux", "nul", "conin$", "conout$")
    + tuple(f"{device}{port}" for device in ("com", "lpt") for port in "0123456789¹²³")
)


def safe_name(text: str, default: str) -> str:
    """Return `text` as one component of a path that every system accepts.

    Separators, characters that Windows forbids and characters that cannot be shown become blanks; dots and blanks go
    from both ends, so that the name is neither hidden nor a way to another folder; what is too long loses its end.

    Parameters
    ----------
    text : anything, such as a tag or the last part of an address
    default : plain name to use where nothing is left, and to append to a name that Windows reserves for a device

    Returns
    -------
    name : at most `LONGEST` characters and `LONGEST_BYTES` bytes, without a suffix of its own meaning
    """
    shown = "".join(one if one.isprintable() and one not in _FORBIDDEN else " " for one in text)
    plain = unicodedata.normalize("NFC", " ".join(shown.split()))  # else a Mac holds two names for one
    name = _shortened(plain.strip(". "), LONGEST, LONGEST_BYTES)
    base, dot, rest = name.partition(".")
    if base.rstrip().casefold() in _RESERVED:  # Windows looks at what stands before the first dot alone
        name = _shortened(f"{base.rstrip()} {default}{dot}{rest}", LONGEST, LONGEST_BYTES)
    return name or default


def _shortened(name: str, n_characters: int, n_bytes: int) -> str:
    return name[:n_characters].encode()[:n_bytes].decode(errors="ignore").strip(". ")


def numbered(name: str, separator: str = " ") -> Iterator[str]:
    """Yield `name`, `name 2`, `name 3` … without end, for a caller that takes the first one that is free."""
    yield name
    for number in itertools.count(2):
        yield f"{name}{separator}{number}"
