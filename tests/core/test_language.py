import pickle
import subprocess
import sys
from collections.abc import Iterator

import pytest

from core import language
from core.language import ENGLISH, Language, Text, choose, local_number, tr
from core.messages import Note
from tests.waiting import PATIENCE

GERMAN = {
    "{n_bars:,} bars of {interval:.2f} s": "{n_bars:,} Takte zu {interval:.2f} s",
    "Nothing found": "Nichts gefunden",
}


@pytest.fixture
def german(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak German for one test; the modules that are imported already keep their English texts."""
    monkeypatch.setattr(language._Choice, "is_used", False)
    choose(Language("de", lambda text: GERMAN.get(text, ""), ",", "."))
    yield
    language._Choice.language = ENGLISH


def test_a_text_is_english_until_a_language_is_chosen() -> None:
    assert tr("Nothing found") == "Nothing found"
    assert tr("{n_bars:,} bars of {interval:.2f} s", n_bars=1200, interval=2.5) == "1,200 bars of 2.50 s"
    assert local_number(1234.5, ",.1f") == "1,234.5"


@pytest.mark.usefixtures("german")
def test_texts_and_numbers_are_those_of_the_chosen_language() -> None:
    assert tr("Nothing found") == "Nichts gefunden"
    assert tr("{n_bars:,} bars of {interval:.2f} s", n_bars=1200, interval=2.5) == "1.200 Takte zu 2,50 s"
    assert local_number(-1234.5, ",.1f") == "-1.234,5"
    assert tr("{name} at {rate:.1f} kHz", name="1,000.wav", rate=44.1) == "1,000.wav at 44,1 kHz"


@pytest.mark.usefixtures("german")
def test_a_text_without_a_translation_stays_english() -> None:
    assert tr("Never translated") == "Never translated"


def test_braces_in_a_text_without_fields_stay() -> None:
    assert tr("a {name} as it is") == "a {name} as it is"


def test_a_language_is_chosen_before_the_first_text() -> None:
    tr("Nothing found")
    with pytest.raises(RuntimeError, match="before importing views"):
        choose(Language("de", str))


def _texts_of_worker() -> tuple[str, str, str]:
    return (
        tr("Nothing found"),
        tr("{n_bars:,} bars of {interval:.2f} s", n_bars=1200, interval=2.5),
        str(Note("audio.empty", name="a.wav")),
    )


def in_worker() -> bytes:
    """Return what a worker process sends for its texts, as bytes."""
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_pickled).result(PATIENCE)


def _pickled() -> bytes:
    return pickle.dumps(_texts_of_worker())


def test_a_workers_text_is_made_in_the_language_of_the_window(request: pytest.FixtureRequest) -> None:
    sent = in_worker()
    assert pickle.loads(sent) == _texts_of_worker()
    request.getfixturevalue("german")
    nothing, bars, note = pickle.loads(sent)
    assert (nothing, bars) == ("Nichts gefunden", "1.200 Takte zu 2,50 s")
    assert note == str(Note("audio.empty", name="a.wav"))


def test_a_workers_text_behaves_like_any_other() -> None:
    text = Text("Reading a.wav")
    text.template, text.values = "Reading {name}", {"name": "a.wav"}
    assert text == "Reading a.wav"
    assert f"{text}…" == "Reading a.wav…"
    assert {text: 1}["Reading a.wav"] == 1


@pytest.mark.parametrize("code", ["de", "es"])
def test_the_window_speaks_a_language_from_its_first_module_on(code: str) -> None:
    lines = (
        "from desktop.languages import choose_language",
        f"choose_language({code!r})",
        "import desktop.app, desktop.clip.view, desktop.library.view",
        "from desktop.main_window import ALL_ACTIONS",
        "from core.language import local_number",
        "print(next(one.text for one in ALL_ACTIONS if one.key == 'quit'), local_number(1.5, '.1f'))",
    )
    done = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, timeout=PATIENCE, check=True
    )
    quits = {"de": "B&eenden 1,5", "es": "&Salir 1,5"}
    assert done.stdout.strip() == quits[code]
