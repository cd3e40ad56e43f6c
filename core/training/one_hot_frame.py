"""Columns of 0 and 1 of a table's text, in pandas alone; the script of a run has this function as it stands here."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def one_hot(frame: "pd.DataFrame", columns: tuple[str, ...], texts: tuple[str, ...]) -> "pd.DataFrame":
    """Return the table with more columns: mood=happy is 1 where the text of mood is happy, and 0 elsewhere."""
    made = {}
    for name in columns:
        found = [text for text in texts if name.startswith(f"{text}=")]
        if found:
            text = max(found, key=len)
            made[name] = (frame[text].astype(str).str.strip() == name[len(text) + 1 :]).astype(float)
    return frame.assign(**made)
