"""Texts about feature columns, the same in every table of the window."""

from core.features.table import Column
from core.features.words import feature_words
from core.language import tr


def matches(column: Column, group: str, text: str) -> bool:
    """Return whether every word of `text` occurs in the column's name, caption, words, unit or group, in any case."""
    haystack = f"{column.name} {column.caption} {feature_words(column.name)} {column.unit} {group}".lower()
    return all(word in haystack for word in text.lower().split())


def described(column: Column) -> str:
    """Full name, unit and definition, for tooltips and screen readers."""
    return f"{column.header}\n{tr(column.definition)}" if column.definition else column.header
