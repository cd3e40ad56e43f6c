"""Menu entry, icons, kinds of files and description, at the paths where desktops of Linux look for them."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from core import __version__
from tools.release import icons
from tools.release.media_types import media_types
from tools.system import ROOT

HERE: Final = Path(__file__).parent / "linux"
IDENTIFIER: Final = "io.github.groovescope.Groovescope"


def write_desktop_files(prefix: Path, date: datetime | None = None) -> None:
    """Write them below `prefix`, which is /usr in a package.

    Parameters
    ----------
    prefix
        Folder with `share`.
    date
        Day of the release; today where not given.
    """
    share = prefix / "share"
    entry = (HERE / "groovescope.desktop").read_text(encoding="utf-8")
    _write(share / "applications" / "groovescope.desktop", f"{entry}MimeType={';'.join(media_types())};\n")
    _write(share / "mime" / "packages" / "groovescope.xml", (HERE / "groovescope.xml").read_text(encoding="utf-8"))
    about = (HERE / f"{IDENTIFIER}.metainfo.xml").read_text(encoding="utf-8")
    day = (date or datetime.now(UTC)).strftime("%Y-%m-%d")
    about = about.replace("@VERSION@", __version__).replace("@DATE@", day)
    _write(share / "metainfo" / f"{IDENTIFIER}.metainfo.xml", about)
    for size, picture in icons.draw(icons.SIZES).items():
        _write(share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "groovescope.png", picture)
    drawing = (ROOT / "resources" / "icon.svg").read_bytes()
    _write(share / "icons" / "hicolor" / "scalable" / "apps" / "groovescope.svg", drawing)


def _write(path: Path, content: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
