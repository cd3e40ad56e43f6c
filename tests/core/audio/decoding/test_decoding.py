"""Files that are damaged, strange or no audio at all: each gives a clip with a note or one clear line."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pytest
import soundfile as sf

from core.audio.clip import AudioClip, load_clip
from core.errors import AudioError
from core.messages import texts
from tests.core.sound_files import convert, ffmpeg, music, truncate, video, write_silence, write_wav
from tests.corpus.handmade import chained_ogg

GONE = "a.wav cannot be found; it may have been moved or renamed. Open it from where it is now."
FORBIDDEN = "a.wav may not be read: permission denied. Change its permissions or ask its owner for a copy."
UNKNOWN = "a.m4a is encoded in a way that cannot be decoded here; it may be copy-protected. Convert it to WAV or FLAC."


def reason(path: Path) -> str:
    """The one line that tells why `path` cannot be loaded."""
    with pytest.raises(AudioError) as problem:
        load_clip(path)
    line = str(problem.value)
    assert line.isprintable()
    assert len(line) < 250
    assert not any(word in line for word in ("Traceback", "Error", "Exception", "Errno", "None", str(path.parent)))
    return line


def test_a_text_file_named_wav(tmp_path: Path) -> None:
    (tmp_path / "notes.wav").write_text("Dear diary,\n" * 500)
    assert reason(tmp_path / "notes.wav") == "notes.wav is a text file, not audio; choose the music itself."


def test_a_web_page_named_mp3(tmp_path: Path) -> None:
    (tmp_path / "song.mp3").write_text("<!DOCTYPE html><title>404 – nicht gefunden</title>" * 40, encoding="utf-8")
    assert (
        reason(tmp_path / "song.mp3")
        == "song.mp3 is a web page, not audio; the download failed. Download the file again."
    )


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.wav").touch()
    assert reason(tmp_path / "a.wav") == "a.wav is empty: it has 0 bytes. Copy or download it again."


@pytest.mark.parametrize("name", ["a.wav", "a.ogg", "a.aiff", "a.caf"])
def test_a_file_of_no_samples(tmp_path: Path, name: str) -> None:
    sf.write(tmp_path / name, np.zeros((0, 2)), 44100)
    assert reason(tmp_path / name).startswith(f"{name} contains no audio")


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.wav") == GONE
    assert "cannot be found" in reason(tmp_path / "a\0.wav")


def test_a_folder(tmp_path: Path) -> None:
    (tmp_path / "album.wav").mkdir()
    assert reason(tmp_path / "album.wav") == "album.wav is a folder; open the files in it."


def test_a_pipe_is_turned_away_at_once(tmp_path: Path) -> None:
    if not hasattr(os, "mkfifo"):
        pytest.skip("needs named pipes")
    os.mkfifo(tmp_path / "a.wav")
    assert reason(tmp_path / "a.wav") == "a.wav is not a file but a device or a pipe; choose a file with music in it."


def test_a_file_without_read_permission() -> None:
    if sys.platform == "win32":
        pytest.skip("needs permissions as POSIX has them")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        path = write_wav(folder / "a.wav")
        path.chmod(0)
        root = os.geteuid() == 0
        if root:
            os.seteuid(65534)  # root may read everything: be nobody for a moment
        try:
            assert reason(path) == FORBIDDEN
        finally:
            if root:
                os.seteuid(0)


def test_bytes_that_mean_nothing(tmp_path: Path) -> None:
    for index, extension in enumerate(["wav", "mp3", "flac", "ogg", "m4a", "aac", "wma", "raw", "gsm2"]):
        path = tmp_path / f"a.{extension}"
        path.write_bytes(np.random.default_rng(index).bytes(50_000))
        assert "cannot be read as audio" in reason(path) or "cannot be decoded" in reason(path)


def test_a_picture(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "testsrc=duration=1:size=64x48:rate=1", "-frames:v", "1", tmp_path / "a.png")
    assert "is a picture, not audio" in reason((tmp_path / "a.png").rename(tmp_path / "a.mp4"))


def test_a_video_without_sound(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "testsrc=duration=1:size=64x48:rate=25", "-c:v", "mpeg4", tmp_path / "a.mp4")
    assert reason(tmp_path / "a.mp4") == "a.mp4 has no audio track; choose a file with sound in it."


def test_an_encrypted_file(tmp_path: Path) -> None:
    encryption = ["-encryption_scheme", "cenc-aes-ctr", "-encryption_key", "1" * 32, "-encryption_kid", "2" * 32]
    path = convert(write_wav(tmp_path / "source.wav"), "a.mp4", *encryption)
    assert reason(path) == "a.mp4 is encrypted; get a copy without protection."


def test_an_unknown_codec(tmp_path: Path) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), "a.m4a")
    path.write_bytes(path.read_bytes().replace(b"mp4a", b"zzzz").replace(b"esds", b"free"))
    assert reason(path) == UNKNOWN


def test_more_hours_than_can_be_analysed(tmp_path: Path) -> None:
    path = write_silence(tmp_path / "a.wav", 13 * 3600, 8000)
    assert reason(path) == "a.wav lasts more than 12 hours; cut it into shorter pieces."


@pytest.mark.parametrize("sr", [1, 44, 4_000_000_000])
def test_a_sampling_rate_that_nothing_has(tmp_path: Path, sr: int) -> None:
    path = write_wav(tmp_path / "a.wav")
    content = bytearray(path.read_bytes())
    content[24:28] = sr.to_bytes(4, "little")
    path.write_bytes(content)
    assert reason(path).startswith("a.wav ")


def test_a_long_name_with_line_breaks_stays_one_line(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows does not allow such names")
    path = tmp_path / ("line\nbreak\x1b[31m" + "x" * 200 + ".wav")
    path.write_text("no music")
    assert reason(path).endswith(".wav is a text file, not audio; choose the music itself.")


@pytest.mark.parametrize("seconds", [0.001, 0.04, 0.1])
def test_a_very_short_clip_is_a_clip(tmp_path: Path, seconds: float) -> None:
    clip = load_clip(write_wav(tmp_path / "a.wav", seconds=seconds))
    assert clip.duration == pytest.approx(seconds, abs=1e-4)
    assert clip.notes == ()


def test_silence_is_a_clip(tmp_path: Path) -> None:
    clip = load_clip(write_silence(tmp_path / "a.wav", 5, 44100))
    assert clip.duration == 5.0
    assert not clip.y.any()
    assert clip.notes == ()


def test_samples_that_are_no_numbers_become_silence_and_are_counted(tmp_path: Path) -> None:
    samples = music()
    samples[1000:1010, 0] = np.nan
    samples[2000, 1] = np.inf
    samples[70_000, 1] = -np.inf
    samples[80_000, 0] = 3e38
    sf.write(tmp_path / "a.wav", samples, 44100, subtype="FLOAT")
    clip = load_clip(tmp_path / "a.wav")
    silenced = np.where(np.abs(samples) < 1e10, samples, 0).astype(np.float32)
    sf.write(tmp_path / "silenced.wav", silenced, 44100, subtype="FLOAT")
    assert texts(clip.notes) == ["13 samples are not finite numbers and are taken as silence."]
    np.testing.assert_array_equal(clip.y, load_clip(tmp_path / "silenced.wav").y)


def test_one_sample_that_is_no_number(tmp_path: Path) -> None:
    samples = music(22050, 1)
    samples[5] = np.nan
    sf.write(tmp_path / "a.wav", samples, 22050, subtype="FLOAT")
    assert texts(load_clip(tmp_path / "a.wav").notes) == ["1 sample is not a finite number and is taken as silence."]


def test_samples_far_above_full_scale_are_kept_and_told_of(tmp_path: Path) -> None:
    sf.write(tmp_path / "a.wav", music(22050, 1) * 32768, 22050, subtype="FLOAT")
    clip = load_clip(tmp_path / "a.wav")
    np.testing.assert_array_equal(clip.y, music(22050, 1)[:, 0] * 32768)
    assert len(clip.notes) == 1
    assert "times full scale" in str(clip.notes[0])


def test_an_unknown_length_is_no_obstacle(tmp_path: Path) -> None:
    program = shutil.which("ffmpeg")
    if program is None:
        pytest.skip("needs ffmpeg to make the file")
    source = write_wav(tmp_path / "source.wav")
    whole = load_clip(source)
    for kind in ("wav", "flac"):
        command = [program, "-nostdin", "-v", "error", "-i", str(source), "-f", kind, "-"]
        # A pipe cannot be sought in, so the header never learns how much follows.
        (tmp_path / f"piped.{kind}").write_bytes(subprocess.run(command, capture_output=True, check=True).stdout)
        piped = load_clip(tmp_path / f"piped.{kind}")
        assert (piped.content_id, piped.notes) == (whole.content_id, ())


@pytest.mark.parametrize("name", ["a.wav", "a.aiff", "a.au", "a.w64", "a.flac", "a.mp3"])
@pytest.mark.parametrize("fraction", [0.3, 0.71])
def test_a_truncated_file_gives_what_is_left_with_a_note(tmp_path: Path, name: str, fraction: float) -> None:
    whole, cut = whole_and_truncated(tmp_path, name, fraction)
    assert cut.duration == pytest.approx(fraction * whole.duration, abs=1.0)
    assert texts(cut.notes) == [f"The file ends early: {cut.duration:.1f} s of {whole.duration:.1f} s could be read."]
    assert_begins_like(cut, whole)


@pytest.mark.parametrize("name", ["a.ogg", "a.opus"])
def test_a_truncated_ogg_file_lacks_its_end(tmp_path: Path, name: str) -> None:
    whole, cut = whole_and_truncated(tmp_path, name, 0.6)
    assert texts(cut.notes) == [f"The file is damaged or ends early: {cut.duration:.1f} s could be read."]
    assert_begins_like(cut, whole)


def test_a_truncated_m4a_file_with_its_index_in_front(tmp_path: Path) -> None:
    source = write_wav(tmp_path / "source.wav", seconds=10.0)
    path = convert(source, "a.m4a", "-movflags", "+faststart")
    whole, cut = load_clip(path), load_clip(truncate(path, 0.5))
    assert texts(cut.notes) == [f"The file ends early: {cut.duration:.1f} s of 10.0 s could be read."]
    assert_begins_like(cut, whole)


def test_a_truncated_m4a_file_without_its_index(tmp_path: Path) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), "a.m4a")
    assert "lacks its index" in reason(truncate(path, 0.5))


def whole_and_truncated(tmp_path: Path, name: str, fraction: float) -> tuple[AudioClip, AudioClip]:
    path = convert(write_wav(tmp_path / "source.wav", seconds=10.0), name)
    return load_clip(path), load_clip(truncate(path, fraction))


def assert_begins_like(cut: AudioClip, whole: AudioClip) -> None:
    n = len(cut.y) - 4000  # what the last, cut piece of a coder or the resampler's edge make of the end
    assert n > 20_000
    np.testing.assert_allclose(cut.y[:n], whole.y[:n], atol=2e-4)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3", "a.ogg", "a.m4a", "a.wma", "a.mkv", "a.aac"])
def test_truncation_anywhere_gives_a_clip_or_one_line(tmp_path: Path, name: str) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), name)
    content = path.read_bytes()
    for n_bytes in [*range(1, 64, 7), 100, 500, 1000, *range(2000, len(content), len(content) // 7)]:
        cut = tmp_path / f"cut-{name}"
        cut.write_bytes(content[:n_bytes])
        assert_clip_or_one_line(cut)


def assert_clip_or_one_line(path: Path) -> None:
    try:
        clip = load_clip(path)
    except AudioError as problem:
        lines = [str(problem)]
    else:
        lines = texts(clip.notes)
        assert len(clip.y) > 0
        assert np.isfinite(clip.y).all()
    assert all(line.isprintable() for line in lines)


@pytest.mark.parametrize("name", ["a.wav", "a.flac", "a.mp3", "a.ogg", "a.m4a", "a.wma", "a.mkv", "a.aac", "a.wv"])
def test_damage_anywhere_gives_a_clip_or_one_line(tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]) -> None:
    content = convert(write_wav(tmp_path / "source.wav"), name).read_bytes()
    damaged = tmp_path / f"damaged-{name}"
    for seed in range(25):
        rng = np.random.default_rng(seed)
        broken = np.frombuffer(content, np.uint8).copy()
        span = 300 if seed % 2 else len(broken)  # headers break in other ways than what follows
        where = rng.integers(0, min(span, len(broken)), rng.choice([1, 5, 100]))
        broken[where] = rng.integers(0, 256, len(where))
        damaged.write_bytes(broken.tobytes())
        assert_clip_or_one_line(damaged)
    assert capfd.readouterr() == ("", "")  # the decoders keep their doubts to themselves


def test_flac_goes_on_behind_damage(tmp_path: Path) -> None:
    path = convert(write_wav(tmp_path / "source.wav", seconds=10.0), "a.flac")
    content = bytearray(path.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 10_000] = bytes(10_000)
    path.write_bytes(content)
    clip = load_clip(path)
    assert 9.0 < clip.duration < 10.0
    assert texts(clip.notes) == [f"The file is damaged or ends early: {clip.duration:.1f} s could be read."]


def test_an_mp3_whose_length_is_understated_is_read_to_its_end(tmp_path: Path) -> None:
    source = write_wav(tmp_path / "source.wav", seconds=6.0)
    first = convert(source, "a.mp3")
    joined = tmp_path / "joined.mp3"
    joined.write_bytes(first.read_bytes() * 2)  # the header counts the frames of the first half only
    clip = load_clip(joined)
    assert clip.duration == pytest.approx(12.0, abs=0.2)
    assert texts(clip.notes) == [f"The file states a length of 6.0 s; all {clip.duration:.1f} s were read."]


def test_an_mp3_of_variable_rate_without_a_header_is_read_to_its_end(tmp_path: Path) -> None:
    loud_first = np.concatenate([music(seconds=2.0), 0.001 * music(seconds=20.0)])
    sf.write(tmp_path / "source.wav", loud_first, 44100)
    path = convert(tmp_path / "source.wav", "a.mp3", "-q:a", "2", "-write_xing", "0")
    assert sf.info(path).duration < 20.0  # libsndfile takes the first frame's rate for all of them
    assert load_clip(path).duration == pytest.approx(22.0, abs=0.2)


def test_tags_behind_an_mp3_are_not_taken_for_sound(tmp_path: Path) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), "a.mp3")
    plain = load_clip(path)
    with path.open("ab") as file:
        file.write(b"APETAGEX" + bytes(300_000) + b"TAG" + bytes(125))
    tagged = load_clip(path)
    assert (tagged.content_id, tagged.notes) == (plain.content_id, ())


def test_the_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    source = write_wav(tmp_path / "source.wav")
    flac = convert(source, "a.flac").rename(tmp_path / "really flac.mp3")
    m4a = convert(source, "a.m4a").rename(tmp_path / "really m4a.wav")
    assert load_clip(flac).content_id == load_clip(source).content_id
    assert load_clip(m4a).source.codec == "AAC"


def test_cover_art_is_no_video_to_fear(tmp_path: Path) -> None:
    ffmpeg("-f", "lavfi", "-i", "testsrc=duration=1:size=640x480:rate=1", "-frames:v", "1", tmp_path / "cover.png")
    source = write_wav(tmp_path / "source.wav")
    for name in ("a.m4a", "a.mp3", "a.flac"):
        path = tmp_path / name
        picture = ["-c:v", "mjpeg", "-disposition:v", "attached_pic"]
        ffmpeg("-i", source, "-i", tmp_path / "cover.png", "-map", "0", "-map", "1", *picture, path)
        clip = load_clip(path)
        assert clip.duration == pytest.approx(3.0, abs=0.1)
        assert clip.notes == ()


def test_a_video_whose_pictures_outlast_its_sound_is_not_called_truncated(tmp_path: Path) -> None:
    source = write_wav(tmp_path / "source.wav", seconds=1.0)
    for name in ("a.mp4", "a.mkv"):
        clip = load_clip(video(source, name, "-c:v", "mpeg4"))
        assert clip.duration == pytest.approx(1.0, abs=0.1)
        assert clip.notes == ()


@pytest.mark.parametrize("name", ["notes.gsm", "notes.dfpwm", "notes.sln", "notes.au", "notes.302", "notes.xyz"])
def test_a_text_is_no_sound_whatever_it_is_called(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("Strophe eins – and so on …\n" * 300, encoding="utf-8")
    assert reason(tmp_path / name) == f"{name} is a text file, not audio; choose the music itself."


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"PK\x03\x04" + bytes(500), "is an archive"),
        (b"%PDF-1.7\n" + bytes(500), "is a document"),
        (b"MThd\0\0\0\6\0\1\0\1\0\x60", "holds notes (MIDI)"),
        (bytes(50_000), "begins with zeros only"),
        (b"\x7fELF" + bytes(500), "is a program"),
    ],
)
def test_what_is_taken_for_music_is_called_by_its_name(tmp_path: Path, head: bytes, words: str) -> None:
    (tmp_path / "a.mp3").write_bytes(head)
    assert words in reason(tmp_path / "a.mp3")


def test_a_link_that_leads_to_itself(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("links need rights on Windows")
    (tmp_path / "a.wav").symlink_to(tmp_path / "b.wav")
    (tmp_path / "b.wav").symlink_to(tmp_path / "a.wav")
    assert reason(tmp_path / "a.wav").startswith("a.wav is a link that leads back to itself; open")


def test_a_device_is_turned_away_at_once() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("needs /dev/zero")
    assert reason(Path("/dev/zero")).startswith("zero is not a file but a device or a pipe; choose")


def test_a_name_that_is_too_long(tmp_path: Path) -> None:
    line = reason(tmp_path / ("x" * 300 + ".wav"))
    assert line.endswith(("rename it.", "from where it is now."))


def test_a_file_that_is_cut_while_it_is_read_gives_what_was_there(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", seconds=60.0)
    whole = path.stat().st_size

    def report(fraction: float, text: str) -> None:
        if 0.2 < fraction < 0.6 and path.stat().st_size == whole:
            os.truncate(path, whole // 2)

    clip = load_clip(path, report)
    assert 25.0 < clip.duration < 45.0
    assert texts(clip.notes) == [f"The file ends early: {clip.duration:.1f} s of 60.0 s could be read."]


def test_a_file_that_grows_while_it_is_read_is_read_as_it_was_opened(tmp_path: Path) -> None:
    path = write_wav(tmp_path / "a.wav", seconds=60.0)

    def report(fraction: float, text: str) -> None:
        with path.open("ab") as file:
            file.write(bytes(10_000))

    assert load_clip(path, report).duration == pytest.approx(60.0, abs=0.01)


def test_a_file_that_is_taken_away_while_it_is_read_is_read_to_its_end(tmp_path: Path) -> None:
    for name in ("a.wav", "b.m4a"):
        source = write_wav(tmp_path / "source.wav", seconds=20.0)
        path = convert(source, name)

        def report(fraction: float, text: str, path: Path = path) -> None:
            path.unlink(missing_ok=True)

        if sys.platform != "win32":
            assert load_clip(path, report).duration == pytest.approx(20.0, abs=0.1)


def test_the_length_of_a_chain_of_ogg_files_is_that_of_all(tmp_path: Path) -> None:
    path = tmp_path / "radio.ogg"
    path.write_bytes(chained_ogg())
    clip = load_clip(path)
    assert clip.duration == pytest.approx(3.0, abs=0.05)
    assert clip.notes == ()


def test_an_mp3_without_tag_and_extension_is_read_to_the_same_bits(tmp_path: Path) -> None:
    named = tmp_path / "a.mp3"
    sf.write(named, music(), 44100, format="MP3")
    assert named.read_bytes()[:2] == b"\xff\xfb"
    whole = load_clip(named)
    assert whole.source.decoder == "libsndfile"
    assert load_clip(named.rename(tmp_path / "a")).content_id == whole.content_id


def test_damaged_mp3_in_a_wav_file_prints_nothing(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = convert(write_wav(tmp_path / "source.wav"), "a.wav", "-c:a", "libmp3lame")
    content = bytearray(path.read_bytes())
    content[8000:12_000] = bytes(4000)
    path.write_bytes(content)
    assert_clip_or_one_line(path)
    assert capfd.readouterr() == ("", "")
