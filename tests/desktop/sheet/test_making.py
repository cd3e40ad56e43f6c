"""Song sheets of tracks of a library: pages of one PDF, or pictures in a folder."""

import re
from pathlib import Path

import soundfile

from core.library import Catalogue
from core.synthesis import synthesise
from core.workers.process import Emitter
from desktop.sheet.making import write_sheets
from tests.core.library.records import analysed


def test_tracks_become_pages_and_those_without_a_file_are_named(qapp: object, tmp_path: Path) -> None:
    clip = synthesise(seconds=6.0, seed=3)
    soundfile.write(tmp_path / "song.wav", clip.y, clip.sr)
    library = tmp_path / "library.sqlite"
    with Catalogue.open(library) as catalogue:
        catalogue.store(str(tmp_path / "song.wav"), analysed(0))
        catalogue.store(str(tmp_path / "gone.wav"), analysed(1))
        catalogue.store("s3://far/away.flac", analysed(2))
    n_sheets, faults = write_sheets(
        Emitter(lambda event: None, lambda: False), library, [1, 2, 3], tmp_path / "sheets.pdf", "pdf"
    )
    assert n_sheets == 1 and len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "sheets.pdf").read_bytes())) == 1
    assert len(faults) == 2 and "gone.wav" in faults[0]
