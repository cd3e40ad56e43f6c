import json
from pathlib import Path

import av
import numpy as np
import pytest

from core.export.images import (
    KINDS,
    SongPictures,
    draw,
    folder_names,
    padded,
    palette,
    png,
    save_arrays,
    write_pictures,
)
from core.features.rows import song_images
from core.synthesis import synthesise


@pytest.fixture(scope="module")
def two_songs():
    """Pictures of two songs of different length."""
    clips = [synthesise(seconds, sr=22050) for seconds in (2.0, 3.0)]
    return [song_images(clip.y.mean(axis=1)) for clip in clips]


def decoded(path):
    with av.open(str(path)) as container:
        return next(container.decode(video=0)).to_ndarray(format="rgb24")


@pytest.fixture
def written(tmp_path, two_songs):
    songs = []
    for i, pictures in enumerate(two_songs):
        save_arrays(pictures, tmp_path / f"{i}.npz")
        songs.append(SongPictures(f"song {i}", f"song {i}", f"uuid {i}", f"/music/song {i}.wav", tmp_path / f"{i}.npz"))
    width = write_pictures(songs, tmp_path / "images")
    return tmp_path / "images", width


def test_every_picture_of_a_batch_has_the_widest_songs_width(written, two_songs):
    folder, width = written
    assert width == two_songs[1]["mel"].shape[1] == 1 + 3 * 22050 // 512
    for song in ("song 0", "song 1"):
        for name, kind in KINDS.items():
            array = np.load(folder / song / f"{name}.npy", allow_pickle=False)
            assert array.dtype == np.float32
            assert array.shape == (len(two_songs[0][name]), width)
            assert decoded(folder / song / f"{name}.png").shape == (len(array) * kind.pixels_per_row, width, 3)


def test_the_narrower_song_is_padded_on_the_right_with_its_minimum(written, two_songs):
    folder, _ = written
    for name, picture in two_songs[0].items():
        array = np.load(folder / "song 0" / f"{name}.npy")
        n_frames = picture.shape[1]
        np.testing.assert_array_equal(array[:, :n_frames], picture)
        assert (array[:, n_frames:] == picture.min()).all()
        assert array[:, n_frames:].size


def test_the_description_names_every_song_row_and_scale(written, two_songs):
    folder, width = written
    description = json.loads((folder / "images.json").read_text(encoding="utf-8"))
    assert description["width"] == width
    assert description["seconds_per_frame"] == pytest.approx(512 / 22050)
    assert list(description["pictures"]) == list(KINDS)
    first = description["songs"][0]
    assert (first["folder"], first["uuid"], first["frames"]) == ("song 0", "uuid 0", two_songs[0]["mel"].shape[1])
    assert first["padding"]["mel"] == pytest.approx(float(two_songs[0]["mel"].min()))


def test_a_png_shows_the_palette_with_row_0_at_the_bottom(tmp_path):
    picture = np.array([[0.0, 0.5], [1.0, 0.25]], dtype=np.float32)
    (tmp_path / "p.png").write_bytes(png(draw(picture, KINDS["chroma_stft"])))
    pixels = decoded(tmp_path / "p.png")
    assert pixels.shape == (32, 2, 3)
    colours = palette()
    np.testing.assert_array_equal(pixels[0], colours[[255, 64]])
    np.testing.assert_array_equal(pixels[-1], colours[[0, 128]])


def test_the_palette_grows_ever_lighter():
    lightness = palette().astype(float) @ [0.2126, 0.7152, 0.0722]
    assert (np.diff(lightness) >= 0).all()
    assert lightness[0] < 15 < 240 < lightness[-1]


def test_silence_is_drawn_without_a_warning(tmp_path):
    pictures = song_images(np.zeros(22050, dtype=np.float32))
    for name, kind in KINDS.items():
        indices = draw(padded(pictures[name], 60), kind)
        assert indices.shape == (len(pictures[name]) * kind.pixels_per_row, 60)


def test_songs_of_the_same_name_get_folders_of_their_own():
    names = ["a", "b", "A", "a", "sl/ash\n", "..", ""]
    uuids = ["11111111-x", "22222222-x", "33333333-x", "11111111-x", "5", "6", "7"]
    folders = folder_names(names, uuids)
    assert len({folder.casefold() for folder in folders}) == len(names)
    assert folders[:5] == ["a-11111111", "b", "A-33333333", "a-11111111-2", "sl ash"]
    assert not any(set(folder) & set("/\\\n") or folder in ("", ".", "..") for folder in folders)


def test_long_names_in_any_script_fit_into_a_file_system(tmp_path: Path):
    folders = folder_names(["🎸" * 90, "曲" * 90, "🎸" * 91, "con"], ["1" * 32, "2" * 32, "3" * 32, "4" * 32])
    for folder in folders:
        (tmp_path / folder).mkdir()
    assert "con" not in folders
