"""Add `groovescope beats` to the command line."""

from pathlib import Path
from typing import Annotated

import typer

from core.commandline.terminal import ALL_WELL, progress, say
from core.errors import AudioError, CommandError, RhythmError


def add_beats(app: typer.Typer) -> None:
    """Add the command."""
    app.command()(beats)


def beats(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A clip of any format.", show_default=False)],
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            metavar="OUT",
            help="Seconds and positions (.beats), Audacity labels (.txt), MIDI tempo map (.mid), .jams or .svl.",
            show_default=False,
        ),
    ],
    library: Annotated[
        Path | None,
        typer.Option("--library", help="Library whose corrected beats count; yours if not given.", show_default=False),
    ] = None,
) -> int:
    """Find the beats of a clip and write them to OUT; beats corrected in the library take their place."""
    from core.analysis import find_beats
    from core.analysis.measuring import measure_first
    from core.audio.clip import load_clip
    from core.export.beat_files import check_ending, write_beats
    from core.library import default_catalogue_path
    from core.library.edit_store import corrected_grid
    from core.progress import sub_range

    try:
        check_ending(out)
        with progress() as advance:
            clip = load_clip(file, sub_range(advance, 0.0, 0.3))
            grid = corrected_grid(library or default_catalogue_path(), clip.content_id)
            if grid is None:
                first, _ = measure_first(clip, sub_range(advance, 0.3, 0.8))
                grid = find_beats(first, sub_range(advance, 0.8, 1.0)).grid
        write_beats(grid, out, clip.duration)
    except (AudioError, RhythmError) as problem:
        raise CommandError("command.failed", reason=problem) from None
    say(f"{len(grid)} beats at {grid.tempo:.1f} BPM written to {out}")
    return ALL_WELL
