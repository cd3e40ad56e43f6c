"""Texts about beats and bars."""

from core.messages.plural import Texts

TEXTS: Texts = {
    "rhythm.no_beats": "No beats found: the piece is silent, too short or without clear onsets.",
}
