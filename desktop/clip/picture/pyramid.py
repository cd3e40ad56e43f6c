"""Pictures over time at every zoom.

Each level is half as long as the one before, so a frame on the screen never touches more than about two columns of
data a pixel, however long the piece is.
"""

import numpy as np
from numpy.typing import NDArray


class ImagePyramid:
    """Means of two, four, eight … frames of a picture.

    The picture itself is not copied; all levels together take as much memory again as the picture.

    Parameters
    ----------
    image : NDArray[np.uint8] [shape=(n_frames, n_bands)]
    seconds_per_frame : time between frames; frame 0 is centred at 0 s
    whole : whether all levels are made at once; else the caller calls `add_level` until it `is_whole`
    """

    def __init__(self, image: NDArray[np.uint8], seconds_per_frame: float, *, whole: bool = True) -> None:
        self.seconds_per_frame = seconds_per_frame
        self.levels = [image]
        while whole and not self.is_whole:
            self.add_level()

    @property
    def is_whole(self) -> bool:
        """Whether there is a level short enough for the widest view."""
        return len(self.levels[-1]) <= 1024

    def add_level(self) -> None:
        """Make the next level, half as long as the last."""
        self.levels.append(_halved(self.levels[-1]))

    @property
    def n_bands(self) -> int:
        return int(self.levels[0].shape[1])

    @property
    def n_frames(self) -> int:
        return len(self.levels[0])

    def columns(self, edges: NDArray[np.float64]) -> NDArray[np.uint8]:
        """Return the picture between times, one value per band and column, interpolated linearly.

        Parameters
        ----------
        edges : times of the columns' edges, evenly spaced, seconds [shape=(n_columns + 1,)]

        Returns
        -------
        [shape=(n_columns, n_bands)]; 0 outside the picture
        """
        frames_per_column = (edges[-1] - edges[0]) / (len(edges) - 1) / self.seconds_per_frame
        level = min(max(int(np.log2(max(frames_per_column, 1.0))), 0), len(self.levels) - 1)
        image = self.levels[level]
        frames = (edges[:-1] + edges[1:]) / (2 * self.seconds_per_frame)
        # A column of this level is centred between the frames it is the mean of.
        places = (frames - (2**level - 1) / 2) / 2**level
        columns = interpolated(image, np.clip(places, 0, len(image) - 1))
        columns[(frames < -0.5) | (frames > self.n_frames - 0.5)] = 0
        return columns

    def at(self, seconds: float) -> NDArray[np.uint8]:
        """Return the frame nearest to a time [shape=(n_bands,)]."""
        frame = min(max(round(seconds / self.seconds_per_frame), 0), self.n_frames - 1)
        nearest: NDArray[np.uint8] = self.levels[0][frame]
        return nearest


def interpolated(rows: NDArray[np.uint8], places: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Rows at fractional places, by linear interpolation between neighbours [shape=(len(places), n)]."""
    first = np.floor(places).astype(np.intp)
    second = np.minimum(first + 1, len(rows) - 1)
    weight = np.rint((places - first) * 256).astype(np.uint16)[:, None]
    # 255 · 256 fits in 16 bits, so the whole of it stays in small integers.
    mixed = rows[first] * (256 - weight)
    mixed += rows[second] * weight
    mixed >>= 8
    return mixed.astype(np.uint8)


def _halved(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Means of neighbouring frames, without leaving 8 bits: (a & b) + (a ^ b) / 2."""
    even = image[0 : len(image) // 2 * 2 : 2]
    odd = image[1::2]
    half = even ^ odd
    half >>= 1
    half += even & odd
    if len(image) % 2:
        half = np.concatenate([half, image[-1:]])
    return half
