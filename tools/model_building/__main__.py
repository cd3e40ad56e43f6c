"""Build the shipped model: `python -m tools.model_building FEATURES --artists ARTISTS --out DIR`."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from core.commandline.terminal import ALL_WELL, NOTHING_DONE, progress, say
from core.errors import ModelError, in_words
from tools.model_building.building import build_shipped_model, renew_measures


def main(arguments: Sequence[str] | None = None) -> int:
    """Choose, score and write the model and its card; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tools.model_building", description=__doc__)
    parser.add_argument("features", type=Path, help="genre table (CSV) with a column `label`")
    parser.add_argument("--artists", type=Path, required=True, help="who plays on each row (CSV)")
    parser.add_argument("--out", type=Path, required=True, help="folder for the model and its card")
    parser.add_argument(
        "--measures", action="store_true", help="only renew what tells foreign sounds, in the model that is there"
    )
    given = parser.parse_args(arguments)
    try:
        if given.measures:
            say(f"{renew_measures(given.features, given.artists, given.out)} knows its training music again.")
            return ALL_WELL
        with progress() as advance:
            path = build_shipped_model(given.features, given.artists, given.out, advance)
    except ModelError as problem:
        say(f"error: {problem}")
        return NOTHING_DONE
    except OSError as problem:
        say(f"error: {in_words(problem, given.out)}")
        return NOTHING_DONE
    say(f"{path} is written, with its card beside it.")
    return ALL_WELL


if __name__ == "__main__":
    sys.exit(main())
