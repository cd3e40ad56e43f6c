"""What an action on tracks is called in the menu that undoes it."""

from typing import TYPE_CHECKING, Final

from core.language import tr

if TYPE_CHECKING:
    from core.library.undo import Action

FIELDS: Final = {
    "title": tr("edit title"),
    "artist": tr("edit artist"),
    "album": tr("edit album"),
    "bpm": tr("edit BPM"),
    "key": tr("edit key"),
}


def in_words(action: "Action | None") -> str:
    """Return what an action did, such as "remove 3 tracks"; "" for none."""
    if action is None:
        return ""
    if action.kind == "label":
        return tr("add label “{name}”", name=action.name)
    if action.kind == "unlabel":
        return tr("remove label “{name}”", name=action.name)
    if action.kind == "edit":
        return FIELDS.get(action.name) or tr("edit {name}", name=action.name)
    return (
        tr("remove 1 track")
        if len(action.tracks) == 1
        else tr("remove {n_tracks:,} tracks", n_tracks=len(action.tracks))
    )
