"""Pictures of the views: `python -m tools screenshots DIR [VIEW ...]`. Needs no display."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop.languages import LANGUAGES, choose_language

WIDTHS = (1280, 1920)


def main(arguments: Sequence[str] | None = None) -> int:
    """Take the pictures that the command line asks for and print their paths."""
    early = argparse.ArgumentParser(add_help=False)
    early.add_argument("--language", choices=LANGUAGES, default="en", help="default: English")
    chosen, rest = early.parse_known_args(arguments)
    choose_language(chosen.language)
    # After the choice, since some texts are made with the import.
    from desktop.app import make_application
    from tools.studio import SIZES, THEMES, names_of_views, take

    parser = argparse.ArgumentParser(
        prog="python -m tools screenshots", description="Photograph the views.", parents=[early]
    )
    parser.add_argument("folder", metavar="DIR", type=Path, help="folder for the PNG files; created if missing")
    parser.add_argument("views", metavar="VIEW", nargs="*", help=f"default: all of {', '.join(names_of_views())}")
    parser.add_argument("--theme", choices=THEMES, help="default: both")
    parser.add_argument("--width", type=int, choices=WIDTHS, help="default: both")
    chosen = parser.parse_args(rest, chosen)
    if unknown := [name for name in chosen.views if name not in names_of_views()]:
        parser.error(f"no view {unknown[0]!r}; choose among {', '.join(names_of_views())}")
    themes = THEMES if chosen.theme is None else (chosen.theme,)
    sizes = [size for size in SIZES if chosen.width in (None, size.width())]
    for path in take(make_application(), chosen.folder, chosen.views, themes, sizes):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
