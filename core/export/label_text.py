"""Label tracks of Audacity: start, end and label in a line, with tabs between."""

from collections.abc import Iterable

from core.errors import AnnotationError
from core.export.spans import Region


def to_region_labels(regions: Iterable[Region]) -> str:
    """Return regions as a label track."""
    return "".join(f"{start:.6f}\t{end:.6f}\t{' '.join(label.split())}\n" for start, end, label in regions)


def from_region_labels(text: str, name: str) -> list[Region]:
    """Return the regions and points of a label track; lines with the frequencies of a label are passed.

    Raises
    ------
    AnnotationError
        If a line is no label.
    """
    regions = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("\\"):
            continue
        start, _, rest = line.partition("\t")
        end, _, label = rest.partition("\t")
        try:
            regions.append((_seconds(start), _seconds(end), label.strip()))
        except ValueError:
            raise AnnotationError("export.label_line", name=name, line=number) from None
    return regions


def _seconds(text: str) -> float:
    if "_" in text:  # Python's own way of writing numbers
        raise ValueError(text)
    return float(text.replace(",", "."))  # an Audacity of a country with decimal commas
