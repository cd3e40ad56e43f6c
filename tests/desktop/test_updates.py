import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core import __version__
from core.errors import UpdateError
from core.jobs.updates import newest_release
from desktop.tasks import TaskRunner
from desktop.updates import UpdateCheck, updates_address
from desktop.widgets.notices import NoticeBar

Serve = Callable[[bytes], str]


class Emit:
    """Hears nothing."""


@pytest.fixture
def serve() -> Iterator[Serve]:
    """Start a real web server that answers everything with the same bytes; returns its address."""
    servers: list[http.server.ThreadingHTTPServer] = []

    def start(body: bytes) -> str:
        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                self.send_response(200)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *args: object) -> None:
                """Keep quiet."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_address[1]}/newest.json"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def told(version: str, page: str = "https://example.org/groovescope") -> bytes:
    return json.dumps({"version": version, "page": page}).encode()


def check(qtbot: QtBot, runner: TaskRunner, address: str) -> tuple[NoticeBar, UpdateCheck, list[QUrl]]:
    body = QWidget()
    qtbot.addWidget(body)
    notices = NoticeBar(body)
    opened: list[QUrl] = []
    asked = UpdateCheck(runner, notices, address, open_page=opened.append)
    asked.ask()
    asked.ask()  # a second click while the first is being answered
    qtbot.waitUntil(lambda: bool(notices.notices()))
    return notices, asked, opened


def test_a_newer_version_is_offered_with_its_page(qtbot: QtBot, runner: TaskRunner, serve: Serve) -> None:
    notices, _, opened = check(qtbot, runner, serve(told("99.0")))
    [notice] = notices.notices()
    assert notice.text == f"Groovescope 99.0 is available. This is {__version__}."
    [button] = [one for one in notice.findChildren(QPushButton) if one.text() == "Open page"]
    button.click()
    assert opened == [QUrl("https://example.org/groovescope")]


@pytest.mark.parametrize("version", [__version__, "0.0.9", "0"])
def test_no_newer_version_is_said(qtbot: QtBot, runner: TaskRunner, serve: Serve, version: str) -> None:
    notices, _, _ = check(qtbot, runner, serve(told(version)))
    assert [one.text for one in notices.notices()] == [f"This is the newest version, {__version__}."]


def test_an_address_that_nobody_answers_is_one_clear_line(qtbot: QtBot, runner: TaskRunner) -> None:
    notices, asked, _ = check(qtbot, runner, "http://127.0.0.1:1/newest.json")
    [notice] = notices.notices()
    assert notice.kind == "error"
    assert "Check the network and try again." in notice.text
    asked.ask()  # it can be asked once more


@pytest.mark.parametrize(
    "body",
    [
        b"", b"<html>Not found</html>", b"[]", b"{}", b'{"version": null, "page": "https://a"}', told("one.two"),
        told("1.0", "file:///etc/passwd"), told("1.0", "javascript:alert(1)"), b"[" * 70_000,
    ],
)  # fmt: skip
def test_an_answer_of_another_kind_is_refused(serve: Serve, body: bytes) -> None:
    with pytest.raises(UpdateError) as caught:
        newest_release(Emit(), serve(body))  # type: ignore[arg-type]
    assert caught.value.code == "program.updates_unreadable"


def test_the_address_comes_with_a_release(tmp_path: Path) -> None:
    path = tmp_path / "updates.txt"
    assert updates_address(path) == ""
    path.write_text("https://example.org/newest.json\n", encoding="utf-8")
    assert updates_address(path) == "https://example.org/newest.json"
    path.write_text("file:///etc/passwd", encoding="utf-8")
    assert updates_address(path) == ""
    assert updates_address() == ""  # these sources are no release
