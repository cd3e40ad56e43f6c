"""Texts about the library: its catalogue, filters and exports."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "library.no_sort_column": "There is no column “{column}” to sort by.",
    "library.none_analysed": "None of these tracks has been analysed.",
    "library.read_only": "The library {name} is read-only; make its file and folder writable.",
    "library.closed": "The library {name} is closed.",
    "library.missing": "There is no library {path}.",
    "library.no_folder": "{folder} cannot be made: {reason}.",
    "library.foreign_file": "{path} is not a Groovescope library; choose another file.",
    "library.newer": (
        "{path} was written by a newer Groovescope (version {version} of its tables, this one knows {known}); "
        "update the program, or choose another library."
    ),
    "library.older": ("{path} was written by an older Groovescope; open it once where it can be written."),
    "library.nothing_to_export": "None of these tracks has been analysed, so there is nothing to export.",
    "library.nothing_for_playlist": "None of these tracks is a file that such a playlist can name.",
    "library.quotation_mark": 'A quotation mark is missing: write "two words" with one at each end.',
    "library.no_filter_column": (
        "There is no column “{name}”; try name, artist, bpm, key, genre, label or a feature's name."
    ),
    "library.filter_without_value": "No value after “{name}:”.",
    "library.unknown_state": (
        "“is:{state}” is unknown; use {states}, labelled, unlabelled, edited, duplicate, near-duplicate or outside."
    ),
    "library.no_key": '“{value}” is not a key; write key:Am, key:"E minor", key:8A, or key:~Am for compatible keys.',
    "library.no_number": (
        "“{value}” is not a number for {column}; write {column}:120, {column}:120-130 or {column}:>120."
    ),
    "library.length_for_number": "“{value}” is a length; {column} is a plain number.",
    "library.large_number": "“{value}” is too large.",
    "library.nothing_to_undo": "Nothing to undo in this library.",
    "library.nothing_to_redo": "Nothing to do again in this library.",
    "library.empty_label": "A label needs at least one character.",
    "library.damaged_grid": "The beat grid of {content_id} in {name} is damaged; analyse the track again.",
    "library.damaged_edits": "The stored edits of the beats of {content_id} cannot be used: {reason}",
    "library.damaged_sections": "The stored edits of the sections of {content_id} cannot be used: {reason}",
    "library.damaged_activations": "What the beat tracker found in {content_id} is damaged; analyse the track again.",
    "library.beats_conflict": (
        "The beats were edited in another window meanwhile. The newer beats are shown; repeat your last edit."
    ),
    "library.not_written": "{path} cannot be written: {reason}; check the folder's permissions.",
    "library.in_use": "Another window or run is analysing into {path}; wait for it, or use another library.",
    "library.damaged_analysis": "The analysis of {filename} is damaged ({reason}); analyse it again.",
    "library.locked": (
        "The library {path} is being written by another program; wait for it to finish, then try again."
    ),
    "library.disk_full": (
        "The library {path} could not be written: the disk is full. Free some space; nothing stored was lost."
    ),
    "library.disk_error": (
        "The library {path} could not be written: the disk is full, or reports an error. Free some space, or check "
        "it; nothing stored was lost."
    ),
    "library.not_a_library": "{path} is not a Groovescope library, or is damaged; move it away or choose another.",
    "library.damaged": (
        "The library {path} is damaged; restore it from a backup, or set it aside and create a new one."
    ),
    "library.forbidden": (
        "The library {path} may not be opened or written; check the permissions of its file and folder."
    ),
    "library.unusable": (
        "The library {path} could not be used ({reason}); open it again, and restore it from a backup if that fails."
    ),
}
