"""Texts about genre models: what one says, and why one cannot be used."""

from core.messages.plural import Texts

TEXTS: Texts = {
    # Notes
    "genre.unavailable": "{reason}",
    "genre.short_clip": ("Only {duration} s long: the model was trained on {trained_on:g} s, so read these with care."),
    "genre.other_length": "Heard in windows of {heard:.0f} s: the model was trained on {trained_on:g} s.",
    "genre.silent_windows": "{silent} of {windows} windows are silent and have no genre.",
    "genre.no_tempo": "No tempo was found; the genre follows from the other features.",
    "genre.unlike_training": (
        "Unlike the music the model learned from: {outside} of {features} features lie outside its range, so read "
        "these with care."
    ),
    "genre.substituted": (
        "{reason} The shipped model speaks instead; choose a model in the training tab, step Models."
    ),
    "genre.gone": "The model {name} is gone.",
}
