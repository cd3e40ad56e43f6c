"""The corpus of rendered clips: what each is made from follows from its number, and each is a file of its own.

A run that was interrupted goes on where it stopped, several processes share the work, and the same number always gives
the same clip, whichever process renders it and whatever came before.
"""

import json
import multiprocessing
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.atomic import replacing
from tools.rhythm.arranging import arrange
from tools.rhythm.groove import band_around, list_performances
from tools.rhythm.music import Piece
from tools.rhythm.performing import perform
from tools.rhythm.pop909 import list_songs, play_song, read_song
from tools.rhythm.rendering import FONTS, render, spectrum_of
from tools.rhythm.sampling import Sampler
from tools.rhythm.styles import STYLES

_KINDS = {"arranger": 0.64, "groove": 0.21, "pop909": 0.15}
_HELD_OUT_STYLES = 0.3  # share of the arranger's held-out clips that are in styles never trained on
_FEWEST_BEATS, _FEWEST_NOTES, _FAINTEST = 8, 20, 1e-3
_ATTEMPTS = 20
_CLIPS_AT_A_TIME = 4


@dataclass(frozen=True)
class Sources:
    """Where the material lies, which part of it is used, and the seed.

    Attributes
    ----------
    groove, pop909 : folders of the two data sets
    held_out : the part kept for validation: other drummers, songs, sound font and some styles
    seed : of the whole corpus
    """

    groove: Path
    pop909: Path
    held_out: bool
    seed: int


@dataclass(frozen=True)
class RenderedClip:
    """A clip and the truth about it.

    Attributes
    ----------
    decibels : NDArray[np.float16] [shape=(n_frames, 128)], log mel spectrum
    beat_times : NDArray[np.float64] [shape=(n_beats,)], seconds
    positions : NDArray[np.int64] [shape=(n_beats,)], 1 = downbeat
    facts : `beats_per_bar`, `tempo`, `style`, `source`, `font`, `kind`, `parts`
    """

    decibels: NDArray[np.float16]
    beat_times: NDArray[np.float64]
    positions: NDArray[np.int64]
    facts: dict[str, object]


class Studio:
    """Renders clips of a corpus; sound fonts and lists are kept from one to the next."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self._samplers: dict[str, Sampler] = {}
        self._performances = list_performances(sources.groove, sources.held_out)
        self._songs = list_songs(sources.pop909, sources.held_out)
        self._fonts = [font for font in FONTS if font.is_held_out == sources.held_out]

    def clip(self, number: int) -> RenderedClip:
        """Render a clip: the same number gives the same clip."""
        return self.clip_with_sound(number)[0]

    def clip_with_sound(self, number: int) -> tuple[RenderedClip, NDArray[np.float32]]:
        """Render a clip and return its sound as well, to listen to."""
        for attempt in range(_ATTEMPTS):
            rng = np.random.default_rng([self.sources.seed, int(self.sources.held_out), number, attempt])
            kind = str(rng.choice(list(_KINDS), p=list(_KINDS.values())))
            piece = self._piece(rng, kind)
            if piece is None:
                continue
            performance = perform(rng, piece)
            if len(performance.beat_times) < _FEWEST_BEATS or len(performance.notes) < _FEWEST_NOTES:
                continue
            font = self._fonts[int(rng.integers(len(self._fonts)))]
            sound = render(rng, performance, self._sampler(font.name, font.path))
            if float(np.abs(sound).max()) < _FAINTEST:
                continue
            facts: dict[str, object] = {
                "beats_per_bar": piece.beats_per_bar,
                "tempo": piece.tempo,
                "style": piece.style,
                "source": piece.source,
                "font": font.name,
                "kind": kind,
                "parts": sorted({performance.parts[note.part].role for note in performance.notes}),
            }
            decibels = spectrum_of(sound).astype(np.float16)
            return RenderedClip(decibels, performance.beat_times, performance.positions, facts), sound
        raise RuntimeError(f"clip {number} could not be made")

    def _piece(self, rng: np.random.Generator, kind: str) -> Piece | None:
        if kind == "groove":
            # by style, since some are played a hundred times and others once
            styles = sorted({performance.style for performance in self._performances})
            weights = np.array([sum(one.style == style for one in self._performances) for style in styles]) ** 0.6
            style = str(rng.choice(styles, p=weights / weights.sum()))
            same = [performance for performance in self._performances if performance.style == style]
            return band_around(rng, same[int(rng.integers(len(same)))])
        if kind == "pop909":
            song = read_song(self._songs[int(rng.integers(len(self._songs)))])
            return play_song(rng, song) if song is not None else None
        unseen = self.sources.held_out and rng.random() < _HELD_OUT_STYLES
        styles_ = [style for style in STYLES if style.is_held_out == unseen]
        weights = np.array([style.weight for style in styles_])
        return arrange(rng, styles_[int(rng.choice(len(styles_), p=weights / weights.sum()))])

    def _sampler(self, name: str, path: Path) -> Sampler:
        if name not in self._samplers:
            self._samplers[name] = Sampler(path)
        return self._samplers[name]


def clip_path(folder: Path, number: int) -> Path:
    """Return where a clip of a corpus lies."""
    return folder / f"clip-{number:05d}.npz"


def write_clip(path: Path, clip: RenderedClip) -> None:
    """Write a clip, the whole file or nothing."""
    with replacing(path, sync=False) as part, part.open("wb") as stream:
        np.savez(
            stream,
            decibels=clip.decibels,
            beat_times=clip.beat_times,
            positions=clip.positions,
            facts=np.array(json.dumps(clip.facts, sort_keys=True)),
        )


def read_clip(path: Path) -> RenderedClip:
    """Read a clip that `write_clip` wrote."""
    with np.load(path, allow_pickle=False) as stored:
        facts = json.loads(str(stored["facts"]))
        return RenderedClip(stored["decibels"], stored["beat_times"], stored["positions"], facts)


def read_corpus(folder: Path, at_most: int | None = None) -> list[RenderedClip]:
    """Read the clips of a folder in the order of their numbers."""
    return [read_clip(path) for path in sorted(folder.glob("clip-*.npz"))[:at_most]]


def render_corpus(
    folder: Path, sources: Sources, numbers: Sequence[int], n_processes: int, report: Callable[[str], None]
) -> None:
    """Render the clips of a corpus that are missing in a folder.

    Parameters
    ----------
    folder : where they go
    sources : what they are made from
    numbers : of the clips
    n_processes : how many render at a time
    report : told a line now and then
    """
    folder.mkdir(parents=True, exist_ok=True)
    missing = [number for number in numbers if not clip_path(folder, number).exists()]
    report(f"{len(numbers) - len(missing)} clips are there, {len(missing)} to render.")
    chunks = [missing[i : i + _CLIPS_AT_A_TIME] for i in range(0, len(missing), _CLIPS_AT_A_TIME)]
    started, done = time.monotonic(), 0
    context = multiprocessing.get_context("spawn")
    with context.Pool(n_processes, _open_studio, (sources,)) as pool:
        for count in pool.imap_unordered(_render_chunk, [(folder, chunk) for chunk in chunks]):
            done += count
            report(f"{done} of {len(missing)} clips, {(time.monotonic() - started) / done:.2f} s each.")


_studios: list[Studio] = []  # one in a process that renders; its sound fonts take seconds to load


def _open_studio(sources: Sources) -> None:
    _studios.append(Studio(sources))


def _render_chunk(task: tuple[Path, list[int]]) -> int:
    folder, numbers = task
    for number in numbers:
        write_clip(clip_path(folder, number), _studios[0].clip(number))
    return len(numbers)
