"""Texts about beats and bars."""

from core.messages.plural import Plural, Texts

TEXTS: Texts = {
    "rhythm.no_beats": "No beats found: the piece is silent, too short or without clear onsets.",
    "rhythm.not_a_number": "A time or tempo is not a number.",
    "rhythm.outside": "{time} s is outside the piece.",
    "rhythm.not_rising": "The times of the beats do not rise.",
    "rhythm.positions": "Each beat needs a position in its bar, 1 or more.",
    "rhythm.tempo": "{bpm} BPM is out of range: {slowest:.0f} to {fastest:.0f} BPM can be set.",
    "rhythm.metre": "{beats} beats in a bar cannot be set: {fewest} to {most} can.",
    "rhythm.factor": "The tempo cannot be scaled by {factor}: choose ½, 2, ⅔ or 3/2.",
    "rhythm.empty_stretch": "The stretch is empty. Its end must be after its start.",
    "rhythm.too_few_taps": "Tap at least two beats.",
    # What was done to the beats, in the list of edits and beside Undo.
    "rhythm.edit.choose_candidate": "Tempo candidate {bpm} BPM",
    "rhythm.edit.accept_proposal": "Accept proposal",
    "rhythm.edit.scale_tempo": "Tempo {factor}",
    "rhythm.edit.set_tempo": "Tempo {bpm} BPM",
    "rhythm.edit.set_tempo_from": "Tempo {bpm} BPM from {start}",
    "rhythm.edit.change_tempo": "Tempo change to {bpm} BPM at {start}",
    "rhythm.edit.tap_beats": Plural("{count} tapped beat from {start}", "{count} tapped beats from {start}"),
    "rhythm.edit.make_downbeat": "Downbeat at {time}",
    "rhythm.edit.shift_later": "Shift half a beat later",
    "rhythm.edit.shift_earlier": "Shift half a beat earlier",
    "rhythm.edit.nudge": "Nudge by {ms} ms",
    "rhythm.edit.nudge_from": "Nudge by {ms} ms from {start}",
    "rhythm.edit.move_beat": "Move beat at {time} by {ms} ms",
    "rhythm.edit.move_grid": "Move grid from {time} by {ms} ms",
    "rhythm.edit.add_beat": "Add beat at {time}",
    "rhythm.edit.remove_beat": "Remove beat at {time}",
    "rhythm.edit.set_metre": "{beats} beats in a bar",
    "rhythm.edit.set_metre_from": "{beats} beats in a bar from {start}",
    "rhythm.edit.clear_beats": "No beats from {start} to {end}",
    "rhythm.edit.lock_beats": "Lock beats from {start} to {end}",
    "rhythm.edit.unlock_beats": "Unlock beats from {start} to {end}",
    "rhythm.edit.reset": "Reset beats",
}
