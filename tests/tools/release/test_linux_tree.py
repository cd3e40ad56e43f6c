"""What the desktops of Linux read, checked by their own rules."""

import configparser
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from core import __version__
from core.audio.files import AUDIO_EXTENSIONS
from core.model_file.container import write_model_file
from tools.release.command import validate
from tools.release.linux_tree import IDENTIFIER, write_desktop_files
from tools.release.media_types import MODEL, TYPES, media_types


@pytest.fixture
def share(tmp_path: Path, qapp: object) -> Path:
    write_desktop_files(tmp_path, datetime(2026, 3, 1, tzinfo=UTC))
    return tmp_path / "share"


def test_the_menu_entry_opens_files_of_every_kind(share: Path) -> None:
    parser = configparser.RawConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(share / "applications" / "groovescope.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert entry["Exec"] == "groovescope %F"
    assert set(entry["MimeType"].strip(";").split(";")) == set(media_types())
    assert {"Name", "Comment[de]", "Comment[es]", "Icon", "StartupWMClass"} <= set(entry)


def test_every_ending_that_the_program_opens_has_a_kind() -> None:
    endings = {f".{ending}" for row in TYPES for ending in row.split()}
    assert endings == AUDIO_EXTENSIONS


def test_icons_have_the_sizes_of_their_folders(share: Path) -> None:
    pictures = list((share / "icons" / "hicolor").glob("*/apps/groovescope.png"))
    assert len(pictures) == 9
    for picture in pictures:
        size = int(picture.parts[-3].partition("x")[0])
        assert QImage(str(picture)).size().toTuple() == (size, size)
    assert (share / "icons" / "hicolor" / "scalable" / "apps" / "groovescope.svg").exists()


def test_the_description_names_this_version(share: Path) -> None:
    about = ET.parse(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml").getroot()
    assert about.findtext("id") == IDENTIFIER
    release = about.find("releases/release")
    assert release is not None
    assert release.attrib == {"version": __version__, "date": "2026-03-01"}


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="needs appstreamcli")
def test_appstream_takes_the_description(share: Path) -> None:
    validate(share)


@pytest.mark.skipif(shutil.which("update-mime-database") is None, reason="needs shared-mime-info")
@pytest.mark.skipif(shutil.which("xdg-mime") is None and shutil.which("gio") is None, reason="needs gio")
def test_a_model_is_known_by_its_content(share: Path, tmp_path: Path) -> None:
    subprocess.run(["update-mime-database", str(share / "mime")], check=True, capture_output=True)
    model = tmp_path / "committee.gsm"
    write_model_file(model, '{"name": "x"}', b"onnx")
    environment = {"XDG_DATA_HOME": str(share), "XDG_DATA_DIRS": "/usr/share", "PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    command = ["gio", "info", "-a", "standard::content-type", str(model)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    assert MODEL in done.stdout
