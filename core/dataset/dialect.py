"""How a table of text is written: encoding, delimiter, decimal sign, comments, where its header is."""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.dataset.names import cleaned
from core.dataset.written_numbers import Decimal, decimal_of, first_ambiguous, number_from
from core.errors import DatasetError

_SAMPLE_BYTES = 1 << 18
_LEAST_LINES = 5
"""Of a sample; lines of many columns are long, so that more is read until there are so many."""

_LARGEST_SAMPLE = 1 << 26
_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_SEP_LINE = re.compile(r'"?sep=(.)"?\s*', re.IGNORECASE)
"""The first line by which Excel is told the delimiter."""

_COMMENT = re.compile(r"\s*\"?(#|%|//)")
_MARK = re.compile(r"\s*(#|%|//)\s*")


@dataclass(frozen=True)
class Dialect:
    """How a file is written.

    Attributes
    ----------
    header : names of the columns, cleaned
    renamed : columns whose names were cleaned
    header_line : number of the line that the header begins in, from 0; what stands before is no part of the table
    decimal : decimal sign of numbers that could be read with either
    assumed : whether no number of the sample can be read with one decimal sign only
    ambiguous : an entry that nothing in the file says how to read; None where something does
    names_first : whether the first column is text, so that its entries may begin like a comment
    """

    encoding: str
    delimiter: str
    decimal: Decimal
    header: tuple[str, ...]
    bytes_per_row: float
    renamed: tuple[str, ...] = ()
    header_line: int = 0
    assumed: bool = False
    ambiguous: str | None = None
    names_first: bool = False

    def __str__(self) -> str:
        point = "decimal commas" if self.decimal == "," else "decimal points"
        delimiter = _DELIMITERS.get(self.delimiter, f"“{self.delimiter}”")
        return f"{delimiter}, {point}, {self.encoding.removesuffix('-sig')}"

    def is_comment(self, line: str) -> bool:
        """Whether a line is a remark and no row: it begins like one, and is not a row with a name that does."""
        if not _COMMENT.match(line):
            return False
        return not self.names_first or len(_parse(line, self.delimiter)[0]) != len(self.header)


class Lines:
    """The lines of a table, as pandas reads a file; what is no part of the table comes as empty lines.

    Attributes
    ----------
    n_comments : comment lines that were passed over so far
    """

    def __init__(self, path: Path, dialect: Dialect) -> None:
        self.n_comments = 0
        self._dialect = dialect
        self._file = path.open(encoding=dialect.encoding)  # any kind of line end becomes "\n"
        self._place = 0
        self._quoted = False

    def __enter__(self) -> "Lines":
        return self

    def __exit__(self, *_problem: object) -> None:
        self._file.close()

    def __iter__(self) -> Iterator[str]:
        for line in self._file:
            yield self._kept(line)

    def read(self, size: int = -1) -> str:
        """Return whole lines of about `size` characters; empty at the end."""
        lines = self._file.readlines(size) if size >= 0 else self._file.readlines()
        return "".join(map(self._kept, lines))

    def _kept(self, line: str) -> str:
        place, self._place = self._place, self._place + 1
        if place < self._dialect.header_line:
            self.n_comments += bool(_COMMENT.match(line))
            return "\n"
        if place == self._dialect.header_line:
            line = _without_mark(line)
        elif not self._quoted and self._dialect.is_comment(line):
            self.n_comments += 1
            return "\n"
        self._quoted ^= line.count('"') % 2 == 1  # a quoted entry may go on in the next line
        return line


def sniffed(path: Path) -> Dialect:
    """Return how the file is written; DatasetError for what is no table of text."""
    sample, is_cut = _sample(path)
    if sample.startswith(b"PK"):
        raise DatasetError("dataset.is_spreadsheet", name=path.name)
    if sample.startswith((b"\x1f\x8b", b"BZh", b"\xfd7zXZ")):
        raise DatasetError("dataset.is_compressed", name=path.name)
    encoding = _encoding(sample, is_cut=is_cut)
    if not encoding.startswith("utf-16") and b"\0" in sample:
        raise DatasetError("dataset.not_a_table", name=path.name)
    text = sample.decode(encoding, errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    if is_cut:  # the last line, that is
        text = text[: text.rfind("\n") + 1] or text
    if not text.strip():
        raise DatasetError("dataset.empty", name=path.name)
    return _dialect_of(path, text, encoding, len(sample))


def _dialect_of(path: Path, text: str, encoding: str, n_bytes: int) -> Dialect:
    lines = text.split("\n")
    told = _SEP_LINE.fullmatch(lines[0])
    start = _first_row(lines, 1 if told else 0)
    parsed = {delimiter: _rows(lines, start, delimiter) for delimiter in ([told[1]] if told else [*_DELIMITERS])}
    delimiter = max(parsed, key=lambda one: _plausibility(parsed[one]))
    rows = parsed[delimiter]
    header_line = _header_line(lines, start, rows, delimiter)
    if header_line < start:
        rows = [_parse(_without_mark(lines[header_line]), delimiter)[0], *rows]
    header = [name.strip() for name in rows[0]]
    if len(header) < 2:
        raise DatasetError("dataset.one_column", name=path.name)
    if len(rows) < 2:
        raise DatasetError("dataset.no_rows", name=path.name)
    if any(len(row) == len(header) + 1 for row in rows[1:2]):
        raise DatasetError("dataset.longer_rows", name=path.name)
    names = [cleaned([name])[name] or f"column {place}" for place, name in enumerate(header, start=1)]
    entries = [entry.strip() for row in rows[1:] for entry in row]
    decimal = decimal_of(entries)
    ambiguous = first_ambiguous(entries) if decimal is None else None
    # Where nothing tells: commas in a file of commas part thousands, since a decimal comma would part columns;
    # a file of semicolons is one whose numbers need the comma.
    usual: Decimal = "," if ambiguous is not None and delimiter != "," else "."
    return Dialect(
        encoding=encoding,
        delimiter=delimiter,
        decimal=decimal or usual,
        header=tuple(names),
        bytes_per_row=n_bytes / len(rows),
        renamed=tuple(new for old, new in zip(header, names, strict=True) if old and old != new),
        header_line=header_line,
        assumed=decimal is None,
        ambiguous=ambiguous,
        names_first=_is_text([row[0] for row in rows[1:] if not _COMMENT.match(row[0])]),
    )


def _first_row(lines: Sequence[str], start: int) -> int:
    """Return the first line from `start` on that is neither empty nor a comment; `start` where all are."""
    for place in range(start, len(lines)):
        if lines[place].strip() and not _COMMENT.match(lines[place]):
            return place
    return start


def _header_line(lines: Sequence[str], start: int, rows: Sequence[Sequence[str]], delimiter: str) -> int:
    """Return the line of the header: the comment right above, where it names as many columns and the rows begin below.

    NumPy's `savetxt` writes the header so.
    """
    above = start - 1
    if above < 0 or not _COMMENT.match(lines[above]):
        return start
    named = _parse(_without_mark(lines[above]), delimiter)[0]
    is_row = not _is_text(rows[0]) if rows else False
    if is_row and len(named) == len(rows[0]) > 1 and not any(_is_number(entry) for entry in named):
        return above
    return start


def _is_text(entries: Sequence[str]) -> bool:
    """Whether none of the entries is a number, and some are there."""
    return any(entry.strip() for entry in entries) and not any(_is_number(entry) for entry in entries)


def _is_number(entry: str) -> bool:
    number = number_from(entry, ".")
    return number == number  # noqa: PLR0124 (NaN is not equal to itself)


def _without_mark(line: str) -> str:
    mark = _MARK.match(line)
    return line[mark.end() :] if mark else line


def _sample(path: Path) -> tuple[bytes, bool]:
    """Return the beginning of a file, with some lines of it, and whether more follows."""
    with path.open("rb") as stream:
        sample = stream.read(_SAMPLE_BYTES)
        while max(sample.count(b"\n"), sample.count(b"\r")) < _LEAST_LINES and len(sample) < _LARGEST_SAMPLE:
            more = stream.read(len(sample))
            if not more:
                break
            sample += more
        return sample, bool(stream.read(1))


def _encoding(sample: bytes, *, is_cut: bool) -> str:
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    try:
        sample.decode("utf-8")
    except UnicodeDecodeError as problem:
        if len(sample) - problem.start > 4 or not is_cut:  # not only a character cut in two
            return "cp1252"
    return "utf-8"


def _rows(lines: Sequence[str], start: int, delimiter: str) -> list[list[str]]:
    """Return the header and the rows below it, without comments that are no row."""
    parsed = _parse("\n".join(lines[start:]), delimiter)
    width = len(parsed[0])
    return [parsed[0], *(row for row in parsed[1:] if len(row) == width or not _COMMENT.match(row[0]))]


def _parse(lines: str, delimiter: str) -> list[list[str]]:
    try:
        return [row for row in csv.reader(io.StringIO(lines), delimiter=delimiter) if row] or [[""]]
    except csv.Error:
        return [[""]]


def _plausibility(rows: Sequence[Sequence[str]]) -> tuple[float, int]:
    """How many rows have as many entries as the header, where there are several; then how many entries that is."""
    width = len(rows[0])
    if width < 2:
        return 0.0, 0
    return sum(len(row) == width for row in rows) / len(rows), width
