"""The genre model the program ships with; `README.md` beside it is its card."""

from pathlib import Path


def shipped_model_path() -> Path:
    """Where the shipped model is, from a checkout and in the frozen program alike."""
    return Path(__file__).resolve().parent / "genres.gsm"
