"""Whose work is inside, told from the files that were collected."""

import json
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest

from tools.release.notices import compose
from tools.release.parts import HERE, TEXTS, Entry, Inventory, NoLicenceError, plain_name, recorded
from tools.system import ROOT


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Two installed distributions: one with its licence, one without, and a library that belongs to neither."""
    folder = tmp_path / "site-packages"
    for name, licence in (("goodlib", "The licence of goodlib, in full."), ("barelib", None)):
        (folder / name).mkdir(parents=True)
        (folder / name / "__init__.py").touch()
        info = folder / f"{name}-1.5.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.5\nLicense-Expression: MIT\n")
        files = [f"{name}/__init__.py", f"{info.name}/METADATA", f"{info.name}/RECORD"]
        if licence:
            (info / "LICENSE").write_text(licence)
            files.append(f"{info.name}/LICENSE")
        (info / "RECORD").write_text("".join(f"{file},,\n" for file in files))
    (folder / "libodd.so.1").touch()
    return folder


def inventory(packages: Path, known: dict[str, object] | None = None) -> Inventory:
    distributions = metadata.distributions(path=[str(packages)])
    return Inventory(known or {"part": []}, distributions, python=packages / "none")


def entry(path: Path) -> Entry:
    return (path.name, str(path), "DATA")


def test_a_distribution_brings_its_own_text(packages: Path) -> None:
    (part,) = inventory(packages).parts([entry(packages / "goodlib/__init__.py")])
    assert (part.name, part.version, part.licence) == ("goodlib", "1.5", "MIT")
    assert part.texts == ("The licence of goodlib, in full.",)
    assert part.source == "https://pypi.org/project/goodlib/1.5/"


def test_files_are_known_where_the_environment_is_a_link(packages: Path, tmp_path: Path) -> None:
    link = tmp_path / "environment"
    link.symlink_to(packages, target_is_directory=True)
    for there in (packages, link):
        for source in (packages, link):
            (part,) = inventory(there).parts([entry(source / "goodlib/__init__.py")])
            assert part.name == "goodlib"


def test_a_part_without_a_text_is_refused_by_name(packages: Path) -> None:
    with pytest.raises(NoLicenceError, match="barelib") as refusal:
        inventory(packages).parts([entry(packages / f"{name}/__init__.py") for name in ("barelib", "goodlib")])
    assert "goodlib" not in str(refusal.value)


def test_a_file_of_nobody_is_refused_by_name(packages: Path) -> None:
    with pytest.raises(NoLicenceError, match=r"libodd\.so\.1"):
        inventory(packages).parts([entry(packages / "libodd.so.1")])


def test_what_is_known_of_a_library_stands_in_for_the_text_that_it_lacks(packages: Path) -> None:
    known: dict[str, object] = {
        "part": [
            {
                "name": "Odd",
                "licence": "MIT",
                "files": ["odd*"],
                "copyright": "(c) Odd",
                "texts": ["mit"],
                "source": "x",
            },
            {"name": "Within", "licence": "X", "inside": "odd", "texts": ["zlib", "GPL-3"], "source": "y"},
        ],
        "distribution": {"barelib": {"copyright": "(c) Bare", "texts": ["Apache-2.0"]}},
    }
    entries = [entry(packages / "libodd.so.1"), entry(packages / "barelib/__init__.py")]
    bare, odd, within = inventory(packages, known).parts(entries)
    assert (bare.texts, bare.shared_texts) == (("(c) Bare",), ("Apache-2.0",))
    assert odd.texts[0] == "(c) Odd"
    assert "Permission is hereby granted" in odd.texts[1]
    assert within.name == "Within"
    text = compose([bare, odd, within])
    assert text.count("Version 2.0, January 2004") == 1  # the common ones stand once, at the end
    assert text.index("(c) Odd") < text.index("GNU GENERAL PUBLIC LICENSE")


def test_own_files_and_links_need_no_notice(packages: Path) -> None:
    link: Entry = ("libodd.so.1", str(packages / "libodd.so.1"), "SYMLINK")
    own = entry(ROOT / "resources" / "demo.flac")
    assert inventory(packages).parts([link, own, ("namespace", "-", "PYMODULE")]) == []


def test_python_itself_brings_its_licence() -> None:
    (part,) = (one for one in Inventory().parts([entry(Path(json.__file__))]) if one.name == "Python")
    assert part.version == ".".join(map(str, sys.version_info[:3]))
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in part.texts[0]


def test_every_package_that_the_program_is_built_from_has_a_text() -> None:
    """The build refuses a part without one; this tells a day earlier, when a lock file changes."""
    locked = {
        plain_name(line.partition("==")[0])
        for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
        if "==" in line and line[0].isalnum()
    }
    entries: list[Entry] = []
    for distribution in metadata.distributions():
        if plain_name(distribution.metadata["Name"]) in locked:
            names = [name for name in recorded(distribution) if name.endswith("/METADATA") or ".libs/" in name]
            entries += [(name, str(distribution.locate_file(name)), "BINARY") for name in names]
    names = {plain_name(part.name) for part in Inventory().parts(entries)}
    assert {"av", "ffmpeg", "x264", "x265", "mutagen", "pyarrow", "pyside6-essentials"} <= names


def test_every_text_is_used_and_there() -> None:
    known = tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))
    named = {text for one in (*known["part"], *known["distribution"].values()) for text in one["texts"]}
    assert named == {path.stem for path in TEXTS.iterdir()}
