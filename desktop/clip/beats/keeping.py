"""Edits of beats on their way to the library and back."""

from core.rhythm.edit_history import EditHistory

States = tuple[EditHistory, ...]
"""A history and those before it, from the one without edits on."""


def states_of(history: EditHistory) -> States:
    """Return a history with all that came before it, each with its grid made from the one before."""
    states = [EditHistory(history.start, history.duration)]
    for edit in history.edits:
        states.append(states[-1].added(edit))
    return tuple(states)
