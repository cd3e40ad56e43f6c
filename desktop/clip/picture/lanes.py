"""The lanes that show pictures over time: the mel spectrogram and the chroma."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

from core.analysis import Picture
from core.language import local_number, tr
from desktop.clip.picture.colormap import chroma_colours
from desktop.clip.picture.kept import KeptItem
from desktop.clip.picture.pyramid import ImagePyramid, interpolated
from desktop.clip.picture.spectrum_look import MEASURED_RANGE, TICKS, SpectrumLook
from desktop.clip.picture.time_item import Frame, coloured_image
from desktop.clip.picture.time_text import PITCH_CLASSES, format_frequency, nearest_pitch

N_PITCH_CLASSES = len(PITCH_CLASSES)
MEL_BANDS = 128


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
    """The mel spectrogram on an axis of mel, octaves or hertz, its bands interpolated between their centres.

    Heights of the lane are counted in bands, 0 to 128, whatever the axis.
    """

    def __init__(self) -> None:
        super().__init__()
        self.frequencies = np.zeros(0)
        self.look = SpectrumLook()

    def set_look(self, look: SpectrumLook) -> None:
        """Draw on another axis, or with other colours."""
        self.look = look
        self.refresh()

    def show_in_steps(self, images: Picture) -> Iterator[None]:
        """Show the spectrogram of a piece."""
        self.frequencies = images.mel_frequencies
        yield from self.set_image_in_steps(images.mel, images.seconds_per_frame)

    def colours(self) -> NDArray[np.uint32]:
        return self.look.colours(self.theme)

    def stretched(self, bands: NDArray[np.uint8], frame: Frame) -> NDArray[np.uint8]:
        shares = 1 - (np.arange(frame.n_rows) + 0.5) / frame.n_rows
        return interpolated(np.ascontiguousarray(bands), self.look.bands_at(shares, self._centres(len(bands))))

    def frequency_at(self, height: float) -> float:
        """Frequency at a height of the lane, Hz."""
        band = self.look.bands_at(np.array([height / MEL_BANDS]), self.frequencies)[0]
        return float(np.interp(band, np.arange(len(self.frequencies)), self.frequencies))

    def ticks(self, _room: float) -> list[tuple[float, str]]:
        """Heights, in bands, and labels, in kHz, of the frequencies inside the lane."""
        frequencies = self.frequencies
        if not len(frequencies):
            return []
        inside = np.array([hertz for hertz in TICKS[self.look.axis] if frequencies[0] <= hertz <= frequencies[-1]])
        heights = MEL_BANDS * self.look.shares_of(inside.astype(np.float64), frequencies)
        return [
            (float(height), local_number(hertz / 1000, ".2g")) for height, hertz in zip(heights, inside, strict=True)
        ]

    def describe(self, seconds: float, height: float) -> str:
        """Return frequency, nearest note and level below the loudest at a place."""
        if self.pyramid is None or not 0 <= height < MEL_BANDS:
            return ""
        hertz = self.frequency_at(height)
        band = round(float(np.interp(hertz, self.frequencies, np.arange(len(self.frequencies)))))
        level = MEASURED_RANGE * (int(self.pyramid.at(seconds)[band]) / 255 - 1)
        words = [
            format_frequency(hertz),
            nearest_pitch(hertz),
            tr("{level:.0f} dB", level=level).replace("-", "\u2212"),
        ]
        return "  ".join(word for word in words if word)

    def _centres(self, n_bands: int) -> NDArray[np.float64]:
        return self.frequencies if len(self.frequencies) == n_bands else np.arange(1.0, n_bands + 1)


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
