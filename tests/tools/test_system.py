import subprocess
import sys
from pathlib import Path

import pytest

from tests.waiting import wait_for
from tools import system
from tools.system import (
    SetupError,
    has_library,
    install_system_packages,
    loads,
    missing_packages,
    missing_test_packages,
    run_logged,
)

needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian packages are for Linux")


def test_a_command_that_fails_says_its_last_error_and_where_the_rest_is(tmp_path: Path) -> None:
    code = "print('ERROR: no such version'); print('bye'); raise SystemExit(1)"
    with pytest.raises(SetupError, match=r"^It failed: no such version \(all of it is in setup\.log\)\.$"):
        run_logged([sys.executable, "-c", code], "It failed", log=tmp_path / "setup.log")
    assert "bye" in (tmp_path / "setup.log").read_text()


@needs_linux
def test_each_missing_library_names_its_package() -> None:
    lacking = {"libxcb-cursor.so.0", "libportaudio.so.2"}
    found = missing_packages(has_library=lambda name: name not in lacking, has_font=lambda: False)
    assert found == ["libxcb-cursor0", "libportaudio2", "fonts-dejavu-core"]
    assert missing_packages(has_library=lambda name: True, has_font=lambda: True) == []


@needs_linux
def test_each_missing_test_program_names_its_package(tmp_path: Path) -> None:
    assert missing_test_packages(lambda name: None if name == "sox" else f"/usr/bin/{name}", tmp_path) == [
        "sox",
        "libasound2-plugins",
    ]
    plugin = tmp_path / "x86_64-linux-gnu" / "alsa-lib" / "libasound_module_pcm_pulse.so"
    plugin.parent.mkdir(parents=True)
    plugin.touch()
    assert missing_test_packages(lambda name: f"/usr/bin/{name}", tmp_path) == []


@needs_linux
def test_libraries_are_found_by_what_the_loader_would_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert has_library("libc.so.6") and loads("libc.so.6")
    assert not has_library("libgroove-none.so.1")
    (tmp_path / "libgroove-none.so.1").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    assert has_library("libgroove-none.so.1")
    assert not loads(str(tmp_path / "libgroove-none.so.1"))


def test_without_administrator_rights_one_line_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert not install_system_packages(["libegl1", "libgl1"])
    assert capsys.readouterr().err == "Missing system packages; to have them: sudo apt install libegl1 libgl1\n"


def test_packages_that_cannot_be_had_are_one_line_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\necho E: no network\nexit 1\n")
    apt.chmod(0o755)
    monkeypatch.setattr(system, "administrator", list)
    monkeypatch.setattr(system.shutil, "which", lambda name: str(apt))
    assert not install_system_packages(["libegl1"], tmp_path / "setup.log")
    doing, failed = capsys.readouterr().err.splitlines()
    assert doing == "Installing system packages: libegl1"
    assert failed.startswith("They cannot be installed: no network (all of it is in setup.log).")


def test_apt_is_not_killed_halfway_with_the_start_that_called_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "tied", None)
    apt = tmp_path / "apt-get"
    apt.write_text("#!/bin/sh\n")
    apt.chmod(0o755)
    monkeypatch.setattr(system, "administrator", list)
    monkeypatch.setattr(system.shutil, "which", lambda name: str(apt))
    assert install_system_packages(["libegl1"], tmp_path / "setup.log")


@needs_linux
def test_a_tied_process_ends_with_the_one_that_started_it() -> None:
    code = "import sys, tools.system as s; print(s.tied(['sleep', '1000']).pid, flush=True); sys.stdin.read()"
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, "-c", code], cwd=system.ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        assert process.stdout is not None
        child = int(process.stdout.readline())
        assert Path(f"/proc/{child}").exists()
        process.kill()
    wait_for("the child to end", lambda: not Path(f"/proc/{child}").exists() or "zombie" in state(child))


def state(pid: int) -> str:
    return Path(f"/proc/{pid}/status").read_text()
