"""The models the program ships with; `README.md` beside them is their card."""

from pathlib import Path


def shipped_model_path() -> Path:
    """Where the shipped model is, from a checkout and in the frozen program alike."""
    return Path(__file__).resolve().parent / "genres.gsm"


def shipped_beat_net_path() -> Path:
    """Where the shipped net that hears beats is; the program does without where it is missing."""
    return Path(__file__).resolve().parent / "beats.gsm"
