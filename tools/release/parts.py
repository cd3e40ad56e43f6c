"""Whose work a frozen program holds: distributions of Python, libraries in them and of the system, and their licences.

What PyInstaller has collected tells which parts there are; the distributions bring most texts of licences, and
`parts.toml` with the texts in `licences` has those that are missing there.
"""

import csv
import os
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch
from functools import cached_property
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from tools.system import ROOT, SetupError

HERE: Final = Path(__file__).parent
TEXTS: Final = HERE / "licences"
LIBRARY: Final = re.compile(r"\.(so(\.[\d.]+)?|dll|dylib)$", re.IGNORECASE)
EXTENSION: Final = re.compile(r"\.(cpython|abi3|cp\d)[^/]*\.(so|pyd)$|\.pyd$", re.IGNORECASE)
LICENCE_FILE: Final = re.compile(
    r"(^|/)(licen[cs]e|copying|notice|thirdpartynotices|third-party-notices)[^/]*$", re.IGNORECASE
)

Entry = tuple[str, str | None, str]
"""What PyInstaller collects: name in the program, file it comes from, kind."""


class NoLicenceError(SetupError):
    """Parts without a text of their licence, which the program must not be published with."""


@dataclass(frozen=True)
class Part:
    """A piece of somebody else's work inside the program.

    Attributes
    ----------
    texts : tuple of str
        Its copyright and licences in full.
    shared_texts : tuple of str
        Names of the files in `licences` that hold longer ones, which several parts refer to.
    source : str
        Where its source code is.
    """

    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    shared_texts: tuple[str, ...] = ()
    source: str = ""


STANDARD: Final = frozenset({"GPL-2", "GPL-3", "LGPL-2", "LGPL-2.1", "LGPL-3", "Apache-2.0"})
"""Texts that are printed once, at the end."""


class Inventory:
    """Finds the parts that files come from.

    Parameters
    ----------
    known
        Contents of `parts.toml`.
    distributions
        Those that are installed.
    python
        Folder of Python's own modules.
    own
        Folder of this program's sources.
    """

    def __init__(
        self,
        known: Mapping[str, Any] | None = None,
        distributions: Iterable[metadata.Distribution] | None = None,
        python: Path | None = None,
        own: Path = ROOT,
    ) -> None:
        self._known = known or tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
        self._distributions = list(metadata.distributions() if distributions is None else distributions)
        self._python = python or Path(sys.base_prefix).resolve()
        self._own = own.resolve()
        self._described: dict[metadata.Distribution, Part] = {}

    def parts(self, entries: Iterable[Entry]) -> list[Part]:
        """Return all parts that a program of these entries holds, by name.

        Raises
        ------
        NoLicenceError : when a file belongs to no known part, or a part has no text
        """
        found: dict[str, Part] = {}
        unknown: list[str] = []
        for name, source, kind in entries:
            if kind == "SYMLINK" or not source or source == "-" or not Path(source).exists():
                continue
            part = self._part_of(name, Path(source))
            if part is None:
                unknown.append(f"{name} ({source})")
            elif part.name:
                found[part.name] = part
        for part in [*found.values()]:
            found.update({inner.name: inner for inner in self._inside(part.name)})
        unknown += [f"{part.name} (no text)" for part in found.values() if not part.texts and not part.shared_texts]
        if unknown:
            raise NoLicenceError("No licence is known for: " + "; ".join(sorted(unknown)))
        return sorted(found.values(), key=lambda part: part.name.lower())

    def _part_of(self, name: str, source: Path) -> Part | None:
        """Return the part that a file belongs to; one without a name for this program's own; None where unknown."""
        if self._is_own(source):
            return OURS
        if LIBRARY.search(name) and not EXTENSION.search(name) and (entry := self._library(name)):
            return self._explicit(entry)
        if distribution := self._by_file.get(str(source)) or self._by_file.get(str(source.resolve())):
            return self._distribution(distribution)
        return self._interpreter if source.resolve().is_relative_to(self._python) else None

    def _library(self, name: str) -> Mapping[str, Any] | None:
        plain = re.sub(r"^lib", "", name.replace("\\", "/").rpartition("/")[2])
        for entry in self._known.get("part", ()):
            if any(fnmatch(plain, pattern) for pattern in entry.get("files", ())):
                return dict(entry)
        return self._python_library if plain.lower().startswith("python3") else None

    def _is_own(self, source: Path) -> bool:
        resolved = source.resolve()
        return resolved.is_relative_to(self._own) and "site-packages" not in resolved.parts

    def _inside(self, name: str) -> Iterator[Part]:
        for entry in self._known.get("part", ()):
            if entry.get("inside") == plain_name(name):
                yield self._explicit(entry)

    def _explicit(self, entry: Mapping[str, Any]) -> Part:
        if entry is self._python_library:
            return self._interpreter
        return Part(str(entry["name"]), "", str(entry["licence"]), *read_texts(entry), str(entry["source"]))

    def _distribution(self, distribution: metadata.Distribution) -> Part:
        if distribution not in self._described:
            self._described[distribution] = self._describe(distribution)
        return self._described[distribution]

    def _describe(self, distribution: metadata.Distribution) -> Part:
        name, version = distribution.metadata["Name"], distribution.version
        known = self._known.get("distribution", {}).get(plain_name(name), {})
        own, shared = read_texts(known)
        licence = str(known.get("licence") or licence_name(distribution))
        source = str(known.get("source") or f"https://pypi.org/project/{name}/{version}/")
        return Part(name, version, licence, (*own, *licence_texts(distribution)), shared, source)

    @cached_property
    def _by_file(self) -> dict[str, metadata.Distribution]:
        """The distribution of each installed file."""
        files: dict[str, metadata.Distribution] = {}
        for distribution in self._distributions:
            folder = str(distribution.locate_file("")).rstrip(os.sep)
            names = [name.replace("/", os.sep) for name in recorded(distribution)]
            for place in {folder, os.path.realpath(folder)}:  # the environment may be a link; PyInstaller follows some
                files.update((f"{place}{os.sep}{name}", distribution) for name in names)
        return files

    @cached_property
    def _interpreter(self) -> Part:
        places = (self._python / "LICENSE.txt", *self._python.glob("lib/python3.*/LICENSE.txt"))
        texts = tuple(path.read_text(encoding="utf-8") for path in places if path.exists())[:1]
        version = ".".join(map(str, sys.version_info[:3]))
        return Part(
            "Python",
            version,
            "PSF-2.0",
            texts,
            (),
            f"https://www.python.org/downloads/release/python-{version.replace('.', '')}/",
        )

    @cached_property
    def _python_library(self) -> dict[str, Any]:
        return {"name": "Python"}


OURS: Final = Part("", "", "MIT", ())


def plain_name(name: str) -> str:
    """Return a distribution's name in the form in which they are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_texts(entry: Mapping[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the texts of an entry of `parts.toml`: those to print with it, and the names of those at the end."""
    own = [str(entry["copyright"])] if entry.get("copyright") else []
    names = [str(name) for name in entry.get("texts", ())]
    own += [(TEXTS / f"{name}.txt").read_text(encoding="utf-8") for name in names if name not in STANDARD]
    return tuple(own), tuple(name for name in names if name in STANDARD)


def recorded(distribution: metadata.Distribution) -> Iterator[str]:
    """Return the files of an installed distribution; `Distribution.files` takes seconds for as many as there are."""
    for row in csv.reader((distribution.read_text("RECORD") or "").splitlines()):
        yield row[0]


def licence_name(distribution: metadata.Distribution) -> str:
    """Return what a distribution says about its licence, in a few words."""
    about = distribution.metadata
    if "License-Expression" in about:
        return str(about["License-Expression"])
    named = [line.rpartition(" :: ")[2] for line in about.get_all("Classifier", []) if line.startswith("License ::")]
    first = (str(about["License"]) if "License" in about else "").strip().partition("\n")[0]
    return "; ".join(named) or (first if len(first) <= 60 else "see below")


def licence_texts(distribution: metadata.Distribution) -> Iterator[str]:
    """Read the files of a distribution that hold licences, each text once."""
    seen = set()
    for path in recorded(distribution):
        is_text = not path.endswith((".py", ".pyc", ".pyi", ".h", ".so"))
        is_near = ".dist-info/" in path or path.count("/") <= 1
        if not (is_text and is_near and (".dist-info/licenses/" in path or LICENCE_FILE.search(path))):
            continue
        text = Path(str(distribution.locate_file(path))).read_text(encoding="utf-8", errors="replace").strip()
        if text and text not in seen:
            seen.add(text)
            yield text
