"""Beats as a MIDI file of tempo and time signature changes, whose grid follows every beat in a sequencer.

A quarter note is a beat. Its length is written in whole microseconds, rounded so that the sum of all is right: no error
adds up. What comes before the first beat, and a break without beats, are filled with quarters of about the same tempo,
since a file has no other way to let time pass; markers say that no beats are meant there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np

from core.errors import RhythmError
from core.export.beat_text import Row
from core.rhythm.grid import BeatGrid

TICKS = 480
"""Of a quarter note."""

_NO_BEATS, _BEATS = "no beats", "beats"
"""Markers; the second has the position of the first beat after it."""

_SLOWEST = 3_000_000  # microseconds of a quarter, 20 BPM: longer ones are filled
_QUICKEST = 150_000  # 400 BPM: what is shorter before the first beat is written as a shorter note
_DEFAULT = 500_000  # microseconds of a quarter where a file says nothing
_MOST_BEATS = 200_000
_MARKER, _END, _TEMPO, _SIGNATURE = 0x06, 0x2F, 0x51, 0x58


def to_midi(grid: BeatGrid) -> bytes:
    """Return the tempo map of a grid, which has beats, as a MIDI file of format 0."""
    track = _Track()
    times = np.round(grid.beat_times * 1e6).astype(np.int64).tolist()
    positions = grid.positions.tolist()
    distances = np.diff(times).tolist()
    usual = min(int(np.median(distances)) if distances else _DEFAULT, _SLOWEST)
    is_resumed = times[0] > 0
    _lead_in(track, times[0], usual)
    for first, end in _measures(positions, distances):
        track.signature(end - first)
        if is_resumed or (not first and positions[0] != 1):
            track.mark(f"{_BEATS} {positions[first]}")
        if positions[first] != 1:
            track.shown_signature = 0, 0  # the next one restarts the count even if it is the same
        for length in distances[first : end - 1]:
            track.quarters(length, 1)
        length = distances[end - 1] if end <= len(distances) else usual
        is_resumed = length > _SLOWEST
        if is_resumed:
            _break(track, length, usual)
        else:
            track.quarters(length, 1)
    track.mark(_NO_BEATS)
    return track.file()


def _measures(positions: list[int], distances: list[int]) -> list[tuple[int, int]]:
    """Return first and end index of the beats between downbeats and breaks."""
    starts = [i for i, position in enumerate(positions) if i and (position == 1 or distances[i - 1] > _SLOWEST)]
    return list(zip([0, *starts], [*starts, len(positions)], strict=True))


def _lead_in(track: "_Track", before: int, usual: int) -> None:
    """Let the time before the first beat pass."""
    if not before:
        return
    denominator = 4
    while before * denominator // 4 < _QUICKEST and denominator < 64:
        denominator *= 2
    track.signature(1, denominator)
    track.mark(_NO_BEATS)
    if denominator > 4:
        track.tempo(before * denominator // 4)
        track.pass_ticks(TICKS * 4 // denominator)
    else:
        track.quarters(before, max(1, round(before / usual), -(-before // _SLOWEST)))


def _break(track: "_Track", length: int, usual: int) -> None:
    """Let the time between two beats that are far from each other pass; the first of its quarters is a beat."""
    n_quarters = max(2, round(length / usual), -(-length // _SLOWEST))
    first = length // n_quarters
    track.quarters(first, 1)
    track.signature(1)
    track.mark(_NO_BEATS)
    track.quarters(length - first, n_quarters - 1)


@dataclass
class _Track:
    """Events of a track, as they are added."""

    data: bytearray = field(default_factory=bytearray)
    waiting: int = 0
    shown_tempo: int = 0
    shown_signature: tuple[int, int] = (0, 0)

    def pass_ticks(self, ticks: int) -> None:
        self.waiting += ticks

    def quarters(self, microseconds: int, count: int) -> None:
        """Let some quarters pass, together exactly as long as said."""
        for i in range(count):
            self.tempo(microseconds * (i + 1) // count - microseconds * i // count)
            self.pass_ticks(TICKS)

    def tempo(self, microseconds: int) -> None:
        if microseconds != self.shown_tempo:
            self._meta(_TEMPO, microseconds.to_bytes(3, "big"))
            self.shown_tempo = microseconds

    def signature(self, numerator: int, denominator: int = 4) -> None:
        numerator = min(numerator, 255)
        if (numerator, denominator) != self.shown_signature:
            self._meta(_SIGNATURE, bytes([numerator, denominator.bit_length() - 1, 24, 8]))
            self.shown_signature = numerator, denominator

    def mark(self, text: str) -> None:
        self._meta(_MARKER, text.encode())

    def file(self) -> bytes:
        self._meta(_END, b"")
        head = b"MThd" + (6).to_bytes(4, "big") + b"\0\0\0\1" + TICKS.to_bytes(2, "big")
        return head + b"MTrk" + len(self.data).to_bytes(4, "big") + bytes(self.data)

    def _meta(self, kind: int, content: bytes) -> None:
        self.data += _quantity(self.waiting) + bytes([0xFF, kind]) + _quantity(len(content)) + content
        self.waiting = 0


def _quantity(number: int) -> bytes:
    """Return a number in MIDI's variable length: seven bits a byte, the highest first, all but the last marked."""
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(number & 0x7F | 0x80)
    return bytes(reversed(groups))


# --- reading ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Event:
    """A meta event: when, in ticks from the start, which kind, and what."""

    tick: int
    kind: int
    content: bytes


def from_midi(data: bytes, name: str) -> list[Row]:
    """Return the beats of a MIDI file: one for each beat of its time signatures, as long as the piece goes on.

    Raises
    ------
    RhythmError
        If it is no MIDI file, damaged, or counts frames of film in place of beats.
    """
    try:
        ticks, events, end = _read(data)
        if not ticks or ticks & 0x8000:
            raise RhythmError("rhythm.midi_frames", name=name)
        rows = list(_beats(ticks, sorted(events, key=lambda event: event.tick), end))
        if any(later[0] <= earlier[0] for earlier, later in pairwise(rows)):
            raise ValueError("beats at one time")
        return rows
    except (ValueError, IndexError):
        raise RhythmError("rhythm.midi_damaged", name=name) from None


def _read(data: bytes) -> tuple[int, list[_Event], int]:
    """Return the ticks of a quarter, the meta events of all tracks, and where the last track ends."""
    if data[:4] != b"MThd" or len(data) < 14:
        raise ValueError("no header")
    ticks = int.from_bytes(data[12:14], "big")
    place, events, end = 8 + int.from_bytes(data[4:8], "big"), [], 0
    while place + 8 <= len(data):
        length = int.from_bytes(data[place + 4 : place + 8], "big")
        chunk = data[place + 8 : place + 8 + length]
        if len(chunk) < length:
            raise ValueError("cut off")
        if data[place : place + 4] == b"MTrk":
            found, last = _track_events(chunk)
            events += found
            end = max(end, last)
        place += 8 + length
    return ticks, events, end


def _track_events(data: bytes) -> tuple[list[_Event], int]:
    found, place, tick, status = [], 0, 0, 0
    while place < len(data):
        wait, place = _read_quantity(data, place)
        tick += wait
        if data[place] & 0x80:
            status = data[place]
            place += 1
        if status == 0xFF:
            kind = data[place]
            length, place = _read_quantity(data, place + 1)
            if place + length > len(data):
                raise ValueError("cut off")
            found.append(_Event(tick, kind, data[place : place + length]))
            place += length
            if kind == _END:
                break
        elif status in (0xF0, 0xF7):
            length, place = _read_quantity(data, place)
            place += length
        elif 0x80 <= status < 0xF0:  # notes and controllers: one or two bytes
            place += 1 if status & 0xE0 == 0xC0 else 2
        else:
            raise ValueError("no event")
    return found, tick


def _read_quantity(data: bytes, place: int) -> tuple[int, int]:
    number = 0
    for count in range(4):
        byte = data[place + count]
        number = number << 7 | byte & 0x7F
        if not byte & 0x80:
            return number, place + count + 1
    raise ValueError("a number is too long")


def _beats(ticks: int, events: list[_Event], end: int) -> Iterator[Row]:
    """Count through a file, beat by beat; ValueError where it has no end that makes sense."""
    time, position = 0.0, 1
    is_silent = is_partial = False
    tempo, numerator, beat_ticks = _DEFAULT, 4, ticks
    waiting = iter([*events, _Event(end, -1, b"")])
    event = next(waiting)
    tick = next_beat = 0
    n_beats = 0
    while True:
        until = min(next_beat, event.tick)
        time += (until - tick) * tempo / ticks
        tick = until
        if event.tick <= next_beat:
            content = event.content
            if event.kind == _TEMPO and len(content) == 3 and any(content):
                tempo = int.from_bytes(content, "big")
            elif event.kind == _SIGNATURE and len(content) >= 2 and content[0] and content[1] <= 6:
                numerator, beat_ticks = content[0], max(1, 4 * ticks >> content[1])
                position, next_beat, is_partial = 1, tick, False
            elif event.kind == _MARKER and content == _NO_BEATS.encode():
                is_silent = True
            elif event.kind == _MARKER and content.startswith(_BEATS.encode() + b" "):
                position, next_beat = int(content.split()[1]), tick
                is_silent, is_partial = False, position != 1
            elif event.kind == -1:
                return
            event = next(waiting)
            continue
        n_beats += 1
        if n_beats > _MOST_BEATS:
            raise ValueError("no piece is so long")
        if not is_silent:
            yield time / 1e6, position
        position = position + 1 if is_partial else position % numerator + 1
        next_beat += beat_ticks
