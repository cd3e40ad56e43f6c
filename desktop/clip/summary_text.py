"""What the summary of a piece says: each finding as a name, a value to be read from a metre away, and the details."""

import math
from dataclasses import dataclass
from itertools import pairwise

from core.analysis import PartialAnalysis, Rhythm
from core.audio.decoding.source import SourceFormat
from core.genre.model import GenrePrediction
from core.harmony.key_names import camelot, key_name, open_key
from core.language import local_number, tr
from core.messages import texts
from core.rhythm.estimate import TempoCandidate
from core.rhythm.tempo_text import tempo_text
from core.structure.loudness import Loudness
from core.structure.section_loudness import loudness_sentence
from core.structure.sections import Sections
from desktop.clip.picture.time_text import format_time
from desktop.widgets.key_text import key_text

AWAITED = "…"
NOTHING = "—"
_MINUS = "\N{MINUS SIGN}"
_SAME_TEMPO = 0.02
_GENRES_NAMED = 3
_SECTIONS_NAMED = 24
_STANDS_OUT = 0.1
"""A section is worth naming when its percussive share is so much more than that of the piece."""


@dataclass(frozen=True)
class Finding:
    """One finding: its name, its value, and what there is to say beside it."""

    name: str
    value: str
    details: str = ""


def title_of(found: PartialAnalysis) -> tuple[str, str]:
    """Return the title of a piece and who plays it; the name of the file where it has no title."""
    tags, source = found.preview.source.tags, found.preview.source
    people = " · ".join(tags[key] for key in ("artist", "album") if tags.get(key))
    return tags.get("title") or source.name, people


def findings_of(found: PartialAnalysis, *, is_awaited: bool) -> list[Finding]:
    """Return what is known of a piece, one after the other.

    Parameters
    ----------
    found : what has been told so far
    is_awaited : whether what is missing is still coming
    """
    source, missing = found.preview.source, AWAITED if is_awaited else NOTHING
    rhythm, harmony, genre = found.rhythm, found.harmony, found.genre
    return [
        Finding(tr("Tempo"), missing) if rhythm is None else tempo_finding(rhythm),
        Finding(tr("Metre"), missing) if rhythm is None else metre_finding(rhythm),
        Finding(tr("Key"), missing) if harmony is None else key_finding(found),
        Finding(tr("Loudness"), missing) if found.loudness is None else loudness_finding(found.loudness),
        balance_finding(found, missing),
        Finding(tr("Duration"), format_time(round(source.duration)), format_text(source.format)),
        Finding(tr("Genre"), missing)
        if genre is None
        else genre_finding(genre.prediction, " ".join(texts(genre.notes))),
        Finding(tr("Sections"), missing)
        if found.sections is None
        else sections_finding(found.sections, found.loudness),
    ]


def format_text(source: SourceFormat) -> str:
    """Return what a file is, such as "FLAC 16-bit · 44.1 kHz · stereo"; `str` of it is what is stored, in English."""
    named = {1: tr("mono"), 2: tr("stereo")}
    channels = named.get(source.channels) or tr("{n} channels", n=source.channels)
    return tr(
        "{container} {codec} · {rate:g} kHz · {channels}",
        container=source.container,
        codec=source.codec,
        rate=source.sr / 1000,
        channels=channels,
    )


def tempo_finding(rhythm: Rhythm) -> Finding:
    """Return the tempo with how sure it is, and the next likely one."""
    if not len(rhythm.grid):
        return Finding(tr("Tempo"), NOTHING, tr("No beats found"))
    if not math.isfinite(rhythm.tempo):
        return Finding(tr("Tempo"), tr("Not steady"), tr("{tempo} BPM on average", tempo=tempo_text(rhythm.grid.tempo)))
    details = []
    if rhythm.is_corrected:
        details.append(tr("beats corrected by hand"))
    elif math.isfinite(rhythm.estimate.confidence):
        details.append(tr("beats {share} certain", share=_percent(rhythm.estimate.confidence)))
    other = None if rhythm.is_corrected else _other_reading(rhythm)
    if other is not None and math.isfinite(other.probability):
        which = tr("½ beat off") if _is_same_tempo(other, rhythm) else tr("{tempo} BPM", tempo=tempo_text(other.tempo))
        details.append(tr("else {which}, {share}", which=which, share=_percent(other.probability)))
    return Finding(tr("Tempo"), tr("{tempo} BPM", tempo=tempo_text(rhythm.tempo)), " · ".join(details))


def _other_reading(rhythm: Rhythm) -> TempoCandidate | None:
    """Return the next likely reading of the beats: another tempo, or the same one half a beat off."""
    candidates = rhythm.estimate.candidates
    for other in candidates[1:]:
        if other.is_shifted != candidates[0].is_shifted or not _is_same_tempo(other, rhythm):
            return other
    return None


def _is_same_tempo(candidate: TempoCandidate, rhythm: Rhythm) -> bool:
    return abs(candidate.tempo / rhythm.tempo - 1) <= _SAME_TEMPO


def metre_finding(rhythm: Rhythm) -> Finding:
    """Return the metre with the number of bars and beats."""
    n_bars, n_beats = len(rhythm.grid.downbeat_times), len(rhythm.grid)
    if rhythm.metre is None:
        return Finding(tr("Metre"), NOTHING, tr("No bars found") if n_beats else tr("No beats found"))
    return Finding(
        tr("Metre"), f"{rhythm.metre}/4", tr("{n_bars:,} bars · {n_beats:,} beats", n_bars=n_bars, n_beats=n_beats)
    )


def key_finding(found: PartialAnalysis) -> Finding:
    """Return the key, its places on the wheels, its strength and the runner-up."""
    harmony = found.harmony
    name = None if harmony is None else harmony.key_name
    if harmony is None or name is None:
        return Finding(tr("Key"), NOTHING, tr("No clear key"))
    details = [f"{camelot(name)} · {open_key(name)}"] if key_name(name) == name else []
    if harmony.edited is not None:
        details.append(tr("set by hand"))
    elif harmony.key is not None:
        details.append(tr("strength {strength:.2f}", strength=harmony.key.strength))
        details.append(
            tr(
                "else {key}, {second_strength:.2f}",
                key=key_text(harmony.key.second_name),
                second_strength=harmony.key.second_strength,
            )
        )
    return Finding(tr("Key"), key_text(name), " · ".join(details))


def loudness_finding(loudness: Loudness) -> Finding:
    """Return the loudness with its range and the true peak."""
    details = []
    if math.isfinite(loudness.range):
        details.append(tr("range {level} LU", level=_level(loudness.range)))
    if math.isfinite(loudness.true_peak):
        details.append(tr("true peak {level} dBTP", level=_level(loudness.true_peak)))
    if not math.isfinite(loudness.integrated):
        return Finding(tr("Loudness"), NOTHING, " · ".join(details) or tr("Silent, too short or not measured"))
    return Finding(tr("Loudness"), tr("{level} LUFS", level=_level(loudness.integrated)), " · ".join(details))


def balance_finding(found: PartialAnalysis, missing: str) -> Finding:
    """Return how the energy is divided between harmony and percussion, and which section stands out."""
    balance = None if found.picture is None else found.picture.balance
    if found.picture is None or balance is None:
        return Finding(tr("Balance"), missing if found.picture is None else NOTHING)
    share = balance.percussive_share()
    if not math.isfinite(share):
        return Finding(tr("Balance"), NOTHING, tr("Silent"))
    details = [tr("{percussive} percussive", percussive=_percent(share))]
    if found.sections is not None and len(found.sections) > 1:
        shares = [balance.percussive_share(*span) for span in pairwise(found.sections.times.tolist())]
        known = {i: one for i, one in enumerate(shares) if math.isfinite(one)}
        if known:
            most = max(known, key=known.__getitem__)
            if known[most] - share >= _STANDS_OUT:
                details.append(
                    tr(
                        "most in {section}, {share}",
                        section=found.sections.captions()[most],
                        share=_percent(known[most]),
                    )
                )
    return Finding(tr("Balance"), tr("{share} harmonic", share=_percent(1 - share)), " · ".join(details))


def genre_finding(prediction: GenrePrediction | None, reason: str) -> Finding:
    """Return the likeliest genre and those after it, or why there is none."""
    if prediction is None:
        return Finding(tr("Genre"), NOTHING, reason)
    order = prediction.probabilities.argsort()[::-1][:_GENRES_NAMED]
    named = [f"{prediction.classes[i]} {_percent(float(prediction.probabilities[i]))}" for i in order]
    if prediction.is_outside:
        return Finding(
            tr("Genre"),
            tr("None of these"),
            tr("Unlike all the music that the model learned from. Nearest: {named}", named=", ".join(named)),
        )
    return Finding(tr("Genre"), named[0], tr("then {named}", named=", ".join(named[1:])) if len(named) > 1 else "")


def sections_finding(sections: Sections, loudness: Loudness | None = None) -> Finding:
    """Return how many sections there are, which repeat each other, and how the loudest stands out."""
    if not len(sections):
        return Finding(tr("Sections"), NOTHING)
    labels = list(sections.labels[:_SECTIONS_NAMED]) + ["…"] * (len(sections) > _SECTIONS_NAMED)
    said = loudness_sentence(sections, None if loudness is None else loudness.momentary)
    return Finding(tr("Sections"), str(len(sections)), " · ".join(part for part in (" ".join(labels), said) if part))


def _percent(share: float) -> str:
    return f"{100 * share:.0f}\u202f%"


def _level(level: float) -> str:
    return local_number(level, ".1f").replace("-", _MINUS)
