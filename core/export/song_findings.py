"""What is found out about a whole piece, as columns of songs.csv and as one line for a terminal."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from core.features.table import Column

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis

FINDING_COLUMNS: tuple[Column, ...] = (
    Column("bpm_confidence", "", "Probability that the beat grid is right; empty where no net found it"),
    Column("metre", "beats", "Beats of a bar; empty where there are no bars"),
    Column("key", "", 'Key of the song, such as "Bb minor"; empty where nothing tonal sounds'),
    Column("key_strength", "", "Correlation with the profile of the key, from -1 to 1"),
    Column("camelot", "", "Place of the key on the Camelot wheel"),
    Column("lufs", "LUFS", "Integrated loudness of the file by EBU R 128; empty for silence"),
    Column("lra", "LU", "Loudness range by EBU Tech 3342; empty where nothing sounds for 3 s"),
    Column("true_peak", "dBTP", "Largest level between the samples, of any channel; empty for digital silence"),
    Column("path", "", "The file"),
)
"""Columns that follow those of the song table in its file; they are of the file, not of the analysis signal."""


@dataclass(frozen=True)
class SongFindings:
    """What is found out about one piece.

    Attributes
    ----------
    path : the file
    tempo : BPM; None where it is not steady
    bpm_confidence : probability that the beats are right, 0 to 1
    metre : beats of a bar
    key : such as "Bb minor"
    key_strength : correlation with the profile of the key
    lufs, lra, true_peak : loudness, its range and the true peak, LUFS, LU and dBTP
    genres : probability by genre
    novelty : distance from the training music of the genre model; above 1 it is none of its genres
    """

    path: str
    tempo: float | None = None
    bpm_confidence: float | None = None
    metre: int | None = None
    key: str | None = None
    key_strength: float | None = None
    lufs: float | None = None
    lra: float | None = None
    true_peak: float | None = None
    genres: Mapping[str, float] | None = None
    novelty: float | None = None

    @classmethod
    def of_facts(cls, path: str, facts: Mapping[str, Any]) -> "SongFindings":
        """Return what the library has stored of a song, as `core.library.analysing.facts_of` writes it."""
        loudness, strengths = facts.get("loudness") or {}, facts.get("key_strengths") or [None]
        return cls(
            path,
            facts.get("tempo"),
            facts.get("confidence"),
            facts.get("metre"),
            facts.get("key"),
            strengths[0],
            loudness.get("integrated"),
            loudness.get("range"),
            loudness.get("true_peak"),
            facts.get("genres"),
            facts.get("novelty"),
        )

    @classmethod
    def of(cls, analysis: "ClipAnalysis") -> "SongFindings":
        """Return what an analysis has found; corrected beats and a key that a person set are certain by themselves."""
        rhythm, harmony, loudness = analysis.rhythm, analysis.harmony, analysis.loudness
        prediction = analysis.genre.prediction
        return cls(
            str(analysis.source.path.absolute()),
            _number(rhythm.tempo),
            None if rhythm.is_corrected else _number(rhythm.estimate.confidence),
            rhythm.metre,
            harmony.key_name,
            None if harmony.key is None or harmony.edited is not None else harmony.key.strength,
            None if loudness is None else _number(loudness.integrated),
            None if loudness is None else _number(loudness.range),
            None if loudness is None else _number(loudness.true_peak),
            None if prediction is None else dict(zip(prediction.classes, prediction.probabilities, strict=True)),
            None if prediction is None else _number(prediction.novelty),
        )

    @property
    def camelot(self) -> str | None:
        """Place of the key on the Camelot wheel."""
        from core.harmony.key_names import camelot

        return None if self.key is None else camelot(self.key)

    def line(self) -> str:
        """Return tempo, metre, key, loudness and genre in words; what there is none of is said."""
        from core.rhythm.tempo_text import tempo_text

        parts = [
            "no steady tempo" if self.tempo is None else f"{tempo_text(self.tempo)} BPM",
            "no clear bars" if self.metre is None else f"{self.metre}/4",
            "no clear key" if self.key is None else f"{self.key} ({self.camelot})",
            "no loudness" if self.lufs is None else f"{self.lufs:.1f} LUFS",
        ]
        if self.genres:
            genre = max(self.genres, key=self.genres.__getitem__)
            named = f"{genre} {self.genres[genre]:.0%}".replace("%", " %")
            is_outside = self.novelty is not None and self.novelty > 1
            parts.append(f"none of the model's genres (nearest: {named})" if is_outside else named)
        return ", ".join(parts)


def finding_columns(findings: Sequence[SongFindings]) -> dict[str, Any]:
    """Return the columns of `FINDING_COLUMNS`, one value a piece: "" for no text, NaN for no number."""
    numbers = ("bpm_confidence", "key_strength", "lufs", "lra", "true_peak")
    columns: dict[str, Any] = {
        name: [math.nan if (value := getattr(one, name)) is None else float(value) for one in findings]
        for name in numbers
    }
    columns |= {name: [_printable(getattr(one, name) or "") for one in findings] for name in ("key", "camelot", "path")}
    columns["metre"] = [one.metre for one in findings]
    return {column.name: columns[column.name] for column in FINDING_COLUMNS}


def _number(value: float) -> float | None:
    return float(value) if math.isfinite(value) else None


def _printable(text: str) -> str:
    """Return a text that a UTF-8 file can hold: a path may contain bytes that are none."""
    return text.encode("utf-8", "replace").decode("utf-8")
