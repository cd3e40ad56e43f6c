"""Files the program ships with; see :func:`resource_path`."""

from pathlib import Path


def resource_path(name: str) -> Path:
    """Absolute path of the shipped file `name`, in a checkout as in a frozen program."""
    return Path(__file__).resolve().parent / name
