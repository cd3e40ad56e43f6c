"""Texts about genre models: what one says, and why one cannot be used."""

from core.messages.plural import Texts

TEXTS: Texts = {
    # Notes
    "genre.unavailable": "{reason}",
    "genre.short_clip": "Only {duration} s long; the model was trained on {trained_on:g} s. Results are less reliable.",
    "genre.other_length": "Classified in windows of {heard:.0f} s; the model was trained on {trained_on:g} s.",
    "genre.silent_windows": "{silent} of {windows} windows are silent and have no genre.",
    "genre.no_tempo": "No tempo found; the genre follows from the other features.",
    "genre.unlike_training": (
        "Unlike the training music: {outside} of {features} features lie outside its range. Results are less reliable."
    ),
    "genre.none_of_these": (
        "None of these: it sounds unlike all the music from which the model learned its {count} genres. "
        "The percentages only say which of them is least far off."
    ),
    "genre.substituted": (
        "{reason} The shipped model is used instead; choose a model in the training tab, step Models."
    ),
    "genre.gone": "The model {name} no longer exists.",
}
