"""Where the runs of this user lie, whether the window makes them or a command."""

import time
from pathlib import Path

from core.file_names import numbered, safe_name


def runs_folder() -> Path:
    """Return the folder of this user's runs."""
    from platformdirs import user_data_path

    return user_data_path("groovescope", appauthor=False) / "runs"


def new_run_folder(name: str) -> Path:
    """Return a folder for a run that is not there yet, named after the data and the time."""
    stem = f"{time.strftime('%Y-%m-%d %H.%M')} {safe_name(name, 'run')}"
    parent = runs_folder()
    return next(folder for one in numbered(stem) if not (folder := parent / one).exists())
