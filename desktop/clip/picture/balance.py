"""The lane of the balance: how much of the energy is percussive, as an area from below; the rest is harmonic."""

import numpy as np
from PySide6.QtGui import QColor, QImage

from core.language import tr
from core.spectrum.balance import Balance
from desktop.clip.picture.colormap import mixed
from desktop.clip.picture.kept import KeptItem
from desktop.clip.picture.lane import Lane, LaneHeight
from desktop.clip.picture.time_item import Frame, image_of

KEY, NAME, TITLE = "balance", tr("Harmonic and percussive"), tr("Percussive")
DESCRIPTION = tr(
    "Energy of the percussive part (dark, from below) and of the harmonic part (pale, above it), in "
    "per cent of both, over about a bar"
)
HEIGHT = LaneHeight(0.9, 30, 72)
NOTHING_HEARD, NOT_MEASURED = tr("Silent"), tr("Not measured")

_TICKS = (25, 50, 75)
_PERCUSSIVE, _HARMONIC = 0.62, 0.16  # of the colour of the waveform; the rest is the ground
_LINE = 1.2  # pixels


class BalanceItem(KeptItem):
    """The percussive share along the piece; nothing where the piece is silent."""

    def __init__(self) -> None:
        super().__init__()
        self.balance: Balance | None = None

    def set_balance(self, balance: Balance | None) -> None:
        """Show the balance of another piece, or none."""
        self.balance = balance if balance is not None and np.isfinite(balance.course).any() else None
        self.refresh()

    def ticks(self, room: float) -> list[tuple[float, str]]:
        """Return heights and labels, per cent."""
        shown = _TICKS if room >= 5 else (50,)
        return [(share / 100, f"{share}\u202f%") for share in shown]

    def describe(self, seconds: float, _height: float = 0.0) -> str:
        """Return both shares at a time."""
        step = None if self.balance is None else self.balance.index_at(seconds)
        if self.balance is None or step is None:
            return ""
        share = float(self.balance.course[step])
        return (
            tr("{percussive} percussive  {harmonic} harmonic", percussive=percent(share), harmonic=percent(1 - share))
            if np.isfinite(share)
            else tr("Silent")
        )

    def picture(self, frame: Frame) -> QImage:
        if self.balance is None:
            return super().picture(frame)
        course = self.balance.course
        edges = frame.column_edges()
        places = (edges[:-1] + edges[1:]) / 2 / self.balance.seconds_per_step - 0.5
        nearest = np.clip(np.rint(places), 0, len(course) - 1).astype(np.intp)
        shares = np.interp(places, np.arange(len(course)), np.nan_to_num(course))
        shares[np.isnan(course[nearest]) | (places < -0.5) | (places > len(course) - 0.5)] = np.nan
        rows = np.arange(frame.n_rows)[:, None] + 0.5
        tops = (1 - shares) * frame.n_rows
        pixels = np.zeros((frame.n_rows, frame.n_columns), np.uint32)
        colour, ground = self.theme.waveform, self.theme.surface
        pixels[:, np.isfinite(shares)] = QColor(mixed(ground, colour, _HARMONIC)).rgba()
        pixels[rows >= tops] = QColor(mixed(ground, colour, _PERCUSSIVE)).rgba()
        pixels[np.abs(rows - tops) <= _LINE * frame.pixel_ratio / 2] = QColor(colour).rgba()
        return image_of(pixels, frame.pixel_ratio)


class BalanceLane(Lane):
    """The lane, which says so where there is nothing to show."""

    def __init__(self) -> None:
        self.item = BalanceItem()
        super().__init__(
            KEY, TITLE, DESCRIPTION, HEIGHT, [self.item], 0.0, 1.0, self.item.ticks, self.item.describe
        )  # fmt: skip

    def show_balance(self, balance: Balance | None) -> None:
        """Show the balance of a piece; None where it was not measured."""
        self.item.set_balance(balance)
        nothing = NOT_MEASURED if balance is None else NOTHING_HEARD
        self.furniture.set_note("" if self.item.balance is not None else nothing)

    def clear(self) -> None:
        """Show nothing."""
        self.item.set_balance(None)


def percent(share: float) -> str:
    """Return a share in per cent."""
    return f"{100 * share:.0f}\u202f%"
