"""Errors and notes: a code and its arguments, and the text that is made of them."""

import copy
import gc
import logging
import pickle
import subprocess
import sys
import weakref
from pathlib import Path

import numpy as np
import pytest

import core.errors
from core.errors import AudioError, ProgramError, UnreadableError, log_handler, log_path, reason_for
from core.messages import Note, table, texts
from core.workers.pool import Emitter, WorkerPool

KINDS = [kind for kind in vars(core.errors).values() if isinstance(kind, type) and issubclass(kind, ProgramError)]


class OddError(AudioError):
    """An error whose constructor takes something else."""

    def __init__(self, place: str, size: int) -> None:
        super().__init__("audio.empty", name=place)
        self.size = size


def raise_one(_emit: Emitter) -> None:
    """Fail in a worker."""
    raise AudioError("audio.too_long", name=Path("long.wav"), hours=np.int64(12))


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_error_survives_pickling_with_code_and_arguments(kind: type[ProgramError]) -> None:
    error = kind("audio.disk", name=Path("folder") / "a.wav", reason="Input/output error")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.code, again.arguments) == (kind, error.code, error.arguments)
    assert str(again) == str(error)


def test_an_error_says_the_same_in_another_process() -> None:
    pool = WorkerPool(max_workers=1)
    try:
        with pytest.raises(AudioError) as caught:
            pool.submit(raise_one).result(60)
    finally:
        pool.shutdown()
    assert str(caught.value) == "long.wav lasts more than 12 hours; cut it into shorter pieces."
    assert caught.value.arguments == {"name": Path("long.wav"), "hours": 12}


def test_a_class_with_a_constructor_of_its_own_survives_with_what_else_it_holds() -> None:
    error = OddError("a.wav", 3)
    error.add_note("seen on a Tuesday")
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), str(again), again.size) == (OddError, str(error), 3)
    assert again.__notes__ == ["seen on a Tuesday"]


def test_arguments_become_plain_values() -> None:
    class Text(str):
        __slots__ = ()

    given = {"n": np.int32(3), "x": np.float32(0.5), "text": Text("a"), "why": OSError("broken"), "is_new": np.True_}
    arguments = AudioError("audio.empty", **given, names=["a", Path("b")], nothing=None).arguments
    assert arguments == {
        "n": 3, "x": 0.5, "text": "a", "why": "broken", "is_new": "True", "names": ("a", Path("b")), "nothing": None,
    }  # fmt: skip
    assert [type(arguments[name]) for name in ("n", "x", "text")] == [int, float, str]


def test_an_error_as_argument_is_kept_without_its_traceback() -> None:
    class Large:
        pass

    def fail() -> tuple[AudioError, "weakref.ref[Large]"]:
        large = Large()
        try:
            raise UnreadableError("audio.empty")
        except UnreadableError as problem:
            return AudioError("audio.disk", name="a", reason=problem), weakref.ref(large)

    error, large = fail()
    gc.collect()
    assert large() is None
    assert error.arguments["reason"] == Note("audio.empty", name="The file")
    assert "The file is empty" in str(error)


def test_a_decoders_error_gets_the_files_name_where_it_is_known() -> None:
    error = UnreadableError("audio.unlikely_rate", sr=7)
    named = error.named("a.wav", AudioError)
    assert type(named) is AudioError and str(named).startswith("a.wav states a sampling rate of 7 Hz")
    assert str(error).startswith("The file states a sampling rate of 7 Hz")


def test_what_the_table_does_not_know_is_shown_as_it_is() -> None:
    assert str(AudioError("audio.of_tomorrow", name="a.wav", n=2)) == "audio.of_tomorrow (name: a.wav, n: 2)"
    assert str(AudioError("audio.empty")) == "audio.empty"
    assert str(AudioError("audio.ends_early", read="much", stated=None)).startswith("audio.ends_early (read: much")


def test_braces_in_an_argument_are_left_alone() -> None:
    assert str(AudioError("audio.empty", name="{n} {.wav")).startswith("{n} {.wav is empty")


def test_a_number_chooses_between_one_and_many() -> None:
    assert texts([Note("audio.not_finite", count=np.int64(1)), Note("audio.not_finite", count=2000)]) == [
        "1 sample is not a finite number and is taken as silence.",
        "2,000 samples are not finite numbers and are taken as silence.",
    ]


def test_notes_are_values() -> None:
    note = Note("audio.not_finite", count=2)
    assert note == copy.deepcopy(note) == pickle.loads(pickle.dumps(note)) and hash(note) == hash(copy.copy(note))
    assert note != Note("audio.not_finite", count=3) and note != str(note)
    with pytest.raises(AttributeError):
        note.code = "audio.empty"


def test_every_template_is_one_line() -> None:
    templates = [(one,) if isinstance(one, str) else (one.one, one.many) for one in table().values()]
    assert all(text.isprintable() and text == text.strip() for template in templates for text in template)


def test_errors_and_texts_are_light() -> None:
    heavy = {"numpy", "pandas", "scipy", "sklearn"}
    code = f"import sys, core.messages, core.errors; core.messages.table(); print({heavy} & set(sys.modules))"
    root = Path(core.errors.__file__).parent.parent
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.stdout == "set()\n", done.stderr


def test_what_was_foreseen_is_told_in_its_own_words(tmp_path: Path) -> None:
    error = AudioError("audio.no_track", name="song.wav")
    assert reason_for(error) == str(error)
    assert reason_for(OSError(28, "No space left on device", str(tmp_path))).endswith("or choose another place.")
    assert reason_for(OSError(5, "Input/output error")) == "Input/output error."
    assert "not enough memory" in reason_for(MemoryError())


def test_the_text_of_what_was_not_foreseen_goes_to_the_log_alone(caplog: pytest.LogCaptureFixture) -> None:
    try:
        _ = {}["tempo"]
    except KeyError as problem:
        said = reason_for(problem)
    assert said.startswith("Internal error. Try again;") and str(log_path()) in said
    assert "tempo" not in said and "KeyError" not in said
    assert "KeyError: 'tempo'" in caplog.text and "Traceback" in caplog.text


def test_a_log_that_cannot_be_made_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", encoding="utf-8")
    handler = log_handler(tmp_path / "file" / "program.log")
    handler.handle(logging.makeLogRecord({"msg": "lost"}))
    handler.close()
    assert (tmp_path / "file").read_text(encoding="utf-8") == "no folder"
    assert not list(tmp_path.glob("*.log"))
