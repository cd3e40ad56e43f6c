"""A program that edits beats as a window does: each order from its standard input is one gesture.

`AUDIO ADD time` adds a beat to those of some audio as this program knows them, `AUDIO UNDO` takes the last edit back.
The answer is what is stored afterwards: the times of the added beats, after `kept` where the gesture was stored and
after `overtaken` where another program had been first.
"""

import sys

from core.rhythm.edit_history import EditHistory
from core.rhythm.edits import AddBeat
from desktop.clip.beats.keeping import Drawer
from tests.desktop.synthetic import synthetic_beat_grid

GRID = synthetic_beat_grid(30.0, 120.0)


def main(library: str) -> None:
    drawer = Drawer()
    histories: dict[str, EditHistory] = {}
    print("ready", flush=True)
    for line in sys.stdin:
        audio, order, *times = line.split()
        history = histories.get(audio) or EditHistory(GRID, 30.0)
        made = history.undone() if order == "UNDO" else history.added(AddBeat(float(times[0])))
        states = drawer.keep(library, audio, made, None)
        histories[audio] = history = states[-1] if states else made
        added = [edit.time for edit in history.edits if isinstance(edit, AddBeat)]
        print("overtaken" if states else "kept", *added, flush=True)
    drawer.close()


if __name__ == "__main__":
    main(sys.argv[1])
