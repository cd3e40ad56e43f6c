"""Which lanes are shown, in which order and how high: as the user arranged them, and as the settings hold it."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from desktop.clip.picture.lane import LaneHeight

SMALLEST = 16
"""Pixels of the lowest lane: its title can still be read, and its divider taken hold of."""

_PIXELS_PER_WEIGHT = 60  # what a lane that was never sized takes among lanes that were
_LARGEST = 4000


@dataclass(frozen=True)
class LaneLayout:
    """How the lanes are arranged, by their keys.

    Attributes
    ----------
    order : from above; lanes that are not named stand where they would without any order
    hidden : not shown
    sizes : pixels of those that were sized by hand; while there are any, all lanes share the height in proportion
    collapsed : as low as can be
    """

    order: tuple[str, ...] = ()
    hidden: frozenset[str] = frozenset()
    sizes: Mapping[str, float] = field(default_factory=dict)
    collapsed: frozenset[str] = frozenset()

    def ordered(self, keys: Sequence[str]) -> list[str]:
        """Return keys, given in their default order, as they stand; one that is not named follows its predecessor."""
        found = [key for key in self.order if key in keys]
        for place, key in enumerate(keys):
            if key not in found:
                before = next((one for one in reversed(keys[:place]) if one in found), None)
                found.insert(0 if before is None else found.index(before) + 1, key)
        return found

    def moved(self, key: str, before: str | None, keys: Sequence[str]) -> "LaneLayout":
        """Return the layout with a lane before another, or last; `keys` are all in their default order."""
        order = [one for one in self.ordered(keys) if one != key]
        order.insert(len(order) if before is None or before not in order else order.index(before), key)
        return replace(self, order=tuple(order))

    def shown(self, key: str, visible: bool) -> "LaneLayout":
        """Return the layout with a lane shown or hidden."""
        return replace(self, hidden=self.hidden - {key} if visible else self.hidden | {key})

    def toggled(self, key: str) -> "LaneLayout":
        """Return the layout with a lane collapsed, or as high again as it was."""
        return replace(self, collapsed=self.collapsed ^ {key})

    def sized(self, sizes: Mapping[str, float]) -> "LaneLayout":
        """Return the layout with other heights of some lanes, which are not collapsed then."""
        held = {key: min(max(size, SMALLEST), _LARGEST) for key, size in sizes.items()}
        return replace(self, sizes={**self.sizes, **held}, collapsed=self.collapsed - set(sizes))

    def unsized(self) -> "LaneLayout":
        """Return the layout with all lanes as high as they are by themselves."""
        return replace(self, sizes={}, collapsed=frozenset())

    def wish(self, key: str, default: LaneHeight) -> LaneHeight:
        """Return the height that a lane asks for; `default` is what it asks for by itself."""
        if key in self.collapsed:
            return LaneHeight(0.01, SMALLEST, SMALLEST)
        if not self.sizes or is_fixed(default):
            return default
        nominal = min(max(default.weight * _PIXELS_PER_WEIGHT, default.least), default.most)
        return LaneHeight(self.sizes.get(key, nominal), SMALLEST)

    def to_plain(self) -> dict[str, Any]:
        """Return the layout as settings hold it."""
        return {
            "order": list(self.order),
            "hidden": sorted(self.hidden),
            "sizes": {key: round(size, 1) for key, size in self.sizes.items()},
            "collapsed": sorted(self.collapsed),
        }

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> "LaneLayout":
        """Return what settings hold; each part that is damaged is as if it were not there."""
        sizes = plain.get("sizes")
        held = {
            key: min(max(float(size), SMALLEST), _LARGEST)
            for key, size in (sizes.items() if isinstance(sizes, dict) else ())
            if isinstance(size, int | float) and not isinstance(size, bool) and math.isfinite(size) and size > 0
        }
        order = tuple(dict.fromkeys(_texts(plain.get("order"))))
        return cls(order, frozenset(_texts(plain.get("hidden"))), held, frozenset(_texts(plain.get("collapsed"))))


def is_fixed(height: LaneHeight) -> bool:
    """Whether the height of a lane is fixed."""
    return height.least == height.most


def _texts(value: object) -> list[str]:
    return [text for text in value if isinstance(text, str)] if isinstance(value, list) else []
