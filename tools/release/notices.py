"""THIRD-PARTY-NOTICES.txt: what a frozen program is made of, under which licences, and their texts."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from core import __version__
from tools.release.parts import TEXTS, Entry, Inventory, Part

NAME: Final = "THIRD-PARTY-NOTICES.txt"
RULE: Final = "=" * 80
"""Stands above and below the name of each part; `desktop.licences` finds them by it."""

HEAD: Final = """\
Groovescope {version}: what it is made of

This program as a whole, as it is built here, is distributed under the
terms of the GNU General Public License, version 3 or later
(GPL-3.0-or-later), because of these parts: {binding}.
Its text is at the end. There is no warranty.

Groovescope's own source code is under the MIT licence (the file LICENSE).
Only that licence applies to the source code alone, and to its use
without those parts.

The source code of each part in the version that is used here is at the
address that is given with it; that of Groovescope is published beside
this program. The libraries are files of their own, which can be exchanged
for other builds of them.
"""


def write(folder: Path, entries: Iterable[Entry]) -> Path:
    """Write the notices of a program with these entries into `folder`.

    Raises
    ------
    NoLicenceError : when a part has no text
    """
    path = folder / NAME
    path.write_text(compose(Inventory().parts([(entry[0], entry[1], entry[2]) for entry in entries])), encoding="utf-8")
    return path


def compose(parts: Iterable[Part]) -> str:
    """Return the text of the notices: a list, each part with its own texts, the common licences once."""
    parts = list(parts)
    rows = [f"  {_title(part)}: {part.licence}" for part in parts]
    shared = sorted({name for part in parts for name in part.shared_texts} | {"GPL-3"})
    binding = ", ".join(part.name for part in parts if re.match(r"GPL-[23].0-(or-later|only)$", part.licence))
    blocks = [
        HEAD.format(version=__version__, binding=binding or "none"),
        "\n".join(rows),
        *(_block(part) for part in parts),
    ]
    blocks += [_under(name, (TEXTS / f"{name}.txt").read_text(encoding="utf-8")) for name in shared]
    return "\n\n".join(block.rstrip() for block in blocks) + "\n"


def _block(part: Part) -> str:
    return _under(_title(part), "\n\n".join(_body(part)))


def _body(part: Part) -> Iterator[str]:
    yield f"Licence: {part.licence}\nSource: {part.source}"
    if part.shared_texts:
        yield "Full text at the end: " + ", ".join(part.shared_texts)
    yield from (text.strip() for text in part.texts)


def _title(part: Part) -> str:
    return f"{part.name} {part.version}".strip()


def _under(title: str, text: str) -> str:
    return f"{RULE}\n{title}\n{RULE}\n\n{text}"
