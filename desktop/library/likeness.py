"""How far a similar track is away, and why it is similar, in words."""

from typing import TYPE_CHECKING

from core.language import tr

if TYPE_CHECKING:
    from core.library.similar import SimilarTrack


def distance_text(one: "SimilarTrack") -> str:
    """Return the distance in per cent: 0 sounds the same, half of all tracks are beyond 100."""
    return f"{100 * one.distance:.0f} %"


def reasons_text(one: "SimilarTrack") -> str:
    """Return what agrees most and what differs most."""
    from core.features.words import feature_words

    agree, differ = (", ".join(map(feature_words, names)) for names in (one.agree, one.differ))
    return tr("Most alike: {agree}\nMost different: {differ}", agree=agree, differ=differ)
