"""Texts about commands that can do nothing."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "command.failed": "{reason}",
    "command.folder_in_use": "Another run is writing into {folder}; wait for it or use another folder.",
    "command.images_folder_taken": (
        "{folder} is there already and holds something else; move it away or choose another folder."
    ),
    "command.no_music": "No audio files to measure with; name a clip.",
    "command.no_such_grid": "There is no such grid; choose among {grids}.",
}
