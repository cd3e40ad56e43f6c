"""Asks whether there is a newer version of the program; only when a person wants to know."""

import json
from dataclasses import dataclass
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import Request, urlopen

from core import __version__
from core.errors import UpdateError
from core.workers.pool import Emitter

SECONDS = 20
MOST_BYTES = 65_536
"""A file that names a version is a hundred bytes long; more is something else."""


@dataclass(frozen=True)
class Release:
    """The newest version, and the page where a person finds it."""

    version: str
    page: str

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than this program."""
        return numbers_of(self.version) > numbers_of(__version__)


def newest_release(_emit: Emitter, address: str) -> Release:
    """Return what the file at an address says: JSON with `version` and `page`.

    Nothing about this computer is sent but what every request tells.

    Raises
    ------
    UpdateError
        if the address cannot be reached or is no such file
    """
    try:
        with urlopen(Request(address, headers={"User-Agent": "Groovescope"}), timeout=SECONDS) as answer:  # noqa: S310
            sent = answer.read(MOST_BYTES)
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise UpdateError("program.updates_unreachable", reason=str(reason)) from error
    try:
        told = json.loads(sent)
        release = Release(str(told["version"]), str(told["page"]))
        numbers_of(release.version)
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UpdateError("program.updates_unreadable") from error
    if urlsplit(release.page).scheme not in ("http", "https"):  # it is opened with a click
        raise UpdateError("program.updates_unreadable")
    return release


def numbers_of(version: str) -> tuple[int, ...]:
    """Return the numbers of a version, such as (1, 2, 0).

    Raises
    ------
    ValueError
        if it has anything but numbers and points
    """
    return tuple(int(part) for part in version.split("."))
