"""Numbers as people and spreadsheets write them: decimal points or commas, thousands in groups of three.

“2,436” alone may be 2.436 or 2436. An entry that can be read in one way only tells how its column is written, the
column how its ambiguous entries are meant, and the whole table how columns without any such entry are.
"""

import math
import re
from collections.abc import Iterable
from typing import Literal

Decimal = Literal[".", ","]

_EXPONENT = r"(?:[eE][+-]?\d+)"
_SPACED = re.compile(r"(?<=\d)[ \u00a0\u2009\u202f'\u2019](?=\d{3}(?!\d))")
"""A space or an apostrophe between groups of three digits, as in “1 234 567” and “1'234'567”."""


def _certain(decimal: str, group: str) -> re.Pattern[str]:
    """Match what can only be a number with this decimal sign."""
    d, g = re.escape(decimal), re.escape(group)
    forms = (
        rf"0*{d}\d+{_EXPONENT}?",
        rf"\d{{4,}}{d}\d*{_EXPONENT}?",
        rf"\d+{d}(?:\d{{0,2}}|\d{{4,}}){_EXPONENT}?",
        rf"\d+{d}\d+{_EXPONENT}",
        rf"\d{{1,3}}(?:{g}\d{{3}})+{d}\d+{_EXPONENT}?",
        rf"\d{{1,3}}(?:{g}\d{{3}}){{2,}}",
    )
    return re.compile(rf"[+-]?(?:{'|'.join(forms)})")


def _written(decimal: str, group: str) -> re.Pattern[str]:
    """Match any number with this decimal sign; the other sign parts thousands (or, in India, also hundreds)."""
    d, g = re.escape(decimal), re.escape(group)
    whole = rf"(?:\d+|\d{{1,3}}(?:{g}\d{{3}})+|\d{{1,2}}(?:{g}\d{{2}})+{g}\d{{3}})"
    return re.compile(rf"[+-]?(?:{whole}(?:{d}\d*)?|{d}\d+){_EXPONENT}?")


_OTHER: dict[str, Decimal] = {".": ",", ",": "."}
_CERTAIN = {decimal: _certain(decimal, group) for decimal, group in _OTHER.items()}
_WRITTEN = {decimal: _written(decimal, group) for decimal, group in _OTHER.items()}
_AMBIGUOUS_COMMA = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")


def decimal_of(entries: Iterable[str | None]) -> Decimal | None:
    """Return the decimal sign that most of the unambiguous entries have; None where there is none or as many."""
    counts = {".": 0, ",": 0}
    for entry in entries:
        if entry is not None and ("." in entry or "," in entry):
            plain = _plain(entry)
            for decimal, pattern in _CERTAIN.items():
                counts[decimal] += pattern.fullmatch(plain) is not None
    if counts["."] == counts[","]:
        return None
    return "." if counts["."] > counts[","] else ","


def first_ambiguous(entries: Iterable[str | None]) -> str | None:
    """Return the first entry whose comma may part decimals or thousands."""
    return next((entry for entry in entries if entry is not None and _AMBIGUOUS_COMMA.fullmatch(entry)), None)


def number_from(text: str, decimal: Decimal) -> float:
    """Return the number that a text says; NaN where it says none.

    Parameters
    ----------
    decimal : the decimal sign of an entry that could be read with either
    """
    plain = _plain(text)
    if _CERTAIN[_OTHER[decimal]].fullmatch(plain):
        decimal = _OTHER[decimal]
    elif not _WRITTEN[decimal].fullmatch(plain):
        try:
            return float(plain) if "," not in plain and "_" not in plain else math.nan  # "inf"
        except ValueError:
            return math.nan
    return float(plain.replace(_OTHER[decimal], "").replace(decimal, "."))


def has_groups(text: str, decimal: Decimal) -> bool:
    """Whether the thousands of a number are parted from each other."""
    plain = _plain(text)
    if _CERTAIN[_OTHER[decimal]].fullmatch(plain):
        decimal = _OTHER[decimal]
    return _OTHER[decimal] in plain or len(plain) < len(text.strip())


def _plain(text: str) -> str:
    return _SPACED.sub("", text.strip()).replace("\u2212", "-")
