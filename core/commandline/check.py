"""Add `groovescope check` to the command line."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from core.commandline.terminal import ALL_WELL, SOME_FAILED, progress, say
from core.errors import AudioError, CommandError, ReferenceMissingError

if TYPE_CHECKING:
    from core.reference.check import LibrosaCheck

_HEADINGS = ("feature", "unit", "groovescope", "librosa", "difference", "tolerance", "")


def add_check(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(check)


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A clip of any format.", show_default=False)],
) -> int:
    """Compare the 63 numbers of a clip with those of librosa.

    Exit code 0 when all are within their tolerances, 1 when some are not. Needs librosa, which the stand-alone program
    does not have.
    """
    from core.reference.check import check_clip

    try:
        with progress() as advance:
            found = check_clip(file, advance)
    except (AudioError, ReferenceMissingError) as problem:
        raise CommandError("command.failed", reason=problem) from None
    for line in table_lines(found):
        typer.echo(line)
    say(str(found.summary()))
    return ALL_WELL if found.agrees else SOME_FAILED


def table_lines(found: "LibrosaCheck") -> list[str]:
    """Return the comparison as a table of text, a line a feature."""
    rows = [
        (
            one.name,
            one.unit,
            f"{one.ours:.8g}",
            f"{one.librosas:.8g}",
            f"{one.difference:.1e}",
            f"{one.tolerance:.1e}",
            "" if one.agrees else "beyond",
        )
        for one in found.features
    ]
    widths = [max(len(row[place]) for row in (_HEADINGS, *rows)) for place in range(len(_HEADINGS))]
    return [
        "  ".join(
            cell.ljust(width) if place < 2 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in (_HEADINGS, *rows)
    ]
