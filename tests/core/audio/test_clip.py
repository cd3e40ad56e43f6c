"""load_clip: the analysis signal against librosa, identity, tags, what a clip says of its file."""

import re
import subprocess
import sys
import uuid
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from core.audio.clip import ANALYSIS_SR, clip_uuid, content_id_of, load_clip
from core.errors import AudioError
from core.progress import Cancelled
from tests.core.sound_files import convert, music, video, write_silence, write_wav


def assert_as_librosa_loads(path: Path) -> None:
    import librosa

    expected, _ = librosa.load(path, sr=ANALYSIS_SR)
    clip = load_clip(path)
    assert clip.y.dtype == np.float32
    np.testing.assert_array_equal(clip.y, expected)


@pytest.mark.parametrize("sr", [8000, 11025, 16000, 22050, 32000, 44100, 48000, 96000, 192000])
@pytest.mark.parametrize("channels", [1, 2])
def test_every_sampling_rate_gives_the_samples_of_librosa(tmp_path: Path, sr: int, channels: int) -> None:
    assert_as_librosa_loads(write_wav(tmp_path / "a.wav", sr, channels, 1.5))


@pytest.mark.parametrize("channels", [3, 6, 8, 16])
def test_many_channels_give_the_samples_of_librosa(tmp_path: Path, channels: int) -> None:
    assert_as_librosa_loads(write_wav(tmp_path / "a.wav", 44100, channels, 1.0))


@pytest.mark.parametrize("subtype", ["PCM_U8", "PCM_16", "PCM_24", "PCM_32", "FLOAT", "DOUBLE", "ALAW", "ULAW"])
def test_every_kind_of_wav_gives_the_samples_of_librosa(tmp_path: Path, subtype: str) -> None:
    assert_as_librosa_loads(write_wav(tmp_path / "a.wav", subtype=subtype))


@pytest.mark.parametrize("n_frames", [1, 2, 3, 100, 882, 1764, (1 << 17) - 1, 1 << 17, (1 << 17) + 1])
def test_odd_lengths_give_the_samples_of_librosa(tmp_path: Path, n_frames: int) -> None:
    sf.write(tmp_path / "a.wav", music(seconds=3.5)[:n_frames], 44100)
    assert_as_librosa_loads(tmp_path / "a.wav")


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.flac", ()),
        ("a.mp3", ("-b:a", "128k")),
        ("a.mp3", ("-q:a", "4")),
        ("a.mp3", ("-b:a", "128k", "-write_xing", "0")),
        ("a.mp2", ()),
        ("a.ogg", ()),
        ("a.opus", ()),
        ("a.aiff", ()),
        ("a.caf", ()),
        ("a.au", ()),
        ("a.w64", ()),
        ("a.wav", ("-c:a", "adpcm_ms")),
    ],
    ids=lambda value: "".join(value) or "-",
)
def test_every_format_of_libsndfile_gives_the_samples_of_librosa(
    tmp_path: Path, name: str, options: tuple[str, ...]
) -> None:
    # Longer than several blocks: an MP3 of variable bit rate must be read without any seek in between.
    path = convert(write_wav(tmp_path / "source.wav", seconds=12.0), name, *options)
    assert_as_librosa_loads(path)
    assert load_clip(path).notes == ()


def test_the_shared_clips_give_the_samples_of_librosa(shared_data: Path) -> None:
    for path in sorted((shared_data / "clips").glob("*.wav")):
        assert_as_librosa_loads(path)


LIBAV_FORMATS = {
    "a.m4a": ("M4A AAC · 44.1 kHz · stereo", ()),
    "a.aac": ("ADTS AAC · 44.1 kHz · stereo", ()),
    "alac.m4a": ("M4A ALAC · 44.1 kHz · stereo", ("-c:a", "alac")),
    "a.wma": ("ASF WMA 2 · 44.1 kHz · stereo", ()),
    "a.ac3": ("AC3 AC3 · 44.1 kHz · stereo", ()),
    "a.wv": ("WavPack lossless · 44.1 kHz · stereo", ()),
    "a.tta": ("TTA TTA · 44.1 kHz · stereo", ()),
    "a.mka": ("Matroska 16-bit · 44.1 kHz · stereo", ("-c:a", "pcm_s16le")),
}


@pytest.mark.parametrize("name", LIBAV_FORMATS)
def test_what_libsndfile_cannot_read_is_decoded_by_libav(tmp_path: Path, name: str) -> None:
    source = write_wav(tmp_path / "source.wav")
    shown, options = LIBAV_FORMATS[name]
    clip = load_clip(convert(source, name, *options))
    assert (str(clip.source), clip.notes) == (shown, ())
    assert_sounds_like(clip.y, load_clip(source).y)


@pytest.mark.parametrize(
    ("name", "options"),
    [("a.mp4", ("-c:v", "mpeg4")), ("a.mkv", ("-c:v", "mpeg4")), ("a.webm", ("-c:v", "libvpx")), ("a.avi", ())],
)
def test_a_video_gives_its_sound(tmp_path: Path, name: str, options: tuple[str, ...]) -> None:
    source = write_wav(tmp_path / "source.wav")
    clip = load_clip(video(source, name, *options))
    assert clip.notes == ()
    assert_sounds_like(clip.y, load_clip(source).y)


def assert_sounds_like(y: np.ndarray, original: np.ndarray) -> None:
    """The same wave within what lossy coding changes, late or cut by no more than a coder's delay."""
    most_delay = 2048
    assert abs(len(y) - len(original)) <= most_delay
    n = max(len(y), len(original)) + most_delay
    correlation = np.fft.irfft(np.fft.rfft(y, n) * np.conj(np.fft.rfft(original, n)), n)
    energy = np.sqrt(np.sum(y**2) * np.sum(original**2))
    assert max(correlation[:most_delay].max(), correlation[-most_delay:].max()) > 0.9 * energy


@pytest.mark.parametrize("layout", ["5.1", "7.1"])
def test_surround_sound_through_libav_is_the_mean_of_its_channels(tmp_path: Path, layout: str) -> None:
    channels = {"5.1": 6, "7.1": 8}[layout]
    same = np.repeat(music(channels=1), channels, axis=1)
    sf.write(tmp_path / "same.wav", same, 44100)
    path = convert(tmp_path / "same.wav", "a.wv", "-af", f"pan={layout}|" + spread(channels))
    clip = load_clip(path)
    assert clip.source.channels == channels
    np.testing.assert_allclose(clip.y, load_clip(tmp_path / "same.wav").y, atol=1e-4)


def spread(channels: int) -> str:
    return "|".join(f"c{index}=c0" for index in range(channels))


def test_the_same_pcm_has_one_identity_whatever_holds_it(tmp_path: Path) -> None:
    source = write_wav(tmp_path / "source.wav")
    others = [
        convert(source, "other name.flac", "-metadata", "title=Something"),
        convert(source, "a.aiff"),
        convert(source, "a.m4a", "-c:a", "alac"),
        convert(source, "a.wv"),
    ]
    identities = {load_clip(path).content_id for path in [source, *others]}
    assert len(identities) == 1


def test_identity_is_32_hexadecimal_digits_that_change_with_any_sample() -> None:
    y = music(channels=1)[:, 0]
    changed = y.copy()
    changed[1000] = np.nextafter(changed[1000], np.float32(2))
    assert re.fullmatch("[0-9a-f]{32}", content_id_of(y))
    assert len({content_id_of(y), content_id_of(changed), content_id_of(y[:-1]), content_id_of(y[:0])}) == 4


def test_the_uuid_of_a_clip_follows_from_its_identity() -> None:
    first, second = clip_uuid(content_id_of(np.zeros(5, np.float32))), clip_uuid("0" * 32)
    assert first == clip_uuid(content_id_of(np.zeros(5, np.float32))) != second
    assert uuid.UUID(first).version == 5


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3", "a.ogg", "a.m4a", "a.wma", "a.mka", "a.wv"])
def test_tags_are_read(tmp_path: Path, name: str) -> None:
    wanted = {"title": "Früh am Morgen 🎵", "artist": "A & B", "genre": "Jazz"}
    options = [part for key, value in wanted.items() for part in ("-metadata", f"{key}={value}")]
    path = convert(write_wav(tmp_path / "source.wav"), name, *options)
    assert wanted.items() <= load_clip(path).tags.items()


def test_tags_are_cut_to_one_short_line(tmp_path: Path) -> None:
    source = write_wav(tmp_path / "source.wav")
    path = convert(source, "a.flac", "-metadata", "title=two\nlines", "-metadata", f"album={'long ' * 10_000}")
    tags = load_clip(path).tags
    assert tags["title"] == "two lines"
    assert len(tags["album"]) == 200


def test_tags_in_a_foreign_encoding_do_not_matter(tmp_path: Path) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), "a.wav", "-metadata", "title=PLACEHOLDER")
    path.write_bytes(path.read_bytes().replace(b"PLACEHOLDER", b"\xdcbung \xff\xfe!!!"))
    clip = load_clip(path)
    assert "bung" in clip.tags["title"]
    assert clip.notes == ()


def test_progress_rises_to_one(tmp_path: Path) -> None:
    fractions: list[float] = []
    load_clip(write_wav(tmp_path / "a.wav", seconds=20.0), lambda fraction, text: fractions.append(fraction))
    assert fractions == sorted(fractions)
    assert fractions[0] == 0.0
    assert fractions[-1] == 1.0
    assert len(fractions) > 5


@pytest.mark.parametrize("name", ["a.wav", "a.m4a"])
def test_loading_can_be_cancelled(tmp_path: Path, name: str) -> None:
    source = write_wav(tmp_path / "source.wav", seconds=20.0)
    path = convert(source, name)

    def cancel(fraction: float, text: str) -> None:
        if fraction > 0.3:
            raise Cancelled

    with pytest.raises(Cancelled):
        load_clip(path, cancel)


@pytest.mark.parametrize("name", ["Ünï 🎧 \u200d.wav", "line\nbreak.wav", "-dash.wav", "concat:a|b.wav", "100%.wav"])
def test_strange_names_are_no_obstacle(tmp_path: Path, name: str) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows does not allow such names")
    assert load_clip(write_wav(tmp_path / "a.wav").rename(tmp_path / name)).duration == pytest.approx(3.0)


@pytest.mark.parametrize("extension", ["wav", "mp3", "m4a"])
def test_a_name_that_is_no_text_is_no_obstacle(tmp_path: Path, extension: str) -> None:
    if sys.platform in ("win32", "darwin"):
        pytest.skip("file names are text on this system")
    path = convert(write_wav(tmp_path / "source.wav"), f"a.{extension}")
    assert load_clip(path.rename(tmp_path / f"caf\udce9.{extension}")).duration == pytest.approx(3.0, abs=0.1)


def test_a_relative_path_is_no_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows does not allow colons in names")
    path = convert(write_wav(tmp_path / "source.wav"), "a.m4a").rename(tmp_path / "http:x.m4a")
    monkeypatch.chdir(tmp_path)
    assert load_clip(Path(path.name)).duration == pytest.approx(3.0, abs=0.1)


def test_a_playlist_opens_nothing_else(tmp_path: Path) -> None:
    write_wav(tmp_path / "other.wav")
    playlist = tmp_path / "list.m4a"
    playlist.write_text("#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\nother.wav\n#EXT-X-ENDLIST\n")
    with pytest.raises(AudioError, match="text file"):
        load_clip(playlist)


def test_the_types_are_imported_without_any_decoder() -> None:
    program = "import sys, core.audio.clip, core.audio.waveform; print({'soundfile', 'soxr', 'av'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_wav_file_is_loaded_without_libav_and_librosa(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav")
    program = (
        "import sys, pathlib; from core.audio.clip import load_clip; load_clip(pathlib.Path(sys.argv[1]));"
        "print([m for m in ('librosa', 'av', 'scipy', 'numba') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_hours_of_sound_are_loaded_in_little_more_memory_than_the_signal(tmp_path: Path) -> None:
    if not sys.platform.startswith("linux"):
        pytest.skip("memory is measured as Linux counts it")
    path = write_silence(tmp_path / "long.wav", 2400, 44100)
    program = (
        "import sys, pathlib, resource; import core.audio.decoding.decode; from core.audio.clip import load_clip\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024\n"
        "before = peak(); clip = load_clip(pathlib.Path(sys.argv[1])); print((peak() - before) / clip.y.nbytes)"
    )
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert float(done.stdout) < 1.3
