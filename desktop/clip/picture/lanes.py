"""The lanes that show pictures over time: the mel spectrogram and the chroma."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.analysis import Picture
from desktop.clip.picture.colormap import N_COLOURS, chroma_colours, spectrogram_colours
from desktop.clip.picture.kept import KeptItem
from desktop.clip.picture.pyramid import ImagePyramid, interpolated
from desktop.clip.picture.time_item import Frame, coloured_image
from desktop.clip.picture.time_text import PITCH_CLASSES, format_frequency, nearest_pitch

DYNAMIC_RANGE = 80.0
"""Decibels from the darkest to the brightest value of the mel image."""

CONTRAST = 1.5
"""Exponent of the level before it is coloured: music fills the upper half of 80 dB, so that half gets more colours."""

MEL_TICKS = (250, 500, 1000, 2000, 4000, 8000)
"""Frequencies worth a label, Hz, as far as there is room."""

N_PITCH_CLASSES = len(PITCH_CLASSES)


class PictureItem(KeptItem):
    """A picture over time; how it is stretched and coloured is up to the lane."""

    def __init__(self) -> None:
        super().__init__()
        self.pyramid: ImagePyramid | None = None

    def set_image(self, image: NDArray[np.uint8] | None, seconds_per_frame: float = 1.0) -> None:
        """Show a picture [shape=(n_frames, n_bands)], or nothing."""
        for _ in self.set_image_in_steps(image, seconds_per_frame):
            pass

    def set_image_in_steps(self, image: NDArray[np.uint8] | None, seconds_per_frame: float) -> Iterator[None]:
        """Like `set_image`, with pauses in which a window can take events."""
        self.pyramid = None
        if image is not None and len(image):
            pyramid = ImagePyramid(image, seconds_per_frame, whole=False)
            while not pyramid.is_whole:
                pyramid.add_level()
                yield
            self.pyramid = pyramid
        self.refresh()

    def picture(self, frame: Frame) -> QImage:
        if self.pyramid is None:
            return super().picture(frame)
        bands = self.pyramid.columns(frame.column_edges()).T
        return coloured_image(self.stretched(bands, frame), self.colours(), frame.pixel_ratio)

    def colours(self) -> NDArray[np.uint32]:
        raise NotImplementedError

    def stretched(self, bands: NDArray[np.uint8], frame: Frame) -> NDArray[np.uint8]:
        """Rows of pixels, the highest band on top, from bands [shape=(n_bands, n_columns)]; the lane stretches them."""
        raise NotImplementedError


class MelItem(PictureItem):
    """The mel spectrogram: bands evenly spaced in mel, interpolated between their centres."""

    def __init__(self) -> None:
        super().__init__()
        self.frequencies = np.zeros(0)

    def show_in_steps(self, images: Picture) -> Iterator[None]:
        """Show the spectrogram of a piece."""
        self.frequencies = images.mel_frequencies
        yield from self.set_image_in_steps(images.mel, images.seconds_per_frame)

    def colours(self) -> NDArray[np.uint32]:
        level = np.arange(N_COLOURS) / (N_COLOURS - 1)
        return spectrogram_colours(self.theme)[np.rint((N_COLOURS - 1) * level**CONTRAST).astype(np.intp)]

    def stretched(self, bands: NDArray[np.uint8], frame: Frame) -> NDArray[np.uint8]:
        n_bands = len(bands)
        places = n_bands * (1 - (np.arange(frame.n_rows) + 0.5) / frame.n_rows) - 0.5
        return interpolated(np.ascontiguousarray(bands), np.clip(places, 0, n_bands - 1))

    def frequency_at(self, band: float) -> float:
        """Frequency at a height of the lane, in bands from its lower edge, Hz."""
        return float(np.interp(band - 0.5, np.arange(len(self.frequencies)), self.frequencies))

    def ticks(self, _room: float) -> list[tuple[float, str]]:
        """Heights, in bands, and labels, in kHz, of the frequencies inside the lane."""
        frequencies = self.frequencies
        if not len(frequencies):
            return []
        inside = [hertz for hertz in MEL_TICKS if frequencies[0] <= hertz <= frequencies[-1]]
        bands = np.interp(inside, frequencies, np.arange(len(frequencies)) + 0.5)
        return [(float(band), f"{hertz / 1000:g}") for band, hertz in zip(bands, inside, strict=True)]

    def describe(self, seconds: float, height: float) -> str:
        """Return frequency, nearest note and level below the loudest at a place."""
        if self.pyramid is None or not 0 <= height < self.pyramid.n_bands:
            return ""
        hertz = self.frequency_at(height)
        level = DYNAMIC_RANGE * (int(self.pyramid.at(seconds)[int(height)]) / 255 - 1)
        words = [format_frequency(hertz), nearest_pitch(hertz), f"{level:.0f} dB".replace("-", "\u2212")]
        return "  ".join(word for word in words if word)


class ChromaItem(PictureItem):
    """Twelve rows of pitch classes, C at the bottom."""

    def show_in_steps(self, images: Picture) -> Iterator[None]:
        """Show the chroma of a piece."""
        yield from self.set_image_in_steps(images.chroma, images.seconds_per_frame)

    def colours(self) -> NDArray[np.uint32]:
        return chroma_colours(self.theme)

    def stretched(self, bands: NDArray[np.uint8], frame: Frame) -> NDArray[np.uint8]:
        # One row of pixels each: stretched without smoothing, they are twelve even bands.
        return bands[::-1]

    def ticks(self, room: float) -> list[tuple[float, str]]:
        """Heights and names of as many pitch classes as `room` lines of text take, none of them touching."""
        named = (
            PITCH_CLASSES if room >= N_PITCH_CLASSES else ("C", "D", "E", "G", "A", "B") if room >= 6 else ("C", "G")
        )
        return [(row + 0.5, name) for row, name in enumerate(PITCH_CLASSES) if name in named]

    def describe(self, seconds: float, height: float) -> str:
        """Return the pitch class at a place and its strength relative to the frame's strongest."""
        if self.pyramid is None or not 0 <= height < N_PITCH_CLASSES:
            return ""
        value = int(self.pyramid.at(seconds)[int(height)])
        return f"{PITCH_CLASSES[int(height)]}  {100 * value / 255:.0f} %"
