"""What an action on tracks is called in the menu that undoes it."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from core.library.undo import Action

FIELDS: Final = {"title": "title", "artist": "artist", "album": "album", "bpm": "BPM", "key": "key"}


def in_words(action: "Action | None") -> str:
    """Return what an action did, such as "remove 3 tracks"; "" for none."""
    if action is None:
        return ""
    if action.kind == "label":
        return f"add label “{action.name}”"
    if action.kind == "unlabel":
        return f"remove label “{action.name}”"
    if action.kind == "edit":
        return f"edit {FIELDS.get(action.name, action.name)}"
    return "remove 1 track" if len(action.tracks) == 1 else f"remove {len(action.tracks):,} tracks"
