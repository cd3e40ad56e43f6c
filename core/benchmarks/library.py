"""How quickly a library of a hundred thousand tracks opens, filters and sorts."""

import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import soundfile

from core.library import LIBRARY_COLUMNS, Catalogue, Sort
from core.library.synthetic import fill_synthetic
from core.library.text import fold

OPENING_AIM, ANSWER_AIM, TRACK_AIM = 1.0, 0.1, 0.3
FILTERS = (
    "golden", '"walking fields"', "bpm:120-130", "artist:delta bpm:>100", "key:Am genre:rock",
    "-label:done is:analysed", "folder:amber duration:>3:30", "spectral_centroid_mean:>1 -mfcc_3_mean:<0.5",
    "is:failed", "no such words", "key:~Am bpm:120-130", "lufs:-14..-8",
)  # fmt: skip


def run(n_tracks: int = 100_000, song_seconds: float = 240.0) -> Iterator[str]:
    """Yield the lines of the report as they come; the last ones are of a song of so many seconds."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.sqlite"
        yield f"inventing {n_tracks:,} tracks"
        with Catalogue.open(path) as catalogue:
            fill_synthetic(catalogue, n_tracks)
        yield _line("open, all ids, the first 100 rows", _best(lambda: _open(path), 3), OPENING_AIM)
        with Catalogue.open(path) as catalogue:
            yield from _answers(catalogue)
            yield from _opening_of_a_track(catalogue, song_seconds)


def _slower_way(catalogue: Catalogue, column: str) -> float:
    """Return the seconds of the slower of the two orders; in turn, since a catalogue remembers the last one."""
    best = {False: float("inf"), True: float("inf")}
    for _ in range(3):
        for down in (False, True):
            best[down] = min(best[down], _best(lambda: catalogue.find("", Sort(column, down)), 1))  # noqa: B023
    return max(best.values())


def _opening_of_a_track(catalogue: Catalogue, seconds: float) -> Iterator[str]:
    """Measure how long picture and numbers of a track take to read, beside reading its samples."""
    from core.audio.clip import load_clip
    from core.library.analysing import analyse_file
    from core.library.stored_clip import stored_clip
    from core.synthesis import synthesise
    from core.workers.process import Emitter

    path = catalogue.path.with_name("song.wav")
    song = synthesise(seconds)
    soundfile.write(path, song.y, song.sr)
    found = analyse_file(Emitter(lambda _: None, lambda: False), str(path), "bars", with_picture=True)
    assert found.picture is not None
    catalogue.store(str(path), found)
    ours = _best(lambda: stored_clip(catalogue.path, path), 5)
    decoding = _best(lambda: load_clip(path), 3)
    yield _line(f"a stored track of {seconds:.0f} s: picture and numbers", ours, TRACK_AIM)
    yield f"decoding its file alone takes {decoding / ours:.1f} times as long, analysing it {found.seconds / ours:.0f}"
    size = found.picture.n_bytes
    yield f"its picture takes {size / 1e3:.0f} kB; 100,000 such tracks {size / 1e4:.1f} GB"


def _answers(catalogue: Catalogue) -> Iterator[str]:
    slowest = 0.0
    for column in LIBRARY_COLUMNS:
        seconds = _slower_way(catalogue, column.name)
        slowest = max(slowest, seconds)
        if not column.is_feature or column.name in ("tempo", "rms_mean", "mfcc_19_std"):
            yield _line(f"sort by {column.name}", seconds, ANSWER_AIM)
    yield _line(f"the slowest of all {len(LIBRARY_COLUMNS)} columns, either way", slowest, ANSWER_AIM)
    for text in FILTERS:
        seconds = _best(lambda: catalogue.find(text, Sort("artist")), 3)  # noqa: B023
        yield _line(f"filter {text}, by artist", seconds, ANSWER_AIM)
    yield _line("a hundred rows of all shown columns", _best(lambda: _rows(catalogue), 3), ANSWER_AIM)
    yield _line("find similar", _best(lambda: catalogue.similar(5), 3), ANSWER_AIM)
    mixable = _best(lambda: catalogue.similar([5, 6, 7], compatible_keys=True, tempo_within=0.06), 3)
    yield _line("find similar to three, in keys and at tempi that mix", mixable, ANSWER_AIM)
    ours = _best(lambda: catalogue.find("golden garden", Sort("title")), 3)
    plain = _best(lambda: _by_hand(catalogue), 2)
    yield f"“golden garden” by title: {plain / ours:.0f} times faster than reading every row and looking in Python"


def _open(path: Path) -> None:
    with Catalogue.open(path) as catalogue:
        ids = catalogue.find()
        catalogue.values(ids[:100], [column.name for column in LIBRARY_COLUMNS if column.shown])


def _rows(catalogue: Catalogue) -> None:
    catalogue.values(range(4000, 4100), [column.name for column in LIBRARY_COLUMNS if column.shown])


def _by_hand(catalogue: Catalogue) -> None:
    names = ("name", "title", "artist", "album", "labels", "folder")
    ids = catalogue.find()
    rows = zip(ids, catalogue.values(ids, names), strict=True)
    found = [(row[1] or "", track) for track, row in rows if "golden" in fold(str(row)) and "garden" in fold(str(row))]
    found.sort()


def _line(what: str, seconds: float, aim: float) -> str:
    verdict = "" if seconds <= aim else "   above the aim"
    return f"{what:<60}{seconds * 1000:>8.1f} ms   aim {aim * 1000:.0f}{verdict}"


def _best(measure: Callable[[], object], repeats: int) -> float:
    best = float("inf")
    for _ in range(repeats):
        start = time.perf_counter()
        measure()
        best = min(best, time.perf_counter() - start)
    return best
