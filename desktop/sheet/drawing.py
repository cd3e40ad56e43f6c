"""The song sheet on A4: what the piece is, how it goes, its sections and its chords, from top to bottom."""

import math
from collections.abc import Callable
from typing import Final

import numpy as np

from core import __version__
from core.export.song_sheet import NO_CHORD, NOT_KNOWN, BarOfChords, SongSheet, clock, level, per_cent
from core.language import tr
from desktop.sheet.pen import CENTRE, RIGHT, Sheet
from desktop.widgets.theme import GENRE_COLOURS, LIGHT, genre_colour

WIDTH, HEIGHT = 595.0, 842.0
"""A4 in points."""
_LEFT, _RIGHT, _TOP, _BOTTOM = 46.0, 549.0, 50.0, 806.0
_WIDE: Final = _RIGHT - _LEFT
INK, MUTED, FAINT, PALE = "#16181d", "#646b78", "#c9ced6", "#eef0f3"
_ACCENT, _WAVE = "#3f51c9", "#4a5578"
_PALETTE: Final = tuple(GENRE_COLOURS.values())
_MOST_SECTIONS, _MOST_GENRES = 14, 4
_BARS_IN_ROW: Final = (8, 12, 16)
_LOWEST_ROW, _HIGHEST_ROW = 19.0, 27.0


def draw(sheet: SongSheet, pen: Sheet) -> None:
    """Draw the page; every part takes the height it needs, the chords what is left."""
    y = _heading(sheet, pen)
    y = _facts(sheet, pen, y)
    y = _course(sheet, pen, y + 24)
    y = _sections_and_genres(sheet, pen, y + 26)
    _chords(sheet, pen, y + 24)
    _footer(sheet, pen)


def _caption(pen: Sheet, x: float, y: float, text: str) -> float:
    """Write the small heading of a part; returns where the part begins."""
    pen.text(x, y, text, 8.0, _ACCENT, bold=True)
    return y + 8


def _heading(sheet: SongSheet, pen: Sheet) -> float:
    size = next((one for one in (26.0, 22.0, 18.0) if pen.width(sheet.title, one, bold=True) <= _WIDE), 16.0)
    y = _TOP + size * 0.8
    for line in pen.lines(sheet.title, size, _WIDE, 2, bold=True):
        pen.text(_LEFT, y, line, size, INK, width=_WIDE, bold=True)
        y += size * 1.2
    y -= size * 1.2
    if sheet.people:
        y += 19
        pen.text(_LEFT, y, sheet.people, 11.5, MUTED, width=_WIDE)
    pen.rule(_LEFT, y + 14, _RIGHT, y + 14, INK, 1.0)
    return y + 14


def _facts(sheet: SongSheet, pen: Sheet, y: float) -> float:
    shares = (1.16, 0.7, 1.36, 1.16, 0.72)
    unit, x = _WIDE / sum(shares), _LEFT
    widths = [share * unit - 14 for share in shares]
    pairs = list(zip(sheet.facts, widths, strict=True))
    size = next((one for one in (17.0, 16.0, 15.0, 14.0)
                 if all(pen.width(fact.value, one, bold=True) <= wide for fact, wide in pairs)), 13.0)  # fmt: skip
    lowest = y
    for fact, share in zip(sheet.facts, shares, strict=True):
        wide = share * unit - 14
        pen.text(x, y + 18, fact.name, 8.0, MUTED)
        pen.text(x, y + 37, fact.value, size, INK, width=wide, bold=True)
        at = y + 50
        for detail in fact.details:
            for line in pen.lines(detail, 7.5, wide, 2):
                pen.text(x, at, line, 7.5, MUTED, width=wide)
                at += 10
        lowest = max(lowest, at - 10, y + 37)
        x += share * unit
    return lowest


def _colour_of(sheet: SongSheet, label: str) -> str:
    labels = list(dict.fromkeys(section.label for section in sheet.sections))
    return _PALETTE[labels.index(label) % len(_PALETTE)]


def _tint(colour: str, share: float) -> str:
    """Return a colour as pale as ink of which `share` is printed."""
    parts = [round(255 + (int(colour[at : at + 2], 16) - 255) * share) for at in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


def _course(sheet: SongSheet, pen: Sheet, y: float) -> float:
    """Draw the piece along time: sections, waveform, bars, loudness, one axis."""
    y = _caption(pen, _LEFT, y, tr("The piece"))
    duration = max(sheet.duration, 1e-9)

    def at(seconds: float) -> float:
        return _LEFT + min(max(seconds / duration, 0.0), 1.0) * _WIDE

    top, wave = y, 72.0
    if sheet.sections:
        for section in sheet.sections:
            left, right = at(section.start), at(section.end)
            colour = _colour_of(sheet, section.label)
            pen.rect(left, y, right - left - 0.6, 13, _tint(colour, 0.42))
            pen.rect(left, y + 13, right - left - 0.6, wave, _tint(colour, 0.10))
            words = f"{section.caption} {section.name}" if section.name else section.caption
            text = next((one for one in (words, section.caption, section.label)
                         if pen.width(one, 7.5, bold=True) <= right - left - 5), "")  # fmt: skip
            pen.text(left + 3, y + 9.4, text, 7.5, INK, bold=True)
        y += 13
    else:
        pen.rect(_LEFT, y, _WIDE, wave, PALE)
    middle = y + wave / 2
    if len(sheet.waveform):
        xs = _LEFT + (np.arange(len(sheet.waveform)) + 0.5) / len(sheet.waveform) * _WIDE
        half = (wave / 2 - 3) * sheet.waveform
        upper = list(zip(xs.tolist(), (middle - np.maximum(half[:, 1], 0.25)).tolist(), strict=True))
        lower = list(zip(xs.tolist(), (middle - np.minimum(half[:, 0], -0.25)).tolist(), strict=True))
        pen.area([*upper, *reversed(lower)], _WAVE)
    y += wave
    y = _bar_ticks(sheet, pen, y, at)
    if len(sheet.loudness) > 1:
        y = _loudness(sheet, pen, y + 12)
    step = next((one for one in (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1200, 3600) if duration / one <= 12), 7200)
    for tick in np.arange(0, duration - 0.3 * step, step).tolist():
        pen.rule(at(tick), y, at(tick), y + 3, FAINT)
        if tick:
            pen.text(at(tick) - 20, y + 11, clock(tick), 7, MUTED, width=40, align=CENTRE)
        else:
            pen.text(_LEFT, y + 11, clock(tick), 7, MUTED)
    pen.text(_RIGHT - 60, y + 11, clock(duration), 7, MUTED, width=60, align=RIGHT)
    pen.rule(_LEFT, top, _LEFT, y, FAINT)
    return y + 11


def _bar_ticks(sheet: SongSheet, pen: Sheet, y: float, at: Callable[[float], float]) -> float:
    """Draw a tick for each beat or bar, as many as the paper holds, and number some bars."""
    bars = sheet.downbeat_times
    if not len(sheet.beat_times):
        return y
    if len(sheet.beat_times) <= _WIDE / 2.2:
        for beat in sheet.beat_times.tolist():
            pen.rule(at(beat), y + 1.5, at(beat), y + 4, FAINT, 0.4)
    every = next((one for one in (1, 2, 4, 8, 16, 32, 64, 128) if len(bars) / one <= 24), 256)
    for number, bar in enumerate(bars.tolist(), start=1):
        named = (number - 1) % every == 0
        if named or len(bars) <= _WIDE / 1.6:
            pen.rule(at(bar), y + 1.5, at(bar), y + (7 if named else 5), MUTED if named else FAINT, 0.5)
        if named and at(bar) < _RIGHT - 14:
            pen.text(at(bar) + 1.8, y + 8.5, str(number), 5.8, MUTED)
    return y + 10


def _loudness(sheet: SongSheet, pen: Sheet, y: float) -> float:
    """Draw the short-term loudness: quiet at the bottom, the loudest at the top."""
    high, values = 26.0, sheet.loudness
    known = values[np.isfinite(values)]
    if not len(known):
        return y
    loudest = float(known.max())
    lowest = max(loudest - 30.0, float(known.min()) - 2.0)
    steps = np.unique(np.linspace(0, len(values) - 1, min(len(values), 500)).astype(int))
    shares = np.clip((np.nan_to_num(values[steps], nan=lowest) - lowest) / max(loudest - lowest, 1.0), 0.0, 1.0)
    xs = _LEFT + np.minimum((steps + 1) * 0.1 / sheet.duration, 1.0) * _WIDE
    points = list(zip(xs.tolist(), (y + high - shares * high).tolist(), strict=True))
    pen.area([(points[0][0], y + high), *points, (points[-1][0], y + high)], _tint(_ACCENT, 0.28))
    pen.rule(_LEFT, y + high, _RIGHT, y + high, FAINT)
    pen.text(_LEFT + 2, y - 2, tr("Loudness, up to {level} LUFS over 3 s", level=level(loudest)), 5.8, MUTED)
    return y + high + 2


def _sections_and_genres(sheet: SongSheet, pen: Sheet, y: float) -> float:
    left_wide = _WIDE * 0.64
    right = _LEFT + left_wide + 28
    lowest = _genres(sheet, pen, right, y, _RIGHT - right)
    return max(lowest, _sections(sheet, pen, y, left_wide))


def _sections(sheet: SongSheet, pen: Sheet, y: float, wide: float) -> float:
    y = _caption(pen, _LEFT, y, tr("Sections"))
    if not sheet.sections:
        pen.text(_LEFT, y + 8, sheet.sections_note, 8.5, MUTED, width=wide)
        return y + 8
    columns = (_LEFT + 108, _LEFT + 148, _LEFT + 184, _LEFT + 234)
    for x, name in zip(columns, (tr("from"), tr("length"), tr("bars"), "LUFS"), strict=True):
        pen.text(x - 60, y - 8, name, 7, MUTED, width=60, align=RIGHT)
    pen.text(_LEFT + 246, y - 8, tr("against the piece, LU"), 7, MUTED)
    known = [abs(one.difference) for one in sheet.sections if math.isfinite(one.difference)]
    most = max([3.0, *known])
    zero, reach = _LEFT + 274.0, 24.0
    shown = sheet.sections[:_MOST_SECTIONS]
    for section in shown:
        y += 12.5
        pen.rect(_LEFT, y - 7.5, 3, 9.5, _colour_of(sheet, section.label))
        wide_name = pen.text(_LEFT + 7, y, section.caption, 8.5, INK, bold=True)
        pen.text(_LEFT + 11 + wide_name, y, section.name, 8.5, MUTED, width=max(60 - wide_name, 1))
        bars = "" if section.bars is None else str(section.bars)
        values = (clock(section.start), clock(section.end - section.start), bars, level(section.lufs))
        for x, value in zip(columns, values, strict=True):
            pen.text(x - 60, y, value, 8.5, INK, width=60, align=RIGHT)
        if math.isfinite(section.difference):
            long = section.difference / most * reach
            pen.rect(zero + min(long, 0), y - 6.5, abs(long), 7, _tint(_ACCENT, 0.55 if long >= 0 else 0.28))
            pen.text(zero + reach - 4, y, level(section.difference, signed=True), 7.5, MUTED, width=26, align=RIGHT)
    pen.rule(zero, y - 12.5 * len(shown) + 4, zero, y + 2, FAINT)
    if len(sheet.sections) > len(shown):
        y += 12.5
        pen.text(_LEFT + 7, y, tr("and {n} more", n=len(sheet.sections) - len(shown)), 8, MUTED)
    if sheet.sentence:
        y += 15
        pen.text(_LEFT, y, sheet.sentence, 8.5, INK, width=wide)
    return y


def _genres(sheet: SongSheet, pen: Sheet, x: float, y: float, wide: float) -> float:
    y = _caption(pen, x, y, tr("Genre"))
    if sheet.is_outside:
        y += 12.5
        pen.text(x, y, tr("None of these; nearest:"), 8.5, INK, width=wide)
    for name, share in sheet.genres[:_MOST_GENRES]:
        y += 12.5
        pen.text(x, y, name, 8.5, INK, width=wide * 0.42)
        colour = genre_colour(name, list(sheet.classes), LIGHT)
        pen.rect(x + wide * 0.45, y - 6.5, max(share * wide * 0.36, 0.7), 7, colour)
        pen.text(x, y, per_cent(share), 8.5, INK, width=wide, align=RIGHT)
    if not sheet.genres and not sheet.genre_note:
        pen.text(x, y + 8, NOT_KNOWN, 8.5, MUTED)
        y += 8
    if sheet.reasons:
        y += 14
        pen.text(x, y, tr("For and against {genres}, in per cent", genres=sheet.genres[0][0]), 7, MUTED, width=wide)
        for line in sheet.reasons:
            y += 10
            pen.text(x, y, line, 7.5, INK, width=wide)
    if sheet.genre_note:
        y += 3
        for line in pen.lines(sheet.genre_note, 7.5, wide, 5):
            y += 10
            pen.text(x, y, line, 7.5, MUTED, width=wide)
    return y


def chord_text(label: str) -> str:
    """Return a chord as musicians write it; a dash for none."""
    if label == NO_CHORD:
        return "–"
    root, _, kind = label.partition(":")
    return root[:1] + root[1:].replace("#", "♯").replace("b", "♭") + ("m" if kind == "min" else "")


def _chords(sheet: SongSheet, pen: Sheet, y: float) -> None:
    """Draw the chords bar by bar, in as many rows as the page has room for."""
    room = _BOTTOM - 36 - y
    if room < 2 * _LOWEST_ROW:
        return
    y = _caption(pen, _LEFT, y, tr("Chords"))
    if not sheet.bars:
        _chords_without_bars(sheet, pen, y)
        return
    n_rows = int(room / _LOWEST_ROW)
    in_row = next((one for one in _BARS_IN_ROW if len(sheet.bars) <= one * n_rows), _BARS_IN_ROW[-1])
    shown = sheet.bars if len(sheet.bars) <= in_row * n_rows else sheet.bars[: in_row * (n_rows - 1)]
    row = min(max(room / -(-len(shown) // in_row), _LOWEST_ROW), _HIGHEST_ROW)
    for place, bar in enumerate(shown):
        before = shown[place - 1].chords[-1] if place % in_row else ""
        _bar(sheet, pen, bar, before, (_LEFT + place % in_row * _WIDE / in_row, y + place // in_row * row,
                                       _WIDE / in_row, row), named=place % in_row == 0)  # fmt: skip
    if len(shown) < len(sheet.bars):
        rest = len(sheet.bars) - len(shown)
        pen.text(_LEFT, y + -(-len(shown) // in_row) * row + 9, tr("and {rest:,} more bars", rest=rest), 8, MUTED)


def _bar(
    sheet: SongSheet, pen: Sheet, bar: BarOfChords, before: str, box: tuple[float, float, float, float], *, named: bool
) -> None:
    """Draw one bar: its number where a row or a section begins, its chords, "%" for the one that goes on."""
    x, y, wide, high = box
    label = next((section.label for section in sheet.sections if section.caption == bar.section), "")
    if label:
        pen.rect(x, y + 1, wide, high - 3, _tint(_colour_of(sheet, label), 0.3 if bar.begins else 0.1))
    begins = bar.begins and bool(label)
    pen.rule(x, y + 1, x, y + high - 2, INK if begins else FAINT, 1.2 if begins else 0.5)
    if begins or named:
        wide_number = pen.text(x + 3, y + 7, str(bar.number), 5.2, MUTED)
        if begins:
            pen.text(x + 6 + wide_number, y + 7, bar.section, 5.2, INK, width=wide - wide_number - 8, bold=True)
    names = ["%" if number == 0 and one == before else chord_text(one) for number, one in enumerate(bar.chords)]
    words = "  ".join(names)
    size = next((one for one in (9.5, 8.5, 7.5, 6.5) if pen.width(words, one, bold=True) <= wide - 6), 5.6)
    pen.text(x + 3, y + high - 5, words, size, MUTED if words == "%" else INK, width=wide - 6, bold=True)


def _chords_without_bars(sheet: SongSheet, pen: Sheet, y: float) -> None:
    if not any(label != NO_CHORD for _, _, label in sheet.chords):
        reason = tr("No chords without beats.") if not len(sheet.beat_times) else tr("No chords found.")
        pen.text(_LEFT, y + 8, reason, 8.5, MUTED)
        return
    names = [chord_text(label) for _, _, label in sheet.chords if label != NO_CHORD]
    for number, line in enumerate(pen.lines(" · ".join(names), 9, _WIDE, 6)):
        pen.text(_LEFT, y + 9 + 13 * number, line, 9, INK, width=_WIDE)


def _footer(sheet: SongSheet, pen: Sheet) -> None:
    pen.rule(_LEFT, _BOTTOM - 8, _RIGHT, _BOTTOM - 8, FAINT)
    program = tr("Groovescope {version}", version=__version__)
    wide = pen.width(program, 7)
    pen.text(_RIGHT - wide, _BOTTOM + 4, program, 7, MUTED)
    pen.text(_LEFT, _BOTTOM + 4, f"{sheet.file}  ·  {sheet.form}", 7, MUTED, width=_WIDE - wide - 20)
    if sheet.notes:
        pen.text(_LEFT, _BOTTOM + 14, " ".join(sheet.notes), 7, MUTED, width=_WIDE)
