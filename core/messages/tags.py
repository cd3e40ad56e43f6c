"""Texts about writing the tags of files."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "tags.kind": "{name}: tags cannot be written into files of this kind.",
    "tags.damaged": "{name}: its tags are damaged.",
    "tags.encoding": "{name}: its tags are not valid Unicode and would be damaged.",
    "tags.id3_version": "{name}: its tag is of the old version ID3v2.2, which cannot be written.",
    "tags.no_audio": "{name}: no audio was found in it.",
    "tags.audio_changed": "{name}: writing the tags would change the audio; nothing was written.",
    "tags.not_written": "{name}: the tags did not come out as they should; nothing was written.",
    "tags.gone": "{name} is not there any more.",
    "tags.read_only": "{name} is read-only.",
    "tags.folder": "{name}: its folder is read-only.",
    "tags.changed": "{name} was changed meanwhile by another program; nothing was written.",
    "tags.elsewhere": "{name} is on another computer; its tags cannot be written.",
    "tags.cannot_write": "{name} could not be written: {reason}.",
    "tags.journal": "What was written cannot be kept for undoing it: {reason}. Nothing was written.",
    "tags.nothing_to_undo": "No tags were written that could be restored.",
    "tags.not_restored": "{name} was changed since its tags were written, and these cannot be restored.",
}
