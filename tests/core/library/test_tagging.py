"""What the library knows, in the tags of files: a preview, writing, taking back; never a half-written file."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import mutagen
import pytest

from core.audio.clip import load_clip
from core.audio.payload import payload_hash
from core.audio.tag_writing import read_fields
from core.errors import TagError
from core.library import Catalogue
from core.library import tagging as module
from core.library.analysing import hash_of, state_of
from core.library.tagging import chosen, n_to_undo, plan_tags, undo_tags, write_tags
from tests.core.audio.tagged_files import KINDS, make
from tests.core.library.records import analysed

ROOT = Path(__file__).resolve().parents[3]
GENRES = {"genres": {"disco": 0.8, "pop": 0.2}, "model": "Ten genres"}


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue.open(tmp_path / "library.sqlite")


def added(catalogue: Catalogue, path: Path, seed: int = 0) -> int:
    """Add a file as a batch does."""
    found = analysed(
        seed, content=load_clip(path).content_id, state=state_of(path), tempo=127.352, key="Bb minor", **GENRES
    )
    return catalogue.store(str(path), found)


@pytest.mark.parametrize("kind", KINDS)
def test_tags_are_written_and_taken_back_to_the_last_byte(catalogue: Catalogue, tmp_path: Path, kind: str) -> None:
    path = make(tmp_path, kind)
    os.utime(path, ns=(1_700_000_000_000_000_000, 1_700_000_000_123_456_789))
    track = added(catalogue, path)
    former, before, sound = path.read_bytes(), state_of(path), payload_hash(path)
    (change,) = plan_tags(catalogue, [track])
    bpm = "127" if kind == "m4a" else "127.35"
    assert change.after == {"bpm": (bpm,), "key": ("Bbm",), "genre": ("disco",)} and not change.problem
    assert path.read_bytes() == former  # a plan writes nothing
    assert write_tags(catalogue, [change]).n_done == 1
    assert payload_hash(path) == sound and path.read_bytes() != former
    assert plan_tags(catalogue, [track])[0].after == {}
    assert catalogue.is_known(str(path), state_of(path))  # no batch analyses it again
    assert undo_tags(catalogue).n_done == 1
    assert path.read_bytes() == former and state_of(path) == before
    assert catalogue.is_known(str(path), before) and n_to_undo(catalogue.path) == 0
    assert [one.name for one in tmp_path.iterdir() if one.suffix == ".part"] == []
    catalogue.close()


def test_only_chosen_fields_and_empty_ones_are_written(catalogue: Catalogue, tmp_path: Path) -> None:
    path = make(tmp_path, "flac")
    file = mutagen.File(path)
    file["genre"] = ["Own genre"]
    file.save()
    track = added(catalogue, path)
    (planned,) = plan_tags(catalogue, [track])
    assert chosen(planned, {"genre"}).after == {"genre": ("disco",)}
    change = chosen(planned, {"genre", "key"}, only_empty=True)
    assert change.after == {"key": ("Bbm",)} and change.before["genre"] == ("Own genre",)
    write_tags(catalogue, [change])
    assert read_fields(path) == {"bpm": (), "key": ("Bbm",), "genre": ("Own genre",)}
    catalogue.close()


def test_a_file_that_was_changed_since_gets_its_former_values_back(catalogue: Catalogue, tmp_path: Path) -> None:
    path = make(tmp_path, "flac")
    track = added(catalogue, path)
    write_tags(catalogue, plan_tags(catalogue, [track]))
    file = mutagen.File(path)
    file["title"] = ["Written later"]
    file.save()
    assert undo_tags(catalogue).problems == ()
    assert dict(mutagen.File(path).tags.as_dict()) == {"title": ["Written later"]}
    catalogue.close()


def test_batches_are_taken_back_one_by_one(catalogue: Catalogue, tmp_path: Path) -> None:
    paths = [make(tmp_path, "flac", "a"), make(tmp_path, "wav", "b")]
    contents = [path.read_bytes() for path in paths]
    tracks = [added(catalogue, path, seed) for seed, path in enumerate(paths)]
    for track in tracks:
        write_tags(catalogue, plan_tags(catalogue, [track]))
    undo_tags(catalogue)
    assert paths[1].read_bytes() == contents[1] and paths[0].read_bytes() != contents[0]
    undo_tags(catalogue)
    assert paths[0].read_bytes() == contents[0]
    with pytest.raises(TagError) as raised:
        undo_tags(catalogue)
    assert raised.value.code == "tags.nothing_to_undo"
    catalogue.close()


def test_files_that_cannot_be_written_say_why_and_the_others_are_written(catalogue: Catalogue, tmp_path: Path) -> None:
    paths = [make(tmp_path, kind, kind) for kind in ("flac", "wav", "mp3")]
    tracks = [added(catalogue, path, seed) for seed, path in enumerate(paths)]
    tracks.append(catalogue.store("s3://bucket/far.flac", analysed(7)))
    paths[0].chmod(0o444)
    content = paths[0].read_bytes()
    paths[1].unlink()
    changes = plan_tags(catalogue, tracks)
    assert [bool(change.problem) for change in changes] == [True, True, False, True]
    assert "read-only" in changes[0].problem and "not there any more" in changes[1].problem
    outcome = write_tags(catalogue, changes)
    assert (outcome.n_done, outcome.problems) == (1, ()) and paths[0].read_bytes() == content
    catalogue.close()


@pytest.mark.parametrize("event", ["vanishes", "changes", "becomes read-only"])
def test_a_file_that_is_not_the_same_any_more_when_it_is_written_is_left_alone(
    catalogue: Catalogue, tmp_path: Path, event: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path, "flac")
    track = added(catalogue, path)
    changes = plan_tags(catalogue, [track])
    real = module.write_fields

    def meddle(copy: Path, values: object) -> None:
        real(copy, values)
        if event == "vanishes":
            path.unlink()
        else:
            path.write_bytes(b"another program's")

    if event == "becomes read-only":
        path.chmod(0o444)
    else:
        monkeypatch.setattr(module, "write_fields", meddle)
    outcome = write_tags(catalogue, changes)
    assert outcome.n_done == 0 and len(outcome.problems) == 1 and "\n" not in outcome.problems[0]
    assert path.exists() is (event != "vanishes")
    assert not [one for one in tmp_path.iterdir() if one.suffix == ".part"]
    assert n_to_undo(catalogue.path) == 0
    catalogue.close()


def test_audio_that_would_change_is_not_written(
    catalogue: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make(tmp_path, "flac")
    track = added(catalogue, path)
    changes, before = plan_tags(catalogue, [track]), hash_of(path)
    other = make(tmp_path, "wav")
    hashes = {path: payload_hash(path)}
    monkeypatch.setattr(module, "payload_hash", lambda one: hashes.get(one, payload_hash(other)))
    outcome = write_tags(catalogue, changes)
    assert outcome.n_done == 0 and "would change the audio" in outcome.problems[0]
    assert hash_of(path) == before
    catalogue.close()


def test_a_link_stays_a_link(catalogue: Catalogue, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    real = make(tmp_path / "real", "flac")
    link = tmp_path / "link.flac"
    link.symlink_to(real)
    track = added(catalogue, link)
    assert write_tags(catalogue, plan_tags(catalogue, [track])).n_done == 1
    assert link.is_symlink() and read_fields(real)["key"] == ("Bbm",)
    catalogue.close()


def test_a_copy_that_was_put_back_counts_as_restored(catalogue: Catalogue, tmp_path: Path) -> None:
    path = make(tmp_path, "mp3")
    track = added(catalogue, path)
    shutil.copy2(path, tmp_path / "backup")
    write_tags(catalogue, plan_tags(catalogue, [track]))
    shutil.copy2(tmp_path / "backup", path)
    content = path.read_bytes()
    assert undo_tags(catalogue).n_done == 1 and path.read_bytes() == content
    catalogue.close()


WRITING = """
import sys
from pathlib import Path
from core.library import Catalogue
from core.library.tagging import plan_tags, write_tags

with Catalogue.open(Path(sys.argv[1])) as catalogue:
    changes = plan_tags(catalogue, list(range(1, 13)))
    write_tags(catalogue, changes, lambda _fraction, text: print(text, flush=True))
"""


def test_a_kill_leaves_whole_files_that_can_all_be_restored(catalogue: Catalogue, tmp_path: Path) -> None:
    paths = [make(tmp_path, ("flac", "mp3", "wav")[i % 3], str(i)) for i in range(12)]
    for seed, path in enumerate(paths):
        catalogue.store(str(path), analysed(seed, state=state_of(path), tempo=120.0, key="Bb minor"))
    contents, sounds = [path.read_bytes() for path in paths], [payload_hash(path) for path in paths]
    command = [sys.executable, "-c", WRITING, str(catalogue.path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for line in process.stdout:
            if "file 5 of" in line:
                process.kill()
    assert process.returncode == -signal.SIGKILL
    assert [payload_hash(path) for path in paths] == sounds
    assert paths[0].read_bytes() != contents[0] and paths[-1].read_bytes() == contents[-1]
    assert undo_tags(catalogue).problems == ()
    assert [path.read_bytes() for path in paths] == contents
    catalogue.close()


def test_a_track_that_is_none_of_the_genres_gets_no_genre(catalogue: Catalogue, tmp_path: Path) -> None:
    path = make(tmp_path, "flac")
    found = analysed(content=load_clip(path).content_id, state=state_of(path), key="Bb minor", novelty=1.2, **GENRES)
    track = catalogue.store(str(path), found)
    assert catalogue.values([track], ["genre", "genre_novelty"]) == [("disco", 1.2)]
    (change,) = plan_tags(catalogue, [track])
    assert "genre" not in change.after
    assert change.after["key"] == ("Bbm",)
    catalogue.close()
