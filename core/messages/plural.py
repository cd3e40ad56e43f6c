"""Templates whose sentence depends on a number."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Plural:
    """Template that depends on a number.

    Attributes
    ----------
    one, many : templates for 1 and for every other number
    by : which argument is counted
    """

    one: str
    many: str
    by: str = "count"


Texts: TypeAlias = Mapping[str, str | Plural]
"""Templates of one room by code."""
