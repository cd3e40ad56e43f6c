"""What a worker does with one file of a batch; it knows nothing of the catalogue."""

import hashlib
import math
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from core.audio.files import display_name
from core.errors import AudioError
from core.library.records import AnalysedFile, CorrectedGrid, FileState
from core.messages import texts
from core.structure.sections import sections_to_facts
from core.workers.program import check_program

if TYPE_CHECKING:
    from core.analysis import ClipAnalysis
    from core.features.passages import Cut
    from core.harmony.chords import Chords
    from core.workers.pool import Emitter

_PIECE = 1 << 20


def analyse_file(
    emit: "Emitter",
    location: str,
    cut: "Cut",
    arrays: Path | None = None,
    program: tuple[str, str] | None = None,
    corrected: CorrectedGrid | None = None,
    with_picture: bool = False,
) -> AnalysedFile:
    """Analyse the file at `location`.

    Parameters
    ----------
    arrays : where to store the pictures of the song; None for no pictures
    program : version and recipe that this worker must have; None for any
    corrected : the beats that bars and beats are to follow if the file still holds their audio
    with_picture : whether to return what a window shows of it before its audio is read

    Raises
    ------
    AudioError : when it cannot be used, or changed while it was read
    core.workers.limits.VersionMismatchError : when this worker is another program
    """
    from threadpoolctl import threadpool_limits

    from core.audio.locations import file_name_of, local_file

    if program is not None:
        check_program(program)
    with threadpool_limits(1), local_file(location) as path:
        return _analyse(emit, path, file_name_of(location), cut, arrays, corrected, with_picture=with_picture)


def _analyse(
    emit: "Emitter",
    path: Path,
    name: str,
    cut: "Cut",
    arrays: Path | None,
    corrected: CorrectedGrid | None,
    *,
    with_picture: bool,
) -> AnalysedFile:
    from core.analysis import Rhythm, analyse_signal
    from core.audio.clip import load_clip
    from core.features.columns import SONG_COLUMNS
    from core.library.picture_packing import pack_clip
    from core.progress import sub_range

    started = time.process_time()
    before, byte_hash = state_of(path), ""
    clip = load_clip(path, sub_range(emit.report, 0.0, 0.1), name)
    byte_hash = hash_of(path)
    by_hand = corrected if corrected is not None and corrected.content_id == clip.content_id else None
    analysis = analyse_signal(
        clip,
        cut=cut,
        report=sub_range(emit.report, 0.1, 1.0),
        corrected=lambda _: None if by_hand is None else by_hand.grid,
    )
    estimate = analysis.rhythm.estimate
    if arrays is not None:
        from core.export.images import save_arrays
        from core.features.rows import song_images

        save_arrays(song_images(clip.y), arrays)
    if state_of(path) != before:
        raise AudioError("audio.changed", name=display_name(Path(name)))
    return AnalysedFile(
        state=before,
        byte_hash=byte_hash,
        content_id=analysis.source.content_id,
        filename=analysis.tables.songs.filenames[0],
        songs=analysis.tables.songs.values[0, : len(SONG_COLUMNS)],
        bars=analysis.tables.bars.values,
        beats=analysis.tables.beats.values,
        genre_features=analysis.tables.genre_features[0],
        windows=analysis.genre.windows,
        recipe=analysis.recipe,
        cut=cut,
        seconds=time.process_time() - started,
        facts=facts_of(replace(analysis, rhythm=Rhythm(estimate.grid, estimate))),
        grid=estimate.grid,
        activations=estimate.activations,
        grid_revision=0 if by_hand is None else by_hand.revision,
        picture=pack_clip(analysis) if with_picture else None,
    )


def facts_of(analysis: "ClipAnalysis") -> dict[str, Any]:
    """Return what is known of a song beside its numbers, as JSON can hold it; what is not known is left out."""
    rhythm, key, genres = analysis.rhythm, analysis.harmony.key, analysis.genre.prediction
    facts: dict[str, Any] = {
        "tags": dict(analysis.source.tags),
        "format": str(analysis.source.format),
        "notes": texts(analysis.notes),
    }
    if math.isfinite(rhythm.tempo):
        facts["tempo"] = float(rhythm.tempo)
    if math.isfinite(rhythm.estimate.confidence):
        facts["confidence"] = float(rhythm.estimate.confidence)
    if rhythm.metre is not None:
        facts["metre"] = rhythm.metre
    if key is not None:
        facts |= {"key": key.name, "second_key": key.second_name}
        facts |= {"key_strengths": [float(key.strength), float(key.second_strength)]}
    if analysis.sections is not None:
        facts["sections"] = sections_to_facts(analysis.sections)
    if analysis.loudness is not None:
        facts["loudness"] = {
            name: float(value)
            for name in ("integrated", "range", "true_peak")
            if math.isfinite(value := getattr(analysis.loudness, name))
        }
    if analysis.chords is not None:
        facts["chords"] = _chords_to_facts(analysis.chords)
    if genres is not None:
        facts["genres"] = dict(zip(genres.classes, map(float, genres.probabilities), strict=True))
        facts |= {"model": genres.model_name, "model_digest": genres.model_digest}
        if math.isfinite(genres.novelty):
            facts["novelty"] = float(genres.novelty)
    return facts


def _chords_to_facts(chords: "Chords") -> dict[str, Any]:
    """Return chords as JSON can hold them, to the millisecond; a chord that goes on over several beats is one."""
    labels = list(chords.labels)
    changes = [i for i, label in enumerate(labels) if not i or label != labels[i - 1]]
    times = [round(float(chords.times[i]), 3) for i in (*changes, len(labels))] if labels else []
    return {"times": times, "labels": [labels[i] for i in changes]}


def state_of(path: Path) -> FileState:
    """Return size and time of change of a file; AudioError when there is none."""
    try:
        status = path.stat()
    except OSError as problem:
        from core.audio.decoding.decode import unreadable

        raise unreadable(problem).named(display_name(path), AudioError) from None
    return FileState(status.st_size, status.st_mtime_ns)


def hash_of(path: Path) -> str:
    """BLAKE2b of a file's bytes, 32 hexadecimal digits; empty where it cannot be read."""
    digest = hashlib.blake2b(digest_size=16)
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
