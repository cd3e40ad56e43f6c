"""The language of the library's filter field, turned into SQL.

A filter is words that all must apply: `jazz bpm:120-130 -label:done`. A word or "a phrase" is looked for in name,
title, artist, album, labels and folder. `column:value` looks into one column; numbers also take `120-130`, `>120`,
`<=3`, lengths `3:30`; keys also places on the Camelot wheel and in Open Key, `key:8A`, and `key:~Am` for a key and
those that go well with it. `section:chorus` looks at what the sections are called. `is:failed` and the like ask for a
state; a minus in front turns a term round.
"""

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from core.errors import FilterError
from core.harmony.key_names import SPELLED, camelot, key_name, neighbours, open_key
from core.library.columns import COLUMNS_BY_NAME, LibraryColumn
from core.library.near_duplicates import NearDuplicateTest
from core.library.song_features import FeatureTest
from core.library.text import fold

_TERM = re.compile(r'(-?)(?:([^\s:"]+):)?(?:"([^"]*)"|(\S+))')
_NUMBER = r"(-?(?:\d+:)?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|-?\.\d+)"
_RANGE = re.compile(rf"^{_NUMBER}?(?:-|\.\.){_NUMBER}?$")
_COMPARISON = re.compile(rf"^(>=|<=|>|<|=)?{_NUMBER}$")
_STATES = ("analysed", "failed", "missing", "outdated", "waiting")
_FEW_VALUES = ("genre", "genre_model", "format", "state", "edited", "key_origin", "camelot")
"""Columns of which many tracks have the same text: each is folded once."""

_SEARCHED = ("name", "title", "artist", "album", "folder")
"""Columns whose texts stand in `search` as well."""

_SPELLINGS = (("C#", "Db"), ("D#", "Eb"), ("F#", "Gb"), ("G#", "Ab"), ("A#", "Bb"))
_KEYS = tuple(f"{tonic} {mode}" for mode, tonics in SPELLED.items() for tonic in tonics)
_PLACES = {place(name).casefold(): name for name in _KEYS for place in (camelot, open_key)}
"""Keys by their places on the Camelot wheel and in Open Key, whose letters differ."""

_IN_SECTIONS = """
t.id IN (
    WITH held AS (
        SELECT s.id AS track, coalesce(
            CASE WHEN json_valid(e.edits) THEN json_extract(e.edits, '$.states[#-1]') END,
            json_extract(a.facts, '$.sections')
        ) AS sections
        FROM tracks s JOIN analyses a ON a.track_id = s.id LEFT JOIN section_edits e ON e.content_id = s.content_id
    ), called AS (
        SELECT track, fold(l.value) AS name FROM held, json_each(held.sections, '$.labels') l
        UNION ALL
        SELECT track, fold(json_extract(n.value, '$[1]')) FROM held, json_each(held.sections, '$.names') n
    )
    SELECT track FROM called WHERE rtrim(name, ' ?') = ? OR (length(?) > 2 AND instr(name, ?) > 0)
)
"""
"""Tracks with a section of a name, as a person left the sections, else as they were found.

A letter is a whole label; a longer word may be a part of a name, which the question mark of a guess never is."""


@dataclass(frozen=True)
class Condition:
    """A part of a WHERE clause over `tracks t` with its parameters or, in its place, a test of numbers in memory.

    Attributes
    ----------
    sql, parameters : the expression and its values
    test : in place of these
    is_indexed : whether the index of one column, or another table, answers it without reading `tracks`
    is_negated : whether it is for tracks for which `sql` is not true
    """

    sql: str = "1"
    parameters: tuple[str | float, ...] = ()
    test: FeatureTest | NearDuplicateTest | None = None
    is_indexed: bool = False
    is_negated: bool = False

    @property
    def where(self) -> str:
        """The expression, with its negation."""
        return f"NOT coalesce({self.sql}, 0)" if self.is_negated else self.sql

    def negated(self) -> "Condition":
        """Return what remains."""
        if self.test is not None:
            return Condition(test=replace(self.test, negated=True))
        return replace(self, is_negated=True)


def parse_filter(text: str) -> list[Condition]:
    """Return the conditions that a filter text stands for; all must hold.

    Raises
    ------
    FilterError : when it cannot be understood; the text says what and how to write it
    """
    if text.count('"') % 2:
        raise FilterError("library.quotation_mark")
    conditions = []
    for minus, column, phrase, word in _TERM.findall(text):
        value = phrase or word
        if not column and not value.strip('-"'):
            continue
        condition = _of_column(column, value) if column else _anywhere(value)
        conditions.append(condition.negated() if minus else condition)
    return conditions


def words_for_waiting(text: str) -> list[str] | None:
    """Return the folded words by which a filter text finds files that wait; None where it finds none of them.

    Nothing is known of such a file but where it is: only plain words and `is:waiting` can find it.
    """
    words = []
    for minus, column, phrase, word in _TERM.findall(text):
        value = phrase or word
        if minus or (column and (column.casefold(), value.casefold()) != ("is", "waiting")):
            return None
        if not column and value.strip('-"'):
            words.append(fold(value))
    return words


def _anywhere(value: str) -> Condition:
    return Condition("instr(t.search, ?) > 0", (fold(value),))


def _of_column(name: str, value: str) -> Condition:
    name = name.casefold()
    if name == "is":
        return _of_state(value.casefold())
    if name == "label":
        name = "labels"
    if name == "section" and value:
        return Condition(_IN_SECTIONS, (fold(value).rstrip(" ?"),) * 3, is_indexed=True)
    column = COLUMNS_BY_NAME.get(name) or COLUMNS_BY_NAME.get(name.upper())  # HPR is the one in capitals
    if column is None:
        raise FilterError("library.no_filter_column", name=name)
    if not value:
        raise FilterError("library.filter_without_value", name=name)
    if column.name == "key":
        return _of_key(value)
    return _of_text(column, value) if column.is_text else _of_number(column, value)


def _of_state(state: str) -> Condition:
    if state in _STATES:
        return _indexed("t.state = ?", state)
    if state == "labelled":
        return _indexed("t.labels != ''")
    if state == "unlabelled":
        return _indexed("coalesce(t.labels, '') = ''")
    if state == "edited":
        return _indexed("t.edited IS NOT NULL")
    if state == "duplicate":
        return _indexed("t.id IN (SELECT track_id FROM files GROUP BY track_id HAVING count(*) > 1)")
    if state == "outside":
        return _indexed("t.genre_novelty > 1")
    if state == "near-duplicate":
        return Condition(test=NearDuplicateTest())
    raise FilterError("library.unknown_state", state=state, states=", ".join(_STATES))


def _indexed(sql: str, *parameters: str | float) -> Condition:
    return Condition(sql, parameters, is_indexed=True)


def _of_text(column: LibraryColumn, value: str) -> Condition:
    folded = fold(value)
    if column.name == "labels":
        labels = _distinct("label", "labels")
        return _indexed(f"t.id IN (SELECT track_id FROM labels WHERE label IN ({labels}))", folded)
    if column.name in _FEW_VALUES:
        return _indexed(f"{column.sql} IN ({_distinct(column.sql, 'tracks t')})", folded)
    if column.name not in _SEARCHED:
        return Condition(f"instr(fold({column.sql}), ?) > 0", (folded,))
    # The cheap look at all texts together spares the many other rows from being folded.
    return Condition(f"instr(t.search, ?) > 0 AND instr(fold({column.sql}), ?) > 0", (folded, folded))


def _distinct(expression: str, table: str) -> str:
    """Return SQL for the different texts of a table that hold a folded text.

    Without the fence of MATERIALIZED, SQLite would fold the text of every row before it looks for different ones.
    """
    texts = f"WITH known(value) AS MATERIALIZED (SELECT DISTINCT {expression} FROM {table})"
    return f"{texts} SELECT value FROM known WHERE instr(fold(value), ?) > 0"


def _of_key(value: str) -> Condition:
    text = value.strip()
    wanted = text.removeprefix("~").strip()
    name = _PLACES.get(wanted.casefold()) or key_name(wanted)
    if name is None:
        raise FilterError("library.no_key", value=value)
    return _in_keys(neighbours(name) if text.startswith("~") else (name,))


def _in_keys(keys: Iterable[str]) -> Condition:
    names = [spelled for key in keys for spelled in _spelled(key)]
    return _indexed(f"t.key IN ({', '.join('?' for _ in names)})", *names)


def in_compatible_keys(keys: Iterable[str]) -> Condition:
    """Match the keys that go well with one of some keys; texts that are no keys are passed over."""
    names = [name for name in map(key_name, keys) if name is not None]
    return _in_keys(dict.fromkeys(other for name in names for other in neighbours(name)))


def at_tempo_of(tempi: Iterable[float], share: float) -> Condition:
    """Match tempi that differ from one of some tempi, its half or its double by a share at most."""
    spans = [_at_any_octave(COLUMNS_BY_NAME["bpm"], bpm * (1 - share), bpm * (1 + share)) for bpm in tempi]
    sql = " OR ".join(span.sql for span in spans) or "0"
    return _indexed(f"({sql})", *(bound for span in spans for bound in span.parameters))


def _spelled(name: str) -> tuple[str, ...]:
    """Return a key in every spelling that a catalogue may hold."""
    tonic, _, mode = name.partition(" ")
    tonics = next((group for group in _SPELLINGS if tonic in group), (tonic,))
    return tuple(f"{one} {mode}" for one in tonics)


def _of_number(column: LibraryColumn, value: str) -> Condition:
    low, high, strict = _bounds(column, value)
    if column.is_feature:
        return Condition(test=FeatureTest(column.name, low, high, strict))
    if column.name == "bpm" and math.isfinite(low) and math.isfinite(high):
        return _at_any_octave(column, low, high)
    more, less = (">", "<") if strict else (">=", "<=")
    return _indexed(f"({column.sql} {more} ? AND {column.sql} {less} ?)", low, high)


def _at_any_octave(column: LibraryColumn, low: float, high: float) -> Condition:
    """Match a tempo, its half or its double: listeners and trackers confuse them."""
    spans = [(low * factor, high * factor) for factor in (1.0, 0.5, 2.0)]
    sql = " OR ".join(f"({column.sql} >= ? AND {column.sql} <= ?)" for _ in spans)
    return _indexed(f"({sql})", *(bound for span in spans for bound in span))


def _bounds(column: LibraryColumn, value: str) -> tuple[float, float, bool]:
    """Lowest and highest value, and whether these two are left out."""
    comparison = _COMPARISON.match(value)
    if comparison is not None:
        sign, number = comparison.groups()
        bound = _number(column, number)
        if sign in ("<", "<="):
            return -math.inf, bound, sign == "<"
        if sign in (">", ">="):
            return bound, math.inf, sign == ">"
        half = _half_step(column, number)
        return bound - half, bound + half, False
    span = _RANGE.match(value)
    if span is not None and any(span.groups()):
        low, high = span.groups()
        bottom = _number(column, low) if low else -math.inf
        top = _number(column, high) if high else math.inf
        return min(bottom, top), max(bottom, top), False
    raise FilterError("library.no_number", value=value, column=column.name)


def _number(column: LibraryColumn, text: str) -> float:
    minutes, _, seconds = text.rpartition(":")
    value = float(seconds) + 60 * float(minutes or 0)
    if minutes and column.kind != "seconds":
        raise FilterError("library.length_for_number", value=text, column=column.name)
    if not math.isfinite(value):
        raise FilterError("library.large_number", value=text)
    return value / 100 if column.kind == "percent" and value > 1 else value


def _half_step(column: LibraryColumn, text: str) -> float:
    """Half of the last digit that was written, so that `bpm:121` finds 121.1."""
    if column.kind == "whole":
        return 0.0
    mantissa = text.lower().partition("e")[0]
    half = 0.5 * 10.0 ** -len(mantissa.partition(".")[2])
    return half / 100 if column.kind == "percent" else half
