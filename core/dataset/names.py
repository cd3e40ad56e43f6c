"""Names of classes and columns as they can be shown, compared and kept in a model file."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

LONGEST_NAME = 200
"""Characters that a model file takes of a name."""


def cleaned(names: Iterable[str]) -> dict[str, str]:
    """Return for each name what it becomes.

    Spaces of every kind and line breaks become one space; what cannot be seen (marks of direction, joiners) goes;
    a character that this system does not know is written as its number, so that two of them stay different.
    """
    found: dict[str, str] = {}
    taken: set[str] = set()
    for name in names:
        if name not in found:
            found[name] = _shortened(_clean(name), taken)
            taken.add(found[name])
    return found


def spellings(names: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the sets of names that differ in case, width, spaces and hyphens only, or are one number."""
    alike: dict[str, list[str]] = {}
    for name in names:
        if key := _key(name):
            alike.setdefault(key, []).append(name)
    return [tuple(one) for one in alike.values() if len(one) > 1]


def _clean(name: str) -> str:
    if name.isascii() and name.isprintable() and "  " not in name:
        return name.strip()
    spaced = "".join(" " if character.isspace() else character for character in unicodedata.normalize("NFC", name))
    seen = "".join(_shown(character) for character in spaced)
    return re.sub(" {2,}", " ", seen).strip()


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return "" if unicodedata.category(character) in ("Cc", "Cf") else f"U+{ord(character):X}"


def _shortened(name: str, taken: set[str]) -> str:
    """Cut a long name; one that is then taken gets a number, since it belongs to another class."""
    if len(name) <= LONGEST_NAME:
        return name
    short, number = f"{name[: LONGEST_NAME - 1]}…", 2
    while short in taken:
        end = f"… {number}"
        short, number = name[: LONGEST_NAME - len(end)] + end, number + 1
    return short


def _key(name: str) -> str:
    folded = unicodedata.normalize("NFKC", name).casefold().strip()
    try:
        return f"{float(folded):.15g}"
    except ValueError:
        pass
    if not any(character.isalpha() for character in folded):
        return folded
    return re.sub(r"[\s_\-\u2010-\u2015]+", "", folded)
