"""A song in the layout of POP909, made up."""

from pathlib import Path

import mido

BEAT = 0.5
PICKUP = 3
"""Beats before the first barline of the phrases."""

MELODY = (60, 62, 64, 65, 67, 69, 71, 72, 71, 67, 65, 60) * 2


def write_song(folder: Path, melody: tuple[int, ...] = MELODY) -> Path:
    """Write a song of eight bars after a pickup, a note a beat, in the layout of the data set."""
    folder.mkdir(parents=True)
    file = mido.MidiFile(ticks_per_beat=480)
    file.tracks.append(mido.MidiTrack([mido.MetaMessage("set_tempo", tempo=500_000)]))
    for name in ("MELODY", "PIANO"):
        track = mido.MidiTrack([mido.MetaMessage("track_name", name=name)])
        for number, pitch in enumerate(MELODY):
            track.append(mido.Message("note_on", note=pitch, velocity=90, time=PICKUP * 480 if number == 0 else 0))
            track.append(mido.Message("note_off", note=pitch, time=480))
        file.tracks.append(track)
    file.save(folder / f"{folder.name}.mid")
    n_beats = PICKUP + 32
    beats = ((i * BEAT, int((i - PICKUP) % 2 == 0), int((i - PICKUP) % 4 == 0)) for i in range(n_beats))
    (folder / "beat_midi.txt").write_text("".join(f"{time} {half}.0 {bar}.0\n" for time, half, bar in beats))
    (folder / "chord_midi.txt").write_text("0.0\t1.5\tN\n1.5\t9.5\tC:maj\n9.5\t17.5\tA:min7\n")
    (folder / "key_audio.txt").write_text("0.0\t4.0\tC:maj\n4.0\t17.5\tBb:min\n")
    (folder / "melody.txt").write_text("".join(f"{pitch} 4\n" for pitch in melody))
    (folder / "human_label1.txt").write_text("i2A4o2\n")
    (folder / "human_label2.txt").write_text("i2A3B3")
    return folder
