"""What ffmpeg can read, the analysis and the player can read: the same length, the same samples, in any format."""

import pytest

from tests.corpus.encoded import FFMPEG, SOX
from tests.corpus.handmade import HANDMADE, SECONDS
from tests.corpus.reference import compare_file
from tests.corpus.specimens import Corpus

# Every kind of file is compared by `python -m tests.corpus`; here those that differed once, and a part of the others.
ONCE_WRONG = (
    "s64.wav",
    "f32.w64",
    "s16.voc",
    "flac.wav",
    "vbr without header.mp3",
    "cbr without header.mp3",
    "sound later.mkv",
    "two sounds.mkv",
    "cover first.m4a",
    "a.adx",
    "a.mmf",
    "video.dv",
    "a.sph",
    "a.hcom",
    "a.maud",
)
SAMPLE = dict.fromkeys((*ONCE_WRONG, *(row[0] for row in (*FFMPEG, *SOX)[::5])))


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    return Corpus(tmp_path_factory.mktemp("corpus"))


@pytest.mark.parametrize("name", [*SAMPLE, *HANDMADE])
def test_a_file_is_read_as_ffmpeg_reads_it_and_played_as_it_is_read(corpus: Corpus, name: str) -> None:
    path = corpus.path(name)
    if path is None:
        pytest.skip("needs ffmpeg and sox with this encoder")
    row = compare_file(path)
    assert row.faults() == []
    assert row.analysis is not None
    assert SECONDS - 0.05 < row.analysis < 2 * SECONDS + 0.1
    if name.startswith("two sounds"):
        assert row.said == ("The file has 2 audio tracks; track 1 was read.",)
    elif name not in ("garbage behind.wav", "ima.wsaud", "riff size short.wav", "length a little long.wav"):
        assert row.said == ()
    path.unlink()
