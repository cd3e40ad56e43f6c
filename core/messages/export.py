"""Texts about files for other programs, written and read."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "export.nothing_known": "Nothing is known of {name} that such a file could hold.",
    "export.passage_kind": "{name} is no name of an audio file. It must end in one of: {kinds}",
    "export.passage_empty": "{name} contains no sound in this passage.",
    "export.passage_changes": "{name} changes its sampling rate or channels within; one file cannot hold both.",
    "export.passage_refused": "{name} cannot be written: {reason}.",
    "export.too_large": "{name} is too large for a file of annotations.",
    "export.sections_ending": "{name} is no file of sections. Its name must end in .jams, .txt or .svl.",
    "export.jams_damaged": "{name} is damaged or not a JAMS file.",
    "export.svl_damaged": "{name} is damaged or not a layer of Sonic Visualiser.",
    "export.label_line": "{name}, line {line}: no label. A line is start, end and label, with tabs between.",
    "export.no_regions": "{name} contains no sections.",
    "export.no_positions": "{name} has beats without their positions in the bar.",
    "export.no_times": "{name} has times that are none.",
    "export.overlapping": "{name}: sections overlap at {time} s.",
    "export.beyond": "{name} goes on to {time} s, but the piece ends at {duration} s. Is it of this piece?",
    "export.other_length": (
        "{name} is of a piece of {theirs} s, but this one has {duration} s. It belongs to another recording."
    ),
}
