"""Trained genre models that the program ships with."""

from pathlib import Path


def shipped_model_path() -> Path:
    """The model that the program uses unless another is chosen."""
    return Path(__file__).resolve().parent / "genres.gsmodel"
