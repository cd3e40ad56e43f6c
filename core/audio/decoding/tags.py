"""The few tags that are shown, made safe to show."""

from collections.abc import Mapping

KEYS = ("title", "artist", "album", "genre", "date", "tracknumber", "comment")
"""What is kept of a file's tags, in the order in which it is shown."""

LONGEST_TAG = 200
"""Characters kept of one tag; some files carry whole documents in them."""

_OTHER_NAMES = {"track": "tracknumber", "year": "date", "description": "comment"}


def clean_tags(raw: Mapping[str, str]) -> dict[str, str]:
    """The tags of `KEYS` that `raw` has, each on one line and of bounded length; empty ones are left out."""
    found: dict[str, str] = {}
    for key, value in raw.items():
        name = key.lower()
        text = _one_line(value)
        if text:
            found.setdefault(_OTHER_NAMES.get(name, name), text)
    return {key: found[key] for key in KEYS if key in found}


def _one_line(value: str) -> str:
    # A tag of a megabyte is cut before it is looked at; four times, as runs of blanks become one.
    visible = (character if character.isprintable() else " " for character in value[: LONGEST_TAG * 4])
    text = " ".join("".join(visible).split())
    return text if len(text) <= LONGEST_TAG else text[: LONGEST_TAG - 1] + "…"
