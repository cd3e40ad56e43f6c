"""Texts about feature columns, the same in every table of the window."""

from core.features.table import Column


def matches(column: Column, group: str, text: str) -> bool:
    """Return whether every word of `text` occurs in the column's name, caption, unit or group, in any case."""
    haystack = f"{column.name} {column.caption} {column.unit} {group}".lower()
    return all(word in haystack for word in text.lower().split())


def described(column: Column) -> str:
    """Full name, unit and definition, for tooltips and screen readers."""
    return f"{column.header}\n{column.definition}" if column.definition else column.header
