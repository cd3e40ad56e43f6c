"""The key of a piece and the runner-up."""

from dataclasses import dataclass


@dataclass(frozen=True)
class KeyEstimate:
    """A key such as "E minor", the next likely one, and how far apart they are.

    `strength` and `second_strength` are correlations with the key profile, in [-1, 1].
    """

    name: str
    strength: float
    second_name: str
    second_strength: float
