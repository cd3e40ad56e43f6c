"""CSV files: the one place where their fields are written.

Numbers have every digit, so that reading them back gives the same float; what does not exist (None, NaN) is an empty
field. A text that a spreadsheet would take for a formula has an apostrophe in front, since titles, names of files and
labels come from anywhere, and a formula can fetch addresses and start programs.
"""

import csv
import re
from collections.abc import Iterable
from typing import Final, TextIO

_FORMULA: Final = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""Signs at the start of a formula; the full-width ones count in some spreadsheets."""

_NUMBER: Final = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)([eE][+-]?[0-9]+)?")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula: with an apostrophe in front where it begins like one.

    It begins like one with =, +, -, @, a tab or the end of a line, unless the whole text is a number.
    """
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def field(value: object) -> str:
    """Return what a file or the clipboard shows of a value."""
    match value:
        case None:
            return ""
        case str():
            # Python does not quote a carriage return, at which readers end the row.
            return harmless(value.replace("\r\n", "\n").replace("\r", "\n"))
        case float():
            return "" if value != value else repr(float(value))  # noqa: PLR0124 (NaN differs from itself)
    return str(value)


class CsvWriter:
    """Writes rows of texts and numbers into a stream that was opened with `newline=""`."""

    def __init__(self, stream: TextIO) -> None:
        self._writer = csv.writer(stream, lineterminator="\n")

    def writerow(self, row: Iterable[object]) -> None:
        """Write one row."""
        self._writer.writerow(map(field, row))

    def writerows(self, rows: Iterable[Iterable[object]]) -> None:
        """Write several rows."""
        self._writer.writerows(map(field, row) for row in rows)

    def write_made(self, rows: Iterable[Iterable[object]]) -> None:
        """Write rows whose texts `field` has made, and whose numbers are all there: several times as fast."""
        self._writer.writerows(rows)
