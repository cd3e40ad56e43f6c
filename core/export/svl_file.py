"""Layers of Sonic Visualiser (.svl): time instants for beats, regions with labels for bars, sections and chords.

A file is one layer: a model with its points, counted in frames of a sampling rate, and how it is drawn.
"""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from core.errors import AnnotationError
from core.export.beat_text import Row, bar_regions
from core.export.spans import LabelledSpans, Region, regions_of
from core.export.xml_text import document, parsed, shown
from core.rhythm.grid import BeatGrid

_DOCTYPE = "sonic-visualiser"


def beat_layer(grid: BeatGrid, sample_rate: int) -> bytes:
    """Return beats as time instants labelled "bar.beat"."""
    rows = zip(grid.beat_times.tolist(), grid.bar_numbers.tolist(), grid.positions.tolist(), strict=True)
    points = [{"frame": _frame(time, sample_rate), "label": f"{bar}.{beat}"} for time, bar, beat in rows]
    return _layer("Beats", "timeinstants", {"dimensions": "1"}, points, sample_rate)


def bar_layer(grid: BeatGrid, duration: float, sample_rate: int) -> bytes:
    """Return bars as numbered regions, of which the last ends with the piece."""
    return _regions("Bars", bar_regions(grid, duration), sample_rate)


def span_layer(title: str, spans: LabelledSpans, sample_rate: int) -> bytes:
    """Return sections or chords as regions; those of one label are at one height."""
    return _regions(title, regions_of(spans), sample_rate)


def _regions(title: str, regions: Sequence[Region], sample_rate: int) -> bytes:
    heights = {label: str(i) for i, label in enumerate(dict.fromkeys(label for _, _, label in regions))}
    points = []
    for start, end, label in regions:
        first, after = int(_frame(start, sample_rate)), int(_frame(end, sample_rate))
        length = str(max(after - first, 1))
        points.append({"frame": str(first), "value": heights[label], "duration": length, "label": shown(label)})
    facts = {
        "dimensions": "3", "subtype": "region", "valueQuantization": "0", "minimum": "0",
        "maximum": str(max(len(heights) - 1, 0)), "units": "",
    }  # fmt: skip
    return _layer(title, "regions", facts, points, sample_rate)


def _layer(title: str, kind: str, facts: dict[str, str], points: Sequence[dict[str, str]], sample_rate: int) -> bytes:
    root = Element("sv")
    data = SubElement(root, "data")
    last = max((int(point["frame"]) + int(point.get("duration", 0)) for point in points), default=0)
    about = {"start": "0", "end": str(last), "type": "sparse", "resolution": "1", "notifyOnAdd": "true"}
    rate = {"id": "1", "name": title, "sampleRate": str(sample_rate)}
    SubElement(data, "model", rate | about | facts | {"dataset": "0"})
    dataset = SubElement(data, "dataset", {"id": "0", "dimensions": facts["dimensions"]})
    for point in points:
        SubElement(dataset, "point", point)
    display = SubElement(root, "display")
    SubElement(display, "layer", {"id": "2", "type": kind, "name": title, "model": "1"})
    return document(root, _DOCTYPE)


def _frame(time: float, sample_rate: int) -> str:
    return str(round(time * sample_rate))


# --- reading ----------------------------------------------------------------------------------------------------------


def beats_from_svl(data: bytes, name: str) -> list[Row]:
    """Return the beats of a layer whose labels are "bar.beat" or the position in the bar alone.

    Raises
    ------
    AnnotationError
        If the file is damaged, or a label something else.
    """
    regions = regions_from_svl(data, name)
    try:
        return [(start, _whole(label.strip().rpartition(".")[2])) for start, _, label in sorted(regions)]
    except ValueError:
        raise AnnotationError("export.no_positions", name=name) from None


def regions_from_svl(data: bytes, name: str) -> list[Region]:
    """Return the points of a layer, each with its length, 0 in a layer of instants or texts."""
    try:
        root = parsed(data)
        if root.tag != "sv":
            raise ValueError(root.tag)
        models = {model.get("dataset"): model for model in root.iter("model")}
        return [region for dataset in root.iter("dataset") for region in _points(dataset, models[dataset.get("id")])]
    except (ValueError, KeyError, ZeroDivisionError, OverflowError):
        raise AnnotationError("export.svl_damaged", name=name) from None


def _points(dataset: Element, model: Element) -> Iterator[Region]:
    rate = int(model.attrib["sampleRate"])
    for point in dataset.iter("point"):
        start = int(point.attrib["frame"])
        yield start / rate, (start + int(point.get("duration", "0"))) / rate, point.get("label", "")


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 0 < len(text) < 4):
        raise ValueError(text)
    return int(text)
