"""What Windows and macOS are told of the program."""

import ast
import plistlib
import re
from pathlib import Path

from core.audio.files import AUDIO_EXTENSIONS
from tools.release import macos, windows


def test_the_version_resource_is_what_pyinstaller_reads(tmp_path: Path) -> None:
    text = windows.write_version(tmp_path, "1.20.3").read_text(encoding="utf-8")
    ast.parse(text, mode="eval")
    assert "filevers=(1, 20, 3, 0)" in text
    assert text.count('"1.20.3"') == 2


def test_what_the_installer_registers_the_uninstaller_takes_back() -> None:
    pattern = re.compile(r'"(Software\\Classes\\\.\w+\\OpenWithProgids)"')
    registered, removed = pattern.findall(windows.type_lines()), pattern.findall(windows.removing_lines())
    assert registered == removed
    assert len(registered) == len(AUDIO_EXTENSIONS)
    assert {rf"Software\Classes\{ending}\OpenWithProgids" for ending in AUDIO_EXTENSIONS} == set(registered)
    script = windows.SCRIPT.read_text(encoding="utf-8")
    written = set(re.findall(r'WriteReg\w+ SHCTX "?([^" ]+)', script)) - {"${CAPABILITIES}"}
    roots = {re.sub(r"(Groovescope(\.Audio)?)\\.*", r"\1", key) for key in written}
    deleted = set(re.findall(r'DeleteReg(?:Key|Value) SHCTX "?([^" \n]+)', script))
    assert roots == deleted


def test_macos_opens_sounds_and_folders(tmp_path: Path) -> None:
    written = plistlib.loads(plistlib.dumps(macos.properties()))
    kinds = [kind for one in written["CFBundleDocumentTypes"] for kind in one.get("LSItemContentTypes", [])]
    assert {"public.audio", "public.folder"} <= set(kinds)
    endings = [ending for one in written["CFBundleDocumentTypes"] for ending in one.get("CFBundleTypeExtensions", [])]
    assert {f".{ending}" for ending in endings} == AUDIO_EXTENSIONS
