"""Files of annotations: one song's beats, bars, sections and chords written for other programs, and sections read."""

from pathlib import Path
from typing import Final, Literal, get_args

from core.atomic import replacing
from core.errors import AnnotationError
from core.export.annotations import Annotations
from core.export.beat_midi import to_midi
from core.export.beat_text import bar_regions, to_beats, to_labels
from core.export.jams_file import sections_from_jams, to_jams
from core.export.label_text import from_region_labels, to_region_labels
from core.export.spans import Spans, regions_of, spans_of
from core.export.svl_file import bar_layer, beat_layer, regions_from_svl, span_layer
from core.file_names import numbered, safe_name

AnnotationFormat = Literal["jams", "audacity", "svl", "beats", "midi"]
ANNOTATION_FORMATS: Final[tuple[AnnotationFormat, ...]] = get_args(AnnotationFormat)

SEVERAL: Final[tuple[AnnotationFormat, ...]] = ("audacity", "svl")
"""Formats with a file for each kind of annotation."""

SECTION_ENDINGS: Final = (".jams", ".txt", ".svl")
"""Ends of the names of files that sections can be read from."""

_LARGEST: Final = 50_000_000  # bytes


def write_annotations(found: Annotations, folder: Path, stem: str, kind: AnnotationFormat) -> list[Path]:
    """Write what is known of a song into `folder`; JAMS is one file, label tracks and layers are one file each.

    Parameters
    ----------
    folder : Path
        Made when absent. What is there under the same name is replaced.
    stem : str
        Of the files' names, safe as a name; label tracks and layers have "beats", "bars", "sections", "chords" after
        it.

    Returns
    -------
    list of Path
        The files.

    Raises
    ------
    AnnotationError
        If nothing is known that such a file could hold.
    OSError
        If they cannot be written.
    """
    contents = _contents(found, kind)
    if not contents:
        raise AnnotationError("export.nothing_known", name=found.name)
    folder.mkdir(parents=True, exist_ok=True)
    paths = {folder / f"{stem}{ending}": content for ending, content in contents.items()}
    for path, content in paths.items():
        with replacing(path) as temporary:
            temporary.write_bytes(content)
    return list(paths)


def _contents(found: Annotations, kind: AnnotationFormat) -> dict[str, bytes]:
    """Return what is written, by the end of the file's name."""
    grid = found.grid if found.grid is not None and len(found.grid) else None
    known = (("Sections", found.sections), ("Chords", found.chords))
    spans = {title: part for title, part in known if part is not None and part.labels}
    contents: dict[str, bytes] = {}
    match kind:
        case "jams" if grid is not None or spans or found.key is not None:
            contents[".jams"] = to_jams(found)
        case "beats" if grid is not None:
            contents[".beats"] = to_beats(grid).encode()
        case "midi" if grid is not None:
            contents[".mid"] = to_midi(grid)
        case "audacity":
            if grid is not None:
                contents[" beats.txt"] = to_labels(grid).encode()
                contents[" bars.txt"] = to_region_labels(bar_regions(grid, found.duration)).encode()
            for title, part in spans.items():
                contents[f" {title.lower()}.txt"] = to_region_labels(regions_of(part)).encode("utf-8", "replace")
        case "svl":
            if grid is not None:
                contents[" beats.svl"] = beat_layer(grid, found.sample_rate)
                contents[" bars.svl"] = bar_layer(grid, found.duration, found.sample_rate)
            for title, part in spans.items():
                contents[f" {title.lower()}.svl"] = span_layer(title, part, found.sample_rate)
    return contents


def free_stem(name: str, taken: set[str]) -> str:
    """Return a file's name without its extension as a safe name that is not taken yet, and take it.

    Small and capital letters are the same to some systems, so they are here.
    """
    stem = safe_name(Path(name).stem, "song")
    free = next(one for one in numbered(stem) if one.casefold() not in taken)
    taken.add(free.casefold())
    return free


def read_sections(path: Path, duration: float) -> Spans:
    """Read the sections of a piece: a JAMS file, a label track of Audacity, or a layer of Sonic Visualiser.

    Parameters
    ----------
    path : Path
        A file with one of `SECTION_ENDINGS`.
    duration : float
        Length of the piece, seconds.

    Raises
    ------
    AnnotationError
        If the ending is unknown, the file is damaged, holds no sections, or is of another piece.
    OSError
        If the file cannot be read.
    """
    ending = path.suffix.lower()
    if ending not in SECTION_ENDINGS:
        raise AnnotationError("export.sections_ending", name=path.name)
    data = read_bytes(path)
    if ending == ".jams":
        regions = sections_from_jams(data, path.name, duration)
    elif ending == ".svl":
        regions = regions_from_svl(data, path.name)
    else:
        try:
            regions = from_region_labels(data.decode("utf-8-sig"), path.name)
        except UnicodeDecodeError:
            raise AnnotationError("export.label_line", name=path.name, line=1) from None
    return spans_of(regions, duration, path.name)


def read_bytes(path: Path) -> bytes:
    """Return the content of a file of annotations; AnnotationError for one that is too large to be one."""
    if path.stat().st_size > _LARGEST:
        raise AnnotationError("export.too_large", name=path.name)
    return path.read_bytes()
