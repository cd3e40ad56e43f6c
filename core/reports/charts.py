"""Plots as SVG text that stands in a page: no script, colours by the page's style, so that light and dark both fit."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

import numpy as np
from numpy.typing import NDArray

WIDTH = 760
_LABEL, _RIGHT = 210, 60
_BAR, _GAP, _PAD = 12, 3, 10


@dataclass(frozen=True)
class Bar:
    """One bar: how long, in [0, 1], with the least and most over the folds; None where there is no number."""

    value: float | None
    lowest: float = 0.0
    highest: float = 0.0


def bar_chart(title: str, names: Sequence[str], series: Sequence[str], bars: Sequence[Sequence[Bar]]) -> str:
    """Horizontal bars in groups: for each name one bar a series, with a whisker from lowest to highest."""
    step = len(series) * (_BAR + _GAP) + _PAD
    top = 28
    height = top + step * len(names) + 26
    parts = [*_grid(top, height - 22), *_legend(series)]
    for row, (name, group) in enumerate(zip(names, bars, strict=True)):
        y = top + row * step + _PAD / 2
        middle = y + (step - _PAD) / 2 + 4
        parts.append(f'<text class="name" x="{_LABEL - 10}" y="{middle:.1f}">{escape(_short(name))}</text>')
        for number, bar in enumerate(group):
            parts += _bar(bar, y + number * (_BAR + _GAP), number)
    return _svg(title, height, parts)


def _bar(bar: Bar, y: float, number: int) -> list[str]:
    if bar.value is None:
        return [f'<text class="tick start" x="{_LABEL + 4}" y="{y + 10:.1f}">failed</text>']
    end, middle = _across(bar.value), y + _BAR / 2
    low, high = _across(bar.lowest), _across(bar.highest)
    whisker = f"M{low:.1f} {middle:.1f}H{high:.1f}M{low:.1f} {middle - 3:.1f}v6M{high:.1f} {middle - 3:.1f}v6"
    return [
        f'<rect class="s{number}" x="{_LABEL}" y="{y:.1f}" width="{max(end - _LABEL, 0):.1f}" height="{_BAR}" rx="2"/>',
        f'<path class="whisker" d="{whisker}"/>',
        f'<text class="tick start" x="{max(end, high) + 6:.1f}" y="{middle + 4:.1f}">{bar.value:.2f}</text>',
    ]


def _across(share: float) -> float:
    return _LABEL + (WIDTH - _LABEL - _RIGHT) * min(max(share, 0.0), 1.0)


def _grid(top: float, bottom: float) -> list[str]:
    parts = []
    for tenth in range(0, 11, 2):
        x = _across(tenth / 10)
        parts.append(f'<path class="grid" d="M{x:.1f} {top}V{bottom}"/>')
        parts.append(f'<text class="tick" x="{x:.1f}" y="{bottom + 16}">{tenth / 10:.1f}</text>')
    return parts


def _legend(series: Sequence[str]) -> list[str]:
    parts, x = [], float(_LABEL)
    for number, name in enumerate(series):
        parts.append(f'<rect class="s{number}" x="{x:.0f}" y="6" width="12" height="12" rx="2"/>')
        parts.append(f'<text class="tick start" x="{x + 18:.0f}" y="16">{escape(name)}</text>')
        x += 40 + 7.2 * len(name)
    return parts


def confusion_chart(title: str, classes: Sequence[str], matrix: NDArray[np.int64]) -> str:
    """Return a confusion matrix as coloured cells, coloured by share of the true class (row), labelled with counts."""
    size = max(24, min(46, (WIDTH - _LABEL - 20) // max(len(classes), 1)))
    top = 96
    parts = [f'<text class="tick start" x="{_LABEL}" y="14">predicted as</text>']
    totals = np.maximum(matrix.sum(axis=1), 1)
    for place, name in enumerate(classes):
        x = _LABEL + place * size + size / 2
        turned = f"translate({x + 4:.1f} {top - 8}) rotate(-55)"
        parts.append(f'<text class="tick start" transform="{turned}">{escape(_short(name, 14))}</text>')
        y = top + place * size
        parts.append(f'<text class="name" x="{_LABEL - 10}" y="{y + size / 2 + 4:.1f}">{escape(_short(name))}</text>')
        for other in range(len(classes)):
            count, share = int(matrix[place, other]), matrix[place, other] / totals[place]
            kind = "right" if place == other else "wrong"
            left = _LABEL + other * size
            parts.append(
                f'<rect class="{kind}" x="{left}" y="{y}" width="{size - 2}" height="{size - 2}" '
                f'style="fill-opacity:{0.06 + 0.94 * share:.3f}"><title>{escape(name)} predicted as '
                f"{escape(classes[other])}: {count}</title></rect>"
            )
            if count:
                strong = " strong" if share > 0.5 else ""
                spot = f'x="{left + size / 2 - 1:.1f}" y="{y + size / 2 + 3:.1f}"'
                parts.append(f'<text class="cell{strong}" {spot}>{count}</text>')
    return _svg(title, top + len(classes) * size + 8, parts)


@dataclass(frozen=True)
class Line:
    """A line with its band: x, y and how far the band reaches to both sides."""

    name: str
    x: Sequence[float]
    y: Sequence[float]
    spread: Sequence[float]


def line_chart(
    title: str, x_title: str, lines: Sequence[Line], *, most: float | None = None, diagonal: bool = False
) -> str:
    """Lines over a common axis from 0 to `most`, y in [0, 1]."""
    top, bottom, left, right = 30, 250, 46, 560
    right_end = max((value for line in lines for value in line.x), default=1.0) if most is None else most
    most = right_end or 1.0
    parts = []

    def place(x: float, y: float) -> str:
        return f"{left + (right - left) * x / most:.1f} {bottom - (bottom - top) * min(max(y, 0.0), 1.0):.1f}"

    for tenth in range(0, 11, 2):
        y = bottom - (bottom - top) * tenth / 10
        parts.append(f'<path class="grid" d="M{left} {y:.1f}H{right}"/>')
        parts.append(f'<text class="tick" x="{left - 18}" y="{y + 4:.1f}">{tenth / 10:.1f}</text>')
    if diagonal:
        parts.append(f'<path class="whisker dashed" d="M{place(0, 0)}L{place(most, 1)}"/>')
    for number, line in enumerate(lines):
        over = [place(x, y + s) for x, y, s in zip(line.x, line.y, line.spread, strict=True)]
        under = [place(x, y - s) for x, y, s in zip(line.x, line.y, line.spread, strict=True)]
        parts.append(f'<path class="s{number % 6} band" d="M{"L".join([*over, *reversed(under)])}Z"/>')
        path = "L".join(place(x, y) for x, y in zip(line.x, line.y, strict=True))
        parts.append(f'<path class="l{number % 6}" d="M{path}"/>')
        parts.append(f'<rect class="s{number % 6}" x="{right + 20}" y="{top + 20 * number}" width="12" height="12"/>')
        label = f'x="{right + 38}" y="{top + 10 + 20 * number}"'
        parts.append(f'<text class="tick start" {label}>{escape(_short(line.name, 22))}</text>')
    for share in (0.0, 0.5, 1.0):
        x = left + (right - left) * share
        parts.append(f'<text class="tick" x="{x:.1f}" y="{bottom + 16}">{most * share:.3g}</text>')
    parts.append(f'<text class="tick" x="{(left + right) / 2:.1f}" y="{bottom + 34}">{escape(x_title)}</text>')
    return _svg(title, max(bottom + 42, top + 20 * len(lines)), parts)


def _short(text: str, most: int = 28) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _svg(title: str, height: float, parts: Sequence[str]) -> str:
    body = "".join(parts)
    return (
        f'<svg class="plot" viewBox="0 0 {WIDTH} {height:.0f}" role="img" aria-label="{escape(title, quote=True)}">'
        f"{body}</svg>"
    )
