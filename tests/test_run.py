import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import run

ROOT = Path(run.__file__).parent


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with lock files in which `run` may do as it likes."""
    environment = tmp_path / ".venv"
    monkeypatch.setattr(run, "ROOT", tmp_path)
    monkeypatch.setattr(run, "ENVIRONMENT", environment)
    monkeypatch.setattr(run, "STAMP", environment / "groovescope.json")
    monkeypatch.setattr(run, "ATTEMPTED", environment / "attempted.txt")
    monkeypatch.setattr(run, "LOG", tmp_path / "setup.log")
    locks = {"use": tmp_path / "requirements.lock", "development": tmp_path / "requirements-dev.lock"}
    monkeypatch.setattr(run, "LOCKS", locks)
    for purpose, lock in locks.items():
        lock.write_text(f"{purpose}==1\n")
    return tmp_path


def complete(purpose: str) -> None:
    """What an environment looks like when its making came to the end."""
    python = run.environment_python()
    python.parent.mkdir(parents=True, exist_ok=True)
    python.touch()
    run.STAMP.write_text(json.dumps(run.wanted_stamp(purpose)))


def is_ready(purpose: str) -> bool:
    return run.satisfies(run.read_stamp(), run.wanted_stamp(purpose))


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], ("start", [])),
        (["song.mp3", "test"], ("start", ["song.mp3", "test"])),
        (["analyze", "x.wav", "--out", "d"], ("start", ["analyze", "x.wav", "--out", "d"])),
        (["test", "-k", "audio"], ("test", ["-k", "audio"])),
        (["frozen-test"], ("frozen-test", [])),
        (["./test"], ("start", ["./test"])),
    ],
)
def test_arguments_that_are_no_verb_go_to_the_program(arguments: list[str], expected: tuple[str, list[str]]) -> None:
    assert run.route(arguments) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [([], True), (["a song.mp3"], True), (["analyze", "x.wav"], False), (["--version"], False), (["desktop"], True)],
)
def test_clips_open_a_window_and_commands_do_not(
    arguments: list[str], expected: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    assert run.opens_window(arguments) is expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, False),
        ({"DISPLAY": ""}, False),
        ({"DISPLAY": ":0"}, True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True),
        ({"QT_QPA_PLATFORM": "offscreen"}, True),
        ({"QT_QPA_PLATFORM": "xcb:force"}, False),
    ],
)
def test_a_display_is_what_qt_would_find(environment: dict[str, str], expected: bool) -> None:
    assert run.has_display(environment) is expected


def test_an_environment_without_a_stamp_is_half_made(project: Path) -> None:
    complete("use")
    run.STAMP.unlink()
    assert not is_ready("use")


def test_a_stamp_that_was_cut_off_counts_as_none(project: Path) -> None:
    complete("use")
    run.STAMP.write_text(run.STAMP.read_text()[:20])
    assert not is_ready("use")


def test_a_changed_lock_asks_for_a_new_environment(project: Path) -> None:
    complete("use")
    assert is_ready("use")
    run.LOCKS["use"].write_text("use==2\n")
    assert not is_ready("use")
    assert not run.can_grow(run.read_stamp(), run.wanted_stamp("development"))


def test_the_environment_for_use_grows_into_that_of_development(project: Path) -> None:
    complete("use")
    assert not is_ready("development")
    assert run.can_grow(run.read_stamp(), run.wanted_stamp("development"))


def test_the_environment_of_development_serves_for_use(project: Path) -> None:
    complete("development")
    assert is_ready("use")


def test_an_environment_of_development_stays_one_when_it_is_made_anew(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    complete("development")
    run.LOCKS["use"].write_text("use==2\n")
    made = []
    monkeypatch.setattr(run, "make_environment", lambda found, wanted: made.append(set(wanted["locks"])))
    run.set_up("use")
    assert made == [{"use", "development"}]


def test_changed_tools_of_development_ask_for_a_new_environment(project: Path) -> None:
    complete("development")
    run.LOCKS["development"].write_text("development==2\n")
    assert is_ready("use")
    assert not is_ready("development")
    assert not run.can_grow(run.read_stamp(), run.wanted_stamp("development"))


@pytest.mark.parametrize(("key", "value"), [("python", "3.10"), ("path", "/elsewhere/.venv")])
def test_an_environment_of_another_python_or_place_is_not_ours(project: Path, key: str, value: str) -> None:
    complete("use")
    run.STAMP.write_text(json.dumps(run.wanted_stamp("use") | {key: value}))
    assert not is_ready("use")


def test_a_ready_environment_is_used_without_starting_anything(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    complete("use")
    monkeypatch.setattr(run.subprocess, "Popen", None)
    assert run.set_up("use") == str(run.environment_python())


def test_a_missing_lock_is_one_clear_line(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run.LOCKS["use"].unlink()
    assert run.main(["song.mp3"]) == 2
    error = capsys.readouterr().err
    assert error.startswith("error: requirements.lock cannot be read")
    assert error.count("\n") == 1


def test_two_starts_at_once_set_up_one_after_the_other(project: Path) -> None:
    order = []

    def second() -> None:
        with run.only_one():
            order.append("second")

    with run.only_one():
        thread = threading.Thread(target=second)
        thread.start()
        time.sleep(0.3)
        order.append("first")
    thread.join(10)
    assert order == ["first", "second"]


def test_what_is_left_of_an_environment_is_removed_even_where_it_is_a_file_or_a_link(project: Path) -> None:
    elsewhere = project / "elsewhere"
    elsewhere.mkdir()
    run.ENVIRONMENT.symlink_to(elsewhere)
    run.remove_environment()
    run.ENVIRONMENT.write_text("")
    run.remove_environment()
    complete("use")
    run.remove_environment()
    assert not run.ENVIRONMENT.exists()
    assert elsewhere.exists()


def test_a_command_that_fails_says_its_last_error_and_where_the_rest_is(project: Path) -> None:
    code = "print('ERROR: no such version'); print('bye'); raise SystemExit(1)"
    with pytest.raises(run.SetupError, match=r"^It failed: no such version \(all of it is in setup\.log\)\.$"):
        run.run_logged([sys.executable, "-c", code], "It failed")
    assert "bye" in run.LOG.read_text()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian packages are for Linux")
def test_each_missing_library_names_its_package() -> None:
    lacking = {"libxcb-cursor.so.0", "libportaudio.so.2"}
    found = run.missing_libraries(has_library=lambda name: name not in lacking, has_font=lambda: False)
    assert found == ["libxcb-cursor0", "libportaudio2", "fonts-dejavu-core"]
    assert run.missing_libraries(has_library=lambda name: True, has_font=lambda: True) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian packages are for Linux")
def test_each_missing_test_program_names_its_package() -> None:
    found = run.missing_test_programs(
        which=lambda name: None if name == "sox" else f"/usr/bin/{name}", has_library=lambda name: False
    )
    assert found == ["sox", "libasound2-plugins"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="looks where Linux keeps libraries")
def test_libraries_are_found_by_what_the_loader_would_find(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run.has_library("libc.so.6")
    assert not run.has_library("libgroove-none.so.1")
    (tmp_path / "libgroove-none.so.1").touch()
    monkeypatch.setenv("LD_LIBRARY_PATH", str(tmp_path))
    assert run.has_library("libgroove-none.so.1")


def test_without_administrator_rights_one_line_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run.shutil, "which", lambda name: f"/usr/bin/{name}" if name == "apt-get" else None)
    monkeypatch.setattr(run.os, "geteuid", lambda: 1000)
    assert not run.install_system_packages(["libegl1", "libgl1"])
    assert capsys.readouterr().err == "Missing system packages; to have them: sudo apt install libegl1 libgl1\n"


def test_packages_that_could_not_be_had_are_not_tried_at_every_start(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    complete("use")
    apt = project / "apt-get"
    apt.write_text("#!/bin/sh\necho E: no network\nexit 1\n")
    apt.chmod(0o755)
    monkeypatch.setattr(run, "administrator", list)
    monkeypatch.setattr(run.shutil, "which", lambda name: str(apt))
    assert not run.install_system_packages(["libegl1"])
    assert "They cannot be installed: no network" in capsys.readouterr().err
    assert not run.install_system_packages(["libegl1"])
    assert capsys.readouterr().err.startswith("Missing system packages")


def test_the_summaries_of_two_runs_become_one() -> None:
    lines = [
        "===== 1 failed, 500 passed, 3 skipped, 20 deselected, 1 warning in 300.10s (0:05:00) =====",
        "===== 20 passed, 520 deselected, 2 errors, 1 rerun in 9.90s =====",
    ]
    words = "1 failed, 520 passed, 3 skipped, 1 warnings, 2 errors, 1 rerun in 310.00s"
    assert run.add_summaries(lines).strip("= ") == words
    assert run.add_summaries(["== no tests ran in 0.1s =="]).strip("= ") == "no tests ran in 0.10s"


def test_help_needs_no_environment() -> None:
    command = [sys.executable, "-I", str(ROOT / "run.py"), "--help"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=20, check=True, cwd=os.sep)
    assert "python3 run.py test" in done.stdout


def test_an_unsupported_python_goes_on_under_one_that_is_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "python3.12"
    shutil.copy(shutil.which("true") or "/bin/true", other)
    started = []
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 0))
    monkeypatch.setattr(run.sys, "argv", ["run.py", "song.mp3"])
    monkeypatch.setattr(run.os, "execv", lambda path, command: started.append(command))
    with pytest.raises(SystemExit):
        run.find_supported_python()
    assert started == [[str(other), str(ROOT / "run.py"), "song.mp3"]]


def test_no_supported_python_is_one_clear_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(run.sys, "version_info", (3, 9, 0))
    with pytest.raises(SystemExit, match=r"^Groovescope needs Python 3\.11, 3\.12 or 3\.13; this is 3\.9\."):
        run.find_supported_python()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_the_locks_hold_a_hash_for_every_package_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    entries = [entry for entry in text.replace("\\\n", " ").splitlines() if entry[:1].isalnum()]
    assert len(entries) > 40
    assert all("--hash=sha256:" in entry for entry in entries)


def test_development_has_the_very_packages_of_use() -> None:
    def pins(name: str) -> set[str]:
        lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
        return {line.split(";")[0].rstrip("\\ ") for line in lines if line[:1].isalnum()}

    assert pins("requirements.lock") <= pins("requirements-dev.lock")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere Qt brings all it needs")
def test_a_window_that_qt_cannot_open_becomes_one_clear_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    complete("use")
    plugin = run.ENVIRONMENT / "lib/python3.11/site-packages/PySide6/Qt/plugins/platforms/libqxcb.so"
    plugin.parent.mkdir(parents=True)
    plugin.write_text("no library")
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("QT_QPA_PLATFORM")
    monkeypatch.setattr(run, "missing_libraries", lambda: ["libxcb-cursor0"])
    monkeypatch.setattr(run, "administrator", lambda: None)
    assert run.main(["song.mp3"]) == 2
    missing, error = capsys.readouterr().err.splitlines()
    assert "libxcb-cursor0" in missing
    assert error.startswith("error: Qt cannot open a window")
