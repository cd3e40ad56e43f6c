"""Texts about numbers beside those of another library."""

from core.messages.plural import Plural, Texts

TEXTS: Texts = {
    # Errors
    "reference.missing": (
        "librosa is not part of the stand-alone program, since it brings a compiler of 180 MB; use the program from "
        "its source folder for this (python3 run.py)."
    ),
    "reference.no_mir_eval": (
        "mir_eval is not installed; it comes with the tools of development (python3 run.py test sets them up)."
    ),
    # Notes
    "reference.agrees": "All {count} features agree with librosa {version} within their tolerances.",
    "reference.agrees_where_defined": (
        "All {count} features of {all} that both have a number for agree with librosa {version} within their "
        "tolerances."
    ),
    "reference.beyond": Plural(
        "1 of {count} features differs from librosa {version} by more than its tolerance: {names}.",
        "{n_beyond} of {count} features differ from librosa {version} by more than their tolerances: {names}.",
        by="n_beyond",
    ),
}
