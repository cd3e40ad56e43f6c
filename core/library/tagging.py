"""BPM, key and genre of tracks into the tags of their files: what would change, writing it, taking it back.

A file is never half written: a copy beside it is changed, its audio is compared packet by packet, and it then takes the
place of the file. What was there is kept in the journal before that. The library goes on knowing the file, without
analysing it again.
"""

import os
import shutil
import stat
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from core.atomic import replacing
from core.audio.files import display_name
from core.audio.locations import name_of, path_of
from core.audio.patch import apply_patch, patch_between
from core.audio.payload import payload_hash
from core.audio.tag_writing import TagField, TagValues, fitted, read_fields, write_fields
from core.errors import AudioError, CatalogueError, TagError
from core.export.rekordbox import short_key
from core.language import tr
from core.library.analysing import hash_of, state_of
from core.library.catalogue import Catalogue
from core.library.tag_journal import TagJournal, WrittenTags
from core.progress import Report, silent

_COLUMNS: Final = ("bpm", "key", "genre")


@dataclass(frozen=True)
class TagChange:
    """What would change in the tags of one file.

    Attributes
    ----------
    track : id in the library
    location : where the file is
    name : its name, as it is shown
    before, after : texts by field; `after` has only fields that would change
    problem : why its tags cannot be written, for a person; "" where they can
    """

    track: int
    location: str
    name: str
    before: TagValues
    after: TagValues
    problem: str = ""


@dataclass(frozen=True)
class TagOutcome:
    """How many files were written or restored, and what went wrong with others: one line each."""

    n_done: int
    problems: tuple[str, ...]


# --- what would change ------------------------------------------------------------------------------------------------


def plan_tags(catalogue: Catalogue, ids: Sequence[int], report: Report = silent) -> list[TagChange]:
    """Return what would change in the files of some tracks, in their order; nothing is written."""
    places = catalogue.places_by_track(ids)
    changes = []
    for number, (track, row) in enumerate(zip(ids, catalogue.values(ids, (*_COLUMNS, "genre_novelty")), strict=True)):
        report(
            number / len(ids),
            tr("Reading tags of file {number:,} of {n_tracks:,}", number=number + 1, n_tracks=len(ids)),
        )
        if track in places:
            changes.append(_change(track, places[track], _wanted(*row)))
    return changes


def _wanted(
    bpm: float | None, key: str | None, genre: str | None, novelty: float | None
) -> dict[TagField, tuple[str, ...]]:
    """Return what the library says of a track, as tags say it; nothing where it does not know.

    The genre that is least far from a track that is none of them is no tag.
    """
    if novelty is not None and novelty > 1:
        genre = None
    said: dict[TagField, str] = {
        "bpm": "" if bpm is None else f"{bpm:.2f}".rstrip("0").rstrip("."),
        "key": short_key(key) if key else "",
        "genre": genre or "",
    }
    return {field: (text,) for field, text in said.items() if text}


def _change(track: int, location: str, wanted: TagValues) -> TagChange:
    name = name_of(location)
    path = path_of(location)
    if path is None:
        return TagChange(track, location, name, {}, {}, str(TagError("tags.elsewhere", name=name)))
    try:
        _check_writable(path)
        with _in_words(path):
            before, wanted = read_fields(path), fitted(path, wanted)
    except TagError as problem:
        return TagChange(track, location, name, {}, {}, str(problem))
    after = {field: texts for field, texts in wanted.items() if not _says(field, before[field], texts)}
    return TagChange(track, location, name, before, after)


def chosen(change: TagChange, fields: Collection[TagField], *, only_empty: bool = False) -> TagChange:
    """Return a change with some fields alone and, where `only_empty`, with those that the file does not have."""
    kept = {
        field: texts
        for field, texts in change.after.items()
        if field in fields and not (only_empty and any(change.before[field]))
    }
    return replace(change, after=kept)


def _says(field: TagField, before: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    """Whether a file says already what it should, however it writes the number."""
    if before == wanted:
        return True
    try:
        return field == "bpm" and len(before) == 1 and float(before[0]) == float(wanted[0])
    except ValueError:
        return False


def _check_writable(path: Path) -> None:
    """Raise TagError where a file cannot be replaced."""
    name = display_name(path)
    try:
        mode = path.stat().st_mode
    except OSError:
        raise TagError("tags.gone", name=name) from None
    if not stat.S_IMODE(mode) & 0o222 or not os.access(path, os.W_OK):
        raise TagError("tags.read_only", name=name)
    if not os.access(path.resolve().parent, os.W_OK):
        raise TagError("tags.folder", name=name)


# --- writing ----------------------------------------------------------------------------------------------------------


def write_tags(catalogue: Catalogue, changes: Sequence[TagChange], report: Report = silent) -> TagOutcome:
    """Write what was planned, file by file, and keep what was there.

    Raises
    ------
    TagError
        If what was there cannot be kept; nothing is written then.
    """
    journal = TagJournal(catalogue.path)
    batch = journal.new_batch()
    wanted = [change for change in changes if change.after and not change.problem]
    return _each(wanted, report, tr("Writing tags of"), lambda change: _write(catalogue, journal, batch, change))


def _write(catalogue: Catalogue, journal: TagJournal, batch: int, change: TagChange) -> None:
    path = Path(path_of(change.location) or "")
    _check_writable(path)
    former_hash, mtime_ns = hash_of(path), state_of(path).mtime_ns
    former: TagValues = {}

    def edit(copy: Path) -> None:
        nonlocal former
        former = {field: texts for field, texts in read_fields(copy).items() if field in change.after}
        write_fields(copy, change.after)
        now = read_fields(copy)
        if any(not _says(field, now[field], texts) for field, texts in change.after.items()):
            raise TagError("tags.not_written", name=change.name)

    def keep(copy: Path) -> None:
        patch = patch_between(copy, path)
        journal.add(batch, WrittenTags(change.location, former, patch, former_hash, mtime_ns, hash_of(copy)))

    _replace(path, edit, change.name, keep)
    _tell_catalogue(catalogue, change.location, path)


def _replace(
    path: Path, edit: Callable[[Path], None], name: str, keep: Callable[[Path], None] = lambda _: None
) -> None:
    """Put a changed copy in the place of a file, unless its audio, or meanwhile the file, is another one.

    A link stays a link: what it leads to is replaced.

    Parameters
    ----------
    edit : changes the copy
    keep : called with the changed copy before it replaces the file
    """
    target = path.resolve()
    before = state_of(target)
    with _in_words(path), replacing(target) as copy:
        shutil.copy2(target, copy)
        edit(copy)
        if payload_hash(copy) != payload_hash(target):
            raise TagError("tags.audio_changed", name=name)
        try:
            changed = state_of(target) != before
        except AudioError:
            raise TagError("tags.gone", name=name) from None
        if changed:
            raise TagError("tags.changed", name=name)
        keep(copy)


def _tell_catalogue(catalogue: Catalogue, location: str, path: Path) -> None:
    """Let the library know the file as it is now, so that no batch analyses it again."""
    track = catalogue.track_at(location)
    if track is not None:
        catalogue.attach(location, track, state_of(path), hash_of(path))


# --- taking back ------------------------------------------------------------------------------------------------------


def n_to_undo(catalogue: Path) -> int:
    """Return how many files the last batch has written whose tags can be restored."""
    return TagJournal(catalogue).count_last()


def undo_tags(catalogue: Catalogue, report: Report = silent) -> TagOutcome:
    """Take back the last batch: the former bytes where nothing else has changed the files, else the former values.

    What could not be restored stays in the journal no longer: it has been told.

    Raises
    ------
    TagError
        If there is nothing to take back, or the journal cannot be read.
    """
    journal = TagJournal(catalogue.path)
    last = journal.last_batch()
    if not last:
        raise TagError("tags.nothing_to_undo")
    outcome = _each(last, report, tr("Restoring tags of"), lambda one: _restore(catalogue, one))
    journal.forget([one.id for one in last])
    return outcome


def _restore(catalogue: Catalogue, written: WrittenTags) -> None:
    path = Path(path_of(written.location) or "")
    _check_writable(path)
    now = hash_of(path)
    if now == written.former_hash:
        return  # it was never replaced
    patch = written.patch if now == written.new_hash else None

    def edit(copy: Path) -> None:
        if patch is None:
            write_fields(copy, written.former)
            return
        apply_patch(path, patch, copy)
        if hash_of(copy) != written.former_hash:
            raise TagError("tags.not_restored", name=name_of(written.location))
        os.utime(copy, ns=(path.stat().st_atime_ns, written.former_mtime_ns))

    _replace(path, edit, name_of(written.location))
    _tell_catalogue(catalogue, written.location, path)


# --- both -------------------------------------------------------------------------------------------------------------


def _each(files: Sequence[Any], report: Report, verb: str, act: Callable[[Any], None]) -> TagOutcome:
    n_done, problems = 0, []
    for number, one in enumerate(files):
        report(
            number / len(files),
            tr("{verb} file {number:,} of {n_files:,}", verb=verb, number=number + 1, n_files=len(files)),
        )
        try:
            act(one)
            n_done += 1
        except (TagError, CatalogueError, AudioError) as problem:
            problems.append(str(problem))
    report(1.0, "")
    return TagOutcome(n_done, tuple(problems))


@contextmanager
def _in_words(path: Path) -> Iterator[None]:
    """Turn an error of the system into a TagError of one line."""
    try:
        yield
    except FileNotFoundError:
        raise TagError("tags.gone", name=display_name(path)) from None
    except OSError as problem:
        raise TagError("tags.cannot_write", name=display_name(path), reason=problem.strerror or problem) from None
