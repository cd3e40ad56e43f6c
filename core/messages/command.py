"""Texts about commands that can do nothing."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "command.failed": "{reason}",
    "command.folder_in_use": "Another run is writing into {folder}; wait for it or use another folder.",
    "command.images_folder_taken": (
        "{folder} is there already and holds something else; move it away or choose another folder."
    ),
    "command.no_chords": "{folder} holds no audio file with a .chords.lab file beside it.",
    "command.no_keys": "{folder} holds no audio file whose key is in clips.csv or in a .key file beside it.",
    "command.no_music": "No audio files to measure with; name a clip.",
    "command.rhythm_labels": "{path} cannot be read as a table with a column file or clip: {reason}.",
    "command.rhythm_no_audio": "{folder} holds no audio files; name a folder with music and .beats files.",
    "command.rhythm_no_beats": "{folder} holds no .beats file with the name of an audio file.",
    "command.rhythm_no_folder": "{folder} is no folder.",
    "command.no_sections": "{folder} holds no audio file with a .sections.lab file beside it.",
    "command.rhythm_nothing": "No piece could be measured.",
    "command.no_such_grid": "There is no such grid; choose among {grids}.",
}
